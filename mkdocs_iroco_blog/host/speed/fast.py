"""`Speed` with every shortcut. The option `cache` switches all of them off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.body import Body, SiteLinks
from mkdocs_iroco_blog.core.model import Post, Source
from mkdocs_iroco_blog.core.pictures.read import Picture
from mkdocs_iroco_blog.core.pictures.variants import VariantData
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.related import Subject
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage, BlogPages
from mkdocs_iroco_blog.host.pages.speed import LayoutState, Rewrite, Speed, VariantFile
from mkdocs_iroco_blog.publish.metadata.head import RewrittenHead

from .cache.bodies import BodyCache
from .cache.conversions import Converter
from .cache.pictures import PictureCache
from .cache.related import RelatedCache
from .cache.search_entries import cache_entries
from .cache.store import Cache
from .cache.variants import VariantCache
from .layouts import LayoutCache, Layouts
from .preview.posts import PostCache
from .preview.preview import Preview
from .preview.state import plain, templates
from .preview.templates import TemplateCache
from .process import IdleCollector, RareCollection, skip_last_collection
from .site_files import SiteFiles, make_folders

T = TypeVar("T")
_SCRATCH = "unchanged.html"


class FastBuild(Speed):
    """Keeps results of one blog from build to build, in `folder` and, in the preview, in memory."""

    def __init__(self, folder: Path, trusted: tuple[str, ...]) -> None:
        """`trusted` are the modules that `cache_extensions` names."""
        self.cache_key = (folder, trusted)
        self._trusted = trusted
        self._conversions = Cache(folder / "conversions")
        self._entries = Cache(folder / "search")
        self._bodies = BodyCache(Cache(folder / "bodies"))
        self._pictures = PictureCache(Cache(folder / "pictures"))
        self._related = RelatedCache(Cache(folder / "related"))
        self._variants = VariantCache(folder / "variants")
        self._files = SiteFiles(folder / _SCRATCH)
        self._converter: Converter | None = None
        self._withheld: Collection[str] = ()
        self._layouts: Layouts[Any] | None = None
        self._layout_cache: LayoutCache | None = None
        self._collection = RareCollection()

    def stash(self, site_dir: str, root: str) -> None:
        """Put the blog's written pages aside."""
        self._files.stash(site_dir, root)

    def begin(self, pages: BlogPages, config: MkDocsConfig) -> None:
        """Put the written pages back, and prepare to convert posts."""
        self._collection.start()
        files = [page.file for page in pages.all()]
        self._files.restore(config.site_dir, files)
        self._conversions.begin()
        folders = partial(make_folders, files if self.writes else ())
        self._converter = Converter(self._conversions, self._trusted, pages.posts, folders)
        self._bodies.begin()
        self._pictures.begin(pages.settings.index_path)
        self._related.begin()
        self._variants.begin()

    def convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Convert a page's Markdown, if its text is new."""
        if self._converter:
            self._converter.convert(page, config, files)
        else:
            super().convert(page, config, files)

    def body(self, post: Post, html: str, *, address: str, settings: Settings, links: SiteLinks) -> Body:
        """Return a post's body, cached or new."""
        return self._bodies.body(post, html, address, settings, links)

    def picture(self, path: str) -> Picture:
        """Read a picture only if its file has changed."""
        return self._pictures.picture(path)

    def related(self, posts: Sequence[Subject], count: int) -> Mapping[str, Sequence[str]]:
        """Find related posts only if posts are about something else."""
        return self._related.related(posts, count, super().related)

    def digest(self, path: str) -> str:
        """Read the content of a picture only if its file has changed."""
        return self._variants.digest(path, super().digest)

    def variants(self, key: str) -> Sequence[VariantFile] | None:
        """Return the variants that an earlier build has made."""
        return self._variants.get(key)

    def keep_variants(self, key: str, variants: Sequence[VariantData]) -> Sequence[VariantFile]:
        """Store the variants of a picture."""
        try:
            return self._variants.put(key, variants)
        except OSError:  # the cache reports why
            return super().keep_variants(key, variants)

    def layouts(
        self, pages: BlogPages, config: MkDocsConfig, lay_out: Callable[[BlogPage], T], state: LayoutState
    ) -> Callable[[BlogPage], T]:
        """Lay out pages with a worker's help."""
        if not self.writes:
            return lay_out
        make_folders(page.file for page in pages.all())
        self._layouts = layouts = Layouts(pages.all(), lay_out, state.of_page, self._layout_cache)
        return layouts.layout_for

    def end_conversions(self, pages: BlogPages, config: MkDocsConfig, env: Environment) -> None:
        """Stop converting, and let search find the entries of posts that have not changed."""
        self._stop_conversions()
        self._withheld = {*pages.withheld, *(page.post.source for page in pages.posts if page.locked)}
        if self.writes:
            self._entries.begin()
            cache_entries(config, self._entries, pages.posts)

    def after_page(self, page: BlogPage, output: str) -> None:
        """Leave an unchanged page alone."""
        self._files.skip_if_unchanged(page.file, output)

    def save(self) -> None:
        """Save the results of this build."""
        self._conversions.forget(self._withheld)
        self._entries.forget(self._withheld)
        self._conversions.save()
        self._entries.save()
        self._bodies.save(self._withheld)
        self._pictures.save()
        self._related.save()
        self._variants.save()

    def end_build(self) -> None:
        """Stop the workers, and delete pages of an earlier build that this one did not write."""
        self._stop_conversions()
        if self._layouts:
            self._layouts.stop()
        self._layouts = None
        self._files.cleanup()
        self._collection.stop()
        super().end_build()

    def close(self) -> None:
        """End the build, and let the process end fast."""
        skip_last_collection()
        self.end_build()

    def _stop_conversions(self) -> None:
        if self._converter:
            self._converter.stop()
        self._converter = None


class FastPreview(FastBuild):
    """Keeps rendered pages in memory as well, for `mkdocs serve`."""

    def __init__(self, folder: Path, trusted: tuple[str, ...]) -> None:
        super().__init__(folder, trusted)
        self.bytecode_cache = TemplateCache()
        self._layout_cache: LayoutCache = LayoutCache()
        self._preview = Preview()
        self._posts = PostCache()
        self._found: tuple[Any, Mapping[str, Sequence[str]]] = (None, {})
        self._collector = IdleCollector()

    def begin(self, pages: BlogPages, config: MkDocsConfig) -> None:
        """Note the attributes of new pages, too."""
        super().begin(pages, config)
        self._preview.begin(pages)

    def read_post(self, source: Source, context: ReadContext) -> tuple[Post | None, list[Finding]]:
        """Read a post only if its file has changed."""
        return self._posts.read(source, context)

    def layouts(
        self, pages: BlogPages, config: MkDocsConfig, lay_out: Callable[[BlogPage], T], state: LayoutState
    ) -> Callable[[BlogPage], T]:
        """Lay out only pages that have changed."""
        common = (state.common(), plain(pages.settings), plain(config), tuple(templates(config)))
        self._layout_cache.begin(common)
        return super().layouts(pages, config, lay_out, state)

    def related(self, posts: Sequence[Subject], count: int) -> Mapping[str, Sequence[str]]:
        """Find related posts only if an edit changes what posts are about: that takes 2 % of an edit."""
        inputs = (posts, count)
        if inputs != self._found[0]:
            self._found = (inputs, super().related(posts, count))
        return self._found[1]

    def rewrite_head(self, page: BlogPage, tags: object, html: str, rewrite: Rewrite) -> RewrittenHead | None:
        """Rewrite a head only if it has changed."""
        return self._layout_cache.rewrite_head(page, tags, html, rewrite)

    def end_conversions(self, pages: BlogPages, config: MkDocsConfig, env: Environment) -> None:
        """Give the blog's pages a template that prints the last output if nothing has changed."""
        super().end_conversions(pages, config, env)
        self._preview.replace_templates(pages, env)

    def choose_template(self, context: TemplateContext, page: BlogPage, config: MkDocsConfig, nav: Navigation) -> None:
        """Choose the template by what has changed."""
        self._preview.choose_template(context, page, config, nav)

    def after_template(self, page: BlogPage, output: str) -> None:
        """Keep the rendered page."""
        self._preview.after_template(page, output)

    def save(self) -> None:
        """Save the results of this build, and collect garbage soon."""
        super().save()
        self._preview.save()
        self._collector.start()

    def close(self) -> None:
        """Stop collecting garbage, too."""
        super().close()
        self._collector.stop()


def choose_speed(last: Speed, config: MkDocsConfig, settings: Settings, *, serving: bool) -> Speed:
    """Return the shortcuts for a build: those of the last one, if the cache is the same."""
    has_cache = settings.cache is not False
    folder = Path(config.config_file_path or "mkdocs.yml").absolute().parent / (settings.cache or "")
    kind, trusted = FastPreview if serving else FastBuild, settings.cache_extensions
    if has_cache and type(last) is kind and last.cache_key == (folder, trusted):
        return last
    speed = kind(folder, trusted) if has_cache else Speed()
    speed.writes = last.writes
    return speed
