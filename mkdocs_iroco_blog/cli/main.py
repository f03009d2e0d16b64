"""The program `iroco-blog`. A command's module is imported when it runs or when its help is shown, not before."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

import click
from click.shell_completion import CompletionItem

COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("check", "Check a site without building it."),
    "compare": ("compare.command", "Compare two built sites, address by address."),
    "import": ("importing", "Write an MkDocs site from a Jekyll site, and compare the two."),
    "list": ("listing", "List posts."),
    "new": ("new", "Create a post."),
}
"""A command's module in this folder, which names the command `command`, and its line in the list of commands."""


class LazyGroup(click.Group):
    """A group of commands that lists and completes them without importing their modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a command. None if there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        if find_spec("mkdocs") is None:
            import_module("properdocs.replacement")  # from here on, `mkdocs.…` is `properdocs.…`
        command: click.Command = import_module(f"{__package__}.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the list of commands."""
        if COMMANDS:
            with formatter.section("Commands"):
                formatter.write_dl([(name, COMMANDS[name][1]) for name in sorted(COMMANDS)])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the name of a command, or an option of the program."""
        names = [name for name in sorted(COMMANDS) if name.startswith(incomplete)]
        commands = [CompletionItem(name, help=COMMANDS[name][1]) for name in names]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="mkdocs-iroco-blog")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Write, check and move a blog.

    Each command returns 0 if all is well, 1 if something is wrong or lost, and 2 if the command line has a mistake.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run the program."""
    cli(prog_name="iroco-blog")
