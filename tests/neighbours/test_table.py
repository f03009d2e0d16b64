"""The manual's table says what these tests check, of every neighbour, and nothing else."""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from tests.declared import declared
from tests.manual.reading import steps
from tests.neighbours.known import KNOWN
from tools.neighbours_table import FILE, dump, read_rows

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"


@pytest.fixture
def tested() -> dict[str, list[str]]:
    sentences = defaultdict(list)
    for name, said in declared(HERE):
        sentences[name].append(said)
    return sentences


def test_every_neighbour_is_tested_in_words(tested) -> None:
    assert tested.keys() == KNOWN.keys()
    for name, sentences in tested.items():
        assert len(sentences) == len(set(sentences)), name
        assert all(said.endswith(".") for said in sentences), name


def test_the_table_says_what_is_tested(tested, request) -> None:
    """Versions are those with which it was written: other versions may be installed here."""
    if request.config.getoption("--update-goldens"):
        pytest.skip("it is being written")
    rows = {row.name: row for row in read_rows() if row.kind == "plugin"}
    assert list(rows) == list(KNOWN), "Write the table anew: pytest tests/neighbours --update-goldens"
    for name, row in rows.items():
        assert list(row.checked) == tested[name], name
        assert (row.package, row.home) == (KNOWN[name].package, KNOWN[name].home)
        assert row.version


def test_the_file_is_as_it_would_be_written() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text == dump(read_rows())
    assert {row["kind"] for row in yaml.safe_load(text)} <= {"plugin", "host"}


def test_a_page_of_the_manual_shows_the_table(request) -> None:
    if request.config.getoption("--update-goldens"):
        pytest.skip("it is being written")
    page = (DOCS / "neighbours.md").read_text(encoding="utf-8")
    for name, known in KNOWN.items():
        assert f"| [{name}]({known.home}) |" in page


def test_the_manual_says_something_of_every_neighbour() -> None:
    page = (DOCS / "neighbours.md").read_text(encoding="utf-8")
    for name in KNOWN:
        called = name.removeprefix("Material's ")
        assert f"`{called}`" in page, name


def test_the_example_lists_what_is_tried() -> None:
    """The list of plugins that opens the page, beside what Material's own plugins are for."""
    files = [step for step in steps((DOCS / "neighbours.md").read_text(encoding="utf-8")) if step.kind == "file"]
    example = next(step for step in files if step.name == "mkdocs.yml")
    listed = set(yaml.safe_load(example.text)["plugins"])
    tried = {name for name in KNOWN if not name.startswith("Material's ")}
    assert listed == {*tried - {"awesome-pages", "literate-nav", "mike", "static-i18n"}, "iroco-blog"}
