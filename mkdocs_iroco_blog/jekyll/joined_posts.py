"""Posts of the docs folder that join the blog of a Jekyll site.

They have the addresses and feed ids that Jekyll gives to a file of the same name in `_posts`, so that a post that has
moved keeps its own. Templates see them among the site's posts.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment, split_file_name
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.messages.beside import LIQUID_IN_DOCS, SAME_NAME, WORDS_OF_JEKYLL
from mkdocs_iroco_blog.core.messages.jekyll import INVALID_PERMALINK
from mkdocs_iroco_blog.core.model import Author, Post, Source, State
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.posts.prose import prose_lines
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory

from .config.defaults import NOTHING, defaults_for
from .documents.addresses import AddressParts, document_address, output_extension
from .documents.document import Document
from .documents.file_kinds import Kind
from .documents.permalinks import decode_path, listed_placeholders, output_path
from .documents.terms import categories_of, tags_of, text_of
from .feeds import entry_id
from .site import JekyllSite
from .sources import author_keys

_EXTENSION = ".html"
_LIQUID = re.compile(
    r"\{\{-?\s*(?:site|page)\.[^{}]*\}\}|"
    r"\{%-?\s*(?:include|link|post_url|assign|for|if|raw|highlight)(?![\w-])[^{}]*%\}"
)
"""Liquid that means something in a Jekyll site alone."""
_MERGED = ("description", "avatar", "url", "email", "fediverse", "links", "meta")


@dataclass(frozen=True, slots=True)
class JoinedPost:
    """A post of the docs folder, with its address in the Jekyll site."""

    post: Post
    document: Document
    """The post as templates see it."""
    findings: tuple[Finding, ...]


def join_post(post: Post, place: str, site: JekyllSite, others: Mapping[str, Document]) -> JoinedPost:
    """Give a post the address and the feed id that Jekyll gives to the file at `place`, below `_posts`.

    `others` has the posts of the Jekyll site by their paths.
    """
    path = _dated(place, post.published.instant)
    namesake = others.get(path)
    slug = _slug(post, split_file_name(posixpath.splitext(posixpath.basename(path))[0])[1])
    url, findings = _address(post, path, slug, site)
    document = _document(post, path, slug, url, site)
    guid = post.guid or entry_id(document, site) or ""
    findings = [*findings, *_word_findings(post)]
    post = replace(post, path=decode_path(url), guid=guid)
    if namesake and post.state is State.PUBLISHED and decode_path(namesake.url) != post.path:
        document = replace(document, path=post.source, relative_path=post.source)  # templates know posts by their paths
        values = {"other": path, "address": displayed(post.path), "theirs": displayed(decode_path(namesake.url))}
        findings.append(SAME_NAME(post.source, None, **values))
    return JoinedPost(post, document, tuple(findings))


def _word_findings(post: Post) -> Iterator[Finding]:
    """Report terms that the Jekyll site reads otherwise: it splits a text into words."""
    for key in ("categories", "tags"):
        text = post.meta.get(key)
        if isinstance(text, str) and "," not in text and len(words := text.split()) > 1:
            line = post.lines.get(key)
            yield WORDS_OF_JEKYLL(post.source, line, key=key, text=" ".join(words), words=", ".join(words))


def liquid_findings(post: Post, first: int) -> list[Finding]:
    """Report Liquid in a post's text. `first` is the line of the file that the text begins on."""
    rows = prose_lines(post.body) if "{" in post.body else ()
    tags = {match[0]: number + first for number, row in rows for match in _LIQUID.finditer(row)}
    listed = ", ".join(f"`{tag}`" for tag in list(tags)[:3])
    return [LIQUID_IN_DOCS(post.source, min(tags.values()), tags=listed)] if tags else []


def _dated(place: str, published: datetime) -> str:
    """Return the path of a file of `_posts` with its date in the name, where Jekyll wants it."""
    folder, name = posixpath.split(place)
    in_name, _ = split_file_name(posixpath.splitext(name)[0])
    return place if in_name else posixpath.join(folder, f"{published:%Y-%m-%d}-{name}")


def _slug(post: Post, name: str) -> str:
    slug = post.meta.get("slug")
    return name.rstrip(".") if slug in (None, False, "") else text_of(slug)


def _address(post: Post, path: str, slug: str, site: JekyllSite) -> tuple[str, list[Finding]]:
    """Return a post's address as Jekyll writes it, and a Problem if its permalink is invalid."""
    if "url" in post.lines:  # Hugo's key for a whole address
        return f"/{post.path}" if post.path.endswith(_EXTENSION) else f"/{post.path}/".replace("//", "/"), []
    default = defaults_for(site.config, path, "posts").raw.get("permalink")
    permalink = next((it for it in (post.meta.get("permalink"), default) if isinstance(it, str) and it.strip()), None)
    extension = output_extension(site.config, _EXTENSION, permalink)
    moment = _moment(post.published, site).instant
    parts = AddressParts(path, "posts", slug, post.categories, extension, moment)
    try:
        return document_address(parts, site.config, permalink), []
    except ValueError as error:
        fault, hint = f"`permalink: {permalink}` {error}.", f"Use {listed_placeholders()}."
        finding = INVALID_PERMALINK(post.source, post.lines.get("permalink"), fault=fault, hint=hint)
        return document_address(parts, site.config, None), [finding]


def _moment(moment: Moment, site: JekyllSite) -> Moment:
    return replace(moment, instant=moment.instant.astimezone(site.zone)) if moment.has_time else moment


def _document(post: Post, path: str, slug: str, url: str, site: JekyllSite) -> Document:
    """Return a post as a document of `_posts`. Its text is Markdown without Liquid."""
    date, is_published = _moment(post.published, site), post.state is State.PUBLISHED
    data: dict[str, Any] = {
        **post.meta, "title": post.title, "date": date.instant, "slug": slug, "ext": ".md",
        "categories": list(post.categories), "tags": list(post.tags), "draft": not is_published,
        "render_with_liquid": False,
    }  # fmt: skip
    raw = {key: text_of(value) for key, value in post.meta.items() if not isinstance(value, list | dict)}
    if post.unlisted:
        raw["private"] = "true"  # so that no template lists it
    return Document(
        path=path, relative_path=path, kind=Kind.POST if is_published else Kind.DRAFT, collection="posts",
        front=FrontMatter(post.meta, raw, post.lines, post.body), data=data, body=post.body, title=post.title,
        titled=post.title_written, categories=post.categories, tags=tuple(post.tags), date=date, slug=slug,
        extension=".md", output_extension=_EXTENSION, url=url, output_path=output_path(url, _EXTENSION),
        published=not post.unlisted,
    )  # fmt: skip


def with_joined(site: JekyllSite, documents: Sequence[Document]) -> JekyllSite:
    """Return a site with these posts as well. Of two posts with one address, they are the ones that are built."""
    if not documents:
        return site
    addresses, paths = {decode_path(it.url) for it in documents}, {it.path for it in documents}
    posts = [post for post in site.posts if post.path not in paths and decode_path(post.url) not in addresses]
    digest = hashlib.sha256()
    for document in documents:
        digest.update(repr((document.url, document.kind, document.published, document.data, document.body)).encode())
    return replace(site, posts=(*posts, *documents), fingerprint=f"{site.fingerprint} {digest.hexdigest()}")


def joined_source(source: Source, site: JekyllSite, docs: AuthorDirectory) -> Source:
    """Return a source with what the Jekyll site's `defaults` say of it, and authors by their keys."""
    front = source.front or read_front_matter(source.path, source.data)
    if not isinstance(front, FrontMatter):
        return replace(source, front=front)
    defaults = (_defaults(source, front, site), *source.defaults)
    return _with_author_keys(replace(source, front=front, defaults=defaults), site, docs)


def _defaults(source: Source, front: FrontMatter, site: JekyllSite) -> FrontMatter:
    """Return the `defaults` that decide who wrote a post and where it is listed.

    As in Jekyll, the post's own authors and tags take their place, and its categories are added to them.
    """
    defaults = defaults_for(site.config, source.jekyll_path, "posts")
    given = {key for layer in (front, *source.defaults) for key in layer.raw}
    values: dict[str, Any] = {key: defaults.raw[key] for key in ("comments", "lang") if key in defaults.raw}
    if not {"author", "authors"} & given:
        values |= {key: defaults.raw[key] for key in ("author", "authors") if key in defaults.raw}
    if not {"tag", "tags"} & given and (tags := list(map(text_of, tags_of(defaults.meta)))):
        values["tags"] = tags
    if categories := list(filter(None, categories_of((), defaults.meta))):
        values["category" if isinstance(front.raw.get("categories"), str) else "categories"] = categories
    return replace(NOTHING, meta=values, raw=values, places=defaults.places)


def _with_author_keys(source: Source, site: JekyllSite, docs: AuthorDirectory) -> Source:
    """Replace the names that the Jekyll site has for authors by their keys; those of the docs folder come first."""
    known = {name.strip().casefold() for key, author in docs.by_key.items() for name in (key, author.name)}
    aliases = {name: key for name, key in site.authors.aliases.items() if name not in known}
    return replace(
        source, front=_with_keys(source.front, aliases) if isinstance(source.front, FrontMatter) else source.front,
        defaults=tuple(_with_keys(defaults, aliases) for defaults in source.defaults),
    )  # fmt: skip


def _with_keys(front: FrontMatter, aliases: Mapping[str, str]) -> FrontMatter:
    keys = {"author", "authors"} & front.raw.keys()
    return replace(front, raw={**front.raw, **{key: author_keys(front.raw[key], aliases) for key in keys}})


def join_directories(jekyll: AuthorDirectory, docs: AuthorDirectory) -> AuthorDirectory:
    """Return the authors of both. What the docs folder says about an author wins, and the author's address stays."""
    joined = {key: _joined_author(jekyll.by_key.get(key), author) for key, author in docs.by_key.items()}
    return AuthorDirectory({**jekyll.by_key, **joined}, docs.place or jekyll.place)


def _joined_author(before: Author | None, author: Author) -> Author:
    if before is None:
        return author
    values: dict[str, Any] = {name: getattr(author, name) or getattr(before, name) for name in _MERGED}
    values["name"] = before.name if author.name == author.key else author.name
    values["slug"] = before.slug if author.slug == author.key else author.slug
    return replace(author, **values, place=author.place if author.avatar else before.place)
