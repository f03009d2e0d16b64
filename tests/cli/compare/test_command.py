"""The command `compare`: its exit codes, its report, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.cli.compare.printing.summary import summary_lines
from mkdocs_iroco_blog.cli.compare.sites import compare_sites
from tests.cli.compare.sites import write_site
from tests.cli.running import ROOT, run

HOME = "<main><h1>Garden</h1><p>Apples and bees.</p></main>"
POST = "<main><h1>Bees</h1><p>The <b>hives</b> are closed for the winter.</p></main>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a site `old`."""
    write_site(tmp_path / "old", {"index.html": HOME, "bees/index.html": POST})
    return tmp_path


def test_nothing_lost_returns_0(folder: Path) -> None:
    write_site(folder / "new", {"index.html": HOME, "bees/index.html": POST.replace("</p>", "</p><p>More.</p>")})
    done = run("compare", "old", "new", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "new",
    [
        {"index.html": HOME},
        {"index.html": HOME, "bees/index.html": POST.replace("winter", "summer")},
        {"index.html": HOME, "bees/index.html": "<h1>Bees</h1>"},
    ],
)
def test_something_lost_returns_1(folder: Path, new: dict[str, str]) -> None:
    write_site(folder / "new", new)
    for options in ([], ["--json"], ["--all"]):
        done = run("compare", "old", "new", *options, cwd=folder)
        assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["old"], "Missing argument 'NEW'."),
        (["old", "no"], "Directory 'no' does not exist."),
        (["empty", "old"], "empty has no pages. Name a folder with the HTML of a built site."),
        (["old", "empty"], "empty has no pages. Name a folder with the HTML of a built site."),
        (["old", "old"], "OLD and NEW are the same folder."),
        (["old", "copy", "--html", "old"], "File 'old' is a directory."),
        (["old", "copy", "--html", "no/report.html"], "There is no folder no for the report."),
        (["old", "copy", "--html", 300 * "x"], "cannot be written: File name too long. Name another file."),
    ],
)
def test_a_wrong_use_returns_2(folder: Path, arguments: list[str], message: str) -> None:
    (folder / "empty").mkdir()
    write_site(folder / "copy", {"index.html": HOME})
    done = run("compare", *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.split())


def test_json_has_every_address(folder: Path) -> None:
    write_site(folder / "new", {"index.html": HOME, "new/index.html": POST})
    value = json.loads(run("compare", "old", "new", "--json", cwd=folder).stdout)
    assert {entry["address"]: entry["state"] for entry in value["addresses"]} == {
        "/": "same", "/bees/": "gone", "/new/": "new",
    }  # fmt: skip
    assert value["measures"]["addresses"] == {"same": 1, "total": 2}


def test_the_manual_shows_what_its_example_prints() -> None:
    case = yaml_load((ROOT / "tests/cases/cli/compare/manual.yml").read_text(encoding="utf-8"))
    page = (ROOT / "docs/cli/compare.md").read_text(encoding="utf-8")
    assert f"```console\n$ iroco-blog compare before after\n{case['output']}```\n" in page


def test_the_manual_shows_the_json_of_its_example(tmp_path: Path) -> None:
    """It leaves out other addresses and measures, and a note."""
    case = yaml_load((ROOT / "tests/cases/cli/compare/manual.yml").read_text(encoding="utf-8"))
    page = (ROOT / "docs/cli/compare.md").read_text(encoding="utf-8")
    for name in ("old", "new"):
        write_site(tmp_path / name, case[name])
    value = json.loads(run("compare", "old", "new", "--json", cwd=tmp_path).stdout)
    sample = json.loads(page.partition("```json\n")[2].partition("```")[0])
    addresses = [entry["address"] for entry in sample["addresses"]]
    assert addresses
    value["addresses"] = [entry for entry in value["addresses"] if entry["address"] in addresses]
    value["measures"] = {name: value["measures"][name] for name in sample["measures"]}
    value["notes"] = []
    assert sample == value


def test_other_commands_get_values(folder: Path) -> None:
    write_site(folder / "new", {"index.html": HOME, "bees/index.html": POST})
    comparison = compare_sites(folder / "old", folder / "new")
    assert comparison.losses == []
    assert summary_lines(comparison) == ["addresses  2 of 2", "texts      2 of 2", "headings   2 of 2"]


def test_the_report_shows_both_sides_and_needs_nothing_else(folder: Path) -> None:
    bad = POST.replace("winter", "&lt;script>alert(1)&lt;/script> &#x202e;").replace("Bees", "<i>The</i> bees")
    write_site(folder / "new", {"bees/index.html": bad, "new/index.html": POST})
    assert run("compare", "old", "new", "--html", "report.html", cwd=folder).returncode == 1
    html = (folder / "report.html").read_text(encoding="utf-8")
    report = LexborHTMLParser(html)
    assert report.css("script, link, img, iframe, [src], [onclick]") == []
    assert "\u202e" not in html
    assert [node.text() for node in report.css("td del")] == ["winter.", "Bees"]
    assert [node.text() for node in report.css("td ins")] == ["<script>alert(1)</script> \\u202e.", "The bees"]
    assert [node.text() for node in report.css("h2")] == [
        "Gone without a redirect (1)", "Text that is lost (1)", "Headings that are lost or different (1)", "New (1)",
        "Notes",
    ]  # fmt: skip
    links = [node.attributes["href"] for node in report.css("nav a")]
    assert links == [f"#{node.attributes['id']}" for node in report.css("h2[id]")]
    assert len(links) == 4
    assert "prefers-color-scheme: dark" in html
    assert report.css_first("html[lang=en] main h1")
    assert all(node.attributes.get("scope") for node in report.css("th"))


def test_the_report_leaves_out_the_middle_of_long_texts_that_are_equal(folder: Path) -> None:
    long = "So it went on. And then it went on without an end in sight. " * 20
    write_site(folder / "old", {"bees/index.html": POST.replace("The", f"One {long}")})
    write_site(folder / "new", {"index.html": HOME, "bees/index.html": POST.replace("The", f"Two {long}")})
    run("compare", "old", "new", "--html", "report.html", cwd=folder)
    html = (folder / "report.html").read_text(encoding="utf-8")
    assert re.search(r"<del>One</del> So it went on[.\w ]+ [a-zA-Z]+\b[.]? … [a-zA-Z]+ [.\w ]+ hives are closed", html)
    assert len(html) < 8000
    shortened = re.findall(r"(\w+)[.]? … (\w+)", html)
    assert shortened
    assert {word for pair in shortened for word in pair} <= {*re.findall(r"\w+", long)}
