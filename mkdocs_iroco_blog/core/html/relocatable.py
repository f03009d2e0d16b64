"""HTML that appears on several pages: it is made once, and its links are filled in for each page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from mkdocs_iroco_blog.core.permalinks import relative_address

_MARK = re.compile("\ufdd0(\\d{1,9})\ufdd1")  # an address's number between two characters that no text may contain


@dataclass(frozen=True, slots=True)
class RelocatableHtml:
    """HTML that is split at the addresses of its links."""

    pieces: tuple[str, ...] = ("",)
    """The HTML between the addresses: one more piece than there are addresses."""
    addresses: tuple[str, ...] = ()
    """Under the site's root."""

    def html(self, page: str) -> Markup:
        """Fill in the links for the page at this address under the site's root."""
        links = (str(escape(relative_address(address, page))) for address in self.addresses)
        return _joined(self.pieces, links)


@dataclass(slots=True)
class Marks:
    """Replaces addresses by marks while HTML is made, and splits the HTML at them."""

    addresses: list[str] = field(default_factory=list)

    def mark(self, address: str) -> str:
        """Return the text to write instead of an address; escaping and parsing do not change it."""
        self.addresses.append(address)
        return f"\ufdd0{len(self.addresses) - 1}\ufdd1"

    def address(self, mark: str) -> str | None:
        """Return the address that a mark stands for, or None if the text is no mark."""
        match = _MARK.fullmatch(mark)
        number = int(match[1]) if match else len(self.addresses)
        return self.addresses[number] if number < len(self.addresses) else None

    def embed(self, content: RelocatableHtml) -> Markup:
        """Insert HTML that is split already, with marks for its addresses."""
        marks = (self.mark(address) for address in content.addresses)
        return _joined(content.pieces, marks)

    def split(self, html: str) -> RelocatableHtml:
        """Split finished HTML at its marks."""
        pieces, addresses, position = [], [], 0
        for match in _MARK.finditer(html):
            number = int(match[1])
            if number < len(self.addresses):  # else the author wrote it
                pieces.append(html[position : match.start()])
                addresses.append(self.addresses[number])
                position = match.end()
        return RelocatableHtml((*pieces, html[position:]), tuple(addresses))


def _joined(pieces: tuple[str, ...], between: Iterable[str]) -> Markup:
    pairs = zip(pieces, (*between, ""), strict=True)
    return Markup("".join(part for pair in pairs for part in pair))  # noqa: S704 - the pieces are HTML
