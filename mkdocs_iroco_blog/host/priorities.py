"""The order of the plugin's hooks among those of other plugins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from mkdocs.plugins import event_priority

Hook = TypeVar("Hook", bound=Callable[..., Any])
_PRIORITIES = {
    "on_pre_build": -1_000_000,  # when no other plugin's hook can fail any more
    "_read_posts": 100,  # before redirects and htmlproofer take their list of files
    "_list_languages": -99,  # after gen-files has added files, before static-i18n takes those of one language
    "_settle_posts": -1_000_000,  # when no other plugin changes the list of files any more
    "_list_in_nav": 1_000_000,  # before another plugin looks for the pages of the navigation
    "_place": -1_000_000,  # when no other plugin builds the navigation or replaces pages any more
    "on_page_markdown": -60,  # after encryptcontent has marked pages, before social reads descriptions
    "on_env": -110,  # after autorefs and mkdocstrings, which finish references at -50 and -100
    "_lay_out": -50,  # after search has read the text, which headers and footers are not part of
    "_choose": -1000,  # when every plugin has added its variables
    "_keep_output": 1000,  # before any plugin changes the page
    "_finish": 25,  # after social has written its metadata, before minify
    "_release": -1_000_000,  # when nobody changes the page, or reads its content, any more
    "on_post_build": 100,  # before search writes its index, and rss its feeds
    "on_shutdown": 1_000_000,  # before another plugin's hook can fail
}
"""Where our hooks come among those of other plugins. The highest comes first."""


def prioritized(hook: Hook) -> Hook:
    """Give a hook its priority."""
    return event_priority(_PRIORITIES[hook.__name__])(hook)
