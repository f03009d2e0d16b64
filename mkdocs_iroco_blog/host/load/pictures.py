"""The sizes of the site's pictures, each read once in a build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from mkdocs.structure.files import File

from mkdocs_iroco_blog.core.pictures.read import Picture, PictureFile, read_picture
from mkdocs_iroco_blog.host.pages.files import FileIndex


@dataclass(frozen=True, slots=True)
class Pictures:
    """Finds the pictures of one site."""

    index: FileIndex
    read: Callable[[str], Picture]
    """Reads the picture at a path, as `read_picture_file` does."""
    _by_uri: dict[str, Picture] = field(default_factory=dict)
    _by_reference: dict[tuple[str, str], PictureFile | None] = field(default_factory=dict)

    def find(self, target: str, source: str) -> PictureFile | None:
        """Return the picture that an author names in the file `source`, or None for one that is unknown."""
        key = target, source
        if key not in self._by_reference:
            file = self.index.file(target, source)
            self._by_reference[key] = self._known(file)
        return self._by_reference[key]

    def find_address(self, address: str) -> PictureFile | None:
        """Return the picture at an address under the site's root, or None for one that is unknown."""
        path = address.partition("#")[0].partition("?")[0]
        return self._known(self.index.file_at(unquote(path)))

    def broken(self, target: str, source: str) -> str:
        """Return what a named file is instead of a picture, or an empty string."""
        file = self.index.file(target, source)
        picture = self._picture(file) if file else None
        return picture if isinstance(picture, str) else ""

    def _known(self, file: File | None) -> PictureFile | None:
        picture = self._picture(file) if file else None
        return None if isinstance(picture, str) else picture

    def _picture(self, file: File) -> Picture:
        uri = file.src_uri
        if uri not in self._by_uri:
            self._by_uri[uri] = self._read(file)
        return self._by_uri[uri]

    def _read(self, file: File) -> Picture:
        content = file._content  # noqa: SLF001 - of a file that another plugin made
        if content is None:
            return self.read(file.abs_src_path) if file.abs_src_path else None
        return read_picture(content.encode() if isinstance(content, str) else content, file.src_uri)
