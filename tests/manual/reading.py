"""The manual as its reader finds it: files to write, commands to run, pages to look at, in order."""

from __future__ import annotations

import html
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from click.testing import CliRunner
from mkdocs.__main__ import cli

from tests.hosts.built import forget_plugins

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_STEP = re.compile(
    r'^```(?P<lang>\S+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$|^\| `(?P<page>/\S*)` \| (?P<says>.+?) \|$',
    re.MULTILINE | re.DOTALL,
)
PATIENCE = 30
"""Seconds to wait for a preview to answer."""


@dataclass(frozen=True)
class Step:
    """Something that the manual has its reader do or see."""

    kind: str
    """`file`, `commands`, `look`, or `shown` for what is neither."""
    name: str
    """A file's path, or a page's address."""
    text: str


def steps(markdown: str) -> Iterator[Step]:
    """Fenced blocks with a title are files, `bash` blocks commands; a row of a table says what a page says."""
    for match in _STEP.finditer(markdown):
        if match["page"]:
            yield Step("look", match["page"], match["says"])
        elif match["title"]:
            yield Step("file", match["title"], match["text"])
        else:
            yield Step("commands" if match["lang"] == "bash" else "shown", match["lang"], match["text"])


def sections(markdown: str) -> dict[str, str]:
    """The parts of a page by their second-level headings."""
    parts: dict[str, str] = {}
    title, fenced = "", False
    for line in markdown.splitlines(keepends=True):
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            title = line[3:].strip()
        parts[title] = parts.get(title, "") + line
    return parts


def run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    """What a command of the environment that runs the tests says; fails where it fails."""
    done = subprocess.run(command, cwd=cwd, env=environment(env), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def build_site(root: Path, *options: str) -> str:
    """What `mkdocs build` says, run in this process, which takes a tenth of the time; fails where it fails."""
    with chdir(root):
        result = CliRunner().invoke(cli, ["build", *options])
    forget_plugins()
    assert result.exit_code == 0, result.output
    return result.output


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", **(more or {})}


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def built(site: Path, address: str) -> str | None:
    """The text of a built page; none where there is no such page."""
    file = site / address.strip("/")
    file = file / "index.html" if file.is_dir() else file
    return html.unescape(file.read_text(encoding="utf-8")) if file.is_file() else None


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """`mkdocs serve` on a free port; gives the address of the site's root."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    log = root.parent / "serve.log"
    with log.open("w", encoding="utf-8") as out:
        command = ["mkdocs", "serve", "--no-livereload", "--dev-addr", urlsplit(address).netloc]
        server = subprocess.Popen(command, cwd=root, env=environment(), stdout=out, stderr=out)
        try:
            for _ in range(PATIENCE * 10):
                assert server.poll() is None, log.read_text(encoding="utf-8")
                if _answers(address):
                    break
                time.sleep(0.1)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def fetched(address: str) -> str | None:
    """The text of a page that is being served; none where there is no such page."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310
            return html.unescape(answer.read().decode("utf-8"))
    except HTTPError:
        return None


def _answers(address: str) -> bool:
    try:
        fetched(address)
    except URLError:
        return False
    return True
