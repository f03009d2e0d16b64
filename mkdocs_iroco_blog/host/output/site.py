"""The `Site` of one build, from its pages and the host's configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.links import Translation
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.build import BlogBuild
from mkdocs_iroco_blog.host.pages.files import FileIndex, page_url
from mkdocs_iroco_blog.host.pages.theme import is_material, says_language

from .metadata import text_of


def make_site(build: BlogBuild, config: MkDocsConfig, index: FileIndex, bodies: Mapping[str, Body]) -> Site:
    """Make the site's value, without its feeds. Every list needs its title before."""
    settings, translator = build.settings, build.translator
    site = Site(
        blog=build.blog,
        settings=settings,
        translator=translator,
        urls={page.path: page.url for page in build.pages()},
        bodies=bodies,
        find=index.find,
        today=build.today.date(),
        root_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        name=config.site_name,
        blog_name=text_of(build.index.title) or translator.t("blog"),
        description=config.site_description or "",
        author=config.site_author or "",
        first_post=_first_post(build, config),
        lang_differs=not says_language(config, translator.lang),
        switches_language=is_material(config),
        owner_links=build.jekyll.site.config.social if build.jekyll else (),
        former_ids=_former_ids(build),
        translations=_translations(build),
    )
    image = site.file_url(str(settings.image or config.theme.get("logo") or ""), "")
    icon = site.file_url(str(config.theme.get("favicon") or "img/favicon.ico"), "")
    return replace(site, image=image, icon=icon)


def _former_ids(build: BlogBuild) -> dict[tuple[str, str], Sequence[str]]:
    return {(page.listing.kind, name): ids for page in build.overviews for name, ids in page.former_ids().items()}


def _translations(build: BlogBuild) -> dict[str, list[Translation]]:
    return {
        path: [Translation(twin.name, page_url(twin.file.url), twin.lang) for twin in twins if twin.translated]
        for path, twins in build.twins.items()
    }


def _first_post(build: BlogBuild, config: MkDocsConfig) -> str:
    """Return the path of the file to create for a first post, relative to the folder of `mkdocs.yml`."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    docs = Path(os.path.relpath(config.docs_dir, root)).as_posix()
    path = build.edition.first_post if build.edition else f"{build.settings.posts_folder}/first-post.md"
    return f"{docs}/{path}"
