"""The manual's pictures show what the code makes today, and each of them is used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pictures.record import IMAGES, RECORD, build_all, digest, list_differences
from tests.browser.pictures.scenes import Picture, Scene
from tests.manual.reading import DOCS, ROOT, write

BENCH = {"speed.svg"}
"""Pictures that `make bench` draws."""
RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))
PICTURE = re.compile(r"\]\((?P<path>[^)\s:]+\.(?:avif|gif|jpe?g|png|svg|webp))\)")
SAMPLE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
PAGE = """\
<!doctype html>
<link rel="stylesheet" href="../theme.css"><link rel="stylesheet" href="../ours.css">
<header class="theme">Bees <script>bees()</script></header>
<article class="iroco-post"><img src="hive.svg" alt=""> They <b>sleep</b>.</article>
"""
FILES = {
    "mkdocs.yml": "theme: {name: material, palette: teal}\n",
    "docs/ours.css": "",
    "site/blog/index.html": PAGE,
    "site/blog/hive.svg": "<svg></svg>\n",
    "site/ours.css": "b { color: red }\n",
    "site/theme.css": "body { color: black }\n",
}


def test_pictures_are_not_older_than_what_they_show(tmp_path: Path) -> None:
    differences = list_differences(RECORDED, digest(build_all(tmp_path)))
    advice = "The manual's pictures are older than what they show. Run `make shots`, look at them, and commit them."
    assert not differences, "\n".join([advice, *differences])


def test_each_picture_is_used_and_each_picture_used_exists() -> None:
    used = {
        (page.parent / match["path"]).resolve()
        for page in (ROOT / "README.md", *DOCS.rglob("*.md"))
        for match in PICTURE.finditer(SAMPLE.sub("", page.read_text(encoding="utf-8")))
    }
    assert used == set(IMAGES.resolve().iterdir())


def test_each_picture_is_taken_or_drawn_by_a_program() -> None:
    taken_by_program = {name for name in RECORDED if name.startswith("docs/images/")}
    assert {path.name for path in IMAGES.iterdir()} == {Path(name).name for name in taken_by_program} | BENCH


def record(root: Path, name: str = "", old: str = "", new: str = "") -> dict[str, str]:
    """Record a picture of a page after an edit of a file."""

    def take(_browser: Browser, _scenes: object) -> bytes:
        raise AssertionError

    for path, text in FILES.items():
        write(root, path, text.replace(old, new) if path == name else text)
    scene = Scene("docs/bees.md", "material", root, root / "site", "/blog/")
    return digest([Picture("bees.png", [scene], take)])


@pytest.mark.parametrize(
    ("name", "old", "new", "difference"),
    [
        ("site/blog/index.html", "They", "Most", "changed: docs/bees.md on material: /blog/"),
        ("site/blog/index.html", "Bees", "Wasps", "changed: docs/bees.md on material: /blog/"),
        ("site/blog/index.html", "b>", "i>", "changed: docs/bees.md on material: /blog/"),
        ("mkdocs.yml", "teal", "red", "changed: docs/bees.md on material: /blog/"),
        ("site/ours.css", "red", "blue", "changed: docs/bees.md: ours.css"),
        ("site/blog/hive.svg", "></", "> </", "changed: docs/bees.md: blog/hive.svg"),
    ],
)
def test_a_change_that_a_picture_can_show_is_noticed(
    tmp_path: Path, name: str, old: str, new: str, difference: str
) -> None:
    assert list_differences(record(tmp_path), record(tmp_path, name, old, new)) == [difference]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("site/blog/index.html", 'class="theme"', 'class="md-header"'),
        ("site/blog/index.html", "bees()", "wasps()"),
        ("site/theme.css", "black", "navy"),
        ("site/blog/hive.svg", "\n", "\r\n"),
    ],
)
def test_a_theme_s_update_and_line_ends_ask_for_no_new_pictures(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert list_differences(record(tmp_path), record(tmp_path, name, old, new)) == []


def test_a_source_that_is_new_or_gone_is_noticed(tmp_path: Path) -> None:
    before, after = record(tmp_path), record(tmp_path, "site/blog/index.html", "hive.svg", "bee.svg")
    assert "gone: docs/bees.md: blog/hive.svg" in list_differences(before, after)
    assert "new: docs/bees.md: blog/hive.svg" in list_differences(after, before)
