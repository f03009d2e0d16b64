"""Material's own Markdown, counted in finished HTML."""

from __future__ import annotations

import time
from typing import Any

import pytest

from mkdocs_iroco_blog.core.html.material_syntax import FEATURES, Use, find_uses


@pytest.mark.golden_test("../../cases/dialect/*.yml")
def test_uses(golden: Any) -> None:
    """A post's file and the HTML that Python-Markdown made of it in, the features that it uses out."""
    assert golden.out["uses"] == [_line(use) for use in find_uses(golden["html"], golden["source"])]


def _line(use: Use) -> str:
    return f"{use.feature.name}: {use.count}, line {use.line}{', as text' if use.as_text else ''}"


def test_a_feature_that_the_source_does_not_show_has_no_line() -> None:
    [use] = find_uses('<a class="md-button" href="#">Go</a>', "{{ button() }}")
    assert (use.count, use.line) == (1, None)


def test_every_feature_has_a_sentence_that_reads_on_from_its_name() -> None:
    for feature in FEATURES.values():
        assert feature.name[0].islower()
        assert not feature.becomes.endswith(".")
        assert bool(feature.text) == bool(feature.hint)
    assert len({feature.name for feature in FEATURES.values()}) == len(FEATURES)


HOSTILE = {
    "braces": "{ .",
    "tags": "<a class=",
    "quotes": "<a class='\"",
    "tabs": '=== "',
    "markers": "# (1)! ",
    "spaces": "# (1)        x",
    "quotations": ">",
    "admonitions": "!!! inlin",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_costs_little(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    escaped = text.replace("<", "&lt;")
    before = time.process_time()
    uses = find_uses(f"<p>:material-heart:\n{escaped}</p><pre>{escaped}</pre>", f":material-heart:\n{text}")
    assert time.process_time() - before < 5  # some 0.1 s; a pattern that runs away takes minutes
    assert FEATURES["icons"] in [use.feature for use in uses if use.line == 1]
