"""Text without the differences that no reader would call a change: typography and white space."""

from __future__ import annotations

import re
from unicodedata import normalize

_TYPOGRAPHY = str.maketrans({
    "’": "'", "\u2018": "'", "\u201a": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "...", "–": "-",
    "—": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip
_DASHES = re.compile("-{2,3}")


def fold(text: str) -> str:
    """Write quotes, dashes and ellipses plainly, and white space as single spaces."""
    text = _DASHES.sub("-", normalize("NFC", text.translate(_TYPOGRAPHY)))
    return " ".join(text.replace("<<", '"').replace(">>", '"').split())


def squeeze(text: str) -> str:
    """Fold a text, and remove its white space."""
    return fold(text).replace(" ", "")
