"""Describes the parts of a series to fragments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_iroco_blog.core.model import Post, Term
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.core.terms.series import Place, main_place, places

from .context.parts import PartContext, PartLinkContext

MOST = 20
"""A longer series is listed around the post only: else the pages' size would grow with the square of its length."""
_BEFORE = 5
_AROUND = 2 * _BEFORE + 1
LinkTo = Callable[[str], str]
"""Links to a page of the blog by its path; returns "" if it has none."""


def describe_places(site: Site, post: Post, link_to: LinkTo, *, in_list: bool) -> list[PartContext]:
    """Describe a post's places in its series: without the other parts in a list, where nothing shows them."""
    all_places = places(site.blog, post)
    main = main_place(all_places)
    describe = _describe_in_list if in_list else _describe
    return [describe(SeriesParts(site, place.series, link_to), place, leads=place is main) for place in all_places]


def _describe_in_list(parts: SeriesParts, place: Place, *, leads: bool) -> PartContext:
    return PartContext(place.series.name, parts.url, place.number, parts.total, leads=leads)


def _describe(parts: SeriesParts, place: Place, *, leads: bool) -> PartContext:
    if not place.number:
        return _describe_in_list(parts, place, leads=False)
    index, last = place.index, len(parts) - 1
    start = max(0, min(index - _BEFORE, last + 1 - _AROUND)) if len(parts) > MOST else 0
    listed = range(start, min(start + (_AROUND if len(parts) > MOST else MOST), last + 1))
    return PartContext(
        place.series.name, parts.url, place.number, parts.total,
        [parts.link(position, current=position == index) for position in listed],
        parts.link(index - 1) if index else None, parts.link(index + 1) if index < last else None, leads=leads,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeriesParts:
    """The parts of a series as links from one page, planned ones last."""

    site: Site
    series: Term
    link_to: LinkTo

    def __len__(self) -> int:
        return len(self.series.posts) + len(self._planned)

    @property
    def url(self) -> str:
        """The address of the series' view; empty if it has none."""
        return self.link_to(self.series.path) if self.series.path else ""

    @property
    def total(self) -> int:
        """The number of the last part."""
        return self.series.numbers[-1] + len(self._planned) if self.series.numbers else 0

    def of(self, posts: Sequence[Post]) -> list[PartLinkContext]:
        """Return the parts that posts are."""
        return [self.link(self.series.places[post]) for post in posts]

    def planned(self) -> list[PartLinkContext]:
        """Return the parts that are not written yet."""
        return [self.link(index) for index in range(len(self.series.posts), len(self))]

    def link(self, index: int, *, current: bool = False) -> PartLinkContext:
        """Return the part at a position."""
        posts, numbers = self.series.posts, self.series.numbers
        if index < len(posts):
            post = posts[index]
            title, url = self.site.title(post), self.link_to(post.path)
            return PartLinkContext(title, url, numbers[index], current=current, lang=post.lang)
        later = index - len(posts)
        return PartLinkContext(self._planned[later], "", numbers[-1] + later + 1, planned=True)

    @property
    def _planned(self) -> Sequence[str]:
        return self.site.planned.get(self.series.path, ())
