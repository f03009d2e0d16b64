"""Everything that laid-out pages depend on, as values that two builds can be compared by."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.pictures.read import PictureFile
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.toc import headings

from .layout import PageLayout, page_inputs


def _getter(kind: Any, *excluded: str) -> Any:
    return attrgetter(*(field.name for field in fields(kind) if field.name not in excluded))


_post_values = _getter(Post, "body", "lines", "meta")
_site_values = _getter(
    Site, "blog", "settings", "translator", "bodies", "find", "picture", "predecessors", "find_mentions"
)


@dataclass(frozen=True, slots=True)
class OutputState:
    """Implements `LayoutState` for the pages of one blog."""

    layout: PageLayout
    index: FileIndex

    def common(self) -> Any:
        """Return every post but its text, every address, and what the index links to."""
        pages, site = self.layout.pages, self.layout.fragments.site
        # Front matter is compared as it prints, which tells 1 from true, and 1.0 from 1.
        posts = [(_post_values(post), repr(post.meta), site.title(post)) for post in pages.blog.posts]
        listed = [post.source for post in pages.blog.listed]
        language = (pages.translator.lang, pages.translator.locale, pages.edition.lang if pages.edition else "")
        avatars = {author.avatar for post in pages.blog.posts for author in post.authors if author.avatar}
        pictures = [site.picture(avatar, site.settings.authors_path) for avatar in sorted(avatars)]
        pictures.append(site.picture(site.settings.image or "", ""))
        return (posts, listed, language, _site_values(site), self.layout.browse, self.index.addresses(), pictures)

    def of_page(self, page: BlogPage) -> Any:
        """Return a post's text, or those of the posts that a view lists."""
        bodies, inputs = self.layout.fragments.site.bodies, (page_inputs(page), self.layout.inserts.rendered(page))
        if isinstance(page, PostPage):
            return (inputs, bodies[page.post.source], *self._around(page))
        first, introduction = page.first, self.layout.introductions[page.first.path]
        view = (first.title, first.meta.get("description"), introduction.html, headings(introduction.headings))
        listed = [bodies[post.source] for post in page.spec.view_page.posts]
        full = self.layout.pages.settings.index_full_posts if page is self.layout.pages.index else 0
        counts = self.layout.fragments.has_own_entries  # ours do not show how many words a post has
        excerpts = [(body.excerpt, body.words if counts else 0, body.minutes) for body in listed]
        pictures = [self._pictures(post) for post in page.spec.view_page.posts]
        return (inputs, view, excerpts, [body.html for body in listed[:full]], pictures)

    def _around(self, page: PostPage) -> tuple[Any, ...]:
        """Return what stands around a post's text. The titles and dates of related posts are in `common`."""
        links, related = self.layout.links[page.path], self.layout.related[page.post.source]
        mentions = self.layout.fragments.mentions.below(page.post)
        return (links, related, mentions, self.layout.toc_starts[page.path], self._pictures(page.post))

    def _pictures(self, post: Post) -> list[PictureFile | None]:
        images = (post.image, post.image and post.image.dark)
        return [self.layout.fragments.site.picture(image.src, post.source) for image in images if image]
