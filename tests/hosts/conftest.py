"""Builds sites: `build({"docs/blog/posts/a.md": "…"}, theme="mkdocs", options={…})`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import markdown
import pytest

from tests.hosts.built import Command, Site, shut_down
from tests.hosts.compiled import compile_once
from tests.hosts.written import THEMES, Texts, epoch, write, write_config

NOW = "2026-11-01"


@pytest.fixture(scope="session", autouse=True)
def compiled_templates() -> Iterator[None]:
    """Templates are compiled once, not once a build."""
    with pytest.MonkeyPatch.context() as patched:
        compile_once(patched)
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


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Site]:
    """Write a site and build it."""
    count = 0

    def run(
        texts: Texts, theme: str | Mapping[str, Any] = "mkdocs", *, options: Mapping[str, Any] | None = None,
        config: Mapping[str, Any] | None = None, plugins: Any = None, strict: bool = False,
        command: Command = "build", dirty: bool = False, now: str = NOW,
    ) -> Site:  # fmt: skip
        nonlocal count
        count += 1
        root = tmp_path / f"site{count}"
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(now))
        write(root, {"docs/index.md": "# Home\n", **texts})
        write_config(root, theme, options or {}, config or {}, plugins)
        return Site(root).run(command=command, strict=strict, dirty=dirty)

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
