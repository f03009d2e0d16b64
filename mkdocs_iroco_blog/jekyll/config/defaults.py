"""Front-matter defaults: find the scopes that apply to a file, and merge their values.

https://jekyllrb.com/docs/configuration/front-matter-defaults/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any

from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter

from .globs import globs
from .model import JekyllConfig, Scope

NOTHING = FrontMatter({}, {}, {}, "")


def defaults_for(config: JekyllConfig, path: str, kind: str | None) -> FrontMatter:
    """Merge the values of every scope that applies to a file; empty if none does.

    `path` is relative to `source`, and without `collections_dir` for posts, drafts and documents of collections.
    `kind` is `posts` (for drafts too: Jekyll 4 asks for their collection), `pages`, a collection's name, or None for
    a plain file. A scope with a longer `path` wins; of two as long, the one with a `type`; then the later one.
    """
    merged, winner = NOTHING, None
    for scope in config.defaults:
        if _applies(scope, config, path, kind):
            if _precedes(winner, scope):
                merged, winner = with_defaults(scope.front, merged), scope
            else:
                merged = with_defaults(merged, scope.front)
    return merged


def default_of(config: JekyllConfig, path: str, key: str) -> FrontMatter:
    """The scope that sets one key of a page. By Jekyll's rule for pages only scopes with that key compete."""
    winner = None
    for scope in config.defaults:
        if key in scope.front.meta and _applies(scope, config, path, "pages") and _precedes(winner, scope):
            winner = scope
    return winner.front if winner else NOTHING


def with_defaults(front: FrontMatter, defaults: FrontMatter) -> FrontMatter:
    """Merge front matter over its defaults by Jekyll's rule: only mappings are merged, and null replaces nothing.

    Unlike in `core.front_matter.parse.merged`, lists are not joined. Lines, body and findings come from `front`.
    """
    meta, raw = merge_deeply(defaults.meta, front.meta), merge_deeply(defaults.raw, front.raw)
    return replace(front, meta=meta, raw=raw, places={**defaults.places, **front.places})


def merge_deeply(outer: Mapping[str, Any], inner: Mapping[str, Any], depth: int = 50) -> dict[str, Any]:
    """Merge `inner` over `outer` into a new mapping, by the same rule."""
    merged = dict(outer)
    for key, value in inner.items():
        known = merged.get(key)
        if depth and isinstance(known, Mapping) and isinstance(value, Mapping):  # a YAML alias may contain itself
            merged[key] = merge_deeply(known, value, depth - 1)
        elif value is not None or key not in merged:
            merged[key] = value
    return merged


def _applies(scope: Scope, config: JekyllConfig, path: str, kind: str | None) -> bool:
    if scope.type is not None and scope.type != kind:
        return False
    if not scope.path:
        return True
    below = f"{config.collections_dir}/" if config.collections_dir else ""
    if "*" not in scope.path:
        # Jekyll compares the beginnings of both as text: `blog` applies to `blogroll.md` too.
        return path.startswith(scope.path.removeprefix(below) if below else scope.path)
    folders = list(accumulate(path.split("/"), "{}/{}".format))
    if scope.path.endswith("/"):
        folders.pop()
    pattern = scope.path.removesuffix("/")
    return any(globs(pattern, folder) or (below and globs(pattern, below + folder)) for folder in folders)


def _precedes(winner: Scope | None, scope: Scope) -> bool:
    if winner is None:
        return True
    longest, length = (len((path or "").removeprefix("/")) for path in (winner.path, scope.path))
    return length > longest or (length == longest and (scope.type is not None or winner.type is None))
