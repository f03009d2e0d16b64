"""Writes the new site's `mkdocs.yml`."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from mkdocs_iroco_blog.core.options import Options, SlugFunction
from mkdocs_iroco_blog.host.pages.theme import theme_language
from mkdocs_iroco_blog.jekyll.slugs import slugify

from .front_matter import Name, dump
from .new_site import NewSite
from .old_site import OldSite
from .places import Places
from .text.extensions import Extensions

_DEFAULTS = {field.name: field.default for field in fields(Options) if field.name != "categories_slugify"}
_TERM_SLUGS = Name("mkdocs_iroco_blog.jekyll.slugs.term_slug")


@dataclass(frozen=True, slots=True)
class SiteParts:
    """The parts of the new site's configuration that are not derived from the Jekyll site's."""

    theme: str
    url: str
    extensions: Extensions
    stylesheets: Sequence[str]


def write_configuration(
    new: NewSite, old: OldSite, places: Places, site: SiteParts, options: Mapping[str, Any]
) -> None:
    """Write `mkdocs.yml`. `options` are those of the posts' addresses and feeds."""
    blog = {**_blog_options(old, places, new), **options}
    blog = {name: blog[name] for name in (field.name for field in fields(Options)) if name in blog}
    config: dict[str, Any] = {"site_name": old.site.config.title or old.folder.root.name}
    if site.url:
        config["site_url"] = site.url
    elif blog.get("feeds"):
        new.lose("_config.yml", "The feeds: without `url`, they cannot be made. Write `site_url` in mkdocs.yml.")
    if description := old.site.config.description:
        config["site_description"] = description
    if author := old.jekyll.feed_author:
        config["site_author"] = author.name
    config["theme"] = _theme(old, site.theme)
    if patterns := _exclusions(new):
        config["exclude_docs"] = "\n".join(patterns)
    if "docs/404.md" in new.files:
        config["not_in_nav"] = "/404.md"
    if site.stylesheets:
        config["extra_css"] = list(site.stylesheets)
    config["plugins"] = ["search", {"iroco-blog": blog}]
    if listed := site.extensions.listed():
        config["markdown_extensions"] = listed
    lines = [dump({key: value}) for key, value in config.items()]
    if new.remarks:
        lines += "", "# Not kept from Jekyll:", *(f"# - {' '.join(remark.split())}" for remark in new.remarks)
    new.write("mkdocs.yml", "\n".join(lines) + "\n")


def _theme(old: OldSite, name: str) -> dict[str, Any]:
    theme: dict[str, Any] = {"name": name}
    lang = old.site.config.lang
    if lang.partition("-")[0] in ("", "en"):
        return theme
    if "language" in old.config.theme:
        theme["language"] = str(old.config.theme["language"])
    elif old.config.theme.get("locale"):
        theme["locale"] = str(old.config.theme["locale"])
    return theme


def _blog_options(old: OldSite, places: Places, new: NewSite) -> dict[str, Any]:
    derived = {name: value for name, value in old.jekyll.options.items() if name != "draft_on_serve"}
    if derived.get("lang") == theme_language(old.config):
        del derived["lang"]
    make: SlugFunction = derived.pop("categories_slugify")
    derived["overviews"] = {kind: path for kind, path in derived["overviews"].items() if kind != path} or None
    if places.posts_folder != "posts":
        derived["post_dir"] = places.posts_folder
    pages = [path.removeprefix("docs/") for path in new.files if path.endswith(".md")]
    listed = [path for path in pages if path in places.targets and not path.startswith(f"{places.posts_folder}/")]
    derived["page_urls"] = places.page_urls(listed) or None
    options = {name: value for name, value in derived.items() if value not in (None, _DEFAULTS.get(name))}
    if _needs_slugs(old, make):
        options["categories_slugify"] = _TERM_SLUGS
        _report_slugs(old, make, new)
    return options


def _needs_slugs(old: OldSite, make: SlugFunction) -> bool:
    usual = Options().categories_slugify
    return any(make(name, "-") != usual(name, "-") for name in _term_names(old))


def _report_slugs(old: OldSite, make: SlugFunction, new: NewSite) -> None:
    """Report terms at addresses that no option gives them: the site slugifies them in a mode of its own."""
    moved = sorted(name for name in _term_names(old) if make(name, "-") != slugify(name))
    for name in moved:
        new.lose("_config.yml", f"The page of the term `{name}` has another address: `slug_mode` is not followed.")


def _term_names(old: OldSite) -> Sequence[str]:
    return sorted({name for post in old.build.pages.posts for name in (*post.post.categories, *post.post.tags)})


def _exclusions(new: NewSite) -> list[str]:
    """Return the files that MkDocs would leave out, as exceptions from that rule."""
    paths = [path.removeprefix("docs/") for path in new.paths() if path.startswith("docs/")]
    tops = {path if hidden == path else f"{hidden}/" for path in paths if (hidden := _hidden_part(path))}
    return [f"!/{top}" for top in sorted(tops)]


def _hidden_part(path: str) -> str:
    """Return the file or folder for whose name MkDocs leaves a file out; empty if it does not."""
    if path == ".authors.yml":
        return ""
    parts = path.split("/")
    if parts[0] == "templates" and len(parts) > 1:
        return "templates"
    number = next((number for number, part in enumerate(parts) if part.startswith(".")), None)
    return "" if number is None else posixpath.join(*parts[: number + 1])
