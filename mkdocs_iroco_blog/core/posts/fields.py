"""The table of front-matter fields, for reading, error messages, the manual's reference and the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from mkdocs_iroco_blog.core.findings import one_edit_apart
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.links import Image
from mkdocs_iroco_blog.core.numbers import whole_number
from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, is_outside, runs, safe_path
from mkdocs_iroco_blog.core.urls import split_url

_YES, _NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
_INVALID = re.compile(r"[\x00-\x1f\x7f<>\"]")  # no valid address contains these
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a post's front matter."""

    name: str
    read: Callable[[Raw], Any]
    """Converts the text value. Raises `ValueError` with the fault as the end of a sentence."""
    forms: str
    """The values that it takes, for readers, in Markdown; messages say "Expected …"."""
    does: str
    """Its effect, for readers, in Markdown."""
    example: str
    """A line or lines to paste."""
    schema: Schema
    aliases: tuple[str, ...] = ()
    default: str = "none"


def as_text(raw: Raw) -> str:
    """Read one line of text."""
    if isinstance(raw, list | dict):
        raise ValueError("is a list or a mapping")
    return " ".join((raw or "").split())


def as_slug(raw: Raw) -> str:
    """Read a path below the blog."""
    text = as_text(raw)
    if text and not safe_path(text.rstrip("/")):
        raise ValueError(f'is "{text}", which cannot be part of an address')
    if any(len(part.encode()) > LONGEST_NAME for part in text.split("/")):
        raise ValueError(f"is longer than {LONGEST_NAME} bytes, the limit for a file name")
    return text.rstrip("/")


def as_flag(raw: Raw) -> bool:
    """Read `true` or `false`, in any of YAML's spellings, with or without quotes."""
    word = as_text(raw).casefold()
    if word not in _YES | _NO and word:
        raise ValueError(f'is "{word}", which is neither true nor false')
    return word in _YES


def as_consent(raw: Raw) -> bool:
    """Read `true` or `false`; an empty value is true."""
    return raw in (None, "") or as_flag(raw)


def as_minutes(raw: Raw) -> int | None:
    """Read a whole number above zero."""
    text = as_text(raw)
    minutes = whole_number(text)
    if text and not minutes:
        raise ValueError(f'is "{text}"')
    return minutes


def as_names(raw: Raw) -> tuple[str, ...]:
    """Read a name or a list of names, without duplicates; numbers keep their spelling."""
    names = []
    for entry in raw if isinstance(raw, list) else [raw]:
        if isinstance(entry, list | dict):
            raise ValueError("is not a list of names")
        names.append(" ".join((entry or "").strip().splitlines()))
    return tuple(dict.fromkeys(name for name in names if name))


def as_tags(raw: Raw) -> tuple[str, ...]:
    """Read a list of names, or names separated by commas."""
    return as_names(list(raw.split(","))) if isinstance(raw, str) else as_names(raw)


def as_image(raw: Raw) -> Image | None:
    """Read a path or an address, or a mapping with `path` and `alt`."""
    keys = raw if isinstance(raw, dict) else {"path": raw}
    path = as_text(keys.get("path") or keys.get("src") or keys.get("url"))
    if isinstance(raw, dict) and not path:
        raise ValueError("has no `path`")
    image = Image(path, as_text(keys.get("alt")))
    if runs(path) or split_url(path) is None:
        raise ValueError(f"is `{path}`, which is not the address of a picture")
    return image if path else None


def as_links(raw: Raw) -> list[Any]:
    """Read links in the syntax of MkDocs' `nav`: paths, `title: path`, and sections of these."""
    if raw is not None and not isinstance(raw, list):
        raise ValueError("is not a list of links")
    for item in raw or []:
        titled = list(item.values()) if isinstance(item, dict) else [item]
        for target in titled:
            if isinstance(item, dict) and isinstance(target, list):
                as_links(target)
            elif not isinstance(target, str) or runs(target) or split_url(target) is None:
                raise ValueError(f"contains `{target}`, which is not a link")
    return raw or []


def _address_fault(address: str) -> str | None:
    """Return what is wrong with an address, as the end of a sentence, or None."""
    parts = split_url(address)
    if parts is None:
        return "is not an address"
    if parts.scheme or parts.netloc or runs(address):
        whole = parts.scheme in ("http", "https") and parts.hostname
        return None if whole and not _INVALID.search(address) else "does not lead to a page"
    if _INVALID.search(address) or "\\" in address:
        return "contains a character that is not allowed in an address"
    return "leads outside the site" if ".." in unquote(parts.path).split("/") else None


def as_addresses(raw: Raw) -> tuple[str, ...]:
    """Read an address or a list of them, without duplicates: from the site's root, with or without `/`, or absolute."""
    if isinstance(raw, dict):
        raise ValueError("is not a list of addresses")
    addresses = dict.fromkeys(filter(None, map(as_text, raw if isinstance(raw, list) else [raw])))
    for address in addresses:
        if fault := _address_fault(address):
            raise ValueError(f"contains `{address}`, which {fault}")
    return tuple(addresses)


def as_address(raw: Raw) -> str:
    """Read one address, or a list of one."""
    addresses = as_addresses(raw)
    if len(addresses) > 1:
        raise ValueError(f"has {len(addresses)} addresses, but a page can redirect to only one")
    return next(iter(addresses), "")


def as_url(raw: Raw) -> str:
    """Read an absolute address, with `https:`."""
    text = as_text(raw)
    if text and (_address_fault(text) or not is_outside(text)):
        raise ValueError(f'is "{text}"')
    return text


def as_people(raw: Raw) -> list[Raw]:
    """Make a list of the authors that the value names; the authors file identifies them."""
    return raw if isinstance(raw, list) else [raw]


def as_date(raw: Raw) -> Raw:
    """Return a date or a mapping of dates as text: parsing it needs the time zone."""
    if isinstance(raw, list):
        raise ValueError("is a list")
    return raw


_TEXT: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_NAME: Schema = {"type": ["string", "number"]}
_NAMES: Schema = {"anyOf": [_NAME, {"type": "array", "items": _NAME}]}
_DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}"}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_PERSON: Schema = {"type": ["string", "object"]}
_PEOPLE: Schema = {"anyOf": [_PERSON, {"type": "array", "items": _PERSON}]}

FIELDS = (
    Field("title", as_text, "text", "The post's title. Without it, the opening `# Heading` of the text, else the file's name.",
          "title: Weighing a page", _TEXT, default="the opening heading"),
    Field("date", as_date, "a date, with or without a time and an offset; or a mapping with `created`, `updated` and any other named date",
          "The post's date. Without it, the date in the file's name (`2024-10-04-title.md`).", "date: 2024-10-04 10:00 +0200",
          {"anyOf": [_DATE, {"type": "object", "additionalProperties": _DATE, "required": ["created"]}]}, default="from the file's name"),
    Field("updated", as_date, "a date, with or without a time", "The date of the last change.", "updated: 2025-01-31", _DATE,
          aliases=("last_modified_at",)),
    Field("authors", as_people, "an id from the authors file, a name, a mapping with `name` (or `display_name`), `email`, `url`, `avatar`, `description`; or a list of these",
          "The post's authors.", "authors: [ines, tomek]", _PEOPLE, aliases=("author",)),
    Field("categories", as_names, "a name, or a list; commas do not separate names", "The post's categories.",
          "categories:\n  - Field notes", _NAMES, aliases=("category",)),
    Field("tags", as_tags, "a list, or names separated by commas", "The post's tags.", "tags: fonts, css", _NAMES, aliases=("tag",)),
    Field("series", as_names, "a name, or a list", "The series that the post belongs to. Parts are in order of their dates.", "series: A lighter home page", _NAMES),
    Field("description", as_text, "text", "An introduction below the title, and the description for search engines.",
          "description: What a page weighs, and why.", _TEXT),
    Field("image", as_image, "a path from the post or from `docs_dir`, an address, or a mapping with `path` and `alt`",
          "The post's picture, shown below its header.", "image:\n  path: chart.svg\n  alt: Weight by month",
          {"anyOf": [_TEXT, {"type": "object", "properties": {"path": _TEXT, "alt": _TEXT}, "required": ["path"]}]}),
    Field("slug", as_slug, "a path without `..`", "Replaces the title in the post's address.", "slug: weighing-a-page", _NAME, default="from the title"),
    Field("draft", as_flag, "`true` or `false`", "Keeps the post out of `mkdocs build`; `mkdocs serve` shows it with a badge.", "draft: true", _FLAG, default="false"),
    Field("published", as_consent, "`true` or `false`", "`false` makes the post a draft, as in Jekyll.", "published: false", _FLAG, default="true"),
    Field("unlisted", as_flag, "`true` or `false`", "The post gets a page, but is not in views, navigation, search or the sitemap.", "unlisted: true", _FLAG, default="false"),
    Field("pin", as_flag, "`true` or `false`", "Puts the post first on the index.", "pin: true", _FLAG, default="false"),
    Field("readtime", as_minutes, "a number of minutes", "Replaces the calculated reading time.", "readtime: 12", {"type": "integer", "minimum": 1}, default="calculated"),
    Field("links", as_links, "a list in the syntax of `nav` in `mkdocs.yml`", "Lists related pages below the post.", "links:\n  - guide/budgets.md\n  - Source: https://example.org/",
          {"type": "array"}),
    Field("hide", as_names, "`toc`, and other parts that the theme can hide", "Hides parts of the page.", "hide: [toc]", _NAMES),
    Field("template", as_text, "the name of a file", "Renders the page with another template of the theme.", "template: wide.html", _TEXT, default="the theme's"),
    Field("comments", as_flag, "`true` or `false`", "Shows the fragment `comments.html`, which you write, below the post.", "comments: true", _FLAG, default="false"),
    Field("lang", as_text, "a language code", "The post's language, if it differs from the site's.", "lang: fr", _TEXT, default="the site's"),
    Field("aliases", as_addresses, "an address from the site's root, or an absolute address on this site; or a list of these", "Old addresses of the post. Each gets a page that redirects to the post.",
          "aliases: [/2019/weighing/, /weighing.html]", _TEXTS, aliases=("redirect_from",)),
    Field("redirect_to", as_address, "an address from the site's root, the path of a file under `docs_dir`, or an absolute address", "Redirects the post's page. Lists and feeds still show the post.",
          "redirect_to: https://example.org/weighing/", _TEXTS),
    Field("canonical_url", as_url, "an absolute address", "The address that search engines should index, if the text is published elsewhere too. The post is then not in the sitemap.",
          "canonical_url: https://example.org/weighing/", _TEXT, default="the post's own address"),
    Field("guid", as_text, "text", "The id of the post's feed entry. If the post had another id before, set that one, so that feed readers do not show the post again.",
          "guid: https://example.org/?p=42", _TEXT, default="the post's address"),
    Field("robots", as_tags, 'values for `<meta name="robots">`: a list, or separated by commas', "Instructions for search engines. With `noindex`, the post is not in the sitemap.",
          "robots: noindex, nofollow", _TEXTS),
    Field("layout", as_text, "`post`, `page`, `default`, `home`", "Jekyll's layouts. All of them mean the standard layout.", "layout: post", _TEXT),
)  # fmt: skip
"""Every key that the plugin reads. Templates find the others in `post.meta`."""

BY_KEY: Mapping[str, Field] = {key: field for field in FIELDS for key in (field.name, *field.aliases)}
STANDARD_LAYOUTS = frozenset({"", "post", "posts", "page", "default", "home"})
# Jekyll's link posts, and common words one letter away from a short key: not misspellings.
_NOT_MISSPELT = frozenset({"link", "guide", "grid", "uid", "uuid"})


def misspelt(key: str, known_keys: tuple[str, ...]) -> str | None:
    """Return the field key that is one letter away from an unknown key, if there is one."""
    if key in BY_KEY or key in known_keys or key in _NOT_MISSPELT:
        return None
    return next((name for name in BY_KEY if one_edit_apart(key, name)), None)


def json_schema() -> dict[str, Any]:
    """Export the fields as a JSON Schema, for editors that complete and check front matter."""
    properties = {key: {"description": field.does, **field.schema} for key, field in BY_KEY.items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": properties}
