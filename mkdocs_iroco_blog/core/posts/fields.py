"""The table of front-matter fields: it drives reading, error messages, the manual's reference and the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs_iroco_blog.core.findings import one_edit_apart
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.model import Image
from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, is_outside, runs, safe_path

_YES, _NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
_SPOILING = re.compile(r"[\x00-\x1f\x7f<>\"]")  # in no address, however it is written
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a post's front matter."""

    name: str
    read: Callable[[Raw], Any]
    """From the value as written; raises `ValueError` with what is wrong, as the end of a sentence."""
    forms: str
    """What may be written, for people; Markdown."""
    does: str
    """What it does, for people; Markdown."""
    example: str
    """A line or lines to paste."""
    schema: Schema
    aliases: tuple[str, ...] = ()
    default: str = "none"


def as_text(raw: Raw) -> str:
    """One line of text."""
    if isinstance(raw, list | dict):
        raise ValueError("is not text")
    return " ".join((raw or "").split())


def as_slug(raw: Raw) -> str:
    """A path that stays below the blog."""
    text = as_text(raw)
    if text and not safe_path(text.rstrip("/")):
        raise ValueError(f'is "{text}", which is no part of an address')
    if any(len(part.encode()) > LONGEST_NAME for part in text.split("/")):
        raise ValueError(f"is longer than the {LONGEST_NAME} bytes that a file's name can hold here")
    return text.rstrip("/")


def as_flag(raw: Raw) -> bool:
    """`true` or `false`, in any of YAML's spellings, quoted too."""
    word = as_text(raw).casefold()
    if word not in _YES | _NO and word:
        raise ValueError(f'is "{word}", which is neither true nor false')
    return word in _YES


def as_consent(raw: Raw) -> bool:
    """`true` or `false`; true where nothing is written."""
    return raw in (None, "") or as_flag(raw)


def as_minutes(raw: Raw) -> int | None:
    """A whole number above zero."""
    text = as_text(raw)
    if text and not (text.isdecimal() and int(text) > 0):
        raise ValueError(f'is "{text}", which is not a number of minutes')
    return int(text) if text else None


def as_names(raw: Raw) -> tuple[str, ...]:
    """A name, or a list of them, each once; numbers as they were written."""
    names = []
    for entry in raw if isinstance(raw, list) else [raw]:
        if isinstance(entry, list | dict):
            raise ValueError("is not a list of names")
        names.append(" ".join((entry or "").strip().splitlines()))
    return tuple(dict.fromkeys(name for name in names if name))


def as_tags(raw: Raw) -> tuple[str, ...]:
    """A list of names, or a string that commas split."""
    return as_names(list(raw.split(","))) if isinstance(raw, str) else as_names(raw)


def as_image(raw: Raw) -> Image | None:
    """A path or an address, or a mapping with `path` and `alt`."""
    if isinstance(raw, dict):
        path = as_text(raw.get("path") or raw.get("src") or raw.get("url"))
        if not path:
            raise ValueError("has no `path`")
        return _safe(Image(path, as_text(raw.get("alt"))))
    path = as_text(raw)
    return _safe(Image(path)) if path else None


def _safe(image: Image) -> Image:
    if runs(image.src):
        raise ValueError(f"is `{image.src}`, which is no picture's address")
    return image


def as_links(raw: Raw) -> list[Any]:
    """What MkDocs' `nav` takes: paths, `title: path`, and sections of these."""
    if raw is not None and not isinstance(raw, list):
        raise ValueError("is not a list of links")
    for item in raw or []:
        titled = list(item.values()) if isinstance(item, dict) else [item]
        for target in titled:
            if isinstance(item, dict) and isinstance(target, list):
                as_links(target)
            elif not isinstance(target, str) or runs(target):
                raise ValueError(f"holds `{target}`, which is no link")
    return raw or []


def _address_fault(written: str) -> str | None:
    """Why an address leads to no page, neither of this site nor of another, as the end of a sentence; else none."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return "is no address"
    if parts.scheme or parts.netloc or runs(written):
        whole = parts.scheme in ("http", "https") and parts.hostname
        return None if whole and not _SPOILING.search(written) else "leads to no page"
    if _SPOILING.search(written) or "\\" in written:
        return "holds a character that no address has"
    return "leads out of the site" if ".." in unquote(parts.path).split("/") else None


def as_addresses(raw: Raw) -> tuple[str, ...]:
    """An address, or a list of them: from the site's root, with or without the slash, or whole; each once."""
    if isinstance(raw, dict):
        raise ValueError("is not a list of addresses")
    named = [as_text(entry) for entry in raw] if isinstance(raw, list) else [as_text(raw)]
    for address in filter(None, named):
        fault = _address_fault(address)
        if fault:
            raise ValueError(f"holds `{address}`, which {fault}")
    return tuple(dict.fromkeys(filter(None, named)))


def as_address(raw: Raw) -> str:
    """One address, or a list that holds one."""
    found = as_addresses(raw)
    if len(found) > 1:
        raise ValueError(f"holds {len(found)} addresses, and a page can lead to one")
    return next(iter(found), "")


def as_url(raw: Raw) -> str:
    """A whole address, with `https:`."""
    text = as_text(raw)
    if text and (_address_fault(text) or not is_outside(text)):
        raise ValueError(f'is "{text}", which is no whole address')
    return text


def as_people(raw: Raw) -> list[Raw]:
    """A list of what names an author; the authors file says who is meant."""
    return raw if isinstance(raw, list) else [raw]


def as_date(raw: Raw) -> Raw:
    """A date or a mapping of dates, still as written: the time zone decides what they mean."""
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
    Field("title", as_text, "text", "Names the post. Without it, the body's opening `# Heading` does, else the file's name.",
          "title: Weighing a page", _TEXT, default="the opening heading"),
    Field("date", as_date, "a date; a date with a time, and an offset; a mapping with `created`, `updated` and any other named date",
          "Dates the post. Without it, the file's name does (`2024-10-04-title.md`).", "date: 2024-10-04 10:00 +0200",
          {"anyOf": [_DATE, {"type": "object", "additionalProperties": _DATE, "required": ["created"]}]}, default="from the file's name"),
    Field("updated", as_date, "a date, and a time with it", "Says when the post was last changed.", "updated: 2025-01-31", _DATE,
          aliases=("last_modified_at",)),
    Field("authors", as_people, "an id of the authors file, a name, a mapping with `name` (or `display_name`), `email`, `url`, `avatar`, `description`; or a list of these",
          "Says who wrote the post.", "authors: [ines, tomek]", _PEOPLE, aliases=("author",)),
    Field("categories", as_names, "a name, or a list; a comma is part of a name", "Puts the post into categories.",
          "categories:\n  - Field notes", _NAMES, aliases=("category",)),
    Field("tags", as_tags, "a list, or names with commas between them", "Tags the post.", "tags: fonts, css", _NAMES, aliases=("tag",)),
    Field("series", as_names, "a name, or a list", "Makes the post a part of a series, in order of date.", "series: A lighter home page", _NAMES),
    Field("description", as_text, "text", "Introduces the post below its title, and describes it to search engines.",
          "description: What a page weighs, and why.", _TEXT),
    Field("image", as_image, "a path from the post or from `docs_dir`, an address, or a mapping with `path` and `alt`",
          "The post's picture, shown below its header.", "image:\n  path: chart.svg\n  alt: Weight by month",
          {"anyOf": [_TEXT, {"type": "object", "properties": {"path": _TEXT, "alt": _TEXT}, "required": ["path"]}]}),
    Field("slug", as_slug, "a path without `..`", "Stands for the title in the post's address.", "slug: weighing-a-page", _NAME, default="from the title"),
    Field("draft", as_flag, "`true` or `false`", "Keeps the post out of `mkdocs build`; `mkdocs serve` shows it with a badge.", "draft: true", _FLAG, default="false"),
    Field("published", as_consent, "`true` or `false`", "`false` makes a draft, as in Jekyll.", "published: false", _FLAG, default="true"),
    Field("unlisted", as_flag, "`true` or `false`", "Builds the post, and leaves it out of views, navigation, search and sitemap.", "unlisted: true", _FLAG, default="false"),
    Field("pin", as_flag, "`true` or `false`", "Puts the post first on the index.", "pin: true", _FLAG, default="false"),
    Field("readtime", as_minutes, "minutes", "Replaces the reading time that is worked out.", "readtime: 12", {"type": "integer", "minimum": 1}, default="worked out"),
    Field("links", as_links, "what `nav` in `mkdocs.yml` takes", "Lists related pages below the post.", "links:\n  - guide/budgets.md\n  - Source: https://example.org/",
          {"type": "array"}),
    Field("hide", as_names, "`toc`, and what the theme knows", "Hides parts of the page.", "hide: [toc]", _NAMES),
    Field("template", as_text, "a file's name", "Renders the page with another template of the theme.", "template: wide.html", _TEXT, default="the theme's"),
    Field("comments", as_flag, "`true` or `false`", "Shows the fragment `comments.html`, which you write, below the post.", "comments: true", _FLAG, default="false"),
    Field("lang", as_text, "a language code", "Says that this post is in another language than the site.", "lang: fr", _TEXT, default="the site's"),
    Field("aliases", as_addresses, "an address from the site's root, or a whole one of the site's own; or a list of these", "Names old addresses of the post. A page at each leads to the post.",
          "aliases: [/2019/weighing/, /weighing.html]", _TEXTS, aliases=("redirect_from",)),
    Field("redirect_to", as_address, "an address from the site's root, the path of a file under `docs_dir`, or a whole address", "Makes the post's own page lead elsewhere. Lists and feeds go on showing the post.",
          "redirect_to: https://example.org/weighing/", _TEXTS),
    Field("canonical_url", as_url, "a whole address", "Says where search engines should find the text, if it stands elsewhere too. The sitemap then leaves the post out.",
          "canonical_url: https://example.org/weighing/", _TEXT, default="the post's own address"),
    Field("guid", as_text, "text", "The id of the post's entry in feeds. Keep the old one where a post had another, and no reader shows it again.",
          "guid: https://example.org/?p=42", _TEXT, default="the post's address"),
    Field("robots", as_tags, 'words for `<meta name="robots">`: a list, or with commas between them', "Tells search engines what to do with the page. With `noindex`, the sitemap leaves it out.",
          "robots: noindex, nofollow", _TEXTS),
    Field("layout", as_text, "`post`, `page`, `default`, `home`", "Accepted from Jekyll; they all mean the standard layout.", "layout: post", _TEXT),
)  # fmt: skip
"""Every key that means something to the plugin. Others are kept for templates as `post.meta`."""

BY_KEY: Mapping[str, Field] = {key: field for field in FIELDS for key in (field.name, *field.aliases)}
STANDARD_LAYOUTS = frozenset({"", "post", "posts", "page", "default", "home"})
# Jekyll's link posts, and words of their own that are one letter from a short key: no misspellings.
_NEIGHBOURS = frozenset({"link", "guide", "grid", "uid", "uuid"})


def misspelt(key: str, own: tuple[str, ...]) -> str | None:
    """The field that a key is one letter away from, unless the key is known itself."""
    if key in BY_KEY or key in own or key in _NEIGHBOURS:
        return None
    return next((name for name in BY_KEY if one_edit_apart(key, name)), None)


def json_schema() -> dict[str, Any]:
    """The fields as a JSON Schema, for editors that complete and check front matter."""
    properties = {key: {"description": field.does, **field.schema} for key, field in BY_KEY.items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": properties}
