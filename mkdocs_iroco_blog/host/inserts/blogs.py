"""The blogs of a site, by the names that inserts call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.inserts.read import short_name
from mkdocs_iroco_blog.core.inserts.values import Insert, MentionsInsert
from mkdocs_iroco_blog.core.messages.inserts import FOREIGN_VARIABLE, UNKNOWN_BLOG_NAME
from mkdocs_iroco_blog.core.option_types import either
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.edition import name_of_blog


def blog_name(pages: BlogPages) -> str:
    """Return the name of a blog."""
    return name_of_blog(pages.settings, pages.edition)


@dataclass(frozen=True, slots=True)
class Blogs:
    """The blogs of a site in one build, in the order of `mkdocs.yml`."""

    by_name: Mapping[str, BlogPages]

    @classmethod
    def of(cls, builds: Iterable[Build]) -> Blogs:
        """Name the blogs."""
        return cls({blog_name(build.pages): build.pages for build in builds})

    def default(self, page: Page | None) -> str:
        """Return the blog that a page means without naming one: its own, or else the first."""
        names = (name for name, pages in self.by_name.items() if page and pages.find(page))
        return next(names, None) or next(iter(self.by_name))

    def owner(self, insert: Insert | None, page: Page | None) -> str | None:
        """Return the blog that fills in an insert on a page. None if it names a blog that does not exist."""
        if isinstance(insert, MentionsInsert):
            return self.lister(page)
        return self.find(insert.blog, page) if insert else self.default(page)

    def lister(self, page: Page | None) -> str:
        """Return the blog that lists the posts that mention a page: its own, or else the first with that option."""
        default = self.default(page)
        listing = [name for name, pages in self.by_name.items() if pages.settings.mentions]
        return default if self.has(page) or not listing else listing[0]

    def has(self, page: Page | None) -> bool:
        """Whether a page is a blog's."""
        return any(page and pages.find(page) for pages in self.by_name.values())

    def find(self, name: str, page: Page | None) -> str | None:
        """Return the blog that an insert on a page names, or the page's default. None if there is none."""
        name = short_name(name)
        return (name if name in self.by_name else None) if name else self.default(page)

    def unknown(self, name: str, insert: str, source: str, line: int | None) -> Finding:
        """Report an insert that names a blog that does not exist."""
        near = nearest(name, self.by_name)
        hint = f"Write {f'`{near}`' if near else either(f'`{known}`' for known in self.by_name)}."
        return UNKNOWN_BLOG_NAME(source, line, blog=name, name=insert, hint=hint)

    def foreign(self, names: Iterable[str], where: str) -> Iterator[Finding]:
        """Report variables of the user's that have a name of ours. `where` names their places."""
        first = next(iter(self.by_name))
        for name in names:
            way = f'Write `blogs["{first}"]` for the plugin\'s, or' if name == "blog" else "To use the plugin's,"
            yield FOREIGN_VARIABLE("mkdocs.yml", name=name, where=where, hint=f"{way} rename yours.")
