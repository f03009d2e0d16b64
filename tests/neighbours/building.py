"""Builds the garden's site beside its neighbours."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from tests.hosts.built import Site
from tests.hosts.written import Texts, write, write_config
from tests.neighbours.garden import BLOG, DOCS, OPTIONS
from tests.neighbours.known import KNOWN, Neighbour

Place = Literal["first", "last", "absent"]
"""Of the blog in the list of plugins. Where it is absent, so are its posts."""
_BLOG = "docs/blog/"
_ASKED = {"awesome-pages": 0, "print-site": 2}
"""Neighbours that warn where they do not stand before or behind the blog."""


@dataclass(frozen=True)
class Garden:
    """What a site is built of."""

    names: tuple[str, ...]
    """Of the neighbours, as `KNOWN` calls them."""
    place: Place = "last"
    texts: Texts = field(default_factory=dict)
    """Files, beside and before those that the neighbours bring."""
    config: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    plugins: Sequence[Any] | None = None
    """What stands in the list in place of the neighbours' own entries."""
    strict: bool = True

    @property
    def neighbours(self) -> list[Neighbour]:
        """Each with the site that it is tried in."""
        return [KNOWN[name] for name in self.names]

    @property
    def theme(self) -> str:
        """Material where one needs it: builds with the other are done in half the time."""
        return "material" if any(one.theme == "material" for one in self.neighbours) else "mkdocs"

    def files(self) -> Texts:
        """All files, by path."""
        brought = [*DOCS.items(), *BLOG.items(), *(item for one in self.neighbours for item in one.texts.items())]
        # Beside a Jekyll site, dated posts in the docs folder are reported.
        left_out = _BLOG if self.place == "absent" else f"{_BLOG}posts/" if "jekyll" in self.options else None
        every = [*brought, *self.texts.items()]
        return {path: text for path, text in every if left_out is None or not path.startswith(left_out)}

    def listed(self) -> list[Any]:
        """What `plugins` says."""
        given = [entry for one in self.neighbours for entry in one.plugins] if self.plugins is None else self.plugins
        others: list[Any] = ["search"]
        for entry in given:
            if entry not in others:
                others.append(copy.deepcopy(entry))
        ours = {"iroco-blog": {**OPTIONS, **self.options}}
        order: list[Any] = {"first": [ours, *others], "last": [*others, ours], "absent": others}[self.place]
        return sorted(order, key=lambda entry: _ASKED.get(str(entry), 1))

    def write(self, root: Path) -> None:
        """Write the site into a folder."""
        write(root, self.files())
        settings = {key: value for one in self.neighbours for key, value in one.config.items()} | dict(self.config)
        write_config(root, self.theme, {}, copy.deepcopy(settings), self.listed())
        file = root / "mkdocs.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("{root}", root.as_posix()), encoding="utf-8")
        for prepare in dict.fromkeys(neighbour.prepare for neighbour in self.neighbours):
            if prepare:
                prepare(root)


class Gardener:
    """Builds each site once; tests look at it, and change nothing."""

    def __init__(self, new_folder: Callable[[], Path]) -> None:
        self._new_folder = new_folder
        self._built: dict[str, Site] = {}

    def __call__(self, *names: str, **more: Any) -> Site:
        """The garden's site beside some neighbours."""
        garden = Garden(names, **more)
        key = repr(garden)
        if key not in self._built:
            root = self._new_folder()
            garden.write(root)
            self._built[key] = _build(root, strict=garden.strict)
        return self._built[key]


def _build(root: Path, *, strict: bool) -> Site:
    site = Site(root)
    try:
        with chdir(root):  # git-authors looks for the repository here
            return site.run(strict=strict)
    except Abort as stopped:
        _end_plugins()
        pytest.fail("\n".join([str(stopped), *site.warnings]))


def _end_plugins() -> None:
    """End those that a build has left, which failed perhaps before they started."""
    option: Any = MkDocsConfig.plugins
    for plugin in option.plugin_cache.values():
        with suppress(AttributeError):
            plugin.on_shutdown()
    option.plugin_cache.clear()
