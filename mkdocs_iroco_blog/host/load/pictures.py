"""The sizes of the site's pictures, each read once in a build."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from mkdocs.structure.files import File

from mkdocs_iroco_blog.core.pictures.read import Picture, PictureFile, read_picture
from mkdocs_iroco_blog.host.pages.files import FileIndex


@dataclass(frozen=True, slots=True)
class Pictures:
    """Finds the pictures of one site, and the targets of its links from the root."""

    index: FileIndex
    read: Callable[[str], Picture]
    """Reads the picture at a path, as `read_picture_file` does."""
    _by_uri: dict[str, Picture] = field(default_factory=dict)
    _broken: dict[str, str] = field(default_factory=dict)

    @property
    def roots(self) -> Sequence[str]:
        """The beginnings of links from the root."""
        return self.index.roots

    def from_root(self, reference: str, /) -> str | None:
        """Return the address of the file or page that a link from the root names."""
        return self.index.from_root(reference)

    def find(self, target: str, source: str) -> PictureFile | None:
        """Return the picture that an author names in the file `source`, or None if its size is not known."""
        return self._picture(self.index.file(target, source))

    def has(self, target: str, source: str) -> bool:
        """Whether the site has the file that an author names in `source`. A broken picture is noted."""
        file = self.index.file(target, source)
        self._picture(file)
        return file is not None

    def picture_at(self, address: str, /) -> PictureFile | None:
        """Return the picture at an address under the site's root, or None if its size is not known."""
        path = address.partition("#")[0].partition("?")[0]
        return self._picture(self.index.file_at(unquote(path)))

    def take_broken(self) -> list[tuple[str, str]]:
        """Return the files that were looked up since the last call and are no pictures, and what they are instead."""
        broken = list(self._broken.items())
        self._broken.clear()
        return broken

    def _picture(self, file: File | None) -> PictureFile | None:
        if file is None:
            return None
        if file.src_uri not in self._by_uri:
            self._by_uri[file.src_uri] = self._read(file)
        picture = self._by_uri[file.src_uri]
        if isinstance(picture, str):
            self._broken[file.src_uri] = picture
            return None
        return picture

    def _read(self, file: File) -> Picture:
        content = file._content  # noqa: SLF001 - of a file that another plugin made
        if content is None:
            return self.read(file.abs_src_path) if file.abs_src_path else None
        return read_picture(content.encode() if isinstance(content, str) else content, file.src_uri)
