"""Loads the blog from its sources and the inputs of a build."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.addresses import INDEX_REFUSED
from mkdocs_iroco_blog.core.messages.site import UNTRANSLATED
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import ReadPost, read_post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site import Translator
from mkdocs_iroco_blog.host.config import StoppedBuildError
from mkdocs_iroco_blog.host.pages.files import destination, other_pages
from mkdocs_iroco_blog.host.pages.theme import theme_language
from mkdocs_iroco_blog.layout.translator import is_supported, load_translator

from .git import git_dates
from .site_folder import site_paths
from .sources import PostSources


@dataclass(frozen=True, slots=True)
class BuildInputs:
    """The inputs of a build besides its settings."""

    now: datetime
    serving: bool
    """Whether this is a preview."""
    all_files: Sequence[File]
    """The site's files, before another plugin took those of one language."""
    named_options: Collection[str]
    """The options that `mkdocs.yml` sets."""
    read_post: ReadPost = read_post
    removed: Collection[str] = ()
    """Addresses of lists that another plugin has removed."""


def current_time() -> datetime:
    """Return the time, or the one that a reproducible build sets.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class LoadedBlog:
    """A blog, with the sources that it was read from."""

    blog: Blog
    sources: PostSources
    translator: Translator
    zone: ZoneInfo
    other_pages: Mapping[str, File]
    """Every page of the site that is no post of this blog, by its address."""
    findings: Sequence[Finding]
    settings: Settings


def load_blog(
    sources: PostSources, files: Files, settings: Settings, config: MkDocsConfig, inputs: BuildInputs
) -> LoadedBlog:
    """Read the posts, and work out every page of the blog."""
    language = settings.lang or theme_language(config) or "en"
    translator, zone = load_translator(language), ZoneInfo(settings.timezone)
    git_date = git_dates(Path(config.docs_dir)) if settings.date_from_git else None
    context = ReadContext(settings, sources.directory, zone, inputs.now, git_date, translator.locale)
    others = other_pages(files, sources.files.values(), config)
    occupied = {path: file.src_uri for path, file in others.items()}
    paths = site_paths(files, config, without=sources.files)
    if fault := paths.fault(destination(settings.index_path, config, index=True), replaces=True):
        raise StoppedBuildError([INDEX_REFUSED("blog_dir", address=displayed(settings.index_path), fault=fault)])
    drafts = settings.draft or (inputs.serving and settings.draft_on_serve)
    blog, problems = build_blog(
        sources.sources, context, drafts=drafts, occupied=occupied, paths=paths, removed=inputs.removed,
        read=inputs.read_post,
    )  # fmt: skip
    findings = [*sources.findings, *problems]
    if not is_supported(language):
        findings.append(UNTRANSLATED("mkdocs.yml", language=language, dates=translator.lang))
    return LoadedBlog(blog, sources, translator, zone, others, findings, settings)
