"""mkdocs-macros: `blog` and `blogs` in the pages that it renders. A call writes an insert, as posts come later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.layout.template_blog import add_variables, as_comment, foreign_names

from .blogs import Blogs


def offer_to_macros(config: MkDocsConfig, builds: Iterable[Build]) -> None:
    """Add our variables to those of macros, unless the user has some of these names.

    Macros makes new variables in every `on_config`, and its `register_variables` raises an error if a name is in use.
    So call this late, when no other plugin registers one.
    """
    if macros := _macros(config):
        add_variables(macros.variables, as_comment, list(Blogs.of(builds).by_name), macros.macros)


def macros_findings(config: MkDocsConfig, blogs: Blogs) -> Iterator[Finding]:
    """Report the user's variables and macros that have a name of ours."""
    if macros := _macros(config):
        yield from blogs.foreign(foreign_names(macros.variables, macros.macros), "pages that macros renders")


def _macros(config: MkDocsConfig) -> Any:
    plugin: Any = config.plugins.get("macros")
    return plugin if hasattr(plugin, "variables") else None
