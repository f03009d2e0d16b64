"""`mkdocs serve` renders a page of the blog again when the result of a call in its template changes, and only then."""

from __future__ import annotations

import pytest

from tests.hosts.built import Site, contents
from tests.hosts.written import post, write

POSTS = "docs/blog/posts"
OWN = {"name": "mkdocs", "custom_dir": "own"}
TEXTS = {
    f"{POSTS}/{n}.md": post(f"2026-0{n}-01", f"Text {n}.\n\n## Part\n\nMore.", title=f"Post {n}", tags=[f"t{n % 2}"])
    for n in range(1, 6)
} | {"docs/guide.md": "# Guide\n\nOf it all.\n"}
NEWEST, OLDEST = "blog/2026/05/01/post-5/", "blog/2026/01/01/post-1/"


def main(text: str) -> dict[str, str]:
    return {"own/main.html": f"{{% extends 'base.html' %}}{{% block content %}}{{{{ super() }}}}{text}{{% endblock %}}"}


def edit(site: Site, number: int, old: str, new: str) -> None:
    file = site.root / f"{POSTS}/{number}.md"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def served(site: Site, rendered: list[str]) -> dict[str, bytes]:
    rendered.clear()
    site.run(command="serve", fresh=False)
    return contents(site.out)


OTHERS = {"", "guide/"}


@pytest.mark.parametrize(
    ("call", "number", "old", "new", "changed"),
    [
        ("posts(limit=1)", 1, "Text 1", "New", {OLDEST}),
        ("posts(limit=1)", 5, "Text 5", "New", {NEWEST}),
        ("posts(limit=1, style='excerpts')", 1, "Text 1", "New", {OLDEST}),
        ("posts(limit=1, style='excerpts')", 5, "Text 5", "New", None),
        ("posts(limit=1, style='excerpts')", 5, "More", "Mere", {NEWEST}),
        ("posts(tag='t0', style='excerpts')", 2, "Text 2", "New", None),
        ("posts(limti=1)", 5, "More", "Mere", {NEWEST}),
    ],
)
def test_pages_are_rendered_again_when_a_result_changes(build, rendered, call, number, old, new, changed) -> None:
    options = {"view_style": "titles", "overviews": False, "related": False, "tags": False, "archive": False}
    site = build({**TEXTS, **main(f"{{{{ blog.{call} }}}}")}, OWN, options=options, command="serve")
    assert set(rendered) == site.urls
    served(site, rendered)
    assert set(rendered) == OTHERS
    edit(site, number, old, new)
    preview = served(site, rendered)
    assert set(rendered) == (site.urls if changed is None else OTHERS | changed)
    whole = contents(site.run(command="serve").out)
    assert {name for name in whole.keys() | preview.keys() if whole.get(name) != preview.get(name)} == set()


def test_only_the_pages_that_call_are_rendered_again(build, rendered) -> None:
    text = "{% if page.meta.lister %}{{ blog.posts(limit=1, style='excerpts') }}{% endif %}"
    lister = {f"{POSTS}/2.md": post("2026-02-01", "Text 2.", title="Post 2", lister=True)}
    options = {"view_style": "titles", "known_keys": ["lister"], "related": False}
    site = build({**TEXTS, **main(text), **lister}, OWN, options=options, command="serve")
    edit(site, 5, "Text 5", "New words")
    served(site, rendered)
    assert set(rendered) == {*OTHERS, NEWEST, "blog/2026/02/01/post-2/"}
    assert "New words" in site.text("blog/2026/02/01/post-2/")


def test_a_call_in_a_macro_that_a_template_imports_counts_as_the_pages(build, rendered) -> None:
    macros = {"own/lists.html": "{% macro news() %}{{ blog.posts(limit=1, style='excerpts') }}{% endmacro %}"}
    texts = {**TEXTS, **main("{% import 'lists.html' as lists %}{{ lists.news() }}"), **macros}
    site = build(texts, OWN, options={"view_style": "titles", "related": False}, command="serve")
    served(site, rendered)
    assert set(rendered) == OTHERS
    edit(site, 5, "Text 5", "New words")
    preview = served(site, rendered)
    assert set(rendered) == site.urls
    assert preview == contents(site.run(command="serve").out)


def test_a_new_post_shows_wherever_it_is_listed(build, rendered) -> None:
    site = build({**TEXTS, **main("{{ blog.posts(limit=1) }}{{ blogs['blog'].terms(limit=1) }}")}, OWN, command="serve")
    write(site.root, {f"{POSTS}/6.md": post("2026-06-01", title="Post 6", tags=["t0", "t1"])})
    preview = served(site, rendered)
    assert b"Post 6" in preview["blog/2026/01/01/post-1/index.html"]
    assert preview == contents(site.run(command="serve").out)


def test_a_mistake_is_reported_as_long_as_it_is_there(build, rendered) -> None:
    site = build({**TEXTS, **main("{{ blog.posts(limti=1) }}")}, OWN, command="serve")
    assert len(site.problems) == 1
    served(site, rendered)
    assert site.problems == []
    assert site.notes == ["Messages that have not changed since the last build: 1."]
    edit(site, 1, "Text", "Texts")
    served(site, rendered)
    assert site.notes == ["Messages that have not changed since the last build: 1."]
