"""The blog's pages are valid HTML: the Nu HTML checker finds no error on them that it does not find on the theme's own.

The checker is a Java program, from npm: `npm install --prefix build/vnu vnu-jar`; the variable VNU_JAR names another.
https://validator.github.io/validator/
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hosts import example

JAR = Path(
    os.environ.get("VNU_JAR")
    or Path(__file__).parents[3] / "build" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
)
JAVA = shutil.which("java")
needs_checker = pytest.mark.skipif(
    not (JAVA and JAR.is_file()) and "CI" not in os.environ, reason="the Nu HTML checker is not installed"
)


def errors(folder: Path) -> Iterator[tuple[str, str]]:
    """Every error of a site: the page's path, and what is wrong, without what is particular to the page."""
    command = [JAVA or "java", "-Dfile.encoding=UTF-8", "-jar", str(JAR)]
    options = ["--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, *options, str(folder)], capture_output=True, text=True, check=True)
    for message in json.loads(done.stderr)["messages"]:
        assert message["type"] == "error", message
        yield message["url"].removeprefix(f"file:{folder.resolve()}/"), re.sub(r"\d+", "N", message["message"])


def alone(theme: str) -> set[str]:
    """The errors that a theme makes by itself, around the same posts as plain pages of the docs."""
    return {what for _, what in errors(example.built(theme, blog=False).out)}


@needs_checker
@pytest.mark.parametrize("theme", example.THEMES)
def test_no_page_of_the_blog_has_an_error_that_the_theme_does_not_make_by_itself(theme) -> None:
    site = example.built(theme)
    known = alone(theme)
    assert [(page, what) for page, what in errors(site.out) if what not in known] == []


@needs_checker
def test_the_checker_finds_errors(tmp_path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>A</title><p><ul></ul></p><img>", encoding="utf-8")
    assert len(list(errors(tmp_path))) > 2
