"""Tells which pages a preview renders."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that the theme has rendered, but for a post without text, by which it is asked for its headings."""
    seen: list[str] = []
    render = jinja2.Template.render

    def counted(self: jinja2.Template, *args: Any, **words: Any) -> str:
        page = args[0].get("page") if args and isinstance(args[0], dict) else None
        if page is not None and page.content and not isinstance(args[0].get("iroco_template"), jinja2.Template):
            seen.append(page.url)
        return render(self, *args, **words)

    monkeypatch.setattr(jinja2.Template, "render", counted)
    return seen
