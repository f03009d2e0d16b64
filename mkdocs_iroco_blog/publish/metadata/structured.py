"""What a page is, in the words of schema.org: one script of JSON-LD.

A post always has a headline, both dates, an author, a picture and the page it is the main thing of. Where nobody is
named, the author is the site as an organization; where neither the post nor its author nor the site has a picture,
it is the site's icon. Without the site's address nothing can be said: here every address is whole.

https://developers.google.com/search/docs/appearance/structured-data/article
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .values import PageMetadata, Person, Picture, Publication

Node = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def structured_data(page: PageMetadata, about: Publication) -> str:
    """The page's JSON-LD, for a `<script>` as it is: nothing in it ends one. Empty without the site's address."""
    if not about.site_url:
        return ""
    graph = [_NODES[page.kind](page, about), *_breadcrumb(page)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return _encode(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _post(page: PageMetadata, about: Publication) -> Node:
    return _said({
        "@type": "BlogPosting",
        "headline": page.title,
        "description": page.description,
        "url": page.canonical,
        "mainEntityOfPage": {"@type": "WebPage", "@id": page.canonical},
        "datePublished": page.published,
        "dateModified": page.modified,
        "author": [_person(author) for author in page.authors] or [_site(about, about.site_author)],
        "publisher": _site(about),
        "image": _picture(page.image) or about.icon,
        "inLanguage": page.lang,
        "articleSection": list(page.sections),
        "keywords": list(page.tags),
        "timeRequired": f"PT{page.minutes}M" if page.minutes else "",
        "isPartOf": _blog(about),
    })  # fmt: skip


def _index(page: PageMetadata, about: Publication) -> Node:
    return _said({
        **_blog(about),
        "description": page.description,
        "url": page.canonical,
        "image": _picture(page.image),
        "dateModified": page.modified,
        "inLanguage": page.lang,
        "publisher": _site(about),
    })  # fmt: skip


def _profile(page: PageMetadata, about: Publication) -> Node:
    """https://developers.google.com/search/docs/appearance/structured-data/profile-page."""
    [owner] = page.authors
    return {**_list(page, about), "@type": "ProfilePage", "mainEntity": {**_person(owner), "url": page.canonical}}


def _list(page: PageMetadata, about: Publication) -> Node:
    return _said({
        "@type": "CollectionPage",
        "name": page.title,
        "description": page.description,
        "url": page.canonical,
        "dateModified": page.modified,
        "inLanguage": page.lang,
        "isPartOf": _blog(about),
    })  # fmt: skip


_NODES = {"post": _post, "index": _index, "profile": _profile, "list": _list}


def _blog(about: Publication) -> Node:
    url = about.absolute(about.index)
    return {"@type": "Blog", "@id": f"{url}#blog", "name": about.name, "url": url}


def _site(about: Publication, name: str = "") -> Node:
    logo = about.image.url if about.image else about.icon
    return _said({"@type": "Organization", "name": name or about.site_name, "url": about.site_url, "logo": logo})


@lru_cache(maxsize=64)
def _person(person: Person) -> Node:
    return _said({
        "@type": "Person",
        "name": person.name,
        "description": person.description,
        "url": person.url,
        "image": person.image,
        "sameAs": list(person.links),
    })  # fmt: skip


def _picture(picture: Picture | None) -> Node | str:
    """An address alone, unless more is known."""
    if picture is None:
        return ""
    more = _said({"caption": picture.alt, "width": picture.width, "height": picture.height})
    return {"@type": "ImageObject", "url": picture.url, **more} if more else picture.url


def _breadcrumb(page: PageMetadata) -> list[Node]:
    """The way from the site's root, where there is one."""
    if len(page.trail) < 2:
        return []
    items = [
        {"@type": "ListItem", "position": at, "name": crumb.name, "item": crumb.url}
        for at, crumb in enumerate(page.trail, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _said(node: Mapping[str, Any]) -> Node:
    """Without what is empty."""
    return {name: value for name, value in node.items() if value}
