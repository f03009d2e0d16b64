"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


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
