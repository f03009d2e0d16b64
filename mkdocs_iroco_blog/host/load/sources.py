"""The sources of a blog among the host's files: posts, folder defaults, the authors file."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import is_markdown_file

from mkdocs_iroco_blog.core.dates import split_file_name
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter, read_yaml_file
from mkdocs_iroco_blog.core.messages.posts import UNREADABLE_FILE
from mkdocs_iroco_blog.core.model import Source
from mkdocs_iroco_blog.core.permalinks import INDEXES
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory, read_directory
from mkdocs_iroco_blog.host.pages.files import lies_below, path_without_locale

from .notebooks import read_notebook
from .unreadable import remove_unreadable, why_unreadable

Folders = dict[str, tuple[str, FrontMatter]]
"""Defaults by folder, each with the file that sets them."""


@dataclass(frozen=True, slots=True)
class PostSources:
    """Everything that posts are read from."""

    files: Mapping[str, File]
    """The posts' files by their source paths."""
    sources: Sequence[Source]
    directory: AuthorDirectory
    findings: Sequence[Finding]
    defaults_files: Sequence[str] = ()
    """Every `.meta.yml` that applies to posts."""


def collect_posts(files: Files, config: MkDocsConfig, settings: Settings) -> PostSources:
    """Collect the posts in the docs folder, the authors, and the folders' defaults."""
    unreadable = remove_unreadable(files, (settings.posts_folder, *(() if settings.jekyll else (settings.root,))))
    posts = post_files(files, settings.posts_folder)
    if settings.jekyll:
        posts = [file for file in posts if lies_in_docs(file, config)]
    directory, findings = read_author_directory(files, config, settings)
    folders, problems = read_folder_defaults(files, config, settings)
    sources = [_read_source(file, folders) for file in posts]
    if settings.jekyll:
        sources = [_with_jekyll_path(source, settings.posts_folder) for source in sources]
    names = [name for name, _ in folders.values()]
    findings = [*unreadable, *findings, *problems]
    return PostSources({file.src_uri: file for file in posts}, sources, directory, findings, names)


def _with_jekyll_path(source: Source, folder: str) -> Source:
    """Give a source the path that it would have in `_posts`. A page bundle, `bees/index.md`, is named as its folder."""
    path = source.neutral.removeprefix(f"{folder}/")
    stem, name = posixpath.dirname(path), posixpath.splitext(posixpath.basename(path))[0]
    is_bundle = stem and name in INDEXES
    return replace(source, jekyll_path=f"_posts/{stem if is_bundle else posixpath.splitext(path)[0]}.md")


def post_files(files: Files, folder: str) -> list[File]:
    """Return the pages below a folder."""
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    return [file for file in pages if lies_below(path_without_locale(file), folder)]


def lies_in_docs(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is in the docs folder, or made by another plugin. Those of a Jekyll site are neither."""
    return file.src_dir == config.docs_dir or file.generated_by is not None


def is_dated(file: File) -> bool:
    """Whether a file has a date in its name or in its front matter, as posts have."""
    if split_file_name(PurePosixPath(file.src_uri).stem)[0]:
        return True
    if file.abs_src_path and why_unreadable(file.abs_src_path):
        return False
    front = read_front_matter(file.src_uri, file.content_bytes)
    return isinstance(front, FrontMatter) and "date" in front.raw


def _read_source(file: File, folders: Folders) -> Source:
    path, locale = path_without_locale(file), getattr(file, "locale", None)
    above = sorted(folder for folder in folders if lies_below(path, folder))
    defaults = tuple(folders[folder][1] for folder in above)
    draft = file.inclusion is InclusionLevel.DRAFT
    # A file with another language than its `locale_alternate_of` stands in for a missing translation.
    lang = None if locale == getattr(file, "locale_alternate_of", None) else locale
    if is_markdown_file(file.src_uri):
        return Source(file.src_uri, file.content_bytes, defaults, draft, neutral=path, lang=lang)
    return Source(file.src_uri, b"", defaults, draft, front=read_notebook(file), neutral=path, lang=lang)


def meta_file_name(config: MkDocsConfig) -> str:
    """Return the name of files with folder defaults, which Material's meta plugin can change."""
    names = ("material/meta", "materialx/meta", "meta")
    plugin: Any = next((config.plugins[name] for name in names if name in config.plugins), None)
    return str(plugin.config.get("meta_file", ".meta.yml")) if plugin else ".meta.yml"


def applies_to_posts(folder: str, settings: Settings) -> bool:
    """Whether the defaults of a folder apply to posts: it is the posts' folder, or above it, or below."""
    return lies_below(settings.posts_folder + "/", folder) or lies_below(folder + "/", settings.posts_folder)


def read_folder_defaults(files: Files, config: MkDocsConfig, settings: Settings) -> tuple[Folders, list[Finding]]:
    """Read the `.meta.yml` files that apply to posts, as Material's meta plugin does, with or without that plugin."""
    name = meta_file_name(config)
    folders: Folders = {}
    findings: list[Finding] = []
    for file in files:
        folder, base = posixpath.split(path_without_locale(file))
        if base == name and applies_to_posts(folder, settings):
            defaults = _read_yaml(file.src_uri, file)
            if isinstance(defaults, Finding):
                findings.append(defaults)
            else:
                folders[folder] = (file.src_path, defaults)
    return folders, findings


def read_author_directory(
    files: Files, config: MkDocsConfig, settings: Settings
) -> tuple[AuthorDirectory, list[Finding]]:
    """Read the authors from the option `authors`, or else from the authors file, if there is one."""
    if not isinstance(settings.authors, bool):
        authors = FrontMatter({}, {"authors": dict(settings.authors)}, {}, "")
        return read_directory("the option `authors`", authors, settings.known_keys)
    file, path = files.get_file_from_path(settings.authors_path), authors_file(config, settings)
    if not settings.authors or (file is None and not os.path.lexists(path)):
        return AuthorDirectory(), []
    read = _read_yaml(settings.authors_path, file or path)
    if isinstance(read, Finding):
        return AuthorDirectory(), [read]
    return read_directory(settings.authors_path, read, settings.known_keys)


def _read_yaml(source: str, file: File | Path) -> FrontMatter | Finding:
    path = file.abs_src_path if isinstance(file, File) else str(file)
    if reason := why_unreadable(path) if path else None:
        return UNREADABLE_FILE(source, reason=reason)
    return read_yaml_file(source, file.content_bytes if isinstance(file, File) else file.read_bytes())


def authors_file(config: MkDocsConfig, settings: Settings) -> Path:
    """Return the path of the authors file, whether it exists or not."""
    return Path(os.path.normpath(config.docs_dir), *settings.authors_path.split("/"))
