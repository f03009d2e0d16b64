"""Names the file of a new post as the blog's other posts are named."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_iroco_blog.core.permalinks import INDEXES

_DATED = re.compile(r"\d{4}([-_.]?)\d{2}([-_.]?)\d{2}([-_.])(?=.)")
_FOLDERS = (("{year}", re.compile(r"\d{4}")), ("{month}", re.compile(r"\d{2}")), ("{day}", re.compile(r"\d{2}")))


@dataclass(frozen=True, slots=True)
class FileName:
    """A pattern for paths below the posts' folder, with `{year}`, `{month}`, `{day}` and `{slug}`."""

    pattern: str = "{slug}.md"

    def path(self, slug: str, day: date) -> str:
        """Return the path of a new post."""
        values = {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}", "slug": slug}
        return self.pattern.format_map(values)


JEKYLL = FileName("{year}-{month}-{day}-{slug}.md")
"""https://jekyllrb.com/docs/posts/#creating-posts"""


def usual_name(paths: Iterable[str]) -> FileName:
    """Return the pattern that most of the paths follow. Paths are relative to the posts' folder."""
    patterns = Counter(map(_pattern, paths))
    return FileName(max(sorted(patterns), key=patterns.__getitem__)) if patterns else FileName()


def _pattern(path: str) -> str:
    """Keep what depends on a post's date and title. A folder for anything else, such as a subject, is left out."""
    *folders, name = posixpath.splitext(path)[0].split("/")
    is_bundle = bool(folders) and (name in INDEXES or name == folders[-1])
    stem = _stem(folders.pop() if is_bundle else name)
    file = f"{stem}/{name if name in INDEXES else stem}" if is_bundle else stem
    return "/".join([*_dated_folders(folders), f"{file}.md"])


def _stem(name: str) -> str:
    match = _DATED.match(name)
    return "{{year}}{}{{month}}{}{{day}}{}{{slug}}".format(*match.groups()) if match else "{slug}"


def _dated_folders(folders: Sequence[str]) -> Iterator[str]:
    for folder, (placeholder, form) in zip(folders, _FOLDERS, strict=False):
        if not form.fullmatch(folder):
            return
        yield placeholder
