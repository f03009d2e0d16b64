"""A slip in `_config.yml` never builds another site than Jekyll's: the build stops, and names file and line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built

POST = "---\ntitle: Bees\n---\nThe bees are asleep.\n"
FIRST = "title: Garden\npermalink: /:title/\n"


def site(config: str, name: str = "_config.yml") -> dict[str, str | bytes]:
    """A Jekyll site with one post."""
    return {name: config, "_posts/2024-10-04-bees.md": POST, "about.md": "---\ntitle: About\n---\nWe.\n"}


@pytest.mark.parametrize(
    ("config", "line"),
    [
        pytest.param(f'{FIRST}description: "never closed\n', 3, id="a quote that is not closed"),
        pytest.param(f"{FIRST}\tfuture: true\n", 3, id="a tab"),
        pytest.param(f"{FIRST}exclude: [a, b\n", 3, id="a bracket that is not closed"),
        pytest.param(f"{FIRST}author: Ada: Marsh\n", 3, id="a second colon"),
        pytest.param("- title: Garden\n- permalink: /:title/\n", 1, id="a list"),
        pytest.param("title: Garden\npermalink: [pretty]\n", 2, id="permalink is a list"),
        pytest.param("title: Garden\npermalink:\n  posts: /:title/\n", 2, id="permalink is a mapping"),
        pytest.param("title: Garden\npermalink: true\n", 2, id="permalink is true"),
        pytest.param("title: Garden\npermalink: /:titel/\n", 2, id="permalink has an unknown placeholder"),
        pytest.param(f"{FIRST}collections: recipes\n", 3, id="collections is text"),
        pytest.param(f"{FIRST}collections:\n  recipes: true\n", 3, id="a collection is true"),
        pytest.param(
            f"{FIRST}collections:\n  posts:\n    permalink: [x]\n", 3, id="a collection's permalink is a list"
        ),
        pytest.param(f"{FIRST}collections:\n- recipes:\n    output: true\n", 3, id="collections is a list of mappings"),
        pytest.param(f"{FIRST}defaults:\n  scope: {{path: ''}}\n  values: {{permalink: /x/}}\n", 3, id="one default"),
        pytest.param(f"{FIRST}defaults:\n- scope: _posts\n  values: {{a: b}}\n", 3, id="a scope that is text"),
        pytest.param(f"{FIRST}exclude: README.md\n", 3, id="exclude is text"),
        pytest.param(f"{FIRST}future: sometimes\n", 3, id="future is text"),
        pytest.param(f"{FIRST}baseurl: [/garden]\n", 3, id="baseurl is a list"),
        pytest.param(f"{FIRST}plugins: jekyll-archives\n", 3, id="plugins is text"),
    ],
)
def test_a_slip_stops_the_build_with_its_line(build: Callable[..., Built], config: str, line: int) -> None:
    result = build(site(config), {"jekyll": "."})
    assert result.code != 0
    assert f"_config.yml:{line}" in result.log
    assert "Traceback" not in result.log
    assert not [path for path in result.paths if path.endswith(".html")]


def test_a_slip_in_toml_stops_the_build_with_its_line(build: Callable[..., Built]) -> None:
    result = build(site('title = "Garden"\npermalink = /:title/\n', "_config.toml"), {"jekyll": "."})
    assert result.code != 0
    assert "_config.toml:2" in result.log


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("title: [a, b]\n", id="title is a list"),
        pytest.param("description:\n  en: Bees\n  fr: Abeilles\n", id="a description in each language"),
        pytest.param("defaults:\n- scope: {path: ''}\n", id="a default without values"),
        pytest.param("defaults:\ncollections:\nexclude:\n", id="keys without a value"),
        pytest.param("permalink: /:title/\n", id="a key twice"),
        pytest.param("timezone: Nowhere/Atall\n", id="an unknown time zone"),
    ],
)
def test_what_jekyll_builds_is_built(build: Callable[..., Built], more: str) -> None:
    """Without this test, the others would pass for a build that always stops."""
    result = build(site(f"permalink: /:title/\n{more}"), {"jekyll": "."})
    assert result.code == 0, result.log
    assert {"bees/index.html", "about/index.html"} & result.paths
