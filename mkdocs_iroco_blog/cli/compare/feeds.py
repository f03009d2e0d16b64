"""Compares two feeds as a reader's program does, which shows an entry again if it does not know its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mkdocs_iroco_blog.cli.compare.reading.model import Feed, FeedEntry

from .comparison import Aspect, Difference

Resolve = Callable[[str], str]


def compare_feeds(
    old: Feed, new: Feed, resolve_old: Resolve, resolve_new: Resolve
) -> tuple[list[Difference], dict[Aspect, tuple[int, int]]]:
    """Return the differences of two feeds, and how many ids are the same, of how many.

    Entries that are older than all of the new feed are not counted: every feed ends somewhere, and nobody loses them.
    """
    by_id = {entry.id: entry for entry in new.entries}
    by_link = {resolve_new(entry.link): entry for entry in new.entries if entry.link}
    twins = [by_id.get(entry.id) or by_link.get(resolve_old(entry.link)) for entry in old.entries]
    while any(twins) and twins[-1] is None:
        twins.pop()
    pairs = list(zip(old.entries, twins, strict=False))
    lost = [(entry.id, twin.id if twin else "") for entry, twin in pairs if twin is None or twin.id != entry.id]
    differences = list(_compare_links(pairs, resolve_old, resolve_new))
    if lost:
        ids, new_ids = zip(*lost, strict=True)
        differences.insert(0, Difference(Aspect.FEED, ids, new_ids))
    return differences, {Aspect.FEED: (len(pairs) - len(lost), len(pairs))}


def _compare_links(
    pairs: list[tuple[FeedEntry, FeedEntry | None]], resolve_old: Resolve, resolve_new: Resolve
) -> Iterator[Difference]:
    links = [(resolve_old(entry.link), resolve_new(twin.link)) for entry, twin in pairs if twin]
    if changed := [pair for pair in links if pair[0] != pair[1]]:
        lost, added = zip(*changed, strict=True)
        yield Difference(Aspect.LINK, lost, added, is_loss=False)
