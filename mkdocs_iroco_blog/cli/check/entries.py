"""The messages of a run, each about one place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from logging import LogRecord
from pathlib import Path

from mkdocs_iroco_blog.cli.host_log import HOST
from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.messages.check import BROKEN_ANCHOR, BROKEN_LINK

from .places import Places

_OURS = f"{HOST}.plugins.iroco-blog"
_CODE = re.compile(r" \[(IB\d{3})\]$")
_LINKS = (BROKEN_LINK.code, BROKEN_ANCHOR.code)
_QUOTED = re.compile(r"'([^'\n]+)'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message about a place."""

    file: Path
    line: int | None = None
    """Counted from 1."""
    level: Level
    code: str = ""
    """Empty for a message of the host or of another plugin."""
    text: str
    finding: Finding | None = None
    """The message as the blog made it; None for one of the host or of another plugin."""

    @property
    def is_problem(self) -> bool:
        """Whether something has to be fixed."""
        return self.level > Level.INFO


def read_entries(records: Iterable[LogRecord], places: Places) -> list[Entry]:
    """Return the messages in a log, by file and line, each once.

    All of the blog's, the warnings and errors of all others, and what the host says of the structure of the site. Where
    a link is reported by the host, too, the finding of a rule counts, because it has a line.
    """
    entries = list(dict.fromkeys(entry for record in records for entry in _entries(record, places)))
    links: dict[str, list[Finding]] = defaultdict(list)
    for entry in entries:
        if entry.finding and entry.code in _LINKS:
            links[entry.finding.source].append(entry.finding)
    rest = (entry for entry in entries if entry.code in _LINKS or not _is_repeated(entry, links))
    return sorted(rest, key=lambda entry: (str(entry.file), entry.line or 0, entry.code, entry.text))


def _entries(record: LogRecord, places: Places) -> Iterator[Entry]:
    findings: tuple[Finding, ...] = getattr(record, "findings", ())
    for finding in findings:
        yield _entry(finding, places)
    is_ours = record.name == _OURS and _CODE.search(record.getMessage())  # and not about its progress
    if not findings and (record.levelno > Level.INFO or is_ours or record.name.startswith(f"{HOST}.structure")):
        yield _foreign(record, places)


def _entry(finding: Finding, places: Places) -> Entry:
    file = places.file(finding.source)
    text = f"{finding.what} {finding.hint}".rstrip()
    if file == places.config_file and finding.source != file.name:
        text = f"{finding.source}: {text}"  # the name of an option
    level = min(finding.level, Level.ERROR)
    return Entry(file=file, line=finding.line, level=level, code=finding.code, text=text, finding=finding)


def _foreign(record: LogRecord, places: Places) -> Entry:
    """Read a message of the host or of another plugin. Its file is the first name in quotes that is one."""
    text = record.getMessage().removeprefix("iroco-blog: ")
    code = _CODE.search(text)
    files = (places.file(name) for name in _QUOTED.findall(text))
    file = next((file for file in files if file != places.config_file), places.config_file)
    level = Level.INFO if record.levelno < Level.WARNING else min(Level.ERROR, Level(record.levelno // 10 * 10))
    return Entry(file=file, level=level, code=code[1] if code else "", text=_CODE.sub("", text))


def _is_repeated(entry: Entry, links: Mapping[str, Sequence[Finding]]) -> bool:
    """Whether one of the findings in `links`, by their sources, says the same of a link, and weighs no less."""
    sources = [entry.finding.source] if entry.finding else _QUOTED.findall(entry.text)[:1]
    same = (link for source in sources for link in links.get(source, ()) if _names(entry, link))
    return any(link.level >= entry.level for link in same)


def _names(entry: Entry, link: Finding) -> bool:
    """Whether a message of the host or of the blog names the link of a finding."""
    address, anchor = link.values["link"], link.values.get("anchor")
    if entry.finding:
        return bool(entry.finding.values.get("link") == address)
    return (f"#{anchor}'" if anchor else f"'{address}'") in entry.text


def without(entries: Iterable[Entry], findings: Iterable[Finding]) -> list[Entry]:
    """Return the messages but those of some findings."""
    gone = set(map(id, findings))
    return [entry for entry in entries if id(entry.finding) not in gone]
