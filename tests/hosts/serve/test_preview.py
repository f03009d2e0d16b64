"""`mkdocs serve` on a real port: what an author changes shows, and nothing that they write ends it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.declared import checks
from tests.hosts.preview import Preview, free_port
from tests.hosts.written import epoch, post, write, write_config

POST = "docs/blog/posts/a.md"
URL = "/blog/2026/01/02/a/"
THEME = {"name": "mkdocs", "custom_dir": "own"}
TEXTS = {
    "docs/index.md": "# Home\n",
    POST: post(title="A", body="First words.", author="ada"),
    "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada}\n",
    "own/iroco_blog/empty.html": "Nothing.",
}


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Preview]]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch("2026-11-01"))
    running: list[Preview] = []

    def run(*more: str, texts: dict[str, str] | None = None, until: str = URL, **options: object) -> Preview:
        write(tmp_path, TEXTS if texts is None else texts)
        write_config(tmp_path, THEME, options, {}, None)
        preview = Preview(tmp_path, free_port(), *more)
        running.append(preview)
        preview.wait(lambda: preview.read(until)[0] == 200)
        return preview

    try:
        yield run
    finally:
        for preview in running:
            preview.stop()


def test_an_edited_post_shows_on_its_page_and_on_views(start) -> None:
    preview = start()
    preview.write(POST, post(title="A", body="Second words.", author="ada", tags=["new"]))
    preview.shows(URL, "Second words.")
    preview.shows("/blog/", "Second words.")
    preview.shows("/blog/tag/new/", "2026/01/02/a/")
    assert "First words." not in preview.read("/blog/")[1]


@checks("MkDocs", "The preview shows what is added, changed, renamed and deleted.")
@checks("ProperDocs", "The preview shows what is added, changed, renamed and deleted.")
def test_added_renamed_and_deleted_posts(start) -> None:
    preview = start()
    other = "docs/blog/posts/b.md"
    preview.write(other, "---\ndate: 2026-02-02\ntags: [t]\n---\nAnother text.\n")
    preview.shows("/blog/", "Another text.")
    shutil.move(preview.root / other, preview.root / "docs/blog/posts/2026-03-03-c.md")
    preview.write("docs/blog/posts/2026-03-03-c.md", "---\ntags: [t]\n---\nAnother text.\n")
    preview.shows("/blog/2026/03/03/c/", "Another text.")
    preview.gone("/blog/2026/02/02/b/")
    (preview.root / "docs/blog/posts/2026-03-03-c.md").unlink()
    preview.gone("/blog/2026/03/03/c/")
    preview.gone("/blog/tag/t/")
    preview.lacks("/blog/", "Another text.")


def test_an_edited_authors_file(start) -> None:
    preview = start()
    preview.write("docs/blog/.authors.yml", "authors:\n  ada: {name: Ada Lovelace}\n")
    preview.shows(URL, "Ada Lovelace")
    preview.shows("/blog/authors/", "Ada Lovelace")


def test_an_authors_file_outside_the_docs_folder(start) -> None:
    texts = {**TEXTS, "people.yml": "authors:\n  ada: {name: Ada}\n"}
    preview = start(texts=texts, authors_file="../people.yml")
    preview.write("people.yml", "authors:\n  ada: {name: Ada Lovelace}\n")
    preview.shows(URL, "Ada Lovelace")


def test_an_authors_file_that_was_not_there(start) -> None:
    texts = {path: text for path, text in TEXTS.items() if "authors" not in path}
    preview = start(texts=texts)
    preview.write("docs/blog/.authors.yml", "authors:\n  ada: {name: Ada Lovelace}\n")
    preview.shows(URL, "Ada Lovelace")


def test_fragments_added_edited_and_deleted(start) -> None:
    preview = start()
    own = "own/iroco_blog/author.html"
    preview.write(own, "<p>Own fragment</p>")
    preview.shows(URL, "Own fragment")
    preview.write(own, "<p>Edited fragment</p>")
    preview.shows(URL, "Edited fragment")
    (preview.root / own).unlink()
    preview.lacks(URL, "Edited fragment")


def test_the_first_fragment_shows_at_the_next_reload(start) -> None:
    texts = {path: text for path, text in TEXTS.items() if not path.startswith("own/")}
    preview = start(texts={**texts, "own/readme.txt": ""})
    preview.write("own/iroco_blog/author.html", "<p>Own fragment</p>")
    preview.write(POST, post(title="A", body="Second words.", author="ada"))
    preview.shows(URL, "Own fragment")


@pytest.mark.parametrize(
    "bad",
    ["---\ntitle: A\ndate: 2026-01-02\ntags\n  - a\n---\n", "", b"---\ntitle: \xe9\n---\n", "---\n- a\n---\n"],
    ids=["broken YAML", "empty", "Latin-1", "a list"],
)
def test_a_problem_is_told_and_the_server_stays_up(start, bad) -> None:
    preview = start()
    preview.write(POST, bad)
    preview.wait(lambda: "blog/posts/a.md" in preview.said())
    preview.gone(URL)
    preview.write(POST, post(title="A", body="Mended words.", author="ada"))
    preview.shows(URL, "Mended words.")
    assert preview.server.poll() is None


def test_a_broken_fragment_leaves_the_server_up(start) -> None:
    preview = start()
    preview.write("own/iroco_blog/author.html", "{% if %}")
    preview.wait(lambda: "author.html" in preview.said() or "Error" in preview.said())
    preview.write("own/iroco_blog/author.html", "<p>Mended</p>")
    preview.shows(URL, "Mended")


def test_a_draft_becomes_a_post_and_back(start) -> None:
    preview = start()
    preview.write(POST, post(title="A", draft=True, author="ada"))
    preview.shows(URL, "iroco-badge")
    preview.write(POST, post(title="A", author="ada"))
    preview.lacks(URL, "iroco-badge")


def test_one_edit_is_one_build(start) -> None:
    preview = start()
    preview.write(POST, post(title="A", body="Second words.", author="ada"))
    preview.shows(URL, "Second words.")
    time.sleep(1.5)  # a build that watches what it writes would have begun again by now
    assert preview.said().count("Building documentation...") == 2


def test_a_blog_without_posts_gets_its_first(start) -> None:
    preview = start(texts={"docs/index.md": "# Home\n", "own/x.txt": ""}, until="/blog/")
    preview.shows("/blog/", "docs/blog/posts/first-post.md")
    preview.write("docs/blog/posts/first-post.md", post(title="First", body="Hello."))
    preview.shows("/blog/", "Hello.")
    preview.lacks("/blog/", "docs/blog/posts/first-post.md")
