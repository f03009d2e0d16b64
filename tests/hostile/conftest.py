"""What hostile tests share: a site in a folder of its own, and what lies around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.faults.built import Built, Folder

THEMES = ("mkdocs", "material")


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Any:
    """Return a function that makes a folder for a site, with nothing beside it."""
    package = request.config.getoption("--package").resolve()

    def make(name: str) -> Folder:
        root = tmp_path_factory.mktemp(name) / "outer" / "garden"
        root.mkdir(parents=True)
        return Folder(root, package)

    return make


def build_watched(folder: Folder, files: Mapping[str, bytes], options: Mapping[str, Any], theme: str) -> Built:
    """Build a site. Fail if the build writes anything outside of the site and the cache."""
    outer = folder.root.parent
    temporary = outer / "tmp"
    temporary.mkdir(exist_ok=True)
    folder.write(files)
    folder.configure(options, theme=theme, markdown_extensions=["toc", "attr_list"])
    before = dict(_contents(outer))
    built = folder.build(environment={"TMPDIR": str(temporary), "HOME": str(outer)}, timeout=280)
    after = dict(_contents(outer))
    assert {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == set()
    assert list(temporary.iterdir()) == []
    return built


def _contents(outer: Path) -> Iterator[tuple[str, bytes]]:
    results = (outer / "garden/site", outer / "garden/.cache")
    for path in sorted(outer.rglob("*")):
        if path.is_file() and not any(folder in path.parents for folder in results):
            yield path.relative_to(outer).as_posix(), path.read_bytes()
