"""Files beside the pages: feeds and redirects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.addresses import FILE_EXISTS, NO_DEFAULT_IMAGE
from mkdocs_iroco_blog.core.messages.feeds import FEEDS_SHARE_ADDRESS, NO_SITE_ADDRESS
from mkdocs_iroco_blog.core.model import View
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.core.site_paths import SitePaths
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.compat.material_syntax import STYLESHEET as MARKDOWN_STYLESHEET
from mkdocs_iroco_blog.host.config import BlogConfig
from mkdocs_iroco_blog.host.load.site_folder import links_out_of, site_paths
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.files import FileIndex, page_url
from mkdocs_iroco_blog.host.pages.theme import is_material
from mkdocs_iroco_blog.layout.includes import INCLUDE_STYLESHEET
from mkdocs_iroco_blog.publish.feeds.options import FeedOption, read_feeds
from mkdocs_iroco_blog.publish.feeds.plan import FeedPlan, plan_feeds
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.redirects.plan import Redirect, moved_post, plan_redirects, redirect_page
from mkdocs_iroco_blog.publish.redirects.routes import MovedPage
from mkdocs_iroco_blog.publish.sitemap import is_thin, post_in_sitemap

from .feeds import STYLESHEET as FEED_STYLESHEET
from .feeds import Feeds, feed_links
from .related import hint_for_file
from .writing import write_file

_NO_ADDRESS = NO_SITE_ADDRESS("mkdocs.yml")


@dataclass(frozen=True, slots=True)
class ExtraFiles:
    """The feeds and redirects of one blog."""

    pages: BlogPages
    site: Site
    metadata: SiteMetadata
    feeds: Feeds
    redirects: Sequence[Redirect]
    """Redirects at addresses without a page."""
    replacements: Mapping[str, Redirect]
    """Redirects in place of a page, by the file that the page is written to."""
    unmapped: Sequence[str]
    """Sources of Jekyll pages with `sitemap: false`."""
    origins: Mapping[str, str]
    """The path of each file under the site's folder, with what it is made of."""
    findings: Sequence[Finding]

    def redirect_at(self, dest_uri: str) -> str | None:
        """Return the redirect that replaces the page written to this path, if there is one."""
        redirect = self.replacements.get(dest_uri)
        return self._redirect_page(redirect) if redirect else None

    def write(self, site: Path, *, cleared: bool) -> Iterator[Finding]:
        """Write every file, and yield a Problem for each that cannot be written."""
        leads_out = links_out_of(str(site))
        redirects = ((redirect, self._redirect_page(redirect).encode()) for redirect in self.redirects)
        feeds = ((path, data, "feeds", None) for path, data in self.feeds.contents())
        pages = ((item.file, data, item.page.source, item.page.line("aliases")) for item, data in redirects)
        for path, data, source, line in (*feeds, *pages):
            if fault := write_file(site, path, data, leads_out, cleared=cleared):
                yield FILE_EXISTS(source, line, path=path, fault=fault)

    def obstacles(self, site: Path) -> Iterator[Finding]:
        """Yield the Problems of `write`. It writes if there is any, and nothing else."""
        paths = [
            site / path for path in (*(plan.path for plan in self.feeds.plans), *(it.file for it in self.redirects))
        ]
        if any(path.exists() or any(map(Path.is_file, path.parents)) for path in paths):
            yield from self.write(site, cleared=True)

    def hidden(self) -> Iterator[str]:
        """Yield the sources of pages that the sitemap excludes."""
        yield from (redirect.page.source for redirect in self.replacements.values())
        yield from self.unmapped
        for page in self.pages.posts:
            if not post_in_sitemap(page.post, self.site.page_url(page.path)):
                yield page.file.src_uri
        for listing in self.pages.lists:
            view = listing.spec.listing
            if isinstance(view, View) and is_thin(view, self.pages.settings.thin_views):
                yield listing.file.src_uri

    def _redirect_page(self, redirect: Redirect) -> str:
        translator = self.pages.translator
        return redirect_page(
            redirect, self.site.root_url, lang=translator.lang, notice=translator.t("moved"),
            notice_lang="en" if "moved" in translator.english else "",
        )  # fmt: skip


def plan_extra_files(
    build: Build, files: Files, config: MkDocsConfig, index: FileIndex, site: Site, others: Sequence[ExtraFiles]
) -> ExtraFiles:
    """Plan the feeds and redirects. `site` has no feeds yet; `others` are the files of other blogs."""
    existing = {file.dest_uri: file.src_uri for file in files if not file.inclusion.is_excluded()}
    of_others = {path: origin for other in others for path, origin in other.origins.items()}
    paths = site_paths(files, config)
    plans, findings = _plan_feeds(build, site, existing, paths, others)
    findings += [_shared_address(plan) for plan in plans if plan.path in of_others]
    plans = [plan for plan in plans if plan.path not in of_others]
    _drop_stylesheets(files, config, [plans, *(other.feeds.plans for other in others)])
    title = _feed_title(site, config)
    site = replace(site, feeds=feed_links(plans, title))
    metadata = SiteMetadata(site)
    feeds = Feeds(plans, site, metadata, index, title, build.jekyll.former_root if build.jekyll else "")
    origins = {plan.path: "a feed" for plan in plans}
    for path, origin in of_others.items():
        paths.claim(path, origin)
    planned, problems = plan_redirects(_moved_pages(build, site), existing, site.root_url, paths)
    findings += [*problems, *_missing_image(build.pages, site, files)]
    redirects = [redirect for redirect in planned if not redirect.replaces]
    replacements = {redirect.file: redirect for redirect in planned if redirect.replaces}
    origins |= {redirect.file: redirect.page.source for redirect in redirects}
    unmapped = build.jekyll.unmapped(files) if build.jekyll else []
    return ExtraFiles(build.pages, site, metadata, feeds, redirects, replacements, unmapped, origins, findings)


def _plan_feeds(
    build: Build, site: Site, existing: Mapping[str, str], paths: SitePaths, others: Sequence[ExtraFiles]
) -> tuple[list[FeedPlan], list[Finding]]:
    pages = build.pages
    options = [_in_language(option, pages.prefix) for option in read_feeds(pages.settings.feeds)[0]]
    if options and not site.root_url:
        is_reported = pages.prefix or any(_NO_ADDRESS in other.findings for other in others)
        return [], [] if is_reported else [_NO_ADDRESS]
    plans, findings = plan_feeds(pages.blog, options, pages.settings, existing, paths, site.locked)
    if build.jekyll and options:
        planned = {plan.path for plan in plans}
        lost = ({"kind": kind, "path": f"/{path}"} for path, kind in build.jekyll.lost_feeds.items())
        missing = [feed for feed in read_feeds(list(lost))[0] if feed.path.removeprefix("/") not in planned]
        plans += plan_feeds(pages.blog, missing, pages.settings, existing, paths, site.locked)[0]
    return list(plans), list(findings)


def _feed_title(site: Site, config: MkDocsConfig) -> str:
    """Return the site's name, with the blog's if there are several."""
    return site.name if len(_blogs(config)) == 1 else f"{site.name} – {site.blog_name}"


def _blogs(config: MkDocsConfig) -> list[BlogConfig]:
    options = (plugin.config for plugin in config.plugins.values() if isinstance(plugin, BasePlugin))
    return [blog for blog in options if isinstance(blog, BlogConfig) and blog["enabled"]]


def _drop_stylesheets(files: Files, config: MkDocsConfig, planned: Sequence[Sequence[FeedPlan]]) -> None:
    """Leave out of the site each style sheet that none of its blogs can use. `planned` is the feeds of each so far."""
    blogs = _blogs(config)
    is_unused = {
        FEED_STYLESHEET: len(planned) == len(blogs) and not any(planned),
        INCLUDE_STYLESHEET: not any(blog["jekyll"] for blog in blogs),
        MARKDOWN_STYLESHEET: is_material(config),
    }
    for name in (name for name, unused in is_unused.items() if unused):
        file = files.get_file_from_path(name)
        if file and file.src_dir in config.theme.dirs:
            files.remove(file)


def _in_language(option: FeedOption, prefix: str) -> FeedOption:
    """Move a feed at the site's root below the language's own root. The address of a view has the prefix already."""
    inside = option.path.removeprefix("/")
    if not prefix or inside == option.path or inside.startswith("{view}"):
        return option
    return replace(option, path=f"/{prefix}/{inside}")


def _shared_address(plan: FeedPlan) -> Finding:
    return FEEDS_SHARE_ADDRESS("mkdocs.yml", owners="two blogs", address=f"/{plan.path}")


def _missing_image(pages: BlogPages, site: Site, files: Files) -> list[Finding]:
    """Return a Problem if the option `image` names no file."""
    image = pages.settings.image
    is_elsewhere = is_outside(image or "") and split_url(image or "") is not None
    if not image or pages.prefix or is_elsewhere or site.find(image, "") is not None:
        return []
    return [NO_DEFAULT_IMAGE("mkdocs.yml", image=image, hint=hint_for_file(image, files))]


def _moved_pages(build: Build, site: Site) -> Iterator[MovedPage]:
    """Yield the pages that may have old addresses. An untranslated post leaves them to the original."""
    edition = build.pages.edition
    for page in build.pages.posts:
        if edition is None or edition.is_translated(page.file):
            address, title, path = page_url(page.url), site.title(page.post), page.file.dest_uri
            yield moved_post(page.post, address, title, path=path, as_files=build.jekyll is not None)
    if build.jekyll:
        yield from build.jekyll.moved()
