"""What other plugins and a blog cannot do together: each is a Problem that names the way out."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Problem


def version_problems(config: MkDocsConfig) -> Iterator[Problem]:
    """A Problem where every version that is deployed would give its posts another address.

    mike names the version by an environment variable, and puts it into `site_url` unless `canonical_version` is set:
    https://github.com/jimporter/mike#specifying-the-canonical-version
    """
    plugin: Any = config.plugins.get("mike")
    version = os.environ.get("MIKE_DOCS_VERSION")
    if plugin and version and config.site_url and not plugin.config["canonical_version"]:
        what = (
            f"mike puts this blog into version `{version}`, so every version gives each post another canonical "
            "address, and feeds show it again."
        )
        hint = (
            "Write `canonical_version: latest` under `mike`, or give the blog a site of its own: "
            "see “A blog beside versioned docs” in the manual."
        )
        yield Problem("mkdocs.yml", None, what, hint)


def redirect_problems(config: MkDocsConfig, lists: Collection[str], written: Collection[str]) -> Iterator[Problem]:
    """A Problem for each redirect that leads to one of the blog's lists, on a site in several languages.

    The plugin redirects takes the site's files before languages are told apart, and the lists are made after that.
    Both are paths of sources: those of the blog's lists, and of the files that the docs folder has.
    """
    for old, new, target in _redirects(config):
        if target in lists and target not in written:
            what = (
                f"The plugin redirects cannot lead `{old}` to `{new}`, a list of the blog, while i18n builds the site "
                "in several languages."
            )
            yield Problem("mkdocs.yml", None, what, "Write the whole address of that page, `https://…`.")


def slash_problems(config: MkDocsConfig, urls: Mapping[str, str]) -> Iterator[Problem]:
    """A Problem for each redirect to a page at an address that ends in `.html`, behind which redirects puts a slash.

    `urls` are the addresses of the blog's pages by the paths of their sources.
    """
    for old, new, target in _redirects(config) if config.use_directory_urls else ():
        if urls.get(target, "").endswith(".html"):
            what = (
                f"The plugin redirects cannot lead `{old}` to `{new}`, whose address ends in `.html`: it writes "
                f"`{urls[target]}/`."
            )
            yield Problem("mkdocs.yml", None, what, "Write the whole address of that page, `https://…`.")


def _redirects(config: MkDocsConfig) -> Iterator[tuple[str, str, str]]:
    """What the plugin redirects is told: an old file, what it leads to, and the file of that."""
    plugin: Any = config.plugins.get("redirects")
    for old, new in (plugin.config.get("redirect_maps") or {}).items() if plugin else ():
        yield str(old), str(new), str(new).partition("#")[0]
