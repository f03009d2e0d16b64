"""Texts that make a careless reader slow: each takes time in proportion to its size."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.faults.built import HOME, Folder

LIMIT = 45
"""Seconds. Each of these takes a few; at a careless reader's pace it takes minutes."""
HTML = {
    "commas": '<p><img src="a.png" srcset="' + "," * 150_000 + '"></p>',
    "spaces": '<p><img src="a.png" srcset="' + " " * 100_000 + '"></p>',
    "references": '<p><svg id="a"><path fill="' + "url(#" * 70_000 + '"/></svg></p>',
    "drawings": "<svg id=a>" * 16_000,
}
KRAMDOWN = {
    "attributes": '{: x="' * 40_000,
    "quotes": "{: x='" * 40_000,
}


def is_in_time(folder: Folder) -> bool:
    """Whether a build ends in time, and well."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    with subprocess.Popen(command, cwd=folder.root, env=folder.environment(), start_new_session=True) as build:
        try:
            return build.wait(timeout=LIMIT) == 0
        except subprocess.TimeoutExpired:
            os.killpg(build.pid, signal.SIGKILL)
            return False


@pytest.mark.skipif(os.name != "posix", reason="ends a whole group of processes")
@pytest.mark.parametrize("kind", HTML)
def test_html_takes_time_in_proportion(folder: Folder, kind: str) -> None:
    post = f"---\ndate: 2024-01-02\ntitle: Long\n---\n{HTML[kind]}\n"
    folder.write({"docs/index.md": HOME, "docs/blog/posts/long.md": post})
    folder.configure()
    assert is_in_time(folder)


@pytest.mark.skipif(os.name != "posix", reason="ends a whole group of processes")
@pytest.mark.parametrize("kind", KRAMDOWN)
def test_kramdown_takes_time_in_proportion(folder: Folder, kind: str) -> None:
    post = f"---\ntitle: Long\n---\n{KRAMDOWN[kind]}\n"
    folder.write({"docs/index.md": HOME, "_config.yml": "title: J\n", "_posts/2024-01-02-long.md": post})
    folder.configure({"jekyll": "."})
    assert is_in_time(folder)
