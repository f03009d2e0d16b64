"""Readers of front-matter values: each converts the text of a value, or says what is wrong with it.

All raise `ValueError` with the fault as the end of a sentence.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.numbers import whole_number
from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, UNSAFE, is_outside, safe_path
from mkdocs_iroco_blog.core.urls import is_safe, split_url

YES, NO = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})
_INVALID = re.compile(r"[\x00-\x1f\x7f<>\"]")  # no valid address contains these


class MendableError(ValueError):
    """A fault in a value that resembles a right one."""

    def __init__(self, fault: str, mended: str) -> None:
        super().__init__(fault)
        self.mended = mended


def as_text(raw: Raw) -> str:
    """Read one line of text."""
    if isinstance(raw, list | dict):
        raise ValueError("is a list or a mapping")
    return " ".join((raw or "").split())


def as_excerpt(raw: Raw) -> str:
    """Read a text that may have several paragraphs; `true` and `false` are none."""
    if isinstance(raw, list | dict):
        raise ValueError("is a list or a mapping")
    text = (raw or "").strip()
    return "" if text.casefold() in YES | NO else text


def as_slug(raw: Raw) -> str:
    """Read a path below the blog."""
    text = as_text(raw)
    path = text.rstrip("/")
    if text and not safe_path(path):
        parts = re.sub("-{2,}", "-", UNSAFE.sub("-", path)).split("/")
        mended = "/".join(part for part in parts if part.strip(".-")).strip("-")
        raise MendableError(f'is "{text}", which {_slug_fault(text)}', mended)
    if any(len(part.encode()) > LONGEST_NAME for part in path.split("/")):
        raise ValueError(f"is longer than {LONGEST_NAME} bytes, the limit for a file name")
    return path


def _slug_fault(text: str) -> str:
    if unsafe := UNSAFE.search(text):
        return f"has `{unsafe[0]}`, and no address can have that"
    if text.startswith("/"):
        return "begins with `/`, but is only the end of the address"
    return "has `..`" if ".." in text.split("/") else "has `.`"


def as_flag(raw: Raw) -> bool:
    """Read `true` or `false`, in any of YAML's spellings, with or without quotes."""
    word = as_text(raw).casefold()
    if word not in YES | NO and word:
        raise ValueError(f'is "{word}", which is neither true nor false')
    return word in YES


def as_consent(raw: Raw) -> bool:
    """Read `true` or `false`; an empty value is true."""
    return raw in (None, "") or as_flag(raw)


def as_pin(raw: Raw) -> bool:
    """Read `true` or `false`, or a number, which Hexo sorts pinned posts by."""
    number = whole_number(raw) if isinstance(raw, str) else None
    return as_flag(raw) if number is None else number > 0


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


def as_series(raw: Raw) -> list[Raw]:
    """Make a list of the series that the value names: names, or mappings with `name` and `part`."""
    entries: list[Raw] = raw if isinstance(raw, list) else [raw]
    values = (value for entry in entries for value in (entry.values() if isinstance(entry, dict) else [entry]))
    if any(isinstance(value, list | dict) for value in values):
        raise ValueError("is not a list of names")
    return entries


def as_part(raw: Raw) -> int | None:
    """Read the number of a part: a whole number from 1 on."""
    return as_minutes(raw)


def as_tags(raw: Raw) -> tuple[str, ...]:
    """Read a list of names, or names separated by commas."""
    return as_names(list(raw.split(","))) if isinstance(raw, str) else as_names(raw)


def as_links(raw: Raw) -> list[Any]:
    """Read links in the syntax of MkDocs' `nav`: paths, `title: path`, and sections of these."""
    if raw is not None and not isinstance(raw, list):
        raise ValueError("is not a list of links")
    for item in raw or []:
        titled = list(item.values()) if isinstance(item, dict) else [item]
        for target in titled:
            if isinstance(item, dict) and isinstance(target, list):
                as_links(target)
            elif not isinstance(target, str) or not is_safe(target) or split_url(target) is None:
                raise ValueError(f"contains `{target}`, which is not a link")
    return raw or []


def _address_fault(address: str) -> str | None:
    """Return what is wrong with an address, as the end of a sentence, or None."""
    parts = split_url(address)
    if parts is None:
        return "is not an address"
    if parts.scheme or parts.netloc or not is_safe(address):
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


def as_page(raw: Raw) -> str:
    """Read the path or the address of one page."""
    text = as_text(raw)
    parts = split_url(text)
    if parts is None or parts.scheme not in ("", "http", "https") or _INVALID.search(text):
        raise ValueError(f"is `{text}`, which is neither a path nor an address")
    return text


def as_versions(raw: Raw) -> str:
    """Read a range of versions as text; `false` is none."""
    text = as_text(raw)
    if text.casefold() in YES - {"1"}:
        raise ValueError(f"is `{text}`, which names no version")
    return "" if text.casefold() in NO - {"0"} else text


def as_people(raw: Raw) -> list[Raw]:
    """Make a list of the authors that the value names; the authors file identifies them."""
    return raw if isinstance(raw, list) else [raw]


def as_date(raw: Raw) -> Raw:
    """Return a date or a mapping of dates as text: parsing it needs the time zone."""
    return raw


def as_last_change(raw: Raw) -> Raw:
    """Return a date as text, or the `date` of Docusaurus's mapping."""
    return as_date(raw.get("date") if isinstance(raw, dict) and raw.keys() <= {"date", "author"} else raw)


_STATUS = {
    **dict.fromkeys(("draft", "private", "pending", "unpublished", "trash", "skip", "members", "paid"), "draft"),
    **dict.fromkeys(("hidden", "unlisted"), "unlisted"), **dict.fromkeys(("scheduled", "future"), "scheduled"),
}  # fmt: skip


def as_status(raw: Raw) -> str:
    """Read the word of another tool for a post's state: `draft`, `unlisted`, `scheduled`, or nothing."""
    return _STATUS.get(raw.strip().casefold(), "") if isinstance(raw, str) else ""


def as_build(raw: Raw) -> str:
    """Read Hugo's build options: a page that it does not render is a draft, one that it does not list is unlisted."""
    options = raw if isinstance(raw, dict) else {}
    never = {"never", "false", "link", "local"}
    return "draft" if options.get("render") in never else "unlisted" if options.get("list") in never else ""


def as_place(raw: Raw) -> str:
    """Read the post's path under the site's root, as Hugo's `url` and Pelican's `save_as` give it.

    Empty for the address of another site.
    """
    text = as_text(raw)
    if is_outside(text):
        return ""
    path = text.strip("/").removesuffix("index.html").rstrip("/")
    if path and not safe_path(path):
        raise ValueError(f'is "{text}", which cannot be an address')
    return path
