"""Reads `series`: names, or mappings that say which part of the series the post is."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import nearest
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.messages import terms as messages
from mkdocs_iroco_blog.core.numbers import whole_number

from .field_reader import FieldReader
from .values import as_text

_KEYS = ("name", "part")


def read_series(reader: FieldReader, entries: list[Raw], part: int | None) -> dict[str, int | None]:
    """Return the number of the post in each of its series, by the series' name; None where its date decides.

    `part` is `series_order`, which belongs to the first series.
    """
    numbers: dict[str, int | None] = {}
    for entry in entries:
        if isinstance(entry, dict):
            name = as_text(entry.get("name"))
            _report_keys(reader, entry)
            number = _part(reader, name, as_text(entry.get("part")))
        else:
            name, number = as_text(entry), None
        if name:
            numbers[name] = number or numbers.get(name)
    first = next(iter(numbers), None)
    if first is not None and numbers[first] is None:
        numbers[first] = part
    return numbers


def _report_keys(reader: FieldReader, entry: dict[str, Raw]) -> None:
    unknown = [key for key in entry if key not in _KEYS]
    for key in unknown:
        close = nearest(key, _KEYS)
        meant = f"`{close}`" if close else " or ".join(f"`{name}`" for name in _KEYS)
        names = (close,) if close else _KEYS
        reader.add(messages.UNKNOWN_SERIES_KEY, "series", key=key, meant=meant, names=names)
    if not unknown and not entry.get("name"):
        reader.add(messages.UNNAMED_SERIES, "series")


def _part(reader: FieldReader, name: str, text: str) -> int | None:
    number = whole_number(text)
    if text and not number:
        reader.add(messages.INVALID_PART, "series", name=name, part=text)
    return number or None
