"""mike: several versions of a site side by side."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.site import VERSIONED_ADDRESSES


def version_problems(config: MkDocsConfig) -> Iterator[Finding]:
    """Yield a Problem if every deployed version would give the blog's posts another canonical address.

    mike names the version in an environment variable, and adds it to `site_url` unless `canonical_version` is set:
    https://github.com/jimporter/mike#specifying-the-canonical-version
    """
    plugin: Any = config.plugins.get("mike")
    version = os.environ.get("MIKE_DOCS_VERSION")
    if plugin and version and config.site_url and not plugin.config["canonical_version"]:
        yield VERSIONED_ADDRESSES("mkdocs.yml", version=version)
