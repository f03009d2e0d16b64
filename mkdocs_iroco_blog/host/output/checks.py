"""Finds what is wrong with pages, and with fragments of the user's: nothing shows those with misspelt names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import resources
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Block, Const, Extends, Node, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_iroco_blog.core.findings import Finding, nearest, one_edit_apart
from mkdocs_iroco_blog.core.html.revealed import reveals
from mkdocs_iroco_blog.core.messages import posts as messages
from mkdocs_iroco_blog.core.messages.site import MISNAMED_FOLDER, UNKNOWN_BLOCK, UNKNOWN_FRAGMENT
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.compat.encryptcontent import is_marked
from mkdocs_iroco_blog.host.compat.material import replace_templates
from mkdocs_iroco_blog.host.compat.material_syntax import material_syntax_notes
from mkdocs_iroco_blog.host.load.pictures import Pictures
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.theme import drop_missing_templates
from mkdocs_iroco_blog.layout.environment import FOLDER

from .bodies import introduction_findings
from .layout import PageLayout
from .related import missing_avatars
from .site import license_findings

_ENDINGS = (".html", ".htm", ".j2", ".jinja", ".jinja2")
_OURS = Path(str(resources.files("mkdocs_iroco_blog.layout") / "templates" / FOLDER))
_ORIGINAL = f"original/{FOLDER}/"


def page_findings(build: Build, pictures: Pictures, config: MkDocsConfig, env: Environment) -> Iterator[Finding]:
    """Report what is wrong with pages, and drop templates that the theme lacks."""
    pages, jekyll = build.pages, build.jekyll
    yield from pages.findings
    yield from license_findings(pages.settings)
    yield from jekyll.findings if jekyll else ()
    plain = [page for page in pages.posts if not jekyll or not jekyll.reads(page.post.source)]
    yield from material_syntax_notes(plain, config)
    yield from drop_missing_templates(pages.all(), env)
    yield from replace_templates(pages, env)
    yield from missing_avatars(pages, pictures, config)
    yield from introduction_findings(pages)


def late_findings(layout: PageLayout, locked: Mapping[str, Sequence[str]], files: Files) -> Iterator[Finding]:
    """Yield what comes up while pages are laid out, without writing one. `locked` is as in `revealed_text`.

    Only the user's fragments and locked texts can cause a message then, so other pages are not laid out.
    """
    for page in layout.pages.all():
        is_locked = isinstance(page, PostPage) and page.locked
        if is_locked or layout.fragments.may_fail:
            laid_out = layout.lay_out(page)
            yield from laid_out.findings
            if isinstance(page, PostPage) and not is_marked(page):
                yield from revealed_text(page.post, locked, laid_out.html)
    for file in files.documentation_pages() if layout.fragments.may_fail else ():
        if file.page and not layout.pages.find(file.page):
            layout.with_lists(file.page)
            yield from layout.fragments.take_findings()


def revealed_text(post: Post, locked: Mapping[str, Sequence[str]], output: str) -> Sequence[Finding]:
    """Report a page that shows its locked text. `locked` has the pieces of such texts by the sources of their posts."""
    if not reveals(output, locked.get(post.source, ())):
        return ()
    return [messages.UNLOCKED(post.source, post.lines.get("password"), draft=post.state is not State.PUBLISHED)]


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
