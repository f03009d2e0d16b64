"""The posts of a site, read from their files without building a page. Imports the host: import it inside a command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.messages.posts import EXPIRED
from mkdocs_iroco_blog.core.model import Post, Source
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import ReadPost, read_post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.compat.i18n import editions_of, i18n_plugin
from mkdocs_iroco_blog.host.compat.material import options_from_plugins
from mkdocs_iroco_blog.host.config import settings_from
from mkdocs_iroco_blog.host.load.blog import BuildInputs, LoadedBlog, load_blog
from mkdocs_iroco_blog.host.load.sources import collect_posts
from mkdocs_iroco_blog.host.pages.theme import add_templates
from mkdocs_iroco_blog.host.plugin import BlogPlugin

from .site import Site

_LEAVE_POSTS = frozenset(
    {"awesome-nav", "awesome-pages", "git-authors", "htmlproofer", "literate-nav", "redirects", "rss", "search"}
    | {f"{package}/{name}" for package in ("material", "materialx") for name in ("info", "offline", "search", "tags")}
)
"""Plugins that may change the list of files, and never posts in it."""


@dataclass(frozen=True, slots=True)
class DiskBlog:
    """A blog in one language, as its files are now, with drafts and scheduled posts."""

    settings: Settings
    """With what a Jekyll site decides."""
    loaded: LoadedBlog
    folder: Path
    """The folder that the paths of posts are relative to: the docs folder, or the Jekyll site's."""
    lang: str = ""
    """The language, on a site that has several."""

    @property
    def posts(self) -> Sequence[Post]:
        """Every post that a build with drafts would give a page, newest first."""
        return self.loaded.blog.posts

    @property
    def lost(self) -> Sequence[str]:
        """The posts that get no page, by their paths: those with an error, and expired ones."""
        losses = (it for it in self.loaded.findings if it.level is Level.ERROR or it.code == EXPIRED.code)
        return list(dict.fromkeys(it.source for it in losses if it.source in self.loaded.sources.files))


class PostReader:
    """Reads each post once. To read a blog again, after another post, then takes a quarter of the time."""

    def __init__(self) -> None:
        self._posts: dict[tuple[str | None, str], tuple[Source, tuple[Post | None, list[Finding]]]] = {}

    def __call__(self, source: Source, context: ReadContext) -> tuple[Post | None, list[Finding]]:
        """Return a post and what is wrong with it, as `read_post` does."""
        key = (context.settings.lang, source.path)
        known = self._posts.get(key)
        if known is None or known[0] != source:
            known = self._posts[key] = (source, read_post(source, context))
        return known[1]


def read_blogs(site: Site, now: datetime, *, all_plugins: bool = False, read: ReadPost = read_post) -> list[DiskBlog]:
    """Read the blog, in each of its languages; the site's default language comes first.

    `all_plugins` has the other plugins change the list of files first. One that sorts it by language always does.
    `read` reads a post, as `read_post` does.
    """
    config, files = site.config, get_files(site.config)
    set_exclusions(files, config)
    inputs = BuildInputs(
        now, serving=True, all_files=list(files), named_options=site.plugin.config.named, read_post=read
    )
    if not (all_plugins or i18n_plugin(config)):
        return _read(site, config, files, inputs)
    with _with_plugins(config, files, only=None if all_plugins else i18n_plugin(config)) as (changed, sorted_files):
        return _read(site, changed, sorted_files, inputs)


def _read(site: Site, config: MkDocsConfig, files: Files, inputs: BuildInputs) -> list[DiskBlog]:
    settings = settings_from(site.plugin.config, options_from_plugins(config))
    if settings.jekyll:
        return [_read_jekyll(settings, files, config, site.plugin, inputs)]
    settings = replace(settings, draft=True)
    editions = [(it.settings, it.files, it.lang) for it in editions_of(inputs.all_files, files, config, settings)]
    return [
        DiskBlog(localized, _load(part, localized, config, inputs), Path(config.docs_dir), lang)
        for localized, part, lang in editions or [(settings, files, "")]
    ]


def _load(files: Files, settings: Settings, config: MkDocsConfig, inputs: BuildInputs) -> LoadedBlog:
    return load_blog(collect_posts(files, config, settings), files, settings, config, inputs)


def _read_jekyll(
    settings: Settings, files: Files, config: MkDocsConfig, plugin: BlogPlugin, inputs: BuildInputs
) -> DiskBlog:
    from mkdocs_iroco_blog.host.jekyll.beside import load_joined, posts_beside  # 0.1 s, for these sites alone
    from mkdocs_iroco_blog.host.jekyll.build import open_jekyll

    add_templates(config)
    origin = open_jekyll(settings.jekyll or ".", config, None)
    beside = posts_beside(files, config, plugin.config)
    jekyll = origin.read(files, config, inputs.now, mermaid=settings.mermaid, posts=beside.sources)
    settings = replace(beside.settings(jekyll, plugin.config, options_from_plugins(config)), draft=True)
    return DiskBlog(settings, load_joined(jekyll, files, settings, config, inputs), origin.folder.source)


def other_plugins(config: MkDocsConfig) -> list[str]:
    """Return the names of plugins and hooks that may add or remove posts when the site is built."""
    names = {id(plugin): name for name, plugin in config.plugins.items() if not _is_ours(plugin)}
    hooks = config.plugins.events["files"]
    owners = [getattr(hook, "__self__", None) for hook in hooks]
    plugins = [names[id(owner)] for owner in owners if id(owner) in names]
    scripts = [
        hook.__module__ for hook, owner in zip(hooks, owners, strict=True) if owner is None
    ]  # of the option `hooks`
    return [name for name in (*plugins, *scripts) if name not in _LEAVE_POSTS]


@contextmanager
def _with_plugins(config: MkDocsConfig, files: Files, only: Any) -> Iterator[tuple[MkDocsConfig, Files]]:
    """Have the plugins but the blog's change the list of files, as the host does before a build; or `only` one.

    The files that they add may be gone afterwards.
    """
    before = config.site_dir
    with TemporaryDirectory() as site_dir:
        config.site_dir = site_dir  # a plugin may clear it
        with _events_without_ours(config, only):
            config.plugins.on_startup(command="build", dirty=False)
            try:
                config = config.plugins.on_config(config)
                config.plugins.on_pre_build(config=config)
                yield config, config.plugins.on_files(files, config=config)
            finally:
                config.plugins.on_shutdown()
                config.site_dir = before


@contextmanager
def _events_without_ours(config: MkDocsConfig, only: Any) -> Iterator[None]:
    """Have events of the host reach the other plugins, or `only` one."""
    events = config.plugins.events
    original = {name: list(hooks) for name, hooks in events.items()}
    for name, hooks in original.items():
        plugins = [(hook, getattr(hook, "__self__", None)) for hook in hooks]
        events[name] = [hook for hook, it in plugins if not _is_ours(it) and only in (None, it)]
    try:
        yield
    finally:
        events.update(original)


def _is_ours(plugin: object) -> bool:
    return isinstance(plugin, BlogPlugin)
