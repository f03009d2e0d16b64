"""Pictures and pages that take long to load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.structure.files import File

from mkdocs_iroco_blog.cli.check.host_build import Site
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.malformed_links import line_of
from mkdocs_iroco_blog.core.messages import check as messages

from .links import Link


def heavy_pages(site: Site, links: Iterable[Link], *, picture_budget: int, page_budget: int) -> Iterator[Finding]:
    """Report pictures, and pages with their pictures, that have more bytes than the budget.

    A page's text counts, without what the blog and the theme put around it. Pictures of other sites do not count, and
    none with lighter variants: browsers load these instead.
    """
    lighter = {url for output in site.outputs for url in output.extra_files.site.variants}
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    reported = set[str]()
    for link in links:
        if link.tag != "img" or link.file is None or link.file.url in lighter:
            continue
        picture, size = link.file.src_uri, _size(link.file)
        weights[link.document.source][picture] = size
        if size > picture_budget and picture not in reported:
            reported.add(picture)
            values = {"picture": picture, "size": in_words(size), "budget": in_words(picture_budget)}
            line = line_of(link.address, link.document.text)
            yield messages.HEAVY_PICTURE(link.document.source, line, **values)
    for document in site.documents:
        html, pictures = len(document.html.encode()), weights[document.source]
        size = html + sum(pictures.values())
        if size > page_budget:
            heaviest = max(pictures, key=lambda picture: pictures[picture], default="")
            hint = f"The heaviest picture is `{heaviest}`, with {in_words(pictures[heaviest])}." if heaviest else ""
            hint = hint if heaviest and pictures[heaviest] > html else "Divide the text into several pages."
            yield messages.HEAVY_PAGE(document.source, size=in_words(size), budget=in_words(page_budget), hint=hint)


def _size(file: File) -> int:
    path = Path(file.abs_src_path or "")
    return path.stat().st_size if file.abs_src_path and path.is_file() else 0


def in_words(size: int) -> str:
    """Return a number of bytes for people."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{round(size / 1000)} kB"
