"""The list pages of a blog, before they have files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from mkdocs_iroco_blog.core.model import Blog, ViewPage
from mkdocs_iroco_blog.core.site import Translator
from mkdocs_iroco_blog.host.pages.list_page import ListSpec

from .origin import OriginBuild


def list_specs(blog: Blog, translator: Translator, jekyll: OriginBuild | None) -> Iterator[ListSpec]:
    """Yield what every list page is made of: the pages of each view, then the overviews."""
    posts = {post.path for post in blog.posts}
    openings = jekyll.openings() if jekyll else {}
    for view in blog.views:
        name = view.name or translator.t("blog")
        for view_page in view.pages:
            if view_page.path not in posts:
                number = translator.t("page", n=view_page.number) if view_page.number > 1 else ""
                opening = openings.get(view_page.path)
                yield ListSpec(listing=view, view_page=view_page, name=name, number=number, opening=opening)
    for overview in blog.overviews:
        name = overview.name or translator.t(overview.kind)
        only_page = ViewPage(1, overview.path, ())
        spec = ListSpec(listing=overview, view_page=only_page, name=name, opening=openings.get(overview.path))
        former_ids = partial(jekyll.former_ids, overview) if jekyll else spec.former_ids
        yield replace(spec, former_ids=former_ids)
