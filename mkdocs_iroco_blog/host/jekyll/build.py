"""A Jekyll site in one build: its posts for the blog, its other files in their places among the host's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.body import mend_root_links
from mkdocs_iroco_blog.core.html.malformed_links import malformed_link_problem, malformed_links
from mkdocs_iroco_blog.core.html.root_links import root_link_findings
from mkdocs_iroco_blog.core.messages.jekyll import LIQUID_FILE, LIQUID_TAG
from mkdocs_iroco_blog.core.model import Overview, Post
from mkdocs_iroco_blog.host.load.sources import PostSources
from mkdocs_iroco_blog.host.pages.files import FileIndex, is_built, page_url, source_text
from mkdocs_iroco_blog.host.pages.list_page import Opening
from mkdocs_iroco_blog.host.pages.nav import place_pages
from mkdocs_iroco_blog.host.pages.page import set_content
from mkdocs_iroco_blog.host.pages.post_page import Convert, locking_keys
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path
from mkdocs_iroco_blog.jekyll.feeds import entry_author, feed_author, feed_kind, feed_notes, root_url
from mkdocs_iroco_blog.jekyll.listing_pages.listing import ids_of_terms
from mkdocs_iroco_blog.jekyll.rendering import ConversionCache, Rendering
from mkdocs_iroco_blog.jekyll.settings import derive_options
from mkdocs_iroco_blog.jekyll.site import listing_notes
from mkdocs_iroco_blog.jekyll.sources import old_addresses, redirect_target, to_source
from mkdocs_iroco_blog.layout.includes import IncludeFragments
from mkdocs_iroco_blog.publish.redirects.routes import MovedPage

from .docs_folder import docs_folder_problems, refuse_shared_folder
from .folder import JekyllFolder
from .links import JekyllLinks
from .maths import maths_notes
from .openings import openings
from .pages import Conversions, JekyllFile, JekyllPage, JekyllPost, StaticFile, TemplateFile, empty_page
from .places import Places
from .site_options import apply_jekyll_config, chooses_language


@dataclass(frozen=True, slots=True)
class JekyllBlog:
    """The Jekyll site that the blog is read from."""

    folder: JekyllFolder
    conversions: ConversionCache
    """Conversions of earlier builds."""
    sets_language: bool
    """Whether `mkdocs.yml` leaves the language to the Jekyll site."""

    def read(self, files: Files, config: MkDocsConfig, now: datetime, *, mermaid: str | None) -> JekyllBuild:
        """Read the site for one build. `mermaid` is the option of that name."""
        return JekyllBuild(self, files, config, now, mermaid=mermaid)

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
        self, blog: JekyllBlog, files: Files, config: MkDocsConfig, now: datetime, *, mermaid: str | None
    ) -> None:
        """Read the site. `mermaid` is the option of that name."""
        refuse_shared_folder(files, blog.folder, config)
        blog.conversions.begin()
        self._config = config
        self.site = blog.folder.site(now)
        self.findings: list[Finding] = [*blog.folder.findings, *self.site.findings, *feed_notes(self.site)]
        """Grows while documents are rendered."""
        self.findings += docs_folder_problems(files, blog.folder, self.site, config)
        self.title, self.profiles = self.site.config.title, self.site.config.social
        self.config_path = self.site.config.path
        self.feed_author, self.entry_author = feed_author(self.site), entry_author(self.site)
        self.options = derive_options(self.site)
        if not blog.sets_language:
            self.options.pop("lang", None)
        self._folder = blog.folder
        self.without_ending = self.site.paths_without_ending() if config.use_directory_urls else frozenset[str]()
        self._places = Places(files, blog.folder, config, self.findings, self.without_ending)
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
        self._templates: list[tuple[Document, TemplateFile]] = []
        self.lost_feeds: dict[str, str] = {}

    def place(self) -> PostSources:
        """Put pages and copied files into their places. Return the posts, for the blog to place."""
        if not self._post_files:
            self._place_others()
        files, place = self._post_files, self._places.file
        posts = {path: files.get(path) or place(JekyllFile, path, "") for path in self._documents}
        sources = [to_source(document, self.site) for document in self.site.with_page(self.site.posts)]
        return PostSources(posts, sources, self.site.authors.directory, ())

    def settle(self, files: Files, removed: Collection[str] = ()) -> None:
        """Go on with the latest list of files. `removed` are the sources of posts that another plugin has removed."""
        self._places.use(files)
        self._links.use(files)
        self._pages = [page for page in self._pages if is_built(page.file, files)]
        if removed:
            posts = tuple(post for post in self.site.posts if post.path not in removed)
            self.site = replace(self.site, posts=posts, fingerprint=f"{self.site.fingerprint} {sorted(removed)}")
            self._documents = {post.path: post for post in posts}
            self._rendering = self._conversions.rendering = self._render(self.site)

    def _place_others(self) -> None:
        for listing in self.site.listings.values():
            self._places.report_clash(listing.document)
        for document in self.site.with_page(self.site.pages):
            self._add_page(document)
        for document in self.site.with_page(self.site.templates):
            file = self._places.file(TemplateFile, document.path, document.output_path)
            if self._places.add(file, document.path, document.front.lines.get("permalink")):
                self._templates.append((document, file))
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
            content, path = page.content or "", page.document.path
            for address in malformed_links(content):
                self.findings.append(malformed_link_problem(path, address, source_text(page.file)))
            content = mend_root_links(content, page.url, self.index)
            self.findings += root_link_findings(path, content, partial(source_text, page.file), links.absolute_links)
            set_content(page, content)
            page.settle_heading()
        for document, file in self._templates:
            self._finish_template(document, file)
        self.findings += maths_notes(self._conversions.with_maths, self._config)

    def _finish_template(self, document: Document, file: TemplateFile) -> None:
        """Render a file that is no page. If a tag stays in it as it is written, the file is not."""
        conversion = self._rendering.text(document)
        faults = [finding for finding in conversion.findings if finding.code == LIQUID_TAG.code]
        if not faults:
            self.findings += conversion.findings
            file.text = conversion.text
            return
        self._places.remove(file)
        effect = "So the file is not written."
        if kind := feed_kind(document):
            self.lost_feeds[document.output_path], effect = kind, "So a feed of the blog takes its place."
        for item in faults:
            self.findings.append(LIQUID_FILE(item.source, item.line, fault=item.what, effect=effect, hint=item.hint))

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
