"""Finds out which overviews the theme links to on the index, so that the index need not do it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages


def unlinked_overviews(
    pages: BlogPages, *, files: Files, nav: Navigation, config: MkDocsConfig, env: Environment
) -> Sequence[str]:
    """Return the paths of the overviews that the theme's part of the index has no link to."""
    if not pages.overviews:
        return ()
    index = pages.index
    html = render_empty(index, TableOfContents([]), index.meta, files=files, nav=nav, config=config, env=env)
    links = [
        link.attributes.get("href") or "" for link in LexborHTMLParser(html).css("a[href]") if not _is_hidden(link)
    ]
    linked = {*links, *(urljoin(f"/{index.url}", link) for link in links)}
    return [page.path for page in pages.overviews if linked.isdisjoint((f"/{page.url}", page.abs_url))]


def render_empty(
    page: Page, toc: TableOfContents, meta: Mapping[str, Any],
    *, files: Files, nav: Navigation, config: MkDocsConfig, env: Environment,
) -> str:  # fmt: skip
    """Render a page without its content, so that everything on it is the theme's own. Return "" if that fails."""
    values = page.content, page.toc, page.meta
    page.content, page.toc, page.meta = "", toc, dict(meta)
    page.active = True
    try:
        template = env.get_template(page.meta.get("template", "main.html"))
        return template.render(get_context(nav, files, config, page))
    except Exception:  # noqa: BLE001 - a template may need values that other plugins add later
        return ""
    finally:
        page.active = False
        page.content, page.toc, page.meta = values


def _is_hidden(node: LexborNode | None) -> bool:
    """Whether an element, or one around it, is hidden, as Material hides its navigation on a page that says so."""
    return node is not None and ("hidden" in node.attributes or _is_hidden(node.parent))
