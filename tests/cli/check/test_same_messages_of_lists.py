"""`check` gives the messages of a build about lists on any page, most of which come up while pages are rendered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.check.sites import assert_same, check_once, texts_of
from tests.cli.site import make_site
from tests.hosts.built import Site
from tests.hosts.jekyll_site import place
from tests.hosts.test_messages import messages

CUSTOM = {"name": "mkdocs", "custom_dir": "overrides"}
SITE = {
    "docs/index.md": "# Home\n",
    "docs/care.md": "# Care\n",
    "docs/blog/posts/a.md": "---\ndate: 2025-03-01\ntags: [bees]\n---\n\n# Frost\n\nOf [care](../../care.md).\n",
    "docs/blog/posts/b.md": "---\ndate: 2025-03-02\ntags: [bees]\n---\n\n# Thaw\n\nWater.\n",
}
NEWS = {"docs/news/posts/c.md": "---\ndate: 2025-03-01\n---\n\n# Letter\n\nOf [care](../../care.md).\n"}
TWO = ("search", "iroco-blog", {"iroco-blog": {"blog_dir": "news", "mentions": True}})
MACROS = ("macros", "iroco-blog")
CALL = "{{ blog.posts(limti=2) }}"
MACRO = "{% macro news() %}" + CALL + "{% endmacro %}"
EARLY = "from mkdocs.plugins import event_priority\n\n\n@event_priority(50)\n"
BROKEN = "{{ insert.titel.nothing }}"


def extending(text: str, more: str = "", base: str = "base.html") -> str:
    """A template that shows something in the footer of each page."""
    return f"{{% extends '{base}' %}}{more}{{% block footer %}}{text}{{% endblock %}}"


def line(keys: str = "", kind: str = "posts") -> str:
    return f"\n<!-- iroco-blog/{kind} {keys} -->\n"


def site_of(folder: Path, files: Mapping[str, str], **options: Any) -> Site:
    return Site(make_site(folder / "site", {**SITE, **files}, **options))


def assert_same_with(site: Site, *codes: str) -> None:
    """A check has the messages of a build, and these are among them."""
    assert_same(site)
    assert set(codes) <= set(messages(site)), texts_of(site.records)


TEMPLATES = {
    "main": {"main.html": extending("{{-blog.posts(limti=2)-}}")},
    "included": {"main.html": extending("{% include 'a.txt' %}"), "a.txt": "{% set b = blog %}{{ b.posts(limti=2) }}"},
    "extended": {
        "main.html": "{% extends 'parts/all.html' %}",
        "parts/all.html": extending('{{ blogs["blog"].posts(limti=2) }}'),
    },
    "imported": {"main.html": extending("{{ news() }}", "{% from 'a.html' import news %}"), "a.html": MACRO},
    "of one page": {"care.html": extending(CALL)},
    "on one page": {"main.html": extending(f"{{% if page.url == 'care/' %}}{CALL}{{% endif %}}")},
    "404": {"404.html": f"<p>{CALL}</p>"},
}  # fmt: skip


@pytest.mark.parametrize("name", TEMPLATES)
def test_calls_in_templates(name: str, tmp_path: Path) -> None:
    files = {f"overrides/{file}": text for file, text in TEMPLATES[name].items()}
    chosen = {"docs/care.md": "---\ntemplate: care.html\n---\n\n# Care\n"} if name == "of one page" else {}
    assert_same_with(site_of(tmp_path, {**files, **chosen}, theme=CUSTOM), "IB723")


def test_calls_in_extra_templates_and_templates_that_do_not_exist(tmp_path: Path) -> None:
    theme = {"name": "mkdocs", "static_templates": ["nothing.html"]}
    site = site_of(tmp_path, {"docs/a.txt": CALL}, theme=theme, extra_templates=["a.txt", "none.txt"])
    assert_same_with(site, "IB723")
    assert len([text for text in site.warnings if "Template skipped" in text]) == 2


@pytest.mark.parametrize(
    "hook",
    [
        "def on_page_context(context, page, **_):\n    if page.url == 'care/':\n        context['blog'] = 'mine'\n",
        "def on_env(env, **_):\n    env.globals.update(blog='mine')\n",
        f"{EARLY}def on_template_context(context, **_):\n    context.update(blogs={{}})\n",
    ],
    ids=["on a page", "everywhere", "in a template"],
)
def test_variables_of_hooks_with_a_name_of_ours(hook: str, tmp_path: Path) -> None:
    assert_same_with(site_of(tmp_path, {"hook.py": hook}, hooks=["hook.py"]), "IB736")


def test_nothing_is_rendered_if_no_template_calls(tmp_path: Path) -> None:
    hook = "import logging\n\n\ndef on_page_context(page, **_):\n    logging.getLogger('mkdocs').warning('Rendered.')\n"
    words = "{# The blog #}<p class='blog'>Our blog</p>{% set path = 'blog/' %}{{ page.blog }}"
    files = {"hook.py": hook, "overrides/main.html": extending(words)}
    site = site_of(tmp_path, files, theme=CUSTOM, hooks=["hook.py"])
    (site.root / "overrides" / "blog.png").write_bytes(b"\xff blog \xff")
    assert check_once(site.root).records
    assert "Rendered." not in [record.getMessage() for record in check_once(site.root).records]


@pytest.mark.parametrize(
    ("fragment", "files", "options"),
    [
        ("insert_posts.html", {"docs/care.md": f"# Care\n{line()}"}, {}),
        ("insert_terms.html", {"docs/care.md": f"# Care\n{line('{ kind: tags }', 'terms')}"}, {}),
        ("mentions.html", {"docs/care.md": f"# Care\n{line(kind='mentions')}"}, {}),
        ("mentions.html", {}, {"plugins": ["search", {"iroco-blog": {"mentions": True}}]}),
        ("insert_posts.html", {"docs/care.md": "# Care\n\n{{ blog.posts() }}\n"}, {"plugins": MACROS}),
        ("insert_posts.html", {"docs/care.md": f"# Care\n{line('{ blog: news }')}", **NEWS}, {"plugins": TWO}),
        ("mentions.html", NEWS, {"plugins": TWO}),
        ("insert_posts.html", {"docs/blog/posts/a.md": f"---\ndate: 2025-03-01\n---\n\n# Frost\n{line()}"}, {}),
        ("insert_posts.html", {"overrides/main.html": extending("{{ blog.posts() }}")}, {}),
        ("insert_posts.html", {"overrides/404.html": "{{ blog.posts() }}"}, {}),
    ],
    ids=["posts", "terms", "mentions", "below", "macros", "two blogs", "below of two", "post", "main", "404"],
)  # fmt: skip
def test_fragments_that_fail_in_lists(
    fragment: str, files: Mapping[str, str], options: Mapping[str, Any], tmp_path: Path
) -> None:
    if options.get("plugins") == MACROS:
        pytest.importorskip("mkdocs_macros")
    texts = {f"overrides/iroco_blog/{fragment}": BROKEN, **files}
    assert_same_with(site_of(tmp_path, texts, theme=CUSTOM, **options), "IB711")


def test_lines_and_calls_of_several_blogs(tmp_path: Path) -> None:
    lines = map(line, ("{ blog: news, tag: beees }", "{ blog: nwes }", "{ tag: beees }"))
    files = {
        **NEWS,
        "docs/index.md": "# Home\n" + "".join(lines),
        "docs/news/index.md": f"# News\n{line('{ limti: 2 }')}",
        "overrides/main.html": extending("{{ blogs['nwes'].posts() }}{{ blogs.news.posts(tag='beees') }}"),
    }
    assert_same_with(site_of(tmp_path, files, theme=CUSTOM, plugins=TWO), "IB723", "IB725", "IB726")


def test_lines_in_pages_of_macros(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs_macros")
    files = {"docs/care.md": "# Care\n\n{{ blog.posts(limti=2) }}\n\n{{ blog.posts(3) }}\n\n{{ blogs.nwes.posts() }}\n"}
    site = site_of(tmp_path, files, plugins=MACROS, extra={"blogs": "mine"})
    assert_same_with(site, "IB736")


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_lines_and_calls_in_each_language(structure: str, tmp_path: Path) -> None:
    pytest.importorskip("mkdocs_static_i18n")
    locales = [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]
    form = "docs/{lang}/{path}.md" if structure == "folder" else "docs/{path}.{lang}.md"
    texts = {
        "index": f"# Home\n{line('{ limti: 2 }')}",
        "blog/posts/a": f"---\ndate: 2025-03-01\ntags: [bees]\n---\n\n# Frost\n{line('{ tag: beees }')}",
    }
    files = {
        form.format(lang=lang, path=path): text.replace("Frost", lang)
        for lang in ("en", "fr") for path, text in texts.items()
    }  # fmt: skip
    files["overrides/main.html"] = extending(CALL)
    files["overrides/iroco_blog/insert_posts.html"] = BROKEN
    plugins = ["search", {"i18n": {"docs_structure": structure, "languages": locales}}, "iroco-blog"]
    site = Site(make_site(tmp_path / "site", files, theme=CUSTOM, plugins=plugins))
    assert_same_with(site, "IB711", "IB723", "IB726")


def test_a_jekyll_site_with_posts_beside_it(tmp_path: Path) -> None:
    texts = {
        "about.md": f"---\nlayout: page\ntitle: About\n---\n{line('{ limti: 2 }')}",
        "docs/blog/posts/moved.md": f"---\ndate: 2025-03-01\ntags: [bees]\n---\n\n# Moved\n{line('{ tag: beees }')}",
        "docs/care.md": f"# Care\n{line()}",
        "overrides/main.html": extending(CALL),
        "overrides/iroco_blog/insert_posts.html": BROKEN,
    }
    site = place(tmp_path / "site", texts=texts, config={"theme": {**CUSTOM}})
    assert_same_with(site, "IB711", "IB723", "IB726")


def test_posts_that_are_superseded_or_in_the_navigation(tmp_path: Path) -> None:
    front = "---\ndate: 2025-03-01\nsuperseded_by: {}\n---\n\n# {}\n"
    files = {
        "docs/blog/posts/a.md": front.format("nowhere.md", "Frost"),
        "docs/blog/posts/b.md": front.format("c.md", "Thaw"),
        "docs/blog/posts/c.md": front.format("b.md", "Ice"),
        "overrides/iroco_blog/post.html": BROKEN,
    }
    plugins = ["search", {"iroco-blog": {"nav_posts": 2, "mentions": True}}]
    site = site_of(tmp_path, files, theme=CUSTOM, plugins=plugins, nav=["index.md", "blog/index.md"])
    assert_same_with(site, "IB711")
