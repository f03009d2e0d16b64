"""Expresses the addresses of posts by `post_url_format`, and by `slug` or `url` where a post needs one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mkdocs_iroco_blog.core.permalinks import post_path, slug_of
from mkdocs_iroco_blog.core.settings import Settings

_PATTERNS = ("yyyy/MM/dd", "yyyy/MM", "yyyy", "yyyy-MM-dd", "yyyy/M/d", "yy/MM/dd", "yyyyMMdd", "yyyy/DDD")
"""Forms of `{date}`, the default first."""
_SEVERAL = 99
"""More categories than a post has: Jekyll puts all of them into an address."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """The address of a post, with the values that an address may be made of."""

    path: str
    """Decoded, without slashes at its ends."""
    moment: datetime
    title: str
    categories: tuple[str, ...]
    stem: str
    """Of the file's name."""


@dataclass(frozen=True, slots=True)
class AddressPlan:
    """How all posts get their addresses."""

    options: Mapping[str, Any]
    """Options that differ from the defaults."""
    fields: Sequence[Mapping[str, str]]
    """For each post, the fields of front matter that it needs: none, `slug` or `url`."""


def plan_addresses(posts: Sequence[Addressed], locale: str) -> AddressPlan:
    """Choose the options with which the fewest posts need a field; of two, those that more posts need no `url` with."""
    plans = [_plan(posts, options, locale) for options in _candidates(posts, locale)]
    return min(plans, key=lambda plan: (sum("url" in item for item in plan.fields), sum(map(len, plan.fields))))


def _candidates(posts: Sequence[Addressed], locale: str) -> Iterator[dict[str, Any]]:
    """Yield sets of options that may fit. The first is the default."""
    seen: list[dict[str, Any]] = [{}]
    yield {}
    shapes = Counter(shape for post in posts for shape in _shapes(post, locale))
    for (date, form), _ in shapes.most_common(12):
        options: dict[str, Any] = {} if form == "{date}/{slug}" else {"post_url_format": form}
        if "{date}" in form and date != _PATTERNS[0]:
            options["post_url_date_format"] = date
        if "{categories}" in form and any(len(post.categories) > 1 for post in posts):
            options["post_url_max_categories"] = _SEVERAL
        if options not in seen:
            seen.append(options)
            yield options


def _shapes(post: Addressed, locale: str) -> Iterator[tuple[str, str]]:
    """Yield the form of a date and the format that describe an address."""
    folder, _, name = post.path.rpartition("/")
    ending = ".html" if name.endswith(".html") else ""
    groups = post_path(post.moment, post.categories, "", settings_of({"post_url_format": "{categories}"}), "", locale)
    for date in _PATTERNS:
        dated = post_path(
            post.moment, (), "", settings_of({"post_url_format": "{date}", "post_url_date_format": date}), "", locale
        )
        form = f"/{folder}/".replace(f"/{dated}/", "/{date}/", 1)
        if groups and f"/{groups}/" in form and post.categories:
            form = form.replace(f"/{groups}/", "/{categories}/", 1)
        parts = form.strip("/")
        if re.search(r"\d{4}", parts) and "{date}" not in parts:
            continue
        yield date, "/".join(filter(None, (parts, "{slug}" + ending)))
        if name.removesuffix(ending) == post.stem:
            yield date, "/".join(filter(None, (parts, "{file}" + ending)))


def settings_of(options: Mapping[str, Any]) -> Settings:
    """Return the settings of a blog at the site's root."""
    return Settings(blog_dir=".", **{"post_url_max_categories": _SEVERAL, **options})


def _plan(posts: Sequence[Addressed], options: Mapping[str, Any], locale: str) -> AddressPlan:
    settings = Settings(blog_dir=".", **options)
    return AddressPlan(options, [_fields(post, settings, locale) for post in posts])


def _fields(post: Addressed, settings: Settings, locale: str) -> dict[str, str]:
    usual = slug_of(post.title, settings.post_slugify, settings.post_slugify_separator)
    slug = post.path.rpartition("/")[2].removesuffix(".html")

    def path(slug: str) -> str:
        return post_path(post.moment, post.categories, slug, settings, post.stem, locale)

    if usual and path(usual) == post.path:
        return {}
    if path(slug) == post.path and slug == slug.strip():
        return {"slug": slug}
    return {"url": f"/{post.path}" if post.path.endswith(".html") else f"/{post.path}/"}
