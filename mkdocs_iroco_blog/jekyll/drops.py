"""The values that templates see as `site`, `page`, `post` and `paginator`: mappings that compute on access.

https://jekyllrb.com/docs/variables/
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .config.model import JekyllConfig
from .documents.document import Document, is_shown
from .documents.file_kinds import Kind
from .documents.terms import text_of

Render = Callable[[Document], str]
"""A document's HTML: its content, excerpt, or whole output."""

_HTML = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that is copied as it is."""

    path: str
    """Below `source`."""
    modified: datetime | None = None
    collection: str | None = None


class _Lazy(Mapping[str, Any]):
    """A mapping of functions' values, each asked for once, over plain values."""

    def __init__(self, made: Mapping[str, Callable[[], Any]], plain: Mapping[str, Any]) -> None:
        self._made = made
        self._plain = plain
        self._known: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._known:
            self._known[key] = self._made[key]() if key in self._made else self._plain[key]
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._made, **self._plain})

    def __len__(self) -> int:
        return len({**self._made, **self._plain})

    def __contains__(self, key: object) -> bool:
        return key in self._made or key in self._plain


class SiteDrop(_Lazy):
    """`site`."""

    def __init__(  # noqa: PLR0913 - what a site consists of
        self,
        config: JekyllConfig,
        documents: Sequence[Document],
        *,
        time: datetime,
        data: Mapping[str, Any] | None = None,
        static_files: Sequence[StaticFile] = (),
        content: Render | None = None,
        excerpt: Render | None = None,
        output: Render | None = None,
    ) -> None:
        """`documents` are all of the site; templates list those that Jekyll would show at this `time`."""
        self._config = config
        self._renders = {"content": content, "excerpt": excerpt, "output": output}
        self._drops: dict[tuple[str, str, str], DocumentDrop] = {}
        self._orders: dict[str, list[DocumentDrop]] = {}
        self._places: dict[str, dict[str, int]] = {}
        shown = [one for one in documents if is_shown(one, config, time)]
        self._shown = [one for one in shown if one.kind is not Kind.DRAFT or config.show_drafts]
        self._files = sorted(static_files, key=lambda file: file.path)
        own = {name: _documents_of(self, name) for name in config.collections if name != "posts"}
        plain = {**config.values, "time": time, "data": config.values.get("data") or data or {}}
        super().__init__({**self._lists(), **own}, plain)

    def _lists(self) -> dict[str, Callable[[], Any]]:
        """What is made when a template asks for it."""
        return {
            "posts": lambda: self.in_order("posts")[::-1],
            "pages": lambda: [self.drop_of(page) for page in _by_name(self._pages())],
            "html_pages": lambda: [self.drop_of(page) for page in _by_name(self._pages()) if _is_html(page)],
            "documents": lambda: [drop for name in self._config.collections for drop in self.in_order(name)],
            "categories": lambda: self._by_term("categories"),
            "tags": lambda: self._by_term("tags"),
            "collections": self._collections,
            "related_posts": lambda: self["posts"][:10],
            "static_files": lambda: [_file_drop(file) for file in self._files],
        }

    def drop_of(self, document: Document) -> DocumentDrop:
        """The one drop of a document: `page` when it is the one rendered. A copy with another body has the same."""
        key = (document.kind.value, document.collection, document.path)
        if key not in self._drops:
            self._drops[key] = DocumentDrop(document, self, self._renders)
        return self._drops[key]

    def neighbour(self, document: Document, step: int) -> DocumentDrop | None:
        """The document after (1) or before (-1) another of its collection, by date."""
        order = self.in_order(document.collection)
        places = self._places.setdefault(document.collection, {})
        if not places:
            places.update({drop.document.path: at for at, drop in enumerate(order)})
        at = places.get(document.path)
        return order[at + step] if at is not None and 0 <= at + step < len(order) else None

    def in_order(self, name: str) -> list[DocumentDrop]:
        """A collection's documents, oldest first, or as its `sort_by` and `order` say."""
        if name not in self._orders:
            found = sorted((one for one in self._shown if one.collection == name), key=lambda one: one.path)
            self._orders[name] = [self.drop_of(one) for one in _sorted(found, self._config, name, self["time"])]
        return self._orders[name]

    def _pages(self) -> list[Document]:
        return [one for one in self._shown if one.kind is Kind.PAGE]

    def _by_term(self, kind: str) -> dict[str, list[DocumentDrop]]:
        terms: dict[str, list[DocumentDrop]] = {}
        for drop in self.in_order("posts"):
            for term in dict.fromkeys(map(text_of, drop.document.data.get(kind) or ())):
                terms.setdefault(term, []).append(drop)
        return {term: drops[::-1] for term, drops in terms.items()}

    def _collections(self) -> list[dict[str, Any]]:
        found = []
        for name, collection in sorted(self._config.collections.items()):
            own = {
                "label": name, "docs": self.in_order(name), "files": [], "output": collection.output,
                "relative_directory": collection.folder, "directory": collection.folder,
            }  # fmt: skip
            found.append({**collection.values, **own})
        return found


class DocumentDrop(_Lazy):
    """A post, a page, or a document of a collection; rendered when a template asks for its content."""

    def __init__(self, document: Document, site: SiteDrop, renders: Mapping[str, Render | None]) -> None:
        self.document = document
        folder = document.url if document.url.endswith("/") else posixpath.dirname(document.url).rstrip("/") + "/"
        made: dict[str, Callable[[], Any]] = {
            name: _rendering(render, document) for name, render in renders.items() if render is not None
        }
        own: dict[str, Any] = {
            "url": document.url, "path": document.relative_path, "relative_path": document.relative_path,
            "name": document.data.get("name") or posixpath.basename(document.path),
        }  # fmt: skip
        if document.kind is Kind.PAGE:
            own["dir"] = folder
            written = document.data.get("excerpt")
            made["excerpt"] = lambda: None if written is None else text_of(written)
            made.pop("output", None)
        else:
            own |= {"id": document.id, "collection": document.collection, "date": _date(document, site)}
            made |= {"next": lambda: site.neighbour(document, 1), "previous": lambda: site.neighbour(document, -1)}
            if isinstance(document.data.get("excerpt"), str):
                own["excerpt"] = document.data["excerpt"]
                made.pop("excerpt", None)
        super().__init__(made, {**document.data, **own})


def _date(document: Document, site: SiteDrop) -> datetime:
    """A document without a date has the moment of the build, as in Jekyll."""
    moment: datetime = document.date.at if document.date else site["time"]
    return moment


def _rendering(render: Render, document: Document) -> Callable[[], str]:
    return lambda: render(document)


def _documents_of(site: SiteDrop, name: str) -> Callable[[], list[DocumentDrop]]:
    return lambda: site.in_order(name)


def _sorted(documents: list[Document], config: JekyllConfig, name: str, now: datetime) -> list[Document]:
    collection = config.collections[name]
    if collection.order:
        place = {path: at for at, path in enumerate(collection.order)}
        folder = f"{collection.folder}/"
        return sorted(documents, key=lambda one: place.get(one.relative_path.removeprefix(folder), len(place)))
    if key := collection.sort_by:
        return sorted(documents, key=lambda one: _sortable(one.data.get(key)))
    return sorted(documents, key=lambda one: one.date.at if one.date else now)


def _sortable(value: Any) -> tuple[int, float, str]:
    """Numbers before texts before nothing, so that any two values have an order."""
    if value is None:
        return (2, 0.0, "")
    if isinstance(value, int | float):
        return (0, float(value), "")
    return (1, 0.0, value.isoformat() if isinstance(value, datetime) else text_of(value))


def _by_name(pages: list[Document]) -> list[Document]:
    return sorted(pages, key=lambda page: (posixpath.basename(page.path), page.path))


def _is_html(page: Document) -> bool:
    return page.output_extension in _HTML or page.url.endswith("/")


def _file_drop(file: StaticFile) -> dict[str, Any]:
    name = posixpath.basename(file.path)
    stem, extension = posixpath.splitext(name)
    return {
        "path": f"/{file.path}", "name": name, "basename": stem, "extname": extension, "modified_time": file.modified,
        "collection": file.collection,
    }  # fmt: skip
