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

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import read_yaml_value
from mkdocs_iroco_blog.core.messages.jekyll import INVALID_DATA


def read_data(files: Mapping[str, bytes], folder: str) -> tuple[dict[str, Any], list[Finding]]:
    """Build `site.data` from the bytes of files, by path. Folders become mappings; a broken file is a Problem."""
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for path in sorted(files):
        inner, extension = posixpath.splitext(path.removeprefix(f"{folder}/"))
        if extension not in _READERS:
            continue
        try:
            value = _READERS[extension](path, files[path])
        except (ValueError, csv.Error) as error:
            value = INVALID_DATA(path, kind=extension[1:].upper(), error=error)
        if isinstance(value, Finding):
            findings.append(value)
            continue
        # Jekyll removes punctuation from keys
        *folders, name = ("_".join(re.sub(r"[^\w\s-]", "", part).split()) for part in inner.split("/"))
        mapping = values
        for folder_name in folders:
            mapping = mapping.setdefault(folder_name, {})
        mapping[name] = value
    return values, findings


def _read_json(_path: str, data: bytes) -> Any:
    return json.loads(data.decode("utf-8-sig"))


def _read_table(path: str, data: bytes) -> list[dict[str, str]]:
    rows = csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter="," if path.endswith(".csv") else "\t")
    return [{str(key): value for key, value in row.items()} for row in rows]


_READERS: Mapping[str, Callable[[str, bytes], Any]] = {
    ".yml": read_yaml_value, ".yaml": read_yaml_value, ".json": _read_json, ".csv": _read_table, ".tsv": _read_table,
}  # fmt: skip
