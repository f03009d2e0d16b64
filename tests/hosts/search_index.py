"""What a site's search knows: `search_index.json` of MkDocs or Material, or the index that MaterialX has Pagefind make.

A fragment of Pagefind's is a page: https://pagefind.app/docs/api/#loading-a-result
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Entry = dict[str, Any]
"""`location` (with an anchor for a section), `title`, `text`; Material gives pages `tags` besides."""


def search_entries(site: Path) -> list[Entry]:
    """Every entry of the index in a built site, each page before its sections."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        docs: list[Entry] = json.loads(index.read_bytes())["docs"]
        return docs
    pages = sorted((site / "search" / "fragment").iterdir())
    assert pages, "neither an index nor a fragment of one"
    return [entry for page in pages for entry in _fragment_entries(page) if entry["location"] != "404.html"]


def _fragment_entries(path: Path) -> Iterator[Entry]:
    packed = gzip.decompress(path.read_bytes())
    found = json.loads(packed[packed.index(b"{") :])
    location = found["url"].removeprefix("/").removesuffix("index.html")
    words = found["content"].split()
    # The first heading of a page is its title, on whatever level.
    anchors = [anchor for anchor in found["anchors"] if anchor["element"] != "h1"]
    starts = [0, *(anchor["location"] for anchor in anchors), len(words)]
    texts = [" ".join(words[start:end]) for start, end in pairwise(starts)]
    yield {"location": location, "title": found["meta"]["title"], "text": texts[0]}
    for anchor, text in zip(anchors, texts[1:], strict=True):
        yield {"location": f"{location}#{anchor['id']}", "title": anchor["text"], "text": text}
