"""The release: version, changelog and release note agree, and no public address stands where there is none."""

from __future__ import annotations

import re
import tomllib

from markdown_it import MarkdownIt

from tests.manual.reading import DOCS, ROOT
from tools.reference.addresses import links

CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = CONFIGURATION["project"]
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


def test_the_readme_on_pypi_names_no_file_of_the_repository() -> None:
    """As the packages have it: without pictures, and with links to other sites only."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for step in CONFIGURATION["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        readme = re.sub(step["pattern"], step["replacement"], readme)
    tokens = [
        child for token in MarkdownIt("gfm-like", {"linkify": False}).parse(readme) for child in token.children or ()
    ]
    assert not [token.content for token in tokens if token.type == "image"]
    addresses = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert addresses
    assert not [address for address in addresses if not address.startswith(("https://", "http://"))]
