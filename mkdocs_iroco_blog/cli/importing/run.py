"""Runs an import: reads the Jekyll site, writes the new one, builds both, and compares them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from mkdocs.exceptions import MkDocsException
from mkdocs.utils import get_theme_names

from mkdocs_iroco_blog.cli.compare.comparison import Comparison
from mkdocs_iroco_blog.cli.compare.sites import compare_sites
from mkdocs_iroco_blog.cli.output import show_progress
from mkdocs_iroco_blog.host.load.blog import current_time

from .builds import build_site
from .folder import RefusedError, WriteResult, check_folder, write_site
from .importer import import_site
from .new_site import NewSite
from .old_site import open_old_site, write_stand_in

_TITLE_ID = re.compile(rb'<h1 id="[^"]*--">')
"""A title that a page of the Jekyll site has from its layout: the id is ours."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that an import has to tell."""

    files: WriteResult
    new: NewSite
    warnings: list[str]
    """Of a build of the new site."""
    comparison: Comparison
    reading: bool
    """The new site was compared with our own reading of the Jekyll site."""

    @property
    def is_lossless(self) -> bool:
        """Whether nothing is lost, and the new site's build has no warnings."""
        return not (self.comparison.losses or self.warnings)


def run_import(jekyll: Path, folder: Path, theme: str, built: Path | None) -> Outcome:
    """Import a Jekyll site. `built` is the folder of Jekyll's own output, if there is one.

    Raises `click.UsageError` if the folder or the theme cannot be used, `click.ClickException` if a build fails.
    """
    if theme not in get_theme_names():
        names = ", ".join(sorted(get_theme_names()))
        raise click.UsageError(f"There is no theme {theme} here. Install it, or choose another with --theme: {names}.")
    try:
        check_folder(folder, jekyll)
        if built:
            check_folder(folder, built)
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    with TemporaryDirectory(prefix="iroco-blog-") as scratch:
        try:
            return _run(jekyll.resolve(), folder, theme, built, Path(scratch).resolve())
        except MkDocsException as error:
            raise click.ClickException(str(error)) from None


def _run(jekyll: Path, folder: Path, theme: str, built: Path | None, scratch: Path) -> Outcome:
    old = open_old_site(write_stand_in(scratch / "stand-in", jekyll, theme))
    new = import_site(old, theme, current_time(), show_progress)
    files = write_site(new, folder)
    after = scratch / "after"
    warnings = build_site(folder / "mkdocs.yml", after)
    before = built or _build_old(jekyll, theme, new, scratch)
    return Outcome(files, new, warnings, compare_sites(before, after, show_progress), reading=built is None)


def _build_old(jekyll: Path, theme: str, new: NewSite, scratch: Path) -> Path:
    """Build the Jekyll site as we read it, without anything that Jekyll would not make."""
    site = scratch / "before"
    options = {"feeds": False} if new.has_own_feeds else {}
    build_site(write_stand_in(scratch / "stand-in", jekyll, theme, **options), site)
    for page in site.rglob("*.html"):
        page.write_bytes(_TITLE_ID.sub(rb"<h1>", page.read_bytes(), count=1))
    return site
