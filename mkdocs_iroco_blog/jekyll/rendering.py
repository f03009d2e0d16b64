"""Render documents of a Jekyll site to Markdown for the host, or to HTML: first Liquid, then kramdown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from markdown import Markdown

from mkdocs_iroco_blog.core.findings import Finding

from .documents.document import Document, without_text
from .drops import SiteDrop
from .kramdown import convert, to_markdown
from .liquid import Liquid, LiquidSite
from .markdown import add_required_extensions
from .settings import is_comment
from .site import JekyllSite
from .theme_includes import Fragments, ThemeIncludes, theme_name

_MORE = "<!-- more -->"
_LIQUID = re.compile(r"\{[{%]")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A document's text for the host, and the replacement of each of its links."""

    text: str
    findings: tuple[Finding, ...]
    links: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class ConversionCache:
    """Reuses the conversions of the previous build for documents that have not changed."""

    previous: dict[str, Conversion] = field(default_factory=dict)
    current: dict[str, Conversion] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a build, and drop conversions that the previous one did not use."""
        self.previous, self.current = self.current, {}


class Rendering:
    """Renders the documents of one site in one build.

    `link` gives the host's link for a link in a document. `beside` gives the text of a file for `include_relative`, by
    the path of the page and the name in the tag, or None if there is no such file in the page's folder. A post with a
    key of `locking` shows templates nothing of its text.
    """

    def __init__(
        self, site: JekyllSite, *, now: datetime, link: Callable[[Document, str], str],
        beside: Callable[[str, str], str | None], cache: ConversionCache, fragments: Fragments | None = None,
        locking: Sequence[str] = ("password",),
    ) -> None:  # fmt: skip
        self._site, self._link, self._cache, self._locking = site, link, cache, locking
        self._fragments = fragments.fingerprint if fragments else ""
        self._drop = SiteDrop(
            site.config, tuple(map(self._shown, site.documents())), time=now.astimezone(site.zone), data=site.data,
            static_files=tuple(site.copied), content=self.html, excerpt=self._excerpt,
        )  # fmt: skip
        extensions, configs = add_required_extensions((), {})
        self._markdown = Markdown(extensions=extensions, extension_configs=configs)
        self._liquid = Liquid(LiquidSite(
            values=self._drop, includes=site.includes.get, beside=beside, post_url=site.post_urls().get,
            link=site.urls().get, baseurl=site.config.baseurl, url=site.config.url,
            zone=site.zone, now=now, markdownify=self._markdownify,
            theme_include=ThemeIncludes(fragments, theme_name(site.config.values)),
        ))  # fmt: skip
        self._html: dict[tuple[str, str], str] = {}

    def markdown(self, document: Document) -> Conversion:
        """Convert a document to Markdown for the host. An HTML document stays HTML."""
        body = self._with_separator(document)
        inputs = [body, document.path, document.extension, repr(self._site.config.kramdown)]
        if not document.runs_liquid:
            inputs.append("no Liquid")
        elif _LIQUID.search(body):  # it may use anything of the site
            inputs += [self._site.fingerprint, self._fragments]
        key = hashlib.sha256("\0".join(inputs).encode()).hexdigest()
        conversion = self._cache.previous.get(key) or self._cache.current.get(key)
        if conversion is None or any(self._link(document, link) != target for link, target in conversion.links):
            conversion = self._convert(document, body)
        self._cache.current[key] = conversion
        return conversion

    def text(self, document: Document) -> Conversion:
        """Render a document with Liquid alone."""
        if not document.runs_liquid:
            return Conversion(document.body, ())
        drop, line = self._drop.drop_of(self._shown(document)), document.body_line
        text, findings = self._liquid.render(document.body, drop, source=document.path, first_line=line)
        return Conversion(text, tuple(findings))

    def html(self, document: Document) -> str:
        """A document's HTML as in Jekyll, for templates. Its findings are reported with its page."""
        key = document.path, document.body  # an excerpt is a document of the same path
        if key not in self._html:
            self._html[key] = ""  # for a document that contains itself
            text = self.text(document).text
            self._html[key] = self._markdownify(text) if document.is_markdown else text
        return self._html[key]

    def opening(self, document: Document, text: str) -> str:
        """Convert part of a document to HTML."""
        return self.html(replace(document, body=text))

    def _shown(self, document: Document) -> Document:
        """The document as templates see it."""
        return without_text(document) if document.is_locked(self._locking) else document

    def _convert(self, document: Document, body: str) -> Conversion:
        rendered = self.text(replace(document, body=body))
        if not document.is_markdown:
            return rendered
        links: dict[str, str] = {}

        def link(target: str) -> str:
            links[target] = self._link(document, target)
            return links[target]

        converted = convert(rendered.text, self._site.config.kramdown, source=document.path, link=link)
        return Conversion(converted.markdown, (*rendered.findings, *converted.findings), tuple(links.items()))

    def _excerpt(self, document: Document) -> str:
        separator = self._separator(document)
        excerpt, end, _ = document.body.lstrip().partition(separator) if separator else (document.body, "", "")
        return self.html(replace(document, body=excerpt)) if end else self.html(document)

    def _separator(self, document: Document) -> str:
        return str(document.data.get("excerpt_separator", self._site.config.excerpt_separator))

    def _with_separator(self, document: Document) -> str:
        """The body, with the separator that the blog expects added to another separator of the document."""
        separator, usual = self._separator(document), self._site.config.excerpt_separator
        if not separator.strip() or (separator == usual and is_comment(separator)):
            return document.body
        expected = usual.strip() if is_comment(usual) else _MORE
        return document.body.replace(separator, expected if is_comment(separator) else expected + separator, 1)

    def _markdownify(self, text: str) -> str:
        self._markdown.reset()
        return self._markdown.convert(to_markdown(text, self._site.config.kramdown))
