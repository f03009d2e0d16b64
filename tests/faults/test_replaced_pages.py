"""The blog is whole, whatever builds the navigation and its pages anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.faults.built import Built

FILES = {
    "docs/guide.md": "# Guide\n\nKeep the mice out.\n",
    "docs/care/water.md": "# Water\n\nOften.\n",
    "docs/blog/.authors.yml": "authors: {ada: {name: Ada Lovelace}}\n",
    "docs/blog/posts/first.md": "---\ndate: 2024-01-01\nauthors: [ada]\ntags: winter\n---\n# First\n\nBees.\n\nRest.\n",
    "docs/blog/posts/last.md": "---\ndate: 2024-03-03\nauthors: [ada]\ntags: [winter]\n---\n# Last\n\nBees in March.\n",
}
PLAIN = """
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
@event_priority({priority})
def {event}(first, config, files, **kwargs):
    for file in (files or first).documentation_pages():
        file.page = Page(None, file, config)
"""
AWESOME: dict[str, Any] = {"plugins": [{"awesome-pages": {}}, "search"]}
HOOK: dict[str, Any] = {"hooks": ["hook.py"]}
WAYS: dict[str, tuple[dict[str, Any], str]] = {
    "a rest item": ({**AWESOME, "nav": ["index.md", "..."]}, ""),
    "a rest item behind the blog": ({**AWESOME, "nav": ["index.md", {"News": "blog/index.md"}, "..."]}, ""),
    "a rest item in a section": ({**AWESOME, "nav": [{"Start": ["index.md", "..."]}]}, ""),
    "no nav": (AWESOME, ""),
    "a hook in on_nav": (HOOK, PLAIN.format(event="on_nav", priority=0)),
    "a late hook in on_nav": (HOOK, PLAIN.format(event="on_nav", priority=-200)),
    "the last hook in on_nav": (HOOK, PLAIN.format(event="on_nav", priority=-2_000_000)),
}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("way", WAYS)
def test_a_blog_whose_pages_are_replaced_is_whole(build: Callable[..., Built], way: str, theme: str) -> None:
    settings, hook = WAYS[way]
    built = build({**FILES, "hook.py": hook}, theme=theme, strict=True, **settings)
    assert built.code == 0, built.log
    page = "blog/2024/01/01/first/index.html"
    assert built.words(page, ".dt-published") == "January 1, 2024"
    assert "Ada Lovelace" in built.words(page, ".h-entry")
    assert "Rest." in built.words(page, ".e-content")
    assert "Last" in built.words(page, ".iroco-neighbours, .iroco-footer, footer, .h-entry + nav, body")
    for path in "blog/index.html", "blog/tag/winter/index.html":
        words = built.words(path, ".h-feed")
        assert 0 <= words.find("Last") < words.find("First")
    assert "winter" in built.words("blog/tags/index.html", "article, main, [role=main]")
    links = {link.attributes["href"] for link in built.page("index.html").css("nav a[href], .navbar a[href]")}
    assert "blog/" in links or way == "a rest item in a section"
    if way == "a rest item behind the blog":
        assert "News" in built.text("index.html")
