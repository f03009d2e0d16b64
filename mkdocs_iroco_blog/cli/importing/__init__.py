"""The command `import`: writes an MkDocs site from a Jekyll site, and proves that nothing was lost."""

from .command import command

__all__ = ["command"]
