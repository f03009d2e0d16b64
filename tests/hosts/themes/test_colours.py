"""Colours come from the theme: each of its properties that our stylesheets ask for is one that it sets."""

import re
from importlib import resources

import pytest

from tests.declared import checks

SHEETS = resources.files("mkdocs_iroco_blog.layout") / "templates" / "iroco_blog"
PREFIXES = {"material": "--md-", "mkdocs": "--bs-"}


@checks("MkDocs", "The blog takes its colours from the theme `mkdocs`.")
@checks("Material for MkDocs", "The blog takes its colours from the theme, in every palette.")
@checks("MaterialX", "The blog takes its colours from the theme, in every palette.")
@checks("ProperDocs", "The blog takes its colours from the theme `mkdocs`.")
@pytest.mark.parametrize("theme", PREFIXES)
def test_a_theme_sets_what_we_ask_it_for(build, theme) -> None:
    used = re.compile(rf"var\(({PREFIXES[theme]}[\w-]+)")
    asked = {
        name for sheet in SHEETS.iterdir() if sheet.name.endswith(".css") for name in used.findall(sheet.read_text())
    }
    site = build({}, theme)
    own = [path for path in site.out.rglob("*.css") if path.parent.name != "iroco_blog"]
    given = {name for path in own for name in re.findall(r"(--[\w-]+)\s*:", path.read_text(encoding="utf-8"))}
    assert asked
    assert sorted(asked - given) == []
