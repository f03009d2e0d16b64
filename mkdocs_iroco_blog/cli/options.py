"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])


class NamesType(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """Names, separated by commas."""

    name = "names"

    def __init__(self, known: Collection[str] = ()) -> None:
        self._known = known

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Sequence[str]:
        """Split the names. Fails for a name that is not in `known`, if that is given."""
        names = [name.strip() for name in value.split(",") if name.strip()]
        for name in names:
            if self._known and name not in self._known:
                self.fail(f"{name!r} is not one of {', '.join(self._known)}.", param, ctx)
        return names

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Complete the last name."""
        before, comma, last = incomplete.rpartition(",")
        rest = (name for name in self._known if name.startswith(last) and name not in before.split(","))
        return [CompletionItem(f"{before}{comma}{name}") for name in rest]


def site_options(function: F) -> F:
    """Add `-f` and `--blog`, for `open_site`: the command gets `config_file` and `blog`."""
    name = click.option("--blog", metavar="NAME", help="The blog, by its `blog_dir`, if the site has several.")
    return config_option(name(function))


def config_option(function: F) -> F:
    """Add `-f` alone, for `load_site`."""
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Default: mkdocs.yml in this folder.",
    )(function)


def json_option(function: F) -> F:
    """Add `--json`: the command gets `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)
