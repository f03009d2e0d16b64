"""What pages say of themselves, as search engines, social networks and other programs read it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import extruct

from tests.hosts.built import Site

ONCE = frozenset({
    "description", "author", "robots", "canonical", "prev", "next", "og:type", "og:title", "og:description", "og:url",
    "og:site_name", "og:locale", "og:image", "og:image:alt", "twitter:card", "twitter:title", "twitter:image",
    "twitter:description", "article:published_time", "article:modified_time", "article:section",
})  # fmt: skip
"""What a page may say once."""


def said(site: Site, url: str) -> list[tuple[str, str]]:
    """All that a page's head says by `meta` and `link`, in order."""
    found = []
    for node in site.page(url).css("head meta, head link"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("rel") or ""
        found.append((name, attributes.get("content") or attributes.get("href") or ""))
    return found


def head(site: Site, url: str) -> dict[str, str]:
    """What a page says once: no name of `ONCE` may be there twice."""
    told = said(site, url)
    twice = [name for name, count in Counter(name for name, _ in told).items() if count > 1 and name in ONCE]
    assert twice == [], url
    return dict(told)


def several(site: Site, url: str, name: str) -> list[str]:
    """What a page says by one name."""
    return [value for key, value in said(site, url) if key == name]


def graph(site: Site, url: str) -> dict[str, dict[str, Any]]:
    """The things that a page's JSON-LD describes, by their type."""
    blocks = extruct.extract(site.text(url), base_url=site.config.site_url or "", syntaxes=["json-ld"])["json-ld"]
    things = [thing for block in blocks for thing in block["@graph"]]
    found = {thing["@type"]: thing for thing in things}
    assert len(found) == len(things), url
    return found


def crumbs(site: Site, url: str) -> list[tuple[str, str]]:
    """The way to a page from the site's root: names and addresses below the site's."""
    items = graph(site, url)["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    return [(item["name"], item["item"].removeprefix(site.config.site_url)) for item in items]
