"""The page "Moving from Jekyll": its example is a site that builds as it says, and its tables have all there is."""

from __future__ import annotations

import re
import shlex
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_iroco_blog.jekyll.config.model import DEFAULTS
from mkdocs_iroco_blog.jekyll.config.plugins import PLUGINS
from mkdocs_iroco_blog.jekyll.kramdown.document import Options
from mkdocs_iroco_blog.jekyll.liquid.filters.table import FILTERS
from tests.hosts.host import COMMAND
from tests.manual.reading import DOCS, built, run, sections, steps, write

PAGE = (DOCS / "jekyll.md").read_text(encoding="utf-8")
PARTS = sections(PAGE)


def follow(root: Path, *titles: str) -> None:
    """Do what sections say; of the files, the later are written over the earlier."""
    for title in titles:
        for step in steps(PARTS[title]):
            if step.kind == "commands":
                program = f"{sys.executable} -m mkdocs_iroco_blog "
                commands = step.text.replace("iroco-blog ", program).replace(
                    "mkdocs build", f"{shlex.join(COMMAND)} build"
                )
                run("sh", "-euc", commands, cwd=root)
            if step.kind == "file" and not step.name.startswith(".woodpecker"):
                write(root, step.name, step.text)


def look(site: Path) -> None:
    for step in steps(PARTS["Try it"]):
        if step.kind == "look":
            assert step.text in (built(site, step.name) or ""), step


def write_garden(root: Path) -> Path:
    """Write the example, without importing it."""
    for step in steps(PARTS["Try it"]):
        if step.kind == "file":
            write(root, step.name, step.text)
    return root / "garden"


def test_try_it(tmp_path: Path) -> None:
    follow(tmp_path, "Try it")
    look(tmp_path / "garden-mkdocs/site")
    post = next(step.text for step in steps(PARTS["Try it"]) if step.kind == "shown" and step.name == "markdown")
    assert (tmp_path / "garden-mkdocs/docs/posts/2024-10-04-bees.md").read_text(encoding="utf-8") == post


def test_read_the_site_where_it_is(tmp_path: Path) -> None:
    garden = write_garden(tmp_path)
    follow(tmp_path, "Read the site where it is")
    run(*COMMAND, "build", "--strict", cwd=garden)
    look(garden / "site")


def test_move_a_post_at_a_time(tmp_path: Path) -> None:
    follow(tmp_path, "Try it", "Read the site where it is", "Move a post at a time")
    garden = tmp_path / "garden"
    assert not list((garden / "_posts").iterdir())
    run(*COMMAND, "build", "--strict", cwd=garden)
    look(garden / "site")
    assert "<id>https://garden.example/2024/bees</id>" in (built(garden / "site", "/feed.xml") or "")


@pytest.mark.parametrize(
    "extra", [[], ["CNAME", "404.html", "assets/logo.svg", "_drafts/later.md"]], ids=["few", "more"]
)
def test_finish_the_move(tmp_path: Path, extra: list[str]) -> None:
    """The commands move what there is; addresses stay."""
    garden = write_garden(tmp_path)
    write(garden, "docs/.gitkeep", "")
    for name in extra:
        text = "---\npermalink: /404.html\n---\n" if name.endswith((".html", ".md")) else ""
        write(garden, name, f"{text}garden.example\n")
    for command in ("init --quiet", "add --all"):
        run("git", *command.split(), cwd=garden)
    follow(tmp_path, "Finish the move")
    assert {path.name for path in garden.iterdir()} == {".git", "blog", "docs", "mkdocs.yml"}
    run(*COMMAND, "build", "--strict", cwd=garden)
    look(garden / "site")
    assert "https://garden.example/2024/bees/" in (built(garden / "site", "/sitemap.xml") or "")
    for name in {"CNAME", "404.html", "assets/logo.svg"} & set(extra):
        assert "garden.example" in (garden / "site" / name).read_text(encoding="utf-8")


def settings() -> set[str]:
    """The names in the first column of the table of settings."""
    rows = re.findall(r"^\| (`.*?) \|", PARTS["Every setting of `_config.yml`"], re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w[\w-]*)`", row)}


@pytest.mark.parametrize("name", DEFAULTS)
def test_every_setting_is_there(name: str) -> None:
    assert name in settings()


def test_every_kramdown_option_is_there() -> None:
    [row] = [line for line in PAGE.splitlines() if line.startswith("| `kramdown` |")]
    assert {field.name for field in fields(Options)} <= set(re.findall(r"`(\w+)`", row))


def test_every_plugin_and_filter_is_there() -> None:
    assert not [name for name in PLUGINS if f"\n| `{name}` | " not in PAGE]
    assert not [name for name in FILTERS if f"`{name}`" not in PAGE]


@pytest.mark.parametrize("number", [0, 1])
def test_woodpecker(number: int) -> None:
    """Both ways build strictly, and publish what was built."""
    files = [step.text for step in steps(PARTS["Publish on Codeberg Pages"]) if step.name == ".woodpecker.yml"]
    workflow: Any = yaml.safe_load(files[number])
    build, publish = workflow["steps"]["build"], workflow["steps"]["publish"]
    assert build["commands"][-1] == "mkdocs build --strict"
    secret = publish["settings"]["TOKEN"] if number == 0 else publish["environment"]["TOKEN"]
    assert secret == {"from_secret": "pages_token"}
    assert publish.get("commands", ["cd site"])[0] == "cd site"
    assert publish.get("settings", {}).get("UPLOAD_DIR", "site") == "site"
    assert not re.search(r"\$\{", files[number])


def test_what_is_pushed_to_the_branch(tmp_path: Path) -> None:
    """The commands of the second way, with a folder as the repository that they push to."""
    [*_, text] = [step.text for step in steps(PARTS["Publish on Codeberg Pages"]) if step.name == ".woodpecker.yml"]
    workflow: Any = yaml.safe_load(text)
    write(tmp_path, "site/index.html", "<p>Home</p>")
    bare = tmp_path / "bare.git"
    run("git", "init", "--quiet", "--bare", str(bare), cwd=tmp_path)
    commands = "\n".join(workflow["steps"]["publish"]["commands"])
    commands = commands.replace("https://$TOKEN@codeberg.org/$CI_REPO.git", str(bare))
    known = {"CI_COMMIT_AUTHOR": "ada", "CI_COMMIT_AUTHOR_EMAIL": "ada@garden.example", "CI_COMMIT_SHA": "0123abc"}
    run("sh", "-euc", commands, cwd=tmp_path, env=known)
    assert run("git", "show", "pages:index.html", cwd=bare) == "<p>Home</p>"
