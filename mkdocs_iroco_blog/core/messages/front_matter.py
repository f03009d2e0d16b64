"""1xx: front matter and the text of posts."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front

NO_DATE = Message(
    "IB101", Level.ERROR,
    "The post has no date, so it gets no page.",
    "Add `date: {today}` to its front matter, between two lines of `---`.",
    example=front("title: A quiet morning"),
    mended=front("title: A quiet morning\ndate: 2026-11-01"),
)  # fmt: skip
