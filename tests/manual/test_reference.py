"""The reference has everything there is to set, to write and to use, in the repository and in the manual."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest
from babel.dates import format_date
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.cli.main import COMMANDS
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import read_front_matter
from mkdocs_iroco_blog.core.inserts.keys import INSERTS
from mkdocs_iroco_blog.core.options import Options
from mkdocs_iroco_blog.core.posts.fields import FIELDS
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.config import BlogConfig, settings_from
from tests.manual.reading import DOCS, ROOT, run
from tools.reference.attributes import attributes
from tools.reference.context import anchor_of, context_classes
from tools.reference.files import outdated, places
from tools.reference.fragments import headers
from tools.reference.options import EXAMPLES, FIRST, all_options, default_of, examples, option_groups, summary

OPTIONS = all_options()
CONTEXT = [(cls, value) for cls in context_classes() for value in attributes(cls)]
PAGES = sorted(DOCS.rglob("*.md"))


def test_generated_files_are_up_to_date() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in outdated()]
    assert names == [], "make reference"


def test_every_part_has_a_place() -> None:
    placed = [place for page in PAGES for place in places(page.read_text(encoding="utf-8"))]
    once = ("context", "fragments", "front_matter", "inserts", "option_table")
    assert sorted(placed) == sorted(
        [
            *((part, "") for part in once),
            *(("options", group[0].name) for group in option_groups()),
            *(("command", name) for name in ("iroco-blog", *COMMANDS)),
            *(("jekyll", name) for name in ("plugins", "lost-plugins", "filters")),
            *(("tested", kind) for kind in ("plugin", "host")),
        ]
    )


@cache
def parsed(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text(encoding="utf-8"))


def entry(site: Path, page: str, name: str) -> str:
    """Return the text that a page has below the heading with an id, up to the next heading."""
    node = parsed(site / page / "index.html").css_first(f'[id="{name}"]')
    assert node is not None, f"{page} has no {name}"
    texts: list[str] = []
    while node is not None and (not texts or node.tag not in ("h2", "h3")):
        texts.append(node.text())
        node = node.next
    return "\n".join(texts)


def plain(markdown: str) -> str:
    """Return Markdown as the page shows it: without code marks and addresses of links."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("`", "")


def test_manual(tmp_path: Path) -> None:
    """The manual builds, and its pages have everything. One test, because the build takes its time."""
    run("mkdocs", "build", "--strict", "--site-dir", str(tmp_path), cwd=ROOT)
    check_options(tmp_path)
    check_front_matter(tmp_path)
    check_fragments(tmp_path)
    check_context(tmp_path)
    check_inserts(tmp_path)
    schema = (tmp_path / "front-matter.schema.json").read_bytes()
    assert schema == (ROOT / "mkdocs_iroco_blog/front-matter.schema.json").read_bytes()


def check_options(manual: Path) -> None:
    shown = examples()
    for option in OPTIONS:
        text = entry(manual, "options", option.name)
        default = default_of(option)
        assert option.doc
        assert plain(option.doc) in text
        assert f"Default: {'not set' if default == 'null' else default}." in text
        assert shown[option.name].strip() in text
    rows = [[cell.text() for cell in row.css("td")] for row in parsed(manual / "options/index.html").css("tr")]
    [head, *table] = [row for row in rows if not row or row[0] in Options.__dataclass_fields__]
    assert head == []
    assert [name for name, _, _ in table[:5]] == list(FIRST)
    assert sorted(name for name, _, _ in table) == sorted(Options.__dataclass_fields__)


def test_every_option_is_there() -> None:
    assert [option.name for option in OPTIONS] == list(Options.__dataclass_fields__)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_an_option_s_first_sentence_fits_on_a_line_of_the_table(option: Any) -> None:
    assert 0 < len(summary(option)) <= 55


def read_options(text: str) -> Settings:
    config = BlogConfig()
    loaded: Any = yaml_load(text)
    config.load_dict(loaded)
    assert config.validate() == ([], [])
    return settings_from(config)


def test_defaults_are_as_shown() -> None:
    """`mkdocs.yml` with every default, as the page shows it, means the same as leaving them out."""
    read = read_options("\n".join(f"{option.name}: {default_of(option)}" for option in OPTIONS))
    for option in OPTIONS:
        value, default = getattr(read, option.name), getattr(Settings(), option.name)
        if "slugify" in option.name and callable(default):
            assert value("Élan Vital", "-") == default("Élan Vital", "-")
        else:
            assert value == default


def test_examples_of_options_are_valid_and_change_something() -> None:
    assert list(examples()) == [option.name for option in OPTIONS]
    for name, text in examples().items():
        assert getattr(read_options(text), name) != getattr(Settings(), name), name


def test_examples_of_dates_show_what_a_pattern_of_babel_makes() -> None:
    lines = re.findall(r"^(\w+date_format): (.+?)  # (.+)$", EXAMPLES.read_text(encoding="utf-8"), re.MULTILINE)
    documented = {option.name: option.doc for option in OPTIONS if option.name.endswith("date_format")}
    assert [name for name, _, _ in lines] == list(documented)
    for name, pattern, shown in lines:
        assert format_date(datetime(2026, 10, 4, tzinfo=UTC), pattern, "en") == shown
        assert "https://babel.pocoo.org/en/latest/dates.html#date-fields" in documented[name]


def check_front_matter(manual: Path) -> None:
    for field in FIELDS:
        text = entry(manual, "front-matter", field.name.lower())
        assert plain(field.does) in text
        assert plain(field.forms) in text
        assert f"Default: {plain(field.default)}." in text
        assert all(f"Also written {alias}." in text for alias in field.aliases)
        assert " ".join(field.example.split()) in " ".join(text.split())


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_examples_can_be_read(field: Any) -> None:
    front = read_front_matter("a.md", f"---\n{field.example}\n---\n".encode())
    assert not isinstance(front, Finding)
    assert field.read(front.raw[field.name]) not in (None, "", ())


def check_fragments(manual: Path) -> None:
    for name, lines in headers():
        text = entry(manual, "fragments", re.sub(r"[./]", "", name))
        assert name in text
        assert all(plain(line) in text for line in lines)
        assert all(fact.endswith(".") for fact in lines if fact.startswith(("Gets:", "Includes:", "Blocks:")))


def test_context_is_documented() -> None:
    assert not [f"{cls.__name__}.{attribute.name}" for cls, attribute in CONTEXT if not attribute.doc]


def check_context(manual: Path) -> None:
    for cls, attribute in CONTEXT:
        text = entry(manual, "fragments", anchor_of(cls))
        assert f"\n{attribute.name}\n" in text
        assert plain(attribute.doc) in text


def check_inserts(manual: Path) -> None:
    for name, kind in INSERTS.items():
        text = entry(manual, "anywhere", f"iroco-blog{name}")
        for key in kind.keys.values():
            assert all(part in text for part in (key.name, plain(key.does), key.example))


@cache
def tokens_of(page: Path) -> list[Token]:
    return MarkdownIt("gfm-like", {"linkify": False}).parse(page.read_text(encoding="utf-8"))


def headings_on_a_forge(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the text and the id of each heading, as GitHub and Forgejo show them."""
    counts: Counter[str] = Counter()
    for opening, heading in pairwise(tokens_of(page)):
        if opening.type == "heading_open":
            text = "".join(child.content for child in heading.children or ())
            name = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
            yield text, f"{name}-{counts[name]}" if counts[name] else name
            counts[name] += 1


def links_in(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the anchor of each link to a heading in the manual."""
    for token in tokens_of(page):
        for child in token.children or ():
            path, mark, anchor = str(child.attrs.get("href", "")).partition("#")
            if mark and ":" not in path:
                yield path, anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_a_link_to_a_heading_works_on_a_forge_too(page: Path) -> None:
    """The strict build of the manual finds those that do not work there."""
    for path, anchor in links_in(page):
        target = (page.parent / path).resolve() if path else page
        assert anchor in {name for _, name in headings_on_a_forge(target)}, f"{path}#{anchor}"


def test_no_heading_shows_attributes_on_a_forge() -> None:
    headings = chain.from_iterable(map(headings_on_a_forge, PAGES))
    assert [text for text, _ in headings if text.endswith("}")] == []
