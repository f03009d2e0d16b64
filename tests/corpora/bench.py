"""How long a build takes beside the bare host's."""

from __future__ import annotations

import re
from pathlib import Path

from .build import OUT, CheckError, run

BENCH_POSTS = 300
BENCH_LIMIT = 1.6
"""How many times the bare host's time a cold build may take: about 1.35, and room for a machine's moods."""
BENCH_TRIES = 3
"""A machine that does something else as well slows the larger build more than the smaller one."""


def bench(shared: Path) -> None:
    """A cold build costs little beside the bare host's, in the same run."""
    program, folder = shared / "tools" / "bench.py", OUT / "bench"
    run(program, "corpus", str(BENCH_POSTS), folder)
    for _ in range(BENCH_TRIES):
        printed = run(program, "build", folder, "--runs", "3", "--only", "ours,bare")
        print(printed, end="")
        ratio = re.search(r"^ours cold .* x([\d.]+) bare", printed, re.MULTILINE)
        if ratio and float(ratio[1]) <= BENCH_LIMIT:
            return
    raise CheckError(f"a cold build takes {ratio and ratio[1]} times the bare host's, over {BENCH_LIMIT}")
