"""What a blog is made from, read from the host's files: posts, folder defaults, the authors file."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_yaml_file
from mkdocs_iroco_blog.core.model import Source
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory, read_directory
from mkdocs_iroco_blog.host.pages.files import lies_below, neutral_path

Folders = dict[str, tuple[str, FrontMatter]]
"""Defaults by folder, each with the file that says so."""


def _other_language(file: File) -> str | None:
    """The language of a file that stands in for one that is not translated."""
    locale = getattr(file, "locale", None)
    return None if locale == getattr(file, "locale_alternate_of", None) else locale


@dataclass(frozen=True, slots=True)
class Found:
    """What a blog is made from."""

    files: Mapping[str, File]
    """The posts', by the paths of their sources."""
    sources: Sequence[Source]
    directory: AuthorDirectory
    findings: Sequence[Finding]
    folders: Sequence[str] = ()
    """The folders whose `.meta.yml` speaks of posts."""


def found_in_docs(files: Files, config: MkDocsConfig, settings: Settings) -> Found:
    """The posts in the docs folder, with what lies around them."""
    posts = post_files(files, settings)
    directory, findings = read_author_directory(config, settings)
    folders, found = read_folder_defaults(files, config, settings)
    sources = list(read_sources(posts, folders))
    names = [name for name, _ in folders.values()]
    return Found({file.src_uri: file for file in posts}, sources, directory, [*findings, *found], names)


def post_files(files: Files, settings: Settings) -> list[File]:
    """The Markdown files that are posts."""
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    return [file for file in pages if lies_below(neutral_path(file), settings.posts_folder)]


def read_sources(posts: Iterable[File], folders: Folders) -> Iterator[Source]:
    """Every post's bytes, with what the folders above it say."""
    for file in posts:
        path = neutral_path(file)
        above = sorted(folder for folder in folders if lies_below(path, folder))
        defaults = tuple(folders[folder][1] for folder in above)
        draft = file.inclusion is InclusionLevel.DRAFT
        yield Source(file.src_uri, file.content_bytes, defaults, draft, neutral=path, lang=_other_language(file))


def read_folder_defaults(files: Files, config: MkDocsConfig, settings: Settings) -> tuple[Folders, list[Finding]]:
    """The `.meta.yml` files above posts, as Material's meta plugin reads them, with or without that plugin."""
    names = ("material/meta", "materialx/meta", "meta")
    plugin: Any = next((config.plugins[name] for name in names if name in config.plugins), None)
    name = plugin.config.get("meta_file", ".meta.yml") if plugin else ".meta.yml"
    folders: Folders = {}
    findings: list[Finding] = []
    for file in files:
        folder, base = posixpath.split(neutral_path(file))
        related = lies_below(settings.posts_folder + "/", folder) or lies_below(folder + "/", settings.posts_folder)
        if base == name and related and file.abs_src_path:
            read = read_yaml_file(file.src_uri, file.content_bytes)
            if isinstance(read, Problem):
                findings.append(read)
            else:
                folders[folder] = (file.src_path, read)
    return folders, findings


def read_author_directory(config: MkDocsConfig, settings: Settings) -> tuple[AuthorDirectory, list[Finding]]:
    """Authors from the option `authors`, else from the authors file, else none."""
    if not isinstance(settings.authors, bool):
        raw: Any = {
            key: dict(fields) if isinstance(fields, dict) else fields for key, fields in settings.authors.items()
        }
        return read_directory("the option `authors`", FrontMatter({}, {"authors": raw}, {}, ""))
    path = authors_file(config, settings)
    if not settings.authors or not path.is_file():
        return AuthorDirectory(), []
    read = read_yaml_file(settings.authors_path, path.read_bytes())
    return (AuthorDirectory(), [read]) if isinstance(read, Problem) else read_directory(settings.authors_path, read)


def authors_file(config: MkDocsConfig, settings: Settings) -> Path:
    """Where the authors file lies, or would."""
    return Path(os.path.normpath(config.docs_dir), *settings.authors_path.split("/"))
