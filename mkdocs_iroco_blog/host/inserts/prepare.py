"""Prepares pages and templates for lists, before the host reads or renders them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.inserts.marker import SIGN, has_markers
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.pages.files import source_text
from mkdocs_iroco_blog.layout.template_blog import CALLS, CurrentCalls, add_variables

from .blogs import Blogs
from .macros import offer_to_macros


def prepare_pages(files: Files, config: MkDocsConfig, builds: Sequence[Build], *, dirty: bool) -> None:
    """Offer the blogs of a site to mkdocs-macros. With `dirty`, have the host build every page with a list.

    Otherwise it would build such a page only if its own source has changed.
    """
    offer_to_macros(config, builds)
    for file in files.documentation_pages() if dirty else ():
        if not file.is_modified() and (has_markers(source_text(file)) or _has_list(file)):
            file.is_modified = lambda: True  # type: ignore[method-assign]


def _has_list(file: File) -> bool:
    """Whether the last build put a list into a page: for a line in a snippet, a macro or a template, or a mention."""
    path = Path(file.abs_dest_path)
    return path.is_file() and SIGN.encode() in path.read_bytes()


def offer_to_templates(env: Environment, builds: Sequence[Build]) -> None:
    """Give the blogs to templates that other templates import, and to all of them where no blog is built."""
    if CALLS not in env.globals:
        env.globals[CALLS] = current = CurrentCalls()
        add_variables(env.globals, current.ask, list(Blogs.of(builds).by_name))
