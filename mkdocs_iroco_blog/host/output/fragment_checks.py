"""Finds fragments of the user's, and blocks in them, that nothing shows, because their names are misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Block, Const, Extends, Node, Template
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding, nearest, one_edit_apart
from mkdocs_iroco_blog.core.messages.site import MISNAMED_FOLDER, UNKNOWN_BLOCK, UNKNOWN_FRAGMENT
from mkdocs_iroco_blog.layout.environment import FOLDER

_ENDINGS = (".html", ".htm", ".j2", ".jinja", ".jinja2")
_OURS = Path(str(resources.files("mkdocs_iroco_blog.layout") / "templates" / FOLDER))
_ORIGINAL = f"original/{FOLDER}/"


def unknown_fragments(config: MkDocsConfig, env: Environment) -> Iterator[Finding]:
    """Report each file among the user's fragments that replaces none of ours, and that no other one includes.

    In the others, report each block that none of ours has.
    """
    if not config.theme.custom_dir:
        return
    folder = Path(config.theme.custom_dir, FOLDER)
    yield from _misnamed_folders(folder)
    if not folder.is_dir():
        return
    files = sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS and path.is_file())
    trees = {file: tree for file in files if (tree := _parse(file, env))}
    known = {path.name for path in _OURS.iterdir()}
    included = {name for tree in trees.values() for name in find_referenced_templates(tree)}
    for file in files:
        source = f"{folder.parent.name}/{FOLDER}/{file.name}"
        if file.name not in known and f"{FOLDER}/{file.name}" not in included:
            free = known - {path.name for path in files}
            close = nearest(file.name, sorted(name for name in free if name.endswith(".html")))
            hint = f"Name it `{close}`." if close else "Include it in another fragment, or delete it."
            yield UNKNOWN_FRAGMENT(source, hint=hint)
        elif file in trees:
            yield from _unknown_blocks(trees[file], source, env)


def _parse(file: Path, env: Environment) -> Template | None:
    with suppress(TemplateSyntaxError):  # rendering it reports that
        return env.parse(file.read_text(encoding="utf-8", errors="replace"))
    return None


def _unknown_blocks(tree: Template, source: str, env: Environment) -> Iterator[Finding]:
    """Report the blocks of a fragment that extends one of ours, where ours has none of that name."""
    for extends in tree.find_all(Extends):
        name = extends.template.value if isinstance(extends.template, Const) else ""
        ours = _parse(_OURS / name.removeprefix(_ORIGINAL), env) if _is_ours(name) else None
        known = [block.name for block in ours.find_all(Block)] if ours else []
        for block in _outside(tree, known) if ours else ():
            close = nearest(block.name, known)
            listed = ", ".join(f"`{name}`" for name in known)
            hint = f"Write `{close}`." if close else f"Its blocks are {listed}." if known else "It has no blocks."
            yield UNKNOWN_BLOCK(source, block.lineno, block=block.name, fragment=name, hint=hint)


def _is_ours(name: str) -> bool:
    return name.startswith(_ORIGINAL) and (_OURS / name.removeprefix(_ORIGINAL)).is_file()


def _outside(node: Node, known: list[str]) -> Iterator[Block]:
    """Yield the outermost blocks that are not in a known one."""
    for child in node.iter_child_nodes():
        if not isinstance(child, Block):
            yield from _outside(child, known)
        elif child.name not in known:
            yield child


def _misnamed_folders(folder: Path) -> Iterator[Finding]:
    for other in sorted(folder.parent.iterdir()) if folder.parent.is_dir() else ():
        folded = other.name.casefold().replace("-", "").replace("_", "").replace(" ", "")
        is_close = folded == FOLDER.replace("_", "") or one_edit_apart(other.name, FOLDER)
        if is_close and other.name != FOLDER and other.is_dir() and not (folder.is_dir() and folder.samefile(other)):
            yield MISNAMED_FOLDER(f"{folder.parent.name}/{other.name}", name=FOLDER)
