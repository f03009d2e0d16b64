"""A Jekyll site in one build: its posts for the blog, its other files in their places among the host's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.html.body import mend_root_links
from mkdocs_iroco_blog.core.model import Overview, Post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.load.sources import Found
from mkdocs_iroco_blog.host.pages.files import BlogFile, FileIndex, destination, page_url
from mkdocs_iroco_blog.host.pages.nav import place_pages
from mkdocs_iroco_blog.host.pages.pages import Opening
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.feeds import feed_notes, root_url
from mkdocs_iroco_blog.jekyll.listing_pages.author_page import without_posts
from mkdocs_iroco_blog.jekyll.listing_pages.listing import old_anchors
from mkdocs_iroco_blog.jekyll.redirects import old_addresses, redirect_target
from mkdocs_iroco_blog.jekyll.rendering import ConversionCache, Rendering
from mkdocs_iroco_blog.jekyll.settings import derive_options, path_of_url
from mkdocs_iroco_blog.jekyll.site import ListingPage
from mkdocs_iroco_blog.jekyll.sources import plain_title, source_of
from mkdocs_iroco_blog.publish.redirects.plan import Moved

from .folder import JekyllFolder
from .links import JekyllLinks
from .pages import Conversions, JekyllFile, JekyllPage, JekyllPost, StaticFile, TemplateFile
from .site_options import chooses_language, speak


class JekyllBlog:
    """A Jekyll site that the blog is read from, from one build to the next."""

    def __init__(self) -> None:
        self._conversions = ConversionCache()
        self._folder: JekyllFolder | None = None
        self._speaks = True
        """`mkdocs.yml` leaves the language to it."""

    def open(self, written: str, config: MkDocsConfig) -> None:
        """Find the folder and read its configuration; raises `PluginError` where there is none."""
        self._folder = JekyllFolder(written, config)
        self._speaks = not chooses_language(config)
        speak(config, self._folder.config, language=self._speaks)

    def start(self, files: Files, config: MkDocsConfig, now: datetime) -> JekyllBuild:
        """Read all of it, for one build."""
        assert self._folder is not None
        build = JekyllBuild(self._folder, files, config, now, self._conversions)
        if not self._speaks:
            build.options.pop("lang", None)
        return build

    def watched(self) -> Iterator[Path]:
        """What the preview watches."""
        assert self._folder is not None
        return self._folder.watched()


class JekyllBuild:
    """Made anew for every build: reads the site, and places in `files` all that is no post."""

    def __init__(
        self, folder: JekyllFolder, files: Files, config: MkDocsConfig, now: datetime, cache: ConversionCache
    ) -> None:
        cache.begin()
        self.site = folder.site(now)
        self.findings: list[Finding] = [*folder.findings, *self.site.findings, *feed_notes(self.site)]
        """What is wrong with a document's text joins them once it is read."""
        self._folder, self._files, self._config = folder, files, config
        self.options = derive_options(self.site)
        """What the site decides of the blog's options."""
        self._links = JekyllLinks(files, self.site)
        self._rendering = Rendering(self.site, now=now, link=self._links, beside=folder.beside, cache=cache)
        self._documents = {document.path: document for document in self.site.posts}
        self._taken = {file.dest_uri: file.src_uri for file in files if not file.inclusion.is_excluded()}
        self._pages: list[JekyllPage] = []

    def place(self, settings: Settings) -> Found:
        """Put pages and copied files into their places; the posts are returned, for the blog to place."""
        self._conversions = Conversions(self._rendering, self._config, settings.mermaid, self.findings)
        for listing in self.site.listings.values():
            self._tell_clash(listing.document)
        for document in self.site.pages:
            self._add_page(document)
        for document in self.site.templates:
            file = self._file(TemplateFile, document.path, document.output_path)
            file.render = partial(self._conversions.template, document)
            self._append(file)
        for path, target in self.site.copied.items():
            self._append(self._file(StaticFile, path, target))
        posts = {path: self._file(JekyllFile, path, "") for path in self._documents}
        sources = [source_of(document, self.site) for document in self.site.posts]
        return Found(posts, sources, self.site.authors.directory, ())

    def post(self, post: Post, file: File) -> JekyllPost:
        """A post's page."""
        return JekyllPost(post, file, self._config, self._documents[post.source], self._conversions)

    def place_authors(self, listed: set[str]) -> None:
        """Give authors who have a file of their own and no post a page, as Jekyll does.

        `listed` are the paths of the blog's lists.
        """
        for page in self.site.authors.pages:
            if path_of_url(page.url) not in listed:
                self._add_page(page)

    def owns(self, page: Page) -> bool:
        """Whether a page of the host's is one of the site's own, and no post."""
        return isinstance(page, JekyllPage)

    @property
    def index(self) -> FileIndex:
        """Finds files by what the site's texts write."""
        return self._links.index

    def place_in(self, nav: Navigation, config: MkDocsConfig, *, after: Page) -> None:
        """Put titled pages at the site's root beside its home page, as Jekyll's own theme does, unless `nav` is set.

        https://github.com/jekyll/minima#customize-navigation-links
        """
        if not config.nav:
            listed = [page for page in self._pages if page.document.title and "/" not in path_of_url(page.document.url)]
            place_pages(nav, [page for page in listed if not page.hidden], after)

    @property
    def former_root(self) -> str:
        """The address by which readers know the site's feeds; empty where it has none."""
        return root_url(self.site.config)

    def moved(self) -> Iterator[Moved]:
        """Pages that are no posts, with their old addresses."""
        for page in self._pages:
            document, address = page.document, page_url(page.url)
            old, to = old_addresses(document), redirect_target(document) or ""
            yield Moved(document.path, address, document.title, old, to, document.front.lines)

    def hidden(self) -> list[JekyllPage]:
        """Pages that no search, sitemap or navigation leads to."""
        return [page for page in self._pages if page.hidden]

    def finish(self) -> None:
        """Once every page is converted: give each its heading, and make its links relative, as those of posts are."""
        for page in self._pages:
            page.content = mend_root_links(page.content or "", page.url, self.index)
            page.settle_heading()

    def openings(self) -> dict[str, Opening]:
        """What the site says at the head of lists, by their paths: its own listings' pages, and its authors'."""
        made = {path_of_url(one.document.url): self._opening(one) for one in self.site.listings.values()}
        for page in self.site.authors.pages:
            meta = {"description": page.data.get("description")}
            made[path_of_url(page.url)] = Opening(meta, partial(self._of_author, page))
        return made

    def former_ids(self, overview: Overview) -> Mapping[str, Sequence[str]]:
        """Ids that the site's own listing had for terms, by the terms' names: links to them go on landing there.

        Where the site has no such page of its own: those of Jekyll Bootstrap's, from which many of these pages stem.
        """
        names = [group.name for group in overview.groups]
        listing = self.site.listings.get(overview.kind)
        if listing is None:
            return {name: [f"{name}-ref"] for name in names if overview.kind in {"categories", "tags"}}
        found: dict[str, list[str]] = {}
        for anchor, name in old_anchors(self._rendering.html(listing.document), names).items():
            found.setdefault(name, []).append(anchor)
        return found

    def _opening(self, listing: ListingPage) -> Opening:
        document = listing.document
        meta = {"description": document.data.get("description")}
        if document.titled:
            meta["title"] = plain_title(document.title)
        return Opening(meta, partial(self._rendering.opening, document, listing.listing.introduction))

    def _of_author(self, document: Document) -> str:
        name = str(document.data.get("display_name") or document.data.get("name") or document.title)
        return without_posts(self._rendering.html(document), name, [post.url for post in self.site.posts])

    def _add_page(self, document: Document) -> None:
        if not document.body.strip():
            what = f"The page has no content of its own: its layout `{document.layout}` gives it some, and is not run."
            self.findings.append(Note(document.path, None, what, "Write its content in the page."))
        file = self._file(JekyllFile, document.path, path_of_url(document.url))
        if self._append(file):
            self._pages.append(JekyllPage(document, file, self._config, self._conversions))

    def _tell_clash(self, document: Document) -> None:
        """Say that the docs folder has the address of a listing page, where a list of the blog's own stands."""
        other = self._taken.get(destination(path_of_url(document.url), self._config, index=True))
        if other is not None:
            what = f"The address `{document.url}` is also that of `{other}` in the docs folder."
            self.findings.append(Problem(document.path, None, what, "Delete or move one of them."))

    def _file(self, kind: type[Any], path: str, url: str) -> Any:
        """A file of the site, written where its address says."""
        dest = destination(url, self._config, index=True) if kind is JekyllFile else url
        uri = path if path not in self._files.src_uris else f"_jekyll/{path}"
        file = kind(
            uri, str(self._folder.source), self._config.site_dir, use_directory_urls=True, dest_uri=dest,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )  # fmt: skip
        self._links.uris[path] = uri
        if uri != path:
            file.src_dir, file.abs_src_path = None, str(self._folder.source / path)
        file.edit_uri = self._folder.edit_uri(path)
        return file

    def _append(self, file: BlogFile) -> bool:
        """Add a file, unless the docs folder has its address."""
        other = self._taken.setdefault(file.dest_uri, file.src_uri)
        if other != file.src_uri:
            what = f"The address `/{file.url}` is also that of `{other}`, which is the one that is built."
            self.findings.append(Problem(file.src_uri, None, what, "Delete or move one of them.", no_page=True))
            return False
        self._files.append(file)
        return True
