"""Writes a comparison as a page of HTML that needs nothing else: no script, no other file."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from jinja2 import Environment

from mkdocs_iroco_blog.cli.compare.comparison import Comparison
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
        old=old,
        new=new,
        sections=sections(comparison),
        notes=notes(comparison),
        pairs=pair_items,
    )
    path.write_text(html, encoding="utf-8")


def _cut(text: str) -> str:
    """Leave out the middle of a long text that is the same on both sides."""
    return text if len(text) <= 3 * _EDGE else f"{text[:_EDGE]} … {text[-_EDGE:]}"
