"""Counts the uses of Material's own Markdown in a post's finished HTML, and describes them on other themes.

https://squidfunk.github.io/mkdocs-material/reference/
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from .excerpt import parse


@dataclass(frozen=True, slots=True)
class Feature:
    """Syntax that Material's reference documents, and that other themes do not know."""

    name: str
    """In the plural."""
    becomes: str
    """Its appearance on another theme with `iroco_blog/markdown.css`, as the end of a sentence."""
    source: re.Pattern[str]
    """Matches it in a post's Markdown, to name a line."""
    selector: str = ""
    """Matches its elements; empty where a CSS selector cannot tell them."""
    text: re.Pattern[str] | None = None
    """Matches it in a page's text, where the site lacks the Markdown extension that reads it."""
    hint: str = ""
    """How to set up that extension."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often a post uses a feature."""

    feature: Feature
    count: int
    line: int | None
    """The first line of the post's file that looks like it."""
    as_text: bool
    """The page shows the syntax itself, because no Markdown extension reads it."""


_ICON = re.compile(r":(?:material|octicons|fontawesome|simple)-[\w+-]+:")
_TAB = re.compile(r'^[ \t>]*(?:===(?:\+!?|!\+?)?[ ]+"|/{3,}[ ]*tab[ ]*\|)', re.MULTILINE)
# A number without an exclamation mark counts only after a sign that always opens a comment: `9 // (2)` is a sum.
_MARKERS = re.compile(
    r"(?:(?:#|/\*|<!--)[ \t]*(?:\(\d+\)!?[ \t]*)+|(?://|--|;|%)[ \t]*(?:\(\d+\)![ \t]*)+)(?:\*/|-->)?[ \t]*$",
    re.MULTILINE,
)
_ATTR_LIST = "add `attr_list` to `markdown_extensions`"
_PICTURES = ("#only-light", "#only-dark", "#gh-light-mode-only", "#gh-dark-mode-only")

FEATURES = {
    "tabs": Feature(
        "content tabs", "stay tabs", _TAB, ".tabbed-labels > label, .tabbed-set > label", _TAB,
        "add `pymdownx.tabbed` to `markdown_extensions`",
    ),
    "icons": Feature(
        "icons", "are drawn as before, as long as the package `mkdocs-material` is installed", _ICON, ".twemoji > svg",
        _ICON, "set up `pymdownx.emoji` with `material.extensions.emoji`",
    ),
    "grids": Feature(
        "grids", "stay grids, their cards with a plain border",
        re.compile(r"""\.grid\b|\bclass=["']?[^"'\n]*\bgrid\b"""), ".grid",
    ),
    "annotations": Feature(
        "annotations", "keep their numbers, and show what these mean in the list below the text",
        re.compile(r"\bannotate\b"), ".annotate:not(.highlight):not(pre):not(code)",
    ),
    "code": Feature(
        "annotations of code", "keep their numbers, and show what these mean in the list below the code", _MARKERS
    ),
    "buttons": Feature(
        "buttons", "are links with a border", re.compile("md-button"),
        text=re.compile(r"\{[^{}\n]*\.md-button"), hint=_ATTR_LIST,
    ),
    "inline": Feature(
        "admonitions next to the text", "appear between paragraphs",
        re.compile(r"^[ \t>]*(?:!!!|\?\?\?)\+?[ \t].*\binline\b", re.MULTILINE), ".admonition.inline, details.inline",
    ),
    "pictures": Feature(
        "pictures for light or dark pages", "are the light ones unless the page says it is dark",
        re.compile("|".join(_PICTURES)), ", ".join(f'img[src$="{end}"]' for end in _PICTURES),
    ),
    "previews": Feature(
        "link previews", "are plain links", re.compile("data-preview"), "[data-preview]",
        re.compile(r"\{[^{}\n]*data-preview"), _ATTR_LIST,
    ),
    "classes": Feature("other classes of the theme's (`md-…`)", "change nothing", re.compile(r"\bmd-(?!button)")),
}  # fmt: skip
"""In the order in which a Note names them."""

_ANY = re.compile(
    r"tabbed-|===|/{3,} *tab|twemoji|:(?:material|octicons|fontawesome|simple)-|grid|annotate|\(\d+\)|md-|inline"
    r"|#only-|#gh-|data-preview"
)


def find_uses(html: str, source: str) -> list[Use]:
    """Count each feature in a post's HTML; `source` is the text of its file."""
    if not _ANY.search(html):
        return []
    body = parse(html)
    counts = _count_elements(body)
    for selector in ("pre", "code"):  # one after the other: a `code` goes with its `pre`
        for node in body.css(selector):
            node.decompose()
    text, uses = body.text(), []
    for key, feature in FEATURES.items():
        in_text = len(feature.text.findall(text)) if feature.text and not counts[key] else 0
        if count := counts[key] or in_text:
            match = feature.source.search(source)
            line = source.count("\n", 0, match.end()) + 1 if match else None
            uses.append(Use(feature, count, line, as_text=in_text > 0))
    return uses


def _count_elements(body: LexborNode) -> Counter[str]:
    counts = Counter({key: len(body.css(feature.selector)) for key, feature in FEATURES.items() if feature.selector})
    for node in body.css("pre"):
        counts["code"] += sum(match[0].count("(") for match in _MARKERS.finditer(node.text()))
    for node in body.css('[class*="md-"]'):
        names = [name for name in (node.attributes["class"] or "").split() if name.startswith("md-")]
        if names:
            counts["buttons" if any(name.startswith("md-button") for name in names) else "classes"] += 1
    return counts
