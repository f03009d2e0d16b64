"""`iroco-blog check`: the messages of a build, and what only a look at the whole site tells."""

from .command import command

__all__ = ["command"]
