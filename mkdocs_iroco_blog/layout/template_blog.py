"""`blog` and `blogs` in templates of the theme and the user. They remember what a page has asked for, and what it got.

A preview compares the results, so that a page is rendered again exactly when one of them changes.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

CALLS = "iroco_calls"
"""The variable that has the calls of the page's template."""
_IN_JSON = {ord("<"): "\\u003c", ord(">"): "\\u003e"}
"""Characters that would end a comment, as JSON and YAML may write them."""


class Call(NamedTuple):
    """A call such as `blog.posts(limit=3)`."""

    name: str
    """`posts`, or another name, which may be misspelt."""
    keys: str
    """Its keys, and the name of the blog, as the mapping of an insert."""
    file: str
    """The template that it stands in; empty if that is no file."""
    line: int | None


Ask = Callable[[Call], str]


class TemplateCalls:
    """The calls that the template of one page makes, with their results.

    `answer` makes the result of a call from the call and its number on the page.
    """

    def __init__(self, answer: Callable[[Call, int], str]) -> None:
        self._answer = answer
        self.results: dict[Call, str] = {}

    def ask(self, call: Call) -> Markup:
        """Return the HTML for a call."""
        if call not in self.results:
            self.results[call] = self._answer(call, len(self.results) + 1)
        return Markup(self.results[call])  # noqa: S704 - fragments escape

    def repeat(self, results: Mapping[Call, str]) -> bool:
        """Make the calls of an earlier build, and return whether all results are the same."""
        return not results or {call: self.ask(call) for call in results} == results  # all are made, for their messages


class CurrentCalls:
    """The calls of the page that is being rendered. Templates that others import know no page, and ask here."""

    calls: TemplateCalls | None = None

    def ask(self, call: Call) -> str:
        """Return the HTML for a call. Empty before the first page, and where there is no blog."""
        return self.calls.ask(call) if self.calls else ""


class TemplateBlog:
    """`blog` in a template: a method for each kind of insert, with the insert's keys."""

    def __init__(self, ask: Ask, name: str | None = None) -> None:
        """`name` is the blog's; without one, the page decides which blog it is."""
        self._ask, self._name = ask, name

    def __getattr__(self, name: str) -> _Method:
        if name.startswith("_"):  # Jinja and Python look for such names
            raise AttributeError(name)
        return _Method(self._ask, name, self._name)


class TemplateBlogs(Mapping[str, TemplateBlog]):
    """`blogs` in a template: the blogs by their names. An unknown one is reported when its methods are called."""

    def __init__(self, ask: Ask, names: Sequence[str]) -> None:
        self._ask, self._names = ask, names

    def __getitem__(self, name: str) -> TemplateBlog:
        return TemplateBlog(self._ask, str(name))

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Method:
    """A method of a blog. Printed without parentheses, it is called without keys."""

    def __init__(self, ask: Ask, name: str, blog: str | None) -> None:
        self._ask, self._name, self._blog = ask, name, blog

    def __call__(self, *values: Any, **keys: Any) -> str:
        return self._ask(Call(self._name, _as_mapping(values, keys, self._blog), *_place()))

    def __str__(self) -> str:
        return self()

    __html__ = __str__


def add_variables(
    variables: MutableMapping[str, Any], ask: Ask, names: Sequence[str] = (), *others: Mapping[str, Any]
) -> list[str]:
    """Add `blog` and `blogs` to the variables of a template, unless it has its own of a name; return those names.

    `ask` returns the HTML for a call. `names` are the blogs'; `others` are variables that the template has besides.
    """
    ours: dict[str, Any] = {"blog": TemplateBlog(ask), "blogs": TemplateBlogs(ask, names)}
    foreign = foreign_names(variables, *others)
    variables.update((name, ours[name]) for name in ours.keys() - foreign)
    return foreign


def foreign_names(*variables: Mapping[str, Any]) -> list[str]:
    """Return our names that variables of the user's have."""
    ours = {"blog": TemplateBlog, "blogs": TemplateBlogs}
    return [
        name
        for name, kind in ours.items()
        if any(name in known and not isinstance(known[name], kind) for known in variables)
    ]


def as_comment(call: Call) -> str:
    """Write a call as an insert, for a text that Markdown converts."""
    return " ".join(filter(None, (f"<!-- iroco-blog/{call.name}", call.keys, "-->")))


def _as_mapping(values: Sequence[Any], keys: Mapping[str, Any], blog: str | None) -> str:
    """Write the arguments of a call as the mapping of an insert; empty if there are none.

    An insert has no values without keys, so these are reported with it.
    """
    named = {key.removesuffix("_"): value for key, value in keys.items()}  # `not_` stands for `not`
    if blog is not None:
        named = {"blog": blog, **named}
    given = [*values, named] if values else named
    try:
        text = json.dumps(given, ensure_ascii=False, default=str) if given else ""
    except (TypeError, ValueError, RecursionError):  # a value that contains itself, or a key that is no text
        text = json.dumps(str(given))
    return text.translate(_IN_JSON)


def _place() -> tuple[str, int | None]:
    """Return the file and the line of the template that is running."""
    frame = inspect.currentframe()
    while frame:
        if template := frame.f_globals.get("__jinja_template__"):
            file = template.filename or ""
            return "" if file.startswith("<") else file, template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", None
