"""Findings, told by the host's log."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from mkdocs_iroco_blog.core.findings import Finding, Problem

log = get_plugin_logger("iroco-blog")


def report(findings: Iterable[Finding]) -> None:
    """Log every finding, by file and line.

    A Problem makes `--strict` fail, a Note or a draft's Problem does not.
    """
    for finding in sorted(findings, key=lambda finding: (finding.source, finding.line or 0, finding.what)):
        log.log(_level(finding), "%s", finding)


def _level(finding: Finding) -> int:
    if not isinstance(finding, Problem) or finding.draft:
        return logging.INFO
    return logging.ERROR if finding.no_page else logging.WARNING
