"""Finds fragments of the user's that nothing shows, because their names are misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding, nearest, one_edit_apart
from mkdocs_iroco_blog.core.messages.site import MISNAMED_FOLDER, UNKNOWN_FRAGMENT
from mkdocs_iroco_blog.layout.environment import FOLDER

_ENDINGS = (".html", ".htm", ".j2", ".jinja", ".jinja2")


def unknown_fragments(config: MkDocsConfig, env: Environment) -> Iterator[Finding]:
    """Report each file among the user's fragments that replaces none of ours, and that no other one includes."""
    if not config.theme.custom_dir:
        return
    folder = Path(config.theme.custom_dir, FOLDER)
    yield from _misnamed_folders(folder)
    if not folder.is_dir():
        return
    files = sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS and path.is_file())
    known = {path.name for path in (resources.files("mkdocs_iroco_blog.layout") / "templates" / FOLDER).iterdir()}
    included = {name for file in files for name in _included(file, env)}
    for file in files:
        if file.name not in known and f"{FOLDER}/{file.name}" not in included:
            free = known - {path.name for path in files}
            close = nearest(file.name, sorted(name for name in free if name.endswith(".html")))
            hint = f"Name it `{close}`." if close else "Include it in another fragment, or delete it."
            yield UNKNOWN_FRAGMENT(f"{folder.parent.name}/{FOLDER}/{file.name}", hint=hint)


def _misnamed_folders(folder: Path) -> Iterator[Finding]:
    for other in sorted(folder.parent.iterdir()) if folder.parent.is_dir() else ():
        folded = other.name.casefold().replace("-", "").replace("_", "").replace(" ", "")
        is_close = folded == FOLDER.replace("_", "") or one_edit_apart(other.name, FOLDER)
        if is_close and other.name != FOLDER and other.is_dir() and not (folder.is_dir() and folder.samefile(other)):
            yield MISNAMED_FOLDER(f"{folder.parent.name}/{other.name}", name=FOLDER)


def _included(file: Path, env: Environment) -> Iterator[str]:
    with suppress(TemplateSyntaxError):
        tree = env.parse(file.read_text(encoding="utf-8", errors="replace"))
        yield from filter(None, find_referenced_templates(tree))
