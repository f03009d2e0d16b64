"""Limits of what is read, because built sites may come from strangers."""

from __future__ import annotations

import re

BIGGEST = 20_000_000
"""Bytes of a page or a feed. A bigger one is not read, and only its address is compared."""
_WORK = 5_000_000
"""Tags of a page times their depth: a parser of HTML may take that many steps, and as many nodes."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LEAVES = frozenset({
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "param", "path", "source", "tbody", "td", "th", "thead", "tr", "track", "use", "wbr",
})  # fmt: skip
"""Elements that may have no end tag. The next of their kind ends them, so they do not nest."""


def is_too_deep(html: str) -> bool:
    """Whether elements are nested so deeply that parsing a page would take minutes."""
    if html.count("<") ** 2 <= _WORK:
        return False
    tags = depth = deepest = 0
    for match in _TAG.finditer(html):
        tags += 1
        if match[2].lower() not in _LEAVES:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return tags * deepest > _WORK
