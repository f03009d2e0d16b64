"""Describe a page in JSON-LD, in the vocabulary of schema.org.

A post always has a headline, both dates, an author, a picture, and the page that it is the main entity of. The author
defaults to the site as an organization. The picture defaults to the author's, then the site's, then the site's icon.
All URLs are whole, so there is no JSON-LD without the site's address. For "replaced by", schema.org has no word, so
the one of Dublin Core is used.

https://developers.google.com/search/docs/appearance/structured-data/article
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from mkdocs_iroco_blog.core.site import Site

from .tags import TERMS
from .values import PageMetadata, Person, Picture, SeriesLink

Node = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def structured_data(page: PageMetadata, site: Site) -> str:
    """Make a page's JSON-LD, safe to put into a `<script>`. Return "" if the site's address is unknown."""
    if not site.root_url:
        return ""
    graph = [_NODES[page.kind](page, site), *_breadcrumb(page)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return _encode(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _post(page: PageMetadata, site: Site) -> Node:
    return _filled({
        "@type": "BlogPosting", "headline": page.title, "description": page.description, "url": page.canonical,
        "mainEntityOfPage": {"@type": "WebPage", "@id": page.canonical},
        "datePublished": page.published, "dateModified": page.modified,
        "author": [_person(author) for author in page.authors] or [_organization(site, site.author)],
        "publisher": _organization(site), "image": _picture(page.image) or site.icon, "inLanguage": page.lang,
        "articleSection": list(page.sections), "keywords": list(page.tags),
        "timeRequired": f"PT{page.minutes}M" if page.minutes else "",
        "isPartOf": [_blog(site), *map(_series, page.series)] if page.series else _blog(site),
        "position": next((series.number for series in page.series), 0), "license": _license(page.license),
        "creativeWorkStatus": "Obsolete" if page.replaced_by else "",
        f"{TERMS}isReplacedBy": {"@id": page.replaced_by} if page.replaced_by else "",
        f"{TERMS}replaces": [{"@id": url} for url in page.replaces],
    })  # fmt: skip


def _index(page: PageMetadata, site: Site) -> Node:
    return _filled({
        **_blog(site), "description": page.description, "url": page.canonical, "image": _picture(page.image),
        "dateModified": page.modified, "inLanguage": page.lang, "publisher": _organization(site),
    })  # fmt: skip


def _profile(page: PageMetadata, site: Site) -> Node:
    """https://developers.google.com/search/docs/appearance/structured-data/profile-page."""
    [owner] = page.authors
    return {**_list(page, site), "@type": "ProfilePage", "mainEntity": {**_person(owner), "url": page.canonical}}


def _list(page: PageMetadata, site: Site) -> Node:
    return _filled({
        "@type": "CollectionPage", "name": page.title, "description": page.description, "url": page.canonical,
        "dateModified": page.modified, "inLanguage": page.lang, "isPartOf": _blog(site),
        "mainEntity": {**_series(page.series[0]), "hasPart": [*map(_part, page.parts)]} if page.parts else "",
    })  # fmt: skip


def _series(series: SeriesLink) -> Node:
    """https://schema.org/CreativeWorkSeries ."""
    place = {"@id": f"{series.url}#series", "url": series.url} if series.url else {}
    return {"@type": "CreativeWorkSeries", **place, "name": series.name}


def _part(part: SeriesLink) -> Node:
    return {"@type": "BlogPosting", "headline": part.name, "url": part.url, "position": part.number}


_NODES = {"post": _post, "index": _index, "profile": _profile, "list": _list}


def _blog(site: Site) -> Node:
    url = site.absolute_url(site.index_url)
    return {"@type": "Blog", "@id": f"{url}#blog", "name": site.blog_name, "url": url}


def _organization(site: Site, name: str = "") -> Node:
    logo = site.image or site.icon
    return _filled({"@type": "Organization", "name": name or site.name, "url": site.root_url, "logo": logo})


@lru_cache(maxsize=64)
def _person(person: Person) -> Node:
    return _filled({
        "@type": "Person", "name": person.name, "description": person.description, "url": person.url,
        "image": person.image, "sameAs": list(person.links),
    })  # fmt: skip


def _picture(picture: Picture | None) -> Node | str:
    """Make a node, or the URL alone if nothing else is known."""
    if picture is None:
        return ""
    more = _filled({
        "caption": picture.caption or picture.alt, "width": picture.width, "height": picture.height,
        "creditText": picture.credit,
    })  # fmt: skip
    return {"@type": "ImageObject", "url": picture.url, **more} if more else picture.url


def _license(licence: str) -> Node | str:
    """Make a node of a name. An address stands for itself."""
    is_address = not licence or licence.startswith(("http:", "https:"))
    return licence if is_address else {"@type": "CreativeWork", "name": licence}


def _breadcrumb(page: PageMetadata) -> list[Node]:
    """List the pages from the site's home page to this one."""
    if len(page.trail) < 2:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": crumb.name, "item": crumb.url}
        for position, crumb in enumerate(page.trail, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
