"""Looks up a template's names, holds the state of its tags, and collects what fails."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import LIQUID_TAG, LIQUID_TAG_SKIPPED
from mkdocs_iroco_blog.core.messages.message import Message

from .error_recovery import Failure
from .errors import LimitError
from .output import MOST_OUTPUT, Output
from .values import get_entry, is_list, with_zone

MOST_TURNS = 500_000
"""The most turns of all loops and list filters of a page."""
MOST_NAMED = 40_000_000
"""The most characters in the variables of a page."""
MOST_SCOPES = 50
"""The most scopes inside each other: loops, includes, and three that every page has."""

Filter = Callable[..., object]
"""A filter of the context, the value and the arguments."""


@dataclass(frozen=True, slots=True)
class LiquidSite:
    """The values of a site that templates see, and access to its other files."""

    values: Mapping[str, Any]
    """`site`: mappings, sequences, text, numbers and dates; a mapping may compute on access."""
    includes: Callable[[str], str | None]
    """The text of `_includes/NAME`; none if there is no such file. No name contains `..` or begins with `/`."""
    beside: Callable[[str, str], str | None]
    """The text of a file for `include_relative`, by the page's path and the name below the page's folder."""
    post_url: Callable[[str], str | None]
    """The address of the post that `2024-10-04-nec-2024` or `folder/2024-10-04-nec` names, without `baseurl`."""
    link: Callable[[str], str | None]
    """The address of a file of the site, by its path, without `baseurl`."""
    baseurl: str
    url: str
    zone: tzinfo
    now: datetime
    markdownify: Callable[[str], str]
    """Markdown to HTML."""
    theme_include: Callable[[Context, str, Mapping[str, object]], str] | None = None
    """The HTML of an include of which the site has no file, by its name and parameters, or an `AuthorError`."""
    environment: str = "production"
    """`jekyll.environment`, Jekyll's `JEKYLL_ENV`."""


class Node(ABC):
    """A part of a parsed template."""

    blank = True
    """Whether it writes white space at most. A block of blank nodes writes nothing."""

    @abstractmethod
    def render(self, context: Context, output: Output) -> None:
        """Write the node's text."""


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed file, or the parsed markup of a tag."""

    nodes: Sequence[Node]
    failures: Sequence[Failure] = ()
    """The places that could not be parsed."""
    path: str = ""
    first_line: int = 1
    """The line of its file on which it begins."""


@dataclass(slots=True)
class Context:
    """One rendering of one page."""

    site: LiquidSite
    page: Template
    values: dict[str, Any]
    """The variables of every template of the page: `site`, `page` and others."""
    filters: Mapping[str, Filter]
    partial: Callable[[str, Callable[[], str | None]], Template | None]
    """The template of another file of the site, by its path and a function that reads it; none if there is none."""
    template: Template = field(init=False)
    """The template that is being rendered: the page, or a file that it includes."""
    findings: list[Finding] = field(default_factory=list)
    loops: list[Mapping[str, object]] = field(default_factory=list)
    """The `forloop` of each `for` around the node that is being rendered."""
    stops: dict[str, int] = field(default_factory=dict)
    """Where each loop stopped, for `offset: continue`."""
    cycles: dict[str, int] = field(default_factory=dict)
    """The next turn of each `cycle`."""
    counters: dict[str, int] = field(default_factory=dict)
    """The counters of `increment` and `decrement`."""
    last_changed: str = ""
    """The text that `ifchanged` wrote last."""
    _variables: dict[str, object] = field(default_factory=dict)
    _weights: dict[str, int] = field(default_factory=dict)
    _weight: int = 0
    _scopes: list[Mapping[str, object]] = field(init=False)
    _turns: int = 0
    _messages: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.template = self.page
        self._scopes = [self.counters, self.values, self._variables]

    @contextmanager
    def scope(self, names: Mapping[str, object]) -> Iterator[None]:
        """Let names hide those outside, within a block."""
        if len(self._scopes) > MOST_SCOPES:
            raise LimitError("too many nested includes", "Check whether a file includes itself.")
        self._scopes.append(names)
        try:
            yield
        finally:
            self._scopes.pop()

    def render_partial(self, template: Template, names: Mapping[str, object], output: Output) -> None:
        """Render another file's template."""
        outer = self.template
        with self.scope(names):
            self.template = template
            try:
                self.report_failures()
                for node in template.nodes:
                    node.render(self, output)
            finally:
                self.template = outer

    def render_text(self, template: Template) -> str:
        """Render a template that stands inside a tag."""
        output = Output(MOST_OUTPUT)
        for node in template.nodes:
            node.render(self, output)
        return output.text()

    def assign(self, name: str, value: object) -> None:
        """Give a value a name; raises if a page's variables get too large."""
        weight = len(value) if isinstance(value, str) else 8 * len(value) if is_list(value) else 1
        self._weight += weight - self._weights.get(name, 0)
        self._weights[name] = weight
        self._variables[name] = value
        if self._weight > MOST_NAMED:
            raise LimitError("the variables get too large", "Keep less in them.")

    def get(self, path: Sequence[object]) -> object:
        """Look up a path of names, keys and numbers; none if there is nothing."""
        value = self._look_up(path[0])
        for key in path[1:]:
            if value is None:
                return None
            value = get_entry(value, key)
        return self.localize(value, path[-1])

    def _look_up(self, name: object) -> object:
        if isinstance(name, str):
            for names in reversed(self._scopes):
                if name in names:
                    return names[name]
        return None

    def localize(self, value: object, key: object) -> object:
        """Move a time to the zone that Jekyll shows it in: its own zone if it has one, but the site's for a `date`.

        YAML's times without a zone are in UTC, and are shown in the site's zone.
        """
        if isinstance(value, datetime) and (value.tzinfo is None or key == "date"):
            return with_zone(value).astimezone(self.site.zone)
        return value

    def count_turns(self, count: int = 1) -> None:
        """Count turns of a loop; raises if there are too many."""
        self._turns += count
        if self._turns > MOST_TURNS:
            raise LimitError("too many turns in loops", "Loop less, for example with `limit:`.")

    def report(
        self, line: int, what: str, hint: str, message: Message = LIQUID_TAG, *, cause: tuple[str, ...] | None = None
    ) -> None:
        """Report a failure, once, so many lines below the first of the template that is being rendered."""
        path = self.template.path
        if (path, what) in self._messages:
            return
        self._messages.add((path, what))
        if self.template is not self.page:
            hint = f"{hint} It is included in `{self.page.path}`.".lstrip()
        self.findings.append(message(path, self.template.first_line + line, fault=what, hint=hint, cause=cause))

    def report_failures(self) -> None:
        """Report the parts of the current template that could not be parsed."""
        for failure in self.template.failures:
            message = LIQUID_TAG_SKIPPED if failure.rendered else LIQUID_TAG
            self.report(failure.line, failure.what, failure.hint, message, cause=failure.cause)
