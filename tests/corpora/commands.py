"""How long commands take on a large blog, beside builds of the same blog in the same run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from .bench import POSTS, TRIES
from .build import OUT, CheckError, run

LIMITS = {"check, cold": 0.6, "check, warm": 0.8, "list": 0.13, "new": 0.13}
"""How many times the time of a build each may take: `check` of the same kind of build, the others of a cold one.

`list` and `new` may take a second where a cold build takes eight.
"""
ROUNDS = 3


def commands(shared: Path) -> None:
    """Commands of the command line take a part of the time that a build takes."""
    folder = OUT / "commands"
    run(shared / "tools" / "bench.py", "corpus", str(POSTS), folder)
    site = folder / "ours"
    for _ in range(TRIES):
        rounds = [_round(site) for _ in range(ROUNDS)]
        took = {name: median(shares[name] for shares in rounds) for name in LIMITS}
        print(", ".join(f"{name}: {share:.2f}" for name, share in took.items()))
        over = [f"`{name}` takes {took[name]:.2f} times a build" for name in LIMITS if took[name] > LIMITS[name]]
        if not over:
            return
    raise CheckError(f"{'; '.join(over)}; the limits are {LIMITS}")


def _round(site: Path) -> dict[str, float]:
    """Return the share of a build's time that each command takes."""

    def blog(*arguments: str) -> Callable[[], str]:
        return lambda: run("-m", "mkdocs_iroco_blog", *arguments, cwd=site, most=1)  # links of these posts are broken

    def build() -> str:
        return run("-m", "mkdocs", "build", cwd=site)

    cold_build, warm_build = _seconds(build, site, cold=True), _seconds(build, site)
    cold_check, warm_check = _seconds(blog("check"), site, cold=True), _seconds(blog("check"), site)
    lists = _seconds(blog("list"), site)
    created = blog("new", "A post of its own")
    began = perf_counter()
    post = site / created().splitlines()[0]
    new = perf_counter() - began
    post.unlink()
    return {
        "check, cold": cold_check / cold_build, "check, warm": warm_check / warm_build,
        "list": lists / cold_build, "new": new / cold_build,
    }  # fmt: skip


def _seconds(work: Callable[[], str], site: Path, *, cold: bool = False) -> float:
    if cold:
        shutil.rmtree(site / ".cache", ignore_errors=True)
        shutil.rmtree(site / "site", ignore_errors=True)
    began = perf_counter()
    work()
    return perf_counter() - began
