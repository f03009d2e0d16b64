"""The plugin: its hooks, each of which calls one function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from .build import Build, build, open_origin
from .compat.i18n import i18n_plugin
from .compat.material import options_from_plugins
from .config import BlogConfig, refuse_shared_folders, settings_from
from .load.origin import Origin, watched_paths
from .output.render import Output, render
from .pages.speed import Speed
from .pages.theme import add_templates
from .report import Reporter
from .speed.fast import choose_speed
from .speed.site_files import restore_lost_folders

Hook = TypeVar("Hook", bound=Callable[..., Any])
_PRIORITIES = {
    "on_pre_build": -1_000_000,  # when no other plugin's hook can fail any more
    "_read_posts": 100,  # before redirects and htmlproofer take their list of files
    "_read_edition": -110,  # after static-i18n has made a site in one language, and literate-nav its `nav`
    "on_nav": -110,  # after awesome-nav, static-i18n and others that build the navigation again
    "on_page_markdown": -60,  # after encryptcontent has marked pages, before social reads descriptions
    "on_env": -110,  # after autorefs and mkdocstrings, which finish references at -50 and -100
    "_lay_out": -50,  # after search has read the text, which headers and footers are not part of
    "_choose": -1000,  # when every plugin has added its variables
    "_keep_output": 1000,  # before any plugin changes the page
    "_finish": 25,  # after social has written its metadata, before minify
    "_release": -1_000_000,  # when nobody changes the page, or reads its content, any more
    "on_post_build": 100,  # before search writes its index, and rss its feeds
    "on_shutdown": 1_000_000,  # before another plugin's hook can fail
}
"""Where our hooks come among those of other plugins. The highest comes first."""


def _prioritized(hook: Hook) -> Hook:
    return event_priority(_PRIORITIES[hook.__name__])(hook)


class BlogPlugin(BasePlugin[BlogConfig]):
    """A blog in an existing site."""

    supports_multiple_instances = True

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self._speed, self._reporter = Speed(), Reporter()
        self._jekyll: Origin | None = None
        self._build: Build | None = None
        self._output: Output | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn the command. The host keeps plugins with this hook between the builds of `mkdocs serve`."""
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a build: forget the last one, and check the options."""
        self._speed.end_build()
        self._build = self._output = None
        restore_lost_folders(config.site_dir)
        if self.config["enabled"]:
            self._settings = settings_from(self.config, options_from_plugins(config))
            refuse_shared_folders(config.plugins, self._settings)
            add_templates(config)
            self._speed = choose_speed(self._speed, config, self._settings, serving=self._serving)
            self._jekyll = open_origin(path, config, self._jekyll) if (path := self._settings.jekyll) else None

    @_prioritized
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Protect written pages, if this build is about to clear the site and writes into it alone."""
        if self.config["enabled"] and not self._dirty and not i18n_plugin(config):
            self._speed.stash(config.site_dir, "" if self._jekyll else self._settings.root)

    @_prioritized
    def _read_posts(self, files: Files, /, *, config: MkDocsConfig) -> None:
        self._all_files = list(files)
        if self.config["enabled"] and not i18n_plugin(config):
            self._build = self._read(files, config)

    @_prioritized
    def _read_edition(self, files: Files, /, *, config: MkDocsConfig) -> None:
        if self.config["enabled"] and i18n_plugin(config):
            self._build = self._read(files, config)
        if self._build:
            self._build.settle_files(files, config)

    def _read(self, files: Files, config: MkDocsConfig) -> Build | None:
        return build(files, config, self.config, self._jekyll, self._all_files, self._speed, serving=self._serving)

    on_files = CombinedEvent(_read_posts, _read_edition)

    @_prioritized
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Put the index and overviews into the navigation."""
        if self._build:
            self._build.place_in(nav, files, config)

    @_prioritized
    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> None:
        """Take note of posts that another plugin is going to lock."""
        if self._build:
            self._build.lock(page)

    @_prioritized
    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """Take the converted posts apart, prepare to lay out pages, and report all findings."""
        if self._build:
            blogs = [plugin for plugin in config.plugins.values() if isinstance(plugin, BlogPlugin)]
            others = [blog._output for blog in blogs if blog._output]  # noqa: SLF001 - of this class
            self._output = render(self._build, files, config, env, self._speed, others)
            self._output.report(self._reporter)
            self._speed.end_conversions(self._build.pages, config, env)

    @_prioritized
    def _lay_out(self, context: TemplateContext, /, *, page: Page, **_: Any) -> None:
        if self._output:
            self._output.lay_out(page)

    @_prioritized
    def _choose(self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        if self._output:
            self._output.choose_template(context, page, config, nav)

    on_page_context = CombinedEvent(_lay_out, _choose)

    @_prioritized
    def _keep_output(self, output: str, /, *, page: Page, **_: Any) -> None:
        if self._output:
            self._output.keep(page, output)

    @_prioritized
    def _finish(self, output: str, /, *, page: Page, **_: Any) -> str:
        return self._output.finish(page, output) if self._output else output

    @_prioritized
    def _release(self, output: str, /, *, page: Page, **_: Any) -> str:
        return self._output.release(page, output) if self._output else output

    on_post_page = CombinedEvent(_keep_output, _finish, _release)

    def on_template_context(self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig) -> None:
        """Keep unlisted posts out of the sitemap."""
        if self._output and template_name == "sitemap.xml":
            self._output.clean_sitemap(context, config)

    @_prioritized
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write feeds and redirects, and keep views and unlisted posts out of search."""
        if self._output:
            self._output.write(config, self._reporter, cleared=not self._dirty)

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, **_: Any) -> None:
        """Watch the files that the host does not."""
        for path in watched_paths(config, self._settings, self._jekyll) if self.config["enabled"] else ():
            server.watch(path)

    @_prioritized
    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        self._speed.close()
