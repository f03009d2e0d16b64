"""The release: version, changelog and release note agree, and no public address stands where there is none."""

from __future__ import annotations

import re
import tomllib

from tests.manual.reading import DOCS, ROOT
from tools.reference.addresses import links

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_newest_version_of_the_changelog_is_the_project_s() -> None:
    [newest, *_] = re.findall(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", CHANGELOG, re.MULTILINE)
    assert newest[0] == PROJECT["version"]
    note = DOCS / "release-notes/posts" / f"{newest[0]}.md"
    assert note.read_text(encoding="utf-8").startswith(f"---\ndate: {newest[1]}\n")


def test_the_project_s_addresses_are_those_of_its_metadata() -> None:
    """Any other file that names the project on the web would be a second place for them."""
    files = [*ROOT.glob("*.md"), ROOT / "mkdocs.yml", *DOCS.rglob("*.md"), *ROOT.glob(".*/**/*.yml")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    named = {address for text in texts for address in re.findall(r"https?://[\w./-]*mkdocs-iroco-blog[\w./-]*", text)}
    assert named <= set(PROJECT["urls"].values())


def test_addresses_of_the_project_become_links_of_the_readme() -> None:
    assert links({}) == ""
    assert links({"Source": "https://forge.example/blog", "Issues": "https://forge.example/blog/issues"}) == (
        "[Source](https://forge.example/blog) · [Issues](https://forge.example/blog/issues)"
    )
