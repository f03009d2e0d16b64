"""The heads of lists, as the Jekyll site has them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mkdocs_iroco_blog.host.pages.list_page import Opening
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path
from mkdocs_iroco_blog.jekyll.listing_pages.author_page import without_posts
from mkdocs_iroco_blog.jekyll.rendering import Rendering
from mkdocs_iroco_blog.jekyll.site import JekyllSite, ListingPage
from mkdocs_iroco_blog.jekyll.sources import plain_title


def openings(site: JekyllSite, rendering: Rendering, read: Callable[[str], str]) -> dict[str, Opening]:
    """Return the heads of lists, by their paths: those of the site's listing pages and of its authors.

    `read` returns the text of a file.
    """
    heads = {decode_path(page.document.url): _of_listing(page, rendering, read) for page in site.listings.values()}
    for page in site.authors.pages:
        html = partial(_author_html, page, site, rendering)
        heads[decode_path(page.url)] = Opening(_description(page), html, page.path, partial(read, page.path))
    return heads


def _of_listing(listing: ListingPage, rendering: Rendering, read: Callable[[str], str]) -> Opening:
    document = listing.document
    meta = _description(document)
    if document.titled:
        meta["title"] = plain_title(document.title)
    html = partial(rendering.opening, document, listing.listing.introduction)
    return Opening(meta, html, document.path, partial(read, document.path), names_page=not document.titled)


def _description(document: Document) -> dict[str, str]:
    return {"description": plain_title(str(document.data.get("description") or ""))}


def _author_html(document: Document, site: JekyllSite, rendering: Rendering) -> str:
    name = str(document.data.get("display_name") or document.data.get("name") or document.title)
    return without_posts(rendering.html(document), name, [post.url for post in site.posts])
