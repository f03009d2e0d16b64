"""The only door to Python's `html.unescape`, which fails on a character reference of more than 4,300 digits."""

from __future__ import annotations

import html
import re

_TOO_LONG = re.compile(r"&#0*[0-9]{8,};?")


def unescape(text: str) -> str:
    """Replace character references by their characters, and one that is no character by a question mark."""
    try:
        return html.unescape(text)
    except ValueError:
        return html.unescape(_TOO_LONG.sub("\N{REPLACEMENT CHARACTER}", text))
