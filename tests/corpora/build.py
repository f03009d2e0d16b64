"""Running programs, building sites, and saying that a check failed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

OUT = Path(__file__).parents[2] / "build" / "corpora"
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_OURS = re.compile(r"^(?:WARNING|ERROR) +- +iroco-blog: .*", re.MULTILINE)


class CheckError(Exception):
    """A check that failed, and why."""


def run(*command: str | Path, cwd: Path | None = None, most: int = 0) -> str:
    """Run a Python program in this environment; what it printed, without colours.

    It fails if the program ends with more than `most`.
    """
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    printed = _COLOURS.sub("", done.stdout + done.stderr)
    if not 0 <= done.returncode <= most:
        raise CheckError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{printed[-4000:]}")
    return printed


def build(site: Path, *, without: str = "") -> None:
    """Build a site; a Problem of ours is a failure, unless its code is `without`."""
    problems = [line for line in _OURS.findall(run("-m", "mkdocs", "build", cwd=site)) if f"[{without}]" not in line]
    if problems:
        raise CheckError(f"{site.name}: {len(problems)} Problems\n" + "\n".join(problems))


def minimum(floors: Mapping[str, float]) -> list[str]:
    """Percent by measure, as the programs that compare sites take them."""
    return [word for measure, percent in floors.items() for word in ("--min", f"{measure}={percent}")]


def write_yaml(path: Path, value: object) -> None:
    """Write a value as YAML."""
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
