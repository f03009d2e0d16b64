"""What was measured, as a table and a plot in the manual."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path

_MARK = "<!-- measured -->\n"
_ROW, _LEFT, _WIDTH = 34, 210, 720


def put(took: Mapping[str, float], posts: int, day: date, docs: Path) -> None:
    """Write the plot, and put both into the page in place of the last ones."""
    (docs / "images/speed.svg").write_text(plot(took), encoding="utf-8")
    page = docs / "speed.md"
    before, mark, _ = page.read_text(encoding="utf-8").partition(_MARK)
    page.write_text(before + mark + text(took, posts, day), encoding="utf-8")


def text(took: Mapping[str, float], posts: int, day: date) -> str:
    """The section of the manual."""
    bare = took["bare"]
    rows = "".join(f"| {name} | {value:.1f} | {value / bare:.2f} |\n" for name, value in took.items())
    return (
        f"\n## Measured\n\n{posts:,} posts of some 800 words with Material and its search, on {day.isoformat()}.\n"
        "`bare` is MkDocs with the same posts as plain pages, without lists of them. Seconds are processor time.\n\n"
        f"![A bar for each engine](images/speed.svg)\n\n| Engine | Seconds | Of `bare` |\n| --- | --- | --- |\n{rows}\n"
        "`python -m tests.benchmarks` measures it again.\n"
    )


def plot(took: Mapping[str, float]) -> str:
    """Bars, as SVG, in colours that read on light and dark pages."""
    most = max(took.values())
    bars = []
    for at, (name, value) in enumerate(took.items()):
        top, width = at * _ROW + 8, (_WIDTH - _LEFT - 70) * value / most
        colour = "#009485" if name.startswith("iroco") else "#8a8f98"
        bars.append(
            f'<text x="{_LEFT - 10}" y="{top + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="20" rx="2" fill="{colour}"/>'
            f'<text x="{_LEFT + width + 8:.1f}" y="{top + 14}">{value:.1f} s</text>'
        )
    height = len(took) * _ROW + 8
    style = 'font-family="sans-serif" font-size="14" fill="#767c86"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" {style}>'
    return "\n".join([head, "<title>Processor time of a build</title>", *bars, "</svg>", ""])
