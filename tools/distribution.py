"""Compares the packages in a folder with the repository: `python -m tools.distribution dist`."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
PACKAGE = "mkdocs_iroco_blog"
_INFO = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
"""The files that a wheel has besides the package."""
_RELATIVE = re.compile(r"\]\(((?![a-z]+:)[^)]+)\)")


def faults(folder: Path) -> list[str]:
    """Return a line for each file that one of the packages misses or has too much."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stem = f"{PACKAGE}-{project['version']}"
    files = _repository()
    with ZipFile(folder / f"{stem}-py3-none-any.whl") as wheel:
        packed = {name for name in wheel.namelist() if not name.endswith("/")}
        readme = wheel.read(f"{stem}.dist-info/METADATA").decode()
    with tarfile.open(folder / f"{stem}.tar.gz") as archive:
        source = {member.name.removeprefix(f"{stem}/") for member in archive if not member.isdir()}
    expected = {name for name in files if name.startswith(f"{PACKAGE}/")}
    return [
        *_differences("wheel", packed, {*expected, *(f"{stem}.dist-info/{name}" for name in _INFO)}),
        *_differences("sdist", source, {*files, "PKG-INFO"}),
        *(f"The README on PyPI links to {link}, which is only in the repository" for link in _RELATIVE.findall(readme)),
    ]


def _repository() -> set[str]:
    """Return the files that git tracks."""
    command = ["git", "ls-files", "-z", "--cached"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


def _differences(kind: str, names: set[str], expected: set[str]) -> list[str]:
    return [
        *(f"The {kind} misses {name}" for name in sorted(expected - names)),
        *(f"The {kind} has {name}, which is not in the repository" for name in sorted(names - expected)),
    ]


if __name__ == "__main__":
    sys.exit("\n".join(faults(Path(sys.argv[1]))) or 0)
