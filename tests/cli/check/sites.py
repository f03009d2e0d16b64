"""Checks small sites inside this process, and compares a check with a build."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_iroco_blog.cli.check.run import Run, run
from tests.cli.site import call, make_site
from tests.hosts.built import OURS, Site, contents, shut_down
from tests.hosts.host import HOST

POST = "---\ndate: 2025-10-04\n{front}---\n\n# {title}\n\n{text}\n"


class Checked(NamedTuple):
    """The result of a check."""

    code: int
    output: str
    errors: str

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The messages, from `--format json`."""
        entries: list[dict[str, Any]] = json.loads(self.output)
        return entries


def check_site(site: Path, *arguments: str, form: str = "json", answer: str = "") -> Checked:
    """Run `iroco-blog check`."""
    shut_down()
    result = call(site, "check", "--format", form, *arguments, answer=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return Checked(result.exit_code, result.stdout, result.stderr)


def post(text: str = "", front: str = "", title: str = "A quiet morning") -> str:
    """The text of a post."""
    return POST.format(front=front, title=title, text=text)


def check_files(folder: Path, files: Mapping[str, str], *arguments: str, **options: Any) -> list[dict[str, Any]]:
    """Write a site with these files, and return the messages of a check."""
    home = {"docs/index.md": "# Home\n\nWelcome.\n"}
    return check_site(make_site(folder / "site", {**home, **files}, **options), *arguments).entries


def codes(entries: Iterable[dict[str, Any]]) -> list[str]:
    """The codes of messages, sorted."""
    return sorted(entry["code"] for entry in entries)


def check_once(root: Path) -> Run:
    """Run a check without rules of its own."""
    shut_down()
    return run(root / "mkdocs.yml", lambda _: ())


def texts_of(records: list[logging.LogRecord]) -> set[tuple[int, str]]:
    """What a user reads in the log of a build, but for the steps of the build itself."""
    names = (OURS, f"{HOST}.structure")
    told = [record for record in records if record.levelno >= logging.WARNING or record.name.startswith(names)]
    return {(record.levelno, record.getMessage()) for record in told}


def assert_same(site: Site) -> None:
    """Build a site and check it: both have the same messages, and some."""
    built = texts_of(site.run().records)
    assert built
    before = contents(site.root)
    assert texts_of(check_once(site.root).records) == built
    assert {name: data for name, data in contents(site.root).items() if not name.startswith(".cache/")} == {
        name: data for name, data in before.items() if not name.startswith(".cache/")
    }, "A check writes nothing but the cache."
