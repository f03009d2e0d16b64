"""The place of a list on its page.

Other plugins see a list's page before the list is made. So its heading and a placeholder stand there, and what they
put before or after the placeholder stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from .body import heading_content, split_heading
from .excerpt import parse, says_anything

_CLASS = "iroco-list"
_HEADING, _LIST, _INNER = (f"\ufdd0{name}\ufdd1" for name in ("heading", "list", "inner"))
# https://www.markdownguide.org/basic-syntax/#characters-you-can-escape
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", **{letter: "\\" + letter for letter in "\\`*_{}[]#"}})


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The parts of a page with a placeholder. Together, `before` and `after` are whole elements."""

    before: str = ""
    """HTML above the heading."""
    heading: Markup | None = None
    anchor: str | None = None
    introduction: str = ""
    """HTML between the heading and the list."""
    after: str = ""


def placeholder(names: Iterable[str]) -> str:
    """Make a list's placeholder, with the names of its entries."""
    items = str(escape("\n".join(" ".join(name.split()) for name in names))).replace("\n", "</li><li>")
    return f'<div class="{_CLASS}">{f"<ul><li>{items}</li></ul>" if items else ""}</div>'


def without_names(html: str) -> str:
    """Return a page whose placeholder has no names any more."""
    body = parse(html)
    for place in body.css(f"div.{_CLASS}"):
        place.inner_html = ""
    return body.inner_html or ""


def heading_line(name: str) -> str:
    """Write a heading in Markdown."""
    return "# " + " ".join(name.split()).translate(_ESCAPES)


def split_at_list(html: str) -> ListPlace:
    """Split a page at its heading and at the placeholder. Without a placeholder, the list comes last."""
    body = parse(html)
    places = body.css(f"div.{_CLASS}")
    container = places[0].parent if places else None
    if container is None:
        heading, anchor, text = split_heading(html)
        return ListPlace("", heading, anchor, str(text))
    places[0].replace_with(_LIST)
    for other in places[1:]:
        other.decompose()
    title = body.css_first("h1")
    is_beside = title is not None and title.parent is not None and title.parent.mem_id == container.mem_id
    original = (title.html or "") if title else ""
    if title:
        title.replace_with(_HEADING)
    above, inner, below = _split_at(body, container)
    first, _, rest = inner.partition(_LIST)
    if title is None or _HEADING in rest + below:
        return ListPlace(above, None, None, first.strip(), (rest + below).replace(_HEADING, original).strip())
    lead, _, introduction = first.partition(_HEADING) if is_beside else ("", "", first.replace(_HEADING, ""))
    if not any(says_anything(node) for node in parse(lead).iter(include_text=True)):
        lead, introduction = "", lead + introduction  # styles and scripts of the introduction's author
    before = above.replace(_HEADING, "") + lead
    content, anchor = heading_content(parse(original).css("h1")[0])
    return ListPlace(before.strip(), content, anchor, introduction.strip(), (rest + below).strip())


def _split_at(body: LexborNode, container: LexborNode) -> tuple[str, str, str]:
    """Return the HTML above an element's content, the content, and the HTML below it."""
    inner = container.inner_html or ""
    if container.mem_id == body.mem_id:
        return "", inner, ""
    container.inner_html = _INNER
    above, _, below = (body.inner_html or "").partition(_INNER)
    return above, inner, below
