"""What was measured, as a table and a plot in the manual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import NamedTuple

_MARK = "<!-- measured -->\n"
_BAR, _LEFT, _WIDTH = 22, 190, 480
_OURS, _OTHERS = "#009485", "#8a8f98"


class Measured(NamedTuple):
    """Seconds of one engine."""

    name: str
    first: float
    again: float
    edit: float | None
    """From saving a post to seeing it; none without a preview."""
    computed: float
    """Processor time of the first build."""


def put(took: Sequence[Measured], posts: int, day: date, docs: Path) -> None:
    """Write the plot, and put both into the page in place of the last ones."""
    (docs / "images/speed.svg").write_text(plot(took), encoding="utf-8")
    page = docs / "speed.md"
    before, mark, _ = page.read_text(encoding="utf-8").partition(_MARK)
    page.write_text(before + mark + text(took, posts, day), encoding="utf-8")


def replace(mark: str, table: str) -> None:
    """Put a table into the page "Which blog engine?", between the comments with this mark."""
    page = Path(__file__).parents[2] / "docs/engines.md"
    start, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->\n"
    before, rest = page.read_text(encoding="utf-8").split(start)
    page.write_text(before + start + table + end + rest.split(end)[1], encoding="utf-8")


def text(took: Sequence[Measured], posts: int, day: date) -> str:
    """The section of the manual."""
    bare = took[0]
    rows = "".join(
        f"| {one.name} | {_cell(one.first, bare.first)} | {_cell(one.again, bare.first)} "
        f"| {_cell(one.edit, bare.edit)} | {one.computed:.1f} s |\n"
        for one in took
    )
    return (
        f"\n## Measured\n\n{posts:,} posts of about 800 words with Material and its search, on two processors, on "
        f"{day.isoformat()}. `bare` is\nMkDocs with the same posts as plain pages, and no lists of them. The numbers "
        "in brackets compare with `bare`: builds\nwith its first build, and edits with its edit.\n\n"
        "![Bars for each engine: the first build, the next one, and an edit in the preview](images/speed.svg)\n\n"
        "| Engine | First build | Next build | Edit in the preview | Processor time of the first build |\n"
        f"| --- | --- | --- | --- | --- |\n{rows}\n"
        "The time of an edit runs from saving a post until its page shows it, and includes the half second that MkDocs "
        "takes\nto notice. `make bench` measures it again.\n"
    )


def _cell(seconds: float | None, bare: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.1f} s ({seconds / (bare or seconds):.2f})"


def plot(took: Sequence[Measured]) -> str:
    """Bars, as SVG, in colours that read on light and dark pages."""
    most = max(max(one.first, one.again, one.edit or 0) for one in took)
    bars = list(_bars(took, most))
    height = bars[-1][0] + _BAR + 6
    style = 'font-family="sans-serif" font-size="13" fill="#767c86"'
    size = f'width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'  # on a phone, it shrinks a little
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {style}>'
    return "\n".join([head, "<title>Seconds of a build</title>", *(bar for _, bar in bars), "</svg>", ""])


def _bars(took: Sequence[Measured], most: float) -> Iterator[tuple[int, str]]:
    top = 8
    for one in took:
        colour = _OURS if one.name == "iroco-blog" else _OTHERS
        for what, seconds in (("first build", one.first), ("next build", one.again), ("edit", one.edit)):
            if seconds is not None:
                width = (_WIDTH - _LEFT - 70) * seconds / most
                name = escape(f"{one.name}, {what}")
                bar = [
                    f'<text x="{_LEFT - 10}" y="{top + 13}" text-anchor="end">{name}</text>',
                    f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="16" rx="2" fill="{colour}"/>',
                    f'<text x="{_LEFT + width + 8:.1f}" y="{top + 13}">{seconds:.1f} s</text>',
                ]
                yield top, "".join(bar)
                top += _BAR
        top += 10
