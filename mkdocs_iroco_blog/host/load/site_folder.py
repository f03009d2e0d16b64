"""The files that a build writes below the site's folder, and links in that folder that lead out of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from functools import cache, partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_iroco_blog.core.site_paths import SitePaths, parent_folders
from mkdocs_iroco_blog.host.pages.files import destination

_SEARCH = ("search", "material/search", "materialx/search")
_SEARCH_FILES = ("search_index.json", "main.js", "worker.js", "lunr.js")


def site_paths(files: Iterable[File], config: MkDocsConfig, *, without: Collection[str] = ()) -> SitePaths:
    """Return the paths of everything that the host writes. `without` has sources that get another place."""
    placed = [file for file in files if not file.inclusion.is_excluded() and file.src_uri not in without]
    return SitePaths(
        host_files(placed, config),
        pages={file.dest_uri for file in placed if file.is_documentation_page()},
        file_of=partial(destination, config=config),
        leads_out=links_out_of(config.site_dir),
    )


def host_files(files: Iterable[File], config: MkDocsConfig) -> dict[str, str]:
    """Return the path of every file that the host writes below the site's folder, with what it is made of."""
    templates = sorted((*config.theme.static_templates, *config.extra_templates))
    existing = {name: f"the template `{name}`" for name in templates}
    if "sitemap.xml" in existing:
        existing["sitemap.xml.gz"] = existing["sitemap.xml"]
    if any(name in config.plugins for name in _SEARCH):
        existing |= {f"search/{name}": "the search plugin" for name in _SEARCH_FILES}
    return existing | {file.dest_uri: f"`{file.src_uri}`" for file in files}


def links_out_of(site_dir: str) -> Callable[[str], bool]:
    """Return a function that tells whether a path under the site's folder leads out of it by a symbolic link."""

    @cache
    def leads_out(path: str) -> bool:
        target = f"{site_dir}/{path}"
        if not os.path.islink(target):  # noqa: PTH114 - of thousands of paths, almost none is a link
            return False
        return not Path(target).resolve().is_relative_to(Path(site_dir).resolve())

    return lambda path: any(map(leads_out, (*parent_folders(path), path)))
