"""The manual's table of the plugins and hosts that the blog was tried with; a MkDocs hook.

A page says where by a comment on a line of its own: `<!-- neighbours: plugin -->` or `<!-- neighbours: host -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("neighbours.yml")
_PLACE = re.compile(r"^<!-- neighbours: (?P<kind>\w+) -->$", re.MULTILINE)
_HEAD = """\
# What the blog was tried with, for the table in docs/neighbours.md. Tests write it; this changes it:
#
#     pytest tests/neighbours --update-goldens
#
# Each row is a mapping with these keys, all of them text but the last:
#   kind     `plugin`: written by tests/neighbours. `host`: a program or theme that builds sites.
#   name     what the table calls it
#   package  the distribution that it comes from
#   version  of the distribution, when the row was written; no test fails where another is installed
#   home     the address of its documentation
#   checked  a list of sentences: what was seen to work
# Rows of another kind than the one that is written anew stay as they are.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    kind: str
    name: str
    package: str
    version: str
    home: str
    checked: tuple[str, ...]
    """Sentences, in the order in which they are shown."""


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the tables where the page says."""
    return _PLACE.sub(lambda match: table(row for row in read_rows() if row.kind == match["kind"]), markdown)


def read_rows() -> list[Row]:
    """Every row, of whatever kind."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.is_file() else None
    return [Row(**{**row, "checked": tuple(row["checked"])}) for row in rows or ()]


def dump(rows: Iterable[Row]) -> str:
    """The file that holds these rows."""
    values = [{**asdict(row), "checked": list(row.checked)} for row in rows]
    return _HEAD + yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=116)


def table(rows: Iterable[Row]) -> str:
    """Rows as Markdown."""
    lines = [f"| [{row.name}]({row.home}) | {row.version} | {' '.join(row.checked)} |" for row in rows]
    return "\n".join(["| Tried with | Version | What was checked |", "| --- | --- | --- |", *lines])
