"""Liquid's and Jekyll's filters of dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from mkdocs_iroco_blog.jekyll.liquid.context import Context
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.printing import inspect, text

from .strftime import strftime
from .times import local_moment, moment_of


def date(context: Context, value: object, form: object) -> object:
    """A date in the words of a format; what is no date stays as it is."""
    time = moment_of(value, context.site.zone, context.site.now) if text(form) else None
    return value if time is None else strftime(time, text(form))


def _said(form: Callable[[datetime], str]) -> Callable[[Context, object], object]:
    def filter_(context: Context, value: object) -> object:
        return value if text(value) == "" else form(_time(context, value))

    return filter_


def _in_words(month: str) -> Callable[..., object]:
    def filter_(context: Context, value: object, kind: object = None, style: object = None) -> object:
        if text(value) == "":
            return value
        time = _time(context, value)
        if kind != "ordinal":
            return strftime(time, f"%d {month} %Y")
        day = f"{time.day}{_ordinal(time.day)}"
        return strftime(time, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")

    return filter_


def _time(context: Context, value: object) -> datetime:
    found = local_moment(value, context.site.zone, context.site.now)
    if found is None:
        raise AuthorError(f"{inspect(value)[:60]} is not a date.", "Write it as 2026-03-01 or 2026-03-01 14:30.")
    return found


def _ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


DATE_FILTERS: Mapping[str, Callable[..., object]] = {
    "date": date,
    "date_to_long_string": _in_words("%B"),
    "date_to_rfc822": _said(lambda time: strftime(time, "%a, %d %b %Y %H:%M:%S %z")),
    "date_to_string": _in_words("%b"),
    "date_to_xmlschema": _said(lambda time: strftime(time, "%Y-%m-%dT%H:%M:%S%:z")),
}
