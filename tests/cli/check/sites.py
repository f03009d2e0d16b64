"""Checks small sites inside this process."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli.site import call
from tests.hosts.built import shut_down


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


def codes(entries: Iterable[dict[str, Any]]) -> list[str]:
    """The codes of messages, sorted."""
    return sorted(entry["code"] for entry in entries)
