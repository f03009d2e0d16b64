"""What a site that comes from Material's own blog plugin has to know: what stands for its templates and pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Note
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.theme import is_material

_FRAGMENTS = {
    "blog-post.html": "post.html",
    "blog.html": "view.html",
    "blog-archive.html": "view.html",
    "blog-category.html": "view.html",
    "partials/post.html": "entry.html",
}
"""Material's templates for blogs, and the fragment that shows the same."""


def tags_elsewhere(config: MkDocsConfig) -> bool:
    """Whether Material's tags plugin lists the pages of every tag."""
    return any(name in config.plugins for name in ("material/tags", "materialx/tags", "tags"))


def decided_by_neighbours(config: MkDocsConfig) -> Mapping[str, Any]:
    """Options that other plugins of the site decide, where `mkdocs.yml` leaves them alone."""
    decided = {"tags": not tags_elsewhere(config), "feeds": "rss" not in config.plugins}
    return {name: False for name, ours in decided.items() if not ours}


def template_notes(config: MkDocsConfig) -> Iterator[Note]:
    """A Note for each template of Material's blog that the site overrides, and that nothing renders."""
    folder = config.theme.custom_dir
    for template, fragment in _FRAGMENTS.items() if folder else ():
        if (Path(str(folder)) / template).is_file():
            what = (
                f"This template is of Material's own blog plugin, and is not used: `iroco_blog/{fragment}` shows that."
            )
            hint = f"Carry over what you changed into a file `iroco_blog/{fragment}` beside it."
            yield Note(f"{Path(str(folder)).name}/{template}", None, what, hint)


def page_notes(blog: Blog, settings: Settings, config: MkDocsConfig, chosen: Collection[str]) -> Iterator[Note]:
    """One Note for all kinds of pages that Material's plugin would not have made, with what turns each off.

    `chosen` are the options that `mkdocs.yml` names: with `authors_profiles`, that plugin makes authors' pages, too.
    """
    if not is_material(config) or settings.jekyll:
        return
    authors = sum(view.kind == "authors" for view in blog.views)
    counts = {
        "tags: false": ("for tags", sum(view.kind == "tags" for view in blog.views)),
        "series: false": ("for series", sum(view.kind == "series" for view in blog.views)),
        "authors_profiles: false": ("for authors", 0 if "authors_profiles" in chosen else authors),
        "overviews: false": ("that list terms or periods", len(blog.overviews)),
    }
    listed = [f"{count} {purpose} (`{option}`)" for option, (purpose, count) in counts.items() if count]
    if listed:
        what = f"Material's own blog plugin would not make these pages: {', '.join(listed)}."
        yield Note("mkdocs.yml", None, what, "The options in brackets turn them off.")
