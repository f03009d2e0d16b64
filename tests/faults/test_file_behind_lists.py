"""The file behind a list lies in the project, so that plugins which ask git about every page find it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.built import Built, Folder

SECRET = "token-of-the-owner"  # noqa: S105
POST = "---\ndate: 2024-01-01\ntags: [winter]\n---\n# First\n\nBees in January.\n"
FILES = {
    "docs/index.md": "# Home\n\nWelcome.\n",
    "docs/guide.md": "# Guide\n\nText.\n",
    "docs/blog/posts/first.md": POST,
}
AUTHORS: dict[str, Any] = {"git-authors": {"show_email_address": False, "show_contribution": True}}
PLUGINS: dict[str, tuple[str, list[Any]]] = {
    "git-revision-date": ("mkdocs", ["search", "git-revision-date"]),
    "git-revision-date-localized": (
        "material",
        ["search", {"git-revision-date-localized": {"enable_creation_date": True}}],
    ),
    "git-authors": ("material", ["search", AUTHORS]),
    "shadcn": ("shadcn", ["search"]),
    "rss with dates of git": ("mkdocs", ["search", {"rss": {"use_git": True}}]),
}


def commit(root: Path) -> None:
    who = {f"GIT_{role}_{what}": "ada@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run(["git", *command], cwd=root, env=env, check=True)  # noqa: S607


def listed(root: Path) -> set[str]:
    outputs = {"site", ".cache", ".git"}
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if path.parts[0] not in outputs}


@pytest.mark.parametrize("options", [{}, {"cache": False}], ids=["cached", "uncached"])
@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_strict_build_passes_beside_a_plugin_that_asks_git(folder: Folder, plugin: str, options: Any) -> None:
    theme, plugins = PLUGINS[plugin]
    folder.write(FILES)
    folder.configure(options, theme=theme, plugins=plugins, extra={"key": SECRET})
    commit(folder.root)
    before = listed(folder.root)
    for path in (folder.root / "docs").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    built = folder.build("--strict")
    assert built.code == 0, built.log
    assert listed(folder.root) == before
    assert "First" in built.words("blog/index.html")
    assert "winter" in built.words("blog/tags/index.html")
    assert not [path for path in built.paths if SECRET in (built.site / path).read_text("utf-8", "ignore")]
    assert not [path for path in built.paths if path.startswith("blog/tag") and "Welcome." in built.text(path)]


def test_authors_of_the_site_are_those_of_its_pages(build: Callable[..., Built], folder: Folder) -> None:
    """Nobody gets credit for the home page once more because the blog has lists."""
    files = {**FILES, "docs/guide.md": "# Guide\n\n{{ git_site_authors }}\n"}
    folder.write(files)
    folder.configure(theme="mkdocs", plugins=["search", AUTHORS])
    commit(folder.root)
    built = build(files, theme="mkdocs", plugins=["search", AUTHORS], strict=True)
    assert built.code == 0, built.log
    assert "100" in built.words("guide/index.html")


def test_a_list_shows_no_date_of_another_file(folder: Folder) -> None:
    folder.write(
        {
            **FILES,
            "overrides/main.html": "<html><body>{{ page.meta.revision_date }}|{{ page.content }}</body></html>",
        }
    )
    folder.configure(theme={"name": "mkdocs", "custom_dir": "overrides"}, plugins=["search", "git-revision-date"])
    commit(folder.root)
    built = folder.build("--strict")
    assert built.code == 0, built.log
    assert built.words("guide/index.html").startswith("20")
    assert built.words("blog/tags/index.html").startswith("|")


def search_entries(built: Built) -> dict[str, str]:
    docs = json.loads(built.text("search/search_index.json"))["docs"]
    return {entry["location"]: entry["text"] for entry in docs}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_an_index_that_someone_wrote_stays_what_it_was(build: Callable[..., Built], theme: str) -> None:
    index = "# Journal\n\nAll about bees.\n\n## How to write to us\n\nBy pigeon.\n"
    nav = ["index.md", {"Journal": "blog/index.md"}, "guide.md"]
    built = build({**FILES, "docs/blog/index.md": index}, theme=theme, strict=True, nav=nav,
                  validation={"nav": {"omitted_files": "warn"}})  # fmt: skip
    assert built.code == 0, built.log
    entries = search_entries(built)
    assert "By pigeon." in entries["blog/#how-to-write-to-us"]
    assert "All about bees." in " ".join(text for location, text in entries.items() if location.startswith("blog/"))
    assert "Bees in January" not in " ".join(
        text for place, text in entries.items() if place.partition("#")[0] == "blog/"
    )
    if theme == "mkdocs":
        hrefs = [link.attributes["href"] for link in built.page("guide/index.html").css("a[rel=prev]")]
        assert hrefs == ["../blog/"]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("nav", [["index.md", "guide.md"], ["index.md", "guide.md", {"News": "blog/index.md"}]])
def test_no_page_that_does_not_exist_is_missed_in_nav(build: Callable[..., Built], nav: Any, theme: str) -> None:
    built = build(FILES, theme=theme, strict=True, nav=nav, validation={"nav": {"omitted_files": "warn"}})
    assert built.code == 0, built.log
    assert "not included in the" not in built.log
    assert "blog/" in {link.attributes["href"] for link in built.page("index.html").css("a[href]")}
