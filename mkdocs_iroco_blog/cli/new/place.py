"""Finds the place of a new post: in a docs folder, in one of several languages, or in a Jekyll site."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_iroco_blog.cli.blog import DiskBlog
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.permalinks import NO_SLUG, slug_of
from mkdocs_iroco_blog.jekyll.slugs import slugify as jekyll_slug

from .naming import JEKYLL, usual_name

_LATEST = 30
"""The newest posts show how the blog names files now."""


@dataclass(frozen=True, slots=True)
class Place:
    """The file of a new post."""

    source: str
    """Its path below the folder of the blog's files."""
    is_draft: bool = False
    """It is in the folder for drafts, so front matter need not say so."""
    names_language: bool = False
    """The path says which language the post has, so front matter need not."""


def find_place(title: str, day: date, blog: DiskBlog, *, i18n: Any, lang: str, draft: bool) -> Place:
    """Return the place of a new post. `i18n` is the plugin for several languages, if the site has one."""
    if blog.settings.jekyll:
        return Place(_jekyll_path(title, day, blog, draft=draft), is_draft=draft)
    settings = blog.settings
    slug = _file_name(slug_of(title, settings.post_slugify, settings.post_slugify_separator)) or NO_SLUG
    posts = [post for post in blog.posts if post.source.endswith((".md", ".markdown"))][:_LATEST]
    if i18n is None:
        return Place(_path(settings.posts_folder, posts, slug, day))
    by_folder = i18n.config.docs_structure == "folder"
    language = lang or i18n.default_language
    folder = posixpath.join(language if by_folder else "", settings.posts_folder)
    path = _path(folder, posts, slug, day, ending="" if by_folder else language)
    is_suffixed = not by_folder and language != i18n.default_language
    return Place(f"{path.removesuffix('.md')}.{language}.md" if is_suffixed else path, names_language=True)


def _file_name(slug: str) -> str:
    """Make a file's name of a slug: no folders, no hyphens that stand for signs alone, and nothing that hides it."""
    return re.sub("[/-]+", "-", slug).strip("-.")


def _path(folder: str, posts: list[Post], slug: str, day: date, ending: str = "") -> str:
    """Return the path that fits those of other posts. `ending` is the language that their names end with."""
    inside = [post.source.removeprefix(f"{folder}/" if folder else "") for post in posts]
    names = [posixpath.splitext(path)[0].removesuffix(f".{ending}" if ending else "") for path in inside]
    return posixpath.join(folder, usual_name(f"{name}.md" for name in names).path(slug, day))


def _jekyll_path(title: str, day: date, blog: DiskBlog, *, draft: bool) -> str:
    """Return a path in the folder that has most of the posts."""
    folders = Counter(posixpath.dirname(post.source) for post in blog.posts)
    posts = [folder for folder in folders if posixpath.basename(folder) == "_posts"]
    folder = max(sorted(posts), key=folders.__getitem__) if posts else "_posts"
    slug = jekyll_slug(title) or NO_SLUG
    if draft:
        return posixpath.join(posixpath.dirname(folder), "_drafts", f"{slug}.md")
    return posixpath.join(folder, JEKYLL.path(slug, day))
