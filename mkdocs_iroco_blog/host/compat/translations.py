"""The same page in other languages: what a reader, a search engine and the theme's own switch are led to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_iroco_blog.host.load.blog import Reading
from mkdocs_iroco_blog.host.pages.edition import Edition
from mkdocs_iroco_blog.host.pages.files import destination, move, neutral_path

Readings = Sequence[tuple[Edition, Reading]]
"""Every edition with what was read for it, the one that is being built first."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A page's counterpart in another language."""

    lang: str
    name: str
    """Of the language."""
    file: File
    translated: bool
    """It is in that language, and does not merely stand in for a translation that is not there."""


def twins(readings: Readings, config: MkDocsConfig) -> Mapping[str, list[Twin]]:
    """By the address of each page of the edition that is being built: its counterparts."""
    (current, own), *others = readings
    found: dict[str, list[Twin]] = defaultdict(list)
    keys = {key: path for key, path, _ in _pages(current, own)}
    for edition, reading in others:
        for key, path, translated in _pages(edition, reading):
            if key in keys:
                index = path == edition.settings.index_path
                file = File(
                    key, None, config.site_dir, config.use_directory_urls,
                    dest_uri=destination(path, config, index=index),
                )  # fmt: skip
                found[keys[key]].append(Twin(edition.lang, edition.name, file, translated))
    return found


def _pages(edition: Edition, reading: Reading) -> Iterator[tuple[str, str, bool]]:
    """Every page: what it is called in all languages, its address, and whether it is in its edition's."""
    for post in reading.blog.posts:
        file = reading.found.files[post.source]
        yield neutral_path(file), post.path, edition.speaks(file)
    lists = [view_page.path for view in reading.blog.views for view_page in view.pages]
    for path in (*lists, *(overview.path for overview in reading.blog.overviews)):
        yield f"/{edition.neutral(path)}", path, True


def settle_addresses(written: Iterable[File], readings: Readings, config: MkDocsConfig) -> None:
    """Give the files as they were before languages were told apart the addresses that posts have.

    Plugins that took the list of files before, such as redirects, go by these.
    """
    by_uri = {file.src_uri: file for file in written}
    for edition, reading in readings:
        for post in reading.blog.posts:
            if edition.speaks(reading.found.files[post.source]):
                move(by_uri[post.source], destination(post.path, config), config)
