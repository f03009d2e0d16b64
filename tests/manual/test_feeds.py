"""The page "Feeds, metadata, redirects": each section with files is a site that builds as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_iroco_blog.publish.feeds.options import read_feeds
from tests.manual.reading import DOCS, build_site, built, sections, steps, write

SITE = {
    "mkdocs.yml": "site_name: The garden\nsite_url: https://garden.example/\n"
    "theme:\n  name: mkdocs\n  highlightjs: false\nplugins: [search, iroco-blog]\n",
    "docs/index.md": "# The garden\n",
    "docs/images/garden.png": "a picture",
}
PARTS = sections((DOCS / "feeds.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("title", [title for title, text in PARTS.items() if "```" in text])
def test_section(title: str, tmp_path: Path) -> None:
    told = list(steps(PARTS[title]))
    for name, text in {**SITE, **{step.name: step.text for step in told if step.kind == "file"}}.items():
        write(tmp_path, name, text)
    build_site(tmp_path, "--strict")
    looks = [step for step in told if step.kind == "look"]
    assert looks
    for step in looks:
        page = built(tmp_path / "site", step.name)
        assert (page is None) if step.text == "(no such page)" else (page and step.text in page), step


def test_what_is_kept_out_of_search_engines_is_not_in_the_sitemap(tmp_path: Path) -> None:
    told = {step.name: step.text for step in steps(PARTS["Keep pages out of search engines"]) if step.kind == "file"}
    for name, text in {**SITE, **told}.items():
        write(tmp_path, name, text)
    build_site(tmp_path, "--strict")
    sitemap = built(tmp_path / "site", "/sitemap.xml") or ""
    assert "/blog/archive/" in sitemap
    assert not [name for name in ("asleep", "keys", "tag/winter") if name in sitemap]


def test_the_keys_of_a_feed_are_those_that_the_option_takes() -> None:
    rows = [
        line.split("`")[1]
        for line in PARTS["Choose the feeds"].splitlines()
        if line.startswith("| `") and line.count("|") == 4
    ]
    keys = [name for name in rows if "/" not in name]
    assert keys == ["kind", "of", "path", "limit", "content", "title", "terms"]
    _, [problem] = read_feeds([{"sort": "none"}])
    assert all(f"`{key}`" in problem.hint for key in keys)
