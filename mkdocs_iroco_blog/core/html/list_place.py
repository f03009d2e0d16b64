"""The place of a list on its page: where the author's text asks for it, or below the text.

Other plugins see a list's page before the list is made. So its heading and a placeholder stand there, and what they
put before or after the placeholder stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.inserts.marker import Marker, replace_markers

from .body import heading_content, split_heading
from .excerpt import parse, says_anything

_CLASS = "iroco-list"
_END = '<div class="iroco-list-end"></div>'
"""The end of the author's text, if some of it stands below the list."""
_PLACE = "<iroco-place></iroco-place>"
_HEADING, _LIST, _INNER, _LAST = (f"\ufdd0{name}\ufdd1" for name in ("heading", "list", "inner", "end"))
# https://www.markdownguide.org/basic-syntax/#characters-you-can-escape
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", **{letter: "\\" + letter for letter in "\\`*_{}[]#"}})


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The parts of a page with a placeholder. Together, `before` and `after` are whole elements."""

    before: str = ""
    """HTML above the heading, and the heading itself if `titled`."""
    heading: Markup | None = None
    anchor: str | None = None
    titled: bool = False
    """The heading stands in `before`, in a block of the author's."""
    introduction: str = ""
    """HTML between the heading and the list."""
    conclusion: str = ""
    """The author's HTML below the list."""
    after: str = ""


def placeholder(names: Iterable[str]) -> str:
    """Make a list's placeholder, with the names of its entries."""
    items = str(escape("\n".join(" ".join(name.split()) for name in names))).replace("\n", "</li><li>")
    return f'<div class="{_CLASS}">{f"<ul><li>{items}</li></ul>" if items else ""}</div>'


def place_list(html: str, entries: str, is_own: Callable[[Marker], bool]) -> tuple[str, list[Marker]]:
    """Put a list's placeholder in the place of its first marker, or below the text if there is none.

    `is_own` tells the list's markers from those of inserts. Returns them, too; all but the first have no effect.
    """
    markers: list[Marker] = []

    def replace(marker: Marker) -> str | None:
        if not is_own(marker):
            return None
        markers.append(marker)
        return "" if markers[1:] else _PLACE

    html = replace_markers(html, replace)
    if not markers:
        return f"{html}\n{entries}", markers
    return f"{_lift_place(html).replace(_PLACE, entries)}\n{_END}", markers


def _lift_place(html: str) -> str:
    """Move a place out of a list, a quotation or the like, which can't hold a page's list: below all of it."""
    body = parse(html)
    place = body.css_first("iroco-place")
    if place is None:  # it is inside a script
        return html.replace(_PLACE, "") + _PLACE
    block = _outermost(place, body)
    if block.mem_id == place.mem_id:
        return html
    block.insert_after(_LIST)
    while place.mem_id != block.mem_id and not says_anything(place):
        place, emptied = place.parent or block, place
        emptied.decompose()
    if not says_anything(block):
        block.decompose()
    return (body.inner_html or "").replace(_LIST, _PLACE)


def _outermost(node: LexborNode, body: LexborNode) -> LexborNode:
    """Return the block of the page that a node is in; where one holds the page's heading, too, the block inside it."""
    title = body.css_first("h1")
    while (parent := node.parent) is not None and parent.mem_id != body.mem_id:
        first = parent.css_first("h1")
        if title is not None and first is not None and first.mem_id == title.mem_id:
            break
        node = parent
    return node


def without_names(html: str) -> str:
    """Return a page whose placeholder has no names any more."""
    body = parse(html)
    for place in body.css(f"div.{_CLASS}"):
        place.inner_html = ""
    return body.inner_html or ""


def heading_line(name: str) -> str:
    """Write a heading in Markdown."""
    return "# " + " ".join(name.split()).translate(_ESCAPES)


def split_at_list(html: str, *, banner_id: str = "") -> ListPlace:
    """Split a page at its heading and at the placeholder. Without a placeholder, the list comes last.

    With an id, a heading that is part of a block, such as the banner of a home page, stays in it.
    """
    body = parse(html)
    places = body.css(f"div.{_CLASS}")
    container = places[0].parent if places else None
    if container is None:
        heading, anchor, text = split_heading(html)
        return ListPlace("", heading, anchor, introduction=text)
    places[0].replace_with(_LIST)
    for other in places[1:]:
        other.decompose()
    for end in body.css(".iroco-list-end"):
        end.replace_with(_LAST)
    title = body.css_first("h1")
    if title and banner_id and not title.attributes.get("id"):
        title.attrs["id"] = banner_id
    original = (title.html or "") if title else ""
    is_beside, titled = _mark_heading(title, container, stays=bool(banner_id)) if title else (False, False)
    above, inner, below = _split_at(body, container)
    first, _, rest = inner.partition(_LIST)
    conclusion, after = _split_at_end(rest, below)
    if title is None or _HEADING in after:
        after = after.replace(_HEADING, "" if titled else original)
        return ListPlace(above, introduction=first.strip(), conclusion=conclusion, after=after)
    lead, _, introduction = first.rpartition(_HEADING) if is_beside else ("", "", first.replace(_HEADING, ""))
    if not any(says_anything(node) for node in parse(lead).iter(include_text=True)):
        lead, introduction = "", lead + introduction  # styles and scripts of the introduction's author
    before = (above.replace(_HEADING, "") + lead).strip()
    content, anchor = heading_content(parse(original).css("h1")[0])
    return ListPlace(before, content, anchor, titled, introduction.strip(), conclusion.replace(_HEADING, ""), after)


def _mark_heading(title: LexborNode, container: LexborNode, *, stays: bool) -> tuple[bool, bool]:
    """Put a mark in the place of the heading, or below the block that it stays in.

    Return whether the mark is in the list's container, and whether the heading stays.
    """
    block = title
    while block.parent is not None and block.parent.mem_id != container.mem_id:
        block = block.parent
    is_inside = block.parent is not None
    if stays and is_inside and block.mem_id != title.mem_id:
        block.insert_after(_HEADING)
        return True, True
    is_beside = block.mem_id == title.mem_id and is_inside
    title.replace_with(_HEADING)
    return is_beside, False


def _split_at_end(inner: str, outer: str) -> tuple[str, str]:
    """Split the HTML below a list, inside its container and outside, into the author's and all else."""
    if _LAST in outer:
        return inner.strip(), outer.replace(_LAST, "").strip()
    conclusion, _, rest = inner.rpartition(_LAST)
    return conclusion.strip(), (rest + outer).strip()


def _split_at(body: LexborNode, container: LexborNode) -> tuple[str, str, str]:
    """Return the HTML above an element's content, the content, and the HTML below it."""
    inner = container.inner_html or ""
    if container.mem_id == body.mem_id:
        return "", inner, ""
    container.inner_html = _INNER
    above, _, below = (body.inner_html or "").partition(_INNER)
    return above, inner, below
