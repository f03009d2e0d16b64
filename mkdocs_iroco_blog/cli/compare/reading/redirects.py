"""Finds the target of a page that does nothing but redirect: by a meta refresh, a script, or a canonical address."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

_HINT = re.compile(r"http-equiv|location", re.IGNORECASE)
_REFRESH = re.compile(r"""\s*(\d{0,6})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)""", re.IGNORECASE)
_SCRIPT = re.compile(
    r"""\blocation(?:\.href|\.pathname)?\s*=\s*["']([^"']+)["']|\blocation\.(?:replace|assign)\(\s*["']([^"']+)["']"""
)
_COMPUTED = re.compile(r"\blocation(?:\.href|\.pathname)?\s*=[^=]|\blocation\.(?:replace|assign)\(")
_SLOWEST = 10
"""Seconds after which a refresh is no redirect: the page is to be read first."""
_LONGEST = 400
"""Characters of text that a page with a script may have, if it is a redirect."""
_LONGEST_SCRIPT = 1000


def find_redirect(html: str, tree: LexborHTMLParser) -> str | None:
    """Return the target as the page has it. None if the page is no redirect.

    A script counts only on a page with little text, and a canonical address only where a script computes the target.
    """
    if not _HINT.search(html):
        return None
    for meta in tree.css("meta[http-equiv]"):
        if (meta.attributes.get("http-equiv") or "").lower() == "refresh":
            match = _REFRESH.match(meta.attributes.get("content") or "")
            if match and match[2].strip() and int(match[1] or 0) <= _SLOWEST:
                return match[2].strip()
    scripts = "\n".join(script.text() for script in tree.css("script:not([src])"))
    if len(scripts) > _LONGEST_SCRIPT or "function" in scripts or not _COMPUTED.search(scripts) or _has_text(tree):
        return None
    if match := _SCRIPT.search(scripts):
        return match[1] or match[2]
    canonical = tree.css_first("link[rel~=canonical][href]")
    return canonical.attributes["href"] if canonical else None


def _has_text(tree: LexborHTMLParser) -> bool:
    length = 0
    for node in tree.body.traverse(include_text=True) if tree.body else ():
        if node.is_text_node and node.parent and node.parent.tag not in ("script", "style", "noscript"):
            length += len(node.text().strip())
    return length > _LONGEST
