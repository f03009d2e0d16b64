"""Two sites in, the output of `compare` out, as in `tests/cases/cli/compare/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mkdocs_iroco_blog.cli.compare.reading.model import Block, Heading, Picture
from mkdocs_iroco_blog.cli.compare.reading.page import read_page
from mkdocs_iroco_blog.cli.main import cli
from tests.cli.compare.sites import write_site


@pytest.mark.golden_test("../../cases/cli/compare/*.yml")
def test_compare(golden: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_site(tmp_path / "old", golden["old"])
    write_site(tmp_path / "new", golden["new"])
    result = CliRunner().invoke(cli, ["compare", "old", "new", *(golden.get("options") or [])], catch_exceptions=False)
    assert golden.out["output"] == result.output
    assert golden.out["code"] == result.exit_code


@pytest.mark.golden_test("../../cases/cli/content/*.yml")
def test_content(golden: Any) -> None:
    """The HTML of a page in; its title and its content out."""
    page = read_page("/bees/", golden["html"])
    assert golden.out.get("title") == (page.title.text if page.title else None)
    assert golden.out.get("lists") == (list(page.listed) if page.listed is not None else None)
    assert golden.out.get("redirect") == page.redirect
    assert golden.out.get("content") == ([plain(block) for block in page.blocks] or None)


def plain(block: Block) -> Any:
    """A block as a case shows it: its text, with what it is or holds."""
    items = [item if isinstance(item, str) else describe(item) for item in block.items]
    return {block.text: items} if items else block.text


def describe(item: Heading | Picture) -> str:
    if isinstance(item, Heading):
        return f"h{item.level} #{item.id}" if item.id else f"h{item.level}"
    return f"{item.target} ({item.alt})"
