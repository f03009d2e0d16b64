"""Renders only those pages of the blog that have changed, in `mkdocs serve` after the first build.

The host renders every page in every build, and a plugin can't stop it. But it asks each page for the name of its
template. So the blog's pages name one of ours, which extends the theme's own template, or one that prints the last
output. Other plugins change finished pages as always.
An edit takes 1.6 s, and 8 s without this (1,000 posts). Risk: a page that shows something that is not compared; see
`state`. Tests: tests/hosts/serve/test_edits.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage, BlogPages
from mkdocs_iroco_blog.layout.template_blog import CALLS, Call, TemplateCalls

from .state import State, common_state, page_state

TEMPLATE = "iroco_unchanged.html"
_ROOM = 512 * 2**20
"""Characters of rendered pages to keep, at most: about ten thousand pages of a large theme."""


@dataclass(slots=True)
class _Rendered:
    """A rendered page, with the values that it was rendered from."""

    state: State
    calls: Mapping[Call, str]
    """The calls of its template, with their results."""
    output: str = ""


class _WatchedList(list[Any]):
    """A list that knows whether a template has looked at it."""

    is_read = False

    def __iter__(self) -> Iterator[Any]:
        self.is_read = True
        return super().__iter__()

    def __len__(self) -> int:
        self.is_read = True
        return super().__len__()

    def __getitem__(self, key: Any) -> Any:
        self.is_read = True
        return super().__getitem__(key)


class Preview:
    """The blog's rendered pages, from one build of the preview to the next."""

    def __init__(self) -> None:
        self._common: State = ()
        self._last: dict[str, _Rendered] = {}
        self._current: dict[str, _Rendered] = {}
        self._attributes: frozenset[str] = frozenset()

    def begin(self, pages: BlogPages) -> None:
        """Note the attributes of new pages, before other plugins add some that a template may show."""
        self._attributes = frozenset(dir(Page)).union(*map(vars, pages.all()))

    def replace_templates(self, pages: BlogPages, env: Environment) -> None:
        """Have the host ask for our template, when every page is converted. The pages' own names are kept."""
        self._env, self._is_compared = env, False
        self._print_output: Template = env.from_string("{{ iroco_output }}")
        self._last, self._current = {**self._last, **self._current}, {}
        self._templates: dict[int, str | None] = {}
        self._pages: _WatchedList | None = None
        self._rendered: _Rendered | None = None
        for page in pages.all():
            self._templates[id(page)] = page.meta.get("template")
            page.meta = {**page.meta, "template": TEMPLATE}

    def choose_template(self, context: TemplateContext, page: BlogPage, config: MkDocsConfig, nav: Navigation) -> None:
        """Render the page with its own template if it has changed, or else print the last output."""
        name = self._templates.pop(id(page), None)
        page.meta = {key: value for key, value in page.meta.items() if key != "template"}
        if name is not None:
            page.meta["template"] = name
        template = name or "main.html"
        if not self._is_compared:
            self._compare(common_state(config, self._env, nav))
        variables = cast("dict[str, Any]", context)
        state = page_state(page, variables, template, self._attributes)
        calls: TemplateCalls = variables[CALLS]
        last = self._last.get(page.url)
        if last is not None and last.state == state and context["nav"] is nav and calls.repeat(last.calls):
            variables["iroco_template"], variables["iroco_output"] = self._print_output, last.output
            self._current[page.url], self._rendered = last, None
        else:
            self._pages = _WatchedList(context["pages"])
            variables["iroco_template"], variables["pages"] = template, self._pages
            calls.results.clear()
            self._rendered = _Rendered(state, calls.results)

    def after_template(self, page: BlogPage, output: str) -> None:
        """Keep a rendered page, before anyone changes it; but not if it shows the other pages of the site."""
        if self._rendered is not None and self._pages is not None and not self._pages.is_read:
            self._rendered.output = output
            self._current[page.url] = self._rendered
        self._rendered = None

    def save(self) -> None:
        """Forget the pages that this build did not have, and those that there is no room for."""
        self._last, room = {}, _ROOM
        for url, rendered in self._current.items():
            room -= len(rendered.output)
            if room > 0:
                self._last[url] = rendered
        self._current = {}

    def _compare(self, common: State) -> None:
        self._is_compared = True
        if common != self._common:
            self._last = {}
        self._common = common
