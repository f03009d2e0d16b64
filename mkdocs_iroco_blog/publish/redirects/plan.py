"""Pages at old addresses that lead to a post, and posts whose page leads elsewhere.

As jekyll-redirect-from has it: `redirect_from` (here `aliases`, too) makes a page at each address; with `redirect_to`
a post's own page leads elsewhere, and the post stays in lists and feeds. What leads to such a page leads straight on to
where that leads. https://github.com/jekyll/jekyll-redirect-from#usage
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import is_outside, relative_address

from .addresses import address_of
from .routes import Moved, Routes, Stop

__all__ = ["Moved", "Redirect", "moved_post", "plan_redirects", "redirect_page"]


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that leads elsewhere."""

    file: str
    """Where it is written, under the site's folder."""
    target: str
    """Where it leads: an address under the site's root, or a whole one."""
    page: Moved
    """The page that asked for it."""
    replaces: bool = False
    """It stands in the place of that page's own text."""


def moved_post(post: Post, address: str, title: str) -> Moved:
    """A post that stands at an address under the site's root."""
    draft = post.state is not State.PUBLISHED
    return Moved(post.source, address, title, post.aliases, post.redirect_to, post.lines, draft=draft)


def plan_redirects(
    pages: Iterable[Moved], taken: Mapping[str, str], site_url: str
) -> tuple[list[Redirect], list[Finding]]:
    """The redirects that pages ask for, and what is wrong with those that are not made.

    `taken` maps every file under the site's folder, encoded nowhere, to what it is made of: these pages, too. A page
    that somebody wrote keeps its address, and so does the first of two redirects.
    """
    # What is published first, so that a draft never takes an address away.
    moved = sorted(
        (page for page in pages if page.aliases or page.redirect_to), key=lambda one: (one.draft, one.source)
    )
    routes = Routes(taken, site_url)
    for page in moved:
        for written in page.aliases:
            routes.add_alias(page, written)
    for page in moved:
        routes.add_target(page)
    routes.break_loops(moved)
    plan = [Redirect(file, _address(page, routes.final(file)), page) for file, page in routes.aliases.items()]
    for page in moved:
        stop = routes.final(page.file)
        if stop.file != page.file:
            plan.append(Redirect(page.file, _address(page, stop), page, replaces=True))
    return plan, routes.findings


def redirect_page(redirect: Redirect, site_url: str, *, lang: str, notice: str) -> str:
    """The page's HTML. `notice` says above the link, in the language `lang`, that the page has moved.

    It leads on without scripts; with them, a query and a fragment go along. Its links are relative, so that a copy of
    the site at another address works; the canonical address is whole where `site_url` is known.
    """
    target = redirect.target
    whole = is_outside(target)
    link = target if whole else relative_address(target, address_of(redirect.file))
    canonical = (target if whole else f"{site_url}{target}" if site_url else link).partition("#")[0]
    return _PAGE.format(
        lang=escape(lang), title=escape(redirect.page.title), canonical=escape(canonical), link=escape(link),
        script=json.dumps(link).replace("<", "\\u003c"), notice=escape(notice),
    )  # fmt: skip


def _address(page: Moved, stop: Stop) -> str:
    """Where a way ends: another site's address, or one under the root, the page's own as the host writes it."""
    return stop.url or (page.address if stop.file == page.file else address_of(stop.file)) + stop.after


# The script comes first: what it starts is under way before the browser has read what to do without one.
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
<p>{notice} <a href="{link}">{title}</a></p>
</body>
</html>
"""
