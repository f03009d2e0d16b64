"""The reference pages: all that there is to set, to write and to use is on them, and the manual builds."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import read_front_matter
from mkdocs_iroco_blog.core.inserts.keys import INSERTS
from mkdocs_iroco_blog.core.options import Options
from mkdocs_iroco_blog.core.posts.fields import FIELDS
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.config import BlogConfig, settings_from
from tests.manual.reading import ROOT, run
from tools.reference import anchor_of, attributes, context_classes, default_of, fragment_headers, option_groups

OPTIONS = [option for group in option_groups() for option in group]
CONTEXT = [(cls, one) for cls in context_classes() for one in attributes(cls)]


@cache
def parsed(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text(encoding="utf-8"))


def entry(site: Path, page: str, name: str) -> str:
    """What a page says below the heading with an id, as text, up to the next heading."""
    node = parsed(site / page / "index.html").css_first(f'[id="{name}"]')
    assert node is not None, f"{page} has no {name}"
    said: list[str] = []
    while node is not None and (not said or node.tag not in ("h2", "h3")):
        said.append(node.text())
        node = node.next
    return "\n".join(said)


def plain(markdown: str) -> str:
    """Markdown of a docstring as the page shows it: without code marks and addresses of links."""
    for mark in ("`", "["):
        markdown = markdown.replace(mark, "")
    return markdown.split("](", maxsplit=1)[0]


def test_manual(tmp_path: Path) -> None:
    """The manual builds, and has all there is to say on its pages. One test: the build is what takes its time."""
    run("mkdocs", "build", "--strict", "--site-dir", str(tmp_path), cwd=ROOT)
    check_options(tmp_path)
    check_front_matter(tmp_path)
    check_fragments(tmp_path)
    check_context(tmp_path)
    check_inserts(tmp_path)
    schema = json.loads((tmp_path / "front-matter.schema.json").read_text(encoding="utf-8"))
    keys = {key for field in FIELDS for key in (field.name, *field.aliases, *field.elsewhere)}
    assert set(schema["properties"]) == keys


def check_options(manual: Path) -> None:
    for option in OPTIONS:
        said = entry(manual, "options", option.name)
        default = default_of(option)
        assert option.doc
        assert plain(option.doc) in said
        assert f"Default: {'not set' if default == 'null' else default}." in said


def test_every_option_is_there() -> None:
    assert [option.name for option in OPTIONS] == list(Options.__dataclass_fields__)


def test_defaults_are_as_shown() -> None:
    """`mkdocs.yml` with every default written out, as the page shows it, means what leaving them out means."""
    written: Any = yaml_load("\n".join(f"{option.name}: {default_of(option)}" for option in OPTIONS))
    config = BlogConfig()
    config.load_dict(written)
    errors, warnings = config.validate()
    assert not errors
    assert not warnings
    read = settings_from(config)
    for option in OPTIONS:
        value, default = getattr(read, option.name), getattr(Settings(), option.name)
        if "slugify" in option.name and callable(default):
            assert value("Élan Vital", "-") == default("Élan Vital", "-")
        else:
            assert value == default


def check_front_matter(manual: Path) -> None:
    for field in FIELDS:
        said = entry(manual, "front-matter", field.name)
        assert plain(field.does) in said
        assert plain(field.forms) in said
        assert f"Default: {plain(field.default)}." in said
        assert all(f"Also written {alias}." in said for alias in field.aliases)
        assert " ".join(field.example.split()) in " ".join(said.split())


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_examples_can_be_read(field: Any) -> None:
    front = read_front_matter("a.md", f"---\n{field.example}\n---\n".encode())
    assert not isinstance(front, Finding)
    assert field.read(front.raw[field.name]) not in (None, "", ())


def check_fragments(manual: Path) -> None:
    for name, lines in fragment_headers():
        said = entry(manual, "fragments", name.removesuffix(".html").replace("/", "-"))
        assert name in said
        assert all(plain(line) in said for line in lines)


def test_context_is_documented() -> None:
    assert not [f"{cls.__name__}.{attribute.name}" for cls, attribute in CONTEXT if not attribute.doc]


def check_context(manual: Path) -> None:
    for cls, attribute in CONTEXT:
        said = entry(manual, "fragments", anchor_of(cls))
        assert f"\n{attribute.name}\n" in said
        assert plain(attribute.doc) in said


def check_inserts(manual: Path) -> None:
    for name, kind in INSERTS.items():
        said = entry(manual, "anywhere", f"{name}-keys")
        for key in kind.keys.values():
            assert all(part in said for part in (key.name, plain(key.does), key.example))
