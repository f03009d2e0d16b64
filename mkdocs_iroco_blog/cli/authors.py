"""Authors that a command names."""

from __future__ import annotations

import click

from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory


def author_key(name: str, directory: AuthorDirectory) -> str:
    """Return the id of an author, by the id or the name. A full name that resembles no known one is a guest author's.

    Raises `click.BadParameter` for an unknown id.
    """
    if author := directory.find(name):
        return author.key
    if hint := directory.objection(name):
        raise click.BadParameter(f"There is no author {name!r}. {hint}", param_hint="'--author'")
    return name
