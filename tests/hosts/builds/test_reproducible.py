"""Builds that depend on nothing but the site: hash seeds, the order of files, `--dirty`, a system with backslashes."""

from __future__ import annotations

import ntpath
import os
import subprocess

import pytest
from mkdocs.structure.files import File

from tests.hosts.built import Site, contents, words
from tests.hosts.host import COMMAND
from tests.hosts.written import post, write

NAMES = ["b", "a", "é", "Z", "10", "9", "deep/x", "deep/a", "_c"]
AUTHORS = "authors:\n  ada: {name: Ada}\n  bob: {name: Bob}\n"
TERMS = {"categories": ["C", "D", "é", "E"], "tags": ["t", "T", "u", "v"], "authors": ["Ada", "Bob"]}
TEXTS = {
    f"docs/blog/posts/{name}.md": post("2026-01-02", f"Text of {name}.", title=f"Of {name}", **TERMS) for name in NAMES
}


def build_apart(site: Site, seed: str) -> dict[str, bytes]:
    """Build in a program of its own, whose sets are in an order of their own."""
    command = [*COMMAND, "build", "-q"]
    subprocess.run(command, cwd=site.root, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    return contents(site.out)


def test_posts_and_terms_are_in_one_order_whatever_the_hash_seed(build) -> None:
    site = build(TEXTS, options={"pagination_per_page": 2})
    first, *others = (build_apart(site, seed) for seed in ("0", "1", "4242"))
    for other in others:
        assert {name for name in first if first[name] != other.get(name)} == set()
        assert first.keys() == other.keys()


def test_the_order_in_which_a_folder_gives_its_files_changes_nothing(build, monkeypatch) -> None:
    expected = contents(build(TEXTS, options={"pagination_per_page": 2}).out)
    walk = os.walk

    def backwards(*args, **more):
        for folder, folders, names in walk(*args, **more):
            yield folder, folders, names
            folders.reverse()
            names.reverse()

    monkeypatch.setattr(os, "walk", backwards)
    assert contents(build(dict(reversed(TEXTS.items())), options={"pagination_per_page": 2}).out) == expected


LINKED = {
    "docs/guide.md": "# Guide\n\n## Part\n\nText.\n",
    "docs/blog/posts/a.md": post("2026-01-01", "Opening.\n\n## Inner\n\nMore.", title="A"),
    "docs/blog/posts/b.md": post("2026-01-02", title="B", links=["guide.md#part", "blog/posts/a.md#inner"]),
}


def test_links_to_sections_hold_in_a_dirty_build(build) -> None:
    site = build(LINKED, dirty=True)
    edits = (("docs/blog/posts/b.md", "Changed."), ("docs/index.md", "# Home again\n"))
    for path, text in edits:  # by neither is the guide read again, whose headings are then not known
        changed = post("2026-01-02", text, title="B", links=["guide.md#part", "blog/posts/a.md#inner"])
        write(site.root, {path: changed if path.endswith("b.md") else text})
        site.run(dirty=True)
        links = site.page(site.post("b")).css(".iroco-related a")
        assert [words(link) for link in links] == ["Guide", "A – Inner"]
        assert site.lost_links(site.post("b")) == []
        assert site.problems == [] == [note for note in site.notes if "`links`" in note]
        assert site.listed("blog/") == ["B", "A"]


def test_a_post_taken_away_leaves_every_view_of_a_dirty_build(build) -> None:
    site = build(LINKED, dirty=True, options={"view_style": "excerpts"})
    (site.root / "docs/blog/posts/b.md").unlink()
    site.run(dirty=True)
    assert [site.listed(url) for url in ("blog/", "blog/archive/2026/")] == [["A"], ["A"]]
    assert "Opening." in site.text("blog/")


@pytest.mark.parametrize("directories", [True, False])
def test_a_system_with_backslashes_makes_the_same_site(build, monkeypatch, directories) -> None:
    """There, the host's `src_path` and `dest_path` have backslashes; addresses have to come from elsewhere."""
    texts = {
        **TEXTS, "docs/blog/posts/deep/x.png": b"png", "docs/blog/.authors.yml": AUTHORS,
        "docs/blog/posts/deep/.meta.yml": "tags: [deep]\n", "docs/blog/category/c.md": "# Of C\n",
        "docs/blog/posts/deep/p.md": post(body="![x](x.png) [other](../a.md)", title="P", links=["blog/posts/a.md"]),
    }  # fmt: skip
    config = {"use_directory_urls": directories, "markdown_extensions": ["footnotes"]}
    expected = contents(build(texts, config=config).out)
    for own, uri in (("src_path", "src_uri"), ("dest_path", "dest_uri")):
        monkeypatch.setattr(File, own, with_backslashes(getattr(File, own), uri))
    site = build(texts, config=config)
    assert contents(site.out) == expected
    assert site.warnings == []
    assert not [name for name in expected if "\\" in name]


def with_backslashes(own: property, uri: str) -> property:
    """The host's property, as it is where paths have backslashes."""
    return property(lambda file: ntpath.normpath(getattr(file, uri)), own.fset)
