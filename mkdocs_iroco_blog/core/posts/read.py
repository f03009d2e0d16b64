"""Reads a post from its file. Reports each faulty field with its line, and reads the others all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment, split_file_name
from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, Raw, merged, read_front_matter
from mkdocs_iroco_blog.core.front_matter.titles import opening_line, opening_title, title_from_stem
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.html.footnotes import without_references
from mkdocs_iroco_blog.core.messages import posts as messages
from mkdocs_iroco_blog.core.messages import terms
from mkdocs_iroco_blog.core.messages.front_matter import EMPTY_TITLE, LAYOUT
from mkdocs_iroco_blog.core.model import Author, Post, Source, State
from mkdocs_iroco_blog.core.permalinks import NO_SLUG, post_path, slug_of
from mkdocs_iroco_blog.core.terms.authors import faults_of, read_authors, unknown_keys, without_unsafe_links

from .dates import Dated, new_date, post_dates
from .field_reader import FieldReader, ReadContext
from .fields import STANDARD_LAYOUTS
from .foreign import foreign_values
from .foreign_markup import foreign_markup
from .images import image_findings
from .series import read_series

_DROPPABLE = re.compile(r"(?:^|/)\{slug\}/*$")
"""An address that ends in a slug makes sense without it. A title of emoji alone makes none."""
_FAR = timedelta(days=366)
_YEAR = timedelta(days=365)
_AS_READ = (
    "tags", "hidden", "unlisted", "comments", "readtime", "links", "related", "image", "hide", "aliases",
    "redirect_to", "canonical_url", "guid", "robots", "license", "applies_to", "superseded_by",
)  # fmt: skip
"""Fields that a post takes unchanged."""


ReadPost = Callable[[Source, ReadContext], tuple[Post | None, list[Finding]]]
"""Reads a post, as `read_post` does."""


def read_post(source: Source, context: ReadContext) -> tuple[Post | None, list[Finding]]:
    """Read one post; return None and a Problem if it gets no page."""
    front = _front_matter(source, context)
    if isinstance(front, Finding):
        return None, [front]
    reader = FieldReader(source, front, context, list(front.findings))
    values = reader.values()
    words = {values["status"], values["build"]}
    published = values["published"] and values["publish"] and not values["private"]
    hidden = source.draft or values["draft"] or not published or "draft" in words
    dated = post_dates(reader, values, State.DRAFT if hidden else State.PUBLISHED)
    state = dated and (State.DRAFT if hidden else _state_by_dates(reader, values, dated))
    if dated is None or state is None:
        return None, reader.findings
    values["unlisted"] |= "unlisted" in words
    post, findings = _post(reader, values, state, dated), reader.findings
    if state is not State.PUBLISHED:
        findings = [replace(finding, draft=True) if finding.is_problem else finding for finding in findings]
    return post, findings


def _front_matter(source: Source, context: ReadContext) -> FrontMatter | Finding:
    """Return a post's front matter with its folder's defaults, or a finding if the file gets no page."""
    name = source.path.rpartition("/")[2]
    if name.startswith("_index.") and not source.exact_keys:
        return messages.SECTION_PAGE(
            source.path, None, index="/".join(filter(None, (context.settings.root, "index.md")))
        )
    front = source.front or read_front_matter(source.path, source.data)
    if isinstance(front, Finding):
        is_template = name.startswith("_") and not source.exact_keys  # its placeholders are no YAML
        place = new_date("yaml", context.now)
        return messages.NOT_A_POST(source.path, None, name=name, **place) if is_template else front
    for defaults in reversed(source.defaults):
        front = merged(defaults, front)
    return front


def _state_by_dates(reader: FieldReader, values: dict[str, Any], dated: Dated) -> State | None:
    """Return whether the post is published now, or None if it has expired. Add Notes about unusual dates."""
    now = reader.context.now
    if dated.expires:
        day, key = f"{dated.expires.instant:%Y-%m-%d}", reader.key("expiryDate")
        if dated.expires.instant <= now:
            reader.add(messages.EXPIRED, key, day=day, key=key)
            return None
        reader.add(messages.EXPIRES, key, day=day)
    if _waits(reader, values, dated):
        return State.SCHEDULED
    if dated.published.instant - now > _FAR:
        reader.add(messages.FAR_AHEAD, "date", day=f"{dated.published.instant:%Y-%m-%d}")
    if dated.review_by and not values["superseded_by"]:
        _remind(reader, dated.review_by)
    return State.PUBLISHED


def _remind(reader: FieldReader, review_by: Moment) -> None:
    """Add a Note if the day by which the post was to be read again has passed."""
    zone, now = reader.context.zone, reader.context.now
    day, today = (moment.astimezone(zone).date() for moment in (review_by.instant, now))
    if day < today:
        later = reader.assignment(reader.key("review_by"), f"{today + _YEAR:%Y-%m-%d}")
        reader.add(messages.REVIEW_DUE, "review_by", day=day, line=later)


def _waits(reader: FieldReader, values: dict[str, Any], dated: Dated) -> bool:
    """Whether the post is hidden until a date in the future."""
    context = reader.context
    if dated.opens and dated.opens.instant > context.now:
        return True
    by_option = context.settings.draft_if_future_date and "draft" not in reader.keys
    return dated.published.instant > context.now and (by_option or values["status"] == "scheduled")


def _post(reader: FieldReader, values: dict[str, Any], state: State, dated: Dated) -> Post:
    front, stem = reader.front, reader.stem
    title = without_references(values["title"] or opening_title(front.body) or "", front.body)
    title = title or title_from_stem(split_file_name(stem)[1])
    if "title" in reader.keys and not values["title"] and isinstance(front.raw[reader.key("title")], str | None):
        line = reader.assignment("title", title)
        reader.add(EMPTY_TITLE, "title", line=line)
    if values["layout"] not in STANDARD_LAYOUTS:
        reader.add(LAYOUT, "layout", layout=values["layout"])
    if not reader.file.exact_keys:
        reader.findings += foreign_markup(reader.source, front.body, reader.body_line())
    categories = _categories(reader, values["categories"])
    if values["hidden"]:
        reader.add(messages.HIDDEN, "hidden")
    if values["image"] and "image" in front.raw:  # other tools' words for it may have keys of their own
        known = reader.context.settings.known_keys
        reader.findings += image_findings(reader.place("image"), front.raw["image"], known)
    series = read_series(reader, values["series"], values["series_order"])
    return Post(
        source=reader.source, path=_path(reader, values, dated.published, categories),
        title=unescape(title), title_written=bool(values["title"]),
        titled_by_layout=bool(values["title"] and (values["layout"] or reader.file.titled)), body=front.body,
        published=dated.published, updated=dated.updated, opens=dated.opens, dates=dated.others,
        review_by=dated.review_by,
        authors=_authors(reader, values["authors"]), categories=categories,
        series=tuple(series), parts={name: number for name, number in series.items() if number},
        description=without_references(unescape(values["description"]), front.body),
        excerpt=without_references(values["excerpt"], front.body),
        state=state, pinned=values["pin"], template=values["template"] or None,
        lang=values["lang"] or reader.file.lang, locked=values["password"], meta=foreign_values(reader),
        lines=reader.lines(),
        **{name: values[name] for name in _AS_READ},
    )  # fmt: skip


def _path(reader: FieldReader, values: dict[str, Any], published: Moment, categories: tuple[str, ...]) -> str:
    if reader.file.path_given is not None:
        return reader.file.path_given
    if values["url"]:
        return str(values["url"])
    settings, stem = reader.context.settings, reader.stem
    make_slug = partial(slug_of, slugify=settings.post_slugify, separator=settings.post_slugify_separator)
    slug = values["slug"] or make_slug(_slug_text(reader, values, stem))
    if not slug and not _DROPPABLE.search(settings.post_url_format):  # else without, as in Material's plugin
        slug = make_slug(split_file_name(stem)[1]) or NO_SLUG
    return post_path(published.instant, categories, slug, settings, stem, reader.context.locale)


def _slug_text(reader: FieldReader, values: dict[str, Any], stem: str) -> str:
    """Return the text for the slug: the same as in Material's plugin, so that addresses do not change.

    That is the title with all its spaces, else everything in the opening `# Heading`, else the file's name; if that
    dates the post, the part after the date.
    """
    title = reader.front.raw.get(reader.key("title"))
    if values["title"] and isinstance(title, str):
        return title
    name = stem if values["date"] else split_file_name(stem)[1]
    return opening_line(reader.front.body) or title_from_stem(name)


def _authors(reader: FieldReader, raw: Raw) -> tuple[Author, ...]:
    context = reader.context
    if not context.settings.authors:
        return ()
    key = reader.key("authors")
    try:
        authors, unknown = read_authors(raw, context.directory, context.settings)
    except ValueError as error:
        reader.add(terms.INVALID_AUTHOR, key, key=key, fault=error)
        return ()
    for name, hint in unknown.items():
        reader.add(terms.UNKNOWN_AUTHOR, key, place=context.directory.place, name=name, hint=hint)
    line = reader.line(key)
    for number, author in enumerate(authors):
        if not author.place[0]:  # those of the authors file were checked when that was read
            reader.findings += faults_of(author, author.name, reader.source, {"": line})
            authors[number] = without_unsafe_links(replace(author, place=(reader.source, line)))
    for entry in raw if isinstance(raw, list) else [raw]:
        if isinstance(entry, dict):
            name, known = str(entry.get("name") or key), context.settings.known_keys
            reader.findings += unknown_keys(entry, name, reader.source, {"": line}, ("id", "login", *known))
    return tuple(authors)


def _categories(reader: FieldReader, names: tuple[str, ...]) -> tuple[str, ...]:
    allowed = reader.context.settings.categories_allowed
    for name in names:
        if allowed and name not in allowed:
            close = nearest(name, allowed)
            meant = f"`{close}`" if close else "one of " + ", ".join(f"`{other}`" for other in allowed)
            reader.add(terms.CATEGORY_NOT_ALLOWED, "categories", name=name, meant=meant)
    return names
