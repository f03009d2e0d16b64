"""HTML ids made from addresses."""

from __future__ import annotations

import re


def anchor_of(path: str) -> str:
    """Make an HTML id from an address.

    Bootstrap uses it as a CSS selector, so it is a letter, then letters, digits, dashes and underscores only.
    """
    name = re.sub(r"[^\w-]", "_", path.replace("/", "--"))
    return name if name[:1].isalpha() else f"blog-{name}".rstrip("-")


class Anchored:
    """Gives a page's value an HTML id that no other page's has."""

    __slots__ = ()
    path: str

    @property
    def id(self) -> str:
        """An HTML id made from the path."""
        return anchor_of(self.path)
