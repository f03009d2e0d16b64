"""Decide which files Jekyll reads, and what kind each is.

https://jekyllrb.com/docs/structure/ and https://jekyllrb.com/docs/configuration/options/ (`include`, `exclude`)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import jekyll as messages
from mkdocs_iroco_blog.jekyll.config.globs import matches
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

_HEADER = re.compile(rb"---[ \t\r\f\v\n]*\n")
_DATED = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^.]+")
_SPECIAL = (".", "_", "#", "~")
_DATA = (".yaml", ".yml", ".json", ".csv", ".tsv")
_POSTS, _DRAFTS = "_posts", "_drafts"
_NOT_DOCUMENTS = frozenset({"posts", "data"})


class Kind(Enum):
    """How Jekyll treats a file."""

    POST = "post"
    DRAFT = "draft"
    DOCUMENT = "document"
    """In the folder of a collection. Without front matter it is a plain file."""
    PAGE = "page"
    """Anywhere else. Without front matter it is a plain file, which is copied."""
    DATA = "data"
    INCLUDE = "include"
    LAYOUT = "layout"
    IGNORED = "ignored"
    """A Sass partial, a plugin, or a file in `_posts` or `_data` that is neither a post nor data."""


class FileFilter:
    """Chooses the files and folders that Jekyll reads. Paths are relative to `source`, without outer slashes."""

    def __init__(self, config: JekyllConfig, never: Iterable[str] = ()) -> None:
        """`never` has files and folders that are not part of the site, whatever `include` says."""
        self._config = config
        self._never = frozenset(path.strip("/") for path in (*never, config.destination, ".git"))
        self._include = tuple(pattern.lstrip("/") for pattern in config.include)
        self._exclude = tuple(pattern.lstrip("/") for pattern in config.exclude if pattern not in config.include)
        self._special = _special_folders(config)
        self._walked: dict[str, bool] = {"": True}

    def enters(self, folder: str) -> bool:
        """Whether a folder may contain a file that `reads` accepts, at any depth."""
        if self._is_never(folder):
            return False
        if any(folder.startswith(f"{special}/") for special in self._special):
            return True
        if any(f"{path}/".startswith(f"{folder}/") for path in (*self._special, *self._include)):
            return True
        posts = _posts_folder(folder)
        return self._walks(folder if posts is None else posts.rpartition("/")[0])

    def reads(self, path: str) -> bool:
        """Whether a file is a post, a page, a file to copy, data, an include or a layout."""
        above = path.rpartition("/")[0]
        if self._is_never(path):
            return False
        if path in self._include:  # an exact path is read whatever its name
            return True
        kind, collection = classify(path, self._config)
        if kind is Kind.PAGE:
            return self.reads_as_page(path)
        if kind is Kind.DOCUMENT:
            # Jekyll matches documents against `exclude` without `collections_dir`.
            inside = _below(path, self._config.collections_dir) or path
            return self._passes(inside, inside[len(self._config.collections[collection].folder) + 1 :])
        if kind in (Kind.POST, Kind.DRAFT):
            posts = _posts_folder(above) or ""
            return self._walks(posts.rpartition("/")[0]) and self._passes(path, path[len(posts) + 1 :])
        return kind is not Kind.IGNORED or self.reads_as_page(path) or self._is_ignored_post(path)

    def _is_ignored_post(self, path: str) -> bool:
        """Whether a file lies where posts do, and its author must know why it is none."""
        posts = _posts_folder(path.rpartition("/")[0])
        if posts is None or not self._walks(posts.rpartition("/")[0]):
            return False
        return self._passes(path, path[len(posts) + 1 :]) and bool(ignored_post_notes(path, self._config))

    def reads_as_page(self, path: str) -> bool:
        """Whether Jekyll makes a page or a copy of a file, which `include: [_authors]` allows even for documents."""
        above, _, name = path.rpartition("/")
        walked = path in self._include or (self._walks(above) and self._passes(path, name))
        return walked and not self._is_never(path)

    def _is_never(self, path: str) -> bool:
        parts = path.split("/")
        return any("/".join(parts[:length]) in self._never for length in range(1, len(parts) + 1))

    def _walks(self, folder: str) -> bool:
        """Whether Jekyll looks in a folder for pages, files to copy, and folders of posts."""
        if folder not in self._walked:
            above, _, name = folder.rpartition("/")
            self._walked[folder] = self._walks(above) and self._passes(folder, name, is_folder=True)
        return self._walked[folder]

    def _passes(self, path: str, entry: str, *, is_folder: bool = False) -> bool:
        """Apply `exclude` to the path of a file or folder, and `include` to its name or its path in a collection."""
        name = entry.rpartition("/")[2]
        if entry.endswith("."):
            return False
        included = any(_matches_any(self._include, text, is_folder=is_folder) for text in (entry, name))
        if included or _matches_any(self._exclude, path, is_folder=is_folder):
            return included
        return not (entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~"))


def _matches_any(patterns: Iterable[str], path: str, *, is_folder: bool) -> bool:
    # To Jekyll a pattern also matches a path that begins with it: `vendor` excludes `vendors.md` too.
    folder = f"{path}/" if is_folder else None
    return any(path.startswith(pattern) or pattern == folder or matches(pattern, path) for pattern in patterns)


def has_front_matter(data: bytes) -> bool:
    """Whether the first line is `---`. Jekyll does not recognise it after a byte order mark."""
    return _HEADER.match(data[:1024]) is not None


def classify(path: str, config: JekyllConfig) -> tuple[Kind, str]:
    """The kind of a file by its path, and its collection: `posts` for posts and drafts, empty for none."""
    for folder, kind in (
        (config.data_dir, Kind.DATA), (config.includes_dir, Kind.INCLUDE), (config.layouts_dir, Kind.LAYOUT),
        (config.sass_dir, Kind.IGNORED), (config.plugins_dir, Kind.IGNORED),
    ):  # fmt: skip
        if folder and path.startswith(f"{folder}/"):
            return (Kind.IGNORED if kind is Kind.DATA and not path.lower().endswith(_DATA) else kind), ""
    inside = _below(path, config.collections_dir)
    for name, collection in config.collections.items():
        if name not in _NOT_DOCUMENTS and inside.startswith(f"{collection.folder}/"):
            return Kind.DOCUMENT, name
    above, _, name = path.rpartition("/")
    posts = _posts_folder(above)
    if posts is None:
        return Kind.PAGE, ""
    outside, _, special = posts.rpartition("/")
    kind, is_named = (Kind.POST, _DATED.fullmatch(name)) if special == _POSTS else (Kind.DRAFT, "." in name)
    return (kind, "posts") if is_named and outside.startswith(config.collections_dir) else (Kind.IGNORED, "")


def ignored_post_notes(path: str, config: JekyllConfig) -> list[Finding]:
    """A Note for a file in `_posts` that Jekyll silently ignores."""
    folders, name = path.split("/")[:-1], path.rpartition("/")[2]
    if _POSTS not in folders or name.startswith(_SPECIAL) or classify(path, config)[0] is not Kind.IGNORED:
        return []
    if name.rpartition(".")[2].lower() not in (*config.markdown_ext, "html"):
        return []
    if config.collections_dir and not path.startswith(f"{config.collections_dir}/"):
        return [messages.OUTSIDE_COLLECTIONS(path, folder=config.collections_dir)]
    return [messages.NAME_OF_NO_POST(path)]


def _special_folders(config: JekyllConfig) -> tuple[str, ...]:
    """The folders that Jekyll reads even inside a folder that it does not walk."""
    below = f"{config.collections_dir}/" if config.collections_dir else ""
    collections = (below + config.collections[name].folder for name in config.collections if name not in _NOT_DOCUMENTS)
    return tuple(filter(None, (config.data_dir, config.includes_dir, config.layouts_dir, *collections)))


def _posts_folder(folder: str) -> str | None:
    """The outermost `_posts` or `_drafts` in a path."""
    parts = folder.split("/")
    index = next((index for index, part in enumerate(parts) if part in (_POSTS, _DRAFTS)), None)
    return None if index is None else "/".join(parts[: index + 1])


def _below(path: str, folder: str) -> str:
    """A path relative to a folder. Empty if it is outside."""
    if not folder or path.startswith(f"{folder}/"):
        return path.removeprefix(f"{folder}/")
    return ""
