"""What tests say that they check, in the words of the manual's tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

checks = pytest.mark.checks
"""`@checks("macros", "Macros run in posts.")`: the test is about this row of a table, which says so in these words."""

Said = tuple[str, str]
"""A row's name, and a sentence."""


def declared(folder: Path) -> Iterator[Said]:
    """What the tests below a folder say: its own files first, each in the order in which it is written."""
    for path in sorted(folder.rglob("test_*.py"), key=lambda path: (len(path.parts), path)):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for call in getattr(node, "decorator_list", ()):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "checks":
                    name, said = map(ast.literal_eval, call.args)
                    yield name, said
