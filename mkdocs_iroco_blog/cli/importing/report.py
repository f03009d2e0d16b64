"""Tells what an import did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs_iroco_blog.cli.compare.printing.as_json import comparison_as_json
from mkdocs_iroco_blog.cli.compare.printing.lines import Line, comparison_lines

from .run import Outcome

_MOST = 20
"""Files of a list that are shown."""
_READING = (
    "Compared with our own reading of the Jekyll site. For a comparison with Jekyll's own output, add --built _site."
)
_BUILT = "Compared with Jekyll's own output."


def outcome_lines(outcome: Outcome, folder: Path, *, everything: bool) -> Iterator[Line]:
    """Yield the result of the comparison, and everything that the new site could not keep."""
    yield Line(_READING if outcome.reading else _BUILT)
    yield from comparison_lines(outcome.comparison, everything=everything)
    yield Line("")
    number = len(outcome.files.changed)
    yield Line(f"Wrote {number} {'file' if number == 1 else 'files'} to {folder}.")
    losses = [f"{source}: {what}" for source, what in outcome.new.losses]
    yield from _section("Kept as you changed them", outcome.files.preserved, everything=everything)
    yield from _section("Not made by this import, and left where they are", outcome.files.left, everything=everything)
    yield from _section("Not kept", losses, everything=everything)
    yield from _section("Warnings of `mkdocs build`", outcome.warnings, everything=everything)


def _section(title: str, items: Sequence[str], *, everything: bool) -> Iterator[Line]:
    if not items:
        return
    yield Line("")
    yield Line(f"{title}: {len(items)}", bold=True)
    visible = items if everything else items[:_MOST]
    yield from (Line(f"  {item}") for item in visible)
    if len(visible) < len(items):
        yield Line(f"  … and {len(items) - len(visible)} more. --all shows them.")


def outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    """Return the same as lists and mappings."""
    compared_with = "reading" if outcome.reading else "built"
    return {
        "comparison": comparison_as_json(outcome.comparison), "compared_with": compared_with,
        "written": outcome.files.changed, "kept": outcome.files.preserved, "left": outcome.files.left,
        "losses": [{"file": source, "what": what} for source, what in outcome.new.losses],
        "warnings": outcome.warnings,
    }  # fmt: skip
