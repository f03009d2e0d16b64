"""Every filter by name: Liquid's and Jekyll's. Where both have one, it is Jekyll's.

https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/filters/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, signature

from mkdocs_iroco_blog.jekyll.liquid.context import Context, Filter
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.values import is_list

from .dates import DATE_FILTERS
from .lists import LIST_FILTERS
from .numbers import NUMBER_FILTERS
from .queries import QUERY_FILTERS
from .text import TEXT_FILTERS
from .urls import URL_FILTERS
from .web import WEB_FILTERS

_PURE: Mapping[str, Callable[..., object]] = {**TEXT_FILTERS, **NUMBER_FILTERS, **LIST_FILTERS, **WEB_FILTERS}
"""Filters of a value and arguments."""
_CONTEXTUAL: Mapping[str, Callable[..., object]] = {**URL_FILTERS, **DATE_FILTERS, **QUERY_FILTERS}
"""Filters of the page's context, a value and arguments."""


def _checked(name: str, filter_: Callable[..., object], *, contextual: bool) -> Filter:
    """Let a filter take the context, and check the number of its arguments when it is called."""
    parameters = list(signature(filter_).parameters.values())[2 if contextual else 1 :]
    least, most = sum(parameter.default is Parameter.empty for parameter in parameters), len(parameters)
    expected = str(most or "no") if least == most else f"{least} to {most}"
    expected += " argument" if most == 1 else " arguments"

    def call(context: Context, value: object, *args: object) -> object:
        if not least <= len(args) <= most:
            hint = f"Write it as `{name}: …`, with commas between arguments." if most else f"Write it as `{name}`."
            raise AuthorError(f"`{name}` takes {expected}, not {len(args)}.", hint)
        context.count_turns(1 + _cost(value))
        return filter_(context, value, *args) if contextual else filter_(value, *args)

    return call


def _cost(value: object) -> int:
    """The work that a value gives a filter, in turns of a loop."""
    if isinstance(value, str):
        return len(value) // 1_000
    return len(value) if is_list(value) or isinstance(value, Mapping) else 0


FILTERS: Mapping[str, Filter] = {
    **{name: _checked(name, filter_, contextual=False) for name, filter_ in _PURE.items()},
    **{name: _checked(name, filter_, contextual=True) for name, filter_ in _CONTEXTUAL.items()},
}
"""Every filter, by name."""
