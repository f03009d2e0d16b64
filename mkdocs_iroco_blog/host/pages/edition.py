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
    """Of the language, as the site's author writes it: `Français`."""
    prefix: str
    """What its addresses begin with; empty in the site's default language."""
    folder: str
    """Where its sources lie in the docs folder; empty where their names say the language."""
    settings: Settings
    """The blog's, with the addresses of this edition."""
    files: Files
    """The site's, as far as this edition has them."""

    def neutral(self, path: str) -> str:
        """A page's address as every edition has it."""
        return path.removeprefix(self.prefix).lstrip("/") if self.prefix else path

    def source_uri(self, path: str) -> str:
        """Where the source of a page at an address would lie, if it had one: what `nav` and links name."""
        return posixpath.join(self.folder, self.neutral(path))

    def speaks(self, file: File) -> bool:
        """Whether a file is in this language, and does not merely stand in for one that is not there."""
        return getattr(file, "locale", self.lang) == self.lang

    def join(self, file: File, path: str, elsewhere: Mapping[str, File]) -> None:
        """Make a page one of this language's, as the plugin's own are, with what it is `elsewhere`, by language."""
        marks = {"locale": self.lang, "localization": None, "norm_src_uri": self.neutral(path)}
        for name, value in marks.items():
            if not hasattr(file, name):
                setattr(file, name, value)
        file.locale_alternate_of = self.lang  # type: ignore[attr-defined]
        file.alternates = {self.lang: file, **elsewhere}  # type: ignore[attr-defined]

    @property
    def first_post(self) -> str:
        """A file for a first post, as seen from the docs folder."""
        mark = "" if self.folder or not self.prefix else f".{self.lang}"
        return posixpath.join(self.folder, self.settings.posts_folder, f"first-post{mark}.md")
