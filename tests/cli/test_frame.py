"""The frame of the command line: what all commands share."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mkdocs_iroco_blog.cli.main import COMMANDS, LazyGroup, cli
from mkdocs_iroco_blog.cli.options import site_options
from mkdocs_iroco_blog.cli.output import print_json, print_table, print_text, show_progress
from mkdocs_iroco_blog.cli.site import open_site
from tests.cli.running import ROOT, run
from tests.cli.site import make_site
from tests.hosts.host import HOST
from tools.reference.commands import help_of

SLOW = ("babel", "jinja2", "markdown", "mkdocs", "mkdocs_iroco_blog.host", "pymdownx", "selectolax", "yaml")
"""Modules that take long to import."""
PAGES = ROOT / "docs" / "cli"


def imported_by(*arguments: str) -> set[str]:
    command = [sys.executable, "-X", "importtime", "-m", "mkdocs_iroco_blog", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(re.findall(r"\| +([\w.]+)$", done.stderr, re.MULTILINE))


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_imports_nothing_slow(option: str) -> None:
    modules = imported_by(option)
    assert "click" in modules
    assert sorted(modules & set(SLOW)) == []
    assert sorted(name for name in modules if name.startswith("mkdocs_iroco_blog.cli.")) == [
        "mkdocs_iroco_blog.cli.main"
    ]


@pytest.mark.parametrize("arguments", [["list"], ["new", "Peas"]])
def test_only_a_jekyll_site_needs_the_reader_of_jekyll_sites(arguments: list[str], tmp_path: Path) -> None:
    docs = make_site(tmp_path / "docs", {"docs/blog/posts/a.md": "---\ndate: 2025-03-01\n---\n\n# A\n"})
    files = {"_config.yml": "title: Garden\n", "_posts/2025-03-01-a.md": "---\ntitle: A\n---\n"}
    jekyll = make_site(tmp_path / "jekyll", files, plugins=[{"iroco-blog": {"jekyll": "."}}])
    slow = {"mkdocs_iroco_blog.jekyll.kramdown", "mkdocs_iroco_blog.jekyll.liquid"}
    docs_modules, jekyll_modules = (
        imported_by(arguments[0], "-f", str(site / "mkdocs.yml"), *arguments[1:]) for site in (docs, jekyll)
    )
    assert sorted(docs_modules & slow) == []
    assert jekyll_modules >= slow


@pytest.mark.parametrize(("arguments", "renders"), [(["list"], False), (["new", "Peas"], False), (["check"], True)])
def test_only_a_command_that_builds_needs_layouts_and_shortcuts(
    arguments: list[str], renders: bool, tmp_path: Path
) -> None:
    site = make_site(tmp_path / "site", {"docs/blog/posts/a.md": "---\ndate: 2025-03-01\n---\n\n# A\n"})
    modules = imported_by(arguments[0], "-f", str(site / "mkdocs.yml"), *arguments[1:])
    parts = {"host.output.render", "host.speed.fast", "layout.fragments", "publish.feeds.atom"}
    assert {name for name in parts if f"mkdocs_iroco_blog.{name}" in modules} == (parts if renders else set())


def test_completion_of_commands_imports_none_of_them() -> None:
    names = [item.value for item in cli.shell_complete(click.Context(cli), "")]
    assert names[: len(COMMANDS)] == sorted(COMMANDS)
    assert cli.shell_complete(click.Context(cli), "no-such-command") == []


def test_a_shell_gets_its_completion(tmp_path: Path) -> None:
    done = run(cwd=tmp_path, env={"_IROCO_BLOG_COMPLETE": "zsh_source"})
    assert "#compdef iroco-blog" in done.stdout
    asked = {"_IROCO_BLOG_COMPLETE": "bash_complete", "COMP_WORDS": "iroco-blog ", "COMP_CWORD": "1"}
    assert run(cwd=tmp_path, env=asked).stdout.split() == [f"plain,{name}" for name in sorted(COMMANDS)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("new --d", ["--draft", "--date"]),
        ("list --sort ", ["date", "title", "state", "file"]),
        ("list --missing a", ["alt", "authors"]),
        ("list --missing alt,a", ["alt,authors"]),
    ],
)
def test_a_shell_completes_options_and_their_values(words: str, expected: list[str], tmp_path: Path) -> None:
    line = f"iroco-blog {words}"
    asked = {"_IROCO_BLOG_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    done = run(cwd=tmp_path, env=asked).stdout.split()
    assert [item.removeprefix("plain,") for item in done] == expected


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_says_in_its_help_what_the_list_says_and_shows_an_example(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert COMMANDS[name][1] == command.get_short_help_str(100)
    assert f"iroco-blog {name} " in help_of(name).partition("Example")[2]
    assert "\\" not in help_of(name)  # a mark of click's that it has not understood


def test_the_manual_has_a_page_for_every_command() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {"index", *COMMANDS}
    for name in COMMANDS:
        assert help_of(name) in (PAGES / f"{name}.md").read_text(encoding="utf-8")


def test_an_unknown_command_is_a_wrong_use(tmp_path: Path) -> None:
    done = run("lsit", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "No such command 'lsit'" in done.stderr


@pytest.fixture
def show() -> Callable[..., str]:
    """Run a function inside the program, and return its output, with colours as on a terminal."""

    def call(function: Callable[[], None], *, terminal: bool = True, **env: str) -> str:
        @click.group(cls=LazyGroup, invoke_without_command=True)
        @click.pass_context
        def program(ctx: click.Context) -> None:
            assert cli.callback
            ctx.invoke(cli.callback)
            function()

        result = CliRunner().invoke(program, color=terminal, env={"NO_COLOR": None, **env}, catch_exceptions=False)
        return result.output

    return call


def test_a_table_has_even_columns_and_no_control_characters(show: Callable[..., str]) -> None:
    rows = [("a.md", 3, "Plain"), ("日本.md", 10, "\x1b[31mred\u202e"), ("e\u0301.md", 1, "")]
    assert show(lambda: print_table(("File", "Words", "Title"), rows), terminal=False) == (
        "File     Words  Title\na.md     3      Plain\n日本.md  10     \\x1b[31mred\\u202e\ne\u0301.md     1\n"
    )
    assert show(lambda: print_table(("File",), [])) == ""
    assert show(lambda: print_table(("File",), [("a.md",)])) == "\x1b[1mFile\x1b[0m\na.md\n"


def test_colours_are_for_terminals_without_no_color(show: Callable[..., str]) -> None:
    def text() -> None:
        print_text("lost", colour="red")

    assert show(text) == "\x1b[31mlost\x1b[0m\n"
    assert show(text, NO_COLOR="1") == "lost\n"
    assert show(text, terminal=False) == "lost\n"


def test_json_is_sorted_and_readable(show: Callable[..., str]) -> None:
    assert show(lambda: print_json({"b": ["é"], "a": 1})) == '{\n  "a": 1,\n  "b": [\n    "é"\n  ]\n}\n'


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_progress_bar_appears_on_stderr_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(show_progress([1, 2, 3], "Reading pages", patience=60)) == [1, 2, 3]
    assert terminal.getvalue() == ""
    assert list(show_progress([1, 2, 3], "Reading pages", patience=-1)) == [1, 2, 3]
    assert "Reading pages" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_no_progress_bar_appears_in_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(show_progress([1, 2, 3], "Reading pages", patience=-1)) == [1, 2, 3]
    assert capsys.readouterr() == ("", "")


@click.command
@site_options
def blog_of(config_file: Path | None, blog: str | None) -> None:
    """Print the blog's folder."""
    print_json(open_site(config_file, blog).settings.blog_dir)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an empty `docs`, from which commands run."""
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder: Path, plugins: object, name: str = "mkdocs.yml") -> None:
    config = {"site_name": "Garden", "theme": {"name": "mkdocs"}, "plugins": plugins}
    (folder / name).write_text(json.dumps(config), encoding="utf-8")


def test_the_only_blog_of_a_site_needs_no_name(folder: Path) -> None:
    configure(folder, [{"iroco-blog": {"blog_dir": "news"}}, {"iroco-blog": {"blog_dir": "off", "enabled": False}}])
    assert CliRunner().invoke(blog_of, []).output == '"news"\n'
    assert CliRunner().invoke(blog_of, ["--blog", "news/"]).output == '"news"\n'
    configure(folder, ["iroco-blog"], "other.yml")
    assert CliRunner().invoke(blog_of, ["-f", "other.yml"]).output == '"blog"\n'


def test_the_file_of_the_host_comes_first(folder: Path) -> None:
    for name in ("mkdocs", "properdocs"):
        configure(folder, [{"iroco-blog": {"blog_dir": name}}], f"{name}.yml")
    assert CliRunner().invoke(blog_of, []).output == f'"{HOST}"\n'


@pytest.mark.parametrize(
    ("plugins", "arguments", "message"),
    [
        (
            None, [],
            (
                f"There is no {HOST}.yml in this folder. Change to its folder, or write its path after -f. "
                f"To start a site here: {HOST} new ."
            ),
        ),
        (None, ["-f", "no.yml"], "no.yml does not exist. Write the path of your mkdocs.yml after -f."),
        (
            ["search"], [],
            "mkdocs.yml has no blog. Add `iroco-blog` to its `plugins`, as in: plugins: [search, iroco-blog]",
        ),
        (
            ["iroco-blog", {"iroco-blog": {"blog_dir": "news"}}], [],
            "mkdocs.yml has several blogs. Choose one with --blog: blog, news.",
        ),
        (
            ["iroco-blog"], ["--blog", "nwes"],
            "mkdocs.yml has no blog in `nwes`. Choose one of these with --blog: blog.",
        ),
    ],
)  # fmt: skip
def test_a_site_without_the_blog_is_a_wrong_use(
    folder: Path, plugins: object, arguments: list[str], message: str
) -> None:
    if plugins:
        configure(folder, plugins)
    result = CliRunner().invoke(blog_of, arguments)
    assert result.exit_code == 2
    assert result.output.endswith(f"Error: {message}\n")
