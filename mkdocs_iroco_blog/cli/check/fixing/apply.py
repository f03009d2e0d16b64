"""Applies a change to a file, and to nothing else in it.

The change is made in the text, so that comments, quotes, ends of lines and a mark of byte order stay as they are. Then
the file is read again: the change counts only if the front matter differs in exactly that value, and the text below it
not at all. That holds for YAML, TOML and MultiMarkdown alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_iroco_blog.cli.check.places import Places
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import (
    FrontMatter,
    Raw,
    read_front_matter,
    read_toml_file,
    read_yaml_file,
)
from mkdocs_iroco_blog.core.model import Post

from .changes import Change, changes_for

_ROW = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MOST = 100
"""The most places that are tried for a change."""


class Fixes(NamedTuple):
    """Files to write, and the findings that are gone then."""

    files: dict[Path, tuple[bytes, bytes]]
    """The content of each file that changes, before and after."""
    fixed: list[Finding]


def fix_all(findings: Iterable[Finding], places: Places, blog: Iterable[Post]) -> Fixes:
    """Work out the fixes of all findings that have one. A finding whose fix needs several changes gets all or none."""
    before: dict[Path, bytes] = {}
    after: dict[Path, bytes] = {}
    fixed: list[Finding] = []
    blog = list(blog)
    for finding in findings:
        changes = [change for change in changes_for(finding, places, blog) if _may_write(change.file, places)]
        trial = dict(after)
        for change in changes:
            before.setdefault(change.file, change.file.read_bytes())
            data = trial.get(change.file, before[change.file])
            changed = apply(data, change)
            if changed is None:
                break
            trial[change.file] = changed
        else:
            if changes:
                after = trial
                fixed.append(finding)
    return Fixes({file: (before[file], data) for file, data in after.items()}, fixed)


def _may_write(file: Path, places: Places) -> bool:
    """Whether a file is one of the site's own, and no link to somewhere else."""
    return file.is_file() and any(file.resolve().is_relative_to(folder.resolve()) for folder in places.folders)


def apply(data: bytes, change: Change) -> bytes | None:
    """Return the content of a file with a change; None if it cannot be made without another."""
    before = _read(change.file, data)
    if isinstance(before, Finding):
        return None
    rows = _ROW.findall(data.decode())
    last = len(rows) - before.body.count("\n")
    for number, start, end in list(_places(rows, change, last))[:_MOST]:
        row = rows[number]
        new = "".join([*rows[:number], row[:start] + change.new + row[end:], *rows[number + 1 :]]).encode()
        after = _read(change.file, new)
        if isinstance(after, FrontMatter) and _is_only(change, before, after):
            return new
    return None


def _places(rows: list[str], change: Change, last: int) -> Iterator[tuple[int, int, int]]:
    """Yield the places where the old text stands as a whole word, from the line of the change on."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(change.old)}(?![\w-])")
    for number in range(max(change.line - 1, 0), last):
        for match in pattern.finditer(rows[number]):
            yield number, match.start(), match.end()


def _read(file: Path, data: bytes) -> FrontMatter | Finding:
    readers = {".yml": read_yaml_file, ".yaml": read_yaml_file, ".toml": read_toml_file}
    return readers.get(file.suffix, read_front_matter)(file.name, data)


def _is_only(change: Change, before: FrontMatter, after: FrontMatter) -> bool:
    """Whether a file differs by a change alone, in the key that the change is about."""
    keys = {key for name, line in before.lines.items() if line == change.line for key in (name, name.partition(".")[0])}
    differences = list(_differences(dict(before.raw), dict(after.raw)))
    if len(differences) != 1 or before.body != after.body or len(after.findings) > len(before.findings):
        return False
    key, is_key, old, new = differences[0]
    pairs = [(change.old, change.new), *_in_list(old, new, change)]
    return key in keys and is_key == change.is_key and (old, new) in pairs


def _in_list(old: Raw, new: Raw, change: Change) -> Iterator[tuple[Raw, Raw]]:
    """Yield the values if both are names separated by commas, and one name is changed."""
    if isinstance(old, str) and isinstance(new, str):
        names, others = ([name.strip() for name in text.split(",")] for text in (old, new))
        pairs = [pair for pair in zip(names, others, strict=False) if pair[0] != pair[1]]
        if len(names) == len(others) and pairs == [(change.old, change.new)]:
            yield old, new


def _differences(before: Raw, after: Raw, key: str = "") -> Iterator[tuple[str, bool, Raw, Raw]]:
    """Yield what differs: the outermost key that it is in, whether it is the name of a key, and both texts."""
    if isinstance(before, dict) and isinstance(after, dict) and len(before) == len(after):
        for (name, value), (other, new) in zip(before.items(), after.items(), strict=True):
            if name != other:
                yield key or name, True, name, other
            yield from _differences(value, new, key or name)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for value, new in zip(before, after, strict=True):
            yield from _differences(value, new, key)
    elif before != after:
        yield key, False, before, after
