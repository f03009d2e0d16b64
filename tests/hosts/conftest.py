"""Builds sites: `build({"docs/blog/posts/a.md": "…"}, theme="mkdocs", options={…})`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import markdown
import pytest

from tests.hosts.built import Command, Site, shut_down
from tests.hosts.once import build_faster
from tests.hosts.written import THEMES, Texts, epoch, write, write_config

NOW = "2026-11-01"


FOLDER = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what depends on the theme: tests that are run on several, that are about one, or that a table names."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            callspec = getattr(item, "callspec", None)
            on_several = callspec is not None and "theme" in callspec.params
            about_one = item.path.relative_to(FOLDER).parts[0] in ("material", "themes", "test_host.py")
            if on_several or about_one or item.get_closest_marker("checks"):
                item.add_marker("theme")


@pytest.fixture(scope="session", autouse=True)
def faster_builds() -> Iterator[None]:
    """Work that every build repeats is done once."""
    with pytest.MonkeyPatch.context() as patched:
        build_faster(patched)
        yield


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No advertisement, and a clock that stands still."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
    yield
    shut_down()


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    """Every theme in turn."""
    return str(request.param)


def build_in(
    root: Path, texts: Texts, theme: str | Mapping[str, Any] = "mkdocs", *, options: Mapping[str, Any] | None = None,
    config: Mapping[str, Any] | None = None, plugins: Any = None, strict: bool = False,
    command: Command = "build", dirty: bool = False,
) -> Site:  # fmt: skip
    """Write a site and build it."""
    write(root, {"docs/index.md": "# Home\n", **texts})
    write_config(root, theme, options or {}, config or {}, plugins)
    return Site(root).run(command=command, strict=strict, dirty=dirty)


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Site]:
    """Write a site into a new folder and build it."""
    numbers = count(1)

    def run(texts: Texts, *args: Any, now: str = NOW, **more: Any) -> Site:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(now))
        return build_in(tmp_path / f"site{next(numbers)}", texts, *args, **more)

    return run


@pytest.fixture
def locks() -> None:
    """Need the plugin encryptcontent, which not every environment has."""
    pytest.importorskip("encryptcontent")


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Site]:
    """Build a site, or get the same one from another test. Tests only read it: they change no file, and build no more.

    It is built at `NOW`.
    """
    sites: dict[str, Site] = {}

    def run(*args: Any, **more: Any) -> Site:
        key = repr((args, more))
        if key not in sites:
            sites[key] = build_in(tmp_path_factory.mktemp("site"), *args, **more)
        return sites[key]

    return run


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that Markdown was made of so far."""
    seen: list[str] = []
    convert = markdown.Markdown.convert

    def counted(self: markdown.Markdown, source: str) -> str:
        seen.append(source)
        return convert(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", counted)
    return seen
