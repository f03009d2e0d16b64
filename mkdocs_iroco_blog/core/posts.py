"""A post from its file: fields read one by one, each fault told with its line, none of them fatal to the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from functools import reduce
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from .authors import AuthorDirectory, faults_of, read_authors, without_unsafe_links
from .dates import Moment, parse_moment, split_file_name
from .fields import BY_KEY, FIELDS, STANDARD_LAYOUTS, Field
from .findings import Finding, Note, Problem
from .frontmatter import FrontMatter, Raw, merged, read_front_matter
from .misspellings import misspelling
from .model import Author, Post, Source, State
from .permalinks import post_path, slug_of
from .settings import Settings
from .titles import opening_line, opening_title, title_from_stem

_AS_READ = (
    "tags", "series", "unlisted", "comments", "readtime", "links", "image", "hide", "aliases", "redirect_to",
    "canonical_url", "guid", "robots",
)  # fmt: skip
"""Fields that a post has as front matter has them."""

_OF_DATE = ("`date` ", "`date.")
"""How sentences about the `date` begin."""

GitDate = Callable[[str], datetime]
"""When git first saw the file at a path; raises `LookupError` with a sentence and its remedy."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reading a post needs besides the post."""

    settings: Settings
    directory: AuthorDirectory
    zone: tzinfo
    now: datetime
    git_date: GitDate | None = None
    locale: str = "en"
    """For months and days by name, in addresses too."""


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    file: Source
    front: FrontMatter
    around: Surroundings
    findings: list[Finding] = field(default_factory=list)

    @property
    def source(self) -> str:
        return self.file.path

    @property
    def stem(self) -> str:
        """The file's name without its ending and its language."""
        return PurePosixPath(self.file.neutral or self.file.path).stem

    def problem(self, key: str | None, what: str, remedy: str, *, unbuilt: bool = False) -> None:
        line = self.front.lines.get(key, 1) if key else 1
        self.findings.append(Problem(self.source, line, what, remedy, unbuilt=unbuilt))

    def values(self) -> dict[str, Any]:
        """Every field's value; of one that cannot be read, what its absence gives."""
        own = self.around.settings.known_keys
        told = [misspelling(self.source, key, self.front, own) for key in self.front.raw if key not in BY_KEY]
        self.findings += filter(None, told)
        return {row.name: self._value(row) for row in FIELDS}

    def _value(self, row: Field) -> Any:
        found = []
        for key in (row.name, *row.aliases):
            if key in self.front.raw:
                try:
                    found.append(row.read(self.front.raw[key]))
                except ValueError as error:
                    example = row.example.replace("\n", "\n    ")
                    self.problem(key, f"`{key}` {error}; it takes {row.forms}.", f"Write, for example, `{example}`.")
        return reduce(_both, found) if found else row.read(None)


def _both(first: Any, second: Any) -> Any:
    """`category` beside `categories`: lists are joined, of anything else the first that says something counts."""
    if isinstance(first, tuple) and isinstance(second, tuple):
        return tuple(dict.fromkeys((*first, *second)))
    if isinstance(first, list) and isinstance(second, list):
        return [*first, *second]
    return second if first in (None, "") else first


def read_post(source: Source, around: Surroundings) -> tuple[Post | None, list[Finding]]:
    """Read one post; none, with a Problem that says why, where no page can be made of it."""
    front = source.front or read_front_matter(source.path, source.data)
    if isinstance(front, Problem):
        return None, [front]
    for defaults in reversed(source.defaults):
        front = merged(defaults, front)
    reading = _Reading(source, front, around, list(front.findings))
    values = reading.values()
    hidden = source.draft or values["draft"] or not values["published"]
    state = State.DRAFT if hidden else State.PUBLISHED
    published, updated, others = _dates(reading, values, state)
    if published is None:
        return None, reading.findings
    if (
        state is State.PUBLISHED
        and around.settings.draft_if_future_date
        and "draft" not in front.raw
        and published.at > around.now
    ):
        state = State.SCHEDULED
    post = _post(reading, values, published, updated)
    post = replace(post, state=state, dates=others)
    return post, _as_draft(reading.findings) if state is not State.PUBLISHED else reading.findings


def _post(reading: _Reading, values: dict[str, Any], published: Moment, updated: Moment | None) -> Post:
    front, settings = reading.front, reading.around.settings
    stem = reading.stem
    title = values["title"] or opening_title(front.body) or title_from_stem(split_file_name(stem)[1])
    if "title" in front.raw and not values["title"] and not isinstance(front.raw["title"], list | dict):
        reading.problem("title", "`title` is empty.", f"Write `title: {title}`, or delete the line.")
    if values["layout"] not in STANDARD_LAYOUTS:
        what = f"The layout `{values['layout']}` is not run: the post has the standard layout."
        reading.findings.append(Note(reading.source, front.lines.get("layout"), what, ""))
    post = Post(
        source=reading.source, path="", title=unescape(title), title_written=bool(values["title"]),
        titled_by_layout=bool(values["title"] and (values["layout"] or reading.file.titled)), body=front.body,
        published=published, updated=updated, dates={}, authors=_authors(reading, values["authors"]),
        categories=_categories(reading, values["categories"]), description=unescape(values["description"]),
        state=State.PUBLISHED, pinned=values["pin"], template=values["template"] or None,
        lang=values["lang"] or reading.file.lang, meta=front.meta, lines=front.lines,
        **{name: values[name] for name in _AS_READ},
    )  # fmt: skip
    if reading.file.path_given is not None:
        return replace(post, path=reading.file.path_given)
    named = _named(reading, values, stem)
    slug = values["slug"] or slug_of(named, settings.post_slugify, settings.post_slugify_separator)
    return replace(post, path=post_path(post, slug, settings, stem, reading.around.locale))


def _named(reading: _Reading, values: dict[str, Any], stem: str) -> str:
    """The text that the slug is made of: as Material's plugin takes it, so that addresses stay.

    The title with all its spaces, else the opening `# Heading` with all that it says, else the file's name; of a name
    that dates the post, what follows the date.
    """
    written = reading.front.raw.get("title")
    if values["title"] and isinstance(written, str):
        return written
    named = title_from_stem(stem if values["date"] else split_file_name(stem)[1])
    return opening_line(reading.front.body) or named


def _dates(
    reading: _Reading, values: dict[str, Any], state: State
) -> tuple[Moment | None, Moment | None, dict[str, Moment]]:
    """When the post was published and updated, and its other named dates."""
    named: dict[str, Raw] = dict(values["date"]) if isinstance(values["date"], dict) else {"created": values["date"]}
    several = isinstance(values["date"], dict)
    found = {name: _moment(reading, "date", raw, name if several else "") for name, raw in named.items()}
    if values["updated"]:
        key = "updated" if "updated" in reading.front.lines else "last_modified_at"
        found["updated"] = _moment(reading, key, values["updated"])
    moments = {name: moment for name, moment in found.items() if moment}
    published = moments.pop("created", None) or _date_elsewhere(reading, state)
    return published, moments.pop("updated", None), moments


def _moment(reading: _Reading, key: str, raw: Raw, name: str = "") -> Moment | None:
    """A date under a key, or under a `name` in the mapping that the key holds; none, told, where it is no date."""
    if raw in (None, ""):
        return None
    label, day = f"`{key}.{name}`" if name else f"`{key}`", f"{name or key}: {reading.around.now:%Y-%m-%d}"
    remedy = f"Write it as `{day}` or `{day} 14:30`."
    if not isinstance(raw, str):
        reading.problem(key, f"{label} is not a date.", remedy)
        return None
    try:
        return parse_moment(raw, reading.around.zone)
    except ValueError as error:
        reading.problem(key, f'{label} is "{raw}", which {error}.', remedy)
        return None


def _date_elsewhere(reading: _Reading, state: State) -> Moment | None:
    """The date that the file's name gives, else git, else today for a draft; else a Problem, and none."""
    around = reading.around
    in_name, _ = split_file_name(reading.stem)
    if in_name:
        try:
            return parse_moment(in_name, around.zone)
        except ValueError as error:
            reading.problem(None, f"The date in the file's name {error}.", "Rename the file.")
    if around.git_date:
        try:
            return Moment(around.git_date(reading.source))
        except LookupError as error:
            what, remedy = error.args
            reading.problem(None, what, remedy)
    if state is State.DRAFT:
        return Moment(
            around.now.astimezone(around.zone).replace(hour=0, minute=0, second=0, microsecond=0), has_time=False
        )
    _no_date(reading)
    return None


def _no_date(reading: _Reading) -> None:
    """Say that no page can be made: in one Problem with what is wrong with the `date`, where there is one."""
    told = [found for found in reading.findings if isinstance(found, Problem) and found.what.startswith(_OF_DATE)]
    if told:
        reading.findings.remove(told[-1])
        what = f"{told[-1].what} No other is given, so no page can be made."
        reading.findings.append(replace(told[-1], what=what, unbuilt=True))
        return
    today = f"{reading.around.now:%Y-%m-%d}"
    if isinstance(reading.front.raw.get("date"), dict):
        what, remedy = "`date` has no `created`", f"Write `created: {today}` below `date:`."
    else:
        what = "The post has no date"
        remedy = f"Paste `date: {today}` into its front matter, between two lines of `---`."
    reading.problem("date", f"{what}, so no page can be made.", remedy, unbuilt=True)


def _authors(reading: _Reading, raw: Raw) -> tuple[Author, ...]:
    around = reading.around
    if not around.settings.authors:
        return ()
    key = "authors" if "authors" in reading.front.raw else "author"
    try:
        found, unknown = read_authors(raw, around.directory, around.settings)
    except ValueError as error:
        reading.problem(key, f"`{key}` {error}.", "Write an id of the authors file, or a name.")
        return ()
    for name, remedy in unknown.items():
        reading.problem(key, f"`{name}` is no author that {around.directory.place} knows.", remedy)
    for author in found:
        for what, remedy in faults_of(author, author.name):
            reading.problem(key, what, remedy)
    return tuple(map(without_unsafe_links, found))


def _categories(reading: _Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    allowed = reading.around.settings.categories_allowed
    for name in names:
        if allowed and name not in allowed:
            key = "categories" if "categories" in reading.front.raw else "category"
            remedy = "Write one of " + ", ".join(f"`{other}`" for other in allowed) + "."
            reading.problem(key, f"The category `{name}` is not among the option `categories_allowed`.", remedy)
    return names


def _as_draft(findings: list[Finding]) -> list[Finding]:
    return [replace(finding, draft=True) if isinstance(finding, Problem) else finding for finding in findings]
