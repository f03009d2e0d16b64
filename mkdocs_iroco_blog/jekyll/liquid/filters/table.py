"""Every filter by name: Liquid's own and Jekyll's, which wins where both have one.

https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/filters/
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, signature

from mkdocs_iroco_blog.jekyll.liquid.context import Context
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.values import is_list

from .dates import DATE_FILTERS
from .lists import LIST_FILTERS
from .numbers import NUMBER_FILTERS
from .queries import QUERY_FILTERS
from .text import TEXT_FILTERS
from .urls import URL_FILTERS
from .web import WEB_FILTERS

PURE: Mapping[str, Callable[..., object]] = {**TEXT_FILTERS, **NUMBER_FILTERS, **LIST_FILTERS, **WEB_FILTERS}
"""Filters of a value and arguments."""
SITED: Mapping[str, Callable[..., object]] = {**URL_FILTERS, **DATE_FILTERS, **QUERY_FILTERS}
"""Filters that look at the page's context as well, which comes first."""


def _called(name: str, filter_: Callable[..., object], *, sited: bool) -> Callable[..., object]:
    """A filter of context, value and arguments, of which there must be as many as it takes."""
    taken = list(signature(filter_).parameters.values())[2 if sited else 1 :]
    least, most = sum(one.default is Parameter.empty for one in taken), len(taken)
    wanted = str(most or "no") if least == most else f"{least} to {most}"
    wanted += " argument" if most == 1 else " arguments"

    def called(context: Context, value: object, *args: object) -> object:
        if not least <= len(args) <= most:
            hint = f"Write it as `{name}: …`, with a comma between any two." if most else f"Write it as `{name}`."
            raise AuthorError(f"`{name}` takes {wanted}, and {len(args)} are there.", hint)
        context.count_turns(1 + _cost(value))
        return filter_(context, value, *args) if sited else filter_(value, *args)

    return called


def _cost(value: object) -> int:
    """What a filter's work counts, in turns of a loop."""
    if isinstance(value, str):
        return len(value) // 1_000
    return len(value) if is_list(value) or isinstance(value, Mapping) else 0


FILTERS: Mapping[str, Callable[..., object]] = {
    **{name: _called(name, filter_, sited=False) for name, filter_ in PURE.items()},
    **{name: _called(name, filter_, sited=True) for name, filter_ in SITED.items()},
}
"""Every filter, as a function of the page's context, the value and the arguments."""
