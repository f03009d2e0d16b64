"""When a post was published, updated, and whatever else its author dates."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from mkdocs_iroco_blog.core.dates import Moment, parse_moment, split_file_name
from mkdocs_iroco_blog.core.findings import Problem
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.model import State

from .field_reader import FieldReader

_OF_DATE = ("`date` ", "`date.")
"""How sentences about the `date` begin."""


class Dated(NamedTuple):
    """A post's dates."""

    published: Moment
    updated: Moment | None
    others: dict[str, Moment]
    """By their names."""


def post_dates(reader: FieldReader, values: dict[str, Any], state: State) -> Dated | None:
    """When the post was published and updated, and its other named dates; none, told, where nothing dates it."""
    named: dict[str, Raw] = dict(values["date"]) if isinstance(values["date"], dict) else {"created": values["date"]}
    several = isinstance(values["date"], dict)
    found = {name: _moment(reader, "date", raw, name if several else "") for name, raw in named.items()}
    if values["updated"]:
        key = "updated" if "updated" in reader.front.lines else "last_modified_at"
        found["updated"] = _moment(reader, key, values["updated"])
    moments = {name: moment for name, moment in found.items() if moment}
    published = moments.pop("created", None) or _date_elsewhere(reader, state)
    return Dated(published, moments.pop("updated", None), moments) if published else None


def _moment(reader: FieldReader, key: str, raw: Raw, name: str = "") -> Moment | None:
    """A date under a key, or under a `name` in the mapping that the key holds; none, told, where it is no date."""
    if raw in (None, ""):
        return None
    label, day = f"`{key}.{name}`" if name else f"`{key}`", f"{name or key}: {reader.context.now:%Y-%m-%d}"
    hint = f"Write it as `{day}` or `{day} 14:30`."
    if not isinstance(raw, str):
        reader.problem(key, f"{label} is not a date.", hint)
        return None
    try:
        return parse_moment(raw, reader.context.zone)
    except ValueError as error:
        reader.problem(key, f'{label} is "{raw}", which {error}.', hint)
        return None


def _date_elsewhere(reader: FieldReader, state: State) -> Moment | None:
    """The date that the file's name gives, else git, else today for a draft; else a Problem, and none."""
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
        return Moment(
            context.now.astimezone(context.zone).replace(hour=0, minute=0, second=0, microsecond=0), has_time=False
        )
    _no_date(reader)
    return None


def _no_date(reader: FieldReader) -> None:
    """Say that no page can be made: in one Problem with what is wrong with the `date`, where there is one."""
    told = [found for found in reader.findings if isinstance(found, Problem) and found.what.startswith(_OF_DATE)]
    if told:
        reader.findings.remove(told[-1])
        what = f"{told[-1].what} No other is given, so no page can be made."
        reader.findings.append(replace(told[-1], what=what, no_page=True))
        return
    today = f"{reader.context.now:%Y-%m-%d}"
    if isinstance(reader.front.raw.get("date"), dict):
        what, hint = "`date` has no `created`", f"Write `created: {today}` below `date:`."
    else:
        what = "The post has no date"
        hint = f"Paste `date: {today}` into its front matter, between two lines of `---`."
    reader.problem("date", f"{what}, so no page can be made.", hint, no_page=True)
