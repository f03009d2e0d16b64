"""Read the data files in `_data`, for templates.

https://jekyllrb.com/docs/datafiles/
"""

from __future__ import annotations

import csv
import json
import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.front_matter.parse import read_yaml_value

_HINT = "Correct the file. Until then templates find nothing under its name."


def read_data(files: Mapping[str, bytes], folder: str) -> tuple[dict[str, Any], list[Finding]]:
    """Build `site.data` from the bytes of files, by path. Folders become mappings; a broken file is a Problem."""
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for path in sorted(files):
        inner, extension = posixpath.splitext(path.removeprefix(f"{folder}/"))
        reader = _READERS.get(extension)
        if reader is None:
            continue
        try:
            value = reader(path, files[path])
        except (ValueError, csv.Error) as error:
            findings.append(Problem(path, None, f"The file is not valid {extension[1:].upper()}: {error}.", _HINT))
            continue
        if isinstance(value, Problem):
            findings.append(value)
            continue
        *folders, name = map(_key, inner.split("/"))
        mapping = values
        for folder_name in folders:
            mapping = mapping.setdefault(folder_name, {})
        mapping[name] = value
    return values, findings


def _key(name: str) -> str:
    """The key under which templates find a file or folder."""
    return "_".join(re.sub(r"[^\w\s-]", "", name).split())


def _json(_path: str, data: bytes) -> Any:
    return json.loads(data.decode("utf-8-sig"))


def _table(delimiter: str) -> Callable[[str, bytes], list[dict[str, str]]]:
    def read(_path: str, data: bytes) -> list[dict[str, str]]:
        rows = csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=delimiter)
        return [{str(key): value for key, value in row.items()} for row in rows]

    return read


_READERS: Mapping[str, Callable[[str, bytes], Any]] = {
    ".yml": read_yaml_value, ".yaml": read_yaml_value, ".json": _json, ".csv": _table(","), ".tsv": _table("\t"),
}  # fmt: skip
