"""Changes in front matter that follow from findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_iroco_blog.cli.check.places import Places
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import posts, terms
from mkdocs_iroco_blog.core.model import Post, names_of


@dataclass(frozen=True, slots=True)
class Change:
    """A key or a value to replace by another."""

    file: Path
    line: int
    """The line of the key in front matter that it is about, or that it is in."""
    old: str
    new: str
    is_key: bool = False


def changes_for(finding: Finding, places: Places, blog: Iterable[Post]) -> list[Change]:
    """Return the changes that remove a finding; none if it is not for a program to decide."""
    plan = _PLANS.get(finding.code)
    return list(plan(finding, places, blog)) if plan else []


def _key(finding: Finding, places: Places, _: Iterable[Post]) -> Iterator[Change]:
    yield _rename(finding, places, finding.values["meant"])


def _series_key(finding: Finding, places: Places, _: Iterable[Post]) -> Iterator[Change]:
    names: Sequence[str] = finding.values["names"]
    if len(names) == 1:
        yield _rename(finding, places, names[0])


def _date(finding: Finding, places: Places, _: Iterable[Post]) -> Iterator[Change]:
    dates: Sequence[str] = finding.values["dates"]
    if len(dates) == 1:  # of `4/10/2026`, nobody knows which is the month
        yield Change(places.file(finding.source), finding.line or 0, finding.values["value"], dates[0])


def _spelling(finding: Finding, places: Places, blog: Iterable[Post]) -> Iterator[Change]:
    kind: str = finding.values["taxonomy"]
    for post in blog:
        for name in names_of(post, kind):
            if name in finding.values["spellings"]:
                yield Change(places.file(post.source), post.lines.get(kind, 0), name, finding.values["main"])


def _rename(finding: Finding, places: Places, new: str) -> Change:
    return Change(places.file(finding.source), finding.line or 0, finding.values["key"], new, is_key=True)


_PLANS: Mapping[str, Callable[[Finding, Places, Iterable[Post]], Iterator[Change]]] = {
    posts.UNKNOWN_KEY.code: _key,
    posts.IMAGE_KEY.code: _key,
    terms.UNKNOWN_AUTHOR_KEY.code: _key,
    terms.UNKNOWN_SERIES_KEY.code: _series_key,
    posts.BAD_DATE.code: _date,
    posts.BAD_ONLY_DATE.code: _date,
    terms.TERM_IN_TWO_SPELLINGS.code: _spelling,
}
FIXABLE = tuple(_PLANS)
"""The codes of the messages that may have a fix."""
