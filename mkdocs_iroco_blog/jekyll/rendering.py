"""Documents of a Jekyll site as Markdown for the host, or as HTML: Liquid first, then kramdown, as in Jekyll."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from markdown import Markdown

from mkdocs_iroco_blog.core.findings import Finding

from .documents.document import Document
from .drops import SiteDrop, StaticFile
from .kramdown import convert, to_markdown
from .liquid import Liquid, LiquidSite
from .markdown import add_required_extensions
from .settings import is_comment
from .site import JekyllSite

Link = Callable[[Document, str], str]
"""Of a document and a link in its Markdown: what the host is to read there."""
_MORE = "<!-- more -->"
_LIQUID = re.compile(r"\{[{%]")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A document's text for the host."""

    text: str
    findings: tuple[Finding, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Every link that was met, with what stands in its place."""


@dataclass(slots=True)
class Memory:
    """Conversions of the last build, for the next: what has not changed is not converted again."""

    last: dict[str, Conversion] = field(default_factory=dict)
    now: dict[str, Conversion] = field(default_factory=dict)

    def turn(self) -> None:
        """A new build begins: forget what the last one had no use for."""
        self.last, self.now = self.now, {}


class Rendering:
    """Renders the documents of one site in one build.

    `beside` gives the text of a file for `include_relative`, by the path of the page that asks and the name it
    asks for; None where there is none in the page's folder.
    """

    def __init__(
        self, site: JekyllSite, *, now: datetime, link: Link, beside: Callable[[str, str], str | None], memory: Memory
    ) -> None:
        self._site, self._link, self._memory = site, link, memory
        every = tuple(site.documents())
        self._drop = SiteDrop(
            site.config, every, time=now.astimezone(site.zone), data=site.data,
            static_files=[StaticFile(path) for path in site.copied],
            content=self.html, excerpt=self._excerpt, output=self.html,
        )  # fmt: skip
        extensions, configs = add_required_extensions((), {})
        self._markdown = Markdown(extensions=extensions, extension_configs=configs)
        self._liquid = Liquid(LiquidSite(
            values=self._drop, includes=site.includes.get, beside=beside, post_url=site.post_urls().get,
            link=site.urls().get, baseurl=site.config.baseurl, url=site.config.url,
            zone=site.zone, now=now, markdownify=self._markdownify,
        ))  # fmt: skip
        self._html: dict[tuple[str, str], str] = {}

    def markdown(self, document: Document) -> Conversion:
        """A document as Markdown in the host's dialect; of an HTML document, its HTML."""
        body = self._with_separator(document)
        inputs = [body, document.path, document.extension, repr(self._site.config.kramdown)]
        if _LIQUID.search(body):  # which may show anything of the site
            inputs.append(self._site.fingerprint)
        key = hashlib.sha256("\0".join(inputs).encode()).hexdigest()
        known = self._memory.last.get(key) or self._memory.now.get(key)
        if known is None or any(self._link(document, written) != meant for written, meant in known.links):
            known = self._converted(document, body)
        self._memory.now[key] = known
        return known

    def text(self, document: Document) -> Conversion:
        """A document after Liquid alone."""
        text, findings = self._liquid.render(
            document.body, self._drop.drop_of(document), source=document.path, first_line=document.body_line
        )
        return Conversion(text, tuple(findings))

    def html(self, document: Document) -> str:
        """A document's HTML as Jekyll has it, for templates; what is wrong in it is told where it has its page."""
        key = document.path, document.body  # an excerpt is a document of the same path
        if key not in self._html:
            self._html[key] = ""  # for a document that shows itself
            text = self.text(document).text
            self._html[key] = self._markdownify(text) if document.is_markdown else text
        return self._html[key]

    def opening(self, document: Document, text: str) -> str:
        """A piece of a document as HTML."""
        return self.html(replace(document, body=text))

    def _converted(self, document: Document, body: str) -> Conversion:
        rendered = self.text(replace(document, body=body))
        if not document.is_markdown:
            return rendered
        links: dict[str, str] = {}

        def link(written: str) -> str:
            links[written] = self._link(document, written)
            return links[written]

        converted = convert(rendered.text, self._site.config.kramdown, source=document.path, link=link)
        return Conversion(converted.markdown, (*rendered.findings, *converted.findings), tuple(links.items()))

    def _excerpt(self, document: Document) -> str:
        written = document.data.get("excerpt")
        if isinstance(written, str):
            return written
        separator = self._separator(document)
        head, found, _ = document.body.lstrip().partition(separator) if separator else (document.body, "", "")
        return self.html(replace(document, body=head)) if found else self.html(document)

    def _separator(self, document: Document) -> str:
        return str(document.data.get("excerpt_separator", self._site.config.excerpt_separator))

    def _with_separator(self, document: Document) -> str:
        """The body, with the mark that ends the excerpt where a text does that which the blog does not look for."""
        separator, usual = self._separator(document), self._site.config.excerpt_separator
        if not separator.strip() or (separator == usual and is_comment(separator)):
            return document.body
        mark = usual.strip() if is_comment(usual) else _MORE
        return document.body.replace(separator, mark if is_comment(separator) else mark + separator, 1)

    def _markdownify(self, text: str) -> str:
        self._markdown.reset()
        return self._markdown.convert(to_markdown(text, self._site.config.kramdown))
