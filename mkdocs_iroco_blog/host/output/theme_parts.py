"""Finds out what the theme itself shows, so that the blog's pages need not: links to overviews, tables of contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.urls import join_url
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.post_page import PostPage

_PREFIX = "iroco-section-"
_LINK = f'[href$="#{_PREFIX}1"]'
_STARTS: Mapping[str, int] = {
    "md-sidebar--secondary": 60,  # Material: the column on the right
    "md-sidebar--primary": 76,  # Material: the navigation on the left, a drawer below 76.25em
    "wy-nav-side": 48,  # Read the Docs: the navigation, which is behind a button below
    "navbar-expand-md": 48,  # Bootstrap: folds up below its breakpoint "md"
    "xl:flex": 80,  # Tailwind: hidden below its breakpoint "xl"
}
"""Classes of elements that hide what is inside them on narrow screens, with the width in em from which they show it.

No general way tells whether an element is shown: that takes a browser. Of a theme with other classes, we take it that
it shows its table of contents at every width. `blog.css` has a rule for each of these widths.
"""


def theme_parts(
    pages: BlogPages, *, files: Files, nav: Navigation, config: MkDocsConfig, env: Environment
) -> tuple[Mapping[str, int | None], Sequence[str]]:
    """Return what `toc_starts` and `unlinked_overviews` do."""
    starts = toc_starts(pages.posts, pages.settings, files=files, nav=nav, config=config, env=env)
    return starts, unlinked_overviews(pages, files=files, nav=nav, config=config, env=env)


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
    linked = {*links, *(join_url(f"/{index.url}", link) for link in links)}
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


def toc_starts(
    posts: Sequence[PostPage], settings: Settings, *, files: Files, nav: Navigation, config: MkDocsConfig,
    env: Environment,
) -> Mapping[str, int | None]:  # fmt: skip
    """Return for each post, by its path, the width in em from which the theme shows its table of contents.

    0 means at every width, and None means never. Themes are asked once for each template, and once more for posts that
    the navigation lists: some themes show headings there, and only there.
    """
    if settings.post_toc != "auto":
        return dict.fromkeys((page.path for page in posts), None if settings.post_toc else 0)
    listed, starts, known = set(map(id, nav.pages)), {}, {}
    for page in posts:
        key = (page.meta.get("template", "main.html"), id(page) in listed)
        if key not in known:
            toc, meta = _headings(page.title), {**page.meta, "hide": []}
            known[key] = _start(render_empty(page, toc, meta, files=files, nav=nav, config=config, env=env))
        starts[page.path] = known[key]
    return starts


def _headings(title: object) -> TableOfContents:
    root = AnchorLink(str(title), f"{_PREFIX}0", 1)
    root.children = [AnchorLink(f"Section {number}", f"{_PREFIX}{number}", 2) for number in range(1, 4)]
    return TableOfContents([root])


def _start(html: str) -> int | None:
    """Return the width in em from which a page shows a link to a heading."""
    return min(map(_link_start, LexborHTMLParser(html).css(_LINK)), default=None) if _PREFIX in html else None


def _link_start(link: LexborNode) -> int:
    return max((_STARTS.get(name, 0) for name in _classes(link)), default=0)


def _classes(node: LexborNode) -> Iterable[str]:
    """Yield the classes of all elements around a node."""
    while parent := node.parent:
        node = parent
        yield from (node.attributes.get("class") or "").split()
