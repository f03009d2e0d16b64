"""`mkdocs serve` after the first build: a page of the blog on which nothing has changed is not rendered again.

The host renders every page of every build, and a plugin can't tell it not to. But it asks each page for the name of
its template. So here the blog's pages name one of ours, which extends whatever it is given when all is known that
a page shows: the theme's own template, or one that holds what came out of that before. Whatever other plugins do to
finished pages is done to these, too.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from threading import Timer
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .state import State, page_state, surroundings

TEMPLATE = "iroco_unchanged.html"
_ROOM = 512 * 2**20
"""Characters of finished pages to keep, at most: about ten thousand pages of a large theme."""
_IDLE = 1.0
"""Seconds after a build, in which somebody reads what it made."""


@dataclass(slots=True)
class _Finished:
    """A page as it was rendered, and what it was rendered from."""

    state: State
    output: str = ""


class _Seen(list[Any]):
    """A list that knows whether a template has looked at it."""

    seen = False

    def __iter__(self) -> Iterator[Any]:
        self.seen = True
        return super().__iter__()

    def __len__(self) -> int:
        self.seen = True
        return super().__len__()

    def __getitem__(self, at: Any) -> Any:
        self.seen = True
        return super().__getitem__(at)


def _search_for_garbage() -> None:
    """Do now what Python would do in the middle of the next build, and have it leave alone there what is in use."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class Preview:
    """Finished pages of the blog, from one build of the preview to the next."""

    def __init__(self) -> None:
        self._common: State = ()
        self._before: dict[str, _Finished] = {}
        self._now: dict[str, _Finished] = {}
        self._idle: Timer | None = None

    def begin(self, pages: Iterable[Page], env: Environment) -> None:
        """Every page is converted: have the host ask for our template. The pages' own are kept."""
        self._env, self._env_is_known = env, False
        self._handing_on: Template = env.from_string("{{ iroco_output }}")
        self._before, self._now = {**self._before, **self._now}, {}
        self._templates: dict[int, str | None] = {}
        self._all: _Seen | None = None
        self._rendering: _Finished | None = None
        for page in pages:
            self._templates[id(page)] = page.meta.get("template")
            page.meta = {**page.meta, "template": TEMPLATE}

    def choose(self, context: MutableMapping[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Render the page, or hand on what it was. Comes when every plugin has had its say."""
        named = self._templates.pop(id(page), None)
        page.meta = {key: value for key, value in page.meta.items() if key != "template"}
        if named is not None:
            page.meta["template"] = named
        template = named or "main.html"
        if not self._env_is_known:
            self._compare(surroundings(config, self._env, nav))
        state = page_state(page, context, template)
        last = self._before.get(page.url)
        if last is not None and last.state == state and context["nav"] is nav:
            context["iroco_template"], context["iroco_output"] = self._handing_on, last.output
            self._now[page.url], self._rendering = last, None
        else:
            self._all = _Seen(context["pages"])
            context["iroco_template"], context["pages"] = template, self._all
            self._rendering = _Finished(state)

    def keep(self, output: str, page: Page) -> None:
        """Keep what a page was rendered to, before anything is done to it; not if it shows the site's other pages."""
        if self._rendering is not None and self._all is not None and not self._all.seen:
            self._rendering.output = output
            self._now[page.url] = self._rendering
        self._rendering = None

    def end(self) -> None:
        """The build is done: forget the pages that it had no more, and what there is no room for."""
        self._before, room = {}, _ROOM
        for url, finished in self._now.items():
            room -= len(finished.output)
            if room > 0:
                self._before[url] = finished
        self._now = {}
        self._idle = Timer(_IDLE, _search_for_garbage)
        self._idle.daemon = True
        self._idle.start()

    def close(self) -> None:
        """The preview has ended."""
        if self._idle:
            self._idle.cancel()
            gc.unfreeze()

    def _compare(self, common: State) -> None:
        self._env_is_known = True
        if common != self._common:
            self._before = {}
        self._common = common
