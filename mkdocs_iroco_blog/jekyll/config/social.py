"""Find the profiles of an author on other sites, in any of the forms that Jekyll themes and plugins read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

_PROFILES = {
    "bluesky": "https://bsky.app/profile/{}", "codeberg": "https://codeberg.org/{}", "devto": "https://dev.to/{}",
    "dribbble": "https://dribbble.com/{}", "facebook": "https://www.facebook.com/{}",
    "flickr": "https://www.flickr.com/photos/{}", "github": "https://github.com/{}", "gitlab": "https://gitlab.com/{}",
    "instagram": "https://www.instagram.com/{}", "keybase": "https://keybase.io/{}",
    "linkedin": "https://www.linkedin.com/in/{}", "medium": "https://medium.com/@{}",
    "pinterest": "https://www.pinterest.com/{}", "reddit": "https://www.reddit.com/user/{}",
    "stackoverflow": "https://stackoverflow.com/users/{}", "telegram": "https://t.me/{}",
    "twitter": "https://twitter.com/{}", "x": "https://x.com/{}", "youtube": "https://www.youtube.com/{}",
}  # fmt: skip
"""Addresses of profiles, on the networks that minima, minimal-mistakes and jekyll-seo-tag know."""

_NAME = re.compile(r"[\w@.~/+-]+")
_ACCOUNT = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def profile_urls(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Addresses for `rel="me"`, each once.

    Reads `mastodon` (a list or a mapping of `instance` and `username`, `@name@host`, an address), `NETWORK_username`,
    `social_links` and `minima.social_links` (`{platform: …, user_url: …}`, `NETWORK: name`), `social.links` of
    jekyll-seo-tag, and `link_rel_me_urls`.
    """
    minima, social = values.get("minima"), values.get("social")
    urls = chain(
        _plain(values.get("link_rel_me_urls")),
        _mastodon(values.get("mastodon")), _mastodon(values.get("mastodon_username")), _usernames(values),
        _networks(values.get("social_links")),
        _networks(minima.get("social_links") if isinstance(minima, Mapping) else None),
        _plain(social.get("links") if isinstance(social, Mapping) else None),
    )  # fmt: skip
    return tuple(dict.fromkeys(urls))


def _plain(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        text = item.strip() if isinstance(item, str) else ""
        if text.startswith(("https://", "http://")) and not text.split()[1:]:
            yield text


def _mastodon(value: Any) -> Iterator[str]:
    """Accounts as minima's `username: …` with `instance: …`, as `@name@host`, or as addresses."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            name, host = str(item.get("username") or "").lstrip("@"), str(item.get("instance") or "")
            host = host.removeprefix("https://").strip("/")
            if _NAME.fullmatch(name) and _HOST.fullmatch(host):
                yield f"https://{host}/@{name}"
            else:
                yield from _plain(item.get("url"))
        elif isinstance(item, str) and (account := _ACCOUNT.fullmatch(item.strip())):
            yield f"https://{account[2]}/@{account[1]}"
        else:
            yield from _plain(item)


def _usernames(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        network, _, rest = str(key).partition("_")
        if rest == "username" and network != "mastodon":
            yield from _profile(network, value)
    twitter = values.get("twitter")
    if isinstance(twitter, Mapping):  # jekyll-seo-tag
        yield from _profile("twitter", twitter.get("username"))


def _networks(value: Any) -> Iterator[str]:
    """Profiles in minima 3's list of `{platform, user_url}`, or in minima 2.5's mapping by network."""
    for entry in value if isinstance(value, list) else ():
        yield from _plain(entry.get("user_url") or entry.get("url") if isinstance(entry, Mapping) else entry)
    for network, name in value.items() if isinstance(value, Mapping) else ():
        yield from (_mastodon(name) if network == "mastodon" else _profile(str(network), name))


def _profile(network: str, name: Any) -> Iterator[str]:
    text = str(name).strip() if isinstance(name, str | int) and not isinstance(name, bool) else ""
    if text.startswith(("https://", "http://")):
        yield from _plain(text)
    elif network in _PROFILES and _NAME.fullmatch(text):
        yield _PROFILES[network].format(text if network == "youtube" else text.lstrip("@"))
