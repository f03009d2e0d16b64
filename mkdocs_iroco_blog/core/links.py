"""Links and pictures that fragments get as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


# The manual prints these docstrings for fragments. Elsewhere URLs start from the site's root (in a `Site`), are whole
# (in metadata), or are as an author wrote them (a post's picture: also a path from its folder, or from `docs_dir`).
@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link to a feed."""

    title: str
    """The feed's title."""
    url: str
    """Its address, relative to this page."""
    type: str
    """As in `<link type>`: `application/atom+xml`."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A link to the same page in another language."""

    name: str
    """The language's name, in that language."""
    url: str
    """Its address, relative to this page."""
    lang: str
    """As in `hreflang`."""


@dataclass(frozen=True, slots=True)
class ImageSource:
    """Lighter variants of a picture in one format."""

    type: str
    """As in `<source type>`: `image/avif`."""
    srcset: str
    """Their addresses and widths, as in `<source srcset>`."""


@dataclass(frozen=True, slots=True)
class Image:
    """A post's picture."""

    src: str
    """Its address."""
    alt: str = ""
    """A description in words; empty if the author wrote none."""
    width: int = 0
    """Its width in pixels; 0 if the site does not have the picture, or its size is not known."""
    height: int = 0
    """Its height in pixels, or 0."""
    caption: str = ""
    """The text to show below it."""
    credit: str = ""
    """Who made it, to show after the caption."""
    credit_url: str = ""
    """The address that the credit links to; empty if there is none."""
    position: str = ""
    """The part to keep where it is cropped, as in CSS's `object-position`: `top`, `30% 70%`."""
    dark: Image | None = None
    """The picture that replaces it on a dark page."""
    sources: Sequence[ImageSource] = ()
    """Its lighter variants, best format first, if the option `images` is on."""
    srcset: str = ""
    """Those in the last format, which most browsers know, as in `<img srcset>`."""
    sizes: str = ""
    """The width of a picture that is as wide as the text, as in `<source sizes>`; empty if it has no variants."""


@dataclass(frozen=True, slots=True)
class ProfileLink:
    """A link to an author's own site, or to their profile on another."""

    title: str
    """The title in the authors file, or the service's name, the account, or the address without `https://`."""
    url: str
    """Its address."""
    kind: str
    """`mastodon`, `bluesky`, `linkedin`, `github`, `gitlab`, `codeberg`, `forgejo`, `site`, `email`, `rss`, `link`."""


@dataclass(frozen=True, slots=True)
class License:
    """The licence of a post."""

    name: str
    """Its name, such as `CC BY-SA 4.0`."""
    url: str
    """Its address; empty if the author gives a name only."""
