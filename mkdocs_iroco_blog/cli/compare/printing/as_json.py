"""A comparison as values for JSON."""

from __future__ import annotations

from typing import Any

from mkdocs_iroco_blog.cli.compare.comparison import Comparison, Difference, Entry

from .summary import notes


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as lists and mappings: every address, and the measures."""
    return {
        "addresses": [_entry(entry) for entry in comparison.entries],
        "is_lossless": not comparison.losses,
        "measures": {it.aspect.value: {"same": it.same, "total": it.total} for it in comparison.measures},
        "notes": notes(comparison),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    values = {
        "address": entry.address, "kind": entry.kind.value, "state": entry.state.value, "is_loss": entry.is_loss,
        "target": entry.target, "remark": entry.remark, "differences": [_difference(it) for it in entry.differences],
    }  # fmt: skip
    return {name: value for name, value in values.items() if value not in ("", [])}


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "aspect": difference.aspect.value, "is_loss": difference.is_loss, "lost": list(difference.lost),
        "added": list(difference.added),
    }  # fmt: skip
