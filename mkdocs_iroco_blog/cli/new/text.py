"""Writes the text of a new post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import yaml

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.html.list_place import heading_line

_ENDLESS = 100_000
"""YAML breaks no line before this width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A post to create, as the command line describes it."""

    title: str
    date: Moment
    authors: Sequence[str] = ()
    categories: Sequence[str] = ()
    tags: Sequence[str] = ()
    series: str = ""
    draft: bool = False
    lang: str = ""
    """Its language, if front matter has to name it."""
    layout: str = ""
    """Jekyll's layout."""
    titled: bool = False
    """The blog's posts have their titles in front matter, not as headings."""


def post_text(post: NewPost) -> str:
    """Write front matter with what the post has, and a heading if the title is not in it.

    A title with characters that mean something in Markdown goes into the front matter.
    """
    titled = post.titled or heading_line(post.title) != f"# {post.title}"
    heading = "" if titled else f"# {post.title}\n\n"
    return f"---\n{front_matter(post, titled=titled)}---\n\n{heading}"


def front_matter(post: NewPost, *, titled: bool = True) -> str:
    """Write the keys that the post has, in YAML; with its title if it is `titled`."""
    lists = {"authors": post.authors, "categories": post.categories, "tags": post.tags}
    return "".join([
        _line("layout", post.layout), _line("title", post.title if titled else ""), f"date: {_written_date(post)}\n",
        *(_line(key, list(names)) for key, names in lists.items()),
        _line("series", post.series), _line("lang", post.lang), _line("draft", post.draft),
    ])  # fmt: skip


def template_variables(post: NewPost) -> Mapping[str, Any]:
    """Return the variables of a template for new posts."""
    values = {field.name: getattr(post, field.name) for field in fields(post)}
    return {"front_matter": front_matter(post), "post": {**values, "date": _written_date(post)}}


def _line(key: str, value: Any) -> str:
    """Write a line of YAML, with a list inside of it; nothing for an empty value."""
    if isinstance(value, list):
        return (
            f"{key}: {yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=_ENDLESS)}"
            if value
            else ""
        )
    return yaml.safe_dump({key: value}, allow_unicode=True, width=_ENDLESS) if value else ""


def _written_date(post: NewPost) -> str:
    """Write the date: with the time if it has one, and for Jekyll with the offset, too.

    Without seconds, YAML has a text here, which Material's plugin refuses: https://yaml.org/type/timestamp.html
    """
    moment = post.date.instant
    if not post.date.has_time:
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m-%d %H:%M:%S %z}" if post.layout else f"{moment:%Y-%m-%d %H:%M:%S}"
