"""Front-matter defaults: the scopes that apply to a file, and their precedence."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter
from mkdocs_iroco_blog.jekyll.config.defaults import default_of, defaults_for, with_defaults
from mkdocs_iroco_blog.jekyll.config.read import read_config


@pytest.mark.golden_test("../../cases/defaults/*.yml")
def test_defaults(golden: Any) -> None:
    """The values that each file gets from a configuration."""
    config, findings = read_config("_config.yml", golden["config"].encode())
    asked = [entry.split() for entry in golden["files"]]
    made = {f"{path} {kind}": deepcopy(defaults_for(config, path, kind).meta) for path, kind in asked}
    assert golden.out["values"] == made
    assert golden.out.get("findings") == ([str(found) for found in findings] or None)


def front(**values: Any) -> FrontMatter:
    return FrontMatter(values, {key: str(value) for key, value in values.items()}, {}, "body")


def test_raw_values_are_the_authors_text() -> None:
    config, _ = read_config(
        "_config.yml", b"defaults:\n- scope: {path: ''}\n  values: {version: 3.10, on: 2024-01-05}\n"
    )
    read = defaults_for(config, "a.md", "pages")
    assert read.raw == {"version": "3.10", "on": "2024-01-05"}
    assert read.meta["version"] == 3.1


def test_front_matter_replaces_defaults_unless_it_is_null() -> None:
    merged = with_defaults(front(a=1, b=None, c={"x": 1}), front(a=2, b=3, c={"x": 2, "y": 2}, d=[1]))
    assert merged.meta == {"a": 1, "b": 3, "c": {"x": 1, "y": 2}, "d": [1]}
    assert merged.body == "body"


def test_lists_are_not_joined() -> None:
    assert with_defaults(front(tags=["own"]), front(tags=["default"])).meta["tags"] == ["own"]


def test_only_scopes_with_a_permalink_compete_for_a_pages_permalink() -> None:
    config, _ = read_config(
        "_config.yml",
        b"""
defaults:
- {scope: {path: ""}, values: {permalink: /a/}}
- {scope: {path: "abc"}, values: {layout: page}}
- {scope: {path: "a"}, values: {permalink: /b/}}
""",
    )
    assert defaults_for(config, "abc.md", "pages").meta["permalink"] == "/a/"
    assert default_of(config, "abc.md", "permalink").meta["permalink"] == "/b/"


def test_a_mapping_that_contains_itself_is_merged() -> None:
    config, _ = read_config(
        "_config.yml",
        b"""
defaults:
- {scope: {path: ""}, values: &a {x: *a}}
- {scope: {path: "b"}, values: &b {x: *b}}
""",
    )
    assert "x" in defaults_for(config, "b.md", "pages").meta
