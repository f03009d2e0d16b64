"""Choose the files that are read, and tell their kinds apart."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.file_kinds import (
    FileFilter,
    Kind,
    classify,
    has_front_matter,
    ignored_post_notes,
)

TREE = (
    "index.md", "README.md", "_hidden.md", ".htaccess", ".hidden", "#draft.md", "old.md~", "dir/a.md", "dir/_x/b.md",
    "dir/.well-known/c.txt", ".well-known/d.txt", "_pages/e.md", "vendor/f.md", "vendor/bundle/g.md", "vendors.md",
    "node_modules/h.js", "sub/node_modules/i.js", "Gemfile", "_posts/2024-10-04-j.md", "_posts/sub/2024-10-04-k.md",
    "_posts/notes.txt", "blog/_posts/2024-10-04-l.md", "_drafts/m.md", "_authors/n.md", "_authors/sub/_o.md",
    "_data/p.yml", "_data/q.txt", "_includes/r.html", "_layouts/s.html", "_sass/t.scss", "_plugins/u.rb",
    "_site/v.html", "run.sh", "images/w.png",
)  # fmt: skip
SITE = "collections: [authors]\n"


def read(config: str, never: tuple[str, ...] = ()) -> set[str]:
    """The files of the tree that a walk reads."""
    parsed, _ = read_config("_config.yml", (SITE + config).encode())
    entries = FileFilter(parsed, never)
    found = {path for path in TREE if entries.reads(path)}
    assert all("/" not in path or entries.enters(path.rpartition("/")[0]) for path in found)
    return found


USUAL = {
    "index.md", "README.md", ".htaccess", "dir/a.md", "vendor/f.md", "vendors.md", "_posts/2024-10-04-j.md",
    "_posts/sub/2024-10-04-k.md", "blog/_posts/2024-10-04-l.md", "_drafts/m.md", "_authors/n.md", "_data/p.yml",
    "_includes/r.html", "_layouts/s.html", "run.sh", "images/w.png", "sub/node_modules/i.js",
}  # fmt: skip


def test_files_that_jekyll_reads_by_default() -> None:
    assert read("") == USUAL


@pytest.mark.parametrize(
    ("config", "gone"),
    [
        ("exclude: [README.md]", {"README.md"}),
        ("exclude: [vendor]", {"vendor/f.md", "vendors.md"}),
        ("exclude: [vendor/]", {"vendor/f.md"}),
        ("exclude: ['*.sh', 'images/*']", {"run.sh", "images/w.png"}),
        ("exclude: ['/dir']", {"dir/a.md"}),
        ("exclude: [_posts/sub, blog]", {"_posts/sub/2024-10-04-k.md", "blog/_posts/2024-10-04-l.md"}),
        ("exclude: [_authors]", {"_authors/n.md"}),
        ("exclude: [_data]", set()),
        ("exclude: ['{a,b}.md']", set()),
    ],
)
def test_exclude(config: str, gone: set[str]) -> None:
    assert USUAL - read(config) == gone


@pytest.mark.parametrize(
    ("config", "more"),
    [
        ("include: [.htaccess, _pages]", {"_pages/e.md"}),
        ("include: [.htaccess, .well-known]", {"dir/.well-known/c.txt", ".well-known/d.txt"}),
        ("include: [.htaccess, dir/_x/b.md]", {"dir/_x/b.md"}),
        ("include: [.htaccess, dir/_x]", set()),
        ("include: [.htaccess, Gemfile]", {"Gemfile"}),
        ("include: [.htaccess, _o.md]", {"_authors/sub/_o.md"}),
        ("include: [.htaccess, README.md]\nexclude: [README.md]", set()),
        ("include: [.htaccess, '_*']", {"_hidden.md", "_pages/e.md", "dir/_x/b.md", "_authors/sub/_o.md", "_data/q.txt",
                                       "_sass/t.scss", "_plugins/u.rb", "_posts/notes.txt"}),
    ],
)  # fmt: skip
def test_include(config: str, more: set[str]) -> None:
    assert read(config) - USUAL == more


def test_include_does_not_add_files_that_are_never_read() -> None:
    found = read("include: [vendor, mkdocs.yml]", never=("vendor", "README.md", "dir/a.md"))
    assert USUAL - found == {"vendor/f.md", "README.md", "dir/a.md", ".htaccess"}


def test_the_destination_is_not_read() -> None:
    assert "images/w.png" not in read("destination: ./images/")


def test_an_included_collection_also_has_pages() -> None:
    config, _ = read_config("_config.yml", b"collections: [authors]\ninclude: [_authors]\n")
    assert FileFilter(config).reads_as_page("_authors/n.md")
    assert not FileFilter(read_config("_config.yml", SITE.encode())[0]).reads_as_page("_authors/n.md")


@pytest.mark.parametrize(
    ("path", "kind", "collection"),
    [
        ("_posts/2024-10-04-a.md", Kind.POST, "posts"),
        ("_posts/24-1-4-a.html", Kind.POST, "posts"),
        ("a/b/_posts/c/2024-10-04-a.md", Kind.POST, "posts"),
        ("_posts/a.md", Kind.IGNORED, ""),
        ("_posts/2024-10-04-a", Kind.IGNORED, ""),
        ("_drafts/a.md", Kind.DRAFT, "posts"),
        ("x/_drafts/2024-10-04-a.md", Kind.DRAFT, "posts"),
        ("_authors/a.md", Kind.DOCUMENT, "authors"),
        ("_people/a.md", Kind.PAGE, ""),
        ("_data/authors.yml", Kind.DATA, ""),
        ("_data/notes.txt", Kind.IGNORED, ""),
        ("_includes/a/b.html", Kind.INCLUDE, ""),
        ("_layouts/post.html", Kind.LAYOUT, ""),
        ("_sass/a.scss", Kind.IGNORED, ""),
        ("a/_data/b.yml", Kind.PAGE, ""),
        ("images/a.png", Kind.PAGE, ""),
    ],
)
def test_kinds(path: str, kind: Kind, collection: str) -> None:
    config, _ = read_config("_config.yml", SITE.encode())
    assert classify(path, config) == (kind, collection)


def test_posts_and_collections_lie_below_collections_dir() -> None:
    config, _ = read_config("_config.yml", b"collections_dir: content\ncollections: [authors]\n")
    assert classify("content/_posts/2024-10-04-a.md", config) == (Kind.POST, "posts")
    assert classify("content/_authors/a.md", config) == (Kind.DOCUMENT, "authors")
    assert classify("_posts/2024-10-04-a.md", config) == (Kind.IGNORED, "")
    assert [str(note) for note in ignored_post_notes("_posts/2024-10-04-a.md", config)] == [
        (
            "_posts/2024-10-04-a.md: The file is outside `collections_dir` (`content`), so it is not a post, "
            "as in Jekyll. To make it one, move it to `content/_posts`."
        )
    ]


def test_a_file_in_posts_without_a_date_is_a_note() -> None:
    config, _ = read_config("_config.yml", b"")
    assert [str(note) for note in ignored_post_notes("_posts/nec.md", config)] == [
        (
            "_posts/nec.md: The file's name lacks a date or a title, so it is not a post, as in Jekyll. "
            "To make it one, rename it to `YEAR-MONTH-DAY-title.md`."
        )
    ]
    assert not ignored_post_notes("_posts/2024-10-04-nec.md", config)
    assert not ignored_post_notes("_posts/.DS_Store", config)


@pytest.mark.parametrize(
    ("data", "has"),
    [
        (b"---\ntitle: a\n---\n", True),
        (b"---  \r\n---\r\n", True),
        (b"----\n", False),
        (b"--- a\n", False),
        (b"---", False),
        (b"\xef\xbb\xbf---\n---\n", False),
        (b"", False),
        (b"# a\n---\n", False),
    ],
)
def test_front_matter_begins_on_the_first_line(data: bytes, has: bool) -> None:
    assert has_front_matter(data) is has
