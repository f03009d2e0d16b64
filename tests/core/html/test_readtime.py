"""How long a post takes to read: prose counts, code and drawings do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.core.html.readtime import minutes, prose, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Weighing a page", 3),
        ("L’énergie d'un site", 3),
        ("low-tech, 3.10 and example.org/a", 4),
        ("— … ! 🎈 👩🏽‍💻", 0),
        ("数字节制", 2),
        ("数字节", 2),
        ("ページ", 2),
        ("웹 페이지", 2),
        ("Python で書く", 3),
    ],
)
def test_words_in_a_text(text: str, words: int) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One two.</p>\n<p>Three.</p>", 3),
        ("<p>One <code>two</code>.</p>", 2),
        ("<p>One.</p>\n<pre><code>a b c d e</code></pre>", 1),
        ("<p>One.</p>\n<script>let a = 1</script>\n<style>p { top: 0 }</style>", 1),
        ("<p>One two three four.</p>\n<svg><title>a b</title><style>.c { d: e }</style><text>f g</text></svg>", 4),
        ("<p>One two.</p>\n<svg><text>a b</text></svg>\n<p>Three.</p>", 3),
        ("<p>One.</p><p>Two.</p>", 2),
        ("<ul><li>one</li><li>two</li></ul>", 2),
        ('<h2>One<a class="headerlink" href="#one">¶ link</a></h2>', 1),
    ],
)
def test_words_of_prose_in_a_body(html: str, words: int) -> None:
    assert words_in(prose(parse(html))) == words


@pytest.mark.parametrize(("words", "shown"), [(0, 1), (1, 1), (265, 1), (266, 2), (1060, 4)])
def test_minutes_are_whole_and_one_at_least(words: int, shown: int) -> None:
    assert minutes(words, 265) == shown


@given(words=st.lists(st.sampled_from(["page", "poids", "énergie", "数字", "🎈"])), code=st.text("abc <>&"))
def test_code_adds_nothing(words: list[str], code: str) -> None:
    escaped = code.replace("&", "&amp;").replace("<", "&lt;")
    text = " ".join(words)
    assert words_in(prose(parse(f"<p>{text}</p>\n<pre><code>{escaped}</code></pre>"))) == words_in(text)
