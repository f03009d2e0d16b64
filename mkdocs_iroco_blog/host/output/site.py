"""The `Site` of one build, from its pages and the host's configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.page_links import under_root
from mkdocs_iroco_blog.core.licenses import NO_LICENSE, license_in, read_license
from mkdocs_iroco_blog.core.links import License
from mkdocs_iroco_blog.core.messages.options import UNREADABLE_LICENSE
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.compat.material import shows_tags
from mkdocs_iroco_blog.host.compat.mike import deployed_versions
from mkdocs_iroco_blog.host.load.origin import OriginBuild
from mkdocs_iroco_blog.host.load.pictures import Pictures
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.files import FileIndex, page_url
from mkdocs_iroco_blog.host.pages.page import plain_text
from mkdocs_iroco_blog.host.pages.theme import is_material, page_direction, theme_declares

from .bodies import Bodies, planned_parts
from .related import find_succession


def make_site(
    build: Build, config: MkDocsConfig, files: Files, index: FileIndex, bodies: Bodies, pictures: Pictures
) -> tuple[Site, Sequence[Finding]]:
    """Make the site, without its feeds, and report wrong `superseded_by`. Every list must have its title."""
    pages, succession = build.pages, find_succession(build.pages.posts, files, index, config)
    site = Site(
        blog=pages.blog,
        settings=pages.settings,
        translator=pages.translator,
        urls={page.path: str(page.url) for page in pages.all()},
        bodies=bodies.by_source,
        locked=frozenset(bodies.locked),
        find=index.find,
        picture=pictures.find,
        today=pages.today.date(),
        root_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        name=plain_text(config.site_name),
        blog_name=plain_text(pages.index.title) or pages.translator.t("blog"),
        description=plain_text(config.site_description),
        author=plain_text(config.site_author),
        first_post=_first_post(pages, config) if pages.blog.is_new else "",
        rights=_rights(config),
        former_ids=_former_ids(pages),
        translations=pages.translations,
        planned=planned_parts(pages, bodies.by_source),
        successors=succession.successors,
        predecessors=succession.predecessors,
        versions=deployed_versions(config),
        **_of_theme(pages, config),
        **(_of_jekyll(build.jekyll) if build.jekyll else {}),
    )
    site = replace(_with_defaults(site, config), find_mentions=cache(partial(_mentions, site, index)))
    return site, succession.findings


def _of_theme(pages: BlogPages, config: MkDocsConfig) -> dict[str, Any]:
    """Return what the theme does by itself."""
    return {
        "lang_differs": not theme_declares(config, pages.translator.lang),
        "direction_differs": page_direction(config) != pages.translator.direction,
        "switches_language": is_material(config),
        "shows_tags": not pages.settings.tags and shows_tags(config),
    }


def _of_jekyll(jekyll: OriginBuild) -> dict[str, Any]:
    """Return the people that a Jekyll site names."""
    return {
        "feed_author": jekyll.feed_author,
        "entry_author": jekyll.entry_author,
        "owner_links": jekyll.profiles,
    }


def _with_defaults(site: Site, config: MkDocsConfig) -> Site:
    """Return the site with the pictures and the licence of posts that have none."""
    image = site.file_url(str(site.settings.image or config.theme.get("logo") or ""), "")
    icon = site.file_url(str(config.theme.get("favicon") or "img/favicon.ico"), "")
    licence, is_shown = _license(site.settings, config)
    return replace(site, image=image, icon=icon, license=licence, shows_license=is_shown)


def _mentions(site: Site, index: FileIndex) -> dict[str, list[Post]]:
    """Return the posts that link to a page, by the page's URL. The body of a locked post has no links."""
    mentions: dict[str, list[Post]] = {}

    @cache
    def page_url_at(link: str) -> str | None:
        address = under_root(link, site.root_url)
        file = None if address is None else index.file_at(unquote(address))
        return page_url(file.url) if file and file.is_documentation_page() else None

    for post in site.blog.listed:
        if not (post.hidden or post.redirect_to):
            for url in {page_url_at(link) for link in site.bodies[post.source].links} - {None}:
                mentions.setdefault(str(url), []).append(post)
    return mentions


def license_findings(settings: Settings) -> Iterator[Finding]:
    """Report a licence in the options that cannot be read."""
    try:
        read_license(settings.license)
    except ValueError as error:
        yield UNREADABLE_LICENSE("mkdocs.yml", option="license", fault=error)


def _license(settings: Settings, config: MkDocsConfig) -> tuple[License, bool]:
    """Return the licence of the blog, else of the site, and whether the theme shows it: in the copyright notice."""
    for value in (settings.license, config.extra.get("license")):
        with suppress(ValueError):
            if licence := read_license(value):
                return licence, False
    licence = license_in(config.copyright or "")
    return licence or NO_LICENSE, licence is not None


def _rights(config: MkDocsConfig) -> str:
    body = LexborHTMLParser(config.copyright or "").body
    return " ".join(body.text().split()) if body else ""


def _former_ids(pages: BlogPages) -> dict[tuple[str, str], Sequence[str]]:
    return {
        (page.spec.listing.kind, name): ids for page in pages.overviews for name, ids in page.spec.former_ids().items()
    }


def _first_post(pages: BlogPages, config: MkDocsConfig) -> str:
    """Return the file to create for a first post, relative to the folder of `mkdocs.yml`."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    folder = Path(os.path.relpath(config.docs_dir, root)).as_posix()
    path = pages.edition.first_post if pages.edition else f"{pages.settings.posts_folder}/first-post.md"
    return f"{folder}/{path}"
