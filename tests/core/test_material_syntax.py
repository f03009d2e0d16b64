"""Material's own Markdown, found in sources."""

from __future__ import annotations

import time
from typing import Any

import pytest

from mkdocs_iroco_blog.core.material_syntax import FEATURES, uses


@pytest.mark.golden_test("../cases/dialect/*.yml")
def test_uses(golden: Any) -> None:
    """A body in, what only Material shows as it is meant out."""
    found = uses(golden["text"], golden.get("first") or 1)
    assert golden.out["found"] == [f"{use.feature.name}: line {use.line}, {use.count}" for use in found]


def test_every_feature_has_a_sentence_that_reads_on_from_its_name() -> None:
    for feature in FEATURES.values():
        assert feature.name[0].islower()
        assert not feature.becomes.endswith(".")
    assert len({feature.name for feature in FEATURES.values()}) == len(FEATURES)


HOSTILE = {
    "openers of fences": "``` a\n",
    "openers of every length": "".join(f"{'`' * (n % 200 + 3)} a\n" for n in range(20)),
    "fences": "```\n",
    "ticks": "` `` ",
    "comments": "<!-- ",
    "comments by the line": "<!--\n",
    "braces": "{ .",
    "tags": "<a class=",
    "quotes": "<a class='\"",
    "classes": '=== "',
    "items": "- ",
    "markers": "# (1)! ",
    "spaces": "# (1)        x",
    "marks of quotations": ">",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_costs_little(piece: str) -> None:
    text = ":material-heart:\n" + piece * (200_000 // len(piece))
    before = time.process_time()
    found = uses(f"{text}\n\n```\n{text}\n```\n")
    assert time.process_time() - before < 5  # some 0.1 s; a pattern that runs away takes minutes
    assert FEATURES["icons"] in [use.feature for use in found if use.line == 1]
