"""The manual's first page: each common question leads to its answer by one link."""

from __future__ import annotations

import re

import pytest
from markdown.extensions.toc import slugify

from tests.manual.reading import DOCS, sections

_LINK = re.compile(r"^- \[(.+\?)\]\(([\w-]+\.md)(?:#([\w-]+))?\)$", re.MULTILINE)
QUESTIONS = _LINK.findall(sections((DOCS / "index.md").read_text(encoding="utf-8"))["Common questions"])


def test_there_are_ten_or_more() -> None:
    assert len(QUESTIONS) >= 10


@pytest.mark.parametrize(("page", "heading"), [(page, heading) for _, page, heading in QUESTIONS])
def test_a_question_leads_to_a_page_and_a_heading(page: str, heading: str) -> None:
    headings = re.findall(r"^#+ (.+)$", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert not heading or heading in {slugify(title, "-") for title in headings}
