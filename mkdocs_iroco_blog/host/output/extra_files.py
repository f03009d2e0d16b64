"""What leaves beside the pages: what each says of itself to machines, feeds, redirects, and the sitemap's dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.model import View
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.config import BlogConfig
from mkdocs_iroco_blog.host.pages.files import FileIndex, page_url
from mkdocs_iroco_blog.host.pages.pages import ListPage
from mkdocs_iroco_blog.publish.feeds.options import FeedOption, read_feeds
from mkdocs_iroco_blog.publish.feeds.plan import FeedPlan, plan_feeds
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.redirects.plan import Moved, Redirect, moved_post, plan_redirects, redirect_page
from mkdocs_iroco_blog.publish.sitemap import is_thin, post_in_sitemap

from .feeds import Feeds, feed_links
from .metadata import Heads

if TYPE_CHECKING:
    from mkdocs_iroco_blog.host.build import BlogBuild


class Publishing:
    """What one blog publishes in one build."""

    def __init__(self, build: BlogBuild, files: Files, config: MkDocsConfig, index: FileIndex, site: Site) -> None:
        self.findings: list[Finding] = []
        self._build = build
        self.file_addresses = index.addresses
        others, taken = _published(build, files), _taken(files, config)
        elsewhere = {path: made for blog in others for path, made in blog.written.items()}
        plans = self._plan(site, taken, others)
        self.findings += [_shared(plan) for plan in plans if plan.path in elsewhere]
        plans = [plan for plan in plans if plan.path not in elsewhere]
        title = _title(site, config)
        self.site = replace(site, feeds=feed_links(plans, title))
        metadata = SiteMetadata(self.site)
        self.feeds = Feeds(build, plans, self.site, metadata, index, title=title)
        self.written: dict[str, str] = {plan.path: "a feed" for plan in plans}
        """Files that are no pages of the host's, by their paths under the site's folder: what each is made of."""
        taken |= elsewhere | self.written
        self._redirects, found = plan_redirects(list(_moved(build, site)), taken, site.root_url)
        self.findings += [*found, *_lost_picture(build, site)]
        self.written |= {one.file: one.page.source for one in self._redirects if not one.replaces}
        self._replaced = {redirect.file: redirect for redirect in self._redirects if redirect.replaces}
        self._unmapped = _unmapped(build, files)
        self.heads = Heads(self.site, metadata)

    def _plan(self, site: Site, taken: Mapping[str, str], others: Iterable[Publishing]) -> list[FeedPlan]:
        prefix = _prefix(self._build)
        options = [_in_language(option, prefix) for option in read_feeds(self._build.settings.feeds)[0]]
        if options and not site.root_url:
            if not prefix and not any(_NO_ADDRESS in blog.findings for blog in others):  # once is enough
                self.findings.append(_NO_ADDRESS)
            return []
        plans, found = plan_feeds(self._build.blog, options, self._build.settings, taken)
        self.findings += found
        return plans

    def moved(self, dest_uri: str) -> str | None:
        """The page that stands in a page's place, where that leads elsewhere."""
        redirect = self._replaced.get(dest_uri)
        return None if redirect is None else self._redirect_page(redirect)

    def paths(self) -> Iterator[str]:
        """Where the files stand that are no pages of the host's."""
        return iter(self.written)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file that is no page of the host's: its path under the site's folder, and what stands there."""
        yield from self.feeds.files()
        for redirect in self._redirects:
            if not redirect.replaces:
                yield redirect.file, self._redirect_page(redirect).encode()

    def hidden(self) -> Iterator[str]:
        """The sources of pages that search engines may not find, or not here."""
        yield from (redirect.page.source for redirect in self._replaced.values())
        yield from self._unmapped
        for page in self._build.posts:
            if not post_in_sitemap(page.post, self.site.page_url(page.path)):
                yield page.file.src_uri
        for listing in self._build.lists:
            view = listing.listing
            if isinstance(view, View) and is_thin(view, self._build.settings.thin_views):
                yield listing.file.src_uri

    def _redirect_page(self, redirect: Redirect) -> str:
        say = self._build.translator.t
        return redirect_page(redirect, self.site.root_url, lang=self._build.translator.lang, notice=say("moved"))


def write_files(files: Iterator[tuple[str, bytes]], site_dir: str) -> None:
    """Write what is published into the site's folder."""
    for path, data in files:
        target = Path(site_dir, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


_NO_ADDRESS = Note(
    "mkdocs.yml", None, "A feed names every post by its whole address, and the site's is not known, so there is none.",
    "Add a line such as `site_url: https://example.org/`, or switch it off: `feeds: false` under `iroco-blog`.",
)  # fmt: skip


def _title(site: Site, config: MkDocsConfig) -> str:
    """What feeds are called: the site's name, and the blog's where there are several."""
    options = [plugin.config for plugin in config.plugins.values() if isinstance(plugin, BasePlugin)]
    blogs = sum(isinstance(blog, BlogConfig) and bool(blog["enabled"]) for blog in options)
    return site.name if blogs == 1 else f"{site.name} – {site.blog_name}"


def _published(build: BlogBuild, files: Files) -> list[Publishing]:
    """What the site's other blogs publish, as far as they were made before this one."""
    owners = (file.page.owner for file in files if isinstance(file.page, ListPage))
    found = (other.publishing for other in owners if isinstance(other, type(build)))
    return list(dict.fromkeys(filter(None, found)))


def _taken(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Every file of the site that the host writes, by its path under the site's folder: what it is made of."""
    made = sorted((*config.theme.static_templates, *config.extra_templates))
    taken = {name: f"the template `{name}`" for name in made}
    return taken | {file.dest_uri: file.src_uri for file in files if not file.inclusion.is_excluded()}


def _unmapped(build: BlogBuild, files: Files) -> list[str]:
    """Pages of a Jekyll site that are no posts, and that jekyll-sitemap left out: `sitemap: false`."""
    own = (file.page for file in files if build.jekyll and file.page and build.jekyll.owns(file.page))
    return [page.file.src_uri for page in own if page.meta.get("sitemap") is False]


def _prefix(build: BlogBuild) -> str:
    """What the addresses of a language begin with; empty for the site's own."""
    return build.edition.prefix if build.edition else ""


def _in_language(option: FeedOption, prefix: str) -> FeedOption:
    """A feed from the site's root stands below the language's own; a view's address begins with that already."""
    inside = option.path.removeprefix("/")
    if not prefix or inside == option.path or inside.startswith("{view}"):
        return option
    return replace(option, path=f"/{prefix}/{inside}")


def _shared(plan: FeedPlan) -> Problem:
    what = f"The feeds of two blogs share the address `/{plan.path}`, so only the first blog's is written."
    return Problem("feeds", None, what, "Give one of them another `path`.")


def _lost_picture(build: BlogBuild, site: Site) -> list[Problem]:
    """A Problem where the option `image` names nothing."""
    named = build.settings.image
    if not named or _prefix(build) or is_outside(named) or site.find(named, "") is not None:
        return []
    what = f"There is no file `{named}`, so posts without a picture have none where others link to them."
    return [Problem("image", None, what, "Write the path of a file under `docs_dir`, or an address.")]


def _moved(build: BlogBuild, site: Site) -> Iterator[Moved]:
    """The pages that may have old addresses; a post that stands in for a translation leaves them to the original."""
    for page in build.posts:
        if build.edition is None or build.edition.speaks(page.file):
            yield moved_post(page.post, page_url(page.url), site.title(page.post))
    if build.jekyll:
        yield from build.jekyll.moved()
