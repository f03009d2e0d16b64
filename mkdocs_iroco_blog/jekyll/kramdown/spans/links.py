"""Reads links, images and references to footnotes.

https://kramdown.gettalong.org/syntax.html#links-and-images, …#footnotes
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME, merge_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element

from .scanner import SPACE, Scanner

_NOTE = re.compile(rf"\[\^({NAME})\]")
_LABEL = re.compile(r"[ \t\r\n\f\v]*?\[([^\]]+)?\]")
_ANGLED = re.compile(r"\(<([^\n]*?)>")
_PARENTHESIS = re.compile(r"""(\()|(\))|[ \t\r\n\f\v](?=['"])""")
_TITLE = re.compile(r"""[ \t\r\n\f\v]*(["'])(.+?)\1[ \t\r\n\f\v]*\)""", re.DOTALL)
_ESCAPED = re.compile(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=-])""")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_ADDRESS = re.compile(r"<((mailto|https?|ftps?):[^\n]+?|(?:[^\W_]|[-_.])+?@(?:[^\W_]|[-_.])+?)>")


def read_bracket(scanner: Scanner, start: int) -> None:
    """Read `[^note]`, `[link](url "title")`, `[link][name]` or `[name]`; another `[` is text."""
    note = _NOTE.match(scanner.text, start)
    if not note:
        _read_link(scanner, start, "[", "a")
    elif note[1] in scanner.document.footnotes:
        scanner.add(Element("footnote", note[1]), note.end())
    else:
        scanner.copy(len(note[0]))


def read_image(scanner: Scanner, start: int) -> None:
    """Read `![alt](src "title")`, `![alt][name]` or `![name]`."""
    _read_link(scanner, start, "![", "img")


def _read_link(scanner: Scanner, start: int, mark: str, kind: str) -> None:
    text = scanner.text
    inside = start + len(mark)
    if text[inside : inside + 1] in {"", "^"}:
        scanner.copy()
        return
    if (kind == "a" and scanner.is_open("a", "img")) or not scanner.may_open():
        scanner.copy(len(mark))
        return
    element = Element(kind)
    scanner.position = inside
    if scanner.read(element, "[]!", _bracket_counter(scanner, element)):
        label = text[inside : scanner.position]
        scanner.position += 1
        if _try_target(scanner, element, _ESCAPED.sub(r"\1", label)):
            scanner.add(element)
            return
    scanner.position = start
    scanner.copy(len(mark))


def _bracket_counter(scanner: Scanner, element: Element) -> Callable[[int], bool]:
    """Make a function that reports when the brackets inside the element are closed; images in it are complete."""
    text, children, opened, images, counted = scanner.text, element.children, 1, 0, 0

    def closes(position: int) -> bool:
        nonlocal opened, images, counted
        opened += -1 if text[position] == "]" else 1
        images += sum(child.kind == "img" for child in children[counted:])
        counted = len(children)
        return opened == images

    return closes


def _try_target(scanner: Scanner, element: Element, label: str) -> bool:
    """Read a name or an address after the closing bracket, if any. Returns whether the link has a target."""
    text = scanner.text
    name = _LABEL.match(text, scanner.position)
    if name or not text.startswith("(", scanner.position):
        link = scanner.document.links.get(_SPACES.sub(" ", name[1] or label if name else label).lower())
        if link is None:
            return False
        if name:
            scanner.position = name.end()
        merge_attributes(element.attributes, link.attributes)
        _set_target(element, link.url, link.title, label)
        return True
    angled = _ANGLED.match(text, scanner.position)
    if angled:
        url, scanner.position = angled[1], angled.end()
        complete = text.startswith(")", scanner.position)
        scanner.position += complete
    else:
        url, complete = _read_url(scanner)
    title = None
    if not complete:
        match = _TITLE.match(text, scanner.position)
        scanner.patience -= (match.end() if match else len(text)) - scanner.position >> 6
        if match is None:
            return False
        scanner.position, title = match.end(), match[2]
    _set_target(element, url, title, label)
    return True


def _read_url(scanner: Scanner) -> tuple[str, bool]:
    """Read an address up to its closing parenthesis (then true) or to the space before a title (then false)."""
    text, begin, level = scanner.text, scanner.position, 0
    for stop in _PARENTHESIS.finditer(text, begin):
        scanner.position = stop.end()
        scanner.patience -= 1
        if stop[1]:
            level += 1
        elif stop[2]:
            level -= 1
            if level == 0:
                break
        else:
            break
    return text[begin + 1 : scanner.position - 1].strip(SPACE + "\0"), level == 0


def _set_target(element: Element, url: str, title: str | None, label: str) -> None:
    if element.kind == "a":
        element.attributes["href"] = url
    else:
        element.attributes |= {"src": url, "alt": label}
        element.children.clear()
    if title:
        element.attributes["title"] = title


def try_address(scanner: Scanner, start: int) -> bool:
    """Read `<https://…>` or `<me@example.org>`, if there is one."""
    end = scanner.find(">", start)
    match = _ADDRESS.match(scanner.text, start, end + 1) if end > 0 else None
    if match is None:
        return False
    element = Element("a", attributes={"href": match[1] if match[2] else f"mailto:{match[1]}"}, options={"bare": True})
    element.children.append(Element("text", match[1].removeprefix("mailto:")))
    scanner.add(element, match.end())
    return True
