"""The blog's files among the host's: posts at their addresses, a file for every view, files beside posts."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.urls import split_url

_I18N_ATTRIBUTES = ("locale", "localization", "locale_alternate_of", "norm_src_uri")
"""Attributes that mkdocs-static-i18n sets on a file, besides `alternates`."""


class BareUrl(str):
    """The URL of a file that servers show at an address without its ending, as text: `2024/one`.

    As a base, it is the file, `2024/one.html`: the host makes links relative to a folder where it sees no full stop.
    Its function for links puts a slash before each target, so that is where the two differ:
    https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/utils/__init__.py, `_norm_parts`
    """

    __slots__ = ()

    def __radd__(self, other: str) -> str:
        """Put something before the address."""
        return other + str(self)

    def __str__(self) -> str:
        """Return the address."""
        return self[: self.rindex(".")]


class BlogFile(File):
    """A file whose page is always built, even with `--dirty`: a view shows more than its own source."""

    lacks_ending = False
    """Links and canonical addresses leave the ending out, as those of the Jekyll site do."""

    @cached_property
    def url(self) -> str:  # type: ignore[override]
        """The URL under the site's root."""
        url = self._get_url()
        return BareUrl(url) if self.lacks_ending else url

    def is_modified(self) -> bool:
        """Return true."""
        return True


def source_text(file: File) -> str:
    """Return the text that a page was read from, for the lines of messages; empty if the file is gone since."""
    try:
        return file.content_string
    except (OSError, ValueError):
        return ""


def path_of(file: File, config: MkDocsConfig) -> str:
    """Return a page's address without slashes at its ends, and with `.html` only if pages are folders otherwise."""
    folder, name = posixpath.split(file.dest_uri)
    if name == "index.html":
        return folder
    return file.dest_uri if config.use_directory_urls else file.dest_uri.removesuffix(".html")


def path_without_locale(file: File) -> str:
    """Return a file's path without its language, which mkdocs-static-i18n takes from folders or names."""
    return str(getattr(file, "norm_src_uri", file.src_uri))


def lies_below(path: str, folder: str) -> bool:
    """Whether a path is inside a folder: `posts-old/a.md` is not inside `posts`."""
    return path.startswith(f"{folder}/") if folder else True


def is_built(file: File, files: Files) -> bool:
    """Whether the host builds a file, or one that replaces it: no other plugin has removed or excluded it."""
    return files.get_file_from_path(file.src_uri) is not None and file.inclusion is not InclusionLevel.EXCLUDED


def other_pages(files: Files, posts: Iterable[File], config: MkDocsConfig) -> dict[str, File]:
    """Return every page of the site that is no post of this blog, by its address."""
    sources = {file.src_uri for file in posts}
    pages = [*files.documentation_pages(), *files.static_pages()]
    return {path_of(file, config): file for file in pages if file.src_uri not in sources}


def with_destination(file: File, dest_uri: str, config: MkDocsConfig, inclusion: InclusionLevel) -> BlogFile:
    """Return the same file, to be written to another place.

    Before other plugins have seen the file: `adopt` keeps the object that they may hold.
    """
    kind = type(file) if isinstance(file, BlogFile) else BlogFile
    new = kind(
        file.src_uri, file.src_dir, config.site_dir, config.use_directory_urls, dest_uri=dest_uri, inclusion=inclusion
    )
    new.lacks_ending = getattr(file, "lacks_ending", False)
    new.generated_by = file.generated_by
    new.edit_uri = file.edit_uri
    if file.src_dir is None:  # another plugin made it
        new.abs_src_path, new._content = file.abs_src_path, file._content  # noqa: SLF001
    new.name = file.name
    for name in _I18N_ATTRIBUTES:
        if hasattr(file, name):
            setattr(new, name, getattr(file, name))
    return new


def adopt(file: File, dest_uri: str, config: MkDocsConfig, inclusion: InclusionLevel, *, stand_in: str) -> File:
    """Make another plugin's file one of the blog's, in place: the plugin may look it up later."""
    move(file, dest_uri, config)
    file.inclusion = inclusion
    file.is_modified = lambda: True  # type: ignore[method-assign] # as `BlogFile`
    if file.abs_src_path is None:
        file.abs_src_path = stand_in
    return file


def virtual_file(uri: str, dest_uri: str, config: MkDocsConfig, inclusion: InclusionLevel, *, stand_in: str) -> File:
    """Return a file without a source, at a path that `nav` and links may name."""
    new = BlogFile.generated(config, uri, content="", inclusion=inclusion)
    new.dest_uri, new.abs_src_path = dest_uri, stand_in
    return new


def stand_in_path(files: Files, config: MkDocsConfig, posts_folder: str) -> str:
    """Return the path that stands for a page's source where there is none.

    Plugins expect every page to have a file: rss makes a path of it, and some ask git for its date or its authors,
    which fails outside of the repository. Others publish a copy of it. So it is a file that is published anyway: the
    home page, or else the first page of the docs folder that is no post. The path is spelt in a way of its own, so
    that no plugin takes the two for the same page.
    """
    pages = [file for file in files.documentation_pages() if file.generated_by is None and file.src_dir]
    candidates = [file for file in pages if not lies_below(path_without_locale(file), posts_folder)]
    home = next((file for file in candidates if file.dest_uri == "index.html"), None) or next(iter(candidates), None)
    folder, name = os.path.split((home and home.abs_src_path) or config.config_file_path or "mkdocs.yml")
    return os.path.join(folder, os.curdir, name)  # noqa: PTH118 - `Path` would drop the `.`


def destination(path: str, config: MkDocsConfig, *, index: bool = False) -> str:
    """Return the file that the page at a path is written to. An `index` is always `index.html` in its folder."""
    if path.lower().endswith((".html", ".htm", ".xhtml")):
        return path
    if config.use_directory_urls or index or not path:
        return posixpath.join(path, "index.html")
    return f"{path}.html"


def move(file: File, dest_uri: str, config: MkDocsConfig) -> None:
    """Change the place that a file is written to."""
    file.dest_uri = dest_uri
    file.dest_dir = config.site_dir  # static-i18n makes files with another one
    for cached in ("url", "abs_dest_path"):
        file.__dict__.pop(cached, None)


def move_media(files: Files, folder: str, root: str, config: MkDocsConfig) -> None:
    """Give files beside posts an address without the posts' `folder`, as Material's plugin does.

    `root` is the blog's address, without a language.
    """
    for file in files.media_files():
        path = path_without_locale(file)
        if lies_below(path, folder) and not posixpath.basename(path).startswith("."):
            language = file.dest_uri.removesuffix(path) if file.dest_uri.endswith(path) else ""
            inner = path[len(folder) + 1 :] if folder else path
            move(file, posixpath.join(language, root, inner), config)


def page_url(url: str) -> str:
    """Return a file's address as pages have it: empty for the site's root."""
    return "" if url in (".", "./") else str(url)


class FileIndex:
    """Finds files of the site by the references that authors write.

    `origins` are addresses that mean the site's root, such as `https://example.org`. In references from the root,
    `base_path` (such as `/blog`) means the root, too.
    """

    def __init__(self, files: Files, *, origins: Sequence[str] = (), base_path: str = "") -> None:
        self._by_uri: Mapping[str, File] = {file.src_uri: file for file in files}
        self._by_url = {unquote(file.url).strip("/"): file for file in files if not file.inclusion.is_excluded()}
        self._base_path = base_path
        self.roots = ("/", *(f"{origin}/" for origin in origins), *origins)
        """Beginnings of the references that `from_root` resolves."""

    def addresses(self) -> list[tuple[str, str]]:
        """Return every file that can be found, with its address."""
        return [(uri, file.url) for uri, file in self._by_uri.items() if not file.inclusion.is_excluded()]

    def files(self) -> Iterable[File]:
        """Return every file of the site."""
        return self._by_uri.values()

    def find(self, reference: str, source: str) -> str | None:
        """Return the address of a file named from another file, or from `docs_dir`."""
        address = self._address(reference, posixpath.dirname(source))
        return self._address(reference.lstrip("/"), "") if address is None else address  # the home page's is empty

    def file(self, reference: str, source: str) -> File | None:
        """Return the file that is named from another file, or from `docs_dir`."""
        address = self.find(reference, source)
        return None if address is None else self.file_at(unquote(address.partition("#")[0].partition("?")[0]))

    def from_root(self, reference: str) -> str | None:
        """Return the address of the file or page that a link from the root names."""
        inside = self.inside(reference)
        return None if inside is None else self._address(inside.lstrip("/"), "")

    def inside(self, reference: str) -> str | None:
        """Return a link to the site's own address, or from its root, as a link from its root; `None` for any other."""
        for origin in self.roots[1:]:
            if reference == origin or reference.startswith((f"{origin}/", f"{origin}#", f"{origin}?")):
                reference = "/" + reference.removeprefix(origin).removeprefix("/")
        if not reference.startswith("/") or reference.startswith("//"):
            return None
        if self._base_path and f"{reference}/".startswith(f"{self._base_path}/"):
            reference = "/" + reference.removeprefix(self._base_path).lstrip("/")
        return reference

    def file_at(self, path: str) -> File | None:
        """Return the file or page at a decoded address from the root, with or without `/`, `.html`, `index.html`."""
        bare = path.strip("/")
        bare = bare.removesuffix("index.html").rstrip("/") if f"/{bare}".endswith("/index.html") else bare
        variants = (bare, f"{bare}.html", bare.removesuffix(".html")) if bare else (".",)  # the home page's own address
        return next((self._by_url[name] for name in variants if name in self._by_url), None)

    def _address(self, reference: str, folder: str) -> str | None:
        parts = split_url(reference)
        if parts is None or is_outside(reference) or not parts.path:
            return None
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        file = self._by_uri.get(path) or self.file_at(path)
        if file is None or file.inclusion.is_excluded():
            return None
        query = f"?{parts.query}" if parts.query else ""
        return page_url(file.url) + query + (f"#{parts.fragment}" if parts.fragment else "")
