"""The site of the page "Show posts on any page": what its tests build, and its pictures show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.manual.reading import DOCS, build_site, sections, steps, write

PAGE = sections((DOCS / "anywhere.md").read_text(encoding="utf-8"))
PICTURES = {
    "latest": ("Show the latest posts on the home page", ""),
    "category": ("Show the posts of a category on a page", "download"),
    "mentions": ("Show which posts mention a page", "sorting"),
}
"""For each picture, the section whose sample it shows, and the address of the page."""
CONFIG = "site_name: Waxwing\ntheme: {}\nplugins: [search, iroco-blog]\n"
PLAIN = "{name: mkdocs, highlightjs: false}"
MATERIAL = "{name: material, font: false, language: en}"
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><path fill="{}" d="M0 0h32v18H0z"/>'
    '<path fill="{}" d="{}"/></svg>'
)
_DRAWINGS = {
    "photos": ("#dbe7e4", "#00695c", "M5 4h6v5H5zM13 4h6v5h-6zM21 4h6v5h-6zM9 11h6v4H9zM17 11h6v4h-6z"),
    "names": ("#f4e3d7", "#9a4a1c", "M6 5h20v2H6zM6 8h14v2H6zM6 11h17v2H6z"),
}
POSTS: Mapping[str, tuple[str, str]] = {
    "one-file": (
        "date: 2026-11-19\ntitle: Waxwing 2.1\ncategories: [Releases]\ntags: [speed]",
        "Lists of ten thousand files take a second instead of nine, and `--quiet` says nothing at all.",
    ),
    "photos": (
        (
            "date: 2026-10-28\ntitle: A thousand photos in an hour\ncategories: [Practice]\ntags: [photos]\n"
            "series: Waxwing in three evenings\nimage: {path: photos.svg, alt: Photos in two rows}"
        ),
        "Ten years on one card, and half of them twice. First we [sorted them by date](../../sorting.md).",
    ),
    "names": (
        (
            "date: 2026-10-06\ntitle: Names that sort themselves\ncategories: [Practice]\ntags: [names, photos]\n"
            "series: Waxwing in three evenings\nimage: {path: names.svg, alt: Lines of different lengths}"
        ),
        "Put the year first. The rest follows from [how Waxwing sorts](../../sorting.md).",
    ),
    "two": (
        "date: 2026-09-14\ntitle: Waxwing 2.0\ncategories: [Releases]\ntags: [speed, settings]",
        "A new format for settings. `waxwing migrate` changes yours, and keeps a copy of the old.",
    ),
    "plan": (
        "date: 2026-06-02\ntitle: Why it asks before it moves\ncategories: [Practice]\ntags: [settings]",
        "A program that [moves files](../../sorting.md) should say so first. Ours always did.",
    ),
}


def site(title: str, theme: str = PLAIN) -> dict[str, str]:
    """Return the files of a section's site: what the section shows, and the posts."""
    texts = {"docs/index.md": "# Waxwing\n", "docs/sorting.md": "# Sort files\n", "mkdocs.yml": CONFIG.format(theme)}
    for name, (front, body) in POSTS.items():
        texts[f"docs/blog/posts/{name}.md"] = f"---\n{front}\n---\n\n{body}\n"
    for name, colours in _DRAWINGS.items():
        texts[f"docs/blog/posts/{name}.svg"] = _DRAWING.format(*colours)
    return texts | {step.name: step.text for step in steps(PAGE[title]) if step.kind == "file"}


def build_section(root: Path, title: str, theme: str = PLAIN) -> Path:
    """Build a section's site strictly; its folder."""
    for name, text in site(title, theme).items():
        write(root, name, text)
    build_site(root, "--strict")
    return root / "site"
