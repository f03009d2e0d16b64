"""Posts in the docs folder beside a Jekyll site: where they are, and the blog that is made of both."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.dates import split_file_name
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.messages.jekyll import POSTS_JOIN
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.config import BlogConfig, settings_from
from mkdocs_iroco_blog.host.pages.files import lies_below

from .blog import BuildInputs, LoadedBlog, load_blog
from .origin import OriginBuild
from .sources import collect_posts, lies_in_docs, post_files

_USUAL = ("posts", "blog/posts")
"""Folders where authors put posts. They count beside a Jekyll site if they hold any."""
_MATERIAL = ("blog", "material/blog", "materialx/blog")


@dataclass(frozen=True, slots=True)
class PostsBeside:
    """The posts in the docs folder beside a Jekyll site, if there are any."""

    sources: frozenset[str] = frozenset()
    options: Mapping[str, Any] = field(default_factory=lambda: {"posts_in_docs": False})
    """The options that follow from their folder, where `mkdocs.yml` sets none."""
    findings: tuple[Finding, ...] = ()


def posts_beside(files: Files, config: MkDocsConfig, options: BlogConfig) -> PostsBeside:
    """Find the posts in the docs folder: in `post_dir`, or else in the first usual folder that holds some.

    A folder that nobody named counts only if a date marks one of its files as a post, and if no other blog has it.
    """
    by_default = settings_from(options, {"blog_dir": "."}).posts_folder
    if "post_dir" in options.named:
        return _posts_in(by_default, files, config)
    others = set(folders_of_others(config, options))
    for folder in dict.fromkeys((by_default, *_USUAL)):
        is_free = folder not in others and not any(lies_below(folder, other) for other in others if other)
        if is_free and any(is_dated(file) for file in _docs_files(folder, files, config)):
            found = _posts_in(folder, files, config)
            return replace(found, findings=(POSTS_JOIN("mkdocs.yml", folder=folder),))
    return PostsBeside()


def _posts_in(folder: str, files: Files, config: MkDocsConfig) -> PostsBeside:
    authors = posixpath.join(posixpath.dirname(folder), ".authors.yml")
    sources = frozenset(file.src_uri for file in _docs_files(folder, files, config))
    return PostsBeside(sources, {"posts_in_docs": True, "post_dir": folder, "authors_file": authors})


def _docs_files(folder: str, files: Files, config: MkDocsConfig) -> list[File]:
    return [file for file in post_files(files, folder) if lies_in_docs(file, config)]


def is_dated(file: File) -> bool:
    """Whether a file has a date in its name or in its front matter, as posts have."""
    if split_file_name(PurePosixPath(file.src_uri).stem)[0]:
        return True
    front = read_front_matter(file.src_uri, file.content_bytes)
    return isinstance(front, FrontMatter) and "date" in front.raw


def folders_of_others(config: MkDocsConfig, options: object) -> Iterator[str]:
    """Yield the folders with the posts of other blogs: of this plugin, and of Material's. `options` are this blog's."""
    for name, plugin in config.plugins.items():
        theirs = plugin.config if isinstance(plugin, BasePlugin) else None
        if isinstance(theirs, BlogConfig):
            if theirs is not options and theirs["enabled"] and not theirs["jekyll"]:
                yield settings_from(theirs).posts_folder
        elif theirs and name in _MATERIAL and theirs.get("enabled", True):
            blog, folder = (str(theirs.get(key) or "") for key in ("blog_dir", "post_dir"))
            yield posixpath.normpath(folder.replace("{blog}", blog))


def remove_posts(files: Files, sources: Collection[str]) -> None:
    """Remove posts from a site that has no blog. As pages, drafts would be public."""
    for file in [file for file in files if file.src_uri in sources]:
        files.remove(file)


def load_joined(
    jekyll: OriginBuild, files: Files, settings: Settings, config: MkDocsConfig, inputs: BuildInputs
) -> LoadedBlog:
    """Load the blog of a Jekyll site, with the posts in the docs folder. Their tags may have feeds of their own."""
    docs = collect_posts(files, config, settings) if settings.posts_in_docs else None
    inputs = replace(inputs, read_post=jekyll.reader(inputs.read_post)) if docs else inputs
    loaded = load_blog(jekyll.place(docs), files, settings, config, inputs)
    jekyll.join(loaded.blog.posts)
    by_default = "feeds" not in inputs.named_options and "feeds" in jekyll.options
    settings = replace(settings, feeds=jekyll.options["feeds"]) if by_default else settings
    return replace(loaded, settings=settings)
