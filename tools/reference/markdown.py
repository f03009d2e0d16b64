"""Markdown that forges and MkDocs show alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table. A `|` in a cell is escaped."""
    lines = [head, ["---"] * len(head), *([cell.replace("|", r"\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def topic(heading: str) -> str:
    """Return the cell that opens a topic in a table: a link to the topic's heading on the page."""
    return f"**[{heading}](#{slug(heading)})**"


def slug(heading: str) -> str:
    """Return the id of a heading."""
    return heading.lower().replace(" ", "-")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, without its links."""
    return re.split(r"(?<=\.) ", _LINK.sub(r"\1", text))[0]
