"""Documentation in several versions: mike deploys sites of real repositories, and what it deployed is read back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.written import epoch, post, write

pytest.importorskip("mike")

GIT = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


class Repository:
    """A site's repository, and the branch that it is deployed to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self._env = {**os.environ, **GIT, "PATH": path, "SOURCE_DATE_EPOCH": epoch("2026-11-01")}

    def run(self, *command: str) -> str:
        """Run a command, and return what it printed."""
        done = subprocess.run(
            command,
            cwd=self.root,
            env=self._env,
            check=True,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.stdout

    def page(self, path: str) -> LexborHTMLParser:
        """A page as it was deployed."""
        return LexborHTMLParser(self.run("git", "show", f"gh-pages:{path}"))

    def canonical(self, path: str) -> str | None:
        """What a deployed page calls its own address."""
        link = self.page(path).css_first("link[rel=canonical]")
        return link.attributes["href"] if link else None


@pytest.fixture
def repository(tmp_path):
    """A repository of a docs site with a blog, and of the same blog as a site of its own."""
    mike = {"mike": {"canonical_version": "latest"}}
    site = {"site_name": "Docs", "site_url": "https://example.org/", "theme": {"name": "material"}}
    plugins = [{"mike": {"canonical_version": "blog"}}, "search", {"iroco-blog": {"blog_dir": "."}}]
    alone = {**site, "site_name": "Blog", "docs_dir": "news", "plugins": plugins}
    write(tmp_path, {
        "docs/index.md": "# Docs\n",
        "docs/blog/posts/a.md": post(title="A"),
        "news/posts/a.md": post(title="A"),
        "mkdocs.yml": yaml.safe_dump({**site, "plugins": [mike, "search", "iroco-blog"]}),
        "careless.yml": yaml.safe_dump({**site, "plugins": ["search", "iroco-blog"]}),
        "guide/index.md": "# Docs\n",
        "docs-only.yml": yaml.safe_dump({**site, "docs_dir": "guide"}),
        "blog.yml": yaml.safe_dump(alone),
    })  # fmt: skip
    made = Repository(tmp_path)
    made.run("git", "init", "-q", "-b", "main")
    made.run("git", "add", ".")
    made.run("git", "commit", "-q", "-m", "Site")
    return made


def test_with_a_canonical_version_a_post_has_one_address_in_all_of_them(repository) -> None:
    repository.run("mike", "deploy", "1.0")
    repository.run("mike", "deploy", "2.0", "latest")
    for version in ("1.0", "2.0"):
        address = repository.canonical(f"{version}/blog/2026/01/02/a/index.html")
        assert address == "https://example.org/latest/blog/2026/01/02/a/"


def test_without_one_it_is_told(repository) -> None:
    told = repository.run("mike", "deploy", "-F", "careless.yml", "1.0")
    assert "iroco-blog: mkdocs.yml: The plugin mike puts this blog into version `1.0`" in told
    assert "Write `canonical_version: latest` under `mike`" in told


def test_a_blog_of_its_own_beside_versioned_docs(repository) -> None:
    repository.run("mike", "deploy", "-F", "docs-only.yml", "1.0")
    repository.run("mike", "deploy", "-F", "docs-only.yml", "2.0", "latest")
    told = repository.run("mike", "deploy", "-F", "blog.yml", "--prop-set", "hidden=true", "blog")
    assert "WARNING" not in told
    deployed = repository.run("git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert [path for path in deployed if path.endswith("/a/index.html")] == ["blog/2026/01/02/a/index.html"]
    assert repository.canonical("blog/2026/01/02/a/index.html") == "https://example.org/blog/2026/01/02/a/"
    versions = {one["version"]: one for one in yaml.safe_load(repository.run("git", "show", "gh-pages:versions.json"))}
    assert versions.keys() == {"1.0", "2.0", "blog"}
    assert versions["blog"]["properties"] == {"hidden": True}
