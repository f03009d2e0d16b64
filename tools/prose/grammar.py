"""Finds mistakes in spelling and grammar with Harper, which needs no network once npm has installed it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .style import Finding
from .texts import ROOT

HARPER = Path(os.environ.get("HARPER_JS") or ROOT / "build/harper/node_modules/harper.js")
_SCRIPT = Path(__file__).with_name("grammar.mjs")
_CODE = re.compile(r"\bIB\d{3}\b")
_VOCABULARY = Path(__file__).with_name("vocabulary.txt")


def is_installed() -> bool:
    """Whether there is Harper, and Node.js to run it."""
    return HARPER.is_dir() and shutil.which("node") is not None


def grammar_findings(files: Sequence[Path], rules_off: Sequence[str]) -> Iterator[tuple[Path, Finding]]:
    """Yield what Harper finds in Markdown files, without the rules that are off."""
    codes = {code for file in files for code in _CODE.findall(file.read_text(encoding="utf-8"))}
    words = [*_VOCABULARY.read_text(encoding="utf-8").split(), *sorted(codes)]
    task = {"harper": str(HARPER), "files": [str(file) for file in files], "words": words, "off": list(rules_off)}
    command = ["node", str(_SCRIPT)]
    output = subprocess.run(  # noqa: S603 - a script of ours
        command, input=json.dumps(task), stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    for row in json.loads(output):
        yield Path(row["file"]), _finding(row)


def _finding(row: Mapping[str, str]) -> Finding:
    return Finding(int(row["line"]), " ".join(row["text"].split()), f"{row['message']} ({row['rule']})")
