"""Keys of front matter that are one letter from a known one: misspelt, or keys of the author's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC

from mkdocs_iroco_blog.core.dates import parse_moment
from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, Raw

from .fields import BY_KEY, misspelt

# https://www.rfc-editor.org/rfc/rfc5646, without what nobody writes; locales have `_` for `-`
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TEMPLATE = re.compile(r"[^\s<>]+\.\w+")


def misspelling(source: str, key: str, front: FrontMatter, own: tuple[str, ...]) -> Finding | None:
    """What to say of an unknown key of a file: nothing, where it is like no other or among the author's own.

    A Problem where its value would count if the key were spelt otherwise; else nothing is lost, and it is a Note.
    """
    meant = misspelt(key, own)
    if meant is None:
        return None
    field, line = BY_KEY[meant], front.lines.get(key, 1)
    beside = next((name for name in (field.name, *field.aliases) if name in front.raw), None)
    listed = f"`{key}` under the option `known_keys` if it is a key of your own."
    if beside is None and _fits(field.name, front.raw[key]):
        what = f"`{key}` is no key that means anything here."
        return Problem(source, line, what, f"Write `{meant}`, or list {listed}")
    why = f": `{beside}` does, and is there as well" if beside else f", and holds nothing that `{meant}` takes"
    return Note(source, line, f"`{key}` means nothing here{why}.", f"List {listed}")


def _fits(name: str, raw: Raw) -> bool:
    """Whether a value is one that a field would be given: of a field that takes any text, one that makes sense."""
    if not raw:
        return False
    try:
        BY_KEY[name].read(raw)
        return name not in _SENSIBLE or _SENSIBLE[name](raw)
    except ValueError:
        return False


def _day(raw: Raw) -> bool:
    return isinstance(raw, str) and bool(parse_moment(raw, UTC))


def _days(raw: Raw) -> bool:
    return any(map(_day, raw.values())) if isinstance(raw, dict) else _day(raw)


_SENSIBLE: Mapping[str, Callable[[Raw], bool]] = {
    "date": _days,
    "updated": _day,
    "lang": lambda raw: _LANGUAGE.fullmatch(str(raw)) is not None,
    "template": lambda raw: _TEMPLATE.fullmatch(str(raw)) is not None,
}
