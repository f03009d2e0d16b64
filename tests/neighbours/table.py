"""The manual's table of neighbours: what the tests say that they check, and what of it was seen to pass."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.declared import Said, declared
from tests.neighbours.known import KNOWN
from tools.neighbours_table import FILE, Row, dump, read_rows


class Passed:
    """What was seen to pass, and to fail."""

    def __init__(self) -> None:
        self._said: dict[Said, bool] = {}
        self._fine: dict[str, bool] = {}

    def add(self, name: str, said: str | None = None, *, passed: bool) -> None:
        """Keep a test's outcome; a test of several cases passes when all do."""
        self._fine[name] = self._fine.get(name, True) and passed
        if said is not None:
            self._said[name, said] = self._said.get((name, said), True) and passed

    def write(self) -> None:
        """Write the rows of the neighbours of which every test was run and passed; others stay as they are."""
        rows = {(row.kind, row.name): row for row in read_rows()}
        wanted: Mapping[str, list[str]] = {name: [] for name in KNOWN}
        for name, said in declared(Path(__file__).parent):
            wanted[name].append(said)
        for name, sentences in wanted.items():
            if self._fine.get(name) and all(self._said.get((name, said)) for said in sentences):
                rows["plugin", name] = row_of(name, sentences)
        order = {("plugin", name): at for at, name in enumerate(KNOWN)}
        kept = sorted(rows.values(), key=lambda row: order.get((row.kind, row.name), len(order)))
        FILE.write_text(dump(kept), encoding="utf-8")


def row_of(name: str, checked: list[str]) -> Row:
    """A neighbour's row, with the version that is installed."""
    known: Any = KNOWN[name]
    return Row("plugin", name, known.package, version(known.package), known.home, tuple(checked))
