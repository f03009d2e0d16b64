"""mike: several versions of a site side by side."""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.site import VERSIONED_ADDRESSES
from mkdocs_iroco_blog.host.load.git import git

_VERSION = "MIKE_DOCS_VERSION"
"""The environment variable that names the version which mike builds."""
_IS_NAME = re.compile(r"(?!\.{1,2}$)[^/\\\x00-\x1f]+")
"""The names that mike allows, which are folders of the site."""


def deployed_versions(config: MkDocsConfig) -> frozenset[str]:
    """Return the names of the versions beside the one that mike builds, and of that one; empty if mike builds none.

    mike lists them in a file on the branch that it deploys to. That is not known if its command names another one.
    """
    plugin: Any = config.plugins.get("mike")
    version = os.environ.get(_VERSION)
    if not plugin or not version:
        return frozenset()
    path = posixpath.normpath(f"{plugin.config.get('deploy_prefix') or ''}/versions.json").lstrip("/")
    folder = Path(config.config_file_path or "mkdocs.yml").parent
    try:
        text = git(folder, "show", f"{config.remote_branch}:{path}")
        entries = [entry for entry in json.loads(text) if isinstance(entry, dict)]
    except (ValueError, TypeError, RecursionError):
        entries = []
    names = (name for entry in entries if not _is_hidden(entry) for name in [entry.get("version"), *_aliases(entry)])
    return frozenset({version, *(name for name in names if isinstance(name, str) and _IS_NAME.fullmatch(name))})


def _aliases(entry: dict[str, Any]) -> list[Any]:
    aliases = entry.get("aliases")
    return aliases if isinstance(aliases, list) else []


def _is_hidden(entry: dict[str, Any]) -> bool:
    """Whether Material's list of versions leaves the version out."""
    properties = entry.get("properties")
    return isinstance(properties, dict) and bool(properties.get("hidden"))


def version_problems(config: MkDocsConfig) -> Iterator[Finding]:
    """Yield a Problem if every deployed version would give the blog's posts another canonical address.

    mike names the version in an environment variable, and adds it to `site_url` unless `canonical_version` is set:
    https://github.com/jimporter/mike#specifying-the-canonical-version
    """
    plugin: Any = config.plugins.get("mike")
    version = os.environ.get(_VERSION)
    if plugin and version and config.site_url and not plugin.config["canonical_version"]:
        yield VERSIONED_ADDRESSES("mkdocs.yml", version=version)
