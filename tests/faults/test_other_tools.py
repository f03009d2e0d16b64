"""A small blog written for Hugo and one for Pelican, each in the folder of posts as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.faults.built import Built

Build = Callable[..., Built]
SITES = Path(__file__).parent / "sites"


def posts(name: str) -> dict[str, bytes]:
    """The files of a blog, as posts."""
    root = SITES / name
    return {f"docs/blog/posts/{path.relative_to(root).as_posix()}": path.read_bytes()
            for path in root.rglob("*") if path.is_file()}  # fmt: skip


def places(built: Built) -> set[str]:
    """The files of posts that messages name, with their lines if they have any."""
    return set(re.findall(r"(?:WARNING|ERROR|INFO) .*?blog/posts/(\S+\.md(?::\d+)?)", built.log))


def test_a_blog_written_for_hugo(build: Build) -> None:
    built = build(posts("hugo"))
    assert built.holding("HIDDENTEXT") == []
    pages = {
        "blog/2024/05/04/weighing-the-hives/index.html",
        "essays/first-frost/index.html",
        "old/weighing/index.html",
    }
    assert pages <= built.paths
    index = built.words("blog/index.html")
    assert "Twelve kilos each" in index
    assert not any(title in index for title in ("A secret", "For later", "Gone", "The first frost", "+++"))
    page = built.page("blog/2024/05/04/weighing-the-hives/index.html")
    assert {node.attributes.get("alt") for node in page.css("img")} >= {"A hive on a scale", "The scale"}
    frost = built.words("essays/first-frost/index.html")
    assert "Tom Reed" in frost
    assert places(built) == {"_index.md", "gone.md:4", "figure.md:6"}


def test_a_blog_written_for_pelican(build: Build) -> None:
    built = build(posts("pelican"))
    assert built.holding("HIDDENTEXT") == []
    assert {"blog/2023/09/12/honey/index.html", "quiet/index.html"} <= built.paths
    index = built.words("blog/index.html")
    assert "Nine jars, and one of them is for you." in index
    assert not any(title in index for title in ("A draft", "Off the lists"))
    note = next(path for path in built.paths if path.startswith("blog/2023/09/15/"))
    assert "Note: this is no metadata." in built.words(note)
    assert {node.text() for node in built.page("blog/2023/09/12/honey/index.html").css(".p-category")} == {
        "Garden", "bees", "honey", "jars"
    }  # fmt: skip
    assert places(built) >= {"links.md:4"}
    assert not places(built) & {"honey.md", "honey.md:1", "2023-09-15-note.md:1"}
