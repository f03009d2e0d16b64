"""Blogs for the page "Five looks", one for each: what its tests build, and its pictures show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.manual.reading import DOCS, build_site, sections, steps, write

PAGE = sections((DOCS / "looks.md").read_text(encoding="utf-8"))
LOOKS = {
    "log": "A text-only log", "changelog": "A changelog", "newspaper": "A newspaper", "magazine": "Magazine cards",
    "photos": "A photo blog",
}  # fmt: skip
"""The sections of the page, by the names of their pictures."""

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><rect width="800" height="400" fill="{sky}"/>
<circle cx="{x}" cy="150" r="60" fill="#fff3c4"/>
<path d="M0 300 Q200 {y} 400 290 T800 270 V400 H0Z" fill="{sea}"/></svg>
"""
_LEAD = """\
After two years of work, the lamp on the north pier was lit on Monday evening. It can be seen from as far as the
islands, and the ferry sails at night again, for the first time since the storm."""
_WALL = """\
They grow flat against the bricks, as they have since the wall was built, and ripen one after the other until Christmas.
A walk with the gardener who knows all of them by name."""
_POSTS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "log": {
        "2026-11-21": ("Frost", "Minus four at seven. The trough is frozen, the pump isn't."),
        "2026-11-17": ("Geese", "Eighty or more, low, to the south. One called all the time."),
        "2026-11-12": ("Last leaves", "The ash by the gate is bare. Raked what was left of it."),
        "2026-11-08": ("Fog", "Could not see the wall from the door until noon."),
    },
    "changelog": {
        "2026-11-19": ("2.1", "- Lists can be sorted by size.\n- `--quiet` says nothing at all.\n- French and Arabic."),
        "2026-10-02": ("2.0.1", "- A file without a name no longer ends the program.\n- Faster by half on Windows."),
        "2026-09-14": ("2.0", "- A new format for settings. `waxwing migrate` changes yours.\n- Needs Python 3.11."),
    },
    "newspaper": {
        "2026-11-24": ("The new lighthouse burns all winter", _LEAD),
        "2026-11-22": ("Ferry to run at night", "Two more crossings a day, the last one at eleven."),
        "2026-11-20": ("Herring is back", "Boats came home full for three days in a row."),
        "2026-11-18": ("A library in the old customs house", "Shelves are up. Now for the books."),
    },
    "magazine": {
        "2026-11-24": ("Forty kinds of pear and an old wall", _WALL),
        "2026-11-20": ("Cider in three weeks", "A clean barrel and a cool cellar."),
        "2026-11-16": ("When to prune", "Not yet. The reasons fit on half a page."),
        "2026-11-12": ("A ladder with three legs", "It stands where four legs never would."),
    },
    "photos": {
        "2026-11-24": ("Evening at the north pier", "The last boat had left, and the wind with it."),
        "2026-11-21": ("Low water", "Two hours in which one can walk to the island."),
        "2026-11-17": ("After the storm", "The first morning with a horizon."),
        "2026-11-13": ("Dunes", "They are elsewhere each winter."),
    },
}  # fmt: skip
_EXTRA = {
    "changelog": {"2.1": "categories: [Added]", "2.0.1": "categories: [Fixed]", "2.0": "categories: [Added, Changed]"},
    "magazine": {
        "Forty kinds of pear and an old wall": "categories: [Gardens]",
        "Cider in three weeks": "categories: [Kitchen]",
        "When to prune": "categories: [Know-how]",
        "A ladder with three legs": "categories: [Tools]",
    },
    "newspaper": {"Herring is back": "author: Ida Lund", "Ferry to run at night": "author: Tom Reed"},
}
_DRAWN = {"newspaper": (), "magazine": (2,), "photos": ()}
"""The looks with pictures, and the numbers of the posts that have none."""
_COLOURS = (("#27466b", "#12263f"), ("#7fb2d0", "#2f6f7e"), ("#e3b27a", "#8a4f3d"), ("#c6d3b8", "#4c6b52"))


def posts(look: str) -> dict[str, str]:
    """The posts of a look's blog, and their pictures."""
    texts = {"docs/index.md": "# Home\n"}
    for number, (date, (title, body)) in enumerate(_POSTS[look].items()):
        front = [f"date: {date}", f'title: "{title}"', _EXTRA.get(look, {}).get(title, "")]
        if look in _DRAWN and number not in _DRAWN[look]:
            front.append(f"image: {{path: {number}.svg, alt: A coast}}")
            sky, sea = _COLOURS[number % len(_COLOURS)]
            x = 560 - (60 if look == "photos" else 150) * number
            drawing = _DRAWING.format(x=x, y=190 + 40 * number, sky=sky, sea=sea)
            texts[f"docs/blog/posts/{number}.svg"] = drawing
        lines = "\n".join(filter(None, front))
        texts[f"docs/blog/posts/{number}.md"] = f"---\n{lines}\n---\n\n{body}\n"
    return texts


def build_look(root: Path, look: str) -> Path:
    """Build a look's site strictly; its folder."""
    told = {step.name: step.text for step in steps(PAGE[LOOKS[look]]) if step.kind == "file"}
    settings = told.pop("mkdocs.yml").replace("  name: mkdocs\n", "  name: mkdocs\n  highlightjs: false\n")
    for name, text in {**posts(look), **told, "mkdocs.yml": settings}.items():
        write(root, name, text)
    build_site(root, "--strict")
    return root / "site"
