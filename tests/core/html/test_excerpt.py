"""Excerpts: cut from finished HTML, whole elements, and right from any address of the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.html.excerpt import finish_excerpt, parse, rename, separator_pattern

Finish = Callable[..., Body]
AT = "blog/2024/10/04/nec/"
SITE = "https://example.org/docs/"
MORE = "<!-- more -->"


def excerpt(html: str, view: str = "blog/", prefix: str = "nec--") -> str:
    return finish_excerpt(parse(html), address=AT, prefix=prefix, cut=False).content.html(view)


def ids_of(*excerpts: str) -> Counter[str]:
    return Counter(node.attributes["id"] or "" for html in excerpts for node in parse(html).css("[id]"))


def test_one_excerpt_serves_every_view(finish: Finish) -> None:
    found = finish('<p><a href="../../03/other/">x</a></p>').excerpt
    assert found.content.html("blog/") == '<p><a href="2024/10/03/other/">x</a></p>'
    assert found.content.html("blog/tag/css/") == '<p><a href="../../2024/10/03/other/">x</a></p>'


def test_a_full_post_on_the_index_has_all_of_it_but_what_is_the_page_s(finish: Finish) -> None:
    body = finish('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>\n<p>One.</p>\n<!-- more -->\n<p>Two.</p>')
    whole = whole_excerpt_of(body)
    assert whole == '<h3 id="nec--a">A</h3>\n<p>One.</p>\n\n<p>Two.</p>'


def whole_excerpt_of(body: Body) -> str:
    return finish_excerpt(parse(body.html), address=AT, prefix="nec--", cut=False).content.html("blog/")


def test_two_posts_share_no_id_on_a_view() -> None:
    html = '<h2 id="a">A</h2><p><sup id="fnref:1"><a href="#fn:1">1</a></sup></p><div class="footnote" id="fn:1"></div>'
    counted = ids_of(excerpt(html, prefix="one--"), excerpt(html, prefix="two--"))
    assert counted
    assert max(counted.values()) == 1


def test_drawings_of_two_posts_share_no_id_either() -> None:
    html = '<svg><clipPath id="clip"></clipPath><rect clip-path="url(#clip)"></rect><use href="#clip"></use></svg>'
    counted = ids_of(excerpt(html, prefix="one--"), excerpt(html, prefix="two--"))
    assert counted
    assert max(counted.values()) == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="#b">x</a><p id="b"></p>', '<a href="#nec--b">x</a><p id="nec--b"></p>'),
        ('<a href="#gone">x</a>', '<a href="2024/10/04/nec/#gone">x</a>'),
        ('<label for="a">x</label><input id="a">', '<label for="nec--a">x</label><input id="nec--a">'),
        ('<p aria-labelledby="a gone"></p><p id="a"></p>', '<p aria-labelledby="nec--a gone"></p><p id="nec--a"></p>'),
        ('<p><a href="mailto:x@y.org">x</a></p>', '<p><a href="mailto:x@y.org">x</a></p>'),
        ('<p><a href="&#1;java&Tab;script:x()">x</a></p>', "<p><a>x</a></p>"),
        ('<p><img src="data:image/gif;base64,R0lG"></p>', '<p><img src="data:image/gif;base64,R0lG"></p>'),
        ("<p>\ufdd05\ufdd1 \ufdd00\ufdd1</p>", "<p>\ufdd05\ufdd1 \ufdd00\ufdd1</p>"),
        ("<p>{0} %s \\1 $1</p>", "<p>{0} %s \\1 $1</p>"),
    ],
)
def test_what_an_excerpt_refers_to(html: str, expected: str) -> None:
    assert excerpt(html) == expected


def test_a_renamed_element_keeps_its_attributes_and_content() -> None:
    body = parse('<h1 class="a" data-b="&quot;">x <em>y</em></h1>')
    rename(next(body.iter()), "h2")
    assert body.inner_html == '<h2 class="a" data-b="&quot;">x <em>y</em></h2>'


@pytest.mark.parametrize(
    ("separator", "body", "found"),
    [
        ("<!-- more -->", "a\n<!--more-->\nb", True),
        ("<!-- more -->", "a <!--\tmore\n--> b", True),
        ("<!--more-->", "a\n<!-- more -->", True),
        ("<!-- keep reading -->", "<!--keep  reading-->", True),
        ("<!-- more -->", "<!-- more or less -->", False),
        ("<!-- more -->", "more", False),
        ("[...]", "a\n\n[...]\n\nb", True),
        ("[...]", "a\n\n[abc]\n\nb", False),
    ],
)
def test_white_space_in_a_separator_does_not_matter(separator: str, body: str, found: bool) -> None:
    assert bool(separator_pattern(separator).search(body)) is found


LINKS = st.sampled_from(
    [
        "a/",
        "../b/",
        "../../../../../guide/",
        "c.png",
        "?q=1",
        "/about/",
        "https://example.org/x?y=1",
        "d/#part",
        "./",
        "mailto:a@b.c",
    ]
)
TEXT = st.text("abé .数", min_size=1, max_size=8)
INLINE = st.one_of(
    TEXT,
    TEXT.map(lambda text: f"<em>{text}</em>"),
    st.builds(lambda to, text: f'<a href="{to}">{text}</a>', LINKS, TEXT),
    st.builds(lambda to: f'<img alt="" src="{to}">', LINKS),
    st.builds(lambda to, other: f'<img alt="" srcset="{to} 1x, {other} 2x">', LINKS, LINKS),
    TEXT.map(lambda text: f'<b id="ID">{text}</b>'),
    st.just('<a href="#id0">up</a>'),
)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=4).map(lambda parts: f"<p>{''.join(parts)}</p>")
BLOCK = st.recursive(
    st.one_of(
        PARAGRAPH,
        TEXT.map(lambda text: f'<h2 id="ID">{text}</h2>'),
        TEXT.map(lambda text: f"<pre><code>{text}</code></pre>"),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: "<ul>" + "".join(f"<li>{item}</li>\n" for item in items) + "</ul>"
        ),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: "<blockquote>" + "\n".join(items) + "</blockquote>"),
    ),
    max_leaves=6,
)
HTML = st.lists(BLOCK, max_size=4).map("\n".join)


def numbered(html: str) -> str:
    """Every id made unlike the others."""
    parts = html.split('"ID"')
    return "".join(f'{part}"id{at}"' for at, part in enumerate(parts[:-1])) + parts[-1]


@st.composite
def cut_posts(draw: st.DrawFn) -> str:
    """A post with a separator between any two of its tags or words."""
    html = numbered(draw(HTML))
    at = draw(
        st.sampled_from([0, len(html), *(match.start() for match in re.finditer(r"<(?!/?ul|li|/li)|(?<= )\b", html))])
    )
    return html[:at] + MORE + html[at:] if html.count("<", 0, at) == html.count(">", 0, at) else html + MORE


def words(html: str) -> str:
    return "".join(parse(html).text().split())


@pytest.mark.parametrize(
    ("after", "cut"),
    [
        ("", False), ("\n<!-- the end -->\n", False), ("<style>p { color: green }</style>", False), ("<p></p>", False),
        ("<p>Two.</p>", True), ("Two.", True), ('<p><img src="a.png"></p>', True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "<blockquote>{}</blockquote>"])
def test_a_post_goes_on_where_something_follows_its_separator(
    finish: Finish, around: str, after: str, cut: bool
) -> None:
    body = finish(f"<p>One.</p>{around.format(MORE + after)}", front="title: On weight")
    assert body.separated
    assert body.excerpt.cut is cut
    assert words(body.excerpt.content.html("blog/")) == "One."


@given(
    html=cut_posts(),
    fallback=st.sampled_from(["paragraph", "everything", 3]),
    view=st.sampled_from(["", "blog/", "blog/a/b/"]),
)
def test_an_excerpt_is_well_formed_and_no_id_stands_twice(
    html: str, fallback: str | int, view: str, finish: Finish
) -> None:
    for text in (html, html.replace(MORE, "")):
        shown = finish(text, front="title: On weight", post_excerpt_fallback=fallback).excerpt.content.html(view)
        assert parse(shown).inner_html == shown
        assert max(ids_of(shown).values(), default=1) == 1


@given(html=cut_posts())
def test_an_excerpt_is_the_beginning_of_its_post_up_to_the_separator(html: str, finish: Finish) -> None:
    found = finish(html, front="title: On weight").excerpt
    shown = words(found.content.html("blog/"))
    assert found.cut or shown == words(html)
    assert shown == words(html.partition(MORE)[0])
    assert words(html).startswith(shown)


@given(html=HTML.map(numbered), view=st.sampled_from(["", "blog/", "blog/page/2/", "blog/tag/a/b.html", AT]))
def test_links_lead_where_they_did_from_every_view(html: str, view: str, finish: Finish) -> None:
    shown = finish(html, front="title: On weight", post_excerpt_fallback="everything").excerpt.content.html(view)
    assert targets(shown, SITE + view) == targets(html, SITE + AT)


def targets(html: str, page: str) -> list[str]:
    """All that a page leads to and loads, as whole addresses; a link inside the page is left out."""
    found = []
    for node in parse(html).css("[href], [src], [srcset]"):
        links = [node.attributes.get("href"), node.attributes.get("src")]
        links += [candidate.split()[0] for candidate in (node.attributes.get("srcset") or "").split(", ") if candidate]
        found += [urljoin(page, link) for link in links if link and not link.startswith("#")]
    return [link for link in found if not link.endswith("#id0")]
