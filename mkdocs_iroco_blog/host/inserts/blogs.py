"""The blogs of a site, by the names that inserts call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.inserts.values import Insert, MentionsInsert
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages


def blog_name(pages: BlogPages) -> str:
    """Return the name of a blog: its `blog_dir` without a language. A blog at the site's root is named `.`."""
    root = pages.settings.root
    return (pages.edition.without_prefix(root) if pages.edition else root) or "."


@dataclass(frozen=True, slots=True)
class Blogs:
    """The blogs of a site in one build, in the order of `mkdocs.yml`."""

    by_name: Mapping[str, BlogPages]

    @classmethod
    def of(cls, builds: Iterable[Build]) -> Blogs:
        """Name the blogs."""
        return cls({blog_name(build.pages): build.pages for build in builds})

    def default(self, page: Page) -> str:
        """Return the blog that a page means without naming one: its own, or else the first."""
        names = (name for name, pages in self.by_name.items() if pages.find(page))
        return next(names, None) or next(iter(self.by_name))

    def owner(self, insert: Insert | None, page: Page) -> str | None:
        """Return the blog that fills in an insert on a page. None if it names a blog that does not exist."""
        if isinstance(insert, MentionsInsert):
            return self.lister(page)
        return self.find(insert.blog, page) if insert else self.default(page)

    def lister(self, page: Page) -> str:
        """Return the blog that lists the posts that mention a page: its own, or else the first with that option."""
        default = self.default(page)
        listing = [name for name, pages in self.by_name.items() if pages.settings.mentions]
        return default if self.has(page) or not listing else listing[0]

    def has(self, page: Page) -> bool:
        """Whether a page is a blog's."""
        return any(pages.find(page) for pages in self.by_name.values())

    def find(self, name: str, page: Page) -> str | None:
        """Return the blog that an insert on a page names, or the page's default. None if there is none."""
        name = "/".join(part for part in name.split("/") if part not in ("", ".")) or ("." if name else "")
        return (name if name in self.by_name else None) if name else self.default(page)
