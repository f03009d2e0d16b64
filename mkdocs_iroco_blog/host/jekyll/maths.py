"""Notices maths that no script shows: Jekyll's layouts load MathJax or KaTeX, and they are not run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import MATHS_WITHOUT_SCRIPT
from mkdocs_iroco_blog.jekyll.documents.document import Document

_SCRIPT = re.compile(r"mathjax|katex", re.IGNORECASE)
_HINT = "Add MathJax or KaTeX to `extra_javascript` in `mkdocs.yml`."


def has_maths(html: str) -> bool:
    """Whether a page has maths, and no script of its own that shows it."""
    return 'class="arithmatex"' in html and not ("<script" in html and _SCRIPT.search(html))


def maths_notes(documents: Sequence[Document], config: MkDocsConfig) -> list[Finding]:
    """Return a Note for the pages with maths, unless the site loads a script for it."""
    if not documents or any(_SCRIPT.search(text) for text in _scripts(config)):
        return []
    first = min(documents, key=lambda document: document.path)
    line = first.body_line + first.body.partition("$$")[0].count("\n")
    pages = "1 page" if len(documents) == 1 else f"{len(documents)} pages"
    return [MATHS_WITHOUT_SCRIPT(first.path, line if "$$" in first.body else None, pages=pages, hint=_HINT)]


def _scripts(config: MkDocsConfig) -> list[str]:
    """List the names of scripts, their texts, and the site's own templates: any may load MathJax."""
    docs, custom = Path(config.docs_dir), config.theme.custom_dir
    names = [str(script) for script in config.extra_javascript]
    files = [path for name in names if (path := docs / name).is_file()]
    templates = sorted(Path(custom).rglob("*.html")) if custom else []
    return [*names, *(path.read_text(encoding="utf-8", errors="replace") for path in (*files, *templates))]
