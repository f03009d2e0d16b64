"""Creates a post in a site. Imports the host: import it inside a command."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.cli.authors import author_key
from mkdocs_iroco_blog.cli.blog import DiskBlog, PostReader, read_blogs
from mkdocs_iroco_blog.cli.site import Site, open_site
from mkdocs_iroco_blog.host.compat.i18n import i18n_plugin
from mkdocs_iroco_blog.host.load.blog import current_time
from mkdocs_iroco_blog.host.pages.files import destination

from .author import git_author
from .place import find_place
from .text import NewPost, post_text, template_variables
from .when import read_date

ARCHETYPE = "iroco_blog/archetypes/post.md"
"""A template for new posts, in the theme's `custom_dir`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of the command line."""

    title: str
    draft: bool
    author: Sequence[str]
    category: Sequence[str]
    tags: Sequence[str]
    date: str | None
    lang: str
    series: str


def create_post(config_file: Path | None, blog: str | None, request: Request) -> tuple[Path, str]:
    """Create a post. Return its file, relative to this folder if it is below it, and its address.

    Raises `click.UsageError` for values that make no sense, and `click.ClickException` if the file exists.
    """
    site, now, lang, reader = open_site(config_file, blog), current_time(), request.lang, PostReader()
    edition, i18n = _edition(read_blogs(site, now, read=reader), lang), i18n_plugin(site.config)
    moment, title = read_date(request.date, now, edition.loaded.zone), " ".join(request.title.split())
    if not title:
        raise click.UsageError('The title is empty. Write one: iroco-blog new "A smaller home page".')
    place = find_place(title, moment.instant, edition, i18n=i18n, lang=lang, draft=request.draft)
    post = NewPost(
        title=title, date=moment, authors=_authors(request.author, edition, site), categories=request.category,
        tags=request.tags, series=request.series, draft=request.draft and not place.is_draft,
        lang="" if place.names_language else lang, layout="post" if edition.settings.jekyll else "",
        titled=_puts_titles_in_front_matter(edition),
    )  # fmt: skip
    path = edition.folder / place.source
    _write(path, _text(post, site))
    return _displayed(path), _address(
        read_blogs(open_site(config_file, blog), now, read=reader), place.source, site.config
    )


def _edition(blogs: Sequence[DiskBlog], lang: str) -> DiskBlog:
    """Return the blog in a language; the only one if the site has one language."""
    languages = [blog.lang for blog in blogs]
    if lang and lang not in languages and languages != [""]:
        raise click.BadParameter(f"The site is not in {lang!r}, but in: {', '.join(languages)}.", param_hint="'--lang'")
    return blogs[languages.index(lang)] if lang in languages else blogs[0]


def _authors(named: Sequence[str], blog: DiskBlog, site: Site) -> Sequence[str]:
    """Return the ids of authors: those that are named, else the git user's."""
    directory = blog.loaded.sources.directory
    default = git_author(directory, Path(site.config.docs_dir))
    return [author_key(name, directory) for name in named] or ([default] if default else [])


def _puts_titles_in_front_matter(blog: DiskBlog) -> bool:
    """Whether most of the newest posts have their titles in front matter, as all posts of a Jekyll site have."""
    newest = blog.posts[:30]
    return bool(blog.settings.jekyll) or sum(post.title_written for post in newest) * 2 > len(newest)


def _text(post: NewPost, site: Site) -> str:
    """Return the text of a post: from the site's archetype if it has one."""
    folder = site.config.theme.custom_dir
    if not folder or not Path(folder, ARCHETYPE).is_file():
        return post_text(post)
    loader = FileSystemLoader(folder)
    environment = Environment(loader=loader, autoescape=False, undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701 - it is Markdown
    try:
        return environment.get_template(ARCHETYPE).render(template_variables(post))
    except TemplateSyntaxError as error:
        raise click.ClickException(f"{ARCHETYPE}:{error.lineno}: {error}") from None
    except TemplateError as error:
        raise click.ClickException(f"{ARCHETYPE}: {error}") from None


def _displayed(path: Path) -> Path:
    """Return a path from this folder if it is below it."""
    here = Path.cwd().resolve()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path


def _write(path: Path, text: str) -> None:
    if os.path.lexists(path):
        raise click.ClickException(f"{_displayed(path)} exists. Choose another title or date.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise click.ClickException(f"{_displayed(path)} cannot be created: {error.strerror}.") from None


def _address(blogs: Iterable[DiskBlog], source: str, config: MkDocsConfig) -> str:
    """Return the address that a build gives the new post. Prints what is wrong with it, to stderr."""
    for blog in blogs:
        for finding in blog.loaded.findings:
            if finding.source == source:
                click.echo(finding.with_code, err=True)
        for post in blog.posts:
            if post.source == source:
                file = destination(post.path, config).removesuffix("index.html")
                return f"{(config.site_url or '').rstrip('/')}/{file}"
    return "No page: see the message above."
