"""A site in several languages: the blog's edition in each, where mkdocs-static-i18n builds them one after the other.

That plugin sorts the site's files by language, in their folders (`fr/blog/posts/a.md`) or by their names
(`blog/posts/a.fr.md`), and gives each what it found out: `locale`, and `norm_src_uri`, the path without the language.
https://ultrabug.github.io/mkdocs-static-i18n/getting-started/quick-start/
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.edition import Edition
from mkdocs_iroco_blog.host.pages.files import neutral_path


def in_languages(config: MkDocsConfig) -> Any:
    """The plugin that builds the site in several languages; none where there is none."""
    plugin = config.plugins.get("i18n")
    return plugin if hasattr(plugin, "i18n_files_per_language") else None


def is_translation(config: MkDocsConfig) -> bool:
    """Whether the site is being built in another language than its default."""
    plugin = in_languages(config)
    return plugin is not None and plugin.current_language != plugin.default_language


def editions_of(written: Sequence[File], files: Files, config: MkDocsConfig, settings: Settings) -> tuple[Edition, ...]:
    """Every edition, the one that is being built first; none where the site has one language.

    `written` are the site's files as they were before the plugin took those of one language, which are `files`.
    """
    plugin = in_languages(config)
    if plugin is None:
        return ()
    editions = []
    for language in plugin.config.languages:
        if language.build and language.locale != plugin.current_language:
            own = Files(list(_chosen(written, language.locale, plugin, config)))
            editions.append(_edition(language, own, plugin, config, settings))
    current = _edition(plugin.current_language_config, files, plugin, config, settings)
    return (current, *editions)


def _edition(language: Any, files: Files, plugin: Any, config: MkDocsConfig, settings: Settings) -> Edition:
    default = plugin.default_language
    prefix = "" if language.locale == default else language.locale
    folder = language.locale if plugin.config.docs_structure == "folder" else ""
    path = settings.authors_path
    stem, ending = posixpath.splitext(path)
    places = [f"{language.locale}/{path}", f"{default}/{path}", path] if folder else [f"{stem}.{prefix}{ending}", path]
    authors = next((place for place in places if (Path(config.docs_dir) / place).is_file()), path)
    own = replace(
        settings,
        lang=language.locale,
        blog_dir=posixpath.join(prefix, settings.root) or ".",
        post_dir=settings.posts_folder or ".",
        authors_file=authors,
    )
    return Edition(language.locale, language.name, prefix, folder, own, files)


def _chosen(written: Iterable[File], lang: str, plugin: Any, config: MkDocsConfig) -> Iterator[File]:
    """The files of a language that is not being built, as the plugin will choose them."""
    if plugin.config.docs_structure == "folder":
        from mkdocs_static_i18n.folder import create_i18n_file  # noqa: PLC0415 - few sites have it
    else:
        from mkdocs_static_i18n.suffix import create_i18n_file  # noqa: PLC0415

    docs, default = Path(config.docs_dir), plugin.default_language
    made = [
        create_i18n_file(file, lang, default, plugin.all_languages, config)
        for file in written
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(docs)
    ]
    own = [file for file in made if file.locale == lang]
    there = {neutral_path(file) for file in own}
    yield from own
    if plugin.config.fallback_to_default:
        yield from (file for file in made if file.locale == default and neutral_path(file) not in there)
