"""The page "Troubleshooting": each code leads to its message, and the manual's other pages have what it points to.

A strict build of the manual checks the links.
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.core.messages.table import MESSAGES
from tests.manual.reading import DOCS

PAGE = (DOCS / "troubleshooting.md").read_text(encoding="utf-8")


def test_every_code_is_one_of_the_messages_and_leads_to_it() -> None:
    codes = set(MESSAGES)
    links = re.findall(r"\[(IB\d{3})(?: to (IB\d{3}))?\]\(messages\.md#(ib\d{3})\)", PAGE)
    assert len(links) > 20
    for code, last, anchor in links:
        assert anchor == code.lower()
        assert {code, last or code} <= codes


def test_each_row_says_what_to_do() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| What"))]
    assert len(lines) > 30
    for line in lines:
        assert len([cell for cell in line.strip("|").split(" | ") if cell.strip()]) == 3, line
