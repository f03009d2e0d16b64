"""The caches of one blog."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.output.layout import KeptLayouts
from mkdocs_iroco_blog.host.pages.pages import PostPage

from .cache.bodies import KeptBodies
from .cache.conversions import Converter
from .cache.search_entries import keep_entries
from .cache.store import Cache
from .preview.templates import CompiledTemplates
from .site_files import SiteFiles, make_folders


class Caches:
    """What is kept of a blog from build to build. In a preview, it stays in memory meanwhile."""

    def __init__(self, folder: Path, trusted: tuple[str, ...], *, serving: bool) -> None:
        self._folder, self._trusted = folder, trusted
        self._conversions = Cache(folder / "conversions")
        self._entries = Cache(folder / "search")
        self.bodies = KeptBodies(Cache(folder / "bodies"))
        self._converter: Converter | None = None
        self.files = SiteFiles()
        self.layouts = KeptLayouts() if serving else None
        self.compiled = CompiledTemplates() if serving else None

    @classmethod
    def of(cls, last: Caches | None, config: MkDocsConfig, settings: Settings, *, serving: bool) -> Caches | None:
        """Those of the last build, if they are in the same place; none where `cache` says so."""
        if settings.cache is False:
            return None
        folder = Path(config.config_file_path or "mkdocs.yml").absolute().parent / settings.cache
        if last and (last._folder, last._trusted) == (folder, settings.cache_extensions):  # noqa: SLF001
            return last
        return cls(folder, settings.cache_extensions, serving=serving)

    def begin(self, posts: Sequence[PostPage], written: Sequence[File]) -> None:
        """Convert the posts of a build with what is kept; every file that is `written` will need its folder."""
        self._end_conversions()  # of a build that failed
        self._conversions.begin()
        self._converter = Converter(self._conversions, self._trusted, posts, partial(make_folders, written))
        for page in posts:
            page.convert = self._converter.convert

    def finish(self, posts: Collection[PostPage], config: MkDocsConfig, env: Environment) -> None:
        """Every post is converted: let search find what it made of them before, and the theme its templates."""
        self._end_conversions()
        self._entries.begin()
        keep_entries(config, self._entries, posts)
        if self.compiled:
            env.bytecode_cache = self.compiled

    def save(self) -> None:
        """Keep what this build made."""
        self._conversions.save()
        self._entries.save()
        self.bodies.save()
        self.files.end()

    def close(self) -> None:
        """The build has ended, well or not: leave nothing running, and nothing out of its place."""
        self._end_conversions()
        self.files.end()

    def _end_conversions(self) -> None:
        if self._converter:
            self._converter.end()
        self._converter = None
