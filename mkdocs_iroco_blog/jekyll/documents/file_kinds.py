"""Which files of the tree Jekyll reads, and what each is to it.

https://jekyllrb.com/docs/structure/ and https://jekyllrb.com/docs/configuration/options/ (`include`, `exclude`)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from mkdocs_iroco_blog.core.findings import Finding, Note
from mkdocs_iroco_blog.jekyll.config.globs import matches
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

_HEADER = re.compile(rb"---[ \t\r\f\v\n]*\n")
_DATED = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^.]+")
_SPECIAL = (".", "_", "#", "~")
_DATA = (".yaml", ".yml", ".json", ".csv", ".tsv")
_POSTS, _DRAFTS = "_posts", "_drafts"


class Kind(Enum):
    """What a file is to Jekyll."""

    POST = "post"
    DRAFT = "draft"
    DOCUMENT = "document"
    """In the folder of a collection. Without front matter (`has_front_matter`) it is a plain file."""
    PAGE = "page"
    """Anywhere else. Without front matter it is a plain file, which Jekyll copies."""
    DATA = "data"
    INCLUDE = "include"
    LAYOUT = "layout"
    IGNORED = "ignored"
    """Sass partials, plugins, and what lies in `_posts` or `_data` and is neither a post nor data."""


class EntryFilter:
    """What the walk through `source` enters and reads. Paths are below `source`, without a slash at either end."""

    def __init__(self, config: JekyllConfig, never: Iterable[str] = ()) -> None:
        """`never` are files and folders that are no part of the site whatever `include` says."""
        self._config = config
        self._never = frozenset(path.strip("/") for path in (*never, config.destination, ".git"))
        self._include = tuple(pattern.lstrip("/") for pattern in config.include)
        self._exclude = tuple(pattern.lstrip("/") for pattern in config.exclude if pattern not in config.include)
        self._own = _own_folders(config)
        self._walked: dict[str, bool] = {"": True}

    def enters(self, folder: str) -> bool:
        """Whether a file that `reads` may lie in a folder, at any depth."""
        if self._is_never(folder):
            return False
        if any(folder.startswith(f"{own}/") for own in self._own):
            return True
        if any(f"{own}/".startswith(f"{folder}/") for own in (*self._own, *self._include)):
            return True
        posts = _posts_folder(folder)
        return self._walks(folder if posts is None else posts.rpartition("/")[0])

    def reads(self, path: str) -> bool:
        """Whether a file is a part of the site: posts, pages, files to copy, data, includes and layouts are."""
        above = path.rpartition("/")[0]
        if self._is_never(path):
            return False
        if path in self._include:  # an exact path is read whatever it is called
            return True
        kind, collection = classify(path, self._config)
        if kind is Kind.PAGE:
            return self.reads_as_page(path)
        if kind is Kind.DOCUMENT:
            # Jekyll leaves `collections_dir` out where it holds a document against `exclude`.
            inside = _below(path, self._config.collections_dir) or path
            return self._passes(inside, inside[len(self._config.collections[collection].folder) + 1 :])
        if kind in (Kind.POST, Kind.DRAFT):
            posts = _posts_folder(above) or ""
            return self._walks(posts.rpartition("/")[0]) and self._passes(path, path[len(posts) + 1 :])
        return kind is not Kind.IGNORED or self.reads_as_page(path)

    def reads_as_page(self, path: str) -> bool:
        """Whether Jekyll takes a file for a page or copies it, whatever else it is: so with `include: [_authors]`."""
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
        """Jekyll's rule for an entry of a listed folder: its path against `exclude`, itself against `include`."""
        name = entry.rpartition("/")[2]
        if entry.endswith("."):
            return False
        included = any(_fits(self._include, one, is_folder=is_folder) for one in (entry, name))
        if included or _fits(self._exclude, path, is_folder=is_folder):
            return included
        return not (entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~"))


def _fits(patterns: Iterable[str], path: str, *, is_folder: bool) -> bool:
    """Jekyll takes a pattern that a path begins with for one that fits: `vendor` fits `vendors.md` too."""
    return any(
        path.startswith(pattern) or matches(pattern, path) or (is_folder and pattern == f"{path}/")
        for pattern in patterns
    )


def has_front_matter(data: bytes) -> bool:
    """Whether a file's first line is `---`; after a byte order mark it is none to Jekyll."""
    return _HEADER.match(data[:1024]) is not None


def classify(path: str, config: JekyllConfig) -> tuple[Kind, str]:
    """What the file at a path below `source` is, and the collection it is in: `posts` for posts and drafts, or none."""
    for folder, kind in (
        (config.data_dir, Kind.DATA),
        (config.includes_dir, Kind.INCLUDE),
        (config.layouts_dir, Kind.LAYOUT),
        (config.sass_dir, Kind.IGNORED),
        (config.plugins_dir, Kind.IGNORED),
    ):
        if folder and path.startswith(f"{folder}/"):
            return (Kind.IGNORED if kind is Kind.DATA and not path.lower().endswith(_DATA) else kind), ""
    for name, collection in config.collections.items():
        inside = _below(path, config.collections_dir)
        if name not in ("posts", "data") and inside and inside.startswith(f"{collection.folder}/"):
            return Kind.DOCUMENT, name
    return _among_posts(path, config)


def _among_posts(path: str, config: JekyllConfig) -> tuple[Kind, str]:
    *folders, name = path.split("/")
    magic = next((folder for folder in folders if folder in (_POSTS, _DRAFTS)), None)
    if magic is None:
        return Kind.PAGE, ""
    above = "/".join(folders[: folders.index(magic)])
    if config.collections_dir and not above.startswith(config.collections_dir):
        return Kind.IGNORED, ""
    if magic == _POSTS:
        return (Kind.POST, "posts") if _DATED.fullmatch(name) else (Kind.IGNORED, "")
    return (Kind.DRAFT, "posts") if "." in name else (Kind.IGNORED, "")


def unread(path: str, config: JekyllConfig) -> list[Finding]:
    """What to tell of a file that Jekyll passes over in silence: one in `_posts` whose name holds no date."""
    folders, name = path.split("/")[:-1], path.rpartition("/")[2]
    if _POSTS not in folders or name.startswith(_SPECIAL) or classify(path, config)[0] is not Kind.IGNORED:
        return []
    if config.collections_dir and not path.startswith(f"{config.collections_dir}/"):
        what = f"This file lies outside `collections_dir` (`{config.collections_dir}`), so it is no post, as in Jekyll."
        return [Note(path, None, what, f"Move it below `{config.collections_dir}/_posts`, if it is one.")]
    what = "The file's name has no date and title, so it is no post, as in Jekyll."
    return [Note(path, None, what, "Name it `YEAR-MONTH-DAY-title.md`, if it is one.")]


def _own_folders(config: JekyllConfig) -> tuple[str, ...]:
    """The folders that Jekyll opens for their own sake, whatever the folders above them are called."""
    collections = [one.folder for name, one in config.collections.items() if name not in ("posts", "data")]
    below = f"{config.collections_dir}/" if config.collections_dir else ""
    own = (config.data_dir, config.includes_dir, config.layouts_dir, *(below + folder for folder in collections))
    return tuple(filter(None, own))


def _posts_folder(folder: str) -> str | None:
    """The outermost folder of posts or drafts at or above this one."""
    parts = folder.split("/")
    at = next((at for at, part in enumerate(parts) if part in (_POSTS, _DRAFTS)), None)
    return None if at is None else "/".join(parts[: at + 1])


def _below(path: str, folder: str) -> str | None:
    """The path from a folder on; none if it lies elsewhere."""
    if not folder:
        return path
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else None
