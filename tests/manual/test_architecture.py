"""The page on architecture names rooms, modules, classes, options and packages that exist, and omits none."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from mkdocs_iroco_blog.core.options import Options
from tests.manual.reading import DOCS, ROOT, sections

PACKAGE = ROOT / "mkdocs_iroco_blog"
SECTIONS = sections((DOCS / "architecture.md").read_text(encoding="utf-8"))
PAGE = re.sub(r"^```.*?^```$", "", "".join(SECTIONS.values()), flags=re.MULTILINE | re.DOTALL)
CODE = re.findall(r"`([^`\n]+)`", PAGE)
SHORTCUTS = sorted(set(re.findall(r"`(host/speed/[^`]+\.py)`(?= \|)", SECTIONS["Speed"])))


def first_cells(section: str) -> list[str]:
    """Return every name in code in the first column of a section's tables."""
    rows = re.findall(r"^\| (`.*?) \|", SECTIONS[section], re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("path", sorted({name for name in CODE if re.fullmatch(r"[\w./-]*(\.py|/)", name)}))
def test_path_exists(path: str) -> None:
    if "/" not in path:  # the module of that name in each of the folders of its row
        assert list(PACKAGE.rglob(path))
    else:
        assert (PACKAGE / path).exists() or (ROOT / path).is_dir()


def test_every_room_is_listed_once() -> None:
    folders = [folder for pattern in ("*/", "*/*/", "host/*/*/") for folder in PACKAGE.glob(pattern) if folder.is_dir()]
    rooms = {folder for folder in folders if "__pycache__" not in folder.parts}
    rooms.discard(PACKAGE / "layout" / "templates" / "iroco_blog")
    assert sorted(first_cells("The rooms")) == sorted(f"{room.relative_to(PACKAGE).as_posix()}/" for room in rooms)


@pytest.mark.parametrize("name", sorted({name for name in CODE if re.fullmatch(r"([A-Z][a-z]+){1,3}", name)}))
def test_class_exists(name: str) -> None:
    sources = (file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    assert any(re.search(rf"^class {name}\b", source, re.MULTILINE) for source in sources)


@pytest.mark.parametrize("box", re.findall(r"<br>([^\"]+)", SECTIONS["How a post becomes a page"]))
def test_drawing_names_what_exists(box: str) -> None:
    for path in re.findall(r"[\w/]+(?:\.py|/)", box):
        assert (PACKAGE / "host" / path).exists()


def test_every_option_beyond_materials_has_a_reason() -> None:
    config = pytest.importorskip("material.plugins.blog.config").BlogConfig
    theirs = {name for name, _ in config._schema}
    ours = [name for name in Options.__dataclass_fields__ if name not in theirs]
    assert first_cells("Options beyond Material's") == ours


def test_dependencies_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {re.split(r"[<>=;]", requirement, maxsplit=1)[0] for requirement in project["dependencies"]}
    assert set(first_cells("Dependencies")) == required


@pytest.mark.parametrize("module", SHORTCUTS)
def test_shortcuts_name_their_figure_and_tests(module: str) -> None:
    doc = ast.get_docstring(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))) or ""
    assert re.search(r"saves|takes", doc, re.IGNORECASE)
    assert "Risk: " in doc
    tests = re.findall(r"\btests/[\w/]+\.py", doc.partition("Tests: ")[2])
    assert tests
    assert all((ROOT / path).is_file() for path in tests)
