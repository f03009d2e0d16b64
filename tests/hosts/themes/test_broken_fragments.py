"""Mistakes in fragments of the user's own: the blog's takes their place, and two sentences say where and why."""

from __future__ import annotations

import pytest

from tests.hosts.built import Site, words
from tests.hosts.written import post

POST = {"docs/blog/posts/a.md": post(title="A", author="Ada", image="x.png"), "docs/blog/posts/x.png": b"png"}
INSTEAD = "The blog uses the plugin's own fragment instead of this one:"


def built(build, text: str, name: str = "entry.html") -> Site:
    site: Site = build({**POST, f"own/iroco_blog/{name}": text}, {"name": "mkdocs", "custom_dir": "own"})
    return site


@pytest.mark.parametrize(
    ("line", "reason", "remedy"),
    [
        ("{{ post.titel }}", "there is no `titel` in the post", "Write `title`."),
        ("{% if post.pined %}x{% endif %}", "there is no `pined` in the post", "Write `pinned`."),
        ("{% for a in post.authors %}{{ a.nmae }}{% endfor %}", "there is no `nmae` in the author", "Write `name`."),
        ("{{ post.authors|map(attribute='nmae')|join }}", "there is no `nmae` in the author", "Write `name`."),
        ("{{ post.published.txt }}", "there is no `txt` in the date", "Write `text`."),
        ("{{ blog.urll }}", "there is no `urll` in the blog", "Write `url`."),
        ("{{ settings.blog_dri }}", "there is no `blog_dri` in the settings", "Write `blog_dir`."),
        ("{{ post.quality }}", "there is no `quality` in the post", "Correct this line."),
        ("{{ psot.title }}", "there is no `psot`", "Write `post`."),
        ('{{ say("newr") }}', "there is no phrase `newr`", "Write `newer`."),
        ("{{ post.title|trucate }}", "there is no filter `trucate`", "Write `truncate`."),
        ("{{ post.title is odds }}", "there is no test `odds`", "Write `odd`."),
        ("{% inclde 'x' %}", "there is no tag `inclde`", "Write `include`."),
        ("{% endfor %}", "the tag `endfor` closes nothing", "Correct this line."),
        ("{% if post.title %}", "`if` is not closed", "Write `{% endif %}` where it ends."),
        ("{{ post.title }", "unexpected '}'", "Correct this line."),
        ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero", "Correct this line."),
        ("{{ post.title.x.y }}", "'str object' has no attribute 'x'", "Correct this line."),
        (
            "{% include 'iroco_blog/metta.html' %}",
            "there is no template `iroco_blog/metta.html`",
            "Write `iroco_blog/meta.html`.",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line_in_two_sentences(build, line, reason, remedy) -> None:
    site = built(build, f"<h2>\n{line}</h2>")
    assert site.problems == [f"own/iroco_blog/entry.html:2: {INSTEAD} {reason}. {remedy}"]
    assert words(site.page("blog/").css_first("h2")) == "A"


@pytest.mark.parametrize(
    "text",
    [
        "{{ post.later is defined }}", "{{ post.later|default('x') }}", "{{ post.meta.mood }}", "{{ mood }}",
        "{% if post.meta.mood.of %}x{% endif %}", "{% if config.extra.mood %}x{% endif %}",
    ],
)  # fmt: skip
def test_a_name_that_may_be_missing_is_no_mistake(build, text) -> None:
    site = built(build, f"<h2>Own {text}</h2>".replace("post.meta.mood.of", "(post.meta.mood or {}).of"))
    assert site.problems == []
    assert words(site.page("blog/").css_first("h2")).startswith("Own")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("entri.html", "entry.html"), ("post-header.html", "post_header.html"), ("entry.htm", "entry.html"),
        ("Entry.html", "entry.html"), ("entry.html.j2", "entry.html"), ("comment.html", "comments.html"),
    ],
)  # fmt: skip
def test_a_fragment_whose_name_is_misspelt_gets_the_nearest(build, name, meant) -> None:
    site = built(build, "<h2>Own</h2>", name)
    expected = "The blog has no fragment of this name, so nothing shows this file."
    assert site.problems == [f"own/iroco_blog/{name}: {expected} Name it `{meant}`."]


@pytest.mark.parametrize("folder", ["iroco-blog", "irocoblog", "iroco_blogs", "Iroco_blog"])
def test_a_folder_whose_name_is_misspelt_is_named(build, folder) -> None:
    site = build({**POST, f"own/{folder}/entry.html": "<h2>Own</h2>"}, {"name": "mkdocs", "custom_dir": "own"})
    [problem] = site.problems
    assert problem.startswith(f"own/{folder}: ")
    assert problem.endswith("Name it `iroco_blog`.")


EXTENDS = "{{% extends 'original/iroco_blog/{}.html' %}}\n"


@pytest.mark.parametrize(
    ("name", "block", "hint"),
    [
        ("post", "foter", "Write `footer`."), ("post", "Footer", "Write `footer`."),
        ("view", "entry", "Write `entries`."), ("overview", "sidebar", "Its blocks are `header`, `groups`."),
        ("entry", "title", "It has no blocks."),
    ],
)  # fmt: skip
def test_a_block_whose_name_is_misspelt_gets_the_nearest(build, name, block, hint) -> None:
    site = built(build, f"{EXTENDS.format(name)}\n{{% block {block} %}}x{{% endblock %}}", f"{name}.html")
    place = f"own/iroco_blog/{name}.html:3"
    fault = f"The fragment `original/iroco_blog/{name}.html` has no block `{block}`, so nothing shows this one."
    assert site.problems == [f"{place}: {fault} {hint}"]


def test_blocks_of_the_users_own_are_fine_where_something_shows_them(build) -> None:
    own = "{% block footer %}{% block mine %}Mine{% endblock %}{% endblock %}"
    assert built(build, EXTENDS.format("post") + own, "post.html").problems == []
    assert built(build, "{% block whole %}{{ post.content }}{% endblock %}", "post.html").problems == []


def test_other_files_beside_fragments_are_the_users_affair(build) -> None:
    texts = {"own/iroco_blog/own.css": "p{}", "own/iroco_blog/line.html": "Line", "own/blog/x.html": "X"}
    entry = {"own/iroco_blog/entry.html": "<h2>{% include 'iroco_blog/line.html' %}</h2>"}
    site = build({**POST, **texts, **entry}, {"name": "mkdocs", "custom_dir": "own"})
    assert site.problems == []
    assert words(site.page("blog/").css_first("h2")) == "Line"
