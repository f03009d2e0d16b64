"""The blog in one language of a site that has several."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """The blog in one language."""

    lang: str
    name: str
    """Name of the language, as the site's author writes it: `Français`."""
    prefix: str
    """Beginning of the edition's addresses; empty for the site's default language."""
    folder: str
    """Folder of its sources in the docs folder; empty if file names carry the language."""
    settings: Settings
    """The blog's settings, with the addresses of this edition."""
    files: Files
    """The files of the site in this edition."""

    def without_prefix(self, path: str) -> str:
        """Return a page's address without the language, the same in every edition."""
        return path.removeprefix(self.prefix).lstrip("/") if self.prefix else path

    def source_uri(self, path: str) -> str:
        """Return where a page's source would lie if it had one, for `nav` and links to name."""
        return posixpath.join(self.folder, self.without_prefix(path))

    def is_translated(self, file: File) -> bool:
        """Whether a file is in this language, and not the original standing in for a missing translation."""
        return getattr(file, "locale", self.lang) == self.lang

    def adopt(self, file: File, path: str, alternates: Mapping[str, File]) -> None:
        """Mark a file as one of this language, as the i18n plugin marks its own. `alternates` are by language."""
        attributes = {"locale": self.lang, "localization": None, "norm_src_uri": self.without_prefix(path)}
        for name, value in attributes.items():
            if not hasattr(file, name):
                setattr(file, name, value)
        file.locale_alternate_of = self.lang  # type: ignore[attr-defined]
        file.alternates = {self.lang: file, **alternates}  # type: ignore[attr-defined]

    @property
    def first_post(self) -> str:
        """A path for a first post, relative to the docs folder."""
        suffix = "" if self.folder or not self.prefix else f".{self.lang}"
        return posixpath.join(self.folder, self.settings.posts_folder, f"first-post{suffix}.md")


def name_of_blog(settings: Settings, edition: Edition | None) -> str:
    """Return the name of a blog: its `blog_dir` without a language. A blog at the site's root is named `.`."""
    return (edition.without_prefix(settings.root) if edition else settings.root) or "."
