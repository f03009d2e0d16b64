"""A folder, built as its owner builds it: `mkdocs build` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feedparser
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.forked import Forks

Files = Mapping[str, str | bytes]
"""Files by path, below the site's folder."""
HOME = "# Home\n\nWelcome.\n"
NOW = "1793491200"
"""2026-11-01, for every build."""


@dataclass(frozen=True)
class Built:
    """The result of one build."""

    root: Path
    code: int
    log: str

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def paths(self) -> set[str]:
        """Every file of the site."""
        return {path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()}

    def text(self, path: str) -> str:
        """A file of the site."""
        return (self.site / path).read_text(encoding="utf-8")

    def page(self, path: str) -> LexborHTMLParser:
        """A page's tree."""
        return LexborHTMLParser(self.text(path))

    def words(self, path: str, selector: str = "body") -> str:
        """The text of a page, or of the first element that a selector finds; empty if there is none."""
        node = self.page(path).css_first(selector)
        return " ".join(node.text().split()) if node else ""

    def entries(self, path: str = "blog/feed.xml") -> list[Any]:
        """The entries of a feed."""
        entries: list[Any] = feedparser.parse((self.site / path).read_bytes()).entries
        return entries

    def holding(self, words: str) -> list[str]:
        """Every file that holds some words, below the folder of the site's sources, but for the sources themselves."""
        outputs = [folder for folder in (self.site, self.root / ".cache") if folder.is_dir()]
        files = (path for folder in outputs for path in folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.root).as_posix() for path in files if words.encode() in path.read_bytes())

    @property
    def lines(self) -> list[str]:
        """The blog's lines in the log, without the host's mark."""
        marked = [line.partition("iroco-blog: ") for line in self.log.splitlines()]
        return [message for _, mark, message in marked if mark]


class Folder:
    """A site's folder, which a test writes and builds. `package` holds the plugin that is tried.

    With `forks`, a build starts with MkDocs imported already, unless it gets a path of its own for imports.
    """

    def __init__(self, root: Path, package: Path, forks: Forks | None = None) -> None:
        self.root, self.package, self._forks = root, package, forks

    def write(self, files: Files) -> None:
        """Write files into the folder."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def configure(
        self, options: Mapping[str, Any] | None = None, *, theme: Any = "mkdocs", plugins: Any = None, **settings: Any
    ) -> None:
        """Write `mkdocs.yml`. `plugins` are the others; the blog is the last unless they name it."""
        listed: list[Any] = ["search"] if plugins is None else list(plugins)
        names = [next(iter(plugin)) if isinstance(plugin, dict) else plugin for plugin in listed]
        if "iroco-blog" not in names:
            listed.append({"iroco-blog": dict(options or {})})
        config = {"site_name": "Garden", "site_url": "https://example.org/", "theme": theme, "plugins": listed}
        text = yaml.safe_dump(config | settings, allow_unicode=True, sort_keys=False)
        self.write({"mkdocs.yml": text})

    def build(self, *arguments: str, environment: Mapping[str, str] | None = None, timeout: float = 120) -> Built:
        """Run `mkdocs build` in the folder."""
        env = self.environment() | dict(environment or {})
        if self._forks and env["PYTHONPATH"] == str(self.package):
            return Built(self.root, *self._forks.build(*arguments, cwd=self.root, env=env, timeout=timeout))
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", *arguments], cwd=self.root, env=env, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=timeout, check=False,
        )  # fmt: skip
        return Built(self.root, run.returncode, run.stdout)

    def environment(self) -> dict[str, str]:
        """The environment of a build."""
        quiet = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "SOURCE_DATE_EPOCH": NOW}
        return {**os.environ, **quiet, "PYTHONPATH": str(self.package)}
