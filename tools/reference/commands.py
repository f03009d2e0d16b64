"""The help of the commands."""

from __future__ import annotations

import click

from mkdocs_iroco_blog.cli.main import cli

_WIDTH = 78
"""Columns that a page of the manual has room for."""


def help_block(name: str) -> str:
    """Return the help of a command as a code block."""
    return f"```text\n{help_of(name)}\n```"


def help_of(name: str) -> str:
    """Return the help of a command, as a terminal shows it; of the program itself, if that is the name."""
    program = click.Context(cli, info_name="iroco-blog", terminal_width=_WIDTH, **cli.context_settings)
    if name == "iroco-blog":
        return cli.get_help(program)
    command = cli.get_command(program, name)
    assert command is not None, f"There is no command {name}."
    return command.get_help(click.Context(command, parent=program, info_name=name, terminal_width=_WIDTH))
