"""What `make` builds and says: someone with a clone opens the example from disk, and nothing is installed twice."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.manual.reading import ROOT, environment, run

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def install(folder: Path) -> None:
    """Put the Makefile into a folder, with the marks of installed packages."""
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").touch()
    (folder / ".venv").mkdir()
    for name in ("pyvenv.cfg", ".site", ".dev"):
        (folder / ".venv" / name).touch()
    for age, name in enumerate((".site", ".dev", "pyvenv.cfg")):
        os.utime(folder / ".venv" / name, (2_000_000_000 - age,) * 2)


def commands(folder: Path, target: str) -> list[str]:
    """Return the commands that `make` would run for a target where the packages are installed already."""
    install(folder)
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


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that `make docs` needs."""
    folder = tmp_path_factory.mktemp("clone")
    install(folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs", "example-site", "tools/manual"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".cache", "site"))
    return folder


def make(folder: Path, target: str, **variables: str) -> str:
    """Run `make` with the packages of these tests, and return what it prints."""
    values = [f"{name}={value}" for name, value in {"BIN": Path(sys.executable).parent, **variables}.items()]
    return run("make", target, *values, cwd=folder, env={"MAKEFLAGS": ""})


def make_docs(folder: Path, **variables: str) -> Path:
    """Run `make docs`, and return the manual's folder."""
    make(folder, "docs", **variables)
    return folder / "build/manual"


def test_the_readme_s_first_command_builds_the_page_that_it_names(clone: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [first] = re.finditer(r"^```sh\nmake (\S+) +# .*: open (\S+) in a browser$", readme, re.MULTILINE)
    assert f"Open {first[2]} in a browser." in make(clone, first[1])
    assert "<h1" in (clone / first[2]).read_text(encoding="utf-8")


def pages(site: Path) -> list[Path]:
    """Return every page of a site but the one that needs a server to be found."""
    return [page for page in site.rglob("*.html") if page.name != "404.html"]


def test_manual_and_example_can_be_read_without_a_server(clone: Path) -> None:
    """Each link and picture of a page leads to a file, and each page of the manual to the example."""
    manual = make_docs(clone)
    example = manual / "example"
    targets = {page: linked(page) for page in pages(manual)}
    assert len(set().union(*(found for page, found in targets.items() if page.is_relative_to(example)))) > 80
    assert sorted(str(target) for target in set().union(*targets.values()) if not target.is_file()) == []
    assert {page for page, found in targets.items() if example / "blog/index.html" in found} > {
        page for page in targets if not page.is_relative_to(example)
    }


def test_the_example_of_a_published_manual_is_below_it(clone: Path) -> None:
    """Its canonical links, sitemap and feeds say so. The manual's search and sitemap are about the manual."""
    address = "https://people.example/tool/"
    manual = make_docs(clone, LINKS="--use-directory-urls", MANUAL_URL=address)
    example = manual / "example"
    assert example / "blog/index.html" in linked(manual / "index.html") & linked(manual / "cli/check/index.html")
    patterns = {
        example / "blog/index.html": r'<link rel="(?:canonical|next|alternate)"[^>]* href="([^"]+)"',
        example / "rss.xml": r"<link>([^<]+)",
        example / "journal/feed.xml": r'<link (?!rel="license")[^>]*href="([^"]+)"',
        example / "sitemap.xml": r"<loc>([^<]+)",
    }
    for file, pattern in patterns.items():
        links = re.findall(pattern, file.read_text(encoding="utf-8"))
        assert len(links) >= 5
        assert [link for link in links if not link.startswith(f"{address}example/")] == []
    [canonical] = LexborHTMLParser((manual / "index.html").read_text(encoding="utf-8")).css("link[rel=canonical]")
    assert canonical.attributes["href"] == address
    assert "/example/" not in (manual / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{address}release-notes/1.0.0/" in (manual / "release-notes/feed.xml").read_text(encoding="utf-8")
    index = json.loads((manual / "search/search_index.json").read_text(encoding="utf-8"))
    assert not [entry["location"] for entry in index["docs"] if entry["location"].startswith("example/")]


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
