"""Read a mapping of a configuration file key by key; values of the wrong type are reported with their line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.messages.jekyll import SETTING_TYPE
from mkdocs_iroco_blog.core.messages.message import Message
from mkdocs_iroco_blog.core.numbers import whole_number

DECISIVE = frozenset({
    "source", "collections_dir", "data_dir", "includes_dir", "permalink", "collections", "defaults", "include",
    "exclude", "markdown_ext", "future", "unpublished", "show_drafts", "limit_posts", "baseurl", "timezone",
    "plugins", "gems", "paginate", "paginate_path", "pagination",
})  # fmt: skip
"""Keys that decide which files are read, which are published, and at which addresses.

Jekyll stops at most wrong values of these, too. With a default in its place, another site would be built.
"""


@dataclass(slots=True)
class Keys:
    """A mapping of the file, and the findings of reading it."""

    source: str
    meta: Mapping[str, Any]
    raw: Mapping[str, Raw]
    lines: Mapping[str, int]
    under: str = ""
    """The key that holds the mapping. Empty for the file itself."""
    findings: list[Finding] = field(default_factory=list)

    def text(self, key: str, default: str = "") -> str:
        """Text or a number, exactly as the author wrote it."""
        raw = self.raw.get(key)
        if isinstance(raw, str):
            return raw
        if raw is not None:
            self._wrong(key, "text", f"{key}: {default or '…'}")
        return default

    def flag(self, key: str, default: bool = False) -> bool:  # noqa: FBT001, FBT002 - as `dict.get` has it
        """A boolean."""
        value = self.meta.get(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._wrong(key, "neither `true` nor `false`", f"{key}: true", "is")
        return default

    def number(self, key: str, default: int = 0) -> int:
        """A whole number from 0 up, quoted or not."""
        raw = self.raw.get(key)
        if isinstance(raw, str) and (number := whole_number(raw)) is not None:
            return number
        if raw is not None and (not isinstance(raw, str) or raw.strip()):
            self._wrong(key, "a whole number", f"{key}: {default or 10}")
        return default

    def names(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        raw = self.raw.get(key)
        if isinstance(raw, list) and all(isinstance(item, str | None) for item in raw):
            return tuple(item for item in raw if isinstance(item, str))
        if raw is not None:
            self._wrong(
                key,
                "a list of texts" if isinstance(raw, list) else "a list",
                f"{key}: [{raw if isinstance(raw, str) else '…'}]",
            )
        return default

    def mapping(self, key: str) -> Keys:
        """The mapping under a key. It shares the findings of this one."""
        value, raw = self.meta.get(key), self.raw.get(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, "keys with values", f"{key}:` and, indented below it, `name: value", "should have")
        if not isinstance(value, dict) or not isinstance(raw, dict):
            value, raw = {}, {}
        lines = dict.fromkeys(raw, self.lines.get(key, 1))
        meta = {str(name): inner for name, inner in value.items()}
        return Keys(self.source, meta, raw, lines, self._name(key), self.findings)

    def add(self, message: Message, name: str, /, **values: Any) -> None:
        """Add a finding about a value that Jekyll ignores, so that the site is the same without it."""
        self.findings.append(message(self.source, self.lines.get(name), **values))

    def refuse(self, message: Message, name: str, /, **values: Any) -> None:
        """Add a finding. Without the value of a decisive key, nothing can be built."""
        decisive = (self.under or name).partition(".")[0] in DECISIVE
        self.add(message, name, **values, **({"level": Level.ERROR} if decisive else {}))

    def _wrong(self, key: str, expected: str, example: str, verb: str = "is not") -> None:
        self.refuse(SETTING_TYPE, key, key=self._name(key), verb=verb, expected=expected, example=example)

    def _name(self, key: str) -> str:
        return f"{self.under}.{key}" if self.under else key
