"""The rules of the house: sizes, imports without cycles, names and sentences that a newcomer can read."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mkdocs_iroco_blog"
MODULES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN = frozenset(
    {"said", "told", "kept", "made", "written", "found", "own", "one", "at", "shown", "around", "wanted", "taken"},
)
"""Words that say too little to name a thing by themselves."""
RIDDLES = ("What ", "Those ", "That ", "All that ")
"""Openings of a docstring that leave open what the thing is."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in MODULES:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_a_file_fits_into_250_lines() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_a_function_fits_into_35_lines() -> None:
    lengths = {
        f"{name}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in lengths.items() if length > 35} == {}


def test_a_folder_holds_20_modules_and_one_of_the_host_12() -> None:
    counts = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in MODULES if path.name != "__init__.py")
    most = {folder: 12 if f"{folder}/".startswith("host/") else 20 for folder in counts}
    assert {folder: count for folder, count in counts.items() if count > most[folder]} == {}


def test_the_plugin_fits_into_170_lines() -> None:
    assert len((PACKAGE / "host/plugin.py").read_text(encoding="utf-8").splitlines()) <= 170


def test_one_module_takes_urls_apart() -> None:
    """Python's own functions fail on `http://[::1`, which a post may contain."""
    users = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "urllib.parse"
        and {alias.name for alias in node.names} & {"urlsplit", "urlparse", "urljoin"}
    ]
    assert [user.partition(":")[0] for user in users] == ["mkdocs_iroco_blog/core/urls.py"], users


def test_one_module_replaces_character_references() -> None:
    """Python's own function fails on `&#999…;`, which a post may contain."""
    users = [
        name
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "html"
        if "unescape" in {alias.name for alias in node.names}
    ]
    assert users == []


def test_no_module_imports_itself_through_others() -> None:
    """Imports under `if TYPE_CHECKING` and inside functions count, too."""
    modules = {module_name(path): path for path in MODULES}
    graph = {name: set(imported_modules(name, path, modules)) for name, path in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_no_import_of_the_host_is_for_type_checkers_only() -> None:
    hidden = [name for name, tree in trees() if name.startswith("mkdocs_iroco_blog/host/") and hides_imports(tree)]
    assert hidden == []


def test_no_state_of_the_host_is_asserted() -> None:
    asserted = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        if name.startswith("mkdocs_iroco_blog/host/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert) and "is not None" in ast.unparse(node.test)
    ]
    assert asserted == []


def test_names_are_nouns_and_verbs_of_the_field() -> None:
    bad = [f"{name}:{line} {word}" for name, tree in trees() for word, line in names_of(tree) if word in FORBIDDEN]
    assert bad == []


def test_docstrings_say_what_a_thing_is() -> None:
    bad = [f"{name}:{line}" for name, tree in trees() for line, text in docstrings(tree) if text.startswith(RIDDLES)]
    assert len(bad) < 10, bad


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_modules(name: str, path: Path, modules: dict[str, Path]) -> Iterator[str]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names:
                target = f"{base}.{alias.name}" if f"{base}.{alias.name}" in modules else base
                yield from (target,) if target in modules else ()


def hides_imports(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) for node in ast.walk(tree))


def names_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name that the module gives: to a function, a class, an argument, a variable or an attribute."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case ast.Attribute(ctx=ast.Store()):
                yield node.attr, node.lineno
            case ast.ExceptHandler(name=str(word)) | ast.MatchAs(name=str(word)) | ast.MatchStar(name=str(word)):
                yield word, node.lineno
            case ast.alias(asname=str(word)):
                yield word, node.lineno


def docstrings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Strings that stand alone: docstrings, and those beneath an attribute."""
    for node in ast.walk(tree):
        body: Any = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            match statement:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield statement.lineno, text
