"""One blog in one build of the site: what the hooks hand on to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.model import Blog, Overview, View, ViewPage
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site import Translator
from mkdocs_iroco_blog.layout.fragments import Fragments

from .compat.conflicts import redirect_problems, slash_problems, version_problems
from .compat.i18n import editions_of, in_languages
from .compat.material import page_notes, template_notes
from .compat.translations import Twin, settle_addresses, twins
from .load.blog import Reading, read_blog
from .load.inputs import Occasion
from .load.sources import Found, found_in_docs
from .pages.edition import Edition
from .pages.files import destination, generated, move_media, placed
from .pages.nav import place_blog, titles_in
from .pages.pages import ListPage, Opening, PostPage, shown
from .pages.section_index import section_page_class

if TYPE_CHECKING:  # most sites are none of Jekyll's, and the others are made of a build
    from .jekyll.build import JekyllBuild
    from .output.extra_files import Publishing
    from .output.layout import Layouts


@dataclass(slots=True)
class BlogBuild:
    """Made anew for every build, so that nothing is left from the one before."""

    settings: Settings
    blog: Blog
    translator: Translator
    today: datetime
    posts: list[PostPage] = field(default_factory=list)
    lists: list[ListPage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    fragments: Fragments | None = None
    """From `on_env` on."""
    publishing: Publishing | None = None
    """From `on_env` on, too."""
    layouts: Layouts | None = None
    """From `on_env` on, too."""
    jekyll: JekyllBuild | None = None
    """The Jekyll site that the blog comes from."""
    edition: Edition | None = None
    """Which one this is, where the site has several languages."""
    twins: Mapping[str, Sequence[Twin]] = field(default_factory=dict)
    """The same pages in other languages, by the addresses that they have in this."""

    @property
    def index(self) -> ListPage:
        """The blog's first page."""
        return self.lists[0]

    @property
    def written(self) -> list[File]:
        """The files of its pages."""
        return [page.file for page in self.pages()]

    @property
    def overviews(self) -> list[ListPage]:
        """The pages that stand beside the index in the navigation."""
        return [page for page in self.lists if isinstance(page.listing, Overview)]

    def end(self) -> None:
        """Every page is written, or none is any more."""
        if self.layouts:
            self.layouts.end()

    def pages(self) -> list[PostPage | ListPage]:
        """Every page of the blog."""
        return [*self.posts, *self.lists]

    def hidden(self) -> list[Page]:
        """Pages that search and the sitemap leave out: unlisted posts, and those of another site's that say so."""
        unlisted = [page for page in self.posts if page.post.unlisted or page.post.redirect_to]
        return [*unlisted, *(self.jekyll.hidden() if self.jekyll else ())]

    def join_editions(self, twins: Mapping[str, Sequence[Twin]], files: Files, config: MkDocsConfig) -> None:
        """Tell the plugin that builds other languages which pages there are, and what they are called there.

        What is found in a file that stands in for a translation is told in the file's own language.
        """
        assert self.edition is not None
        self.twins = twins
        for page in self.pages():
            elsewhere = {twin.lang: twin.file for twin in twins.get(page.path, ())}
            self.edition.join(page.file, page.path, elsewhere)
        others = {page.file.src_uri for page in self.posts if not self.edition.speaks(page.file)}
        self.findings = [finding for finding in self.findings if finding.source not in others]
        in_languages(config).i18n_files_per_language[self.edition.lang] = files.documentation_pages()

    def mend_sitemap(self, context: TemplateContext, config: MkDocsConfig) -> None:
        """Take pages that are not to be found out of what a sitemap's template is given."""
        hidden = {page.file.src_uri for page in self.hidden()}
        hidden.update(self.publishing.hidden() if self.publishing else ())
        context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
        if self.edition:
            pages = in_languages(config).i18n_files_per_language
            kept = [file for file in pages[self.edition.lang] if file.src_uri not in hidden]
            pages[self.edition.lang] = kept

    def place_in(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Put the blog into the navigation, under the title that `nav` gives it."""
        pages = {page.file.src_uri: page for page in self.pages()}
        for path, title in titles_in(config.nav or []):
            file = files.get_file_from_path(path)
            page = pages.get(file.src_uri) if file else None
            if page:
                page.title, page.named_by_nav = shown(title), True
        beside = [self.index, *self.overviews]
        others = [*self.posts, *(page for page in self.lists if page not in beside)]
        place_blog(nav, self.index, self.overviews, others, self.translator.t("blog"), section_page_class(config))
        for page in self.lists:
            page.take_usual_name()
        if self.jekyll:
            self.jekyll.place_in(nav, config, after=self.index)


def start_build(files: Files, config: MkDocsConfig, settings: Settings, occasion: Occasion) -> BlogBuild:
    """Read the posts, give them their addresses, add a page for every view; `files` is changed to hold them."""
    jekyll = occasion.jekyll
    editions = () if jekyll else editions_of(occasion.written, files, config, settings)
    readings = [(edition, _read(edition.files, edition.settings, config, occasion)) for edition in editions]
    if editions:
        settings = editions[0].settings
    reading = readings[0][1] if readings else _read(files, settings, config, occasion)
    build = BlogBuild(settings, reading.blog, reading.translator, occasion.now.astimezone(reading.zone), jekyll=jekyll)
    build.edition = editions[0] if editions else None
    build.findings = list(reading.findings)
    if not (build.edition and build.edition.prefix):  # once is enough
        build.findings += [*template_notes(config), *page_notes(reading.blog, settings, config, occasion.chosen)]
        build.findings += version_problems(config)
    _add_posts(build, files, config, reading.found)
    _add_lists(build, files, config, reading.others, occasion.stub)
    build.findings += slash_problems(config, {page.file.src_uri: page.file.url for page in build.pages()})
    for page in build.pages():
        page.owner = build
    if jekyll:
        jekyll.place_authors({page.listing.path for page in build.lists})
    else:
        root = build.edition.neutral(settings.root) if build.edition else settings.root
        move_media(files, settings.posts_folder, root, config)
    if readings:
        settle_addresses(occasion.written, readings, config)
        if not editions[0].prefix:
            lists = {page.file.src_uri for page in build.lists}
            build.findings += redirect_problems(config, lists, {file.src_uri for file in occasion.written})
        build.join_editions(twins(readings, config), files, config)
    return build


def _read(files: Files, settings: Settings, config: MkDocsConfig, occasion: Occasion) -> Reading:
    found = occasion.jekyll.place(settings) if occasion.jekyll else found_in_docs(files, config, settings)
    return read_blog(found, files, settings, config, drafts=occasion.drafts, now=occasion.now)


def _add_posts(build: BlogBuild, files: Files, config: MkDocsConfig, found: Found) -> None:
    for file in found.files.values():
        if file.src_uri in files.src_uris:
            files.remove(file)
    by_source = {post.source: post for post in build.blog.posts}
    for source, old in found.files.items():  # in the host's order, which other plugins go by
        post = by_source.get(source)
        if post is None:
            continue
        inclusion = old.inclusion if old.inclusion is InclusionLevel.DRAFT else InclusionLevel.NOT_IN_NAV
        file = placed(old, destination(post.path, config), config, inclusion)
        files.append(file)
        page = build.jekyll.post(post, file) if build.jekyll else PostPage(post, file, config, extends=found.folders)
        build.posts.append(page)


def _add_lists(build: BlogBuild, files: Files, config: MkDocsConfig, others: Mapping[str, File], stub: str) -> None:
    posts = {post.path for post in build.blog.posts}
    openings = build.jekyll.openings() if build.jekyll else {}
    for view in build.blog.views:
        for view_page in view.pages:
            if view_page.path in posts:
                continue
            name = view.name or build.translator.t("blog")
            number = build.translator.t("page", n=view_page.number) if view_page.number > 1 else ""
            listing = _Listing(view, view_page, view_page.path, name, openings.get(view_page.path), number)
            _add_list(build, files, config, listing, others.get(view_page.path), stub)
    for overview in build.blog.overviews:
        name = overview.name or build.translator.t(overview.kind)
        listing = _Listing(overview, None, overview.path, name, openings.get(overview.path))
        _add_list(build, files, config, listing, None, stub)


@dataclass(frozen=True, slots=True)
class _Listing:
    of: View | Overview
    view_page: ViewPage | None
    path: str
    name: str
    opening: Opening | None
    number: str = ""
    """Of a later page, in words."""


def _add_list(
    build: BlogBuild, files: Files, config: MkDocsConfig, listing: _Listing, own: File | None, stub: str
) -> None:
    index = isinstance(listing.of, View) and listing.of.kind == "index"
    first = isinstance(listing.of, Overview) or (index and listing.view_page is listing.of.pages[0])
    inclusion = InclusionLevel.INCLUDED if first else InclusionLevel.NOT_IN_NAV
    introduced = own is not None and own.is_documentation_page()
    if own is not None and introduced:
        files.remove(own)
        file = placed(own, own.dest_uri, config, inclusion)
    else:
        if own is not None:
            build.findings.append(_overwritten(own, listing))
        path = build.edition.source_uri(listing.path) if build.edition else listing.path
        uri = f"{path}/index.md".lstrip("/") if index else f"{path}.md"
        file = generated(uri, destination(listing.path, config, index=index), stub, config, inclusion)
    files.append(file)
    page = ListPage(
        listing.of, listing.view_page, file, config, name=listing.name, introduced=introduced, opening=listing.opening
    )
    if build.jekyll and isinstance(listing.of, Overview):
        page.former_ids = partial(build.jekyll.former_ids, listing.of)
    if build.lists and build.lists[-1].listing is listing.of:
        page.first = build.lists[-1].first
    page.number = listing.number
    build.lists.append(page)


def _overwritten(own: File, listing: _Listing) -> Problem:
    what = f"This file has the address `/{listing.path}/`, where the blog's page `{listing.name}` is written over it."
    hint = "Move it, or write the page's introduction in a Markdown file of that name."
    return Problem(own.src_uri, None, what, hint)
