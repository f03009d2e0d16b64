"""Works out the dates of a post: published, updated, and any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import Any, NamedTuple

from mkdocs_iroco_blog.core.dates import Moment, parse_moment, split_file_name
from mkdocs_iroco_blog.core.findings import Problem
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.front_matter.syntax import PLACES
from mkdocs_iroco_blog.core.messages import front_matter as messages
from mkdocs_iroco_blog.core.model import State

from .field_reader import FieldReader


class Dated(NamedTuple):
    """A post's dates."""

    published: Moment
    updated: Moment | None
    others: dict[str, Moment]
    """By their names."""
    opens: Moment | None
    """The post is hidden until then."""
    expires: Moment | None
    """The post is hidden from then on."""


def post_dates(reader: FieldReader, values: dict[str, Any], state: State) -> Dated | None:
    """Read a post's dates; return None and add a Problem if nothing dates it."""
    several = isinstance(values["date"], dict)
    named: dict[str, Raw] = values["date"] if several else {"created": values["date"]}
    parsed = {name: _moment(reader, "date", raw, name if several else "") for name, raw in named.items()}
    if values["updated"]:
        parsed["updated"] = _moment(reader, "updated", values["updated"])
    opens, expires = (_moment(reader, name, values[name]) for name in ("publishDate", "expiryDate"))
    moments = {name: moment for name, moment in parsed.items() if moment}
    published = moments.pop("created", None) or opens or _date_elsewhere(reader, state)
    return Dated(published, moments.pop("updated", None), moments, opens, expires) if published else None


def _moment(reader: FieldReader, field: str, raw: Raw, name: str = "") -> Moment | None:
    """Parse the date of a field, or of a `name` in its mapping; return None and add a Problem if it is invalid."""
    if raw in (None, ""):
        return None
    key, day = reader.key(field), f"{reader.context.now:%Y-%m-%d}"
    label, line = f"`{key}.{name}`" if name else f"`{key}`", partial(reader.assignment, name or key)
    hint = f"Write it as `{line(day)}` or `{line(f'{day} 14:30')}`."
    if not isinstance(raw, str):
        reader.problem(key, f"{label} is not a date.", hint)
        return None
    try:
        return parse_moment(raw, reader.context.zone)
    except ValueError as error:
        reader.problem(key, f'{label} is "{raw}", which {error}.', hint)
        return None


def _date_elsewhere(reader: FieldReader, state: State) -> Moment | None:
    """Take the date from the file's name, else git, else today for a draft; else add a Problem and return None."""
    context = reader.context
    in_name, _ = split_file_name(reader.stem)
    if in_name:
        try:
            return parse_moment(in_name, context.zone)
        except ValueError as error:
            reader.problem(None, f"The date in the file's name {error}.", "Rename the file.")
    if context.git_date:
        try:
            return Moment(context.git_date(reader.source))
        except LookupError as error:
            what, hint = error.args
            reader.problem(None, what, hint)
    if state is State.DRAFT:
        today = datetime.combine(context.now.astimezone(context.zone), time(), context.zone)
        return Moment(today, has_time=False)
    _no_date(reader)
    return None


def _no_date(reader: FieldReader) -> None:
    """Report that the post gets no page, in the same Problem as an invalid `date` if there is one."""
    starts = tuple(f"`{reader.key(name)}{end}" for name in ("date", "publishDate") for end in ("` ", "."))
    problems = [item for item in reader.findings if isinstance(item, Problem) and item.what.startswith(starts)]
    if problems:
        reader.findings.remove(problems[-1])
        what = f"{problems[-1].what} The post has no other date, so it gets no page."
        reader.findings.append(replace(problems[-1], what=what, no_page=True))
        return
    today = f"{reader.context.now:%Y-%m-%d}"
    if isinstance(reader.front.raw.get(reader.key("date")), dict):
        hint = f"Write `created: {today}` below `date:`."
        reader.problem("date", "The post's `date` has no `created`, so it gets no page.", hint, no_page=True)
    else:
        reader.add(messages.NO_DATE, "date", line=reader.assignment("date", today), place=PLACES[reader.front.syntax])
