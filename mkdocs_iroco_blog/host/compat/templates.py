"""Templates of Material's own blog that a site overrides or asks for: what they rely on, and cannot have here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from mkdocs_iroco_blog.core.dates import format_moment
from mkdocs_iroco_blog.core.findings import Note
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.host.build import BlogBuild

_OF_MATERIAL = {"blog-post.html": "post.html", "blog.html": "view.html"}
"""Templates that show what Material's plugin gives them, and the fragment that shows the same."""


def prepare_templates(build: BlogBuild, env: Environment) -> None:
    """Give up templates of posts that are made from Material's own for blogs, with a Note for each post.

    Material's filter for dates is there for any other template of the site.
    """
    settings, locale = build.settings, build.translator.locale

    def date(at: datetime) -> str:
        return format_moment(at, settings.post_date_format, locale)

    env.filters.setdefault("date", date)
    for page in build.posts:
        template = page.meta.get("template")
        origin = _origin(env, str(template)) if template else None
        if template and origin:
            del page.meta["template"]
            build.findings.append(_given_up(page.post, str(template), origin))


def _given_up(post: Post, template: str, origin: str) -> Note:
    made = "is" if template == origin else f"is made from `{origin}`"
    what = f"The template `{template}` {made} of Material's blog plugin, and is not used."
    hint = f"Carry over what you changed into a file `iroco_blog/{_OF_MATERIAL[origin]}` in your `custom_dir`."
    return Note(post.source, post.lines.get("template"), what, hint)


def _origin(env: Environment, template: str) -> str | None:
    """Which of Material's templates for blogs one is made from, if any."""
    return next((name for name in _chain(env, template, set()) if name in _OF_MATERIAL), None)


def _chain(env: Environment, template: str, seen: set[str]) -> Iterator[str]:
    """A template, and all that it extends or includes, as far as they can be read."""
    if template in seen or env.loader is None:
        return
    seen.add(template)
    yield template
    try:
        source, _, _ = env.loader.get_source(env, template)
        named = list(find_referenced_templates(env.parse(source)))
    except (TemplateNotFound, TemplateSyntaxError):
        return
    for name in named:
        if name:
            yield from _chain(env, name, seen)
