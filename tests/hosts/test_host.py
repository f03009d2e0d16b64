"""The host that these tests run on: that it is the one which was asked for, and what its command says and answers."""

import os
import subprocess
from importlib.metadata import distributions

import pytest
from mkdocs.plugins import BasePlugin, get_plugins

from tests.declared import checks
from tests.hosts.host import COMMAND, HOST
from tests.hosts.record import TRIED, sentences
from tests.hosts.written import MATERIAL, THEMES, post, write, write_config
from tools.neighbours_table import read_rows

PACKAGES = frozenset(package for package, _ in TRIED.values())
POST = {"docs/index.md": "# Home\n", "docs/blog/posts/a.md": post(title="Post A", tags=["t"])}


def run(root, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the host's command in a site's folder."""
    return subprocess.run(
        [*COMMAND, *arguments], cwd=root, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def test_the_environment_is_the_one_that_was_asked_for() -> None:
    installed = {found.name for found in distributions()} & PACKAGES
    asked = os.environ.get("BLOG_PACKAGES", "")
    assert installed == set(asked.split()) if asked else installed >= {"mkdocs", "mkdocs-material"}
    with_material = installed & {"mkdocs-material", "mkdocs-materialx"}
    assert (("material",) if with_material else ()) + ("mkdocs", "readthedocs", "bare") == THEMES
    assert ("materialx" if "mkdocs-materialx" in installed else "material") == MATERIAL


@checks(
    "MkDocs",
    "Every test of a built site. Those that depend on the theme also run on `readthedocs` and a theme without blocks.",
)
@checks("Material for MkDocs", "Every test that depends on the theme: of titles, heads, navigation, search and more.")
@checks("MaterialX", "Every test that depends on the theme, on MkDocs and on ProperDocs.")
@checks(
    "ProperDocs",
    "Every test of a built site. Those that depend on the theme also run on `readthedocs` and a theme without blocks.",
)
@pytest.mark.parametrize("theme", THEMES)
def test_the_command_builds_and_has_nothing_to_say(tmp_path, theme) -> None:
    write(tmp_path, POST)
    write_config(tmp_path, theme, {}, {}, None)
    done = run(tmp_path, "build", "--strict")
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout
    for page in ("blog/2026/01/02/post-a", "blog", "blog/tag/t"):
        assert "Post A" in (tmp_path / "site" / page / "index.html").read_text(encoding="utf-8")


@checks("ProperDocs", "The plugin works where MkDocs is not installed.")
def test_the_plugin_is_one_of_this_host() -> None:
    plugin = get_plugins()["iroco-blog"].load()
    assert issubclass(plugin, BasePlugin)
    assert BasePlugin.__module__ == f"{HOST}.plugins"


@checks("ProperDocs", "`properdocs build --strict` reports a Problem once, with its line, and fails.")
def test_the_command_tells_a_problem_once_and_fails_where_it_is_strict(tmp_path) -> None:
    write(tmp_path, {**POST, "docs/blog/posts/b.md": post("yesterday", title="Post B")})
    write_config(tmp_path, "bare", {}, {}, None)
    said = run(tmp_path, "build")
    assert said.returncode == 0, said.stdout
    [line] = [line for line in said.stdout.splitlines() if "is not a date" in line]
    assert line.startswith("ERROR")
    assert "iroco-blog: blog/posts/b.md:2:" in line
    strict = run(tmp_path, "build", "--strict")
    assert strict.returncode == 1, strict.stdout
    assert "strict mode" in strict.stdout


def test_the_manuals_table_says_what_is_tested(pytestconfig) -> None:
    """Versions are those with which it was written."""
    if pytestconfig.pluginmanager.has_plugin("tests.hosts.record"):
        pytest.skip("it is being written")
    rows = {row.name: row for row in read_rows() if row.kind == "host"}
    assert list(rows) == list(TRIED), "Write the table anew: nox -- --update"
    for name, row in rows.items():
        assert (row.package, row.home) == TRIED[name]
        assert row.checked == sentences(name)
        assert row.version
