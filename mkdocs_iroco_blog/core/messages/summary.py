"""Make log lines of findings: one for each cause, at the level that the options ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from mkdocs_iroco_blog.core.findings import Finding, Level, printable

SEVERITIES = {"info": Level.INFO, "warning": Level.WARNING, "error": Level.ERROR}
"""The levels that the option `severity` takes."""
_PLACES = 5
"""The most places that a line names."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A message as it is logged."""

    level: Level
    text: str
    findings: tuple[Finding, ...] = ()
    """The findings that it stands for, each with the level at which it is logged."""


def level_of(finding: Finding, severity: Mapping[str, str]) -> Level:
    """Return the level that the option `severity` gives a finding.

    A draft's message stays a Note, and one about a page that is not written is a warning at least.
    """
    if finding.draft:
        return Level.INFO
    if finding.code not in severity:
        return finding.level
    chosen = SEVERITIES[severity[finding.code]]
    return max(chosen, Level.WARNING) if finding.level is Level.ERROR else chosen


def reported(findings: Iterable[Finding], ignore: Collection[str], severity: Mapping[str, str]) -> list[Finding]:
    """Return the findings to report, by file and line: all but Notes whose codes the option `ignore` lists."""
    silent = frozenset(ignore)
    rest = (item for item in findings if item.code not in silent or level_of(item, severity) > Level.INFO)
    return sorted(dict.fromkeys(rest), key=lambda item: (item.source, item.line or 0, item.what))


def summarize(findings: Iterable[Finding], severity: Mapping[str, str]) -> list[LogLine]:
    """Make one line of all findings with one cause, with their number and the first places."""
    by_cause: dict[object, list[Finding]] = {}
    for finding in findings:
        by_cause.setdefault(_cause(finding), []).append(finding)
    return [_log_line(same, severity) for same in by_cause.values()]


def _log_line(same: list[Finding], severity: Mapping[str, str]) -> LogLine:
    leveled = tuple(replace(item, level=level_of(item, severity)) for item in same)
    return LogLine(max(item.level for item in leveled), _line(same), leveled)


def _cause(finding: Finding) -> object:
    """Return a key for the cause. A page that is not written has one of its own, unless the message says otherwise."""
    if finding.cause is not None:
        return finding.code, finding.cause
    alone = finding.place if finding.level is Level.ERROR else ""
    return finding.code, finding.what, finding.hint, alone


def _line(same: list[Finding]) -> str:
    first, *others = dict.fromkeys(finding.place for finding in same)
    named = ", ".join(others[: _PLACES - 1])
    rest = len(others) - _PLACES + 1
    more = f" and {rest:,} more" if rest > 0 else ""
    also = f"Also in {named}{more}." if others else ""
    code = f"[{same[0].code}]" if same[0].code else ""
    return printable(" ".join(filter(None, [f"{first}:", same[0].what, same[0].hint, also, code])))
