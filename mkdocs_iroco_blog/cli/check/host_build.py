"""Runs the host's own build as far as messages of the blog can come up, and writes nothing.

Every page is converted. Then come templates that are no page's, such as `404.html`: they are few, and may call the
blog. The build stops before the first page is rendered, unless a page's template may call the blog, too: whether it
does, and what is wrong with the call, only rendering tells. Plugins that change or check what is rendered have no turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from mkdocs_iroco_blog.cli.output import ProgressBar
from mkdocs_iroco_blog.cli.site import blogs_of
from mkdocs_iroco_blog.host.output.render import Output

from .calls import calls_blog
from .documents import Document, read_documents


class _Stop(BaseException):
    """The rest of the build can have no message of the blog's."""


@dataclass(slots=True)
class HostBuild:
    """A build of a site in one language."""

    config: MkDocsConfig
    nav: Navigation = field(init=False)
    files: Files = field(init=False)
    outputs: Sequence[Output] = ()
    """Of each blog."""
    documents: Sequence[Document] = ()
    """Every text of the site, as it is converted."""
    _env: Environment = field(init=False)
    _is_converted: bool = False
    _bar: ProgressBar | None = None
    """Shows how many pages are rendered."""

    def run(self) -> None:
        """Run the build. Raises what the host or a plugin raises."""
        events = self.config.plugins.events
        handlers: dict[str, Callable[[list[Any]], list[Any]]] = {
            "nav": lambda others: [*others, self._keep_nav],
            "env": lambda others: [*others, self._keep_env],
            "page_context": lambda others: [self._reach_pages, *others],
            "post_page": lambda _: [self._write_no_page],
            "post_template": lambda _: [_write_nothing],
            "post_build": lambda _: [self._stop],
        }
        before = {name: [*events[name]] for name in handlers}
        for name, change in handlers.items():
            events[name][:] = change(before[name])
        try:
            build(self.config)
        except _Stop:
            return
        finally:
            if self._bar:
                self._bar.close()
            for name, others in before.items():
                events[name][:] = others

    def _keep_nav(self, nav: Navigation, /, **_: Any) -> None:
        self.nav = nav

    def _keep_env(self, env: Environment, /, *, files: Files, **_: Any) -> None:
        self._env, self.files = env, files
        files.copy_static_files = lambda **_: None  # type: ignore[method-assign]

    def _reach_pages(self, *_: Any, **__: Any) -> None:
        """Read every text before the first page is laid out, and stop if no page has to be rendered."""
        if self._is_converted:
            return
        self._is_converted = True
        self.outputs = [it.output for it in blogs_of(self.config) if isinstance(it.output, Output)]
        self.documents = list(read_documents(self.files, self.outputs))
        for output in self.outputs:
            output.foresee(self.config, self.files)
        files = self.files.documentation_pages()
        if not calls_blog(self.config, self._env):
            for file in files:
                if file.page:
                    file.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
            raise _Stop
        self._bar = ProgressBar(len(files), "Rendering pages")

    def _write_no_page(self, _output: str, /, **_: Any) -> str:
        if self._bar:
            self._bar.advance()
        return ""

    def _stop(self, **_: Any) -> None:
        self._reach_pages()  # of a site without pages
        raise _Stop


def _write_nothing(_output: str, /, **_: Any) -> str:
    return ""
