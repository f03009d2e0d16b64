"""The plugins and hosts that the blog was tested with: rows of a file, and the manual's tables of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("neighbours.yml")
_HEAD = """\
# The plugins and hosts that the blog was tested with, for the table in docs/neighbours.md. To update it:
#
#     pytest tests/neighbours --update-goldens; make reference
#
# Each row is a mapping with these keys, all text except the last:
#   kind     `plugin`, from tests/neighbours, or `host`: a program or theme that builds sites
#   name     its name in the table
#   package  its distribution
#   version  of the distribution when the row was updated; tests pass with others
#   home     the address of its documentation
#   checked  a list of sentences: what works
# An update keeps the rows of other kinds.
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
    """Sentences in the table's order."""


def table_of(kind: str) -> str:
    """Return the rows of a kind as a Markdown table."""
    return table(row for row in read_rows() if row.kind == kind)


def read_rows() -> list[Row]:
    """Read the rows of every kind."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.is_file() else None
    return [Row(**{**row, "checked": tuple(row["checked"])}) for row in rows or ()]


def dump(rows: Iterable[Row]) -> str:
    """Return the text of a file with these rows."""
    values = [{**asdict(row), "checked": list(row.checked)} for row in rows]
    return _HEAD + yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=116)


def table(rows: Iterable[Row]) -> str:
    """Return rows as a Markdown table."""
    lines = [f"| [{row.name}]({row.home}) | {row.version} | {' '.join(row.checked)} |" for row in rows]
    return "\n".join(["| Tried with | Version | What was checked |", "| --- | --- | --- |", *lines])
