"""Golden cases: files of `tests/cases/`, each an input and what comes of it, to be read like the manual.

After a change that is meant, `pytest tests/core/test_cases.py --update-goldens` writes them anew; review the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.links import Image
from mkdocs_iroco_blog.core.model import Author, Blog, Post

UNSAID = ("body", "lines", "meta", "related", "source", "titled_by_layout")
"""What a case does not show of a post."""


@pytest.mark.golden_test("../cases/posts/*.yml")
def test_post(golden: Any, read: Callable[..., tuple[Post | None, list[str]]]) -> None:
    """A Markdown file in, the post's fields out; those that say nothing are left out."""
    around = {"authors": golden.get("authors", ""), **(golden.get("options") or {})}
    post, findings = read(golden["text"], golden["file"], defaults=tuple(golden.get("defaults") or ()), **around)
    assert golden.out.get("post") == (fields(post) if post else None)
    assert golden.out.get("meta") == (plain(post.meta) if post and golden.get("show_meta") else None)
    assert golden.out.get("findings") == (findings or None)


@pytest.mark.golden_test("../cases/problems/*.yml")
def test_problems(golden: Any, build: Callable[..., tuple[Blog, list[Finding]]]) -> None:
    """Files below `blog/posts/` in, what is built and what the author is told out."""
    encoding = golden.get("encoding") or "utf-8"
    files = {path: text.encode(encoding) for path, text in golden["files"].items()}
    around = {"authors": golden.get("authors", ""), **(golden.get("options") or {})}
    blog, findings = build(files, drafts=bool(golden.get("drafts")), occupied=golden.get("occupied"), **around)
    assert golden.out.get("built") == [f"{post.source} at /{post.path}/" for post in blog.posts]
    assert golden.out["told"] == [f"{level(finding)}: {finding}" for finding in findings]


@pytest.mark.golden_test("../cases/excerpts/*.yml")
def test_excerpt(golden: Any, finish: Callable[..., Body]) -> None:
    """The HTML of the post at `blog/2024/10/04/nec/` in, what the page at `view` shows of it out."""
    body = finish(golden["html"], front=golden.get("front") or "", **(golden.get("options") or {}))
    assert golden.out["excerpt"] == f"{body.excerpt.content.html(golden['view'])}\n"
    assert golden.out["cut"] == body.excerpt.cut


@pytest.mark.golden_test("../cases/bodies/*.yml")
def test_body(golden: Any, finish: Callable[..., Body]) -> None:
    """The HTML of a post in; its name, what the header shows, and the text below it out."""
    body = finish(golden["html"], front=golden.get("front") or "", **(golden.get("options") or {}))
    assert golden.out["title"] == body.title
    assert golden.out.get("heading") == (None if body.heading is None else str(body.heading))
    assert golden.out.get("heading_id") == body.heading_id
    assert golden.out.get("dropped") == (body.dropped or None)
    assert golden.out.get("shifted") == (body.shifted or None)
    assert golden.out["body"] == str(body.html) + "\n"


def level(finding: Finding) -> str:
    """How the host would log a finding."""
    if not finding.is_problem:
        return "note"
    return "draft" if finding.draft else "error" if (finding.level is Level.ERROR) else "problem"


def fields(post: Post) -> dict[str, Any]:
    """What a post says, as YAML."""
    said = {name: plain(getattr(post, name)) for name in Post.__slots__ if name not in UNSAID}
    said = {name: value for name, value in said.items() if value not in (None, "", False, [], {})}
    return said if post.related else {**said, "related": False}


def plain(value: Any) -> Any:
    """A value as YAML would hold it."""
    if isinstance(value, Moment):
        return value.attribute()
    if isinstance(value, Author):
        return {name: getattr(value, name) for name in Author.__slots__ if name != "place" and getattr(value, name)}
    if isinstance(value, Image):
        return {"src": value.src, "alt": value.alt}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if hasattr(value, "items"):
        return {key: plain(item) for key, item in value.items()}
    return getattr(value, "value", value)
