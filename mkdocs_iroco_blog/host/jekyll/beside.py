"""Posts in the docs folder beside a Jekyll site: where they are, and the blog that is made of both."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.messages.beside import POSTS_JOIN
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.config import BlogConfig, settings_from
from mkdocs_iroco_blog.host.load.blog import BuildInputs, LoadedBlog, load_blog
from mkdocs_iroco_blog.host.load.option_checks import folders_of_others
from mkdocs_iroco_blog.host.load.origin import OriginBuild
from mkdocs_iroco_blog.host.load.sources import collect_posts, is_dated, lies_in_docs, post_files
from mkdocs_iroco_blog.host.pages.files import lies_below

_USUAL = ("posts", "blog/posts")
"""Folders where authors put posts. They count beside a Jekyll site if they hold any."""


@dataclass(frozen=True, slots=True)
class PostsBeside:
    """The posts in the docs folder beside a Jekyll site, if there are any."""

    sources: frozenset[str] = frozenset()
    options: Mapping[str, Any] = field(default_factory=lambda: {"posts_in_docs": False})
    """The options that follow from their folder, where `mkdocs.yml` sets none."""

    def settings(self, jekyll: OriginBuild, options: BlogConfig, plugins: Mapping[str, Any]) -> Settings:
        """Return the blog's settings. `plugins` are the options that other plugins set."""
        return settings_from(options, {**jekyll.options, **self.options, **plugins}, jekyll.config_path)

    def remove_from(self, files: Files) -> None:
        """Remove the posts from a site that has no blog. As pages, drafts would be public."""
        for file in [file for file in files if file.src_uri in self.sources]:
            files.remove(file)


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
            return _posts_in(folder, files, config)
    return PostsBeside()


def _posts_in(folder: str, files: Files, config: MkDocsConfig) -> PostsBeside:
    authors = posixpath.join(posixpath.dirname(folder), ".authors.yml")
    sources = frozenset(file.src_uri for file in _docs_files(folder, files, config))
    return PostsBeside(sources, {"posts_in_docs": True, "post_dir": folder, "authors_file": authors})


def _docs_files(folder: str, files: Files, config: MkDocsConfig) -> list[File]:
    return [file for file in post_files(files, folder) if lies_in_docs(file, config)]


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
    is_guess = docs is not None and "post_dir" not in inputs.named_options
    notes = [POSTS_JOIN("mkdocs.yml", folder=settings.posts_folder)] if is_guess else []
    return replace(loaded, settings=settings, findings=[*loaded.findings, *notes])
