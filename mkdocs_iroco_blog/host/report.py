"""Logs findings. In the preview, a message is logged again only when it is gone for a while."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.summary import reported, summarize
from mkdocs_iroco_blog.core.settings import Settings

log = get_plugin_logger("iroco-blog")


class Reporter:
    """Logs the findings of each build, and remembers those of the last one."""

    def __init__(self) -> None:
        self._last: dict[str, frozenset[tuple[str, ...]]] = {}
        """The last build's messages, by the language of the site that it built."""

    def report(self, findings: Iterable[Finding], settings: Settings, prefix: str) -> None:
        """Log one line for each cause that the last build did not have. `prefix` is the language's.

        A warning or an error makes `--strict` fail. The log record has the findings, for programs.
        """
        severity = settings.severity or {}
        listed = reported(findings, settings.ignore, severity)
        last, self._last[prefix] = self._last.get(prefix, frozenset()), frozenset(map(_identity, listed))
        new = [finding for finding in listed if _identity(finding) not in last]
        for line in summarize(new, severity):
            log.log(line.level, "%s", line.text, extra={"findings": line.findings})
        for finding in new if log.isEnabledFor(logging.DEBUG) else ():
            log.debug("%s", finding)
        if len(new) < len(listed):
            log.info("Messages that have not changed since the last build: %d.", len(listed) - len(new))


def _identity(finding: Finding) -> tuple[str, ...]:
    """Identify a message from build to build: an edit above its line does not make it another one."""
    return finding.code, finding.source, finding.what, finding.hint
