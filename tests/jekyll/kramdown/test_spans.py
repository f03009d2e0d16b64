"""kramdown's spans beyond the golden cases in `tests/cases/kramdown/span-*.yml`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes, read_names, write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element, Link, Options
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import open_tag, read_html_attributes
from mkdocs_iroco_blog.jekyll.kramdown.resolve import header_id
from mkdocs_iroco_blog.jekyll.kramdown.spans.read import parse_spans
from mkdocs_iroco_blog.jekyll.kramdown.write.spans import write_spans


@pytest.fixture
def document():
    return Document(Options())


def rewritten(text, document):
    return write_spans(parse_spans(text, document), document)


@pytest.mark.parametrize(
    "text",
    [
        "Plain text, with a comma. And a stop.",
        "An *em*, a **strong**, _one_ and __two__ with `code` and `` co`de ``",
        '[text](/url "title"), ![alt](/image.png), <https://example.org/>',
        "1 < 2 & 3 > 2, AT&T, snake_case, a * b, [ ] and [x], 50 $",
        "$5 or $10",
        "two  \nlines",
        '<span class="a">*b*</span> and <kbd>Ctrl</kbd>',
        "~~struck~~ and ==marked== and :smile: and ++ctrl+c++",
        r"\*not em\* and \`no code\`",
        "C:\\dir\\file",
    ],
)
def test_text_that_both_dialects_read_alike_stays(text, document):
    assert rewritten(text, document) == text


def test_links_by_name(document):
    document.links["a name"] = Link("/here", "Title", {"class": "far"})
    assert rewritten("[text][A\n Name], [a name]", document) == (
        '[text](/here "Title"){: .far }, [a name](/here "Title"){: .far }'
    )
    assert rewritten("[none] and [text][none]", document) == "[none] and [text][none]"


def test_footnotes_are_listed_in_the_order_of_their_references(document):
    document.footnotes = {name: Element("footnote") for name in ("a", "b", "c")}
    parse_spans("x[^b] *y[^a]* z[^b]", document)
    assert document.referred == ["b", "a"]


def test_a_reference_in_an_attempt_that_fails_does_not_count(document):
    document.footnotes = {"a": Element("footnote")}
    parse_spans("*x[^a] `y", document)
    assert document.referred == ["a"]
    assert parse_spans("[^none]", document)[0].kind == "text"


def test_options_hold_from_where_they_are_set(document):
    text = '<b>*a*</b>{::options parse_span_html="false" header_offset="3" toc_levels="2..3" /}<b>*a*</b>'
    assert rewritten(text, document) == r"<b>*a*</b><b>\*a\*</b>"
    assert (document.options.parse_span_html, document.options.header_offset) == (False, 3)
    assert document.options.toc_levels == (2, 3)


def test_a_line_may_end_with_an_escaped_backslash_and_options(document):
    assert rewritten("a\\\\{::options header_offset='1' /}\nb", document) == "a  \nb"


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ('#id .one .two key="a value"', {"id": "id", "class": "one two", "key": "a value"}),
        (".one.two#id", {"class": "one two", "id": "id"}),
        (r"""k='it\'s' l="{a\}" """, {"k": "it's", "l": "{a}"}),
        ("ref .own", {"id": "known", "class": "first own"}),
        ("none #1st =", {}),
        ('key="no end', {}),
    ],
)
def test_attribute_lists(text, attributes, document):
    document.attribute_lists["ref"] = {"id": "known", "class": "first"}
    assert read_attributes(text, document) == attributes


def test_names_in_attribute_lists():
    assert read_names("toc .one ref key='x y'") == ["toc", "ref"]


def test_classes_add_up():
    target = {"class": "a", "id": "b"}
    merge_attributes(target, {"class": "c", "id": "d", "e": "f"})
    assert target == {"class": "a c", "id": "d", "e": "f"}


@pytest.mark.parametrize(
    ("attributes", "output"),
    [
        ({}, ""),
        ({"id": "a", "class": "b c-d", "title": "e f"}, '{: #a .b .c-d title="e f" }'),
        ({"id": "__init__"}, r"{: #\_\_init\_\_ }"),
        ({"title": 'say "a"'}, None),
        ({"href": "https://example.org"}, None),
        ({"class": "a`b"}, None),
    ],
)
def test_attributes_that_attr_list_can_express(attributes, output):
    assert write_attributes(attributes) == output


def test_html_attributes():
    assert read_html_attributes(" HREF='a \"b\"' c=d e") == {"href": 'a "b"', "c": "d", "e": ""}
    assert open_tag("a", {"href": 'x&y&amp;"', "id": " "}) == '<a href="x&amp;y&amp;&quot;">'


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Hello, World!", "hello-world"),
        ("L'été  *à* `Paris.rb`", "lété--à-parisrb"),
        ("A & B -- C... &amp; «D»", "a--b--c--d"),
        ("1. Ça_va [link](/x) ![img](y)", "1-ça_va-link-"),
        ("\N{WARNING SIGN}\N{VARIATION SELECTOR-16} Warning", "\N{VARIATION SELECTOR-16}-warning"),
        ("<< a >>", "-a-"),
    ],
)
def test_ids_of_headings(heading, name, document):
    assert header_id(heading, parse_spans(heading, document), document) == name


def test_equal_ids_are_counted(document):
    spans = parse_spans("Same", document)
    assert [header_id("Same", spans, document) for _ in range(3)] == ["same", "same-1", "same-2"]
    assert header_id("Same 1", parse_spans("Same 1", document), document) == "same-1"


def test_ids_in_kramdowns_own_dialect():
    document = Document(Options(input="kramdown", auto_id_prefix="p-"))
    ids = [
        header_id(text, parse_spans(text, document), document) for text in ("1. A *b* é!", "1. A *b* é!", "été", "42")
    ]
    assert ids == ["p-a-b-", "p-a-b--1", "p-t", "p-section"]
    document.options = replace(document.options, auto_id_stripping=True)
    assert header_id("a `b` c", parse_spans("a `b` c", document), document) == "p-a--c"


HOSTILE = [
    "[",
    "*",
    "**a ",
    "_a ",
    "`",
    "<a ",
    "![",
    "[a](",
    '[a](b "',
    "<!--",
    "~~a ",
    "{:",
    "<b>",
    "*<b>",
    "[*",
    "$$ $",
]


@pytest.mark.parametrize("piece", [*HOSTILE, '{:a="\\"', "\\", "<a x=\"<a x='", "![[a]", "*a*{:.b}}", "a  \n", "\"x'"])
def test_hostile_texts_end(piece, document):
    text = piece * (20_000 // len(piece))
    assert rewritten(text, document)


def test_deep_elements_are_bounded(document):
    text = "".join(f"<b{number}>" for number in range(500)) + "x"
    assert "x" in rewritten(text, document)
