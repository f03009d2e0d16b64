"""Golden cases: what a kramdown text becomes, one file a rule in `tests/cases/kramdown/`.

A case is a YAML file:

    text: |            # as an author of a Jekyll site writes it
      ...
    options:           # fields of `Options` that differ from Jekyll's defaults; may be left out
      hard_wrap: true
    markdown: |        # what `to_markdown` makes of it; written anew by `--update-goldens`
      ...
    findings:          # what the author is told, one text each; left out where that is nothing
      - ...
    html: |            # what kramdown itself makes of `text`; may be left out
      ...

With `html`, the Markdown is also given to Python-Markdown, with the extensions of a bare MkDocs site and those that
the plugin adds. What comes of it must have the same elements, words and attributes in the same order. White space
between words does not count, nor what only one side adds: classes of highlighters, links back from footnotes.
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

LEFT_OUT = "a.footnote-backref, a.reversefootnote, div.footnote > hr, div.footnotes > hr"
"""What comes with footnotes on one side only."""
SHOWN = ("href", "src", "alt", "title", "id", "class", "name", "style", "start", "width", "height", "type", "checked")
OWN_CLASSES = frozenset({"arithmatex", "footnote-ref", "footnote", "footnotes", "highlight"})
"""Classes that one side gives of its own."""
DISPLAYED = re.compile(r"\\[\[\]]")
"""Around maths in a block of its own, with or without white space."""


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
    if golden.get("html"):
        assert list(said(rendered(converted.markdown))) == list(said(golden["html"]))


def rendered(text: str) -> str:
    """The HTML of a text on a site that sets no extensions of its own."""
    extensions, configs = add_required_extensions(("toc", "tables", "fenced_code"), {})
    return markdown.markdown(text, extensions=extensions, extension_configs=configs)


def said(html: str) -> Iterator[str]:
    """Elements with their attributes, and the words between them, one text each."""
    body = LexborHTMLParser("<body>" + html).body
    assert body is not None
    for node in body.css(LEFT_OUT):
        node.decompose()
    text = ""
    for piece in [*said_inside(body), "<"]:
        if not piece.startswith("<"):
            text += piece
            continue
        yield from DISPLAYED.sub(r" \g<0> ", text).split()
        yield piece
        text = ""


def said_inside(parent: LexborNode) -> Iterator[str]:
    """Tags, each beginning with `<`, and pieces of text."""
    for node in parent.iter(include_text=True):
        if node.tag == "-text":
            yield node.text().replace("<", "\N{SMALL LESS-THAN SIGN}")
        elif node.tag == "pre":
            yield f"<pre>{node.text().strip(chr(10))}"
        elif node.tag in ("div", "span") and not attributes(node):
            yield from said_inside(node)
        elif node.tag and not node.tag.startswith("-"):
            yield f"<{node.tag}{attributes(node)}>"
            yield from said_inside(node)
            yield f"</{node.tag}>"


def attributes(node: LexborNode) -> str:
    """Those that an author can have meant, in the order of the alphabet."""
    shown = {name: value or "" for name, value in node.attributes.items() if name in SHOWN or name.startswith("data-")}
    classes = [name for name in shown.pop("class", "").split() if name not in OWN_CLASSES]
    if classes:
        shown["class"] = " ".join(classes)
    if "style" in shown:
        shown["style"] = shown["style"].removesuffix(";")
    return "".join(f' {name}="{shown[name]}"' for name in sorted(shown) if not shown[name].startswith(("fn", "#fn")))
