"""Links that both a page's layout and its metadata carry."""

from __future__ import annotations

from dataclasses import dataclass


# The manual prints these docstrings for the links that fragments get. In `layout.links.Site` addresses are under the
# site's root, and in a page's metadata they are whole.
@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link to a feed."""

    title: str
    """The feed's own."""
    url: str
    """Relative to this page."""
    type: str
    """As in `<link type>`: `application/atom+xml`."""
