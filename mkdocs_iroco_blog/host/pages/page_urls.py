"""The option `page_urls`: pages at addresses that MkDocs has no file name for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.messages.options import NO_PAGE_TO_MOVE
from mkdocs_iroco_blog.core.permalinks import safe_path

from .files import destination, move


def move_pages(files: Files, config: MkDocsConfig, addresses: Mapping[str, object]) -> Iterator[Finding]:
    """Give pages their addresses. Yield a Problem for each page that cannot have one."""
    for source, address in addresses.items():
        file, path = files.get_file_from_path(source), str(address).strip("/")
        target = destination(path, config, index=True)
        if file is None or not file.is_documentation_page():
            close = nearest(source, [page.src_uri for page in files.documentation_pages()])
            fault = "but there is no such page"
            hint = f"Write `{close}`." if close else "Write the path of a Markdown file below `docs_dir`."
        elif path and not safe_path(path):
            fault, hint = "which cannot be the address of a page", "Write one such as `/about.html`."
        elif any(other.dest_uri == target and other is not file for other in files if not other.inclusion.is_excluded()):
            fault, hint = "which another file of the site has", "Write another address."
        else:
            move(file, target, config)
            continue
        yield NO_PAGE_TO_MOVE("mkdocs.yml", file=source, address=address, fault=fault, hint=hint)
