"""Material for MkDocs: what its blog plugin did for a site, and how the same is done here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.dates import format_moment
from mkdocs_iroco_blog.core.findings import Note
from mkdocs_iroco_blog.core.model import Blog, Post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.theme import is_material

_FRAGMENTS = {
    "blog-post.html": "post.html",
    "blog.html": "view.html",
    "blog-archive.html": "view.html",
    "blog-category.html": "view.html",
    "partials/post.html": "entry.html",
}
"""Material's templates for blogs, and the fragment that replaces each."""
_EXTENDED = ("blog-post.html", "blog.html")
"""Those that a template of the user's may extend. They need variables that only Material's plugin sets."""


def has_tags_plugin(config: MkDocsConfig) -> bool:
    """Whether Material's tags plugin lists the pages of every tag."""
    return any(name in config.plugins for name in ("material/tags", "materialx/tags", "tags"))


def options_from_plugins(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return options that other plugins of the site decide, unless `mkdocs.yml` sets them."""
    options = {}
    if has_tags_plugin(config):
        options["tags"] = False
    if "rss" in config.plugins:
        options["feeds"] = False
    return options


def template_notes(config: MkDocsConfig) -> Iterator[Note]:
    """Yield a Note for each template of Material's blog that the site overrides, and that nothing renders."""
    folder = config.theme.custom_dir
    for template, fragment in _FRAGMENTS.items() if folder else ():
        if (Path(str(folder)) / template).is_file():
            what = f"This template belongs to Material's blog plugin, and is not used: `iroco_blog/{fragment}` is."
            hint = f"Move your changes into a file `iroco_blog/{fragment}` beside it."
            yield Note(f"{Path(str(folder)).name}/{template}", None, what, hint)


def page_notes(blog: Blog, settings: Settings, config: MkDocsConfig, named_options: Collection[str]) -> Iterator[Note]:
    """Yield one Note for all kinds of pages that Material's plugin would not make, with the option that turns each off.

    `named_options` are those that `mkdocs.yml` sets: with `authors_profiles`, that plugin makes authors' pages, too.
    """
    if not is_material(config) or settings.jekyll:
        return
    authors = sum(view.kind == "authors" for view in blog.views)
    counts = {
        "tags: false": ("for tags", sum(view.kind == "tags" for view in blog.views)),
        "series: false": ("for series", sum(view.kind == "series" for view in blog.views)),
        "authors_profiles: false": ("for authors", 0 if "authors_profiles" in named_options else authors),
        "overviews: false": ("that list terms or periods", len(blog.overviews)),
    }
    listed = [f"{count} {purpose} (`{option}`)" for option, (purpose, count) in counts.items() if count]
    if listed:
        what = f"Material's own blog plugin would not make these pages: {', '.join(listed)}."
        yield Note("mkdocs.yml", None, what, "The options in brackets turn them off.")


def replace_templates(pages: BlogPages, env: Environment) -> Iterator[Note]:
    """Drop posts' templates that extend Material's own for blogs, with a Note each, and add its filter for dates."""
    settings, locale = pages.settings, pages.translator.locale

    def date(moment: datetime) -> str:
        return format_moment(moment, settings.post_date_format, locale)

    env.filters.setdefault("date", date)
    return _dropped(pages.posts, env)


def _dropped(posts: Iterable[PostPage], env: Environment) -> Iterator[Note]:
    for page in posts:
        template = page.meta.get("template")
        origin = _origin(env, str(template)) if template else None
        if template and origin:
            del page.meta["template"]
            yield _dropped_note(page.post, str(template), origin)


def _dropped_note(post: Post, template: str, origin: str) -> Note:
    relation = "belongs to" if template == origin else f"extends `{origin}` of"
    what = f"The template `{template}` {relation} Material's blog plugin, and is not used."
    hint = f"Move your changes into a file `iroco_blog/{_FRAGMENTS[origin]}` in your `custom_dir`."
    return Note(post.source, post.lines.get("template"), what, hint)


def _origin(env: Environment, template: str) -> str | None:
    """Return which of Material's templates for blogs a template is, extends or includes, if any."""
    return next((name for name in _chain(env, template, set()) if name in _EXTENDED), None)


def _chain(env: Environment, template: str, seen: set[str]) -> Iterator[str]:
    """Yield a template and everything that it extends or includes, as far as they can be read."""
    if template in seen or env.loader is None:
        return
    seen.add(template)
    yield template
    try:
        source, _, _ = env.loader.get_source(env, template)
        names = list(find_referenced_templates(env.parse(source)))
    except (TemplateNotFound, TemplateSyntaxError):
        return
    for name in names:
        if name:
            yield from _chain(env, name, seen)
