"""Pictures without alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_iroco_blog.cli.check.documents import Document
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import check as messages
from mkdocs_iroco_blog.core.posts.prose import pictures_without_alt


def missing_alt_texts(documents: Iterable[Document]) -> Iterator[Finding]:
    """Report each picture in Markdown without a text, and each in HTML without `alt`. `alt=""` is a decision."""
    for document in documents:
        if "<img" in document.html:
            for number, picture in pictures_without_alt(document.text):
                yield messages.NO_ALT_TEXT(document.source, number + 1, picture=picture, draft=document.is_draft)
