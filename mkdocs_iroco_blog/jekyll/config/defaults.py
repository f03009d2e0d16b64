"""Front-matter defaults: which scopes speak of a file, and what they say together.

https://jekyllrb.com/docs/configuration/front-matter-defaults/
"""

from __future__ import annotations

from itertools import accumulate

from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter

from .globs import globs
from .merging import deeply_merged
from .model import JekyllConfig, Scope

NOTHING = FrontMatter({}, {}, {}, "")


def defaults_for(config: JekyllConfig, path: str, kind: str | None) -> FrontMatter:
    """All that the scopes say of a file; `meta` and `raw` are empty where none speaks of it.

    `path` is below `source`, and without `collections_dir` for posts, drafts and documents of collections.
    `kind` is `posts` (for drafts too: Jekyll 4 asks for their collection), `pages`, a collection's name, or None for
    a plain file. A scope whose `path` is the longer wins; of two as long, the one with a `type`; then the later one.
    """
    found, winner = NOTHING, None
    for scope in config.defaults:
        if not _speaks_of(scope, config, path, kind):
            continue
        if winner is None or _precedes(winner, scope):
            found, winner = with_defaults(scope.front, found), scope
        else:
            found = with_defaults(found, scope.front)
    return found


def default_of(config: JekyllConfig, path: str, kind: str | None, key: str) -> FrontMatter:
    """One key's default by Jekyll's rule for pages: only scopes that speak of the key are held against each other."""
    found, winner = NOTHING, None
    for scope in config.defaults:
        if (
            key in scope.front.meta
            and _speaks_of(scope, config, path, kind)
            and (winner is None or _precedes(winner, scope))
        ):
            found, winner = scope.front, scope
    return found


def with_defaults(front: FrontMatter, defaults: FrontMatter) -> FrontMatter:
    """Front matter over its defaults by Jekyll's rule: mappings are merged, all else is replaced, but not by null.

    Unlike `core.frontmatter.merged`, lists are not joined. Lines, body and findings are `front`'s own.
    """
    if not defaults.meta:
        return front
    meta, raw = deeply_merged(defaults.meta, front.meta), deeply_merged(defaults.raw, front.raw)
    return FrontMatter(meta, raw, front.lines, front.body, front.findings)


def _speaks_of(scope: Scope, config: JekyllConfig, path: str, kind: str | None) -> bool:
    if scope.type is not None and scope.type != kind:
        return False
    if not scope.path:
        return True
    below = f"{config.collections_dir}/" if config.collections_dir else ""
    path = path.removeprefix("/")
    if "*" not in scope.path:
        # Jekyll compares the beginnings of both as text: `blog` speaks of `blogroll.md` too.
        return path.startswith(scope.path.removeprefix(below) if below else scope.path)
    folders = list(accumulate(path.split("/"), "{}/{}".format))
    if scope.path.endswith("/"):
        folders.pop()
    pattern = scope.path.removesuffix("/")
    return any(globs(pattern, folder) or (below and globs(pattern, below + folder)) for folder in folders)


def _precedes(winner: Scope, scope: Scope) -> bool:
    longest, length = (len((one.path or "").removeprefix("/")) for one in (winner, scope))
    if length != longest:
        return length > longest
    return scope.type is not None or winner.type is None
