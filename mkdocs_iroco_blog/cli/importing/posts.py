"""Writes the posts of the new site."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path

from .addresses import Addressed, AddressPlan, plan_addresses
from .fields import post_fields, post_title
from .front_matter import write_front_matter
from .new_site import NewSite, comments_of
from .old_site import OldSite
from .places import Places
from .text.extensions import Converter
from .text.texts import Text, lower_headings


def address_posts(old: OldSite, places: Places) -> AddressPlan:
    """Choose the options and fields that give all posts their addresses."""
    translator = old.build.pages.translator
    return plan_addresses([_addressed(post, old, places) for post in old.site.posts], translator.locale)


def _addressed(post: Document, old: OldSite, places: Places) -> Addressed:
    moment = post.date.instant.astimezone(old.site.zone) if post.date else old.build.pages.today
    stem = posixpath.splitext(posixpath.basename(places.by_document[post.path]))[0]
    return Addressed(decode_path(post.url), moment, post_title(post), post.categories, stem)


def write_posts(
    new: NewSite, old: OldSite, places: Places, texts: Mapping[str, Text], plan: AddressPlan, ids: Mapping[str, str],
    converter: Converter,
) -> None:  # fmt: skip
    """Write every post. `ids` has the ids of feed entries that a post needs, by the posts' paths."""
    unread: Counter[str] = Counter()
    for post, address in zip(old.site.posts, plan.fields, strict=True):
        is_draft, text = post.kind is Kind.DRAFT, texts[post.path]
        more: dict[str, Any] = {} if is_draft else {**address, "guid": ids.get(post.path)}
        lowered = lower_headings(text.markdown, post_title(post), converter)
        more["draft"] = True if post in old.site.replaced else None
        fields = post_fields(post, old.site, {**more, "layout": "post" if lowered is None else None})
        values = {**fields.values, **_plain_excerpt(fields.values, converter)}
        unread.update(list(fields.unread))
        comments = [*fields.comments, *comments_of(problems(text.findings))]
        new.write(
            f"docs/{places.by_document[post.path]}",
            write_front_matter(values, comments) + (lowered or text.markdown),
        )
        report_text(new, post, text)
    for key, number in sorted(unread.items()):
        posts = "1 post" if number == 1 else f"{number} posts"
        what = f"`{key}` in the front matter of {posts} means nothing to the blog. It is a comment there."
        new.lose("_posts", what, is_commented=True)


def _plain_excerpt(values: Mapping[str, Any], converter: Converter) -> dict[str, str]:
    """Return the excerpt without the paragraph around it, if it reads the same as Markdown."""
    excerpt = str(values.get("excerpt", ""))
    plain = excerpt.removeprefix("<p>").removesuffix("</p>").strip()
    is_same = plain != excerpt and converter.tree(plain) == converter.tree(excerpt)
    return {"excerpt": plain} if is_same else {}


def report_text(new: NewSite, document: Document, text: Text) -> None:
    """Note everything in a text that is not kept."""
    for finding in problems(text.findings):
        new.lose(document.path, finding.sentences, is_commented=True)
    if not text.faithful:
        new.lose(document.path, "Its HTML may look different as part of a Markdown file.")


def problems(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that tell of something lost."""
    return [finding for finding in findings if finding.is_problem]
