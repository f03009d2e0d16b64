"""The table of messages: codes are unique and used, sentences are whole, and calls give every value."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages.message import Message
from mkdocs_iroco_blog.core.messages.table import AREAS, MESSAGES, rows

PACKAGE = Path(__file__).parents[3] / "mkdocs_iroco_blog"
NAMES = {name: row for area in AREAS.values() for name, row in vars(area).items() if isinstance(row, Message)}
ALL = [row for area in AREAS.values() for row in rows(area)]


def uses() -> Iterator[tuple[str, Message, set[str] | None]]:
    """Every use of a row: its place, the row, and the names of the values where it is called."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "messages":
            continue
        called: set[int] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (row := row_of(node.func)):
                called.add(id(node.func))
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", row, {word.arg or "**" for word in node.keywords}
            elif isinstance(node, ast.expr) and id(node) not in called and (row := row_of(node)):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", row, None


def row_of(node: ast.expr) -> Message | None:
    """The row that an expression names."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return NAMES.get(name)


def values_of(row: Message) -> set[str]:
    """The names of the values in a row's sentences."""
    return {name for text in (row.what, row.hint) for _, name, _, _ in Formatter().parse(text) if name}


def needed(row: Message) -> set[str]:
    """The names of all values that a call has to give."""
    return values_of(row) | set(row.together or ())


def test_codes_are_unique_and_in_order() -> None:
    codes = [row.code for row in ALL]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"IB[1-9]\d\d", code) for code in codes)


def test_every_hundred_is_an_area() -> None:
    hundreds = [{row.code[2] for row in rows(area)} for area in AREAS.values()]
    assert [len(codes) for codes in hundreds] == [1] * len(AREAS)


FOR_FIXES = ("dates", "names", "spellings", "taxonomy", "value")
"""Values that are in no sentence. `iroco-blog check --fix` needs them."""


def test_names_are_unique() -> None:
    assert len(NAMES) == len(ALL)


def test_every_row_is_used() -> None:
    used = {row.code for _, row, _ in uses()}
    assert sorted(set(MESSAGES) - used) == []


def test_calls_give_every_value() -> None:
    wrong = [
        f"{place}: {row.code} needs {sorted(values_of(row))}, gets {given}"
        for place, row, given in uses()
        if given is not None and "**" not in given
        if not needed(row) <= given or given - needed(row) - {"draft", "level", "cause", *FOR_FIXES}
    ]
    assert wrong == []


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.code)
def test_sentences_are_whole(row: Message) -> None:
    for sentence in filter(None, (row.what, row.hint)):
        assert re.search(r"[.?!]$|\}$", sentence), sentence
        assert re.match(r"[A-Z`{“]", sentence), sentence
    assert row.example
    assert row.hint or row.level is Level.INFO
