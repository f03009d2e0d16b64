"""`mkdocs serve` renders anew what an edit changes, and nothing else; its pages are those of a build."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from typing import Any

import jinja2
import pytest
import yaml

from mkdocs_iroco_blog.host.output.layout import PageLayout
from tests.hosts.built import Site, contents, shut_down
from tests.hosts.written import post, write
from tests.pictures import svg

POSTS = "docs/blog/posts"
OWN = {
    "own/main.html": "{% extends 'base.html' %}{% block content %}<p>Own</p>"
    "{{ colour }}{{ page.meta.icon }}{{ super() }}{% endblock %}",
    "own/iroco_blog/author.html": "<p>Own author: {{ author.name }}</p>",
}
LINKS = "{% for title in page.toc %}{% for it in title.children %}<a href='{{ it.url }}'></a>{% endfor %}{% endfor %}"
TEXTS = {
    f"{POSTS}/{n}.md": post(
        f"2026-0{n}-01", f"Text {n}.\n\n## Part\n\n[Next]({n % 6 + 1}.md#part), [guide](../../guide.md).",
        title=f"Post {n}", tags=["t", f"t{n % 2}"], categories=["C"], authors=["ada"],
    )
    for n in range(1, 7)
} | {
    f"{POSTS}/6.md": post("2026-06-01", "Text 6.\n\n## Part\n", title="Post 6", image="new.svg", icon=1),
    f"{POSTS}/2.md": post("2026-02-01", "Text 2.\n\n## Part\n", title="Post 2", superseded_by="../../guide.md"),
    **{f"{POSTS}/{n}.md": post(f"2026-0{n}-01", f"Stone {n}.", title=f"Post {n}", series="Walls") for n in (7, 8)},
    "docs/blog/series/walls.md": "---\nplanned: [Paint]\n---\n\n# Walls\n",
    "docs/guide.md": "# Guide\n\nOf it all.\n",
    f"{POSTS}/4.md": post("2026-04-01", "![](4.svg)\n\n## Part\n", title="Post 4", tags=["t"], authors=["ada"]),
    f"{POSTS}/5.md": post("2026-05-01", "Text 5.\n\n## Part\n", title="Post 5", tags=["t"], image="5.svg"),
    f"{POSTS}/4.svg": svg(20, 20), f"{POSTS}/5.svg": svg(20, 20), "docs/ada.svg": svg(20, 20),
    "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada, avatar: ada.svg}\n",
    "hook.py": "def on_page_context(context, **_):\n    context['colour'] = 'blue'\n    return context\n",
    **OWN,
}  # fmt: skip
CONFIG = {"hooks": ["hook.py"], "nav": ["index.md", "guide.md", {"Journal": "blog/index.md"}]}
EDITS: dict[str, Callable[[Site], Any]] = {
    "text": lambda site: change(site, f"{POSTS}/3.md", "Text 3", "New words"),
    "words of a related post": lambda site: change(site, f"{POSTS}/3.md", "Text 3", "Text 5, text 5"),
    "text below the excerpt": lambda site: change(site, f"{POSTS}/3.md", "[guide]", "[manual]"),
    "title": lambda site: change(site, f"{POSTS}/3.md", "Post 3", "New title"),
    "tag": lambda site: change(site, f"{POSTS}/3.md", "t1", "t9"),
    "front matter": lambda site: change(site, f"{POSTS}/3.md", "title:", "icon: material/pen\ntitle:"),
    "description": lambda site: change(site, f"{POSTS}/3.md", "title:", "description: Of three\ntitle:"),
    "pinned": lambda site: change(site, f"{POSTS}/3.md", "title:", "pin: true\ntitle:"),
    "series": lambda site: change(site, f"{POSTS}/3.md", "title:", "series: Numbers\ntitle:"),
    "part of a series": lambda site: change(site, f"{POSTS}/8.md", "series: Walls", "series: {name: Walls, part: 1}"),
    "planned part": lambda site: change(site, "docs/blog/series/walls.md", "Paint", "Paint, Dry"),
    "superseded": lambda site: change(site, f"{POSTS}/3.md", "title:", "superseded_by: 5.md\ntitle:"),
    "superseded by another": lambda site: change(
        site, f"{POSTS}/2.md", "superseded_by: ../../guide", "superseded_by: 6"
    ),
    "versions": lambda site: change(site, f"{POSTS}/3.md", "title:", "applies_to: '>=2'\ntitle:"),
    "unlisted": lambda site: change(site, f"{POSTS}/3.md", "title:", "unlisted: true\ntitle:"),
    "redirect": lambda site: change(site, f"{POSTS}/3.md", "title:", "redirect_to: /guide/\ntitle:"),
    "related page": lambda site: change(site, f"{POSTS}/3.md", "title:", "links: [guide.md]\ntitle:"),
    "date": lambda site: change(site, f"{POSTS}/3.md", "2026-03-01", "2026-03-02"),
    "picture": lambda site: write(site.root, {f"{POSTS}/new.svg": "<svg/>"}),
    "picture of another size": lambda site: write(site.root, {f"{POSTS}/4.svg": svg(30, 20)}),
    "cover of another size": lambda site: write(site.root, {f"{POSTS}/5.svg": svg(30, 20)}),
    "author's picture of another shape": lambda site: write(site.root, {"docs/ada.svg": svg(30, 20)}),
    "excerpt": lambda site: change(site, f"{POSTS}/3.md", "## Part", "<!-- more -->\n\n## Part"),
    "number": lambda site: change(site, f"{POSTS}/6.md", "icon: 1", "icon: true"),
    "draft": lambda site: change(site, f"{POSTS}/3.md", "title:", "draft: true\ntitle:"),
    "new post": lambda site: write(site.root, {f"{POSTS}/9.md": post("2026-09-01", "Nine.", title="Post 9")}),
    "deleted post": lambda site: (site.root / POSTS / "3.md").unlink(),
    "authors": lambda site: change(site, "docs/blog/.authors.yml", "Ada", "Ada Lovelace"),
    "page": lambda site: change(site, "docs/guide.md", "Of it", "About it"),
    "page's title": lambda site: change(site, "docs/guide.md", "# Guide", "# Handbook"),
    "page's heading": lambda site: change(site, f"{POSTS}/4.md", "## Part", "## Section"),
    "new page": lambda site: write(site.root, {"docs/more.md": "# More\n"}),
    "navigation": lambda site: configure(site, nav=["guide.md", "index.md", "blog/index.md"]),
    "post in the navigation": lambda site: configure(site, nav=["guide.md", "blog/index.md", "blog/posts/3.md"]),
    "theme's table of contents": lambda site: change(site, "own/main.html", "Own", LINKS),
    "site's name": lambda site: configure(site, site_name="Renamed"),
    "theme": lambda site: change(site, "own/main.html", "Own", "Changed"),
    "new template": lambda site: write(
        site.root, {f"own/{name}": "Ours" for name in ("partials/footer.html", "content.html")}
    ),
    "fragment": lambda site: change(site, "own/iroco_blog/author.html", "Own author", "By"),
    "introduction's description": lambda site: write(
        site.root, {"docs/blog/index.md": "---\ndescription: All of it\n---\n\n# Diary\n"}
    ),
    "feeds": lambda site: configure_blog(site, feeds=["rss"]),
    "pages of views": lambda site: configure_blog(site, pagination_per_page=2),
    "introduction": lambda site: write(site.root, {"docs/blog/index.md": "# Diary\n\nHello.\n"}),
    "nothing": lambda _: None,
}


def change(site: Site, path: str, old: str, new: str) -> None:
    file = site.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def configure(site: Site, **values: Any) -> None:
    file = site.root / "mkdocs.yml"
    config = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(yaml.safe_dump(config | values, sort_keys=False), encoding="utf-8")


def configure_blog(site: Site, **options: Any) -> None:
    configure(site, plugins=["search", {"iroco-blog": options}])


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were laid out."""
    seen: list[str] = []
    lay_out = PageLayout.lay_out

    def counted(self: PageLayout, page: Any) -> Any:
        seen.append(page.url)
        return lay_out(self, page)

    monkeypatch.setattr(PageLayout, "lay_out", counted)
    return seen


def served(site: Site, rendered: list[str] | None = None, *, fresh: bool = False) -> dict[str, bytes]:
    if rendered is not None:
        rendered.clear()
    site.run(command="serve", fresh=fresh)
    return contents(site.out)


@pytest.mark.parametrize(
    ("theme", "edit"),
    [
        *(("mkdocs", edit) for edit in EDITS),
        *(("material", edit) for edit in ("page's title", "navigation", "theme", "new template")),
    ],
)
def test_after_an_edit_the_pages_are_those_of_a_build(build, theme, edit) -> None:
    site = build(TEXTS, {"name": theme, "custom_dir": "own"}, config=CONFIG, command="serve")
    before = contents(site.out)
    EDITS[edit](site)
    preview = served(site)
    whole = served(site, fresh=True)
    assert {name for name in whole.keys() | preview.keys() if whole.get(name) != preview.get(name)} == set()
    assert (preview == before) is (edit == "nothing")


def test_edits_one_after_another(build) -> None:
    site = build(TEXTS, {"name": "material", "custom_dir": "own"}, config=CONFIG, command="serve")
    for edit in ("text", "new post", "nothing", "authors", "deleted post", "page's title", "site's name", "page"):
        EDITS[edit](site)
        served(site)
    preview = contents(site.out)
    assert preview == served(site, fresh=True)


POST = "blog/2026/03/01/post-3/"
EXCERPTS = {"blog/", "blog/category/c/"}
TITLES = {"blog/tag/t/", "blog/tag/t1/", "blog/author/ada/", "blog/archive/2026/"}


@pytest.mark.parametrize(
    ("edit", "laid", "shown"),
    [
        ("nothing", set(), set()),
        ("page", set(), set()),
        ("text below the excerpt", {POST}, {POST}),
        ("text", {POST, *EXCERPTS, *TITLES}, {POST, *EXCERPTS}),  # a fragment for titles may show the excerpt
        ("site's name", None, None),
        ("fragment", None, None),
    ],
)
def test_only_what_an_edit_changes_is_laid_out_and_rendered(build, rendered, laid_out, edit, laid, shown) -> None:
    site = build(TEXTS, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    others = {"", "guide/"}
    assert len(rendered) == len(set(rendered)) == len(site.urls)
    assert set(laid_out) == site.urls - others
    laid_out.clear()
    EDITS[edit](site)
    served(site, rendered)
    assert sorted(laid_out) == sorted(site.urls - others if laid is None else laid)
    assert set(rendered) == others | (site.urls if shown is None else shown)


def test_links_in_the_navigation_render_every_page_only_when_their_titles_change(build, rendered) -> None:
    theme, options = {"name": "mkdocs", "custom_dir": "own"}, {"nav_posts": 3}
    site = build(TEXTS, theme, config=CONFIG, options=options, command="serve")
    EDITS["text below the excerpt"](site)
    served(site, rendered)
    assert set(rendered) == {"", "guide/", POST}
    change(site, f"{POSTS}/8.md", "Post 8", "New title")
    served(site, rendered)
    assert set(rendered) == site.urls


def test_a_build_renders_every_page(build, rendered) -> None:
    site = build(TEXTS, "mkdocs")
    number = len(rendered)
    rendered.clear()
    site.run(fresh=False)
    assert len(rendered) == number == len(site.urls)


def test_without_a_cache_the_preview_renders_every_page(build, rendered) -> None:
    site = build(TEXTS, "mkdocs", options={"cache": False}, command="serve")
    served(site, rendered)
    assert set(rendered) == site.urls


def test_what_other_plugins_do_to_finished_pages_is_done_to_these(build, rendered) -> None:
    hook = "count = 0\ndef on_post_page(output, page, **_):\n    return output + '<!-- of ' + page.url + ' -->'\n"
    site = build({**TEXTS, "hook.py": hook}, "mkdocs", config=CONFIG, command="serve")
    served(site, rendered)
    assert rendered == ["", "guide/"]
    for url in site.urls:
        assert site.text(url).count("<!-- of ") == 1
        assert site.text(url).count("iroco_blog/blog.css") <= 1


def test_a_theme_that_lists_every_page_is_rendered_in_every_build(build) -> None:
    main = (
        "{% extends 'base.html' %}{% block content %}{% for file in pages %}{{ file.url }} {% endfor %}{% endblock %}"
    )
    site = build({**TEXTS, "own/main.html": main}, {"name": "mkdocs", "custom_dir": "own"}, command="serve")
    EDITS["new post"](site)
    served(site)
    assert "post-9/" in site.text("blog/2026/03/01/post-3/")


@pytest.mark.parametrize(
    "hook",
    [
        "def on_env(env, **_):\n    env.filters['f'] = list(()).count\n",
        "def on_page_context(context, **_):\n    context['thing'] = object()\n    return context\n",
        "def on_page_context(context, page, **_):\n    page.thing = object()\n",
    ],
    ids=["methods for templates", "an object for templates", "an object on the page"],
)
def test_what_cannot_be_compared_renders_every_page(build, rendered, hook) -> None:
    site = build({**TEXTS, "hook.py": hook}, "mkdocs", config=CONFIG, command="serve")
    served(site, rendered)
    assert set(rendered) == site.urls


def test_the_authors_template_is_the_pages_again(build) -> None:
    hook = (
        "def on_post_page(output, page, **_):\n    return f\"{output}<!-- template {page.meta.get('template')} -->\"\n"
    )
    texts = {**TEXTS, "hook.py": hook, "own/wide.html": "{% extends 'base.html' %}"}
    texts[f"{POSTS}/1.md"] = post("2026-01-01", "Text.", title="Wide", template="wide.html")
    site = build(texts, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    for _ in range(2):
        assert "<!-- template wide.html -->" in site.text(site.post("wide"))
        assert "<!-- template None -->" in site.text("blog/")
        assert "<p>Own</p>" not in site.text(site.post("wide"))
        served(site)


def test_a_failed_build_leaves_nothing_stale(build) -> None:
    site = build(TEXTS, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    change(site, "own/main.html", "Own", "{% if %}")
    with pytest.raises(jinja2.TemplateSyntaxError):
        served(site)
    change(site, "own/main.html", "{% if %}", "Mended")
    change(site, f"{POSTS}/2.md", "Text 2", "New words")
    preview = served(site)
    assert preview == served(site, fresh=True)
    assert b"Mended" in preview["blog/index.html"]


def test_conversions_are_one_a_changed_post(build, converted) -> None:
    site = build(TEXTS, "mkdocs", config=CONFIG, command="serve")
    assert len([text for text in converted if "## Part" in text]) == 6
    converted.clear()
    EDITS["text"](site)
    served(site)
    pages = [["#", "Home"], ["#", "Guide"], ["#", "Walls"]]
    assert [text.split()[:2] for text in converted] == [*pages[:2], ["New", "words."], *pages[2:]]


def test_templates_are_compiled_once(build, monkeypatch) -> None:
    names: list[str | None] = []
    compiled = jinja2.Environment.compile

    def counted(self: jinja2.Environment, source: Any, name: str | None = None, *more: Any, **how: Any) -> Any:
        names.append(name)
        return compiled(self, source, name, *more, **how)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    site = build(TEXTS, {"name": "mkdocs", "custom_dir": "own"}, config=CONFIG, command="serve")
    many = {"main.html", "base.html", "iroco_blog/post.html", "iroco_blog/view.html"}
    assert many <= set(names)
    names.clear()
    EDITS["text"](site)
    served(site)
    assert many & set(names) == set()
    EDITS["theme"](site)
    served(site)
    assert many & set(names) == {"main.html"}


def test_the_search_for_garbage_ends_with_the_preview(build) -> None:
    for thread in threading.enumerate():  # of previews that other tests have not ended
        if isinstance(thread, threading.Timer):
            thread.cancel()
            thread.join()
    site = build(TEXTS, command="serve")
    preview = site.config.plugins["iroco-blog"].speed._collector
    waiting = preview._timer
    waiting.function()
    assert gc.get_freeze_count() > 0
    shut_down()
    waiting.join(timeout=5)
    assert not waiting.is_alive()
    assert gc.get_freeze_count() == 0
