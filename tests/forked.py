"""Builds sites as `python -m mkdocs` does, each in a process of its own that starts with MkDocs imported already.

Importing takes most of a small build. A server imports, and forks for each build; it builds nothing itself, so that no
build knows of another. Only compiled templates are shared.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment

from tests.templates import CodeFolder, compile_with

ROOT = Path(__file__).parents[1]
IMPORTS = (
    "markdown.extensions.fenced_code", "markdown.extensions.tables", "markdown.extensions.toc",
    "mkdocs.commands.build", "mkdocs.config.base", "mkdocs.contrib.search", "mkdocs_iroco_blog.host.plugin",
)  # fmt: skip
START = f"import sys; sys.path[0] = {str(ROOT)!r}; from tests.forked import serve; serve()"


class Forks:
    """A server that builds with one checkout, until it is closed. `folder` is for what it writes."""

    def __init__(self, package: Path, folder: Path) -> None:
        self._folder = folder
        self._server = subprocess.Popen(
            [sys.executable, "-c", START], env={**os.environ, "PYTHONPATH": str(package)}, cwd=folder,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def build(self, *arguments: str, cwd: Path, env: Mapping[str, str], timeout: float) -> tuple[int, str]:
        """Run `mkdocs build` in a folder. Return its exit code, and its output and errors in one text."""
        assert self._server.stdin
        assert self._server.stdout
        output = self._folder / "output"
        output.write_bytes(b"")
        task = {"arguments": arguments, "cwd": str(cwd), "env": dict(env), "output": str(output), "timeout": timeout}
        print(json.dumps(task), file=self._server.stdin, flush=True)
        code, text = int(self._server.stdout.readline()), output.read_text(encoding="utf-8", errors="replace")
        if code == -signal.SIGALRM:
            raise subprocess.TimeoutExpired(["mkdocs", "build", *arguments], timeout, text)
        return code, text

    def close(self) -> None:
        """End the server."""
        self._server.communicate(timeout=10)


def serve() -> None:
    """Fork for each task, and answer with its exit code."""
    sys.path.pop(0)
    for name in IMPORTS:
        import_module(name)
    templates = Path("templates")
    templates.mkdir()
    Environment.compile = compile_with(CodeFolder(templates.absolute()))  # type: ignore[method-assign]
    gc.freeze()
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            return build(json.loads(line))
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n")
        sys.stdout.flush()
    return None


def build(task: dict[str, Any]) -> None:
    """Become a process that `python -m mkdocs build` has just started."""
    signal.setitimer(signal.ITIMER_REAL, task["timeout"])
    streams = (os.open(os.devnull, os.O_RDONLY), *[os.open(task["output"], os.O_WRONLY | os.O_APPEND)] * 2)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.environ.clear()
    os.environ.update(task["env"])
    os.chdir(task["cwd"])
    time.tzset()
    tempfile.tempdir = None
    sys.argv = ["mkdocs", "build", *task["arguments"]]
    sys.path.insert(0, task["cwd"])
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
