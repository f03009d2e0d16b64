"""The files of the new site, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mkdocs_iroco_blog.core.findings import Finding


@dataclass(slots=True)
class NewSite:
    """All files of the new site, and everything that they could not keep."""

    files: dict[str, bytes] = field(default_factory=dict)
    """The content of each file that is made, by its path below the folder."""
    copied: dict[str, str] = field(default_factory=dict)
    """The path on disk of each file that is copied, by its path below the folder."""
    has_own_feeds: bool = False
    """The feeds of the Jekyll site are templates of its own."""
    losses: list[tuple[str, str]] = field(default_factory=list)
    """Files of the Jekyll site, and everything of them that is not kept."""
    remarks: list[str] = field(default_factory=list)
    """Losses that no file of the new site mentions yet."""

    def write(self, path: str, text: str) -> None:
        """Add a file with text."""
        self.files[path] = text.encode()

    def lose(self, source: str, what: str, *, is_commented: bool = False) -> None:
        """Note that something is not kept. `is_commented` tells that a comment in a new file says so."""
        if (source, what) in self.losses:
            return
        self.losses.append((source, what))
        if not is_commented:
            self.remarks.append(f"{source}: {what}")

    def paths(self) -> Iterable[str]:
        """Return the paths of all files."""
        return [*self.files, *self.copied]


def comments_of(findings: Iterable[Finding]) -> list[str]:
    """Return the comments that a file has about everything that was not understood in it."""
    return [f"Line {finding.line} in Jekyll: {finding.what}" if finding.line else finding.what for finding in findings]
