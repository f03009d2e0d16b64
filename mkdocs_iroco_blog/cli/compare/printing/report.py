"""Writes a comparison as a page of HTML that needs nothing else: no script, no other file."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from jinja2 import Environment

from mkdocs_iroco_blog.cli.compare.comparison import Comparison, Difference
from mkdocs_iroco_blog.core.findings import printable

from .lines import pair_items
from .summary import notes, sections

_TEMPLATE = "report.html"
_EDGE = 120
"""Characters of an equal text that are shown beside a difference."""


def write_report(path: Path, comparison: Comparison, old: Path, new: Path) -> None:
    """Write the report. `old` and `new` are the names of the two sites."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"printable": printable, "cut": _cut}
    template = environment.from_string(resources.files(__package__).joinpath(_TEMPLATE).read_text(encoding="utf-8"))
    html = template.render(
        comparison=comparison,
        old=str(old),
        new=str(new),
        sections=sections(comparison),
        notes=notes(comparison),
        rows=_rows,
    )
    path.write_text(html, encoding="utf-8")


def _rows(difference: Difference) -> Sequence[Sequence[tuple[str, str]]]:
    """Return the rows of a table with both sides, each with pairs of old and new text."""
    return [change.parts for change in difference.changes] or [[pair] for pair in pair_items(difference)]


def _cut(text: str) -> str:
    """Leave out the middle of a long text that is the same on both sides."""
    if len(text) <= 3 * _EDGE:
        return text
    first, last = text[:_EDGE].rpartition(" "), text[-_EDGE:].partition(" ")
    return f"{first[0] or first[2]} … {last[2] or last[0]}"
