"""Find the files of a Jekyll site that are written to one path. Jekyll writes one over the other: the last one stays.

https://github.com/jekyll/jekyll/blob/v4.3.4/lib/jekyll/site.rb, `each_site_file`: pages by name, then copied files,
then posts, oldest first, and other collections.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import FILE_REPLACED

from .document import Document

_DECIDES = ("permalink", "slug", "title", "date")
"""Keys that an address comes from, the strongest first."""


def replaced_files(
    pages: Iterable[Document], copied: Mapping[str, str], posts: Iterable[Document], documents: Iterable[Document]
) -> tuple[frozenset[Document | str], list[Finding]]:
    """Return what another file replaces, a copied file by its path, and a Problem for each.

    `posts` and `documents` are those that have a page, the oldest first.
    """
    by_name = sorted(pages, key=lambda page: (posixpath.basename(page.path), page.path))
    files: list[tuple[str, Document | str]] = [(page.output_path, page) for page in by_name]
    files += [(target, path) for path, target in copied.items()]
    files += [(document.output_path, document) for document in (*posts, *documents)]
    last = dict(files)
    replaced = [(file, last[path]) for path, file in files if last[path] is not file]
    return frozenset(file for file, _ in replaced), [_problem(file, other) for file, other in replaced]


def _problem(file: Document | str, other: Document | str) -> Finding:
    source, line, address = file, None, f"/{file}"
    if isinstance(file, Document):
        source, address = file.path, file.url
        line = next((file.front.lines[key] for key in _DECIDES if key in file.front.lines), None)
    name = other.path if isinstance(other, Document) else other
    return FILE_REPLACED(str(source), line, address=address, other=name)
