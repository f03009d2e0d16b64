"""Commands that build a site show how far they are, on a terminal, if it takes longer than two seconds."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from mkdocs_iroco_blog.cli.check.run import run as check
from mkdocs_iroco_blog.cli.importing.builds import build_site
from tests.cli.site import make_site

FILES = {
    "docs/index.md": "# Home\n",
    **{f"docs/blog/posts/{number}.md": f"---\ndate: 2020-10-0{number}\n---\n\n# {number}\n" for number in range(1, 9)},
}
CALLING = {"overrides/main.html": "{{ blog.posts() }}"}
COMMANDS: dict[str, Callable[[Path], object]] = {
    "Converting pages": lambda folder: check(folder / "mkdocs.yml", lambda _: []),
    "Rendering pages": lambda folder: check(folder / "mkdocs.yml", lambda _: []),
    "Building": lambda folder: build_site(folder / "mkdocs.yml", folder / "site"),
}


class Stream(io.StringIO):
    """A stream that may be a terminal."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def output(monkeypatch: pytest.MonkeyPatch, label: str, folder: Path, *, seconds: float, is_terminal: bool) -> str:
    """Build a site, each page of which takes some seconds, and return what is on stderr."""
    clock, stream = count(0, seconds), Stream(is_terminal=is_terminal)
    make_site(folder, {**FILES, **CALLING}, theme={"name": "mkdocs", "custom_dir": "overrides"})
    with monkeypatch.context() as patched:
        patched.setattr("mkdocs_iroco_blog.cli.output.monotonic", lambda: next(clock))
        patched.setattr("sys.stderr", stream)
        COMMANDS[label](folder)
    return stream.getvalue()


@pytest.mark.parametrize("label", COMMANDS)
def test_a_long_build_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, label: str) -> None:
    shown = output(monkeypatch, label, tmp_path, seconds=1, is_terminal=True)
    steps = [int(number) for number in re.findall(rf"{label} .*?(\d+)%", shown)]
    assert len(steps) > 5
    assert steps == sorted(steps)
    assert steps[-1] == 100


@pytest.mark.parametrize("label", COMMANDS)
@pytest.mark.parametrize(("seconds", "is_terminal"), [(0.001, True), (1, False)])
def test_a_short_one_and_a_log_do_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, label: str, seconds: float, *, is_terminal: bool
) -> None:
    assert output(monkeypatch, label, tmp_path, seconds=seconds, is_terminal=is_terminal) == ""
