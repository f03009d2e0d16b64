"""Reports unknown front-matter keys that are one letter away from a known key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC

from mkdocs_iroco_blog.core.dates import parse_moment
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, Raw
from mkdocs_iroco_blog.core.messages import posts as messages

from .fields import BY_KEY, misspelt

# https://www.rfc-editor.org/rfc/rfc5646, common forms only; locales use `_` instead of `-`
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TEMPLATE = re.compile(r"[^\s<>]+\.\w+")


def misspelling(source: str, key: str, front: FrontMatter, known_keys: tuple[str, ...]) -> Finding | None:
    """Report an unknown key that resembles a known one, unless the author lists it under `known_keys`.

    A Problem if the known key could take the value; else nothing is lost, and it is a Note.
    """
    meant = misspelt(key, known_keys)
    if meant is None:
        return None
    field, place = BY_KEY[meant], front.place(source, key)
    beside = next((name for name in (field.name, *field.aliases) if name in front.raw), None)
    if beside is None and _fits(field.name, front.raw[key]):
        return messages.UNKNOWN_KEY(*place, key=key, meant=meant)
    why = f"the post has `{beside}` too" if beside else f"`{meant}` does not take its value"
    return messages.RESEMBLING_KEY(*place, key=key, why=why)


def _fits(name: str, raw: Raw) -> bool:
    """Whether a field could take a value. A field for any text takes only plausible values."""
    try:
        BY_KEY[name].read(raw)
        return bool(raw) and (name not in _PLAUSIBLE or _PLAUSIBLE[name](raw))
    except ValueError:
        return False


def _day(raw: Raw) -> bool:
    return isinstance(raw, str) and bool(parse_moment(raw, UTC))


def _days(raw: Raw) -> bool:
    return any(map(_day, raw.values())) if isinstance(raw, dict) else _day(raw)


_PLAUSIBLE: Mapping[str, Callable[[Raw], bool]] = {
    "date": _days,
    "updated": _day,
    "lang": lambda raw: _LANGUAGE.fullmatch(str(raw)) is not None,
    "template": lambda raw: _TEMPLATE.fullmatch(str(raw)) is not None,
}
