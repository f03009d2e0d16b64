"""Pictures made by Pillow, and what tests ask of a built picture."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborNode

from tests.hosts.built import Site

pytest.importorskip("PIL.AvifImagePlugin")
from PIL import Image, ImageChops, ImageFilter

NARROW = {"images": {"widths": [32, 64], "quality": 60}}
"""The option with small widths, which are made fast."""


def encoded(picture: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    """Return a picture as a file."""
    output = BytesIO()
    picture.save(output, kind, **more)
    return output.getvalue()


@cache
def photograph(width: int, height: int) -> Image.Image:
    """A picture with gradients and a little noise, as photographs have them, the same in every run."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down, round_ = (
        Image.linear_gradient("L").resize((width, height)),
        Image.radial_gradient("L").resize((width, height)),
    )
    grain = Image.frombytes("L", (64, 64), bytes((number * number * 31 + number * 17) % 251 for number in range(4096)))
    grain = grain.resize((width, height), Image.Resampling.BICUBIC).point(lambda value: value // 6)
    picture = Image.merge("RGB", [ImageChops.add(plane, grain) for plane in (across, down, round_)])
    return picture.filter(ImageFilter.SHARPEN)


def jpeg(width: int = 80, height: int = 60, **more: Any) -> bytes:
    """Return a photograph as cameras save it."""
    return encoded(photograph(width, height), quality=95, **more)


def post(image: str = "", text: str = "", day: int = 4, **front: str) -> str:
    """Return a post with a cover and a text."""
    lines = [
        f"date: 2026-10-{day:02}",
        *([f"image: {image}"] if image else []),
        *(f"{k}: {v}" for k, v in front.items()),
    ]
    return "\n".join(["---", *lines, "---", "", f"# Post {day}", "", text or "Nothing happened.", ""])


def offered(site: Site, url: str, within: str) -> dict[str, list[str]]:
    """Return the files that the first `<picture>` in an element offers, by type."""
    node = site.page(url).css_first(f"{within} picture")
    return {} if node is None else {kind: [path for path, _ in files] for kind, files in _sources(site, url, node)}


def widths(site: Site, url: str, within: str) -> dict[str, list[int]]:
    """Return the widths that it states."""
    node = site.page(url).css_first(f"{within} picture")
    return {} if node is None else {kind: [width for _, width in files] for kind, files in _sources(site, url, node)}


def _sources(site: Site, url: str, picture: LexborNode) -> list[tuple[str, list[tuple[str, int]]]]:
    result = []
    for source in picture.css("source"):
        candidates = [candidate.split() for candidate in (source.attributes["srcset"] or "").split(", ")]
        files = [(str(site.target(url, link)), int(width.removesuffix("w"))) for link, width in candidates]
        result.append((str(source.attributes["type"]), files))
    return result


def opened(site: Site, path: str) -> Image.Image:
    """Return a picture of the built site."""
    with Image.open(site.out / path) as picture:
        picture.load()
        return picture


def made(site: Site) -> list[str]:
    """Return the names of all variants in the site."""
    return sorted(path.name for path in (site.out / "iroco_blog/pictures").glob("*"))


def stamps(folder: Path) -> dict[str, int]:
    """Return the files below a folder, with the times of their last change."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }
