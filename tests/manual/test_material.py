"""The page "Moving from Material's blog": its example builds with both plugins and differs as the page says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from material.plugins.blog.config import BlogConfig as MaterialConfig

from mkdocs_iroco_blog.core.html.material_syntax import FEATURES
from mkdocs_iroco_blog.core.settings import Settings
from tests.manual.reading import DOCS, build_site, built, run, sections, steps, write
from tools.reference.options import all_options, default_of

PAGE = (DOCS / "material.md").read_text(encoding="utf-8")
PARTS = sections(PAGE)
OPTIONS = {option.name: option for option in all_options()}
DEFAULTS = {"null": "not set"}
RENAMED = {"pagination_template"}


def follow(root: Path, *titles: str, building: bool = True) -> None:
    """Do what sections say, in order; what a shell is shown to print, it prints. Without `building`, only write."""
    for title in titles:
        for step in steps(PARTS[title]):
            if step.kind == "file":
                write(root, step.name, step.text)
            elif step.kind == "commands" and building:
                program, command, *options = step.text.split()
                assert (program, command) == ("mkdocs", "build")
                build_site(root, *options)
            elif step.name == "console" and building:
                [command, *lines] = step.text.removeprefix("$ ").splitlines()
                assert uncounted(printed(command, root).splitlines()) == uncounted(lines), command


def printed(command: str, root: Path) -> str:
    """What a command of this project prints, where all is well."""
    name, *arguments = command.split()
    assert name == "iroco-blog"
    return run(sys.executable, "-m", "mkdocs_iroco_blog", *arguments, cwd=root)


def uncounted(lines: list[str]) -> list[str]:
    """Lines without the number of a theme's files, which another version of it may change."""
    return [re.sub(r"\d+ files of", "files of", line) for line in lines]


def look(root: Path, title: str, folder: str = "after") -> None:
    seen = [step for step in steps(PARTS[title]) if step.kind == "look"]
    assert seen
    for step in seen:
        page = built(root / folder, step.name)
        assert (page is None) if step.text == "(no such page)" else (page and step.text in page), step


def rows(title: str) -> list[list[str]]:
    """The cells of a section's tables, heads among them."""
    lines = [line for line in PARTS[title].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_try_it(tmp_path: Path) -> None:
    follow(tmp_path, "Try it")
    look(tmp_path, "Try it")


def test_compare(tmp_path: Path) -> None:
    """Nothing is lost; with the options that the page names, only a feed is new."""
    follow(tmp_path, "Try it", "Compare")
    look(tmp_path, "Compare")


def test_templates(tmp_path: Path) -> None:
    """The fragment is used, and a Note names each of Material's templates with the fragment in its place."""
    follow(tmp_path, "Try it", "Templates of your own", building=False)
    replaced = [(re.findall(r"`([\w/-]+\.html)`", old), new) for old, new in rows("Templates of your own")]
    named = {old: new.strip("`") for olds, new in replaced if new.startswith("`iroco_blog/") for old in olds}
    assert named.keys() >= {"blog-post.html", "blog.html", "partials/post.html"}
    for name in named:
        write(tmp_path, f"overrides/{name}", "{% extends 'main.html' %}")
    said = build_site(tmp_path, "--strict", "--site-dir", "after").splitlines()
    look(tmp_path, "Templates of your own")
    for old, new in named.items():
        assert any(f"overrides/{old}" in line and new in line for line in said), old


def test_leave_the_theme(tmp_path: Path) -> None:
    """A Note says of the post what the page says it does."""
    follow(tmp_path, "Try it", "Leave the theme", building=False)
    said = build_site(tmp_path, "--strict", "--site-dir", "after")
    look(tmp_path, "Leave the theme")
    shown = [step.text.strip() for step in steps(PARTS["Leave the theme"]) if step.name == "text"]
    assert shown
    assert not [message for message in shown if message not in said]


def test_all_that_only_material_shows_is_there() -> None:
    assert [one.name for one in FEATURES.values()] == [row[0] for row in rows("Leave the theme")[-len(FEATURES) :]]


@pytest.mark.parametrize("name", sorted(MaterialConfig()._schema_keys))
def test_every_option_is_there(name: str) -> None:
    [row] = [row for row in rows("Every option") if re.match(rf"\[?`{name}`", row[0])]
    assert (name in OPTIONS) != (name in RENAMED)
    if name in OPTIONS:
        default = default_of(OPTIONS[name])
        shown = "a function" if default.startswith("!!") else DEFAULTS.get(default, f"`{default}`")
        assert row[1] == shown
        assert row[0] == f"[`{name}`](options.md#{name})"


@pytest.mark.parametrize("name", sorted(MaterialConfig()._schema_keys))
def test_a_default_that_differs_has_a_remark(name: str) -> None:
    """Functions are other objects and do the same; Material's `material.plugins.blog.view_name` sorts by name."""
    config = MaterialConfig()
    config.load_dict({})
    config.validate()
    ours = getattr(Settings(), name, None)
    same = config[name] == ours or (config[name], ours) == ([], ())
    [row] = [row for row in rows("Every option") if re.match(rf"\[?`{name}`", row[0])]
    assert same or row[2]
