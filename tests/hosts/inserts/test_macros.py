"""`blog` and `blogs` in pages that the plugin macros renders: the call writes the line of an insert."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

POSTS = "docs/blog/posts"
TEXTS = {
    f"{POSTS}/1.md": post("2026-01-01", "Text 1.", title="Spring", categories=["Releases"], tags=["bees"]),
    f"{POSTS}/2.md": post("2026-02-01", "Text 2.", title="Summer", tags=["wip"]),
}
PLACES = pytest.mark.parametrize("place", ["first", "last"])


def plugins(place: str = "last", *, macros: Any = None, blogs: Any = ({},)) -> list[Any]:
    ours = [{"iroco-blog": options} for options in blogs]
    theirs = [{"macros": {"on_error_fail": True, **(macros or {})}}]
    return ["search", *ours, *theirs] if place == "first" else ["search", *theirs, *ours]


def titles(site: Site, url: str) -> list[str]:
    return [words(node) for node in site.page(url).css(".iroco-insert .p-name")]


def home(text: str) -> dict[str, str]:
    return {"docs/index.md": f"# Home\n\n{text}\n"}


@PLACES
@pytest.mark.parametrize("on_undefined", ["keep", "silent", "strict", "lax"])
def test_a_call_lists_posts(build, place, on_undefined) -> None:
    text = '{{ blog.posts(category="Releases", limit=3) }}\n\n- {{ blog.posts(not_={"tag": "wip"}) }}'
    listed = plugins(place, macros={"on_undefined": on_undefined})
    site = build({**TEXTS, **home(text)}, plugins=listed, strict=True)
    assert titles(site, "") == ["Spring", "Spring"]
    assert "{{" not in words(site.page("").body)
    assert len(site.page("").css("head link[href$='blog.css']")) == 1


@PLACES
def test_a_loop_lists_the_posts_of_each_of_its_values(build, place) -> None:
    text = "{% for tag in ['bees', 'wip'] %}\n## {{ tag }}\n\n{{ blog.posts(tag=tag) }}\n{% endfor %}"
    site = build({**TEXTS, **home(text)}, plugins=plugins(place), strict=True)
    assert titles(site, "") == ["Spring", "Summer"]


def test_posts_and_introductions_are_rendered_too(build) -> None:
    texts = {
        **TEXTS, f"{POSTS}/3.md": post("2026-03-01", "{{ blog.posts() }}", title="Lister"),
        "docs/blog/tags.md": "# Tags\n\n{{ blog.posts(limit=1) }}\n",
    }  # fmt: skip
    site = build(texts, plugins=plugins(), strict=True)
    assert titles(site, site.post("lister")) == ["Summer", "Spring"]
    assert titles(site, "blog/tags/") == ["Lister"]


def test_blogs_by_name(build) -> None:
    texts = {**TEXTS, **home('{{ blogs["log"].posts() }}'), "docs/log/posts/1.md": post("2026-05-01", title="Logged")}
    site = build(texts, plugins=plugins(blogs=({}, {"blog_dir": "log"})), strict=True)
    assert titles(site, "") == ["Logged"]


def test_text_cannot_end_the_comment(build) -> None:
    text = """{{ blog.posts(tag="none", empty="a --> <b>b</b> \\" ' \\\\ c") }}"""
    site = build({**TEXTS, **home(text)}, plugins=plugins())
    assert words(site.page("").css_first(".iroco-insert")) == "a --> <b>b</b> \" ' \\ c"


@pytest.mark.parametrize("front", ["", "---\nrender_macros: false\n---\n\n"])
def test_a_page_that_macros_leave_alone_stays_as_it_is(build, front) -> None:
    texts = {**TEXTS, "docs/index.md": f"{front}# Home\n\n{{{{ blog.posts() }}}}\n"}
    site = build(texts, plugins=plugins(macros={"render_by_default": bool(front)}), strict=True)
    assert "{{ blog.posts() }}" in words(site.page("").body)
    assert titles(site, "") == []


MINE = {
    "extra": ({"extra": {"blog": "Mine"}}, {}),
    "variable": ({}, {"main.py": "def define_env(env):\n    env.variables['blog'] = 'Mine'\n"}),
    "macro": ({}, {"main.py": "def define_env(env):\n    @env.macro\n    def blog():\n        return 'Mine'\n"}),
    "plugin": ({"hooks": ["hook.py"]}, {
        "hook.py": "def on_nav(nav, config, **_):\n    config.plugins['macros'].register_variables({'blog': 'Mine'})\n",
    }),
}  # fmt: skip


@PLACES
@pytest.mark.parametrize("mine", MINE)
def test_a_blog_of_the_users_own_wins_with_a_note(build, place, mine) -> None:
    config, files = MINE[mine]
    text = ("{{ blog() }}" if mine == "macro" else "{{ blog }}") + '\n\n{{ blogs["blog"].posts(limit=1) }}'
    site = build({**TEXTS, **home(text), **files}, config=config, plugins=plugins(place))
    assert site.warnings == []
    assert words(site.page("").css_first("h1 + p")) == "Mine"
    assert titles(site, "") == ["Summer"]
    [note] = site.notes
    assert '`blogs["blog"]`' in note


def test_a_key_of_a_page_wins_on_this_page(build) -> None:
    texts = {
        **TEXTS,
        "docs/index.md": '---\nblog: Mine\n---\n\n# Home\n\n{{ blog }} {{ blogs["blog"].posts(limit=1) }}\n',
    }
    site = build(texts, plugins=plugins(), strict=True)
    assert "Mine" in words(site.page("").body)
    assert titles(site, "") == ["Summer"]


@pytest.mark.parametrize(
    ("call", "part"),
    [
        ("blog.posts(limti=2)", "`limit`"),
        ("blog.post(limit=2)", "`iroco-blog/posts`"),
        ("blog.posts(3)", "posts"),
        ('blogs["blgo"].posts()', "`blog`"),
    ],
)
def test_a_mistake_is_reported_with_the_page(build, call, part) -> None:
    site = build({**TEXTS, **home(f"{{{{ {call} }}}}")}, plugins=plugins())
    [problem] = site.problems
    assert problem.startswith("index.md")
    assert part in problem


def test_the_preview_has_the_variables_in_every_build(build) -> None:
    texts = {**TEXTS, **home("{{ blog.posts(limit=1) }}")}
    site = build(texts, plugins=plugins(), command="serve")
    for number in (7, 8):
        (site.root / f"{POSTS}/new.md").write_text(post(f"2026-0{number}-01", title=f"New {number}"), encoding="utf-8")
        site.run(command="serve", fresh=False)
        assert titles(site, "") == [f"New {number}"]
        assert site.notes == []


def test_without_the_blog_a_call_shows_nothing(build) -> None:
    site = build(
        {**TEXTS, **home("Before {{ blog.posts(limit=3) }} after.")}, plugins=plugins(blogs=[{"enabled": False}])
    )
    assert "Before after." in words(site.page("").body)
    assert site.warnings == []


def test_each_language_lists_its_own_posts(build) -> None:
    texts = {
        **home("{{ blog.posts() }}"), "docs/index.fr.md": "# Accueil\n\n{{ blog.posts() }}\n",
        f"{POSTS}/a.md": post("2026-01-01", title="Apples"), f"{POSTS}/a.fr.md": post("2026-01-01", title="Pommes"),
    }  # fmt: skip
    languages = [{"locale": "en", "default": True, "name": "English"}, {"locale": "fr", "name": "Français"}]
    i18n = {"i18n": {"docs_structure": "suffix", "languages": languages}}
    site = build(texts, plugins=[i18n, *plugins()], strict=True)
    assert [titles(site, url) for url in ("", "fr/")] == [["Apples"], ["Pommes"]]
    assert site.notes == []
