"""The values that every page of a blog is made from."""

from __future__ import annotations

from typing import Protocol

from .dates import Moment


class Translator(Protocol):
    """Phrases and dates in the blog's language."""

    @property
    def lang(self) -> str:
        """As in `<html lang>`: `fr`, `pt-BR`."""

    @property
    def locale(self) -> str:
        """As Babel names it: `fr`, `pt_BR`."""

    def t(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled in."""

    def date(self, moment: Moment, pattern: str) -> str:
        """Format a date."""
