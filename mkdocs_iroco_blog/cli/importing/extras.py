"""Parts of the site that Jekyll's layouts or the option `jekyll` bring, and that the new site has to name itself."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from mkdocs_iroco_blog.layout.includes import INCLUDE_CLASS, INCLUDE_STYLESHEET

from .new_site import NewSite
from .old_site import OldSite
from .text.extensions import Extensions

_STYLESHEET = "stylesheets/include.css"


def add_stylesheets(new: NewSite, texts: Sequence[str]) -> list[str]:
    """Add the style sheet of the includes that texts show, and return the entries of `extra_css`."""
    if not any(INCLUDE_CLASS in text for text in texts):
        return []
    file = resources.files("mkdocs_iroco_blog.layout") / "templates" / INCLUDE_STYLESHEET
    new.write(f"docs/{_STYLESHEET}", file.read_text(encoding="utf-8"))
    return [_STYLESHEET]


def report_extras(new: NewSite, old: OldSite, extensions: Extensions) -> None:
    """Note everything that a page showed and that no file of the site brings."""
    if "pymdownx.arithmatex" in extensions.names:
        new.lose("_layouts", "The script that shows maths. Add MathJax or KaTeX to `extra_javascript` in mkdocs.yml.")
    if old.jekyll.profiles:
        listed = ", ".join(old.jekyll.profiles)
        new.lose("_config.yml", f'The links with `rel="me"` in the head of pages: {listed}.')
