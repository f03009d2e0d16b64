"""The values that templates see as `site`, `page` and `post`: mappings that compute on first access.

https://jekyllrb.com/docs/variables/
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from .config.model import JekyllConfig
from .documents.document import Document, is_shown
from .documents.file_kinds import Kind
from .documents.terms import text_of

Render = Callable[[Document], str]
_HTML = (".html", ".htm", ".xhtml")


class _LazyMapping(Mapping[str, Any]):
    """A mapping of plain values, and of values that are computed once, on first access."""

    def __init__(self, computed: Mapping[str, Callable[[], Any]], plain: Mapping[str, Any]) -> None:
        self._values = {**dict.fromkeys(computed), **plain}
        self._pending = dict(computed)

    def __getitem__(self, key: str) -> Any:
        if key in self._pending:
            self._values[key] = self._pending[key]()
            self._pending.pop(key, None)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values


class SiteDrop(_LazyMapping):
    """`site`."""

    def __init__(
        self, config: JekyllConfig, documents: Sequence[Document], *, time: datetime, data: Mapping[str, Any],
        static_files: Sequence[str], content: Render, excerpt: Render,
    ) -> None:  # fmt: skip
        """`documents` are all of the site; templates see those that Jekyll would build at this `time`."""
        self._config = config
        self._renders = {"content": content, "excerpt": excerpt, "output": content}
        self._drops: dict[tuple[str, str, str], DocumentDrop] = {}
        self._ordered: dict[str, list[DocumentDrop]] = {}
        self._positions: dict[str, dict[str, int]] = {}
        visible = (document for document in documents if is_shown(document, config, time))
        self._visible = [document for document in visible if document.kind is not Kind.DRAFT or config.show_drafts]
        collections = {name: partial(self.in_order, name) for name in config.collections if name != "posts"}
        plain = {**config.values, "time": time, "data": config.values.get("data") or data}
        lists: dict[str, Callable[[], Any]] = {
            "posts": lambda: self.in_order("posts")[::-1],
            "pages": self._pages,
            "html_pages": lambda: [page for page in self._pages() if _is_html(page.document)],
            "documents": lambda: [drop for name in self._config.collections for drop in self.in_order(name)],
            "categories": lambda: self._by_term("categories"),
            "tags": lambda: self._by_term("tags"),
            "collections": self._collections,
            "related_posts": lambda: self["posts"][:10],
            "static_files": lambda: [_file_drop(path) for path in sorted(static_files)],
        }
        super().__init__(lists | collections, plain)

    def drop_of(self, document: Document) -> DocumentDrop:
        """The one drop of a document, which copies of it with another body share."""
        key = (document.kind.value, document.collection, document.path)
        if key not in self._drops:
            self._drops[key] = DocumentDrop(document, self, self._renders)
        return self._drops[key]

    def neighbour(self, document: Document, step: int) -> DocumentDrop | None:
        """The next (1) or previous (-1) document in the collection."""
        ordered = self.in_order(document.collection)
        positions = self._positions.setdefault(document.collection, {})
        if not positions:
            positions.update({drop.document.path: position for position, drop in enumerate(ordered)})
        position = positions.get(document.path)
        return ordered[position + step] if position is not None and 0 <= position + step < len(ordered) else None

    def in_order(self, name: str) -> list[DocumentDrop]:
        """A collection's documents by its `order` or `sort_by`, or else oldest first."""
        if name not in self._ordered:
            documents = [document for document in self._visible if document.collection == name]
            documents.sort(key=lambda document: document.path)
            ordered = _sorted(documents, self._config, name, self["time"])
            self._ordered[name] = [self.drop_of(document) for document in ordered]
        return self._ordered[name]

    def _pages(self) -> list[DocumentDrop]:
        pages = [document for document in self._visible if document.kind is Kind.PAGE]
        pages.sort(key=lambda page: (posixpath.basename(page.path), page.path))
        return [self.drop_of(page) for page in pages]

    def _by_term(self, kind: str) -> dict[str, list[DocumentDrop]]:
        terms: dict[str, list[DocumentDrop]] = {}
        for drop in self.in_order("posts"):
            for term in dict.fromkeys(map(text_of, drop.document.data.get(kind) or ())):
                terms.setdefault(term, []).append(drop)
        return {term: drops[::-1] for term, drops in terms.items()}

    def _collections(self) -> list[dict[str, Any]]:
        return [
            {
                **collection.values, "label": name, "docs": self.in_order(name), "files": [],
                "output": collection.output, "relative_directory": collection.folder, "directory": collection.folder,
            }
            for name, collection in sorted(self._config.collections.items())
        ]  # fmt: skip


class DocumentDrop(_LazyMapping):
    """A post, a page, or a document of a collection. Rendered when a template asks for its content."""

    def __init__(self, document: Document, site: SiteDrop, renders: Mapping[str, Render]) -> None:
        self.document = document
        computed: dict[str, Callable[[], Any]] = {name: partial(render, document) for name, render in renders.items()}
        plain: dict[str, Any] = {
            **document.data, "url": document.url, "path": document.relative_path,
            "relative_path": document.relative_path,
            "name": document.data.get("name") or posixpath.basename(document.path),
        }  # fmt: skip
        excerpt = document.data.get("excerpt")
        if document.kind is Kind.PAGE:
            plain["dir"] = document.url[: document.url.rindex("/") + 1]
            computed["excerpt"] = lambda: None if excerpt is None else text_of(excerpt)
            del computed["output"]
        else:
            plain |= {"id": document.id, "collection": document.collection}
            plain["date"] = document.date.instant if document.date else site["time"]  # as in Jekyll
            computed["next"] = partial(site.neighbour, document, 1)
            computed["previous"] = partial(site.neighbour, document, -1)
            if isinstance(excerpt, str):
                del computed["excerpt"]
        super().__init__(computed, plain)


def _sorted(documents: list[Document], config: JekyllConfig, name: str, now: datetime) -> list[Document]:
    collection = config.collections[name]
    if collection.order:
        positions = {path: position for position, path in enumerate(collection.order)}
        names = {document: document.relative_path.removeprefix(f"{collection.folder}/") for document in documents}
        return sorted(documents, key=lambda document: positions.get(names[document], len(positions)))
    if key := collection.sort_by:
        return sorted(documents, key=lambda document: _sort_key(document.data.get(key)))
    return sorted(documents, key=lambda document: document.date.instant if document.date else now)


def _sort_key(value: Any) -> tuple[int, float, str]:
    """Numbers before texts before nothing, so that any two values have an order."""
    if value is None:
        return (2, 0.0, "")
    if isinstance(value, int | float):
        return (0, float(value), "")
    return (1, 0.0, value.isoformat() if isinstance(value, datetime) else text_of(value))


def _is_html(page: Document) -> bool:
    return page.output_extension in _HTML or page.url.endswith("/")


def _file_drop(path: str) -> dict[str, Any]:
    name = posixpath.basename(path)
    stem, extension = posixpath.splitext(name)
    drop = {"path": f"/{path}", "name": name, "basename": stem, "extname": extension}
    return drop | {"modified_time": None, "collection": None}
