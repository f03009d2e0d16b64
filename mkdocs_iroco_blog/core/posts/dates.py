"""Works out the dates of a post: published, updated, and any other."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time
from typing import Any, NamedTuple

from mkdocs_iroco_blog.core.date_guesses import guess_dates
from mkdocs_iroco_blog.core.dates import Moment, parse_moment, split_file_name
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.front_matter.syntax import PLACES, Syntax, assignment
from mkdocs_iroco_blog.core.messages import posts as messages
from mkdocs_iroco_blog.core.messages.front_matter import NO_DATE
from mkdocs_iroco_blog.core.messages.message import Message
from mkdocs_iroco_blog.core.model import State

from .field_reader import FieldReader, ReadContext


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
    review_by: Moment | None


_Faults = list[tuple[str, dict[str, Any]]]
"""The fields whose dates are invalid, with the values of the message."""


def post_dates(reader: FieldReader, values: dict[str, Any], state: State) -> Dated | None:
    """Read a post's dates; return None and add a finding if nothing dates it."""
    faults: _Faults = []
    several = isinstance(values["date"], dict)
    named: dict[str, Raw] = values["date"] if several else {"created": values["date"]}
    parsed = {name: _moment(reader, faults, "date", raw, name if several else "") for name, raw in named.items()}
    if values["updated"]:
        parsed["updated"] = _moment(reader, faults, "updated", values["updated"])
    opens, expires, review_by = (
        _moment(reader, faults, name, values[name]) for name in ("publishDate", "expiryDate", "review_by")
    )
    moments = {name: moment for name, moment in parsed.items() if moment}
    published = moments.pop("created", None) or opens or _date_elsewhere(reader, faults, state)
    for field, words in faults:
        reader.add(messages.BAD_DATE, field, **words)
    updated = moments.pop("updated", None)
    return Dated(published, updated, moments, opens, expires, review_by) if published else None


def _moment(reader: FieldReader, faults: _Faults, field: str, raw: Raw, name: str = "") -> Moment | None:
    """Parse the date of a field, or of a `name` in its mapping; return None and add a fault if it is invalid."""
    if raw in (None, ""):
        return None
    key, context = reader.key(field), reader.context
    label = f"{key}.{name}" if name else key
    guesses: list[str] = []
    try:
        if isinstance(raw, str):
            return parse_moment(raw, context.zone)
        fault = "is not a date"
    except ValueError as error:
        guesses = [date for date in guess_dates(str(raw), context.locale) if _is_date(date, context)]
        fault = f'is "{raw}", which {error}'
    today = f"{context.now:%Y-%m-%d}"
    meant = (reader.assignment(name or key, date) for date in guesses or (today, f"{today} 14:30"))
    words = {"key": label, "fault": fault, "meant": " or ".join(f"`{line}`" for line in meant)}
    faults.append((field, {**words, "value": str(raw), "dates": tuple(guesses)}))
    return None


def _is_date(text: str, context: ReadContext) -> bool:
    with suppress(ValueError):
        parse_moment(text, context.zone)
        return True
    return False


def _date_elsewhere(reader: FieldReader, faults: _Faults, state: State) -> Moment | None:
    """Take the date from the file's name, else git, else today for a draft; else add a finding and return None."""
    context = reader.context
    in_name, _ = split_file_name(reader.stem)
    bad_name: dict[str, str] = {}
    bad_git: Message | None = None
    if in_name:
        try:
            return parse_moment(in_name, context.zone)
        except ValueError as error:
            bad_name = {"date": in_name, "fault": str(error)}
    elif _is_no_post(reader, faults):
        faults.clear()
        reader.findings.clear()
        reader.add(messages.NOT_A_POST, None, name=reader.file.path.rpartition("/")[2], **_new_date(reader))
        return None
    if context.git_date:
        try:
            return Moment(context.git_date(reader.source))
        except LookupError as error:
            bad_git = error.args[0]
    if state is State.DRAFT:
        if bad_name:
            reader.add(messages.BAD_FILE_NAME_DATE, None, **bad_name)
        today = datetime.combine(context.now.astimezone(context.zone), time(), context.zone)
        return Moment(today, has_time=False)
    _no_date(reader, faults, bad_name, bad_git)
    return None


def _is_no_post(reader: FieldReader, faults: _Faults) -> bool:
    """Whether a file without a date is something else than a post, by its name.

    Names that begin with `_` are of templates and parts, a README introduces its folder, as does an index that is no
    page bundle, and names in capitals without front matter are of files such as a licence.
    """
    path = reader.file.neutral or reader.file.path
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    if reader.file.exact_keys or (faults and not stem.startswith("_")):
        return False
    opens_blog = stem == "index" and folder == reader.context.settings.posts_folder
    return stem.startswith("_") or stem == "README" or opens_blog or (stem.isupper() and not reader.front.raw)


def _no_date(reader: FieldReader, faults: _Faults, bad_name: dict[str, str], bad_git: Message | None) -> None:
    """Report that the post gets no page, in the same finding as an invalid `date` if there is one."""
    dating = [fault for fault in faults if fault[0] in ("date", "publishDate")]
    if dating:
        faults.remove(dating[-1])
        reader.add(messages.BAD_ONLY_DATE, dating[-1][0], **dating[-1][1])
    elif bad_name:
        reader.add(messages.BAD_FILE_NAME_ONLY_DATE, None, **bad_name, **_new_date(reader))
    elif isinstance(reader.front.raw.get(reader.key("date")), dict):
        reader.add(messages.NO_CREATED, "date", line=f"created: {reader.context.now:%Y-%m-%d}")
    elif bad_git:
        reader.add(bad_git, None)
    else:
        reader.add(NO_DATE, "date", **_new_date(reader))


def new_date(syntax: Syntax, now: datetime) -> dict[str, str]:
    """Return the values of a hint to add a date: the line, and its place."""
    return {"line": assignment(syntax, "date", f"{now:%Y-%m-%d}"), "place": PLACES[syntax]}


def _new_date(reader: FieldReader) -> dict[str, str]:
    return new_date(reader.front.syntax, reader.context.now)
