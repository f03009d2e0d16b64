"""The blog as fragments get it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_iroco_blog.core.links import FeedLink

from .parts import LinkContext


@dataclass(frozen=True, slots=True)
class BlogContext:
    """The blog."""

    title: str
    """The blog's name in the interface's language."""
    url: str
    """The address of the index."""
    lang: str
    """Its language, as in `<html lang>`."""
    lang_differs: bool
    """The page as a whole has another language or none, so the blog's parts need `lang`."""
    overviews: Sequence[LinkContext]
    """The pages that list terms, authors and the archive."""
    feeds: Sequence[FeedLink]
    """The feeds of the whole blog."""
    first_file: str
    """The file to create for a first post, relative to the folder of `mkdocs.yml`; empty once there is one."""
    first_text: str
    """The text for that file."""
    dir: str
    """The direction in which its language is written: `ltr` or `rtl`."""
    recent: Sequence[LinkContext]
    """The five newest posts that the index shows, with their dates."""
    dir_differs: bool
    """The page as a whole has the other direction, so the blog's parts need `dir`."""
