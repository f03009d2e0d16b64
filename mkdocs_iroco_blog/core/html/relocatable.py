"""HTML that is made once and read on pages of several addresses: its links are filled in for each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from mkdocs_iroco_blog.core.permalinks import relative_address

_MARK = re.compile("\ufdd0(\\d+)\ufdd1")  # two characters that no text may hold, around an address's number


@dataclass(frozen=True, slots=True)
class RelocatableHtml:
    """HTML with its addresses apart."""

    pieces: tuple[str, ...] = ("",)
    """HTML between addresses: one more than there are addresses."""
    addresses: tuple[str, ...] = ()
    """Under the site's root."""

    def html(self, at: str) -> Markup:
        """The HTML for the page at this address under the site's root."""
        links = (str(escape(relative_address(address, at))) for address in self.addresses)
        return _joined(self.pieces, links)


@dataclass(slots=True)
class Marks:
    """Stands marks in for addresses while HTML is made, and takes the HTML apart at them."""

    addresses: list[str] = field(default_factory=list)

    def mark(self, address: str) -> str:
        """What to write in the address's place; it passes through escaping and parsers as it is."""
        self.addresses.append(address)
        return f"\ufdd0{len(self.addresses) - 1}\ufdd1"

    def embed(self, content: RelocatableHtml) -> Markup:
        """HTML that was taken apart, with marks of this one's."""
        marks = (self.mark(address) for address in content.addresses)
        return _joined(content.pieces, marks)

    def split(self, html: str) -> RelocatableHtml:
        """The finished HTML."""
        pieces, addresses, at = [], [], 0
        for match in _MARK.finditer(html):
            number = int(match[1])
            if number < len(self.addresses):  # else it is the author's, whatever it means
                pieces.append(html[at : match.start()])
                addresses.append(self.addresses[number])
                at = match.end()
        return RelocatableHtml((*pieces, html[at:]), tuple(addresses))


def _joined(pieces: tuple[str, ...], between: Iterable[str]) -> Markup:
    pairs = zip(pieces, (*between, ""), strict=True)
    return Markup("".join(part for pair in pairs for part in pair))  # noqa: S704 - the pieces are HTML
