"""The front matter of a post: the keys that it needs, in a fixed order, and those that the blog does not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.posts.fields import BY_KEY, FIELDS
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind
from mkdocs_iroco_blog.jekyll.site import JekyllSite
from mkdocs_iroco_blog.jekyll.sources import plain_title, to_source

from .front_matter import Plain, as_yaml

_LATE = ("slug", "url", "aliases", "redirect_to", "canonical_url", "guid")
_ORDER = (
    "title", "date", "updated", "draft", "authors", "categories", "tags", "series", "series_order", "description",
    *(field.name for field in FIELDS if field.name not in _LATE), *_LATE,
)  # fmt: skip
"""The order of keys: what an author reads first, then addresses."""
_TEXTS = frozenset({"title", "description", "excerpt", "authors", "categories", "tags", "series"})
"""Keys with text, which is quoted where YAML would take it for another type."""
_SETTLED = frozenset({
    "layout", "published", "publish", "permalink", "category", "tag", "slug", "url", "ext", "excerpt_separator",
    "render_with_liquid", "draft", "build", "status", "publishDate", "expiryDate",
})  # fmt: skip
"""Keys of Jekyll's that have done their work, and keys that decide nothing there."""


@dataclass(frozen=True, slots=True)
class PostFields:
    """The front matter of a post."""

    values: Mapping[str, Any]
    unread: Mapping[str, Any]
    """Keys of the post's own that the blog does not read."""

    @property
    def comments(self) -> list[str]:
        """Return the keys that are not read, as comments."""
        return (
            ["Not read by the blog:", *(as_yaml(key, value) for key, value in self.unread.items())]
            if self.unread
            else []
        )


def post_fields(document: Document, site: JekyllSite, more: Mapping[str, Any]) -> PostFields:
    """Return the front matter of a post. `more` has the fields that Jekyll does without; None leaves a key out."""
    front = to_source(document, site).front
    raw: Mapping[str, Raw] = getattr(front, "raw", {})
    values: dict[str, Any] = {BY_KEY[key].name: value for key, value in raw.items() if key in BY_KEY}
    values = {key: value for key, value in values.items() if key not in _SETTLED and value not in (None, "", [], {})}
    values = {**values, "title": post_title(document), **more}
    if document.date:
        values["date"] = Plain(_date(document.date, site.zone))
    if document.kind is Kind.DRAFT:
        values.pop("date", None)
        values.pop("guid", None)
    if isinstance(author := values.get("authors"), str):
        values["authors"] = [author.strip()]
    if document.kind is Kind.DRAFT or document.is_withheld or not (document.published or site.config.unpublished):
        values["draft"] = True
    if "aliases" in values:
        values["aliases"] = list(_files(values["aliases"]))
    values = {key: _typed(key, value) for key, value in values.items() if value is not None}
    return PostFields({key: values[key] for key in _ORDER if key in values}, dict(unread_keys(document)))


def post_title(document: Document) -> str:
    """Return a post's title without HTML. An entity for a space that nobody sees stays as it is."""
    title = plain_title(document.title)
    text = unescape(title)
    return text if text.isprintable() else title


def _typed(key: str, value: Any) -> Any:
    """Return a value as it is to be written."""
    if isinstance(value, list):
        return [_typed(key, item) for item in value]
    if isinstance(value, dict):
        return {name: _typed(key, item) for name, item in value.items()}
    return Plain(value) if type(value) is str and key not in _TEXTS else value


def _date(moment: Moment, zone: ZoneInfo) -> str:
    """Write a date in the site's time zone, without anything that says nothing."""
    local = moment.instant.astimezone(zone)
    if not moment.has_time:
        return f"{moment.instant:%Y-%m-%d}"
    if f"{local:%H:%M:%S}" == "00:00:00":
        return f"{local:%Y-%m-%d}"
    return f"{local:%Y-%m-%d %H:%M:%S}"


def _files(addresses: Raw) -> Iterator[str]:
    """Yield old addresses as the files that Jekyll writes: `/old` is `old.html`."""
    for address in addresses if isinstance(addresses, list) else [addresses]:
        path = f"/{str(address).lstrip('/')}"
        yield path if path.endswith(("/", ".html", ".htm")) else f"{path}.html"


def unread_keys(document: Document) -> Iterator[tuple[str, Any]]:
    """Yield the keys that the file itself has, and that mean nothing to the blog."""
    for key in document.front.lines:
        if key in document.front.meta and key not in _SETTLED and key not in BY_KEY:
            yield key, document.front.meta[key]
