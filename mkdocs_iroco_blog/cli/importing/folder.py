"""Writes the new site into a folder, with a list of its files, so that a second run replaces nothing of the user's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .new_site import NewSite

MANIFEST = ".iroco-import.json"
_VERSION = 1


class RefusedError(Exception):
    """The folder cannot be written to. Its text says why, and what to do."""


@dataclass(slots=True)
class WriteResult:
    """The result of writing."""

    changed: list[str] = field(default_factory=list)
    """Files that are new or changed."""
    preserved: list[str] = field(default_factory=list)
    """Files that the user has changed, or that were there before."""
    left: list[str] = field(default_factory=list)
    """Files of an earlier run that this one does not make."""


def check_folder(folder: Path, jekyll: Path) -> None:
    """Raise `RefusedError` unless a site can be written into the folder."""
    here, there = folder.resolve(), jekyll.resolve()
    if here == there or here.is_relative_to(there) or there.is_relative_to(here):
        raise RefusedError(
            f"{folder} and {jekyll} lie in one another. Write the path of a folder beside the Jekyll site."
        )
    if folder.is_symlink() and not folder.exists():
        raise RefusedError(f"{folder} is a link that leads nowhere. Write the path of another folder.")
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is a file. Write the path of a folder.")
    if folder.is_dir() and any(folder.iterdir()) and _read_manifest(folder) is None:
        raise RefusedError(f"{folder} is not empty, and no import has written it. Write the path of an empty folder.")


def write_site(new: NewSite, folder: Path) -> WriteResult:
    """Write every file, unless the user has changed it since an earlier run. Delete nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    before, result = _read_manifest(folder) or {}, WriteResult()
    hashes = dict(before)
    try:
        _write_manifest(folder, hashes)
        for path in sorted(new.paths()):
            _write(folder, path, _content(new, path), hashes, result)
    finally:
        _write_manifest(folder, hashes)
    result.left = sorted(path for path in before.keys() - set(new.paths()) if (folder / path).is_file())
    return result


def _write(folder: Path, path: str, content: bytes, hashes: dict[str, str], result: WriteResult) -> None:
    file = folder / path
    new_hash = hash_of(content)
    if not _is_ours(file, folder, hashes.get(path), new_hash):
        result.preserved.append(path)
        return
    hashes[path] = new_hash
    if file.is_file() and hash_of(file.read_bytes()) == new_hash:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    result.changed.append(path)


def _is_ours(file: Path, folder: Path, old_hash: str | None, new_hash: str) -> bool:
    """Whether a file may be written: it is not there, or it is as an earlier run left it. No link leads out of here."""
    if file.is_symlink() or not _existing_parent(file).resolve().is_relative_to(folder.resolve()):
        return False
    if not file.exists():
        return _existing_parent(file).is_dir()
    return file.is_file() and hash_of(file.read_bytes()) in (old_hash, new_hash)


def _existing_parent(file: Path) -> Path:
    """Return the nearest folder above a file that is there, or whatever is in its place."""
    return next(parent for parent in file.parents if parent.exists() or parent.is_symlink())


def _content(new: NewSite, path: str) -> bytes:
    return new.files[path] if path in new.files else Path(new.copied[path]).read_bytes()


def hash_of(content: bytes) -> str:
    """Return a content's hash."""
    return hashlib.sha256(content).hexdigest()


def _read_manifest(folder: Path) -> dict[str, str] | None:
    """Return the hash of each file that an earlier run wrote. None if there was none, or its list is damaged."""
    file = folder / MANIFEST
    if file.is_symlink() or not file.is_file():
        return None
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
        files = read["files"] if read["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    is_list = isinstance(files, dict) and all(isinstance(value, str) for value in files.values())
    return files if is_list else None


def _write_manifest(folder: Path, hashes: Mapping[str, str]) -> None:
    text = json.dumps({"version": _VERSION, "files": hashes}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
