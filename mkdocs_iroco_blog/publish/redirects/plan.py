"""Plan redirects from old addresses to posts, and from posts to other pages, and write their HTML.

The keys are those of jekyll-redirect-from: `redirect_from` (or `aliases`) makes a page at each address. With
`redirect_to`, the post's page redirects elsewhere, and the post stays in lists and feeds. A redirect to a page that
redirects leads directly to the final destination. https://github.com/jekyll/jekyll-redirect-from#usage
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from operator import attrgetter

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import is_outside, relative_address
from mkdocs_iroco_blog.core.site_paths import SitePaths

from .addresses import address_of
from .routes import Destination, MovedPage, Routes


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that redirects elsewhere."""

    file: str
    """Path under the site's folder."""
    target: str
    """An address under the site's root, or an absolute URL."""
    page: MovedPage
    """The page that asked for it."""
    replaces: bool = False
    """It replaces the text of that page."""


def moved_post(post: Post, address: str, title: str, *, path: str = "", as_files: bool = False) -> MovedPage:
    """Describe a post at an address under the site's root. For `path` and `as_files`, see `MovedPage`."""
    draft = post.state is not State.PUBLISHED
    old, lines = post.aliases, post.lines
    return MovedPage(
        post.source, address, title, old, post.redirect_to, lines, draft=draft, path=path, as_files=as_files
    )


def plan_redirects(
    pages: Iterable[MovedPage], existing: Mapping[str, str], site_url: str, paths: SitePaths | None = None
) -> tuple[list[Redirect], list[Finding]]:
    """Plan the redirects that pages ask for, and report those that cannot be made.

    `existing` maps the path of every file under the site's folder to its source, including those of `pages`; `paths`
    has them, too. Existing files keep their addresses, and so does the first of two redirects.
    """
    # Published pages come first, so that a draft never takes an address from one.
    moved = sorted((page for page in pages if page.aliases or page.redirect_to), key=attrgetter("draft", "source"))
    paths = paths or SitePaths({path: f"`{source}`" for path, source in existing.items()})
    routes = Routes(existing, site_url, paths)
    for page in moved:
        for alias in page.aliases:
            routes.add_alias(page, alias)
    for page in moved:
        routes.add_target(page)
    routes.break_loops(moved)
    plan = [Redirect(file, _address(page, routes.final(file)), page) for file, page in routes.aliases.items()]
    for page in moved:
        destination = routes.final(page.file)
        if destination.file != page.file:
            plan.append(Redirect(page.file, _address(page, destination), page, replaces=True))
    return plan, routes.findings


def redirect_page(redirect: Redirect, site_url: str, *, lang: str, notice: str, notice_lang: str = "") -> str:
    """Write the HTML of a redirect. `notice` says that the page has moved, in `notice_lang` if that is not `lang`.

    It works without scripts; with them, it passes on a query and a fragment. Links are relative, so that a copy of the
    site at another address works. The canonical address is absolute if `site_url` is known.
    """
    target = redirect.target
    is_absolute = is_outside(target)
    link = target if is_absolute else relative_address(target, address_of(redirect.file))
    canonical = (target if is_absolute else f"{site_url}{target}" if site_url else link).partition("#")[0]
    return _PAGE.format(
        lang=escape(lang), title=escape(redirect.page.title), canonical=escape(canonical), link=escape(link),
        script=json.dumps(link).replace("<", "\\u003c"),
        notice=f'<span lang="{escape(notice_lang)}">{escape(notice)}</span>' if notice_lang else escape(notice),
    )  # fmt: skip


def _address(page: MovedPage, destination: Destination) -> str:
    """Return an absolute URL or an address under the site's root, for `page` itself as the host writes it."""
    address = page.address if destination.file == page.file else address_of(destination.file)
    return destination.url or address + destination.suffix


# The script comes first, so that it runs before the browser reads the `refresh`, which drops query and fragment.
_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<script>var u=new URL({script},location);u.search=u.search||location.search;u.hash=u.hash||location.hash;\
location.replace(u)</script>
<meta http-equiv="refresh" content="0; url={link}">
</head>
<body>
<p dir="auto">{notice} <a href="{link}">{title}</a></p>
</body>
</html>
"""
