"""Every message by its code, in groups that the manual shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType

from . import addresses, beside, check, feeds, front_matter, inserts, jekyll, options, posts, site, terms
from .message import Message

AREAS: Mapping[str, ModuleType] = {
    "Front matter": front_matter,
    "Posts": posts,
    "Authors and terms": terms,
    "Options": options,
    "A Jekyll site": jekyll,
    "Posts with a Jekyll site": beside,
    "Addresses and files": addresses,
    "Feeds": feeds,
    "Theme, language and other plugins": site,
    "Lists on any page": inserts,
    "Only `iroco-blog check`": check,
}
"""The modules of the table by their titles in the manual, in the order of their codes."""


def rows(area: ModuleType) -> Iterator[Message]:
    """Yield the messages of an area."""
    yield from (value for value in vars(area).values() if isinstance(value, Message))


MESSAGES: Mapping[str, Message] = {row.code: row for area in AREAS.values() for row in rows(area)}
