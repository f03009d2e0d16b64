"""Attributes of the project's classes, with the docstrings beneath them."""

from __future__ import annotations

import ast
import inspect
import sys
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, get_type_hints


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a class, with the docstring beneath it."""

    name: str
    hint: Any
    default: ast.expr | None
    doc: str
    lines: tuple[int, int]
    """The first line, and the last of its docstring."""


def attributes(cls: type) -> list[Attribute]:
    """Return a class's annotated attributes in the order of its source."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    hints = get_type_hints(cls)
    result = []
    for node, below in zip_longest(body, body[1:]):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            doc = _docstring(below)
            end = below.end_lineno if doc and below else node.end_lineno
            result.append(Attribute(node.target.id, hints[node.target.id], node.value, doc, (node.lineno, end or 0)))
    return result


def _docstring(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return inspect.cleandoc(node.value.value)
    return ""
