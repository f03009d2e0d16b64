"""The stylesheet is small and loads nothing; fragments have no scripts."""

import gzip
import re
from importlib import resources
from pathlib import Path

import pytest

TEMPLATES = Path(str(resources.files("mkdocs_iroco_blog.layout") / "templates" / "iroco_blog"))
FRAGMENTS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
CSS = (TEMPLATES / "blog.css").read_text(encoding="utf-8")


def test_it_is_the_only_one_on_every_page_and_small() -> None:
    """The others are for feeds, for Markdown of other themes, and for includes of Jekyll themes."""
    others = sorted(path.name for path in TEMPLATES.iterdir() if path.suffix == ".css")
    assert others == ["blog.css", "feed.css", "include.css", "markdown.css"]
    assert len(CSS.encode()) <= 9000
    assert len(gzip.compress(CSS.encode(), mtime=0)) <= 2600
    assert len((TEMPLATES / "markdown.css").read_bytes()) <= 3734


def test_it_loads_nothing() -> None:
    assert not re.search(r"@import|url\(|https?:", CSS)


def test_its_sections_stand_in_order() -> None:
    assert re.findall(r"^/\* (\w+)", CSS, re.MULTILINE) == ["Base", "Posts", "Contents", "Lists", "Overviews", "Paper"]


def test_it_reads_from_right_to_left_as_well() -> None:
    assert not re.search(r"[{;]\s*(?:(?:margin|padding|border)-)?(?:left|right)\b|text-align: (?:left|right)", CSS)


def test_its_classes_are_our_own() -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    for selector in re.findall(r"([^{};]+)\{", rules):
        if not selector.strip().startswith(("@", "&", ">")):
            assert re.search(r"\.(iroco|e|p|h)-|:root", selector), selector


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_says_what_it_is_and_has_no_script(name) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert text.startswith("{#-")
    assert "Gets: " in text.partition("#}")[0]
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|\|\s*safe\b", text)


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_names_what_it_includes(name) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    head, _, body = text.partition("#}")
    for other in re.findall(r'include "iroco_blog/(\S+)"', body):
        assert other in head, other
        assert other in FRAGMENTS
