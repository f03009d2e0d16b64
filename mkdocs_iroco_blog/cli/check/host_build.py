"""Runs the host's own build as far as messages of the blog can come up, and writes nothing.

Every page is converted. Then come templates that are no page's, such as `404.html`: they are few, and may call the
blog. The build stops before the first page is rendered, unless a page's template may call the blog, too: whether it
does, and what is wrong with the call, only rendering tells. Plugins that change or check what is rendered have no turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Site:
    """A site in one language, whose pages are converted."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    outputs: Sequence[Output]
    """Of each blog."""
    documents: Sequence[Document]
    """Every text of the site."""


class _Stop(BaseException):
    """The rest of the build can have no message of the blog's."""


def convert(config: MkDocsConfig) -> Site:
    """Run the build, in the language that is the current one. Raises what the host or a plugin raises."""
    steps, events = _Steps(config), config.plugins.events
    handlers: dict[str, Callable[[list[Any]], list[Any]]] = {
        "nav": lambda others: [*others, steps.keep_nav],
        "env": lambda others: [*others, steps.keep_env],
        "page_context": lambda others: [steps.reach_pages, *others],
        "post_page": lambda _: [steps.write_no_page],
        "post_template": lambda _: [_write_nothing],
        "post_build": lambda _: [steps.stop],
    }
    before = {name: [*events[name]] for name in handlers}
    for name, change in handlers.items():
        events[name][:] = change(before[name])
    try:
        build(config)
    except _Stop:
        return steps.sites[0]
    finally:
        steps.close()
        for name, others in before.items():
            events[name][:] = others
    raise AssertionError("The host's build runs `on_post_build`.")


class _Steps:
    """The steps of a build, each of which adds to what the next ones need."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._navs: list[Navigation] = []
        self._environments: list[tuple[Environment, Files]] = []
        self.sites: list[Site] = []
        """The site, once every page is converted."""
        self._bars: list[ProgressBar] = []
        """Shows how many pages are rendered."""

    def keep_nav(self, nav: Navigation, /, **_: Any) -> None:
        """Keep the navigation."""
        self._navs.append(nav)

    def keep_env(self, env: Environment, /, *, files: Files, **_: Any) -> None:
        """Keep the templates' environment, and have the host copy no file."""
        self._environments.append((env, files))
        files.copy_static_files = lambda **_: None  # type: ignore[method-assign]

    def reach_pages(self, *_: Any, **__: Any) -> None:
        """Read every text before the first page is laid out, and stop if no page has to be rendered."""
        if self.sites:
            return
        config, (env, files) = self._config, self._environments[-1]
        outputs = [it.output for it in blogs_of(config) if isinstance(it.output, Output)]
        self.sites.append(Site(config, files, self._navs[-1], outputs, list(read_documents(files, outputs))))
        for output in outputs:
            output.foresee(config, files)
        pages = files.documentation_pages()
        if not calls_blog(config, env):
            for file in pages:
                if file.page:
                    file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
            raise _Stop
        self._bars.append(ProgressBar(len(pages), "Rendering pages"))

    def write_no_page(self, _output: str, /, **_: Any) -> str:
        """Count a rendered page, which the host does not write if it is empty."""
        for bar in self._bars:
            bar.advance()
        return ""

    def stop(self, **_: Any) -> None:
        """End the build, also of a site without pages."""
        self.reach_pages()
        raise _Stop

    def close(self) -> None:
        """Remove the progress bar."""
        for bar in self._bars:
            bar.close()


def _write_nothing(_output: str, /, **_: Any) -> str:
    return ""
