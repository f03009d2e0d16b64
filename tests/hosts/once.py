"""Work that every build repeats and that comes out the same: tests build thousands of sites, and do it once."""

from __future__ import annotations

import sys
from functools import cache

import mkdocs.plugins
import mkdocs.utils
import pytest
from jinja2 import Environment, FileSystemLoader

from tests.templates import compile_with


def build_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do all of this once."""
    compile_once(monkeypatch)
    search_packages_once(monkeypatch)
    list_themes_once(monkeypatch)


def compile_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile each template once."""
    monkeypatch.setattr(Environment, "compile", compile_with({}))


def search_packages_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for themes and plugins among the installed packages once: no test installs any."""
    for module in (mkdocs.plugins, mkdocs.utils):
        monkeypatch.setattr(module, "entry_points", cache(module.entry_points))
    monkeypatch.setattr(mkdocs.utils, "get_themes", cache(mkdocs.utils.get_themes))


def list_themes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """List an installed theme's files once, without hidden ones: no host copies those, and Material has 14,000."""
    list_anew = FileSystemLoader.list_templates

    @cache
    def list_installed(folder: str) -> list[str]:
        return [name for name in list_anew(FileSystemLoader(folder)) if "/." not in f"/{name}"]

    def list_cached(self: FileSystemLoader) -> list[str]:
        names: set[str] = set()
        for folder in self.searchpath:
            is_installed = folder.startswith(sys.prefix)
            names.update(list_installed(folder) if is_installed else list_anew(FileSystemLoader(folder)))
        return sorted(names)

    monkeypatch.setattr(FileSystemLoader, "list_templates", list_cached)
