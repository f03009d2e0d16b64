"""Material for MkDocs: what its blog plugin did for a site, and how the same is done here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.dates import format_moment
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import site as messages
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.theme import is_material

_FRAGMENTS = {
    "blog-post.html": "post.html", "blog.html": "view.html", "blog-archive.html": "view.html",
    "blog-category.html": "view.html", "partials/post.html": "entry.html",
}  # fmt: skip
"""Material's templates for blogs, and the fragment that replaces each."""
_KINDS = ("archive", "categories", "authors_profiles")
_MOVING = {f"{kind}_{name}" for kind in _KINDS for name in ("toc", "pagination", "pagination_per_page")} | {
    "post_excerpt", "authors_profiles", "pagination_format", "pagination_if_single_page", "pagination_keep_content",
}  # fmt: skip
"""Options that show that a blog was built by Material's plugin: ours has others, or another default."""
_EXTENDED = ("blog-post.html", "blog.html")
"""Templates that a user's may extend. They need variables that only Material's plugin sets."""
_TAGS = ("material/tags", "materialx/tags", "tags")
_DECIDED = {"material/tags": "tags", "materialx/tags": "tags", "tags": "tags", "rss": "feeds"}
"""Plugins, and the option that each turns off: Material's tags plugin lists the pages of every tag."""


def options_from_plugins(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return options that other plugins of the site decide, unless `mkdocs.yml` sets them."""
    return {option: False for plugin, option in _DECIDED.items() if plugin in config.plugins}


def shows_tags(config: MkDocsConfig) -> bool:
    """Whether the theme shows the tags of a post, because Material's tags plugin links them."""
    plugins: Any = [plugin for name, plugin in config.plugins.items() if name.split(" ")[0] in _TAGS]
    return is_material(config) and any(plugin.config.get("enabled") and plugin.config.get("tags") for plugin in plugins)


def drop_tags(context: TemplateContext, config: MkDocsConfig) -> None:
    """Drop the tags that the theme would show above a post: the blog shows them, with links to its own pages."""
    values: Any = context
    for name, plugin in config.plugins.items():
        if name.split(" ")[0] in _TAGS:
            values.pop(plugin.config.get("tags_name_variable"), None)


def template_notes(config: MkDocsConfig) -> Iterator[Finding]:
    """Yield a Note for each template of Material's blog that the site overrides, and that nothing renders."""
    folder = Path(config.theme.custom_dir or "")
    for template, fragment in _FRAGMENTS.items() if config.theme.custom_dir else ():
        if (folder / template).is_file():
            yield messages.MATERIAL_TEMPLATE(f"{folder.name}/{template}", fragment=fragment)


def page_notes(
    blog: Blog, settings: Settings, config: MkDocsConfig, named_options: Collection[str]
) -> Iterator[Finding]:
    """Yield one Note for all kinds of pages that Material's plugin would not make, with the option that turns each off.

    Only a blog that moves here needs to know: one with an option that a new blog has no use for, or with templates of
    Material's blog. `named_options` are those that `mkdocs.yml` sets: with `authors_profiles`, that plugin makes
    authors' pages, too.
    """
    moves = _MOVING & set(named_options) or any(template_notes(config))
    if not is_material(config) or settings.jekyll or not moves:
        return
    views = Counter(view.kind for view in blog.views)
    counts = {
        "for tags (`tags: false`)": views["tags"],
        "for series (`series: false`)": views["series"],
        "for authors (`authors_profiles: false`)": 0 if "authors_profiles" in named_options else views["authors"],
        "that list terms or periods (`overviews: false`)": len(blog.overviews),
    }
    listed = [f"{count} {purpose}" for purpose, count in counts.items() if count]
    if listed:
        yield messages.MORE_PAGES_THAN_MATERIAL("mkdocs.yml", pages=", ".join(listed))


def replace_templates(pages: BlogPages, env: Environment) -> Iterator[Finding]:
    """Drop posts' templates that extend Material's own for blogs, with a Note each, and add its filter for dates."""
    settings, locale = pages.settings, pages.translator.locale
    env.filters.setdefault("date", lambda moment: format_moment(moment, settings.post_date_format, locale))
    for page in pages.posts:
        template = str(page.meta.get("template") or "")
        origin = next((name for name in _chain(env, template, set()) if name in _EXTENDED), None)
        if origin:
            del page.meta["template"]
            relation = "belongs to" if template == origin else f"extends `{origin}` of"
            values = {"template": template, "relation": relation, "fragment": _FRAGMENTS[origin]}
            yield messages.MATERIAL_TEMPLATE_OF_POST(page.post.source, page.post.lines.get("template"), **values)


def _chain(env: Environment, template: str | None, seen: set[str]) -> Iterator[str]:
    """Yield a template and everything that it extends or includes, as far as they can be read."""
    if not template or template in seen or env.loader is None:
        return
    seen.add(template)
    yield template
    with suppress(TemplateNotFound, TemplateSyntaxError):
        source, _, _ = env.loader.get_source(env, template)
        for name in find_referenced_templates(env.parse(source)):
            yield from _chain(env, name, seen)
