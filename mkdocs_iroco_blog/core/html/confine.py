"""Takes out of an excerpt what would act on the whole page: a list shows the excerpts of several posts."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.urls import is_safe

GONE = "script, style:not(svg *), link, meta, base, title:not(svg *), iframe[srcdoc]"
"""Elements that act on the whole page, wherever they stand."""
_ACTING = re.compile(r"(?:^|[\s\"'/])(?:on[a-z]+|autofocus|popover)(?=[\s=>])", re.IGNORECASE)
_LINKS = ("href", "src", "action", "formaction", "xlink:href", "data", "from", "to", "values")
_LINKING = "[href], [src], [action], [formaction], [data], svg *"
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_UNCERTAIN = re.compile(r"[\"'\\<]|/\*")


def confine(body: LexborNode, prefix: str) -> None:
    """Remove what runs, and confine the styles of drawings to the drawing. `prefix` tells posts apart."""
    for node in body.css("plaintext"):
        node.unwrap()
    for node in body.css(_LINKING):
        for name in [name for name in _LINKS if not _is_safe(node, node.attributes.get(name) or "")]:
            del node.attrs[name]
    if _ACTING.search(body.html or ""):
        for node in body.css("*"):
            for name in [name for name in node.attributes if name.startswith("on") or name in ("autofocus", "popover")]:
                del node.attrs[name]
    for number, drawing in enumerate(body.css("svg:not(svg *):has(style)"), 1):
        name = f"{prefix}drawing-{number}"
        drawing.attrs["class"] = f"{drawing.attributes.get('class') or ''} {name}".strip()
        for style in drawing.css("style"):
            style.inner_html = _confined(style.text(), name)


def _is_safe(node: LexborNode, address: str) -> bool:
    """Whether an address runs nothing. A picture may be in the address itself."""
    is_picture = node.tag in ("img", "image", "source") and address.startswith("data:image/")
    return is_picture or is_safe(address)


def _confined(css: str, name: str) -> str:
    """Nest the rules of a style sheet in a class. Empty if they could leave it.

    https://drafts.csswg.org/css-nesting/
    """
    css = _COMMENT.sub("", css)
    depth = 0
    for brace in re.findall(r"[{}]", css):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return ""
    return "" if depth or _UNCERTAIN.search(css) else f".{name} {{{css}}}"
