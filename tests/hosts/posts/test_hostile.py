"""No text of a post runs as HTML anywhere, on any theme: it shows as it was written."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.built import words
from tests.hosts.written import MATERIAL, THEMES, post

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "single": "'><img src=x onerror='alert(1)'>",
    "title": "</title><script>alert(1)</script>",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "jinja": "{{ 7*7 }}<svg/onload=alert(1)>{% raw %}",
    "comment": "--><script>alert(1)</script><!--",
    "url": "javascript:alert(1)",
}
BODIES = ("heading", "front matter")


def slug(name: str, titled: str) -> str:
    return f"{name}-{titled.replace(' ', '-')}"


def texts(name: str, titled: str) -> dict[str, str]:
    attack = ATTACKS[name]
    front = {
        "description": f"D {attack}", "tags": [f"T {attack}".replace(",", "")], "categories": [f"C {attack}"],
        "series": f"S {attack}", "authors": [{"name": f"A {attack}", "description": f"B {attack}", "email": attack}],
        "image": {"path": "x.png", "alt": f"I {attack}"}, "links": [{f"L {attack}": "index.md"}],
    }  # fmt: skip
    if titled == "front matter":
        front["title"] = f"N {attack}"
        body = "Text."
    else:
        body = "# N " + attack.replace("<", "&lt;") + "\n\nText."
    path = f"docs/blog/posts/{slug(name, titled)}.md"
    return {path: post("2026-01-02", body, **front, slug=slug(name, titled)), "docs/blog/posts/x.png": "png"}


def danger(page: str) -> list[str | None]:
    """What runs on a page and is not the theme's own."""
    tree = LexborHTMLParser(page)
    found: list[str | None] = [node.html for node in tree.css("script") if (node.text() or "").startswith("alert(1)")]
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") and "alert" in (value or ""):
                found.append(node.html)
            if name in ("href", "src", "action") and (value or "").strip().casefold().startswith("javascript:alert"):
                found.append(node.html)
    return found


@pytest.fixture
def site(build_once, theme):
    """A site with every attack, in posts that stand beside each other."""
    named = {"name": theme, "features": ["navigation.tabs", "navigation.indexes"]} if theme == "material" else theme
    attack = ATTACKS["image"]
    nav = [{"Home": "index.md"}, {f"X {attack}": "blog/index.md"}, {"In nav": "blog/posts/in-nav.md"}]
    posts = {
        path: text
        for attack in ATTACKS for titled in BODIES for path, text in texts(attack, titled).items()
    }  # fmt: skip
    options = {"pagination_per_page": 2, "blog_toc": True}
    more = {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/in-nav.md": post(title=f"N {attack}")}
    return build_once({**posts, **more}, named, options=options, config={"nav": nav})


def test_no_page_runs_what_a_post_says(site) -> None:
    for path in site.out.rglob("*.html"):
        assert danger(path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("titled", BODIES)
def test_text_shows_as_it_was_written(site, name, titled) -> None:
    attack = ATTACKS[name]
    written = attack.replace("&lt;", "<").replace("&gt;", ">")
    url = f"blog/2026/01/02/{slug(name, titled)}/"
    page = site.page(url)
    assert words(page.css_first("h1")).rstrip("¶ ") == f"N {written}"
    assert f"N {written}" in words(page.css_first("title"))
    assert site.entry(url)["summary"] == [f"D {written}"]
    assert [words(node) for node in page.css("a.p-category, span.p-category")] == [f"C {attack}", f"T {attack}"]
    assert page.css_first("img.u-featured").attributes["alt"] == f"I {attack}"
    shown = words(page.css_first(".iroco-footer"))
    assert f"L {written}" in shown
    for letter in "AB":
        assert f"{letter} {attack}" in shown
    for meta in page.css("meta[name=description]"):
        assert meta.attributes["content"] == f"D {written}"
    for meta in page.css("meta[name=author]"):
        assert meta.attributes["content"] == f"A {attack}"


def test_lists_show_titles_as_they_were_written(site) -> None:
    pages = ("blog/", *(f"blog/page/{n}/" for n in range(2, len(ATTACKS) + 2)))
    listed = [name for url in pages for name in site.listed(url)]
    written = [attack.replace("&lt;", "<").replace("&gt;", ">") for attack in ATTACKS.values()]
    assert sorted(listed) == sorted([f"N {ATTACKS['image']}", *(f"N {attack}" for attack in written for _ in BODIES)])


@pytest.mark.parametrize("address", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,<b>A</b>"])
def test_an_address_in_front_matter_does_not_run(build, address) -> None:
    author = {"name": "A", "url": address, "avatar": address}
    front = {"authors": [author], "links": [{"L": address}], "image": address}
    options = {"authors_profiles": False}
    site = build({"docs/blog/posts/a.md": post(title="A", **front)}, options=options)
    for path in site.out.rglob("*.html"):
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css("a[href], form[action]"):
            href = (node.attributes.get("href") or "").strip().casefold()
            assert not href.startswith(("javascript:", "data:text/html")), path


def test_the_theme_gets_titles_that_are_text(build) -> None:
    site = build(texts("script", "front matter"), "material", plugins=["search", "tags", "iroco-blog"])
    for path in site.out.rglob("*.html"):
        assert danger(path.read_text(encoding="utf-8")) == [], path.name
    for entry in site.search:
        assert "<script" not in entry["title"] or MATERIAL == "materialx"  # whose script shows a title as text
        assert not [tag for tag in entry.get("tags", []) if "<script" in tag]


def test_own_authors_and_options(build) -> None:
    attack = ATTACKS["script"]
    options = {"tags_name": f"T {attack}", "archive_name": f"R {attack}", "authors": {"a": {"name": f"A {attack}"}}}
    texts_ = {"docs/blog/posts/a.md": post(title="A", tags=["t"], author="a")}
    for theme in THEMES:
        site = build(texts_, theme, options=options)
        for path in site.out.rglob("*.html"):
            assert danger(path.read_text(encoding="utf-8")) == [], (theme, path)
        assert words(site.page("blog/tags/").css_first("h1")) == f"T {attack}"
