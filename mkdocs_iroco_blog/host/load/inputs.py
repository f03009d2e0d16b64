"""What a build is made in: the time, the command, the site that posts come from."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:  # most sites are none of Jekyll's
    from mkdocs_iroco_blog.host.jekyll.build import JekyllBuild


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a build is made in."""

    drafts: bool
    """Unpublished posts get pages."""
    now: datetime
    stub: str
    """An empty file, which pages without a source refer to."""
    jekyll: JekyllBuild | None = None
    """The site that the posts come from, instead of the docs folder."""
    written: Sequence[File] = ()
    """The site's files as they were before another plugin took those of one language."""
    chosen: Collection[str] = ()
    """The options that `mkdocs.yml` names."""


def time_of_build() -> datetime:
    """The time, or the one that reproducible builds set.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
