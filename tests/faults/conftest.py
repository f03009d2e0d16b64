"""What tests of faults share: a folder to build, and the checkout whose package builds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.faults.built import HOME, Built, Files, Folder
from tests.forked import Forks


@pytest.fixture(scope="session")
def forks(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Forks]:
    """Processes that have imported MkDocs, and the plugin of the checkout that is tried."""
    forks = Forks(request.config.getoption("--package").resolve(), tmp_path_factory.mktemp("forks"))
    yield forks
    forks.close()


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest, forks: Forks) -> Folder:
    """An empty folder `garden`, in a folder of its own: a test can list what lies beside it."""
    root = tmp_path / "garden"
    root.mkdir()
    return Folder(root, request.config.getoption("--package").resolve(), forks)


@pytest.fixture
def build(folder: Folder) -> Callable[..., Built]:
    """Build files, with options of the blog: `build({"docs/blog/posts/a.md": …}, {"lang": "fr"}, strict=True)`."""

    def build_files(
        files: Files, options: Mapping[str, Any] | None = None, *, strict: bool = False, **settings: Any
    ) -> Built:
        folder.write({"docs/index.md": HOME, **files})
        if "mkdocs.yml" not in files:
            folder.configure(options, **settings)
        return folder.build(*(["--strict"] if strict else []))

    return build_files


@pytest.fixture
def build_jekyll(folder: Folder) -> Callable[..., Built]:
    """Build files as a Jekyll site that is read where it lies: `build_jekyll({"_posts/2024-01-01-a.md": …})`."""

    def build_files(files: Files, *, strict: bool = False, **settings: Any) -> Built:
        folder.write({"docs/.gitkeep": "", "_config.yml": "title: Garden\nurl: https://example.org\n", **files})
        folder.configure(settings.pop("options", {}) | {"jekyll": "."}, **settings)
        return folder.build(*(["--strict"] if strict else []))

    return build_files
