"""Reads the links to an author's pages on other sites, and names the service that each is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from mkdocs_iroco_blog.core.links import ProfileLink
from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.urls import split_url

_SERVICES = {
    "bluesky": "Bluesky", "codeberg": "Codeberg", "forgejo": "Forgejo", "github": "GitHub", "gitlab": "GitLab",
    "linkedin": "LinkedIn", "mastodon": "",
}  # fmt: skip
"""The names of services, by the kinds of their links. A link to Mastodon is best shown as an account."""
_KINDS = {**_SERVICES, "rss": "RSS", "email": "", "site": "", "link": ""}
_ALIASES = {"bsky": "bluesky", "gitea": "forgejo"}
"""Other parts of hosts' names by which a service is known."""
_PAGES = frozenset({"io", "page"})
"""The last part of hosts such as `ines.github.io`, which hold people's own sites."""
_NOT_MASTODON = frozenset({"medium", "substack", "threads", "tiktok", "youtube"})
"""Services outside the fediverse whose profiles are at `/@name`, too."""
_TITLES = ("title", "label", "name")
_FEED = re.compile(r"/(?:rss|atom|feed)/?$|\.(?:xml|rss|atom)$", re.IGNORECASE)
ACCOUNT = re.compile(r"@?(?P<name>\w[\w.-]*)@(?P<server>[\w-]+(?:\.[\w-]+)+)")
PROFILE = re.compile(r"https?://(?P<server>[\w-]+(?:\.[\w-]+)+)/@(?P<name>\w[\w.-]*)/?")


def account_of(text: str) -> str:
    """Convert a fediverse account, or the address of its page, to `@name@server`; return other text unchanged."""
    text = text.strip()
    match = ACCOUNT.fullmatch(text) or PROFILE.fullmatch(text)
    return f"@{match['name']}@{match['server']}" if match else text


def read_links(value: Any) -> tuple[ProfileLink, ...]:
    """Read a single address, a list, or a mapping by name; a list may contain mappings with `url`."""
    links: dict[str, ProfileLink] = {}
    for title, url in _addresses(value):
        links.setdefault(url, profile_link(url, title))
    return tuple(links.values())


def _addresses(value: Any) -> Iterator[tuple[str, str]]:
    """Yield titles and addresses."""
    if isinstance(value, dict):
        title = next((value[key] for key in _TITLES if value.get(key)), "")
        pairs = [(title, value["url"])] if "url" in value else list(value.items())
        yield from ((str(title).strip(), str(url or "").strip()) for title, url in pairs)
        return
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            yield from _addresses(entry)
        elif entry not in (None, ""):
            yield "", str(entry).strip()


def profile_link(url: str, title: str = "") -> ProfileLink:
    """Make a link to a page of an author's. A title that names a kind decides it."""
    kind = title.casefold()
    if kind in _KINDS:
        title = ""
    else:
        kind = _kind_of(url)
    return ProfileLink(title or _KINDS[kind] or _short(url), url, kind)


@lru_cache
def profile_links(author: Author) -> tuple[ProfileLink, ...]:
    """Return all of an author's links: their own site, their fediverse account, and the others, each once."""
    links = [profile_link(author.url, "site")] if author.url else []
    match = ACCOUNT.fullmatch(author.fediverse)
    if match and all(account_of(link.url) != author.fediverse for link in author.links):
        links.append(ProfileLink(author.fediverse, f"https://{match['server']}/@{match['name']}", "mastodon"))
    return (*links, *(link for link in author.links if link.url != author.url))


def _kind_of(url: str) -> str:
    parts = split_url(url)
    if parts is None or not parts.hostname:
        return "email" if parts and parts.scheme == "mailto" else "link"
    labels = parts.hostname.removeprefix("www.").split(".")
    names = labels[:1] if labels[-1] in _PAGES else [labels[0], *labels[-2:-1]]
    if kind := next((kind for name in names if (kind := _ALIASES.get(name, name)) in _SERVICES), ""):
        return kind
    if PROFILE.fullmatch(url) and not _NOT_MASTODON.intersection(names):
        return "mastodon"
    return "rss" if _FEED.search(parts.path) else "link"


def _short(url: str) -> str:
    """Return an address as people read it: an account, a mailbox, or the host and the path."""
    if PROFILE.fullmatch(url):
        return account_of(url)
    return re.sub(r"^(?:mailto:|https?://(?:www\.)?)", "", url, flags=re.IGNORECASE).rstrip("/")
