"""Files of a Jekyll site that are no pages, and that Liquid renders when every page is converted."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import LIQUID_FILE, LIQUID_TAG
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.feeds import feed_kind
from mkdocs_iroco_blog.jekyll.rendering import Rendering

from .pages import TemplateFile
from .places import Places


class Templates:
    """The templates of one build."""

    def __init__(self, places: Places, findings: list[Finding]) -> None:
        """`findings` gets a finding for whatever is wrong in a template."""
        self._places, self._findings = places, findings
        self._files: list[tuple[Document, TemplateFile]] = []
        self.lost_feeds: dict[str, str] = {}
        """The addresses of feeds that are not written, with their kinds."""

    def place(self, documents: Iterable[Document]) -> None:
        """Put templates into their places."""
        for document in documents:
            file = self._places.file(TemplateFile, document.path, document.output_path)
            if self._places.add(file, document.path, document.front.lines.get("permalink")):
                self._files.append((document, file))

    def finish(self, rendering: Rendering) -> None:
        """Render the templates."""
        for document, file in self._files:
            self._finish(document, file, rendering)

    def _finish(self, document: Document, file: TemplateFile, rendering: Rendering) -> None:
        """Render a template. If a tag stays in it as it is written, the file is not."""
        conversion = rendering.text(document)
        faults = [finding for finding in conversion.findings if finding.code == LIQUID_TAG.code]
        if not faults:
            self._findings += conversion.findings
            file.text = conversion.text
            return
        self._places.remove(file)
        effect = "So the file is not written."
        if kind := feed_kind(document):
            self.lost_feeds[document.output_path], effect = kind, "So a feed of the blog takes its place."
        for item in faults:
            self._findings.append(LIQUID_FILE(item.source, item.line, fault=item.what, effect=effect, hint=item.hint))
