"""The plugin: a list of hooks, each of which calls one thing."""

from __future__ import annotations

import atexit
import gc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from .build import BlogBuild, start_build
from .compat.i18n import in_languages, is_translation
from .compat.material import decided_by_neighbours
from .compat.neighbours import leave_nav, mend_titles, name_pages
from .compat.search import mend_index
from .compat.templates import prepare_templates
from .config import BlogConfig, refuse_shared_folders, settings_from
from .load.inputs import Occasion, time_of_build
from .output.extra_files import write_files
from .output.finish import finish, finished, release, show
from .pages.pages import ListPage, PostPage
from .pages.theme import add_templates
from .report import report
from .speed.caches import Caches
from .speed.preview.preview import Preview
from .watch import watch

if TYPE_CHECKING:  # a build has no use for a web server
    from mkdocs.livereload import LiveReloadServer

    from .jekyll.build import JekyllBlog


class BlogPlugin(BasePlugin[BlogConfig]):
    """A blog in an existing site."""

    supports_multiple_instances = True

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._build: BlogBuild | None = None
        self._temporary: TemporaryDirectory[str] | None = None
        self._jekyll: JekyllBlog | None = None
        self._caches: Caches | None = None
        self._preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that the host keeps the instance between rebuilds, and says whether this is the preview."""
        self._serving, self._dirty = command == "serve", dirty
        self._preview = Preview() if self._serving else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options; every build starts here, with nothing left from the one before."""
        self._end_build()
        if self.config["enabled"]:
            self._settings = settings_from(self.config, decided_by_neighbours(config))
            refuse_shared_folders(config.plugins, self._settings)
            add_templates(config)
            self._caches = Caches.of(self._caches, config, self._settings, serving=self._serving)
            self._jekyll = (self._jekyll or _jekyll_blog()) if self._settings.jekyll else None
            if self._jekyll and self._settings.jekyll:
                self._jekyll.open(self._settings.jekyll, config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Save the blog's files from being deleted."""
        if self._caches and self.config["enabled"] and self._keeps_files(config):
            self._caches.files.hide(config.site_dir, "" if self._jekyll else self._settings.root)

    @event_priority(100)  # before redirects and htmlproofer take their list of files
    def _before_others(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self._written = list(files)
        return files if in_languages(config) else self._read(files, config)

    @event_priority(-110)  # after static-i18n has made it a site in one language, and literate-nav its `nav`
    def _after_others(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        if in_languages(config):
            files = self._read(files, config)
            if self._build:
                name_pages(self._build, config)
        if self._build:
            leave_nav(self._build, files, config)
        return files

    on_files = CombinedEvent(_before_others, _after_others)

    def _read(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the posts, give them their addresses, add a page for every view."""
        if self.config["enabled"] and not (self._jekyll and is_translation(config)):
            now, settings, jekyll = time_of_build(), self._settings, None
            if self._jekyll:
                jekyll = self._jekyll.start(files, config, now)
                settings = settings_from(self.config, {**jekyll.options, **decided_by_neighbours(config)})
            drafts = settings.draft or (self._serving and settings.draft_on_serve)
            occasion = Occasion(drafts, now, self._stub(), jekyll, self._written, self.config.named)
            self._build = start_build(files, config, settings, occasion)
            if self._caches:
                self._caches.begin(self._build.posts, self._build.written)
                if self._keeps_files(config):
                    self._caches.files.bring_back(config.site_dir, self._build.written)
        return files

    @event_priority(-110)  # after awesome-nav, static-i18n and others that build the navigation anew
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the index and overviews into the navigation."""
        if self._build:
            self._build.place_in(nav, files, config)
        return nav

    @event_priority(-110)  # after autorefs and mkdocstrings, which finish references at -50 and -100
    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        """Take the finished posts apart, and tell everything that was found."""
        if self._build:
            finish(self._build, files, config, self._caches)
            prepare_templates(self._build, env)
            report(self._build.findings)
            if self._caches:
                self._caches.finish(self._build.posts, config, env)
                if self._preview:
                    self._preview.begin(self._build.pages(), env)
        return env

    @event_priority(-50)  # after search has read the page's text, which headers and footers are not part of
    def _lay_out(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Put header and footer around a post, and the list into a view."""
        own = self._own(page)
        if own and self._build:
            show(self._build, own)
        return context

    @event_priority(-1000)  # when every plugin has added what it adds
    def _choose_template(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """In the preview: render a page only where it has changed."""
        if self._caches and self._preview and self._own(page):
            self._preview.choose(cast("dict[str, Any]", context), page, config, nav)
        return context

    on_page_context = CombinedEvent(_lay_out, _choose_template)

    @event_priority(1000)  # before any plugin changes it
    def _keep_output(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """In the preview: keep the page for the next build."""
        if self._caches and self._preview and self._own(page):
            self._preview.keep(output, page)
        return output

    @event_priority(25)  # after social has written its metadata, before minify
    def _finish_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Say in its head what the page is; write the redirect instead of a page that has moved."""
        return finished(self._build, page, output) if self._build else output

    @event_priority(-1_000_000)  # when nobody changes the page, or reads its content, any more
    def _release_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Let go of what nothing reads any more, and leave alone what is written already."""
        own = self._own(page)
        if own and self._build:
            release(self._build, own)
            if self._caches:
                self._caches.files.spare(page.file, output)
        return output

    on_post_page = CombinedEvent(_keep_output, _finish_page, _release_page)

    def on_template_context(
        self,
        context: TemplateContext,
        /,
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Keep unlisted posts out of the sitemap."""
        if self._build and template_name == "sitemap.xml":
            self._build.mend_sitemap(context, config)
        return context

    @event_priority(100)  # before search writes its index, and rss its feeds
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep views and unlisted posts out of the search index; write feeds and redirects."""
        if self._build:
            mend_titles(config)
            if self._build.publishing:
                write_files(self._build.publishing.files(), config.site_dir)
            hidden = {page.url for page in (*self._build.hidden(), *self._build.lists)}
            mend_index(config, hidden=hidden, titled={page.url for page in self._build.posts})
            self._build.end()
            if self._caches:
                self._caches.save()
                if self._preview:
                    self._preview.end()

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch what the host does not."""
        if self.config["enabled"]:
            watch(server, config, self._settings, self._jekyll)
        return server

    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)  # a process that ends has no use for a last search through all that it holds
        self._end_build()
        if self._caches:
            self._caches.close()
        if self._preview:
            self._preview.close()
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def _end_build(self) -> None:
        if self._build:
            self._build.end()
        self._build = None

    def _keeps_files(self, config: MkDocsConfig) -> bool:
        """Whether this build clears the site, and is the only one that writes into it."""
        return not self._dirty and not in_languages(config)

    def _own(self, page: Page) -> PostPage | ListPage | None:
        """The page, if it is one of this blog: a site may have several."""
        if self._build and isinstance(page, PostPage | ListPage) and page.owner is self._build:
            return page
        return None

    def _stub(self) -> str:
        """An empty file, real for plugins that open what pages refer to."""
        if self._temporary is None:
            self._temporary = TemporaryDirectory(prefix="iroco-blog-")
        stub = Path(self._temporary.name) / "view.md"
        stub.touch()
        return str(stub)


def _jekyll_blog() -> JekyllBlog:
    """Made only where it is asked for: to import Liquid takes a fifth of a second."""
    from .jekyll.build import JekyllBlog  # noqa: PLC0415

    return JekyllBlog()
