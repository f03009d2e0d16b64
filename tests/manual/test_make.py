"""What `make` builds and says: someone with a clone opens the example from disk, and nothing is installed twice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.manual.reading import ROOT, environment, run

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def commands(folder: Path, target: str) -> list[str]:
    """Return the commands that `make` would run for a target where the packages are installed already."""
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").touch()
    (folder / ".venv").mkdir()
    for name in ("pyvenv.cfg", ".site", ".dev"):
        (folder / ".venv" / name).touch()
    for age, name in enumerate((".site", ".dev", "pyvenv.cfg")):
        os.utime(folder / ".venv" / name, (2_000_000_000 - age,) * 2)
    command = ["make", "--no-print-directory", "--dry-run", target]
    env = environment({"MAKEFLAGS": ""})  # those of `make test` are for itself
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_example_is_built_and_nothing_else_where_the_packages_are(tmp_path: Path) -> None:
    [build, message] = commands(tmp_path, "site")
    assert build == ".venv/bin/mkdocs build --strict --no-directory-urls -f example-site/mkdocs.yml"
    assert message.startswith("echo 'Open example-site/site/blog/index.html in a browser.")


@pytest.mark.parametrize(
    ("target", "place"), [("serve", "http://127.0.0.1:8000/blog/"), ("docs", "build/manual/index.html")]
)
def test_make_says_what_to_open(tmp_path: Path, target: str, place: str) -> None:
    [message] = [line for line in commands(tmp_path, target) if line.startswith("echo ")]
    assert f" {place} in a browser." in message


def test_the_example_can_be_read_without_a_server(tmp_path: Path) -> None:
    """Each link and picture of a page leads to a file of the site."""
    config = str(ROOT / "example-site/mkdocs.yml")
    run("mkdocs", "build", "--strict", "--no-directory-urls", "-f", config, "-d", str(tmp_path), cwd=ROOT)
    assert (tmp_path / "blog/index.html").is_file()
    pages = [page for page in tmp_path.rglob("*.html") if page.name != "404.html"]  # that one is for a server
    targets = {target for page in pages for target in linked(page)}
    assert len(targets) > 80
    assert sorted(str(target) for target in targets if not target.is_file()) == []


def linked(page: Path) -> set[Path]:
    """Return the paths that a page names without a scheme or a host."""
    nodes = LexborHTMLParser(page.read_text(encoding="utf-8")).css("a[href], link[href], img[src], script[src]")
    links = [urlsplit(node.attributes.get("href") or node.attributes.get("src") or "") for node in nodes]
    return {
        (page.parent / unquote(link.path)).resolve() for link in links if link.path and not link.scheme + link.netloc
    }


def test_workflows_and_checks_call_targets_that_exist() -> None:
    called: set[str] = set()
    for path in [*ROOT.glob(".*/workflows/*.yml"), ROOT / ".ci/run"]:
        text = path.read_text(encoding="utf-8").replace(" --no-print-directory", "")
        called |= set(re.findall(r"\bmake ([a-z-]+)", text))
    assert {"docs", "dist"} <= called <= TARGETS


def test_only_jobs_that_publish_may_identify_themselves() -> None:
    for path in ROOT.glob(".github/workflows/*.yml"):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {"contents": "read"}
        writers = [name for name, job in workflow["jobs"].items() if "write" in job.get("permissions", {}).values()]
        assert writers == ["publish"]
