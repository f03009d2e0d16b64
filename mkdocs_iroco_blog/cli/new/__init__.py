"""`iroco-blog new`: creates a post."""

from .command import command

__all__ = ["command"]
