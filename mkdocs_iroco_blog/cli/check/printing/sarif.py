"""Messages in SARIF 2.1.0, which code scanning of GitHub, GitLab and others reads.

GitHub asks for more of a rule than the format does:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs_iroco_blog.cli.check.entries import Entry
from mkdocs_iroco_blog.cli.check.places import relative_to
from mkdocs_iroco_blog.cli.output import json_text
from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages.table import MESSAGES

_PACKAGE = "mkdocs-iroco-blog"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.INFO: "note", Level.WARNING: "warning", Level.ERROR: "error"}
_ANY: Mapping[str, str] = defaultdict(lambda: "…")
"""Stands for every value in a message's sentences: a rule is about no place."""
_FOREIGN = "host"
"""The rule of messages without a code."""
_OF_OTHERS = "A message of MkDocs, or of another plugin."


def as_sarif(entries: Sequence[Entry], base: Path) -> str:
    """Return a log with one run."""
    rules = sorted({entry.code or _FOREIGN for entry in entries})
    driver = {"name": "iroco-blog check", "version": version(_PACKAGE), "rules": [_rule(code) for code in rules]}
    results = [_result(entry, base, rules) for entry in entries]
    bases = {"SRCROOT": {"uri": f"{base.as_uri()}/"}}
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": bases,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return f"{json_text({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]})}\n"


def _rule(code: str) -> dict[str, Any]:
    row = MESSAGES.get(code)
    what, hint = (text.format_map(_ANY) for text in (row.what, row.hint)) if row else (_OF_OTHERS, "")
    level = _LEVELS[min(row.level, Level.ERROR)] if row else "warning"
    return {
        "id": code, "shortDescription": {"text": what}, "fullDescription": {"text": what},
        "help": {"text": hint if hint.strip(" …") else what}, "defaultConfiguration": {"level": level},
    }  # fmt: skip


def _result(entry: Entry, base: Path, rules: Sequence[str]) -> dict[str, Any]:
    code, artifact = entry.code or _FOREIGN, {"uri": entry.file.as_uri()}
    if entry.file.is_relative_to(base):
        artifact = {"uri": quote(relative_to(entry.file, base)), "uriBaseId": "SRCROOT"}
    region = {"region": {"startLine": entry.line}} if entry.line else {}
    location = {"physicalLocation": {"artifactLocation": artifact, **region}}
    return {
        "ruleId": code, "ruleIndex": rules.index(code), "level": _LEVELS[entry.level],
        "message": {"text": entry.text}, "locations": [location],
    }  # fmt: skip
