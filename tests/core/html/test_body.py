"""A post's body: what the golden cases of `tests/cases/bodies` do not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_iroco_blog.core.html.body import Body, check_excerpt, split_heading, whole_excerpt
from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.settings import Settings

Finish = Callable[..., Body]
Read = Callable[..., tuple[Post | None, list[str]]]
TITLE = "title: On weight"


@pytest.mark.parametrize(
    ("front", "options", "minutes"),
    [
        ("", {}, 2),
        ("readtime: 12", {}, 12),
        ("", {"post_readtime_words_per_minute": 100}, 4),
        ("", {"post_readtime": False}, None),
        ("readtime: 12", {"post_readtime": False}, None),
    ],
)
def test_minutes_are_counted_said_or_switched_off(
    finish: Finish, front: str, options: dict[str, int], minutes: int | None
) -> None:
    html = f"<p>{'mot ' * 400}</p>\n<pre><code>{'code ' * 4000}</code></pre>"
    assert finish(html, front=front, **options).minutes == minutes


def test_a_heading_taken_from_the_page_is_markup(finish: Finish) -> None:
    body = finish("<h1>A &amp; <em>b</em></h1>\n<p>&lt;c&gt;</p>")
    assert isinstance(body.heading, Markup)
    assert (body.html, body.heading, body.title) == ("<p>&lt;c&gt;</p>", "A &amp; <em>b</em>", "A & b")


def test_a_title_that_looks_like_html_is_text(finish: Finish) -> None:
    assert finish("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>").title == "<script>alert(1)</script>"


def test_the_excerpt_has_the_headings_below_those_of_the_page(finish: Finish) -> None:
    body = finish("<p>Une page.</p>\n<h1>Images</h1>\n<h2>JPEG</h2>\n<!-- more -->", front=TITLE)
    assert "<h2>Images</h2>\n<h3>JPEG</h3>" in body.html
    assert "<h3>Images</h3>\n<h4>JPEG</h4>" in body.excerpt.content.html("blog/")


def test_a_whole_post_on_the_index_is_not_cut_and_has_ids_of_its_own(finish: Finish, read: Read) -> None:
    post, _ = read(f"---\n{TITLE}\n---\n")
    assert post is not None
    body = finish('<p id="a">One.</p>\n<!-- more -->\n<p id="b">Two.</p>', front=TITLE)
    whole = whole_excerpt(post, body, address="blog/2024/10/04/on-weight/")
    assert not whole.cut
    assert whole.content.html("blog/") == (f'<p id="{post.id}--a">One.</p>\n\n<p id="{post.id}--b">Two.</p>')


def test_the_page_keeps_its_own_ids_links_and_footnotes(finish: Finish) -> None:
    html = (
        '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>\n<p id="b"><a href="../x/">x</a></p>\n'
        '<div class="footnote" id="fn:1"><a class="footnote-backref" href="#fnref:1">↩</a></div>'
    )
    assert finish(html, front=TITLE).html == html


@pytest.mark.parametrize(
    ("html", "split"),
    [
        (
            '<h1 id="a">Notes <em>x</em><a class="headerlink" href="#a">¶</a></h1>\n<p>Hello.</p>',
            ("Notes <em>x</em>", "a", "<p>Hello.</p>"),
        ),
        ("<p>Hello.</p>\n<h1>Notes</h1>", (None, None, "<p>Hello.</p>\n<h1>Notes</h1>")),
        ("<img>\n<h1>Notes</h1>", (None, None, "<img>\n<h1>Notes</h1>")),
        ('<style>p {}</style>\n<h1 id="a">Notes</h1>', ("Notes", "a", "<style>p {}</style>")),
        ('<script>a()</script><h1 id="a">Notes</h1>', ("Notes", "a", "<script>a()</script>")),
        ('<link href="a.css"><h1>Notes</h1><p>Hello.</p>', ("Notes", None, '<link href="a.css"><p>Hello.</p>')),
        ("<!-- Ours -->\n<p></p><h1>Notes</h1>", ("Notes", None, "<!-- Ours -->\n<p></p>")),
        ("", (None, None, "")),
    ],
)
def test_an_introduction_s_opening_heading_its_id_and_the_rest(html: str, split: tuple[str | None, ...]) -> None:
    assert split_heading(html) == split


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>One.</p>\n<!--more-->\n<p>Two.</p>", False),
        ("<p>One.</p>", True),
        ("<pre><code>&lt;!-- more --&gt;</code></pre>", True),
    ],
)
def test_a_separator_may_be_required(read: Read, finish: Finish, html: str, told: bool) -> None:
    required = Settings(post_excerpt="required")
    post, _ = read("---\ntitle: Nec\n---\n")
    assert post is not None
    found = check_excerpt(post, finish(html, post_excerpt="required"), required)
    assert [str(problem)[:28] for problem in found] == ["blog/posts/2024-10-04-nec.md"] * told
    assert check_excerpt(post, finish(html), Settings()) == []


LEVELS = st.lists(st.integers(1, 6), max_size=6)


@given(levels=LEVELS, opens=st.booleans(), titled=st.booleans())
def test_no_body_keeps_a_top_heading_and_none_is_lost(
    levels: list[int], opens: bool, titled: bool, finish: Finish
) -> None:
    html = ("" if opens else "<p>Une page.</p>\n") + "\n".join(f"<h{n}>s{at}</h{n}>" for at, n in enumerate(levels))
    body = finish(html, front=TITLE if titled else "")
    kept = [node.text() for node in parse(body.html).css("h1, h2, h3, h4, h5, h6")]
    lifted = [body.title] if body.dropped else [str(body.heading)] if body.heading else []
    assert not parse(body.html).css("h1")
    assert lifted + kept == [f"s{at}" for at in range(len(levels))]


@given(levels=LEVELS)
def test_headings_keep_their_order_of_rank(levels: list[int], finish: Finish) -> None:
    html = "<p>Une page.</p>\n" + "\n".join(f"<h{n}>x</h{n}>" for n in levels)
    body = finish(html, front=TITLE)
    shifted = [int((node.tag or "")[1]) for node in parse(body.html).css("h1, h2, h3, h4, h5, h6")]
    down = 1 if 1 in levels else 0
    assert body.shifted is bool(down)
    assert shifted == [min(6, level + down) for level in levels]
