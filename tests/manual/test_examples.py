"""Each section of a page is a site: it builds, and its pages and messages are those that the manual shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.manual.reading import DOCS, build_site, built, sections, steps, write

SITE = {
    "mkdocs.yml": "site_name: My site\ntheme:\n  name: mkdocs\n  highlightjs: false\nplugins: [search, iroco-blog]\n",
    "docs/index.md": "# My site\n",
}
WRITING = sections((DOCS / "writing.md").read_text(encoding="utf-8"))
FRAGMENTS = (DOCS / "fragments.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("title", [title for title, text in WRITING.items() if "```" in text])
def test_writing(title: str, tmp_path: Path) -> None:
    told = list(steps(WRITING[title]))
    for name, text in {**SITE, **{step.name: step.text for step in told if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    messages = [line for step in told if step.kind == "shown" for line in step.text.splitlines()]
    output = build_site(tmp_path, *([] if messages else ["--strict"]))
    for message in messages:
        assert message in output
    for step in told:
        if step.kind == "look":
            page = built(tmp_path / "site", step.name)
            assert (page is None) if step.text == "(no such page)" else (page and step.text in page), step


def test_fragments(tmp_path: Path) -> None:
    """The examples of the page on fragments, all in one site."""
    for name, text in {**SITE, **{step.name: step.text for step in steps(FRAGMENTS) if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    build_site(tmp_path, "--strict")
    post = built(tmp_path / "site", "/blog/2026/11/23/open-day/")
    assert post is not None
    assert 'data-page="blog--2026--11--23--open-day"' in post
    assert "(1 post)" in post
    assert "blog.css" in post


def test_start_and_front_matter(tmp_path: Path) -> None:
    """The three lines of the first page, and the post that shows what front matter is."""
    for page in ("index.md", "front-matter.md"):
        for step in steps((DOCS / page).read_text(encoding="utf-8")):
            if step.kind == "file":
                write(tmp_path, step.name, step.text.replace("plugins:", "site_name: My site\nplugins:"))
    write(tmp_path, "docs/index.md", SITE["docs/index.md"])
    build_site(tmp_path, "--strict")
    assert "The first post." in (built(tmp_path / "site", "/blog/") or "")
    assert "Weighing the hives" in (built(tmp_path / "site", "/blog/tag/bees/") or "")


def test_posts_from_hugo_and_pelican(tmp_path: Path) -> None:
    """Both samples of the page, in one blog."""
    page = (DOCS / "hugo-pelican.md").read_text(encoding="utf-8")
    for name, text in {**SITE, **{step.name: step.text for step in steps(page) if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    write(tmp_path, "docs/blog/posts/weighing/hive.jpg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    build_site(tmp_path, "--strict")
    assert "Nine jars, and <em>one</em> of them" in (built(tmp_path / "site", "/blog/") or "")
    assert "A hive on a scale" in (built(tmp_path / "site", "/blog/2026/10/04/weighing-the-hives/") or "")


def test_options_take_effect(tmp_path: Path) -> None:
    """The examples in the reference of options."""
    told = [step for step in steps((DOCS / "options.md").read_text(encoding="utf-8")) if step.kind == "file"]
    opening, kinds, cards = (step for step in told if step.name == "mkdocs.yml")
    [style] = (step for step in told if step.name != "mkdocs.yml")
    write(tmp_path, "docs/index.md", SITE["docs/index.md"])
    write(tmp_path, "docs/blog/posts/a.md", "---\ntitle: A\ndate: 2026-11-20\nauthor: Ada\ntags: bees\n---\nText.\n")
    write(tmp_path, "docs/news/posts/b.md", "---\ntitle: B\ndate: 2026-11-20\n---\nText.\n")
    write(tmp_path, opening.name, "site_name: My site\n" + opening.text)
    build_site(tmp_path, "--strict", "--site-dir", "opening")
    assert built(tmp_path / "opening", "/news/")
    write(tmp_path, kinds.name, "site_name: My site\n" + kinds.text)
    build_site(tmp_path, "--strict", "--site-dir", "kinds")
    assert built(tmp_path / "kinds", "/blog/topics/")
    assert not (tmp_path / "kinds/blog/authors").exists()
    write(tmp_path, cards.name, "site_name: My site\n" + cards.text)
    build_site(tmp_path, "--strict", "--site-dir", "cards")
    index = built(tmp_path / "cards", "/blog/") or ""
    assert all(name in index for name in re.findall(r"\.([a-z][\w-]+)", style.text))
