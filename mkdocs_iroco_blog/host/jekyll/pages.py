"""Pages of a Jekyll site for the host. Their Markdown is rendered by Liquid and kramdown, their HTML by Liquid."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.anchors import anchor_of
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.body import mend_root_links
from mkdocs_iroco_blog.core.html.malformed_links import malformed_link_problem, malformed_links
from mkdocs_iroco_blog.core.html.root_links import root_link_findings
from mkdocs_iroco_blog.core.messages.jekyll import EMPTY_PAGE
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.host.pages.files import BlogFile, FileIndex, source_text
from mkdocs_iroco_blog.host.pages.mermaid import with_diagrams
from mkdocs_iroco_blog.host.pages.page import (
    AddressedPage,
    as_markup,
    convert_written,
    lenient_links,
    set_content,
    without_markup,
)
from mkdocs_iroco_blog.host.pages.post_page import Convert, PostPage
from mkdocs_iroco_blog.host.pages.theme import colours_in_browser
from mkdocs_iroco_blog.host.pages.toc import below_heading, toc_of_html
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.markdown import add_required_extensions
from mkdocs_iroco_blog.jekyll.rendering import Rendering
from mkdocs_iroco_blog.jekyll.sources import plain_title, theme_meta

from .maths import has_maths


class JekyllFile(BlogFile):
    """A page's file: Markdown, or HTML with front matter."""

    def is_documentation_page(self) -> bool:
        """Return true."""
        return True


class StaticFile(BlogFile):
    """A file that is copied as it is, if it has changed: Markdown without front matter, too."""

    is_modified = File.is_modified

    def is_documentation_page(self) -> bool:
        """Return false."""
        return False


class TemplateFile(StaticFile):
    """A file that Liquid renders, when every page is converted."""

    text = ""
    is_modified = BlogFile.is_modified  # it may show any post

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - the host's own
        """Write the rendered text."""
        self._content = self.text
        super().copy_file(dirty)


@dataclass(slots=True)
class Conversions:
    """Renders the documents of one build, and collects their findings."""

    rendering: Rendering
    config: MkDocsConfig
    mermaid: str | None
    findings: list[Finding]
    with_maths: list[Document] = field(default_factory=list)
    """Pages with maths."""
    _extended: MkDocsConfig | None = None

    def text(self, document: Document) -> str:
        """Return a document's Markdown or HTML, and collect its findings."""
        conversion = self.rendering.markdown(document)
        self.findings += conversion.findings
        return conversion.text

    def extended(self) -> MkDocsConfig:
        """Return the configuration, with every Markdown extension that kramdown needs and the site lacks."""
        if self._extended is None:
            config, self._extended = self.config, copy.copy(self.config)
            extensions, configs = add_required_extensions(
                config.markdown_extensions, config.mdx_configs, coloured_in_browser=colours_in_browser(config)
            )
            configs = with_diagrams(extensions, configs, config, script=self.mermaid)
            self._extended.data = {**config.data, "markdown_extensions": extensions, "mdx_configs": configs}
        return self._extended


def _render(page: Page, document: Document, conversions: Conversions, files: Files, convert: Convert) -> None:
    """Convert a page, if it is Markdown. An HTML page is its own content."""
    if document.is_markdown:
        with lenient_links(from_root=True):
            convert(page, conversions.extended(), files)
        if has_maths(page.content or ""):
            conversions.with_maths.append(document)
    else:
        html = page.markdown or ""
        toc, page.present_anchor_ids = toc_of_html(html)
        set_content(page, html, toc)


class JekyllPost(PostPage):
    """A post of a Jekyll site."""

    def __init__(
        self,
        post: Post,
        file: File,
        config: MkDocsConfig,
        convert: Convert,
        document: Document,
        conversions: Conversions,
    ) -> None:
        super().__init__(post, file, config, convert=convert)
        self._document, self._conversions = document, conversions

    def read_source(self, config: MkDocsConfig) -> None:
        """Render the source by Liquid and kramdown."""
        super().read_source(config)
        self.meta.setdefault("render_macros", False)  # the plugin macros would run the Liquid that is left in code
        self.markdown = self._written = self._conversions.text(self._document)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the post."""
        convert = partial(_render, self, self._document, self._conversions, files, self._convert)
        self.rendered = convert_written(self, self._written, convert)


class JekyllPage(AddressedPage):
    """A page of a Jekyll site that is no post."""

    def __init__(self, document: Document, file: File, config: MkDocsConfig, conversions: Conversions) -> None:
        super().__init__(as_markup(plain_title(document.title)) if document.title else None, file, config)
        self.edit_url = without_markup(self.edit_url)  # the file's name is in it
        self.document, self._conversions = document, conversions
        self.hidden = document.output_path == "404.html"
        """Whether search, the sitemap and the navigation exclude the page: nothing leads to an error page."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Render the source by Liquid and kramdown."""
        values = theme_meta(self.document)
        self.meta = {"render_macros": False, **without_markup(values)}
        for key in ("title", "description"):
            if key in values:
                self.meta[key] = as_markup(plain_title(str(values[key] or "")))
        if self.hidden:
            self.meta["search"] = {"exclude": True}
        self.markdown = self._conversions.text(self.document)

    def finish(self, index: FileIndex, absolute_links: int) -> list[Finding]:
        """Give the page its heading and relative links, when every page is converted. Return what is wrong with links.

        `absolute_links` is the host's level for links from the root.
        """
        content, path = self.content or "", self.document.path
        findings = [
            malformed_link_problem(path, address, source_text(self.file)) for address in malformed_links(content)
        ]
        content = mend_root_links(content, self.url, index)
        findings += root_link_findings(path, content, partial(source_text, self.file), absolute_links)
        set_content(self, content)
        self._settle_heading()
        return findings

    def _settle_heading(self) -> None:
        """Put the title above a page without a heading, as Jekyll's layouts do."""
        title = plain_title(self.document.title)
        if title and "<h1" not in (self.content or ""):
            anchor = anchor_of(self.url)
            html = f'<h1 id="{anchor}">{as_markup(title)}</h1>\n{self.content}'
            set_content(self, html, below_heading(title, anchor, self.toc))

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Convert the page."""
        _render(self, self.document, self._conversions, files, Page.render)


def empty_page(document: Document) -> Finding:
    """Return a Note for a page without text."""
    reason = f": its content comes from the layout `{document.layout}`, and layouts are not run"
    return EMPTY_PAGE(document.path, reason=reason if document.layout else "")
