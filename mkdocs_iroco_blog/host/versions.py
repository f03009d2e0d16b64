"""Documentation in several versions, which mike deploys one beside the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
        remedy = (
            "Write `canonical_version: latest` under `mike`, or give the blog a site of its own: "
            "see “A blog beside versioned docs” in the manual."
        )
        yield Problem("mkdocs.yml", None, what, remedy)
