"""Records what the manual's pictures show. A test compares the record with the code.

The sources of a picture are:

- each page that it shows, as it is built: the text, the blog's markup, and the theme's settings in `mkdocs.yml`. Code
  that builds the same page is no source, nor is the markup of a theme, which each of its versions may change;
- the stylesheets and pictures of these pages, without the theme's;
- the programs that take it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser

from tests.browser import shots
from tests.browser.pictures import anywhere, four_themes, looks, scenes, side_by_side
from tests.browser.pictures.scenes import Picture, Scene
from tests.browser.readable import OURS
from tests.manual.reading import DOCS, ROOT

IMAGES = DOCS / "images"
TEMPLATES = ROOT / "mkdocs_iroco_blog/layout/templates"
RECORD = Path(__file__).with_name("record.json")
PROGRAMS = (anywhere, four_themes, looks, side_by_side)
_PICTURE = re.compile(r"""[^\s"'=,()]+\.(?:avif|gif|jpe?g|png|svg|webp)\b""")


def build_all(root: Path) -> list[Picture]:
    """Build the sites that the manual shows into a folder, and list the pictures of them."""
    return [picture for program in PROGRAMS for picture in program.build(root / program.__name__)]


def digest(pictures: Sequence[Picture]) -> dict[str, str]:
    """Digest pictures and their sources, each by its name."""
    files = {f"docs/images/{picture.name}": IMAGES / picture.name for picture in pictures}
    modules = (Path(str(module.__file__)) for module in (*PROGRAMS, scenes, shots))
    files |= {path.relative_to(ROOT).as_posix(): path for path in modules}
    texts: dict[str, bytes] = {}
    for scene in (scene for picture in pictures for scene in picture.scenes):
        folder = scene.site / scene.address.strip("/")
        page = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
        files |= find_files(scene, folder, page)
        texts[f"{scene.origin} on {scene.theme}: {scene.address}"] = reduce_page(scene, page).encode()
    texts |= {name: path.read_bytes().replace(b"\r\n", b"\n") for name, path in files.items() if path.is_file()}
    return {name: sha256(text).hexdigest()[:12] for name, text in sorted(texts.items())}


def find_files(scene: Scene, folder: Path, page: LexborHTMLParser) -> Iterator[tuple[str, Path]]:
    """Yield the stylesheets and pictures of a page, without the theme's, by the names of their sources."""
    styles = {node.attributes["href"] or "" for node in page.css("link[rel=stylesheet]")}
    assert page.body
    for name in styles | set(_PICTURE.findall(page.body.html or "")):
        path = (folder / unquote(name)).resolve()
        if not path.is_file():  # on another site, or a word of a text
            continue
        inside = path.relative_to(scene.site.resolve())
        if (TEMPLATES / inside).is_file():
            yield (TEMPLATES / inside).relative_to(ROOT).as_posix(), path
        elif name not in styles or (scene.root / "docs" / inside).is_file():
            yield f"{scene.origin}: {inside.as_posix()}", path


def reduce_page(scene: Scene, page: LexborHTMLParser) -> str:
    """Reduce a page to the theme's settings, the blog's markup, and all text."""
    theme = yaml_load((scene.root / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]
    for node in page.css("script, style"):
        node.decompose()
    assert page.body
    ours = (node.html or "" for node in page.css(", ".join(OURS)))
    return "\n".join([json.dumps(theme, sort_keys=True), *ours, *page.body.text().split()])


def list_differences(recorded: Mapping[str, str], current: Mapping[str, str]) -> list[str]:
    """List what is not as it was recorded."""
    changed = [f"changed: {name}" for name in recorded if name in current and recorded[name] != current[name]]
    gone = [f"gone: {name}" for name in recorded if name not in current]
    return [*changed, *gone, *(f"new: {name}" for name in current if name not in recorded)]
