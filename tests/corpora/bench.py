"""How long builds and an edit in the preview take beside the bare host's."""

from __future__ import annotations

import re
from pathlib import Path

from .build import OUT, CheckError, run

POSTS = 1000
LIMITS = {"cold build": 1.05, "warm build": 0.54, "edit": 0.24}
"""How many times the bare host's time each may take: about 15 % above what was measured on quiet machines.

A slow machine measures 0.17 for an edit and a fast one 0.24, because both hosts wait equally long before they build.
"""
TRIES = 4
"""A machine that does something else as well does not slow every build alike."""


def bench(shared: Path) -> None:
    """A blog costs little beside the same posts as plain pages, in the same run."""
    program, folder = shared / "tools" / "bench.py", OUT / "bench"
    run(program, "corpus", str(POSTS), folder)
    for _ in range(TRIES):
        printed = run(program, "build", folder, "--runs", "3", "--only", "ours,bare")
        printed += run(program, "serve", folder, "--only", "ours,bare")
        print(printed, end="")
        took = {
            "cold build": _found(r"^ours cold .* x([\d.]+) bare", printed),
            "warm build": _found(r"^ours warm .* x([\d.]+) bare", printed),
            "edit": _found(r"^ours / bare: ([\d.]+)", printed),
        }
        over = [f"a {name} takes {took[name]} times the bare host's" for name in LIMITS if took[name] > LIMITS[name]]
        if not over:
            return
    raise CheckError(f"{'; '.join(over)}; the limits are {LIMITS}")


def _found(pattern: str, printed: str) -> float:
    match = re.search(pattern, printed, re.MULTILINE)
    if match is None:
        raise CheckError(f"the program that times builds did not print {pattern}")
    return float(match[1])
