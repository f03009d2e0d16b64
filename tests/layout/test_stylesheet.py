"""The stylesheet is small and loads nothing; fragments have no scripts."""

import gzip
import re
from collections.abc import Iterator
from importlib import resources
from itertools import accumulate
from pathlib import Path

import pytest

TEMPLATES = Path(str(resources.files("mkdocs_iroco_blog.layout") / "templates" / "iroco_blog"))
FRAGMENTS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
CSS = (TEMPLATES / "blog.css").read_text(encoding="utf-8")


def test_it_is_the_only_one_on_every_page_and_small() -> None:
    """The others are for feeds, for Markdown of other themes, and for includes of Jekyll themes."""
    others = sorted(path.name for path in TEMPLATES.iterdir() if path.suffix == ".css")
    assert others == ["blog.css", "feed.css", "include.css", "markdown.css"]
    assert len(CSS.encode()) <= 12_820
    assert len(gzip.compress(CSS.encode(), mtime=0)) <= 3445
    assert len((TEMPLATES / "markdown.css").read_bytes()) <= 3734


def test_it_loads_nothing() -> None:
    assert not re.search(r"@import|url\(|https?:", CSS)


def test_its_sections_stand_in_order() -> None:
    assert re.findall(r"^/\* (\w+)", CSS, re.MULTILINE) == [
        "Base",
        "Posts",
        "Contents",
        "Lists",
        "Covers",
        "Cards",
        "Overviews",
        "Paper",
    ]


def test_it_reads_from_right_to_left_as_well() -> None:
    assert not re.search(r"[{;]\s*(?:(?:margin|padding|border)-)?(?:left|right)\b|text-align: (?:left|right)", CSS)


def selectors(css: str) -> Iterator[str]:
    """Every selector of a stylesheet, those of nested rules in full."""
    around = [""]
    for text, mark in re.findall(r"([^{};]*)([{};])", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if mark == "{":
            rule = text.strip()
            outer = f":is({around[-1]})"
            full = rule.replace("&", outer) if "&" in rule else f"{outer} {rule}" if around[-1] else rule
            around.append(around[-1] if rule.startswith("@") else full)
            if not rule.startswith("@"):
                yield full
        elif mark == "}":
            around.pop()


def classes(selector: str) -> int:
    """How many classes and attributes a selector weighs, or the heaviest of several."""
    depths = list(accumulate((char == "(") - (char == ")") for char in selector))
    if commas := [place for place, char in enumerate(selector) if char == "," and depths[place] == 0]:
        return max(classes(selector[: commas[0]]), classes(selector[commas[0] + 1 :]))
    if inner := re.search(r":(is|where|not)\(", selector):
        end = next(place for place in range(inner.end(), len(selector)) if depths[place] < depths[inner.end() - 1])
        weight = 0 if inner[1] == "where" else classes(selector[inner.end() : end])
        return weight + classes(selector[: inner.start()] + selector[end + 1 :])
    return len(re.findall(r"\.[a-z]|\[", selector))


def test_no_rule_weighs_more_than_two_classes() -> None:
    weights = {selector: classes(selector) for selector in selectors(CSS)}
    assert len(weights) > 60
    heavy = {selector.split(") ", 1)[1] for selector, weight in weights.items() if weight > 2}
    # The theme readthedocs makes tables scroll by a rule of three classes.
    assert heavy <= {".iroco-table[role] table", ".iroco-calendar .iroco-label :is(div, table)"}


def test_its_classes_are_our_own() -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    for selector in re.findall(r"([^{};]+)\{", rules):
        if not selector.strip().startswith(("@", "&", ">")):
            assert re.search(r"\.(iroco|e|p|h)-|:root", selector), selector


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_says_what_it_is_and_has_no_script(name) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    text = text.replace(' style="object-position: {{ image.position }}"', "")  # no attribute says that
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
