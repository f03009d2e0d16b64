"""Links to feeds and translations, which pages show and metadata names."""

from __future__ import annotations

from dataclasses import dataclass


# The manual prints these docstrings, for fragments. A `Site` holds URLs under the site's root, and metadata whole ones.
@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link to a feed."""

    title: str
    """The feed's own."""
    url: str
    """Relative to this page."""
    type: str
    """As in `<link type>`: `application/atom+xml`."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A link to the same page in another language."""

    name: str
    """Of the language, in that language."""
    url: str
    """Relative to this page."""
    lang: str
    """As in `hreflang`."""
