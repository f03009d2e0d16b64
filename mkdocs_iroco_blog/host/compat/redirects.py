"""mkdocs-redirects: it knows the blog's pages; redirects that cannot lead to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.site import UNREACHABLE_REDIRECT


def register_pages(config: MkDocsConfig, files: Iterable[File]) -> None:
    """Register pages that were made after the plugin took its list."""
    plugin: Any = config.plugins.get("redirects")
    if plugin:
        plugin.doc_pages.update({file.src_uri: file for file in files})


def redirect_problems(config: MkDocsConfig, lists: Collection[str], sources: Collection[str]) -> Iterator[Finding]:
    """Yield a Problem for each redirect to one of the blog's lists, on a site in several languages.

    The plugin takes the site's files before languages are told apart, and the lists are made after that. `lists` are
    the source paths of the blog's lists, `sources` those of the files in the docs folder.
    """
    for old, new, target in _redirects(config):
        if target in lists and target not in sources:
            yield _problem(old, f"`{new}`, a list of the blog, while i18n builds the site in several languages.")


def slash_problems(config: MkDocsConfig, urls: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a Problem for each redirect to an address that ends in `.html`: the plugin adds a slash to it.

    `urls` are the addresses of the blog's pages by their source paths.
    """
    for old, new, target in _redirects(config) if config.use_directory_urls else ():
        if urls.get(target, "").endswith(".html"):
            yield _problem(old, f"`{new}`, whose address ends in `.html`: it writes `{urls[target]}/`.")


def old_paths(config: MkDocsConfig) -> Iterator[str]:
    """Yield the paths, under the site's root, of the pages that the plugin writes."""
    for old, _, _ in _redirects(config):
        bare = old.removesuffix(".md").removesuffix("index").rstrip("/")
        yield from (f"{bare}/index.html".lstrip("/"), f"{bare}.html")


def _problem(old: str, obstacle: str) -> Finding:
    return UNREACHABLE_REDIRECT("mkdocs.yml", old=old, obstacle=obstacle)


def _redirects(config: MkDocsConfig) -> Iterator[tuple[str, str, str]]:
    """Yield the plugin's redirects: the old file, its target, and the target's file."""
    plugin: Any = config.plugins.get("redirects")
    for old, new in (plugin.config.get("redirect_maps") or {}).items() if plugin else ():
        yield str(old), str(new), str(new).partition("#")[0]
