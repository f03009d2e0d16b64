"""Where a template's names are looked up, and where what fails is gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from io import StringIO
from typing import Any, TextIO, cast

from liquid import BoundTemplate, RenderContext, Token
from liquid.exceptions import LocalNamespaceLimitError, LoopIterationLimitError
from liquid.output import LimitedStringIO
from liquid.utils import ReadOnlyChainMap

from mkdocs_iroco_blog.core.findings import Finding, Problem

from .error_recovery import Failing
from .values import is_list, moment, size

TURNS = 500_000
"""Turns of all loops and list filters of one page, after which it is stopped."""
MOST_NAMED = 40_000_000
"""Characters of what a page assigns and captures, after which it is stopped."""
_UNSET = object()


@dataclass(frozen=True, slots=True)
class LiquidSite:
    """What templates see of a site, and how they reach its other files."""

    values: Mapping[str, Any]
    """`site`: mappings, sequences, text, numbers and dates; a mapping may compute on access."""
    includes: Callable[[str], str | None]
    """The text of `_includes/NAME`; none where there is no such file. No name holds `..` or begins with `/`."""
    beside: Callable[[str, str], str | None]
    """The text of a file for `include_relative`, of the page's path and the name below the page's folder."""
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
    environment: str = "production"
    """`jekyll.environment`, Jekyll's `JEKYLL_ENV`."""


class JekyllTemplate(BoundTemplate):
    """A parsed template, and what in it could not be."""

    first_line: int = 1
    """The line of its file on which it begins."""
    failing: list[Failing]


class JekyllContext(RenderContext):
    """One rendering of one page."""

    __slots__ = ("findings", "named", "partials", "root", "site", "told", "turns", "weights")

    def __init__(
        self,
        template: JekyllTemplate,
        site: LiquidSite,
        values: Mapping[str, Any],
        partials: dict[str, JekyllTemplate | None],
    ) -> None:
        super().__init__(template, globals=values)
        # Without python-liquid's `now` and `today`, which read the clock.
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)
        self.site = site
        self.root = template
        self.findings: list[Finding] = []
        self.told: set[tuple[str, str]] = set()
        self.turns = 0
        self.named = 0
        self.weights: dict[str, int] = {}
        self.partials = partials

    def partial(self, path: str, read: Callable[[], str | None]) -> JekyllTemplate | None:
        """The template of another file of the site, parsed once a build; none where there is no such file."""
        if path not in self.partials:
            text = read()
            self.partials[path] = None if text is None else cast("JekyllTemplate", self.env.from_string(text, path))
        return self.partials[path]

    def assign(self, key: str, val: Any) -> None:
        """Give a value a name; raises where a page's names hold too much."""
        weight = len(val) if isinstance(val, str) else 8 * len(val) if is_list(val) else 1
        self.named += weight - self.weights.get(key, 0)
        self.weights[key] = weight
        self.locals[key] = val
        if self.named > MOST_NAMED:
            raise LocalNamespaceLimitError(f"more than {MOST_NAMED:,} characters of variables", token=None)

    def get_buffer(self, buf: TextIO | None = None) -> StringIO:
        """Where a block is rendered to; python-liquid's own would change the ends of lines."""
        used = buf.size if isinstance(buf, LimitedStringIO) else 0
        return LimitedStringIO(limit=(self.env.output_stream_limit or 0) - used, newline="")

    def rendered(self, template: JekyllTemplate) -> str:
        """What a template makes that stands in a tag."""
        buffer = self.get_buffer()
        for node in template.nodes:
            node.render(self, buffer)
        return buffer.getvalue()

    def get(self, path: list[object], *, token: Token | None, default: object = _UNSET) -> object:  # noqa: ARG002
        """The value at a path of names, keys and numbers; none where there is nothing."""
        value: object = self.scope.get(path[0]) if isinstance(path[0], str) else None
        for key in path[1:]:
            if value is None:
                return None
            value = entry(value, key)
        return self.local(value, path[-1])

    def local(self, value: object, key: object) -> object:
        """A point in time as Jekyll shows it: its own zone if it has one, but a document's `date` on the site's clocks.

        YAML's times without a zone are UTC's, on the site's clocks, too.
        """
        if isinstance(value, datetime) and (value.tzinfo is None or key == "date"):
            return moment(value).astimezone(self.site.zone)
        return value

    def turn(self, count: int = 1) -> None:
        """Count turns of a loop; raises where there are too many."""
        self.turns += count
        if self.turns > TURNS:
            raise LoopIterationLimitError(f"more than {TURNS:,} turns in loops", token=None)

    def tell(self, token: Token, what: str, remedy: str) -> None:
        """Tell the author of a place in the template that is rendered, once for each sentence."""
        self.tell_at(token.source.count("\n", 0, max(token.start_index, 0)), what, remedy)

    def tell_at(self, lines: int, what: str, remedy: str) -> None:
        """Tell the author of a place so many lines below the first of the template that is rendered."""
        template = cast("JekyllTemplate", self.template)
        if (template.name, what) in self.told:
            return
        self.told.add((template.name, what))
        if template is not self.root:
            remedy = f"{remedy} It is included in `{self.root.name}`.".lstrip()
        self.findings.append(Problem(template.name, template.first_line + lines, what, remedy))

    def tell_all(self, template: BoundTemplate) -> None:
        """Tell what could not be parsed of the template that is rendered."""
        for failing in cast("JekyllTemplate", template).failing:
            self.tell_at(failing.lines, failing.what, failing.remedy)


def entry(value: object, key: object) -> object:
    """What `value.key` or `value[key]` is: an entry, an item, or `size`, `first` and `last`; none where nothing is.

    Attributes of objects are out of reach: no mapping, sequence or text, no entry.
    """
    if isinstance(value, Mapping):
        found = value.get(key, _UNSET) if isinstance(key, str | int | float | date | bool | None) else None
        if found is not _UNSET:
            return found
    elif is_list(value) and isinstance(key, int) and not isinstance(key, bool):
        return value[key] if -len(value) <= key < len(value) else None
    if key == "size":
        return size(value)
    return end_of(value, str(key)) if key in ("first", "last") else None


def end_of(value: object, which: str) -> object:
    """The `first` or `last` item of a list or range; the first of a mapping is its key and value."""
    if isinstance(value, Mapping) and which == "first":
        return next(([key, found] for key, found in value.items()), None)
    if (isinstance(value, range) or is_list(value)) and len(value):
        return value[0 if which == "first" else -1]
    return None
