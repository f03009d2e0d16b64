"""A mapping of a configuration file, read key by key: what has the wrong type is told with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.front_matter.parse import Raw


@dataclass(slots=True)
class Keys:
    """A mapping of the file while it is read."""

    source: str
    meta: Mapping[str, Any]
    raw: Mapping[str, Raw]
    lines: Mapping[str, int]
    under: str = ""
    """The key that holds the mapping, where it is not the file itself."""
    findings: list[Finding] = field(default_factory=list)

    def text(self, key: str, default: str = "") -> str:
        """Text as written, numbers too."""
        written = self.raw.get(key)
        if isinstance(written, list | dict):
            self._wrong(key, "text", f"{key}: {default or '…'}")
            return default
        return default if written is None else written

    def flag(self, key: str, default: bool = False) -> bool:  # noqa: FBT001, FBT002 - as `dict.get` has it
        """`true` or `false`."""
        value = self.meta.get(key)
        if value is not None and not isinstance(value, bool):
            self._wrong(key, "neither `true` nor `false`", f"{key}: true", "is")
            return default
        return default if value is None else value

    def number(self, key: str, default: int = 0) -> int:
        """A whole number, quoted or not, not below zero."""
        written = self.raw.get(key)
        if written is None or (isinstance(written, str) and written.strip() == ""):
            return default
        if not isinstance(written, str) or not written.strip().isdecimal():
            self._wrong(key, "a whole number", f"{key}: {default or 10}")
            return default
        return int(written)

    def names(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts, each as written."""
        written = self.raw.get(key)
        if written is None:
            return default
        if not isinstance(written, list):
            self._wrong(key, "a list", f"{key}: [{written if isinstance(written, str) else '…'}]")
            return default
        return tuple(item for item in written if isinstance(item, str))

    def mapping(self, key: str) -> Keys:
        """What is written below a key; findings and lines are this file's."""
        value, written = self.meta.get(key), self.raw.get(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, "keys with values", f"{key}:` and, indented below it, `name: value")
        if not isinstance(value, dict) or not isinstance(written, dict):
            value, written = {}, {}
        lines = dict.fromkeys(written, self.lines.get(key, 1))
        meta = {str(name): inner for name, inner in value.items()}
        return Keys(self.source, meta, written, lines, self._name(key), self.findings)

    def note(self, key: str, what: str, hint: str = "") -> None:
        """Tell what is read otherwise than written."""
        self.findings.append(Note(self.source, self.lines.get(key), what, hint))

    def problem(self, key: str, what: str, hint: str) -> None:
        """Tell what has to be mended."""
        self.findings.append(Problem(self.source, self.lines.get(key), what, hint))

    def _wrong(self, key: str, expected: str, example: str, verb: str = "is not") -> None:
        self.problem(key, f"`{self._name(key)}` {verb} {expected}.", f"Write `{example}`.")

    def _name(self, key: str) -> str:
        return f"{self.under}.{key}" if self.under else key
