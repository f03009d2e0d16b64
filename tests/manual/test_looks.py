"""The pages "Five looks" and "On any theme": looks are short and build on any blog, and pictures are small."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import mf2py
import pytest

from tests.manual.looks import LOOKS, PAGE, build_look
from tests.manual.reading import DOCS, built, steps

FRAGMENTS = (DOCS / "fragments.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_builds_and_keeps_what_programs_read(look: str, tmp_path: Path) -> None:
    site = build_look(tmp_path, look)
    page = built(site, "/blog/")
    assert page is not None
    [feed] = [item for item in mf2py.parse(doc=page)["items"] if item["type"] == ["h-feed"]]
    entries = feed["children"]
    assert len(entries) >= 3
    for entry in entries:
        assert {"name", "url", "published", "summary"} <= entry["properties"].keys()
    [style] = [step.name.removeprefix("docs/") for step in steps(PAGE[LOOKS[look]]) if step.name.endswith(".css")]
    classes = set(re.findall(r"\.([a-z][\w-]+)", (site / style).read_text(encoding="utf-8")))
    assert [name for name in classes if not re.search(rf'class="[^"]*\b{name}\b', page)] == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_has_about_twenty_lines_and_a_small_picture(look: str) -> None:
    files = [step.text for step in steps(PAGE[LOOKS[look]]) if step.name.endswith((".html", ".css"))]
    assert 1 <= len(files) <= 2
    assert sum(len(text.splitlines()) for text in files) <= 22
    picture = DOCS / "images" / f"look-{look}.png"
    assert f"](images/{picture.name})" in PAGE[LOOKS[look]]
    assert picture.stat().st_size < 40_000


@pytest.mark.parametrize("part", ["cards", "covers", "series", "related"])
def test_the_pictures_of_four_themes_are_shown_and_small(part: str) -> None:
    picture = DOCS / "images" / f"themes-{part}.jpg"
    assert f"](images/{picture.name})" in (DOCS / "themes.md").read_text(encoding="utf-8")
    assert picture.stat().st_size < 100_000


def test_the_command_prints_the_folder_of_the_fragments() -> None:
    [command] = [step.text for step in steps(FRAGMENTS) if step.text.startswith("python -c")]
    done = subprocess.run([sys.executable, *shlex.split(command)[1:]], capture_output=True, text=True, check=True)
    assert (Path(done.stdout.strip()) / "post.html").is_file()
