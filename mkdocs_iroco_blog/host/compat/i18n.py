"""mkdocs-static-i18n: it builds the site once for each language, and the blog has an edition in each.

The plugin sorts the site's files by language, by folder (`fr/blog/posts/a.md`) or by name (`blog/posts/a.fr.md`), and
sets two attributes on each: `locale`, and `norm_src_uri`, the path without the language.
https://ultrabug.github.io/mkdocs-static-i18n/getting-started/quick-start/
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.links import Translation
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.load.blog import LoadedBlog
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage
from mkdocs_iroco_blog.host.pages.edition import Edition
from mkdocs_iroco_blog.host.pages.files import destination, move, page_url, path_without_locale

LoadedEditions = Sequence[tuple[Edition, LoadedBlog]]
"""Every edition with its blog. The one that is being built comes first."""


def i18n_plugin(config: MkDocsConfig) -> Any:
    """Return the plugin that builds the site in several languages, or `None`."""
    plugin = config.plugins.get("i18n")
    return plugin if hasattr(plugin, "i18n_files_per_language") else None


def is_translation(config: MkDocsConfig) -> bool:
    """Whether the site is being built in another language than its default."""
    plugin = i18n_plugin(config)
    return plugin is not None and plugin.current_language != plugin.default_language


def editions_of(all_files: Sequence[File], files: Files, config: MkDocsConfig, settings: Settings) -> list[Edition]:
    """Return every edition, the one being built first; none for a site in one language.

    `all_files` are the site's files before the plugin took those of one language, which are `files`.
    """
    plugin = i18n_plugin(config)
    if plugin is None:
        return []
    editions = [_edition(plugin.current_language_config, files, plugin, config, settings)]
    for language in plugin.config.languages:
        if language.build and language.locale != plugin.current_language:
            chosen = Files(list(_files_in(language.locale, all_files, plugin, config)))
            editions.append(_edition(language, chosen, plugin, config, settings))
    return editions


def _edition(language: Any, files: Files, plugin: Any, config: MkDocsConfig, settings: Settings) -> Edition:
    lang, default, path = language.locale, plugin.default_language, settings.authors_path
    prefix = "" if lang == default else lang
    folder = lang if plugin.config.docs_structure == "folder" else ""
    stem, ending = posixpath.splitext(path)
    places = [f"{lang}/{path}", f"{default}/{path}", path] if folder else [f"{stem}.{prefix}{ending}", path]
    localized = replace(
        settings, lang=lang, blog_dir=posixpath.join(prefix, settings.root) or ".",
        post_dir=settings.posts_folder or ".",
        authors_file=next((place for place in places if (Path(config.docs_dir) / place).is_file()), path),
    )  # fmt: skip
    return Edition(lang, language.name, prefix, folder, localized, files)


def _files_in(lang: str, all_files: Iterable[File], plugin: Any, config: MkDocsConfig) -> Iterator[File]:
    """Choose the files of a language that is not being built, as the plugin will choose them."""
    if plugin.config.docs_structure == "folder":
        from mkdocs_static_i18n.folder import create_i18n_file  # noqa: PLC0415 - few sites have it
    else:
        from mkdocs_static_i18n.suffix import create_i18n_file  # noqa: PLC0415

    docs, default = Path(config.docs_dir), plugin.default_language
    localized = [
        create_i18n_file(file, lang, default, plugin.all_languages, config)
        for file in all_files
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(docs)
    ]
    translated = [file for file in localized if file.locale == lang]
    yield from translated
    if plugin.config.fallback_to_default:
        paths = set(map(path_without_locale, translated))
        yield from (file for file in localized if file.locale == default and path_without_locale(file) not in paths)


class Counterpart(NamedTuple):
    """The same page in another language."""

    lang: str
    file: File
    translation: Translation | None
    """A link to it, unless the original stands in for a missing translation."""


Counterparts = Mapping[str, Sequence[Counterpart]]


def counterparts_of(editions: LoadedEditions, config: MkDocsConfig) -> Counterparts:
    """Return the counterparts of each page of the edition that is being built, by the page's path."""
    (current, loaded), *others = editions
    counterparts: dict[str, list[Counterpart]] = defaultdict(list)
    paths = {key: path for key, path, _ in _pages(current, loaded)}
    for edition, other in others:
        for key, path, translated in _pages(edition, other):
            if key in paths:
                dest_uri = destination(path, config, index=path == edition.settings.index_path)
                file = File(key, None, config.site_dir, config.use_directory_urls, dest_uri=dest_uri)
                link = Translation(edition.name, page_url(file.url), edition.lang) if translated else None
                counterparts[paths[key]].append(Counterpart(edition.lang, file, link))
    return counterparts


def _pages(edition: Edition, loaded: LoadedBlog) -> Iterator[tuple[str, str, bool]]:
    """Yield, for every page, a key that all languages share, its path, and whether it is translated."""
    for post in loaded.blog.posts:
        file = loaded.sources.files[post.source]
        yield path_without_locale(file), post.path, edition.is_translated(file)
    lists = [view_page.path for view in loaded.blog.views for view_page in view.pages]
    for path in (*lists, *(overview.path for overview in loaded.blog.overviews)):
        yield f"/{edition.without_prefix(path)}", path, True


def move_originals(all_files: Iterable[File], editions: LoadedEditions, config: MkDocsConfig) -> None:
    """Give the files from before languages were told apart the addresses of posts.

    Plugins such as redirects took the list of files earlier, and use these.
    """
    by_uri = {file.src_uri: file for file in all_files}
    for edition, loaded in editions:
        for post in loaded.blog.posts:
            if edition.is_translated(loaded.sources.files[post.source]):
                move(by_uri[post.source], destination(post.path, config), config)


def join_edition(
    edition: Edition, pages: Iterable[BlogPage], counterparts: Counterparts, files: Files, config: MkDocsConfig
) -> None:
    """Add the blog's pages to the plugin's own list, with their files in other languages."""
    for page in pages:
        alternates = {other.lang: other.file for other in counterparts.get(page.path, ())}
        edition.adopt(page.file, page.path, alternates)
    i18n_plugin(config).i18n_files_per_language[edition.lang] = files.documentation_pages()


def drop_from_sitemap(edition: Edition, sources: set[str], config: MkDocsConfig) -> None:
    """Remove pages from the list that the plugin's own sitemap is made of."""
    by_language = i18n_plugin(config).i18n_files_per_language
    by_language[edition.lang] = [file for file in by_language[edition.lang] if file.src_uri not in sources]
