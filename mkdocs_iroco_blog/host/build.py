"""One blog in one build of the site: what the hooks hand on to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.model import Blog, Leaf, Overview, View
from mkdocs_iroco_blog.core.posts import Surroundings
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.layout.fragments import Fragments
from mkdocs_iroco_blog.layout.interface import Interface, interface, translated

from .files import destination, generated, move_media, other_pages, placed
from .git import git_dates
from .material import page_notes, template_notes
from .nav import place_blog, titles_in
from .pages import ListPage, Opening, PostPage, shown
from .sources import Found, found_in_docs
from .theme import theme_language

if TYPE_CHECKING:  # most sites are none of Jekyll's
    from .jekyll_build import JekyllBuild


@dataclass(slots=True)
class BlogBuild:
    """Made anew for every build, so that nothing is left from the one before."""

    settings: Settings
    blog: Blog
    interface: Interface
    today: datetime
    posts: list[PostPage] = field(default_factory=list)
    lists: list[ListPage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    fragments: Fragments | None = None
    """From `on_env` on."""
    jekyll: JekyllBuild | None = None
    """The Jekyll site that the blog comes from."""

    @property
    def index(self) -> ListPage:
        """The blog's first page."""
        return self.lists[0]

    @property
    def overviews(self) -> list[ListPage]:
        """The pages that stand beside the index in the navigation."""
        return [page for page in self.lists if isinstance(page.listing, Overview)]

    def hidden(self) -> list[Page]:
        """Pages that search and the sitemap leave out: unlisted posts, and those of another site's that say so."""
        unlisted = [page for page in self.posts if page.post.unlisted]
        return [*unlisted, *(self.jekyll.hidden() if self.jekyll else ())]

    def place_in(self, nav: Navigation, config: MkDocsConfig) -> None:
        """Put the blog into the navigation, under the title that `nav` gives it."""
        own: list[PostPage | ListPage] = [*self.posts, *self.lists]
        pages = {page.file.src_uri: page for page in own}
        for path, title in titles_in(config.nav or []):
            if path in pages:
                pages[path].title, pages[path].named_by_nav = shown(title), True
        beside = [self.index, *self.overviews]
        others = [*self.posts, *(page for page in self.lists if page not in beside)]
        place_blog(nav, self.index, self.overviews, others, self.interface.say("blog"))
        if self.jekyll:
            self.jekyll.place_in(nav, config, after=self.index)


def start_build(
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    *,
    drafts: bool,
    now: datetime,
    stub: str,
    jekyll: JekyllBuild | None = None,
) -> BlogBuild:
    """Read the posts, give them their addresses, add a page for every view; `files` is changed to hold them.

    `stub` is an empty file, which pages without a source refer to. The posts are those of a `jekyll` site, or
    they lie in the docs folder.
    """
    language = settings.lang or theme_language(config) or "en"
    speaking = interface(language)
    found = jekyll.place(settings) if jekyll else found_in_docs(files, config, settings)
    git_date = git_dates(Path(config.docs_dir)) if settings.date_from_git else None
    around = Surroundings(settings, found.directory, ZoneInfo(settings.timezone), now, git_date, speaking.locale)
    others = other_pages(files, found.files.values(), config)
    blog, problems = build_blog(
        found.sources, around, drafts=drafts,
        taken={path: file.src_uri for path, file in others.items()},
    )  # fmt: skip
    build = BlogBuild(settings, blog, speaking, now.astimezone(around.zone), jekyll=jekyll)
    build.findings = [*found.findings, *problems, *_language_note(language, speaking)]
    build.findings += [*template_notes(config), *page_notes(blog, settings, config)]
    _add_posts(build, files, config, found)
    _add_lists(build, files, config, others, stub)
    for post in build.posts:
        post.owner = build
    for listing in build.lists:
        listing.owner = build
    if jekyll:
        jekyll.place_authors({page.listing.path for page in build.lists})
    else:
        move_media(files, settings)
    return build


def _language_note(language: str, speaking: Interface) -> list[Finding]:
    if translated(language):
        return []
    what = f"The interface is not translated into `{language}` yet: its words are English, its dates `{speaking.lang}`."
    return [Note("mkdocs.yml", None, what, "")]


def _add_posts(build: BlogBuild, files: Files, config: MkDocsConfig, found: Found) -> None:
    for file in found.files.values():
        if file.src_uri in files.src_uris:
            files.remove(file)
    for post in build.blog.posts:
        old = found.files[post.source]
        inclusion = old.inclusion if old.inclusion is InclusionLevel.DRAFT else InclusionLevel.NOT_IN_NAV
        file = placed(old, destination(post.path, config), config, inclusion)
        files.append(file)
        page = build.jekyll.post(post, file) if build.jekyll else PostPage(post, file, config, extends=found.folders)
        build.posts.append(page)


def _add_lists(build: BlogBuild, files: Files, config: MkDocsConfig, others: Mapping[str, File], stub: str) -> None:
    posts = {post.path for post in build.blog.posts}
    openings = build.jekyll.openings() if build.jekyll else {}
    for view in build.blog.views:
        for leaf in view.leaves:
            if leaf.path in posts:
                continue
            name = view.name or build.interface.say("blog")
            if leaf.number > 1:
                name += f" – {build.interface.say('page', n=leaf.number)}"
            listing = _Listing(view, leaf, leaf.path, name, openings.get(leaf.path))
            _add_list(build, files, config, listing, others.get(leaf.path), stub)
    for overview in build.blog.overviews:
        name = overview.name or build.interface.say(overview.kind)
        listing = _Listing(overview, None, overview.path, name, openings.get(overview.path))
        _add_list(build, files, config, listing, None, stub)


@dataclass(frozen=True, slots=True)
class _Listing:
    of: View | Overview
    leaf: Leaf | None
    path: str
    name: str
    opening: Opening | None


def _add_list(
    build: BlogBuild, files: Files, config: MkDocsConfig, listing: _Listing, own: File | None, stub: str
) -> None:
    index = isinstance(listing.of, View) and listing.of.kind == "index"
    first = isinstance(listing.of, Overview) or (index and listing.leaf is listing.of.leaves[0])
    inclusion = InclusionLevel.INCLUDED if first else InclusionLevel.NOT_IN_NAV
    introduced = own is not None and own.is_documentation_page()
    if own is not None and introduced:
        files.remove(own)
        file = placed(own, own.dest_uri, config, inclusion)
    else:
        if own is not None:
            build.findings.append(_overwritten(own, listing))
        uri = f"{listing.path}/index.md".lstrip("/") if index else f"{listing.path}.md"
        file = generated(uri, destination(listing.path, config, index=index), stub, config, inclusion)
    files.append(file)
    page = ListPage(
        listing.of, listing.leaf, file, config, name=listing.name, introduced=introduced, opening=listing.opening
    )
    if build.jekyll and isinstance(listing.of, Overview):
        page.former_ids = partial(build.jekyll.former_ids, listing.of)
    page.first = next((other for other in build.lists if other.listing is listing.of), page)
    build.lists.append(page)


def _overwritten(own: File, listing: _Listing) -> Problem:
    what = f"This file has the address `/{listing.path}/`, where the blog's page `{listing.name}` is written over it."
    remedy = "Move it, or write the page's introduction in a Markdown file of that name."
    return Problem(own.src_uri, None, what, remedy)
