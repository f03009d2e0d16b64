"""A Jekyll site in one build: its posts for the blog, its other files in their places among the host's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Overview, Post
from mkdocs_iroco_blog.host.load.sources import PostSources
from mkdocs_iroco_blog.host.pages.files import FileIndex, is_built, page_url
from mkdocs_iroco_blog.host.pages.list_page import Opening
from mkdocs_iroco_blog.host.pages.nav import place_pages
from mkdocs_iroco_blog.host.pages.post_page import Convert, locking_keys
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path, lacks_ending
from mkdocs_iroco_blog.jekyll.feeds import entry_author, feed_author, feed_notes, feed_options, root_url
from mkdocs_iroco_blog.jekyll.joined_posts import with_joined
from mkdocs_iroco_blog.jekyll.listing_pages.listing import ids_of_terms
from mkdocs_iroco_blog.jekyll.rendering import ConversionCache, Rendering
from mkdocs_iroco_blog.jekyll.settings import derive_options
from mkdocs_iroco_blog.jekyll.site import JekyllSite, listing_notes
from mkdocs_iroco_blog.jekyll.sources import old_addresses, redirect_target, to_source
from mkdocs_iroco_blog.layout.includes import IncludeFragments
from mkdocs_iroco_blog.publish.redirects.routes import MovedPage

from .docs_folder import docs_folder_problems, refuse_shared_folder, runs_templates
from .folder import JekyllFolder
from .joined import JoinedPosts
from .links import JekyllLinks
from .maths import maths_notes
from .openings import openings
from .pages import Conversions, JekyllFile, JekyllPage, JekyllPost, StaticFile, empty_page
from .places import Places
from .site_options import apply_jekyll_config, chooses_language
from .templates import Templates


@dataclass(frozen=True, slots=True)
class JekyllBlog:
    """The Jekyll site that the blog is read from."""

    folder: JekyllFolder
    conversions: ConversionCache
    """Conversions of earlier builds."""
    sets_language: bool
    """Whether `mkdocs.yml` leaves the language to the Jekyll site."""

    def read(
        self, files: Files, config: MkDocsConfig, now: datetime, *, mermaid: str | None, posts: Collection[str] = ()
    ) -> JekyllBuild:
        """Read the site for one build. `mermaid` is the option of that name, `posts` are sources in the docs folder."""
        return JekyllBuild(self, files, config, now, mermaid=mermaid, posts=posts)

    def watched(self) -> Iterator[Path]:
        """Yield the paths for the preview to watch."""
        return self.folder.watched()


def open_jekyll(path: str, config: MkDocsConfig, last: object) -> JekyllBlog:
    """Find the folder and read its configuration. Raises `PluginError` if there is no Jekyll site."""
    folder = JekyllFolder(path, config, last.folder if isinstance(last, JekyllBlog) else None)
    sets_language = not chooses_language(config)
    apply_jekyll_config(config, folder.config, language=sets_language)
    return JekyllBlog(folder, last.conversions if isinstance(last, JekyllBlog) else ConversionCache(), sets_language)


class JekyllBuild:
    """The Jekyll site in one build: its posts for the blog, its other files in their places among the host's."""

    def __init__(
        self, blog: JekyllBlog, files: Files, config: MkDocsConfig, now: datetime, *, mermaid: str | None,
        posts: Collection[str],
    ) -> None:  # fmt: skip
        """Read the site, as `JekyllBlog.read` says."""
        refuse_shared_folder(files, blog.folder, config)
        blog.conversions.begin()
        self._config, self._folder = config, blog.folder
        self.site = self._alone = blog.folder.site(now)
        self.findings: list[Finding] = docs_folder_problems(files, blog.folder, self.site, config, posts)
        """Grows while documents are rendered."""
        self.findings += [*blog.folder.findings, *self.site.findings, *feed_notes(self.site)]
        settings = self.site.config
        self.title, self.profiles, self.config_path = settings.title, settings.social, settings.path
        self.feed_author, self.entry_author = feed_author(self.site), entry_author(self.site)
        self.options = derive_options(self.site)
        if not blog.sets_language:
            self.options.pop("lang", None)
        self.without_ending = set(self.site.paths_without_ending() if config.use_directory_urls else ())
        self._places = Places(files, blog.folder, config, self.findings, self.without_ending, posts)
        self._joined = JoinedPosts(self.site, templated=runs_templates(config))
        self.reader = self._joined.reader
        self._links = JekyllLinks(files, self.site, self._places.uris)
        self._includes = IncludeFragments(config.theme.dirs)
        self._render = partial(
            Rendering, now=now, link=self._links, beside=blog.folder.beside, cache=blog.conversions,
            fragments=self._includes, locking=locking_keys(config),
        )  # fmt: skip
        self._rendering = self._render(self.site)
        self._conversions = Conversions(self._rendering, config, mermaid, self.findings)
        self._documents = {document.path: document for document in self.site.posts}
        self._post_files: dict[str, File] = {}
        self._pages: list[JekyllPage] = []
        self._templates = Templates(self._places, self.findings)
        self.lost_feeds = self._templates.lost_feeds

    def place(self, docs: PostSources | None = None) -> PostSources:
        """Put pages and copied files into their places. Return all posts, for the blog to place."""
        if not self._places.uris:  # this is the first time
            self._place_others()
        files, place = self._post_files, self._places.file
        posts = {path: files.get(path) or place(JekyllFile, path, "") for path in self._documents}
        sources = [to_source(document, self._alone) for document in self._alone.with_page(self._alone.posts)]
        alone = PostSources(posts, sources, self.site.authors.directory, ())
        return self._joined.place(docs, alone) if docs else alone

    def join(self, posts: Iterable[Post]) -> None:
        """Show templates the posts of the docs folder among these, which get pages."""
        documents = self._joined.documents(posts)
        if documents or self.site is not self._alone:
            self._use(with_joined(self._alone, list(documents.values())))
        for source, document in documents.items():
            self._places.uris[document.path] = source
            if self._config.use_directory_urls and lacks_ending(document.url):
                self.without_ending.add(decode_path(document.url))
        if feeds := list(feed_options(self.site)):
            self.options["feeds"] = feeds

    def reads(self, source: str) -> bool:
        """Whether a post is one of the Jekyll site."""
        return source not in self._joined.places

    def _use(self, site: JekyllSite) -> None:
        self.site = site
        self._rendering = self._conversions.rendering = self._render(site)

    def settle(self, files: Files, removed: Collection[str] = ()) -> None:
        """Go on with the latest list of files. `removed` are the sources of posts that another plugin has removed."""
        self._places.use(files)
        self._links.use(files)
        self._pages = [page for page in self._pages if is_built(page.file, files)]
        if removed:
            posts = tuple(post for post in self._alone.posts if post.path not in removed)
            self._alone = replace(self._alone, posts=posts, fingerprint=f"{self._alone.fingerprint} {sorted(removed)}")
            self._documents = {post.path: post for post in posts}
            self._use(self._alone)

    def _place_others(self) -> None:
        for listing in self.site.listings.values():
            self._places.report_clash(listing.document)
        for document in self.site.with_page(self.site.pages):
            self._add_page(document)
        self._templates.place(self.site.with_page(self.site.templates))
        for path in self.site.with_page(self.site.copied):
            self._places.add(self._places.file(StaticFile, path, self.site.copied[path]), path)

    def post(self, post: Post, file: File, convert: Convert) -> JekyllPost:
        """Return a post's page."""
        self._post_files[post.source] = file
        return JekyllPost(post, file, self._config, convert, self._documents[post.source], self._conversions)

    def place_unlisted(self, listed: set[str]) -> None:
        """Give a page to authors without posts and to lists of nothing, as Jekyll does. `listed` are paths of lists."""
        lists = self.site.listings.items()
        replaced = {kind: page for kind, page in lists if decode_path(page.document.url) in listed}
        notes = listing_notes(self.site.config, replaced)
        self.findings += [note for note in notes if note not in self.findings]
        for kind, page in lists:
            if kind not in replaced and not self._places.occupant(page.document):
                self._add_page(page.document, lists=True)
        placed = {page.document.path for page in self._pages}
        for document in self.site.authors.pages:
            if decode_path(document.url) not in listed and document.path not in placed:
                self._add_page(document)

    def owns(self, page: Page) -> bool:
        """Whether a page of the host comes from the Jekyll site, and is no post."""
        return isinstance(page, JekyllPage)

    def unmapped(self, files: Files) -> list[str]:
        """Return the sources of pages that jekyll-sitemap excludes: `sitemap: false`."""
        pages = (file.page for file in files if file.page and self.owns(file.page))
        return [page.file.src_uri for page in pages if page.meta.get("sitemap") is False]

    @property
    def index(self) -> FileIndex:
        """Finds files by the references in the site's texts."""
        return self._links.index

    def place_in(self, nav: Navigation, config: MkDocsConfig, *, after: Page) -> None:
        """Put titled pages at the site's root beside its home page, as Jekyll's default theme does without `nav`.

        https://github.com/jekyll/minima#customize-navigation-links
        """
        if not config.nav:
            listed = [page for page in self._pages if page.document.title and "/" not in decode_path(page.document.url)]
            place_pages(nav, [page for page in listed if not page.hidden], after)

    @property
    def former_root(self) -> str:
        """The site's root address in the ids of its feeds; empty if it has none."""
        return root_url(self.site.config)

    def moved(self) -> Iterator[MovedPage]:
        """Yield pages that are no posts, with their old addresses."""
        for page in self._pages:
            document, address, path = page.document, page_url(page.url), page.file.dest_uri
            old, target, lines = old_addresses(document), redirect_target(document), document.front.lines
            yield MovedPage(document.path, address, document.title, old, target, lines, path=path, as_files=True)

    def hidden(self) -> list[JekyllPage]:
        """Return pages excluded from search, the sitemap and the navigation."""
        return [page for page in self._pages if page.hidden]

    def finish(self) -> None:
        """Give each page its heading and relative links, and render templates, when every page is converted."""
        links = self._config.validation.links
        self.findings += self._includes.take_findings()
        for page in self._pages:
            self.findings += page.finish(self.index, links.absolute_links)
        self._templates.finish(self._rendering)
        self.findings += maths_notes(self._conversions.with_maths, self._config)

    def openings(self) -> dict[str, Opening]:
        """Return the heads of lists, by their paths: those of the site's listing pages and of its authors."""
        return openings(self.site, self._rendering, self._folder.text)

    def former_ids(self, overview: Overview) -> Mapping[str, Sequence[str]]:
        """Return the ids that the site's listing page had for terms, by their names, so that links still land there."""
        listing = self.site.listings.get(overview.kind)
        html = self._rendering.html(listing.document) if listing else None
        return ids_of_terms(html, overview.kind, [group.name for group in overview.groups])

    def _add_page(self, document: Document, *, lists: bool = False) -> None:
        """Add a page. One that `lists` may be empty."""
        if not (document.body.strip() or lists or redirect_target(document)):
            self.findings.append(empty_page(document))
        file = self._places.file(JekyllFile, document.path, decode_path(document.url))
        if self._places.add(file, document.path, document.front.lines.get("permalink")):
            self._pages.append(JekyllPage(document, file, self._config, self._conversions))
