"""The inputs of a build besides its settings."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mkdocs.structure.files import File


@dataclass(frozen=True, slots=True)
class BuildInputs:
    """The inputs of a build besides its settings."""

    now: datetime
    drafts: bool
    """Whether unpublished posts get pages."""
    all_files: Sequence[File]
    """The site's files, before another plugin took those of one language."""
    named_options: Collection[str]
    """The options that `mkdocs.yml` sets."""


def current_time() -> datetime:
    """Return the time, or the one that a reproducible build sets.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
