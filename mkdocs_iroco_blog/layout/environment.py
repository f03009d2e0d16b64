"""Renders fragments. One that fails is set aside: the blog's own takes its place, and a finding says why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from importlib import resources
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    TemplateSyntaxError,
)

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.site import BROKEN_FRAGMENT

from .faults import FragmentUndefined, explain

FOLDER = "iroco_blog"
_SLOTS = ("before_list", "after_post", "newsletter")
"""Fragments that are empty unless the user replaces them. To include one takes time even so."""
_OURS = str(resources.files(__package__) / "templates")


class _Loader(FileSystemLoader):
    """Loads fragments from the theme's folders, without those that are set aside."""

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__(folders)
        self.broken: set[str] = set()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template in self.broken:
            return FileSystemLoader(_OURS).get_source(environment, template)
        return super().get_source(environment, template)


class FragmentRenderer:
    """Renders fragments from `iroco_blog/` in `folders`, in their order. `compiled` caches the compiled ones."""

    def __init__(self, folders: Sequence[str], *, compiled: BytecodeCache | None, **values: Any) -> None:
        """`values` are the variables of every fragment."""
        self._loader = _Loader(folders)
        # Every build has a new environment, so Jinja need not check whether a fragment has changed.
        # `original/` lets a user's fragment extend the one that it replaces.
        loader = ChoiceLoader([self._loader, PrefixLoader({"original": PackageLoader(__package__)})])
        self._env = Environment(
            loader=loader, autoescape=True, auto_reload=False, bytecode_cache=compiled, cache_size=-1,
            trim_blocks=True, lstrip_blocks=True, undefined=FragmentUndefined,
        )  # fmt: skip
        slots = {name for name in _SLOTS if self.is_replaced(f"{name}.html")}
        self._env.globals.update(values, slots=slots)
        self._findings: list[Finding] = []

    def render(self, name: str, **context: Any) -> str:
        """Render a fragment. If it fails because of one that the blog does not ship, try again without that one."""
        while True:
            try:
                return self._env.get_template(f"{FOLDER}/{name}").render(**context)
            except Exception as error:
                place = next((place for place in _places(error) if self._is_foreign(place[0])), None)
                if place is None:
                    raise
                self._set_aside(*place, error, context)

    def is_replaced(self, name: str) -> bool:
        """Whether a fragment is the user's own."""
        _, path, _ = self._loader.get_source(self._env, f"{FOLDER}/{name}")
        return self._is_foreign(path)

    @property
    def has_foreign(self) -> bool:
        """Whether there is a folder of fragments that are not the blog's own."""
        folders = [folder for folder in self._loader.searchpath if not folder.startswith(_OURS)]
        return any(Path(folder, FOLDER).is_dir() for folder in folders)

    def take_findings(self) -> tuple[Finding, ...]:
        """Return the findings since the last call."""
        findings, self._findings = tuple(self._findings), []
        return findings

    def _is_foreign(self, path: str) -> bool:
        return _name(path) not in self._loader.broken and not path.startswith(_OURS)

    def _set_aside(self, path: str, line: int, error: Exception, variables: Collection[str]) -> None:
        self._loader.broken.add(_name(path))
        if self._env.cache is not None:
            self._env.cache.clear()
        folder = Path(path).as_posix().removesuffix(_name(path)).rstrip("/")
        source = f"{folder.rpartition('/')[2]}/{_name(path)}"
        reason, hint = explain(error, self._env, (*self._env.globals, *variables))
        self._findings.append(BROKEN_FRAGMENT(source, line, reason=reason, hint=hint))


def _name(path: str) -> str:
    """Return the name of the template at a path, from `iroco_blog/` on."""
    return f"{FOLDER}/{Path(path).as_posix().rpartition(f'/{FOLDER}/')[2]}"


def _places(error: Exception) -> Iterator[tuple[str, int]]:
    """Yield the files and lines of fragments where an error arose, the innermost first.

    Jinja gives the frames of a traceback the names and lines of templates.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield error.filename, error.lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    yield from (place for place in reversed(frames) if f"/{FOLDER}/" in Path(place[0]).as_posix())
