"""Jekyll's rule for merging values: mappings are merged, anything else is replaced, but not by null.

https://jekyllrb.com/docs/configuration/front-matter-defaults/
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEEPEST = 50
"""Mappings nested deeper than this are replaced whole: a YAML alias may contain itself."""


def merge_deeply(outer: Mapping[str, Any], inner: Mapping[str, Any], depth: int = DEEPEST) -> dict[str, Any]:
    """Merge `inner` over `outer` into a new mapping."""
    merged = dict(outer)
    for key, value in inner.items():
        known = merged.get(key)
        if depth and isinstance(known, Mapping) and isinstance(value, Mapping):
            merged[key] = merge_deeply(known, value, depth - 1)
        elif value is not None or key not in merged:
            merged[key] = value
    return merged
