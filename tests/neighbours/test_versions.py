"""Badges of posts link to the versions that mike has deployed beside the one that it builds."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.config import load_config

from tests.declared import checks
from tests.hosts.built import Site, words
from tests.hosts.conftest import build_in
from tests.hosts.written import post, write

RANGES = {"old": "<2", "both": ">=1.0", "none": ">=3", "alias": "latest", "words": "any version"}
POSTS = {f"docs/blog/posts/{slug}.md": post("2026-01-02", title=slug, applies_to=text) for slug, text in RANGES.items()}
Deploy = Callable[..., None]


def git(root: Path, *command: str) -> str:
    done = subprocess.run(["git", *command], cwd=root, check=True, capture_output=True, text=True)  # noqa: S607
    return done.stdout


def site_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], **config: Any) -> Site:
    """A site in a repository, built once without mike."""
    monkeypatch.delenv("MIKE_DOCS_VERSION", raising=False)
    plugins = ["search", {"mike": {"canonical_version": "latest", **options}}, "iroco-blog"]
    site = build_in(tmp_path, POSTS, plugins=plugins, config=config)
    git(tmp_path, "init", "--quiet")
    for name in ("user.name", "user.email"):
        git(tmp_path, "config", name, "ada@example.org")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "A site")
    return site


@pytest.fixture
def deploy(monkeypatch: pytest.MonkeyPatch) -> Deploy:
    """Deploy a version as mike's command does."""
    commands = pytest.importorskip("mike.commands")

    def run(site: Site, version: str, *aliases: str, **options: Any) -> None:
        monkeypatch.setenv("MIKE_DOCS_VERSION", version)
        with chdir(site.root), commands.deploy(load_config("mkdocs.yml"), version, aliases=[*aliases], **options):
            site.run()

    return run


def badges(site: Site, url: str) -> dict[str, str]:
    """The addresses that the badges on a page lead to, by their words."""
    nodes = site.page(url).css("a.iroco-badge")
    return {words(node.css_first("bdi")): node.attributes["href"] or "" for node in nodes}


@checks("mike", "The badge of a post's `applies_to` links to the newest version in that range.")
def test_badges_link_to_versions_that_are_deployed(tmp_path, monkeypatch, deploy) -> None:
    site = site_of(tmp_path, monkeypatch, {})
    assert badges(site, "blog/") == {}
    deploy(site, "1.4")
    deploy(site, "2.0", "latest")
    shown = badges(site, "blog/")
    assert shown == {"<2": "../../1.4/", ">=1.0": "../../2.0/"}
    deploy(site, "2.0", "latest")
    assert badges(site, "blog/") == {**shown, "latest": "../../latest/"}
    own = badges(site, site.post("old"))
    assert own == {"<2": "../../../../../../1.4/"}
    at = {urljoin(f"https://example.org/2.0/{site.post('old')}", link) for link in own.values()}
    assert at == {urljoin("https://example.org/latest/blog/", shown["<2"])} == {"https://example.org/1.4/"}
    branch = git(tmp_path, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert {"1.4/index.html", "2.0/index.html", "latest"} <= {*branch}  # `latest` is a link to 2.0


def test_the_first_version_is_one(tmp_path, monkeypatch, deploy) -> None:
    site = site_of(tmp_path, monkeypatch, {})
    deploy(site, "1.4")
    assert badges(site, "blog/") == {"<2": "../../1.4/", ">=1.0": "../../1.4/"}


def test_the_branch_and_the_folder_of_the_configuration(tmp_path, monkeypatch, deploy) -> None:
    site = site_of(tmp_path, monkeypatch, {"deploy_prefix": "docs/all"}, remote_branch="pages")
    deploy(site, "1.4", branch="pages", deploy_prefix="docs/all")
    deploy(site, "2.0", branch="pages", deploy_prefix="docs/all")
    assert badges(site, "blog/") == {"<2": "../../1.4/", ">=1.0": "../../2.0/"}


@pytest.mark.parametrize(
    "listed",
    [
        "no JSON", "{}", "3", "[3, {}]", "[" * 9999,
        '[{"version": 3}, {"version": "../../evil"}, {"version": "1.4/.."}]',
        json.dumps([{"version": "1.4", "title": "1.4", "aliases": "1.3", "properties": {"hidden": True}}]),
        json.dumps([{"version": ".."}, {"version": ""}, {"version": "1\n4"}]),
    ],
)  # fmt: skip
def test_a_list_of_versions_that_is_none_is_no_list(tmp_path, monkeypatch, listed) -> None:
    pytest.importorskip("mike")
    site = site_of(tmp_path, monkeypatch, {})
    write(tmp_path, {"versions.json": listed})
    git(tmp_path, "checkout", "--quiet", "-b", "gh-pages")
    git(tmp_path, "add", "versions.json")
    git(tmp_path, "commit", "--quiet", "-m", "Versions")
    monkeypatch.setenv("MIKE_DOCS_VERSION", "2.0")
    site.run()
    assert badges(site, "blog/") == {">=1.0": "../../2.0/"}
