"""Finds what differs between two texts in blocks: first by block, then by word in the blocks that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mkdocs_iroco_blog.cli.compare.reading.folding import squeeze
from mkdocs_iroco_blog.cli.compare.reading.model import CODE

_MOST = 4_000_000
"""Words of one passage times words of the other: more are not compared word by word."""
_MOST_OF_PAGE = 40_000_000
"""The same for all passages of a page together, and for its blocks: more of these are not aligned."""
_MANY = 250_000
"""Blocks or words of both texts, multiplied: beyond it, the most frequent ones are not aligned."""
_INDENTATION = {" ": "\N{NO-BREAK SPACE}", "\t": "⇥"}
"""Signs for the white space before a line of code, which matters."""


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that differs. Parts that are equal have the same text on both sides."""

    parts: Sequence[tuple[str, str]]
    """Pairs of old and new text, in order."""

    @property
    def old(self) -> str:
        """The passage in the old text."""
        return " ".join(old for old, _ in self.parts if old)

    @property
    def new(self) -> str:
        """The passage in the new text."""
        return " ".join(new for _, new in self.parts if new)

    @property
    def lost(self) -> str:
        """The words that the new text does not have."""
        return " … ".join(old for old, new in self.parts if old and old != new)

    @property
    def added(self) -> str:
        """The words that the old text does not have."""
        return " … ".join(new for old, new in self.parts if new and old != new)


def find_changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return the passages that differ. Blocks that only have another place are none, nor is prose in other blocks."""
    if old == new or join_blocks(old) == join_blocks(new):
        return []
    changes: list[Change] = []
    left = _MOST_OF_PAGE
    for passage in _differing_passages(old, new):
        before, after = map(_words, passage)
        work = len(before) * len(after)
        parts = list(_compare_words(before, after)) if work <= min(_MOST, left) else [_join(before, after)]
        changes.append(Change(parts))
        left -= work
    return _without_moved(changes)


def _differing_passages(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield passages that differ, as blocks. Of texts with very many blocks, those that only one side has."""
    passages: Iterable[tuple[Sequence[str], Sequence[str]]] = [(_without(old, new), _without(new, old))]
    if len(old) * len(new) <= _MOST_OF_PAGE:
        changed = (code for code in _opcodes(old, new) if code[0] != "equal")
        passages = ((old[start:end], new[other_start:other_end]) for _, start, end, other_start, other_end in changed)
    for before, after in passages:
        if join_blocks(before) != join_blocks(after):
            yield from _pair_blocks(before, after)


def _without(blocks: Sequence[str], others: Iterable[str]) -> list[str]:
    """Return the blocks that the other text does not have, or not as often."""
    left = Counter(others)
    result: list[str] = []
    for block in blocks:
        if left[block]:
            left[block] -= 1
        else:
            result.append(block)
    return result


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    # Without `autojunk`, the differences are smaller, but texts that repeat themselves take quadratic time.
    return SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _MANY).get_opcodes()


def _pair_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield passages to compare: block by block if there are as many on both sides, or all of them at once."""
    if len(old) != len(new):
        yield old, new
        return
    for before, after in zip(old, new, strict=True):
        if join_blocks([before]) != join_blocks([after]):
            yield [before], [after]


def join_blocks(blocks: Iterable[str]) -> str:
    """Return a text without the white space that does not matter. Lines of code stay as they are."""
    return "".join(f"\n{block}\n" if block.startswith(CODE) else block.replace(" ", "") for block in blocks)


def _compare_words(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not before or not after:
        yield _join(before, after)
        return
    for tag, start, end, other_start, other_end in _opcodes(before, after):
        lost, added = _join(before[start:end], after[other_start:other_end])
        is_same = squeeze(lost) == squeeze(added) and not any(sign in lost + added for sign in _INDENTATION.values())
        yield lost, lost if tag == "equal" or is_same else added


def _join(before: Iterable[str], after: Iterable[str]) -> tuple[str, str]:
    return "".join(before).strip(" "), "".join(after).strip(" ")


def _words(blocks: Sequence[str]) -> list[str]:
    """Split blocks into words, each with the white space behind it. Code keeps its indentation."""
    words: list[str] = []
    for block in blocks:
        text = block.removeprefix(CODE)
        indentation = text[: len(text) - len(text.lstrip())] if block.startswith(CODE) else ""
        signs = "".join(_INDENTATION.get(sign, "") for sign in indentation)
        words += [f"{'' if number else signs}{word} " for number, word in enumerate(text.split())]
    return words


def _without_moved(changes: list[Change]) -> list[Change]:
    """Leave out passages that are removed in one place and added in another."""
    removed = {squeeze(change.old): change for change in changes if not change.new}
    added = {squeeze(change.new): change for change in changes if not change.old}
    moved = {id(change) for text in removed.keys() & added.keys() for change in (removed[text], added[text])}
    return [change for change in changes if id(change) not in moved]
