"""Where each file of the Jekyll site goes below the new site's `docs`, and the addresses that follow."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.model import View
from mkdocs_iroco_blog.core.permalinks import INDEXES
from mkdocs_iroco_blog.host.jekyll.pages import JekyllPage, StaticFile
from mkdocs_iroco_blog.host.pages.files import destination
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path

from .old_site import OldSite

_POST_FOLDERS = ("posts", "blog-posts", "articles")
_ABOVE_POSTS = re.compile(r"(?:^|/)_(?:posts|drafts)/")


@dataclass(slots=True)
class Places:
    """The paths of all files of the new site below `docs`, and where MkDocs writes them."""

    posts_folder: str
    by_document: dict[str, str] = field(default_factory=dict)
    """The new path of each document, by its path in the Jekyll site."""
    targets: dict[str, str] = field(default_factory=dict)
    """Where each file is written below the site, by its new path."""
    copied: dict[str, str] = field(default_factory=dict)
    """The path on disk of each file to copy, by its new path."""
    pages: list[tuple[Document, str]] = field(default_factory=list)
    """Documents that are pages, with their new paths."""
    _folded: set[str] = field(default_factory=set)
    """All paths without regard to case, as some disks have them."""

    def page_urls(self, paths: Iterable[str]) -> dict[str, str]:
        """Return the addresses that MkDocs would not give these pages by itself."""
        addresses = {path: self.targets[path] for path in paths if _usual_target(path) != self.targets[path]}
        return {path: f"/{target.removesuffix('index.html')}" for path, target in addresses.items()}

    def files(self) -> Files:
        """Return the new site's files as the host knows them, to find links by."""
        items = sorted(self.targets.items())
        return Files([File(path, None, "site", True, dest_uri=target) for path, target in items])  # noqa: FBT003

    def claim(self, path: str, target: str) -> str:
        """Note that a file is written to a target. Return its path, with a number if another file has that."""
        stem, ending = posixpath.splitext(path)
        number, free = 1, path
        while free.casefold() in self._folded:
            number += 1
            free = f"{stem}-{number}{ending}"
        self.targets[free] = target
        self._folded.add(free.casefold())
        return free


def place_files(old: OldSite) -> Places:
    """Place every file of the Jekyll site."""
    static = [file for file in old.files if isinstance(file, StaticFile)]
    places = Places(_posts_folder([file.dest_uri for file in old.files if file.dest_uri]))
    for listing in old.build.pages.lists:
        places.claim(listing.file.src_uri, listing.file.dest_uri)
    for file in static:
        if file.dest_uri in old.site.copied.values() and file.abs_src_path:
            places.copied[places.claim(file.dest_uri, file.dest_uri)] = file.abs_src_path
    for page in (file.page for file in old.files):
        if isinstance(page, JekyllPage):
            path = places.claim(_page_path(page.file.dest_uri), page.file.dest_uri)
            places.by_document[page.document.path] = path
            places.pages.append((page.document, path))
    placed = {page.post.source: page.file.dest_uri for page in old.build.pages.posts}
    for document in old.site.posts:
        path = _post_path(document, places.posts_folder)
        target = placed.get(document.path) or destination(decode_path(document.url), old.config)
        places.by_document[document.path] = places.claim(path, target)
    return places


def _posts_folder(targets: Sequence[str]) -> str:
    """Choose a folder for posts in which the site has no file yet."""
    free = (name for name in _POST_FOLDERS if not any(target.startswith(f"{name}/") for target in targets))
    return next(free, _POST_FOLDERS[-1])


def _post_path(document: Document, folder: str) -> str:
    """Return the new path of a post: with the folders below `_posts`, and those above it."""
    above, below = _ABOVE_POSTS.split(posixpath.splitext(document.path)[0], maxsplit=1)
    drafts = "drafts" if document.kind is Kind.DRAFT else ""
    return posixpath.join(folder, drafts, above.lstrip("_"), f"{below}.md")


def _page_path(target: str) -> str:
    """Return the path of a page's Markdown file: `about.md` for `about/index.html` and for `about.html`."""
    stem = posixpath.splitext(target)[0]
    folder, name = posixpath.split(stem)
    return f"{folder}.md" if name == "index" and folder else f"{stem}.md"


def _usual_target(path: str) -> str:
    """Return where MkDocs writes a page, if nothing says otherwise."""
    stem = posixpath.splitext(path)[0]
    folder, name = posixpath.split(stem)
    return posixpath.join(folder if name in INDEXES else stem, "index.html")


def introduced_lists(old: OldSite) -> Mapping[str, str]:
    """Return the file of each list that may have an introduction, by the list's path: views, but no overviews."""
    first_pages = (page for page in old.build.pages.lists if page.first is page)
    return {page.path: page.file.src_uri for page in first_pages if isinstance(page.spec.listing, View)}
