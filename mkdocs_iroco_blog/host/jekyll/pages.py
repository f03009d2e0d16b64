"""Pages of a Jekyll site for the host: their Markdown comes out of Liquid and kramdown, their HTML as it is."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Post, anchor_of
from mkdocs_iroco_blog.host.pages.files import BlogFile
from mkdocs_iroco_blog.host.pages.mermaid import with_diagrams
from mkdocs_iroco_blog.host.pages.pages import PostPage, shown
from mkdocs_iroco_blog.host.pages.theme import colours_in_browser
from mkdocs_iroco_blog.host.pages.toc import below_heading, of_html
from mkdocs_iroco_blog.host.report import report
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.markdown import add_required_extensions
from mkdocs_iroco_blog.jekyll.rendering import Rendering
from mkdocs_iroco_blog.jekyll.sources import plain_title, theme_meta


class JekyllFile(BlogFile):
    """A page's file: HTML with front matter is one, too."""

    def is_documentation_page(self) -> bool:
        """Always."""
        return True


class StaticFile(BlogFile):
    """A file that is copied as it is, Markdown without front matter too, wherever it has changed."""

    def is_documentation_page(self) -> bool:
        """Never."""
        return False

    def is_modified(self) -> bool:
        """As the host has it."""
        return File.is_modified(self)


class TemplateFile(StaticFile):
    """A file that is rendered through Liquid when the host copies it: every post is converted by then."""

    render: Callable[[], str]

    def is_modified(self) -> bool:
        """Always: it may show any post."""
        return True

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - the host's own
        """Write what Liquid makes of it."""
        self._content = self.render()
        super().copy_file(dirty)


@dataclass(slots=True)
class Conversions:
    """What the pages of one build share: the site's rendering, the extensions that kramdown needs, what was found."""

    rendering: Rendering
    config: MkDocsConfig
    mermaid: str | None
    findings: list[Finding]
    _extended: MkDocsConfig | None = None

    def text(self, document: Document) -> str:
        """A document's Markdown or HTML; what was wrong with it is kept."""
        conversion = self.rendering.markdown(document)
        self.findings += conversion.findings
        return conversion.text

    def template(self, document: Document) -> str:
        """What Liquid makes of a file that is no page; what is wrong is told at once, for the build is almost over."""
        conversion = self.rendering.text(document)
        report(conversion.findings)
        return conversion.text

    def extended(self) -> MkDocsConfig:
        """The configuration with every Markdown extension that kramdown needs and the site lacks."""
        if self._extended is None:
            extended = copy.copy(self.config)
            extensions, configs = add_required_extensions(
                self.config.markdown_extensions, self.config.mdx_configs,
                coloured_in_browser=colours_in_browser(self.config),
            )  # fmt: skip
            extended.data = {**self.config.data, "markdown_extensions": extensions}
            extended.data["mdx_configs"] = with_diagrams(extensions, configs, self.config, script=self.mermaid)
            self._extended = extended
        return self._extended


def render(page: Page, document: Document, conversions: Conversions, files: Files) -> None:
    """Convert a page, if it is Markdown; an HTML page is its own content."""
    if document.is_markdown:
        convert = page.convert if isinstance(page, PostPage) else Page.render
        convert(page, conversions.extended(), files)
    else:
        page.content = page.markdown
        page.toc, page.present_anchor_ids = of_html(page.markdown or "")


class JekyllPost(PostPage):
    """A post as Jekyll reads it."""

    def __init__(
        self, post: Post, file: File, config: MkDocsConfig, document: Document, conversions: Conversions
    ) -> None:
        super().__init__(post, file, config)
        self._document, self._conversions = document, conversions

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the source through Liquid and kramdown."""
        super().read_source(config)
        self.meta.setdefault("render_macros", False)  # the plugin macros would take what Liquid left for its own
        self.markdown = self._conversions.text(self._document)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the post."""
        render(self, self._document, self._conversions, files)


class JekyllPage(Page):
    """A page that is no post."""

    def __init__(self, document: Document, file: File, config: MkDocsConfig, conversions: Conversions) -> None:
        super().__init__(shown(plain_title(document.title)) if document.title else None, file, config)
        self.document, self._conversions = document, conversions
        self.hidden = document.output_path == "404.html"
        """A page for those who looked for another: nothing leads to it."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take the source through Liquid and kramdown."""
        self.meta = {"render_macros": False, **theme_meta(self.document)}
        for key in ("title", "description"):
            if key in self.meta:
                self.meta[key] = shown(plain_title(str(self.meta[key] or "")))
        if self.hidden:
            self.meta["search"] = {"exclude": True}
        self.markdown = self._conversions.text(self.document)

    def settle_heading(self) -> None:
        """Show the title above a page that has no heading of its own, as Jekyll's layouts do."""
        title = plain_title(self.document.title)
        if title and "<h1" not in (self.content or ""):
            anchor = anchor_of(self.url)
            self.content = f'<h1 id="{anchor}">{shown(title)}</h1>\n{self.content}'
            self.toc = below_heading(title, anchor, self.toc)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the page."""
        render(self, self.document, self._conversions, files)
