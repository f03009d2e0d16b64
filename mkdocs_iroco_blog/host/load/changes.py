"""Changes that other plugins make to the host's list of files."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.files import lies_below, path_of, path_without_locale

from .sources import applies_to_posts, meta_file_name


class Snapshot:
    """The list of files at one moment."""

    def __init__(self, files: Files) -> None:
        self._states = {id(file): (file, _state(file)) for file in files}

    def added(self, files: Files) -> list[File]:
        """Return the files that are new since then. A file that replaces another is new."""
        return [file for file in files if id(file) not in self._states]

    def altered(self, files: Files) -> Iterator[File]:
        """Yield the files that are gone, excluded or rewritten since then."""
        current = set(map(id, files))
        for number, (file, state) in self._states.items():
            if number not in current or _state(file) != state:
                yield file


def _state(file: File) -> tuple[bool, bool, object]:
    content = file._content  # noqa: SLF001 - reading a file takes a thousand times longer
    return file.inclusion.is_excluded(), file.inclusion is InclusionLevel.EXCLUDED, content


def concerns_blog(file: File, addresses: Collection[str], settings: Settings, config: MkDocsConfig) -> bool:
    """Whether a blog with pages at `addresses` is made of a file, or shares an address with it."""
    path = path_without_locale(file)
    is_page = file.is_documentation_page()
    if settings.posts_in_docs:
        folder, name = posixpath.split(path)
        if (is_page and lies_below(path, settings.posts_folder)) or file.src_uri == settings.authors_path:
            return True
        if name == meta_file_name(config) and applies_to_posts(folder, settings):
            return True
    return (is_page or file.is_static_page()) and path_of(file, config) in addresses
