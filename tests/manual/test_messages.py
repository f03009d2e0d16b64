"""The page of messages has every row of the table. `--update-goldens` writes it anew."""

from __future__ import annotations

import pytest

from tools.messages_page import PAGE, page


def test_the_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-goldens"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
