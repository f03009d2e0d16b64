"""Builds the pages of a blog from the files of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import is_markdown_file

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.addresses import INDEX_REMOVED, VIEW_OVERWRITES_FILE
from mkdocs_iroco_blog.core.messages.posts import UNREADABLE_FILE
from mkdocs_iroco_blog.core.model import Overview, View
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.settings import Settings

from .compat.encryptcontent import is_locked
from .compat.git_authors import exclude_pages
from .compat.htmlproofer import register_files
from .compat.i18n import LoadedEditions, counterparts_of, editions_of, is_translation, join_edition, move_originals
from .compat.literate_nav import remove_matched_pages
from .compat.material import options_from_plugins, page_notes, template_notes
from .compat.mike import version_problems
from .compat.redirects import redirect_problems, register_pages, slash_problems
from .compat.rss import set_date
from .config import BlogConfig, settings_from
from .jekyll.beside import load_joined, posts_beside
from .load.blog import BuildInputs, LoadedBlog, load_blog
from .load.list_specs import list_specs
from .load.notebooks import NotebookPost
from .load.option_checks import option_findings
from .load.origin import Origin, OriginBuild
from .load.placement import Placement, move_pages
from .load.sources import collect_posts
from .pages.blog_pages import BlogPages
from .pages.edition import Edition, name_of_blog
from .pages.files import destination, move_media
from .pages.list_page import ListPage, ListSpec
from .pages.nav import place_blog
from .pages.post_page import Convert, PostPage


@dataclass(frozen=True, slots=True)
class Build:
    """A blog in one build of the site, from `on_files` on."""

    pages: BlogPages
    jekyll: OriginBuild | None
    """The Jekyll site that the posts come from, instead of the docs folder."""
    placement: Placement

    def is_current(self, files: Files) -> bool:
        """Whether the host's list still has the files that the blog was built from."""
        return self.placement.is_current(files, self.pages.findings)

    def prepare(self, page: Page, config: MkDocsConfig) -> None:
        """Give a post's date to the plugin rss. If a plugin is going to lock the page, keep the text off all else."""
        post = self.pages.find(page)
        if isinstance(post, PostPage):
            set_date(post, config)
            if is_locked(page):
                post.lock()

    def settle_files(self, files: Files, config: MkDocsConfig) -> None:
        """Tell plugins that took the list of files earlier about the blog's pages, and take away what has no page."""
        self.placement.settle(files)
        if config.nav is not None:
            self.pages.list_in_nav(listed=False)  # the blog is placed in it later
        if self.jekyll:
            self.jekyll.settle(files)
        placed = [page.file for page in self.pages.all()]
        register_files(config, placed)
        exclude_pages(config, (file for file in placed if file.abs_src_path == self.placement.stand_in))
        register_pages(config, () if self.pages.edition else placed)
        remove_matched_pages(self.pages, files, config)

    def place_in(self, nav: Navigation, files: Files, config: MkDocsConfig) -> Navigation:
        """Put the blog, and the pages of a Jekyll site, into the navigation."""
        place_blog(nav, self.pages, files, config)
        if self.jekyll:
            self.jekyll.place_in(nav, config, after=self.pages.index)
        return nav


def build(
    files: Files, config: MkDocsConfig, options: BlogConfig, blog: Origin | None, inputs: BuildInputs, convert: Convert,
    last: Build | None = None,
) -> Build | None:  # fmt: skip
    """Read the posts, give them their addresses, and add a page for every view to `files`.

    `last` is the blog as it was built before other plugins changed the list of files. Returns `None` if the site has
    no blog: in translations of a Jekyll site, which has one language, and if another plugin has removed all of it.
    """
    decided = options_from_plugins(config)
    settings, jekyll = settings_from(options, decided), last.jekyll if last else None
    if blog:
        beside = posts_beside(files, config, options)
        if is_translation(config):
            beside.remove_from(files)
            return None
        jekyll = jekyll or blog.read(files, config, inputs.now, mermaid=settings.mermaid, posts=beside.sources)
        settings = beside.settings(jekyll, options, decided)
    misplaced = list(move_pages(files, config, settings.page_urls or {}))
    placement = Placement(files, config, settings, last.placement if last else None, jekyll)
    if jekyll and last:
        jekyll.settle(files, placement.removed_posts)
    inputs = replace(inputs, removed=placement.removed)
    pages = _PageBuilder(files, config, settings, inputs, jekyll, convert, placement).build().with_findings(misplaced)
    if settings.index_path in placement.removed:
        if not pages.posts:
            placement.remove(files)
            return None
        pages = pages.with_findings([INDEX_REMOVED("mkdocs.yml", file=pages.index.file.src_uri)])
    if last:  # an unreadable file is not in the list any more
        pages = pages.with_findings(old for old in last.pages.findings if old.code == UNREADABLE_FILE.code)
    placement.end()
    return Build(pages, jekyll, placement)


@dataclass(frozen=True, slots=True)
class _PageBuilder:
    """Builds the pages of a blog. Adds their files to `files`, and removes those that they replace."""

    files: Files
    config: MkDocsConfig
    settings: Settings
    inputs: BuildInputs
    jekyll: OriginBuild | None
    convert: Convert
    placement: Placement

    def build(self) -> BlogPages:
        """Read the posts, give them their addresses, and add a page for every view."""
        editions = self._editions()
        edition, loaded = editions[0] if editions else (None, self._load(self.files, self.settings))
        posts = list(self._posts(loaded))
        lists, problems = self._lists(loaded, edition)
        pages = BlogPages(
            loaded.blog, loaded.settings, loaded.translator,
            self.inputs.now.astimezone(loaded.zone), posts, lists, edition=edition,
            withheld=loaded.sources.files.keys() - {post.source for post in loaded.blog.posts},
        )  # fmt: skip
        pages = replace(pages, findings=[*loaded.findings, *problems, *self._site_findings(pages)])
        if self.jekyll:
            self.jekyll.place_unlisted({page.spec.listing.path for page in lists})
            return replace(pages, jekyll_hidden=self.jekyll.hidden())
        root = edition.without_prefix(pages.settings.root) if edition else pages.settings.root
        move_media(self.files, pages.settings.posts_folder, root, self.config)
        return self._join(edition, pages, editions) if edition else pages

    def _editions(self) -> LoadedEditions:
        if self.jekyll:
            return ()
        editions = editions_of(self.inputs.all_files, self.files, self.config, self.settings)
        return [(edition, self._load(edition.files, edition.settings)) for edition in editions]

    def _load(self, files: Files, settings: Settings) -> LoadedBlog:
        if self.jekyll:
            return load_joined(self.jekyll, files, settings, self.config, self.inputs)
        return load_blog(collect_posts(files, self.config, settings), files, settings, self.config, self.inputs)

    def _site_findings(self, pages: BlogPages) -> Iterator[Finding]:
        if not pages.prefix:  # once for all languages
            yield from template_notes(self.config)
            yield from page_notes(pages.blog, pages.settings, self.config, self.inputs.named_options)
            yield from version_problems(self.config)
            named, files = self.inputs.named_options, self.inputs.all_files
            yield from option_findings(pages.settings, named, files, self.config)
        yield from slash_problems(self.config, {page.file.src_uri: page.file.url for page in pages.all()})

    def _posts(self, loaded: LoadedBlog) -> Iterator[PostPage]:
        originals = loaded.sources.files
        for file in originals.values():
            if file.src_uri in self.files.src_uris:
                self.files.remove(file)
        by_source = {post.source: post for post in loaded.blog.posts}
        for source, original in originals.items():  # in the host's order, which other plugins follow
            post = by_source.get(source)
            from_jekyll = self.jekyll is not None and self.jekyll.reads(source)
            if post is None:
                if not from_jekyll:
                    self.placement.reject(original)
                continue
            file = self.placement.add_post(source, original, destination(post.path, self.config))
            if self.jekyll and from_jekyll:
                yield self.jekyll.post(post, file, self.convert)
            else:
                extends = loaded.sources.defaults_files
                kind = PostPage if is_markdown_file(file.src_uri) else NotebookPost
                yield kind(post, file, self.config, convert=self.convert, extends=extends)

    def _lists(self, loaded: LoadedBlog, edition: Edition | None) -> tuple[list[ListPage], list[Finding]]:
        lists: list[ListPage] = []
        problems: list[Finding] = []
        blog = name_of_blog(edition.settings if edition else self.settings, edition)
        for spec in list_specs(loaded.blog, loaded.translator, self.jekyll):
            existing = loaded.other_pages.get(spec.path) if isinstance(spec.listing, View) else None
            if existing is not None and not existing.is_documentation_page():
                values = {"address": displayed(spec.path), "name": spec.name}
                problems.append(VIEW_OVERWRITES_FILE(existing.src_uri, **values))
                existing = None
            first = lists[-1].first if lists and lists[-1].spec.listing is spec.listing else None
            file = self._list_file(spec, existing, edition)
            spec = replace(spec, blog=blog, first=first, introduced=existing is not None)  # noqa: PLW2901
            lists.append(ListPage(spec, file, self.config))
        return lists, problems

    def _list_file(self, spec: ListSpec, existing: File | None, edition: Edition | None) -> File:
        """Return the file of a list page. `existing` is its introduction, which it replaces."""
        in_nav = isinstance(spec.listing, Overview) or (spec.is_index and spec.view_page.number == 1)
        inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        if existing is not None:
            return self.placement.add_introduction(spec.path, existing, inclusion)
        path = edition.source_uri(spec.path) if edition else spec.path
        uri = f"{path}/index.md".lstrip("/") if spec.is_index else f"{path}.md"
        dest_uri = destination(spec.path, self.config, index=spec.is_index)
        return self.placement.add_list(spec.path, uri, dest_uri, inclusion)

    def _join(self, edition: Edition, pages: BlogPages, editions: LoadedEditions) -> BlogPages:
        """Join the pages with their translations. Findings in an untranslated post belong to its own language."""
        all_files, findings = self.inputs.all_files, list(pages.findings)
        move_originals(all_files, editions, self.config)
        if not edition.prefix:
            lists = {page.file.src_uri for page in pages.lists}
            findings += redirect_problems(self.config, lists, {file.src_uri for file in all_files})
        untranslated = {page.file.src_uri for page in pages.posts if not edition.is_translated(page.file)}
        findings = [finding for finding in findings if finding.source not in untranslated]
        counterparts = counterparts_of(editions, self.config)
        join_edition(edition, pages.all(), counterparts, self.files, self.config)
        register_files(self.config, (other.file for others in counterparts.values() for other in others))
        translations = {
            path: [other.translation for other in others if other.translation] for path, others in counterparts.items()
        }
        return replace(pages, translations=translations, findings=findings)
