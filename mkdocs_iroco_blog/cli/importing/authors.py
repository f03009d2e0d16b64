"""Writes the authors file."""

from __future__ import annotations

from typing import Any

from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.permalinks import is_outside

from .front_matter import dump
from .new_site import NewSite
from .old_site import OldSite


def write_authors(new: NewSite, old: OldSite) -> None:
    """Write `.authors.yml`, if the Jekyll site has a list of authors."""
    authors = dict(old.site.authors.directory.by_key)
    if not authors:
        return
    for page in old.build.pages.posts:  # a name that is not listed would be a misspelt one
        for author in page.post.authors:
            authors.setdefault(author.key, author)
    listed = {key: _fields(author) for key, author in authors.items()}
    for fields in listed.values():
        avatar = fields.get("avatar", "")
        if avatar and not is_outside(avatar) and f"docs/{avatar}" not in new.copied:
            new.lose(old.site.authors.directory.place, f"The picture of {fields['name']}: there is no file `{avatar}`.")
            del fields["avatar"]
    new.write("docs/.authors.yml", dump({"authors": listed}) + "\n")


def _fields(author: Author) -> dict[str, Any]:
    names = ("name", "description", "avatar", "url", "email", "fediverse")
    fields: dict[str, Any] = {name: value for name in names if (value := getattr(author, name))}
    if author.links:
        fields["links"] = [link.url for link in author.links]
    if author.slug != author.key:
        fields["slug"] = author.slug
    return fields
