"""The comparison with other engines, in the README and in the manual: each row names its evidence in a comment.

Evidence is a test of this project, or a section of the manual with a table of what was measured.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import extruct
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

from tests.hosts.built import forget_plugins
from tests.manual.reading import DOCS, ROOT, build_site, sections, write

POST = "---\ndate: 2026-11-20\ntags: [winter]\ncategories: [Bees]\n---\n# The bees are asleep\n\nText.\n"


def rows(text: str) -> list[list[str]]:
    """The cells of every line of a table, without comments, except the line below its head."""
    lines = re.findall(r"^\| .*\|$", re.sub(r" ?<!--.*?-->", "", text), re.MULTILINE)
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in lines if "| --- |" not in line]


TEXT = sections((ROOT / "README.md").read_text(encoding="utf-8"))["What it can do"]
[HEAD, *ROWS] = rows(TEXT)
EVIDENCE = [names.split() for names in re.findall(r"<!-- (.*?) -->", TEXT)]


def measured(page: str) -> Iterator[tuple[str, str, str]]:
    """Yield engine, column and value of each cell in a section of the manual; `page` is its path and anchor."""
    path, _, anchor = page.partition("#")
    parts = sections((ROOT / path).read_text(encoding="utf-8"))
    [text] = [text for title, text in parts.items() if title.lower().replace(" ", "-") == anchor]
    [head, *lines] = rows(text)
    for engine, *values in lines:
        for column, value in zip(head[1:], values, strict=True):
            yield engine.split()[0].rstrip(","), column, value


def test_each_row_names_tests_that_exist_or_a_page_with_figures() -> None:
    assert len(EVIDENCE) == len(ROWS) >= 10
    for evidence in EVIDENCE:
        for name in evidence:
            path, mark, test = name.partition("::")
            if mark:
                tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
                assert test in {part.name for part in tree.body if isinstance(part, ast.FunctionDef)}, name
            else:
                assert list(measured(name))


def facts(cell: str) -> set[str]:
    """Split a cell, without what it says about where a thing comes from. If it says nothing else, that is a yes."""
    parts = {part.strip() for part in cell.partition(" (")[0].split(",")}
    return {part for part in parts if not part.startswith(("by a", "in the "))} or {"yes"}


def test_cells_hold_what_was_measured() -> None:
    """A row is named after the column of a measured table; what has no figure there is `–`, or has a test."""
    compared = 0
    for (label, *cells), evidence in zip(ROWS, EVIDENCE, strict=True):
        pages = [name for name in evidence if "::" not in name]
        columns = (label, label.partition(" of 1,000")[0])
        figures = {engine: value for page in pages for engine, column, value in measured(page) if column in columns}
        assert bool(pages) == bool(figures), label
        if not figures:
            assert not [cell for cell in cells if re.search(r"\d s\b", cell)], label
            continue
        for name, cell in zip(HEAD[1:], cells, strict=True):
            value = figures.get(name.split()[0], "–")
            if value != "–" or len(pages) == len(evidence):
                assert facts(cell) == facts(value), (label, name)
                compared += 1
    assert compared > 40


def test_readme_and_manual_show_the_same_table() -> None:
    assert rows(sections((DOCS / "engines.md").read_text(encoding="utf-8"))["Side by side"]) == [HEAD, *ROWS]


def site(folder: Path, theme: str) -> None:
    """Write a site with a blog of Material's plugin."""
    plugins = "[material/search, material/blog: {authors_profiles: true}, material/tags]"
    config = f"site_name: Bees\nsite_url: https://bees.example/\ntheme: {theme}\nplugins: {plugins}\n"
    write(folder, "mkdocs.yml", config)
    write(folder, "docs/index.md", "# Bees\n")
    write(folder, "docs/blog/posts/bees.md", POST)


def test_materials_plugin_ends_a_build_on_another_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, "mkdocs")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["build"])
    forget_plugins()
    assert result.exit_code != 0


def test_materials_plugin_makes_no_feed_no_page_for_a_tag_and_no_metadata(tmp_path: Path) -> None:
    site(tmp_path, "material")
    build_site(tmp_path)
    built = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.*")}
    lists = {name for name in built if name.startswith("blog/") and "/posts/" not in name}
    post = "blog/2026/11/20/the-bees-are-asleep/index.html"
    assert lists == {"blog/index.html", "blog/archive/2026/index.html", "blog/category/bees/index.html", post}
    assert {name for name in built if name.endswith(".xml")} == {"sitemap.xml"}
    data = extruct.extract(built[post].read_text(encoding="utf-8"), syntaxes=["json-ld", "opengraph"])
    assert data == {"json-ld": [], "opengraph": []}
