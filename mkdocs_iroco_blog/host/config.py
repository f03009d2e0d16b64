"""The plugin's options for the host, made from the core's `Settings`."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.validation import check_settings
from mkdocs_iroco_blog.publish.feeds.options import read_feeds

_PLAIN: dict[Any, Any] = {list: list, Literal: str, Mapping: dict, get_origin(Callable[[], None]): Callable}


_OLD_NAMES = {"pagination_template": "pagination_format"}
"""Names that Material's plugin still takes for options that it renamed."""


def _option(field: Field[Any], hint: Any) -> BaseConfigOption[Any]:
    """The host's option for a field: its type says what is accepted, its default what holds otherwise."""
    default = None if field.default is MISSING else field.default
    members = get_args(hint) if get_origin(hint) in (types.UnionType, Union) else (hint,)
    kinds = [kind for kind in members if kind is not type(None)]
    if get_origin(kinds[0]) is tuple:
        return c.ListOfItems(c.Type((str, int, float)), default=list(default or ()))
    if len(kinds) == 1 and get_origin(kinds[0]) is Literal:
        option: BaseConfigOption[Any] = c.Choice(get_args(kinds[0]), default=default)
    else:
        accepted = tuple(_PLAIN.get(get_origin(kind), kind) for kind in kinds)
        option = c.Type(accepted if len(accepted) > 1 else accepted[0], default=default)
    return c.Optional(option) if default is None else option


_HINTS = get_type_hints(Settings)


class BlogConfig(Config):
    """One option for each field of `Settings`; see there."""

    # The host collects options from a class's body, so that is where they have to be made.
    vars().update({field.name: _option(field, _HINTS[field.name]) for field in fields(Settings)})

    written: frozenset[str] = frozenset()
    """The options that `mkdocs.yml` names."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Keep the names: what is not among them another configuration may decide."""
        patch = {_OLD_NAMES.get(name, name): value for name, value in patch.items()}
        self.written |= frozenset(patch)
        super().load_dict(patch)


def settings_from(config: BlogConfig, decided: Mapping[str, Any] | None = None) -> Settings:
    """The options as the core takes them; raises `PluginError` for what cannot be meant.

    `decided` holds what another configuration says, for the options that `mkdocs.yml` leaves alone: of the index,
    the general option counts, too.
    """
    values: dict[str, Any] = {
        name: tuple(map(str, value)) if get_origin(_HINTS[name]) is tuple else value for name, value in config.items()
    }
    values |= {
        name: value
        for name, value in (decided or {}).items()
        if not {name, name.removeprefix("index_")} & config.written
    }
    settings = Settings(**values)
    faults = [*check_settings(settings), *read_feeds(settings.feeds)[1]]
    if faults:
        raise PluginError("\n".join(f"iroco-blog, option {fault}" for fault in faults))
    return settings


def refuse_shared_folders(plugins: Mapping[str, object], settings: Settings) -> None:
    """Raise `PluginError` where two blogs would take the same posts. `plugins` are the host's, hooks among them."""
    blogs = [plugin.config for plugin in plugins.values() if isinstance(plugin, BasePlugin)]
    folders = [
        settings_from(blog).posts_folder
        for blog in blogs
        if isinstance(blog, BlogConfig) and blog["enabled"] and not blog["jekyll"]
    ]
    if folders.count(settings.posts_folder) > 1:
        raise PluginError(
            f"iroco-blog, option post_dir: two blogs take their posts from `{settings.posts_folder}`. "
            "Give one of them another `blog_dir` or `post_dir`."
        )
