"""The plugin: its hooks, each of which calls one function."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .build import Build, build
from .compat.i18n import i18n_plugin
from .config import BlogConfig
from .inserts.prepare import offer_to_templates, prepare_pages
from .load.blog import BuildInputs, current_time
from .load.origin import Origin, prepare_server
from .pages.speed import Speed
from .priorities import prioritized
from .report import Reporter
from .speed.site_files import restore_lost_folders
from .start import BlogOutput, start_build


class BlogPlugin(BasePlugin[BlogConfig]):
    """A blog in an existing site."""

    supports_multiple_instances = True

    def __init__(self) -> None:
        self._serving = self._dirty = False
        self.speed, self.reporter = Speed(), Reporter()
        self._jekyll: Origin | None = None
        self._build: Build | None = None
        self.output: BlogOutput | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn the command. The host keeps plugins with this hook between the builds of `mkdocs serve`."""
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a build: forget the last one, and check the options."""
        self.speed.end_build()
        self._build = self.output = None
        restore_lost_folders(config.site_dir)
        if self.config["enabled"]:
            start = start_build(self.config, config, self.speed, self._jekyll, serving=self._serving)
            self._settings, self.speed, self._jekyll = start

    @prioritized
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Protect written pages, if this build is about to clear the site and writes into it alone."""
        if self.config["enabled"] and not self._dirty and not i18n_plugin(config):
            self.speed.stash(config.site_dir, "" if self._jekyll else self._settings.root)

    @prioritized
    def _read_posts(self, files: Files, /, *, config: MkDocsConfig) -> None:
        self._inputs = BuildInputs(current_time(), self._serving, [*files], self.config.named, self.speed.read_post)
        if self.config["enabled"] and not i18n_plugin(config):
            self._build = self._read(files, config)

    @prioritized
    def _list_languages(self, files: Files, /, **_: Any) -> None:
        self._inputs = replace(self._inputs, all_files=list(files))

    @prioritized
    def _settle_posts(self, files: Files, /, *, config: MkDocsConfig) -> None:
        if self.config["enabled"] and i18n_plugin(config):
            self._build = self._read(files, config)
        self._settle(files, config)
        if self._build:
            self.speed.begin(self._build.pages, config)

    def _read(self, files: Files, config: MkDocsConfig) -> Build | None:
        return build(files, config, self.config, self._jekyll, self._inputs, self.speed.convert, self._build)

    def _settle(self, files: Files, config: MkDocsConfig) -> None:
        if self._build and not self._build.is_current(files):
            self._build = self._read(files, config)
        if self._build:
            self._build.settle_files(files, config)

    on_files = CombinedEvent(_read_posts, _list_languages, _settle_posts)

    @prioritized
    def _list_in_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        if self._build:  # awesome-pages has the host report pages that `nav` does not list once more
            self._build.pages.list_in_nav(listed="awesome-pages" not in config.plugins)

    @prioritized
    def _place(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        self._settle(files, config)  # a plugin may have changed the list of files once more
        if self._build:
            self._nav = self._build.place_in(nav, files, config)
        prepare_pages(files, config, [build for build, _ in self._blogs(config)], dirty=self._dirty)

    def _blogs(self, config: MkDocsConfig) -> list[tuple[Build, BlogOutput | None]]:
        return [(it._build, it.output) for it in config.plugins.values() if isinstance(it, BlogPlugin) and it._build]  # noqa: SLF001 - of this class

    on_nav = CombinedEvent(_list_in_nav, _place)

    @prioritized
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, **_: Any) -> None:
        """Give other plugins dates, and take note of posts that one is going to lock."""
        if self._build:
            self._build.prepare(page, config)

    @prioritized
    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """Take the converted posts apart, prepare to lay out pages, and report all findings."""
        from .output.render import render  # noqa: PLC0415 - see `start.py`

        offer_to_templates(env, [build for build, _ in self._blogs(config)])
        if self._build:
            self.output = render(self._build, files, self._nav, config, env, self.speed, self._blogs(config))
            self.output.begin(self.reporter, config, env)

    @prioritized
    def _lay_out(self, context: Any, /, *, page: Page, **_: Any) -> None:
        if self.output:
            self.output.lay_out(page)

    @prioritized
    def _choose(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        if self.output:
            self.output.choose_template(context, page, config, nav)

    on_page_context = CombinedEvent(_lay_out, _choose)

    @prioritized
    def _keep_output(self, output: str, /, *, page: Page, **_: Any) -> None:
        if self.output:
            self.output.keep(page, output)

    @prioritized
    def _finish(self, output: str, /, *, page: Page, **_: Any) -> str:
        return self.output.finish(page, output) if self.output else output

    @prioritized
    def _release(self, output: str, /, *, page: Page, **_: Any) -> str:
        return self.output.release(page, output) if self.output else output

    on_post_page = CombinedEvent(_keep_output, _finish, _release)

    def on_template_context(self, context: Any, /, *, template_name: str, config: MkDocsConfig) -> None:
        """Keep unlisted posts out of the sitemap, and give other templates our variables."""
        if self.output:
            self.output.prepare_template(context, template_name, config)

    def on_post_template(self, output: str, /, *, template_name: str, **_: Any) -> str:
        """Insert the stylesheet where a template shows posts."""
        return self.output.finish_template(output, template_name) if self.output else output

    @prioritized
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write feeds and redirects, and keep views and unlisted posts out of search."""
        if self.output:
            self.output.write(config, self.reporter, cleared=not self._dirty)

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, **_: Any) -> None:
        """Watch the files that the host does not, and answer a Jekyll site's addresses."""
        if self.config["enabled"]:
            prepare_server(server, config, self._settings, self._jekyll)

    @prioritized
    def on_shutdown(self) -> None:
        """Leave nothing behind."""
        self.speed.close()
