"""`mkdocs serve` on a real port: what an author changes shows, and nothing that they write ends it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.declared import checks
from tests.hosts.preview import Preview, free_port
from tests.hosts.written import Texts, epoch, post, write, write_config

POST = "docs/blog/posts/a.md"
URL = "/blog/2026/01/02/a/"
THEME = {"name": "mkdocs", "custom_dir": "own"}
TEXTS = {
    "docs/index.md": "# Home\n",
    POST: post(title="A", body="First words.", author="ada"),
    "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada}\n",
    "own/iroco_blog/empty.html": "Nothing.",
}
MARKS = count(1)


def serve(root: Path, texts: Texts, until: str = URL, **options: object) -> Preview:
    """Start the preview of a site, and wait until it shows a page."""
    write(root, texts)
    write_config(root, THEME, options, {}, None)
    preview = Preview(root, free_port())
    preview.wait(lambda: preview.read(until)[0] == 200)
    return preview


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Starts previews of sites of their own."""
    with ExitStack() as running:

        def run(**more: Any) -> Preview:
            preview = serve(tmp_path, **more)
            running.callback(preview.stop)
            return preview

        yield run


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that many tests use, one after another: to start it takes longer than most of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch("2026-11-01"))
        preview = serve(tmp_path_factory.mktemp("preview"), TEXTS)
        try:
            yield preview
        finally:
            preview.stop()


@pytest.fixture
def preview(running: Preview) -> Preview:
    """The preview of `TEXTS`, as it was before another test changed it."""
    mark = f"Home, {next(MARKS)}"
    for folder in ("docs", "own"):
        shutil.rmtree(running.root / folder)
    write(running.root, {**TEXTS, "docs/index.md": f"# {mark}\n"})
    running.shows("/", mark)
    return running


def test_an_edited_post_shows_on_its_page_and_on_views(preview) -> None:
    preview.write(POST, post(title="A", body="Second words.", author="ada", tags=["new"]))
    preview.shows(URL, "Second words.")
    preview.shows("/blog/", "Second words.")
    preview.shows("/blog/tag/new/", "2026/01/02/a/")
    assert "First words." not in preview.read("/blog/")[1]


@checks("MkDocs", "The preview shows what is added, changed, renamed and deleted.")
@checks("ProperDocs", "The preview shows what is added, changed, renamed and deleted.")
def test_added_renamed_and_deleted_posts(preview) -> None:
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


def test_an_edited_authors_file(preview) -> None:
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


def test_fragments_added_edited_and_deleted(preview) -> None:
    own = "own/iroco_blog/meta.html"
    preview.write(own, "<p>Own fragment</p>")
    preview.shows(URL, "Own fragment")
    preview.write(own, "<p>Edited fragment</p>")
    preview.shows(URL, "Edited fragment")
    (preview.root / own).unlink()
    preview.lacks(URL, "Edited fragment")


def test_the_first_fragment_shows_at_the_next_reload(start) -> None:
    texts = {path: text for path, text in TEXTS.items() if not path.startswith("own/")}
    preview = start(texts={**texts, "own/readme.txt": ""})
    preview.write("own/iroco_blog/meta.html", "<p>Own fragment</p>")
    preview.write(POST, post(title="A", body="Second words.", author="ada"))
    preview.shows(URL, "Own fragment")


@pytest.mark.parametrize(
    "bad",
    ["---\ntitle: A\ndate: 2026-01-02\ntags\n  - a\n---\n", "", b"---\ntitle: \xe9\n---\n", "---\n- a\n---\n"],
    ids=["broken YAML", "empty", "Latin-1", "a list"],
)
def test_a_problem_is_told_and_the_server_stays_up(preview, bad) -> None:
    before = len(preview.said())
    preview.write(POST, bad)
    preview.wait(lambda: "blog/posts/a.md" in preview.said()[before:])
    preview.gone(URL)
    preview.write(POST, post(title="A", body="Mended words.", author="ada"))
    preview.shows(URL, "Mended words.")
    assert preview.server.poll() is None


def test_a_broken_fragment_leaves_the_server_up(preview) -> None:
    before = len(preview.said())
    preview.write("own/iroco_blog/meta.html", "{% if %}")
    preview.wait(lambda: "meta.html" in preview.said()[before:] or "Error" in preview.said()[before:])
    preview.write("own/iroco_blog/meta.html", "<p>Mended</p>")
    preview.shows(URL, "Mended")


def test_a_draft_becomes_a_post_and_back(preview) -> None:
    preview.write(POST, post(title="A", draft=True, author="ada"))
    preview.shows(URL, "iroco-badge")
    preview.write(POST, post(title="A", author="ada"))
    preview.lacks(URL, "iroco-badge")


def test_one_edit_is_one_build(preview) -> None:
    before = preview.said().count("Building documentation...")
    preview.write(POST, post(title="A", body="Second words.", author="ada"))
    preview.shows(URL, "Second words.")
    time.sleep(1.5)  # a build that watches what it writes would have begun again by now
    assert preview.said().count("Building documentation...") == before + 1


def test_a_blog_without_posts_gets_its_first(start) -> None:
    preview = start(texts={"docs/index.md": "# Home\n", "own/x.txt": ""}, until="/blog/")
    preview.shows("/blog/", "docs/blog/posts/first-post.md")
    preview.write("docs/blog/posts/first-post.md", post(title="First", body="Hello."))
    preview.shows("/blog/", "Hello.")
    preview.lacks("/blog/", "docs/blog/posts/first-post.md")
