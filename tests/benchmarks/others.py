"""Builds of the measured posts by other engines: part of `make bench`, which puts the result into `docs/engines.md`.

Processor time is the sum over all processes and threads of a build. It depends far less than the time on the clock on
what a machine does besides. Each engine has its own theme, and makes the lists that it makes without further packages.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from .engine import build
from .rivals import Configurations, Rival, installed_rivals
from .shown import replace


def measure(present: list[Rival], number: int, rounds: int) -> None:
    """Build in turn, as often as there are rounds, once without caches and once more with them."""
    with tempfile.TemporaryDirectory(prefix="measured-") as root:
        folders = {rival.name: Path(root, str(index)) for index, rival in enumerate(present)}
        for rival in present:
            rival.prepare(folders[rival.name], number)
        for _ in range(rounds):
            for rival in present:
                folder = folders[rival.name]
                rival.clear(folder)
                rival.first.append(build(rival.command, folder)[1])
                rival.again.append(build(rival.command, folder)[1])
                rival.pages = len([*(folder / rival.output).rglob("*.html")])
                print(f"{rival.name}: {rival.first[-1]:.1f} s, then {rival.again[-1]:.1f} s")  # noqa: T201


def table(present: list[Rival], number: int, day: date) -> str:
    """The section of the manual."""
    rows = "".join(
        f"| {rival.name} | {rival.pages:,} | {median(rival.first):.1f} s | {median(rival.again):.1f} s |\n"
        for rival in present
    )
    head = "| Engine | Pages | First build | Next build |\n| --- | --- | --- | --- |\n"
    builds = len(present[0].first)
    kind = f"medians of {builds} builds" if builds > 1 else "one build of each kind"
    return f"\nMeasured with {number:,} posts on {day.isoformat()}, {kind}:\n\n{head}{rows}\n"


def main() -> None:
    """Measure, and show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--zensical", default="", help="its command, from an environment of its own")
    parser.add_argument("--docusaurus", default="", help="the folder that it is installed in")
    asked = parser.parse_args()
    present = list(installed_rivals(Configurations(), zensical=asked.zensical, docusaurus=asked.docusaurus))
    measure(present, asked.posts, asked.rounds)
    replace("measured", table(present, asked.posts, datetime.now(UTC).date()))


if __name__ == "__main__":
    main()
