"""Compares two pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from filecmp import cmp
from pathlib import Path

from mkdocs_iroco_blog.cli.compare.reading.folding import squeeze
from mkdocs_iroco_blog.cli.compare.reading.model import Heading, Page

from .built_site import BuiltSite
from .comparison import Aspect, Difference
from .texts import find_changes
from .theme_parts import ThemeParts

_NUMBER = re.compile(r"(?<=/)(?:page[/-]?)?\d{1,3}(?:/|\.html)$")
_SEVERAL = 3
"""Titles with the same id, which is the theme's, then."""
_PROSE = 120
"""Characters of a paragraph that is neither an entry of a list, nor a note about the author."""
_OPENING = 60
"""Characters by which an excerpt is known."""
Result = tuple[Difference | None, int, int]
"""The differences, the number of items that are the same, and the number that the old page has."""


class PageComparer:
    """Compares pages of two sites."""

    def __init__(self, old: BuiltSite, new: BuiltSite) -> None:
        self._old, self._new = old, new
        self._anchors = old.anchors()
        titles = Counter(page.title.id for page in old.pages.values() if page.title)
        self._title_ids = {name for name, count in titles.items() if count >= _SEVERAL}
        """Ids that the theme gives to titles."""
        self._parts = ThemeParts(old.pages.values()), ThemeParts(new.pages.values())
        self._listed: defaultdict[str, set[str]] = defaultdict(set)
        """The pages that all pages of a list list, by the address of its first page."""
        for page in new.pages.values():
            self._listed[_first_page(page.address)].update(map(new.follow, page.listed or ()))

    def compare(self, old: Page, new: Page) -> tuple[list[Difference], dict[Aspect, tuple[int, int]]]:
        """Return the differences of two pages, and the counts of each aspect.

        Of lists, only links are compared, and if the old page was none, its long paragraphs.
        """
        if not (old.is_read and new.is_read):
            return [], {}
        old, new = self._parts[0].remove(old, new), self._parts[1].remove(new, old)
        results: dict[Aspect, Result]
        if old.listed is not None:
            results = {Aspect.LIST: self._compare_lists(old, new)}
        elif new.listed is not None:
            results = {Aspect.TEXT: self._compare_prose(old, new), Aspect.LIST: self._compare_lists(old, new)}
        else:
            texts = _without_second_title(old), _without_second_title(new)
            results = {
                Aspect.TEXT: _compare_texts(*texts),
                Aspect.ANCHOR: self._compare_anchors(old, new),
                Aspect.PICTURE: self._compare_pictures(old, new),
                Aspect.LINK: self._compare_links(old, new),
                Aspect.HEADING: _compare_headings(*texts),
            }
        differences = [difference for difference, _, _ in results.values() if difference]
        return differences, {aspect: (same, total) for aspect, (_, same, total) in results.items()}

    def resolve_old(self, link: str) -> str:
        """Return where a link of the old site leads in the new one, or in the old one if it leads nowhere there."""
        if link.startswith("#"):
            return link
        target = self._old.follow(link)
        return self._new.follow(self._old.public_address(target)) if target.startswith("/") else target

    def _compare_anchors(self, old: Page, new: Page) -> Result:
        ids = {heading.id for heading in old.headings if heading.id and heading.id not in self._title_ids}
        ids |= self._anchors.get(old.address, set()) & old.ids
        lost = tuple(sorted(ids - new.ids))
        return Difference(Aspect.ANCHOR, lost) if lost else None, len(ids) - len(lost), len(ids)

    def _compare_prose(self, old: Page, new: Page) -> Result:
        """Compare the long paragraphs of a page that became a list, but not those that open a page that it listed."""
        pages = [page for page in self._new.pages.values() if _first_page(page.address) == _first_page(new.address)]
        text = squeeze(" ".join(block for page in pages for block in page.texts))
        targets = dict.fromkeys(self.resolve_old(link) for link in old.links)
        listed = [page for target in targets if target[:1] == "/" and (page := self._new.page(target))]
        entries = [(squeeze(page.title.text if page.title else ""), squeeze(" ".join(page.texts))) for page in listed]
        long = [block for block in old.texts if len(block) >= _PROSE]
        prose = [block for block in long if not _is_entry(squeeze(block), entries, text)]
        lost = tuple(block for block in prose if squeeze(block) not in text)
        return Difference(Aspect.TEXT, lost) if lost else None, int(bool(prose) and not lost), int(bool(prose))

    def _compare_links(self, old: Page, new: Page) -> Result:
        before = Counter(map(self.resolve_old, old.links))
        after = Counter(self._new.follow(link) if link[:1] != "#" else link for link in new.links)
        return _counted(Aspect.LINK, before, after)

    def _compare_lists(self, old: Page, new: Page) -> Result:
        """Compare the pages that a list lists. They may be on other pages of the list than before."""
        after = self._listed[_first_page(new.address)] | set(map(self._new.follow, new.links))
        before = {target for link in old.listed or old.links if self._old.page(target := self._old.follow(link))}
        lost = tuple(sorted({self.resolve_old(link) for link in before} - after))
        return Difference(Aspect.LIST, lost, is_loss=False) if lost else None, not lost, 1

    def _compare_pictures(self, old: Page, new: Page) -> Result:
        before = [(self.resolve_old(picture.target), picture.alt) for picture in old.pictures]
        after = [(self._new.follow(picture.target), picture.alt) for picture in new.pictures]
        missing = Counter(target for target, _ in before) - Counter(target for target, _ in after)
        extra = Counter(target for target, _ in after) - Counter(target for target, _ in before)
        renamed = dict(self._pair_files(list(missing), list(extra)))
        before = [(renamed.get(target, target), alt) for target, alt in before]
        return _counted(Aspect.PICTURE, Counter(map(_describe, before)), Counter(map(_describe, after)))

    def _pair_files(self, missing: Sequence[str], extra: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield pictures that only have another name: their files are the same."""
        for target in missing:
            path = self._old.files.get(target)
            same = (name for name in extra if path and _is_same_file(path, self._new.files.get(name)))
            if (name := next(same, None)) is not None:
                yield target, name


def _without_second_title(page: Page) -> Page:
    """Leave out the title if the content begins with it: one of the two was the theme's."""
    first = next(iter(page.texts), "")
    if page.title is None or squeeze(first) != squeeze(page.title.text):
        return page
    number = [block.text for block in page.blocks].index(first)
    return replace(page, blocks=[*page.blocks[:number], *page.blocks[number + 1 :]])


def _compare_texts(old: Page, new: Page) -> Result:
    changes = find_changes(old.texts, new.texts)
    lost = tuple(change.lost for change in changes if change.lost)
    added = tuple(change.added for change in changes if change.added)
    difference = Difference(Aspect.TEXT, lost, added, changes, is_loss=bool(lost)) if changes else None
    return difference, not changes, 1


def _is_entry(block: str, entries: Iterable[tuple[str, str]], text: str) -> bool:
    """Whether a paragraph is an entry of a list: an excerpt of a page, perhaps after the page's title.

    `entries` has the titles and texts of listed pages, `text` that of the new list.
    """
    parts = ((block.partition(title)[2] or block, page) for title, page in entries if title)
    return any((opening := part[:_OPENING]) and (opening in page or opening in text) for part, page in parts)


def _compare_headings(old: Page, new: Page) -> Result:
    before, after = ([squeeze(heading.text) for heading in page.headings] for page in (old, new))
    names = {squeeze(heading.text): heading.text for heading in [*new.headings, *old.headings]}
    if before == after:
        return _compare_ranks(old.headings[1:], new.headings[1:]), len(before), len(before)
    lost = list((Counter(before) - Counter(after)).elements())
    added = list((Counter(after) - Counter(before)).elements())
    difference = Difference(
        Aspect.HEADING, tuple(names[text] for text in lost), tuple(names[text] for text in added), is_loss=bool(lost)
    )
    return difference if lost or added else None, len(before) - len(lost), len(before)


def _compare_ranks(old: Sequence[Heading], new: Sequence[Heading]) -> Difference | None:
    """Compare the ranks of the same headings. All of them may be a level lower."""
    pairs = [pair for pair in zip(_with_ranks(old), _with_ranks(new), strict=True) if pair[0][0] != pair[1][0]]
    lost, added = ([f"{'#' * pair[side][0]} {pair[side][1]}" for pair in pairs] for side in (0, 1))
    return Difference(Aspect.HEADING, lost, added, is_loss=False) if pairs else None


def _with_ranks(headings: Sequence[Heading]) -> Iterator[tuple[int, str]]:
    """Yield the texts of headings below the title, with their ranks: the highest is 2."""
    levels = sorted({heading.level for heading in headings})
    return ((levels.index(heading.level) + 2, heading.text) for heading in headings)


def _first_page(address: str) -> str:
    return _NUMBER.sub("", address)


def _describe(picture: tuple[str, str]) -> str:
    target, alt = picture
    return f"{target} ({alt})" if alt else target


def _is_same_file(path: Path, other: Path | None) -> bool:
    return other is not None and path.stat().st_size == other.stat().st_size and cmp(path, other, shallow=False)


def _counted(aspect: Aspect, before: Counter[str], after: Counter[str]) -> Result:
    lost, added = tuple((before - after).elements()), tuple((after - before).elements())
    difference = Difference(aspect, lost, added, is_loss=bool(lost)) if lost or added else None
    return difference, before.total() - len(lost), before.total()
