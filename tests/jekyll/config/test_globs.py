"""Patterns as Ruby reads them: the golden cases hold what `File.fnmatch?` and `Dir.glob` find."""

from __future__ import annotations

import time
from typing import Any

import pytest

from mkdocs_iroco_blog.jekyll.config.globs import globs, matches


@pytest.mark.golden_test("../../cases/globs/*.yml")
def test_globs(golden: Any) -> None:
    """The paths that each pattern matches."""
    fits = matches if golden["by"] == "exclude" else globs
    paths, patterns = golden["paths"].splitlines(), golden["patterns"].splitlines()
    assert golden.out["fits"] == {one: [path for path in paths if fits(one, path)] for one in patterns}


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 400 + "b", "a" * 4000),
        ("**/a/" * 60 + "b", "a/" * 400 + "c"),
        ("{a,b}" * 400, "a" * 400),
        ("{" * 2000 + "a", "a"),
    ],
)
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    began = time.process_time()
    matches(pattern, path)
    globs(pattern, path)
    assert time.process_time() - began < 2
