"""Variants of pictures as files, from which the host copies them into the site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs_iroco_blog.core.pictures.variants import VariantData


class VariantFile(NamedTuple):
    """A variant in a file."""

    format: str
    width: int
    path: str


def variant_name(key: str, kind: str, width: int) -> str:
    """Return the name of a variant's file. `key` stands for the picture and all that its variants depend on."""
    return f"{key}-{width}.{kind}"


def write_variants(folder: Path, key: str, variants: Iterable[VariantData]) -> Sequence[VariantFile]:
    """Write the variants of a picture into a folder. A build at the same time sees whole files only."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for kind, width, data in variants:
        path = folder / variant_name(key, kind, width)
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        new.write_bytes(data)
        new.replace(path)
        files.append(VariantFile(kind, width, str(path)))
    return files
