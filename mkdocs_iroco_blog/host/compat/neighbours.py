"""What other plugins of the site have to be told, since no hook of theirs asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.host.build import BlogBuild
from mkdocs_iroco_blog.host.pages.nav import without_found


def leave_nav(build: BlogBuild, files: Files, config: MkDocsConfig) -> None:
    """Take what only a wildcard of literate-nav put into `nav` out of it: posts, and all but index and overviews."""
    beside = {page.file.src_uri for page in (build.index, *build.overviews)}
    own = {page.file.src_uri for page in build.pages()} - beside
    config.nav = without_found(config.nav, lambda path: path in own or files.get_file_from_path(path) is None)


def name_pages(build: BlogBuild, config: MkDocsConfig) -> None:
    """Let htmlproofer know the blog's pages, in all languages: static-i18n lets them be made after it took its list."""
    elsewhere = (twin.file.dest_uri for twins in build.twins.values() for twin in twins)
    name_files(config, elsewhere)
    _proved(config).extend(page.file for page in build.pages())


def name_files(config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Let htmlproofer know files that are written when all pages are, such as feeds: pages link to them."""
    folder, directories = config.site_dir, config.use_directory_urls
    _proved(config).extend(File(path, None, folder, directories, dest_uri=path) for path in paths)


def _proved(config: MkDocsConfig) -> list[File]:
    plugin: Any = config.plugins.get("htmlproofer")
    return plugin.files if plugin else []


def mend_titles(config: MkDocsConfig) -> None:
    """Give the feeds of the plugin rss titles as text: those of posts are escaped for themes, which its JSON shows."""
    for name, plugin in config.plugins.items():
        if name.partition(" ")[0] == "rss":
            pages: list[Any] = getattr(plugin, "pages_to_filter", [])
            for page in pages:
                if isinstance(page.title, Markup):
                    page.title = page.title.unescape()
