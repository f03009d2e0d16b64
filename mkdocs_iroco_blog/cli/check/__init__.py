"""`iroco-blog check`: the messages of a build, and those about the site as a whole."""

from .command import command

__all__ = ["command"]
