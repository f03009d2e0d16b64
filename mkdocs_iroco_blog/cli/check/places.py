"""The files that messages are about, as paths."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.cli.site import blogs_of


@dataclass(frozen=True, slots=True)
class Places:
    """The folders in which the sources of messages are."""

    config_file: Path
    folders: tuple[Path, ...]

    @classmethod
    def of(cls, config: MkDocsConfig) -> Places:
        """Return the folders of a site: docs folder, Jekyll site, folder of `mkdocs.yml`, and that of the fragments."""
        file = Path(config.config_file_path)
        file = file.parent.resolve() / file.name
        jekyll = [file.parent / plugin.config["jekyll"] for plugin in blogs_of(config) if plugin.config["jekyll"]]
        custom = [Path(config.theme.custom_dir).parent] if config.theme.custom_dir else []
        folders = (Path(config.docs_dir), *jekyll, file.parent, *custom)
        return cls(file, tuple(folder.resolve() for folder in folders))

    @cache  # noqa: B019 - of one site, and a folder is asked a thousand times
    def file(self, source: str) -> Path:
        """Return the file that a message names; `mkdocs.yml` for an option."""
        paths = (_inside(folder, source) for folder in self.folders)
        return next((path for path in paths if path), self.config_file)


def _inside(folder: Path, name: str) -> Path | None:
    """Return the file of that name in a folder. None if there is none, or the name means nothing to the system."""
    path = Path(os.path.normpath(folder / name))
    with suppress(OSError, ValueError):
        return path if path != folder and path.is_relative_to(folder) and path.exists() else None
    return None


def repository_of(path: Path) -> Path:
    """Return the repository that a folder is in, or the folder."""
    return next((folder for folder in (path, *path.parents) if (folder / ".git").exists()), path)


def relative_to(path: Path, base: Path) -> str:
    """Return a path as one relative to a folder, with `/`; as it is if it is not in there."""
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
