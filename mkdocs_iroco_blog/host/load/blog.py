"""A blog read from the site's files: once for the pages that are built, and once for each other language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.findings import Finding, Note
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site import Translator
from mkdocs_iroco_blog.host.pages.files import other_pages
from mkdocs_iroco_blog.host.pages.theme import theme_language
from mkdocs_iroco_blog.layout.translator import is_supported, load_translator

from .git import git_dates
from .sources import Found


@dataclass(frozen=True, slots=True)
class Reading:
    """A blog, and what it was read from."""

    blog: Blog
    found: Found
    translator: Translator
    zone: ZoneInfo
    others: Mapping[str, File]
    """Every page of the site that is no post of this blog, by its address."""
    findings: Sequence[Finding]


def read_blog(
    found: Found, files: Files, settings: Settings, config: MkDocsConfig, *, drafts: bool, now: datetime
) -> Reading:
    """Read the posts that were found, and work out every page."""
    language = settings.lang or theme_language(config) or "en"
    translator, zone = load_translator(language), ZoneInfo(settings.timezone)
    git_date = git_dates(Path(config.docs_dir)) if settings.date_from_git else None
    context = ReadContext(settings, found.directory, zone, now, git_date, translator.locale)
    others = other_pages(files, found.files.values(), config)
    occupied = {path: file.src_uri for path, file in others.items()}
    blog, problems = build_blog(found.sources, context, drafts=drafts, occupied=occupied)
    findings = [*found.findings, *problems, *_language_note(language, translator)]
    return Reading(blog, found, translator, zone, others, findings)


def _language_note(language: str, translator: Translator) -> list[Finding]:
    if is_supported(language):
        return []
    what = f"The interface is not translated into `{language}`: phrases are English, dates `{translator.lang}`."
    return [Note("mkdocs.yml", None, what, "")]
