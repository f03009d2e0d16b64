"""The result of a comparison: an entry for each address, and a measure for each aspect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .texts import Change


class State(StrEnum):
    """The fate of an address of the old site, or a new one. The first is the worst."""

    GONE = "gone"
    MOVED = "moved"
    SAME = "same"
    NEW = "new"


class Kind(StrEnum):
    """A file at an address."""

    PAGE = "page"
    LIST = "list"
    REDIRECT = "redirect"
    FEED = "feed"
    FILE = "file"


class Aspect(StrEnum):
    """A part of a page or a feed. The first matters most."""

    ADDRESS = "addresses"
    FEED = "feed ids"
    TEXT = "texts"
    ANCHOR = "anchors"
    PICTURE = "pictures"
    LINK = "links"
    HEADING = "headings"
    REDIRECT = "redirects"
    LIST = "lists"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that differs in an aspect of a page or a feed."""

    aspect: Aspect
    lost: Sequence[str] = ()
    """Items of the old site that the new one lacks: texts, ids, addresses."""
    added: Sequence[str] = ()
    changes: Sequence[Change] = ()
    """Of a text."""
    is_loss: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An address, what became of it, and what differs there."""

    address: str
    kind: Kind
    state: State
    target: str = ""
    """The address to which it moved."""
    remark: str = ""
    """A sentence about an address that is gone."""
    differences: Sequence[Difference] = ()
    counts: Mapping[Aspect, tuple[int, int]] = field(default_factory=dict)
    """For each aspect, how many items are the same, of how many."""

    @property
    def is_loss(self) -> bool:
        """Whether something is lost: the address, or something on its page."""
        return self.state is State.GONE or any(difference.is_loss for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of an aspect is the same."""

    aspect: Aspect
    same: int
    total: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two built sites, compared."""

    entries: Sequence[Entry]
    """Every address of both, in order, without the theme's files."""
    theme_files: int = 0
    """Files of the old site that belong to its theme, and were not compared."""
    notes: Sequence[str] = ()
    """Sentences about files that were not read."""

    @property
    def measures(self) -> list[Measure]:
        """A measure for each aspect that the old site has."""
        sums = {aspect: [0, 0] for aspect in Aspect}
        for entry in self.entries:
            for aspect, (same, total) in entry.counts.items():
                sums[aspect][0] += same
                sums[aspect][1] += total
        return [Measure(aspect, same, total) for aspect, (same, total) in sums.items() if total]

    @property
    def losses(self) -> list[Entry]:
        """Entries where something is lost."""
        return [entry for entry in self.entries if entry.is_loss]

    def in_state(self, state: State) -> list[Entry]:
        """Return the entries in a state."""
        return [entry for entry in self.entries if entry.state is state]
