"""mike: several versions of a site side by side."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Problem


def version_problems(config: MkDocsConfig) -> Iterator[Problem]:
    """Yield a Problem if every deployed version would give the blog's posts another canonical address.

    mike names the version in an environment variable, and adds it to `site_url` unless `canonical_version` is set:
    https://github.com/jimporter/mike#specifying-the-canonical-version
    """
    plugin: Any = config.plugins.get("mike")
    version = os.environ.get("MIKE_DOCS_VERSION")
    if plugin and version and config.site_url and not plugin.config["canonical_version"]:
        yield Problem(
            "mkdocs.yml", None,
            f"mike puts this blog into version `{version}`, so each post has another canonical address in every "
            "version, and feed readers show it again.",
            "Write `canonical_version: latest` under `mike`, or give the blog a site of its own: "
            "see “A blog beside versioned docs” in the manual.",
        )  # fmt: skip
