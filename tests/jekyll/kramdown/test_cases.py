"""Golden cases for kramdown, one file a rule in `tests/cases/kramdown/`.

A case is a YAML file:

    text: |            # as the author of a Jekyll site writes it
      ...
    options:           # optional: fields of `Options` that differ from Jekyll's defaults
      hard_wrap: true
    markdown: |        # the result of `to_markdown`; `--update-goldens` rewrites it
      ...
    findings:          # the findings as text; absent if there are none
      - ...
    html: |            # optional: the HTML that kramdown itself makes of `text`
      ...

If there is `html`, Python-Markdown also renders the Markdown, with the extensions of a bare MkDocs site and those that
the plugin adds. The result must have the same elements, words and attributes in the same order. White space between
words is ignored, and so is everything that only one side adds: classes of highlighters, links back from footnotes.
`tests/cases/kramdown/span-*.yml` are about spans, the others about blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_iroco_blog.jekyll.kramdown import convert
from mkdocs_iroco_blog.jekyll.kramdown.document import Options
from mkdocs_iroco_blog.jekyll.markdown import add_required_extensions

IGNORED = "a.footnote-backref, a.reversefootnote, div.footnote > hr, div.footnotes > hr"
"""Elements that only one side adds to footnotes."""
COMPARED = (
    "href",
    "src",
    "alt",
    "title",
    "id",
    "class",
    "name",
    "style",
    "start",
    "width",
    "height",
    "type",
    "checked",
)
IGNORED_CLASSES = frozenset({"arithmatex", "footnote-ref", "footnote", "footnotes", "highlight"})
"""Classes that only one side adds."""
DISPLAYED = re.compile(r"\\[\[\]]")
"""Delimiters of a block of maths; the white space around them varies."""
NESTS_EMPHASIS = "<strong>" in markdown.markdown("*a **b** c*")
"""Python-Markdown before 3.11.1 loses bold text in italic text."""


@pytest.mark.golden_test("../../cases/kramdown/*.yml")
def test_kramdown(golden: Any) -> None:
    options = dict(golden.get("options") or {})
    for name in ("toc_levels", "smart_quotes"):
        if name in options:
            options[name] = tuple(options[name])
    if "gfm_quirks" in options:
        options["gfm_quirks"] = frozenset(options["gfm_quirks"])
    converted = convert(golden["text"], Options(**options))
    assert golden.out["markdown"] == converted.markdown
    assert golden.out.get("findings") == ([str(finding) for finding in converted.findings] or None)
    if golden.get("html") and (NESTS_EMPHASIS or not golden.get("needs_nested_emphasis")):
        assert list(tokens(rendered(converted.markdown))) == list(tokens(golden["html"]))


def rendered(text: str) -> str:
    """Render a text as a site without extensions does."""
    extensions, configs = add_required_extensions(("toc", "tables", "fenced_code"), {})
    return markdown.markdown(text, extensions=extensions, extension_configs=configs)


def tokens(html: str) -> Iterator[str]:
    """List the tags with their attributes, and the words between them."""
    body = LexborHTMLParser("<body>" + html).body
    assert body is not None
    for node in body.css(IGNORED):
        node.decompose()
    text = ""
    for piece in [*tokens_inside(body), "<"]:
        if not piece.startswith("<"):
            text += piece
            continue
        yield from DISPLAYED.sub(r" \g<0> ", text).split()
        yield piece
        text = ""


def tokens_inside(parent: LexborNode) -> Iterator[str]:
    """List tags, which begin with `<`, and pieces of text."""
    for node in parent.iter(include_text=True):
        if node.tag == "-text":
            yield node.text().replace("<", "\N{SMALL LESS-THAN SIGN}")
        elif node.tag == "pre":
            yield f"<pre>{node.text().strip(chr(10))}"
        elif node.tag in ("div", "span") and not attributes(node):
            yield from tokens_inside(node)
        elif node.tag and not node.tag.startswith("-"):
            yield f"<{node.tag}{attributes(node)}>"
            yield from tokens_inside(node)
            yield f"</{node.tag}>"


def attributes(node: LexborNode) -> str:
    """Write the attributes that an author can have meant, in alphabetical order."""
    values = {
        name: value or "" for name, value in node.attributes.items() if name in COMPARED or name.startswith("data-")
    }
    classes = [name for name in values.pop("class", "").split() if name not in IGNORED_CLASSES]
    if classes:
        values["class"] = " ".join(classes)
    if "style" in values:
        values["style"] = values["style"].removesuffix(";")
    return "".join(f' {name}="{values[name]}"' for name in sorted(values) if not values[name].startswith(("fn", "#fn")))
