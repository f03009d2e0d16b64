"""The output of `iroco-blog check`: golden cases, the rules of formats, exit codes, hosts."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from mkdocs_iroco_blog.cli.check.printing import FORMATS
from tests.cli.check.sites import check_site
from tests.cli.running import ROOT, run
from tests.cli.site import NOON, make_site

POST = "---\ndate: 2025-10-04\ncatgories: [Garden]\n---\n\n# Soil\n\n[x](nowhere.md)\n"
FAULTY = {"docs/index.md": "# Home\n", "docs/blog/posts/a.md": POST}
FINE = {"docs/index.md": "# Home\n", "docs/blog/posts/a.md": "---\ndate: 2025-10-04\n---\n\n# Soil\n"}


@pytest.mark.golden_test("../../cases/cli/check/*.yml")
def test_output(golden: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path / "site", golden["site"])
    monkeypatch.chdir(site)
    result = check_site(site, form=golden["format"])
    output = result.output.replace(tmp_path.as_uri(), "file:///home")
    assert golden.out["output"] == output.replace(version("mkdocs-iroco-blog"), "1.2.3")
    assert golden.out["code"] == result.code
    assert result.errors == ""


def test_sarif_follows_the_rules_of_its_schema(tmp_path: Path) -> None:
    """https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html: what it requires, and the types of the rest."""
    log = json.loads(check_site(make_site(tmp_path / "site", FAULTY), form="sarif").output)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    [sarif] = log["runs"]
    driver = sarif["tool"]["driver"]
    assert driver["name"] == "iroco-blog check"
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    needed = ("shortDescription", "fullDescription", "help")  # GitHub needs all three
    assert all(rule[name]["text"] for rule in driver["rules"] for name in needed)
    assert len(sarif["results"]) == 2
    for result in sarif["results"]:
        assert result["ruleId"] == driver["rules"][result["ruleIndex"]]["id"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        [location] = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] in sarif["originalUriBaseIds"]
        assert sarif["originalUriBaseIds"][artifact["uriBaseId"]]["uri"].endswith("/")
        assert (tmp_path / "site" / unquote(artifact["uri"])).is_file()
        assert location["physicalLocation"]["region"]["startLine"] >= 1


def test_a_rule_of_sarif_names_no_value(tmp_path: Path) -> None:
    files = {**FINE, "docs/index.md": "# Home\n\n<!-- iroco-blog/series -->\n"}
    log = json.loads(check_site(make_site(tmp_path / "site", files), form="sarif").output)
    [rule] = log["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["help"]["text"]) == ("IB728", "Write `{ name: … }`.")


def test_paths_are_relative_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    site = make_site(tmp_path / "my website", FAULTY)
    assert {entry["file"] for entry in check_site(site).entries} == {"my website/docs/blog/posts/a.md"}
    assert "file=my website/docs/blog/posts/a.md," in check_site(site, form="github").output
    assert '"uri": "my%20website/docs/blog/posts/a.md"' in check_site(site, form="sarif").output


def test_paths_in_text_are_relative_to_where_one_is(tmp_path: Path) -> None:
    make_site(tmp_path / "site", FAULTY)
    done = run("check", "-f", "../mkdocs.yml", cwd=tmp_path / "site" / "docs", env=NOON)
    assert (done.returncode, done.stderr) == (1, "")
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == ["blog/posts/a.md:3", "blog/posts/a.md:8"]


def test_a_message_about_an_option_names_it_and_mkdocs_yml(tmp_path: Path) -> None:
    plugins = [{"iroco-blog": {"post_url_format": "{slgu}"}}]
    result = check_site(make_site(tmp_path / "site", FINE, plugins=plugins))
    [entry] = result.entries
    assert (entry["file"], entry["level"], result.code) == ("mkdocs.yml", "error", 1)
    assert entry["message"].startswith("post_url_format: ")


def test_messages_of_the_host_have_a_file_if_they_name_one_and_their_own_lines(tmp_path: Path) -> None:
    files = {"docs/lost.md": "# Lost\n", f"docs/{'x' * 200}.md": f"[x](<{'y' * 5000}.md#a>) [z](/etc/passwd)\n"}
    site = make_site(tmp_path / "site", {**FINE, **files}, nav=["index.md"])
    entries = check_site(site).entries
    assert {entry["file"] for entry in entries} == {f"docs/{'x' * 200}.md", "mkdocs.yml"}
    assert "\n      - lost.md" in check_site(site, form="text").output
    assert "configuration:%0A      - lost.md" in check_site(site, form="github").output


def test_a_site_that_cannot_be_loaded_is_a_problem(tmp_path: Path) -> None:
    result = check_site(make_site(tmp_path / "site", FINE, plugins=["iroco-blog", "no-such-plugin"]))
    [entry] = result.entries
    assert (entry["file"], entry["level"], result.code) == ("mkdocs.yml", "error", 1)
    assert "no-such-plugin" in entry["message"]


def test_an_error_of_a_template_comes_after_the_messages_up_to_it(tmp_path: Path) -> None:
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    site = make_site(tmp_path / "site", {**FAULTY, "overrides/main.html": "{{ blog.posts() }}{{ 1 / 0 }}"}, theme=theme)
    done = run("check", cwd=site, env=NOON)
    assert done.returncode == 1
    *others, last = done.stdout.splitlines()
    assert any(line.endswith("[IB145]") for line in others)
    assert last == "docs/index.md: error: Error building page 'index.md': division by zero"
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_a_site_without_a_blog_is_a_wrong_use(tmp_path: Path) -> None:
    result = check_site(make_site(tmp_path / "site", FINE, plugins=["search"]))
    assert result.code == 2
    assert "Error: mkdocs.yml has no blog. Add `iroco-blog` to its `plugins`" in result.errors


def test_the_built_site_stays_as_it_is(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", FINE)
    (site / "site").mkdir()
    (site / "site" / "old.html").write_text("old", encoding="utf-8")
    assert check_site(site).code == 0
    assert [path.name for path in (site / "site").iterdir()] == ["old.html"]


@pytest.mark.skipif(find_spec("properdocs") is None, reason="ProperDocs is not installed")
def test_it_runs_on_properdocs(tmp_path: Path) -> None:
    theme = {"theme/main.html": "<html><head></head><body>{{ page.content }}</body></html>\n"}
    site = make_site(tmp_path / "site", {**theme, **FAULTY}, theme={"name": None, "custom_dir": "theme"})
    program = "import properdocs.replacement, sys; from mkdocs_iroco_blog.cli.main import cli; cli(sys.argv[1:])"
    command = [sys.executable, "-c", program, "check", "--format", "json"]
    env = {**NOON, "PATH": "", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert [entry["code"] for entry in json.loads(done.stdout)] == ["IB145", "IB801"], done.stdout


def test_the_hook_of_pre_commit_runs_the_command(tmp_path: Path) -> None:
    """https://pre-commit.com/#new-hooks: what a hook must have. It is run from the repository's root, without files."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("iroco-blog-check", "python", False)
    program, *arguments = hook["entry"].split()
    assert program == "iroco-blog"
    for name, files, code in (("faulty", FAULTY, 1), ("fine", FINE, 0)):
        assert run(*arguments, cwd=make_site(tmp_path / name, files), env=NOON).returncode == code


def test_the_help_names_every_format() -> None:
    done = run("check", "--help", cwd=ROOT)
    assert f"[{'|'.join(FORMATS)}]" in done.stdout
