"""Posts that are notebooks, which a plugin such as mkdocs-jupyter makes pages of."""

from __future__ import annotations

import json
import posixpath
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import TableOfContents
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.core.messages.posts import NOT_A_NOTEBOOK
from mkdocs_iroco_blog.core.posts.fields import BY_KEY
from mkdocs_iroco_blog.host.pages.page import set_content
from mkdocs_iroco_blog.host.pages.post_page import PostPage

Cells = Sequence[tuple[str, str]]
"""The kind and the source of each cell."""
_TEXT = frozenset({"markdown", "raw"})


def read_notebook(file: File) -> FrontMatter | Finding:
    """Read a notebook's front matter: that of its first cell, if it is text, or else the keys of its metadata.

    The body is Markdown, for titles and for plugins that read it; the page shows the notebook.
    """
    try:
        cells, metadata = _parse(file)
    except (ValueError, LookupError, TypeError) as error:
        reason = f"it has no {error}" if isinstance(error, LookupError) else error
        return NOT_A_NOTEBOOK(file.src_uri, error=reason)
    front = _front_of_cell(file, cells)
    if isinstance(front, FrontMatter):
        body = _markdown([(cells[0][0], front.body), *cells[1:]])
    elif front is None:
        body, values = _markdown(cells), json.dumps(_fields(metadata))
        front = read_front_matter(file.src_uri, f"---\n{values}\n---\n".encode())
    if isinstance(front, Finding):
        return replace(front, line=None)
    findings = tuple(replace(finding, line=None) for finding in front.findings)
    return replace(front, lines={}, body=body, findings=findings)  # its lines are not those of the file


def opening_text(file: File) -> str:
    """Return the front matter of a notebook's first cell, as its author wrote it."""
    cells, _ = _parse(file)
    front = _front_of_cell(file, cells)
    return cells[0][1].removesuffix(front.body) if isinstance(front, FrontMatter) else ""


def _parse(file: File) -> tuple[Cells, Mapping[str, Any]]:
    """Return the cells and the metadata of a notebook, or of a script that the plugin's library reads as one."""
    data = file.content_bytes
    jupytext: Any = sys.modules.get("jupytext")
    if file.src_uri.endswith(".ipynb") or jupytext is None:
        notebook = json.loads(data)
    else:
        notebook = jupytext.reads(data.decode(), fmt=posixpath.splitext(file.src_uri)[1])
    cells = [(str(cell["cell_type"]), "".join(cell["source"])) for cell in notebook["cells"]]
    return cells, dict(notebook.get("metadata") or {})


def _front_of_cell(file: File, cells: Cells) -> FrontMatter | Finding | None:
    if not cells or cells[0][0] not in _TEXT or not cells[0][1].strip():
        return None
    front = read_front_matter(file.src_uri, cells[0][1].encode())
    return front if isinstance(front, Finding) or front.raw else None


def _fields(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a post in a notebook's metadata, where authors are mappings with a `name`.

    https://nbformat.readthedocs.io/en/latest/format_description.html#notebook-metadata
    """
    return {str(key): value for key, value in metadata.items() if key in BY_KEY}


def _markdown(cells: Cells) -> str:
    blocks = (source if kind in _TEXT else f"```\n{source}\n```" for kind, source in cells if source.strip())
    return "\n\n".join(blocks) + "\n"


class NotebookPost(PostPage):
    """A post whose page shows a notebook. A plugin such as mkdocs-jupyter converts it, by a `render` of its own."""

    def __setattr__(self, name: str, value: Any) -> None:
        """Let the plugin convert, and the page complete what it makes."""
        super().__setattr__("_render_notebook" if name == "render" else name, value)

    _render_notebook: Callable[[MkDocsConfig, Files], None] | None = None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the notebook, and drop its front matter from the result."""
        if self._render_notebook is None:
            super().render(config, files)
            return
        self._render_notebook(config, files)
        body, opening = parse(self.content or ""), opening_text(self.file)
        _drop_text(body, opening)
        for link in body.css("a.anchor-link"):
            link.attrs["class"] = "anchor-link headerlink"
        toc = [item for item in self.toc if not _letters(item.title) or _letters(item.title) not in _letters(opening)]
        set_content(self, body.inner_html or "", TableOfContents(toc))
        self._name(self.post.title if self.post.title_written else str(self.title))


def _drop_text(body: LexborNode, text: str) -> None:
    """Remove the elements that show a text in front of everything else, whatever Markdown made of it."""
    letters, dropped = _letters(text), []
    for node in body.traverse(include_text=True):
        parent = node.parent
        if node.tag != "-text" or parent is None or parent.tag in ("script", "style") or not letters:
            continue
        inner = _letters(node.text())
        if not letters.startswith(inner):
            return
        letters = letters[len(inner) :]
        dropped += [node] if inner else []
    for node in dropped:
        outer = node
        while (parent := outer.parent) is not None and _letters(parent.text()) == _letters(outer.text()):
            outer = parent
        outer.decompose()
    cell = body.css_first("div.jp-RenderedMarkdown") if dropped else None
    for rule in list(takewhile(lambda child: child.tag == "hr", cell.iter())) if cell else ():
        rule.decompose()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
