"""The blog's files among the host's: posts at their addresses, a file for every view, what lies beside posts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_iroco_blog.core.permalinks import is_outside

_MARKS = ("locale", "localization", "locale_alternate_of", "norm_src_uri")
"""What the plugin writes on a file, besides the file's `alternates`."""


class BlogFile(File):
    """A file whose page is always built: what a view shows depends on more than its own source (`--dirty`)."""

    def is_modified(self) -> bool:
        """Always."""
        return True


def path_of(file: File, config: MkDocsConfig) -> str:
    """A page's address without slashes at its ends; a file's name keeps its `.html` where pages are folders."""
    folder, name = posixpath.split(file.dest_uri)
    if name == "index.html":
        return folder
    return file.dest_uri if config.use_directory_urls else file.dest_uri.removesuffix(".html")


def other_pages(files: Files, posts: Iterable[File], config: MkDocsConfig) -> dict[str, File]:
    """Every page of the site that is no post of this blog, by its address."""
    own = {file.src_uri for file in posts}
    pages = [*files.documentation_pages(), *files.static_pages()]
    return {path_of(file, config): file for file in pages if file.src_uri not in own}


def placed(file: File, dest_uri: str, config: MkDocsConfig, inclusion: InclusionLevel) -> BlogFile:
    """The same file, written to another place."""
    kind = type(file) if isinstance(file, BlogFile) else BlogFile
    new = kind(
        file.src_uri, file.src_dir, config.site_dir, config.use_directory_urls, dest_uri=dest_uri, inclusion=inclusion
    )
    new.generated_by = file.generated_by
    new.edit_uri = file.edit_uri
    if file.src_dir is None:  # another plugin made it
        new.abs_src_path, new._content = file.abs_src_path, file._content  # noqa: SLF001
    carry_marks(file, new)
    return new


def generated(uri: str, dest_uri: str, stub: str, config: MkDocsConfig, inclusion: InclusionLevel) -> BlogFile:
    """A page without a source, at a path that `nav` and links may name.

    It is backed by a real, empty file: rss opens `abs_src_path`.
    """
    new = BlogFile.generated(config, uri, abs_src_path=stub, inclusion=inclusion)
    new.dest_uri = dest_uri
    assert isinstance(new, BlogFile)
    return new


def destination(path: str, config: MkDocsConfig, *, index: bool = False) -> str:
    """The file that a page at a path is written to; an `index` is one in any case."""
    if path.endswith(".html"):
        return path
    if config.use_directory_urls or index or not path:
        return posixpath.join(path, "index.html")
    return f"{path}.html"


def move(file: File, dest_uri: str, config: MkDocsConfig) -> None:
    """Have a file written to another place."""
    file.dest_uri = dest_uri
    file.dest_dir = config.site_dir  # static-i18n makes files with another one
    for cached in ("url", "abs_dest_path"):
        file.__dict__.pop(cached, None)


def move_media(files: Files, folder: str, root: str, config: MkDocsConfig) -> None:
    """Give what lies beside posts an address without the posts' folder, as Material's plugin does.

    `root` is the blog's own address, without a language's.
    """
    for file in files.media_files():
        path = neutral_path(file)
        if lies_below(path, folder) and not posixpath.basename(path).startswith("."):
            language = file.dest_uri.removesuffix(path) if file.dest_uri.endswith(path) else ""
            inner = path[len(folder) + 1 :] if folder else path
            move(file, posixpath.join(language, root, inner), config)


def neutral_path(file: File) -> str:
    """A file's path without its language, which mkdocs-static-i18n takes from folders or names."""
    return str(getattr(file, "norm_src_uri", file.src_uri))


def lies_below(path: str, folder: str) -> bool:
    """Whether a path is inside a folder, and not inside one whose name merely begins the same."""
    return path.startswith(f"{folder}/") if folder else True


def carry_marks(old: File, new: File) -> None:
    """What the plugin wrote on a file, for the one that takes its place."""
    for name in _MARKS:
        if hasattr(old, name):
            setattr(new, name, getattr(old, name))
    new.name = old.name


def page_url(url: str) -> str:
    """A file's address as pages have it: empty for the site's root."""
    return "" if url in (".", "./") else url


class FileIndex:
    """Finds files of the site by what authors write.

    `own` are addresses that mean the site's root, such as `https://example.org`; in what follows them or stands
    at the root, `below` (a path such as `/blog`) means it, too.
    """

    def __init__(self, files: Files, *, own: Sequence[str] = (), below: str = "") -> None:
        self._by_uri: Mapping[str, File] = {file.src_uri: file for file in files}
        self._by_url = {unquote(file.url).strip("/"): file for file in files if not file.inclusion.is_excluded()}
        self._below = below
        self.roots = ("/", *(f"{origin}/" for origin in own), *own)
        """What an address that `from_root` finds begins with."""

    def addresses(self) -> list[tuple[str, str]]:
        """Every file that can be found, with its address."""
        return [(uri, file.url) for uri, file in self._by_uri.items() if not file.inclusion.is_excluded()]

    def find(self, written: str, source: str) -> str | None:
        """The address of a file named from another file, or from `docs_dir`; none where there is no such file."""
        return self._address(written, posixpath.dirname(source)) or self._address(written.lstrip("/"), "")

    def file(self, written: str, source: str) -> File | None:
        """The file that is named from another file, or from `docs_dir`."""
        address = self.find(written, source)
        return None if address is None else self.at(unquote(address.partition("#")[0].partition("?")[0]))

    def from_root(self, written: str) -> str | None:
        """The address of a file or page that a link from the root names."""
        inside = self.inside(written)
        return None if inside is None else self._address(inside.lstrip("/"), "")

    def inside(self, written: str) -> str | None:
        """A link on the site's own address, or from its root, as one from its root; none for any other."""
        for origin in self.roots[1:]:
            if written == origin or written.startswith((f"{origin}/", f"{origin}#", f"{origin}?")):
                written = "/" + written.removeprefix(origin).removeprefix("/")
        if not written.startswith("/") or written.startswith("//"):
            return None
        if self._below and f"{written}/".startswith(f"{self._below}/"):
            written = "/" + written.removeprefix(self._below).lstrip("/")
        return written

    def at(self, path: str) -> File | None:
        """The file or page at an address from the root, decoded, whether or not it ends as the page's own does."""
        bare = path.strip("/")
        bare = bare.removesuffix("index.html").rstrip("/") if f"/{bare}".endswith("/index.html") else bare
        variants = (bare, f"{bare}.html", bare.removesuffix(".html"))
        return next((self._by_url[name] for name in variants if name in self._by_url), None)

    def _address(self, written: str, folder: str) -> str | None:
        if is_outside(written):
            return None
        parts = urlsplit(written)
        if not parts.path:
            return None
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        file = self._by_uri.get(path) or self.at(path)
        if file is None or file.inclusion.is_excluded():
            return None
        query = f"?{parts.query}" if parts.query else ""
        return page_url(file.url) + query + (f"#{parts.fragment}" if parts.fragment else "")
