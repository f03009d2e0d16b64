"""Every option of the plugin, with its default and a description.

The host's option class and the manual's reference are generated from this class. Where Material for MkDocs' blog
plugin has an option, its name and default are the same here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pymdownx.slugs import slugify

Style = Literal["excerpts", "titles", "cards"]
GroupedKind = Literal["archive", "categories", "tags", "series", "authors"]
Kind = Literal["index", GroupedKind]
SlugFunction = Callable[[str, str], str]
SortKey = Callable[[Any], Any]


def term_name(term: Any) -> str:
    """Return a term's name as a sort key."""
    return str(term.name).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options in `mkdocs.yml`. Paths and addresses use `/`; they are relative to `docs_dir` and the site's root."""

    enabled: bool = True
    """Turns the blog on. With `false`, its files are ordinary pages."""
    blog_dir: str = "blog"
    """The blog's folder below `docs_dir`. It is also the blog's address; `.` puts the blog at the site's root."""
    index_url: str = ""
    """The index's address below `blog_dir`. Set it if the blog is at the site's root, and you write the home page yourself."""
    page_urls: Mapping[str, Any] | None = None
    """Addresses of pages that are not posts, by file. Use it to keep an address that no file name gives, such as `/about.html`. Files are relative to `docs_dir`."""
    blog_toc: bool = False
    """Lists a view's posts in its table of contents."""
    nav_posts: int = 0
    """The number of newest posts in the navigation. They appear in the blog's section. The most is 10. See [In the sidebar](anywhere.md#in-the-sidebar)."""
    jekyll: str | None = None
    """The folder of a Jekyll site to build the blog from. It is relative to `mkdocs.yml`. The site's `_config.yml` then sets the options that you leave out. See [Moving from Jekyll](jekyll.md)."""
    lang: str | None = None
    """The language of dates and interface, such as `fr`. The default is the theme's `language` or `locale`."""
    timezone: str = "UTC"
    """The time zone of dates without an offset. Write a name such as `Europe/Paris`."""
    known_keys: tuple[str, ...] = ()
    """Front-matter keys of your own. List those that look like misspellings of the plugin's keys."""

    post_dir: str = "{blog}/posts"
    """The folder of the posts. `{blog}` stands for `blog_dir`. With `jekyll`, posts there [join](jekyll.md#move-a-post-at-a-time) those of the Jekyll site."""
    post_date_format: str = "long"
    """The format of dates. Write `full`, `long`, `medium`, `short`, or a [Babel pattern](https://babel.pocoo.org/en/latest/dates.html#date-fields)."""
    post_url_date_format: str = "yyyy/MM/dd"
    """The format of `{date}` in a post's address. Write a [Babel pattern](https://babel.pocoo.org/en/latest/dates.html#date-fields)."""
    post_url_format: str = "{date}/{slug}"
    """A post's address below `blog_dir`. It can contain `{date}`, `{slug}`, `{categories}` and `{file}`."""
    post_url_max_categories: int = 1
    """The most categories that `{categories}` can contain."""
    post_slugify: SlugFunction = field(default=slugify(case="lower"))
    """Makes a post's slug: the title as part of the address. The function gets the title and a separator."""
    post_slugify_separator: str = "-"
    """The separator between the words of a post's slug."""
    post_excerpt: Literal["optional", "required"] | None = None
    """With `required`, every post needs a separator. A post without one is a Problem. If you set this option, `post_excerpt_fallback` defaults to `everything`, as in Material."""
    post_excerpt_separator: str = "<!-- more -->"
    """Marks the end of the excerpt. Spaces inside the comment do not matter."""
    post_excerpt_fallback: Literal["paragraph", "description", "everything"] | int | None = None
    """The excerpt of a post without a separator. It is the first `paragraph` (the default), the `description`, `everything`, or a number of words, rounded up to whole blocks."""
    post_excerpt_max_authors: int = 1
    """The most authors that a view shows for a post."""
    post_excerpt_max_categories: int = 5
    """The most categories that a view shows for a post."""
    post_excerpt_image: bool = True
    """Shows a post's picture next to its excerpt."""
    post_readtime: bool = True
    """Shows the reading time."""
    post_readtime_words_per_minute: int = 265
    """The reading speed, in words per minute. A Chinese, Japanese or Korean character counts as half a word."""
    post_toc: Literal["auto"] | bool = "auto"
    """Shows a table of contents above the text of a post. `auto` does so only where the theme shows none: on narrow screens, if its own is hidden there, or at every width."""
    post_old_after: int = 0
    """Shows a post's age once it is this many years old. The years count from the last change; `0` turns this off. See [When a post grows old](writing.md#when-a-post-grows-old)."""
    related: bool | Mapping[Literal["count"], int] = True
    """Shows [related posts](writing.md#related-posts) below a post. There are up to three; `count` sets another number."""
    mentions: bool = False
    """[Lists the posts that link to a page](anywhere.md#show-which-posts-mention-a-page) at its end. This applies to posts, and to every page outside the blog."""
    date_from_git: bool = False
    """Dates posts by the commit that added them. It applies to posts without a date, and needs the full history (`fetch-depth: 0`)."""
    mermaid: str | None = None
    """A script that draws the diagrams in `mermaid` fences. It is a file below `docs_dir`. Only pages with a diagram load it. Material needs no script: it draws diagrams itself."""

    view_style: Style | Mapping[Kind, Style] | None = None
    """How views list posts: `excerpts`, `titles` or [`cards`](#cards). A mapping sets it by kind. By default, the index and categories show excerpts, the other kinds titles."""
    overviews: bool | Mapping[GroupedKind, bool | str] = True
    """Makes an overview of each kind, such as all tags. The kinds are the archive, categories, tags, series and authors. A mapping sets their addresses below `blog_dir`; `false` leaves a kind out."""
    index_full_posts: int = 0
    """The number of posts that the index shows in full. They come before the excerpts."""

    archive: bool = True
    """Makes a view for each year, or each month or day."""
    archive_name: str | None = None
    """The title of the archive's overview."""
    archive_date_format: str = "yyyy"
    """The format of a period's name. Write a [Babel pattern](https://babel.pocoo.org/en/latest/dates.html#date-fields). It also sets the length of a period: `yyyy` for years, `MMMM yyyy` for months."""
    archive_url_date_format: str = "yyyy"
    """The format of `{date}` in a period's address. Write a [Babel pattern](https://babel.pocoo.org/en/latest/dates.html#date-fields). If only `archive_date_format` has months or days, this option becomes `yyyy/MM` or `yyyy/MM/dd`."""
    archive_url_format: str = "archive/{date}"
    """A period's address below `blog_dir`."""
    archive_pagination: bool | None = None
    """`pagination` for the archive."""
    archive_pagination_per_page: int | None = None
    """`pagination_per_page` for the archive."""
    archive_toc: bool | None = None
    """`blog_toc` for the archive."""

    categories: bool = True
    """Makes a view for each category."""
    categories_name: str | None = None
    """The title of the categories' overview."""
    categories_url_format: str = "category/{slug}"
    """A category's address below `blog_dir`."""
    categories_slugify: SlugFunction = field(default=slugify(case="lower"))
    """Makes the slug of a category, a tag or a series. The function gets the name and a separator."""
    categories_slugify_separator: str = "-"
    """The separator in slugs of categories, tags and series."""
    categories_sort_by: SortKey = field(default=term_name)
    """Returns the sort key of a category. The function gets an object with `name` and `posts`."""
    categories_sort_reverse: bool = False
    """Reverses the order of the categories."""
    categories_allowed: tuple[str, ...] = ()
    """The categories that posts may use. Any other is a Problem. An empty list allows all."""
    categories_pagination: bool | None = None
    """`pagination` for categories."""
    categories_pagination_per_page: int | None = None
    """`pagination_per_page` for categories."""
    categories_toc: bool | None = None
    """`blog_toc` for categories."""

    tags: bool = True
    """Makes a view for each tag."""
    tags_name: str | None = None
    """The title of the tags' overview."""
    tags_url_format: str = "tag/{slug}"
    """A tag's address below `blog_dir`."""

    series: bool = True
    """Makes a view for each series. It lists posts in reading order."""
    series_name: str | None = None
    """The title of the overview of all series."""
    series_url_format: str = "series/{slug}"
    """A series' address below `blog_dir`."""

    authors: bool | Mapping[str, Any] = True
    """Shows authors. You can also list them here, as in the authors file."""
    authors_file: str = "{blog}/.authors.yml"
    """The authors file. `{blog}` stands for `blog_dir`."""
    authors_profiles: bool = True
    """Makes a page for each author."""
    authors_profiles_name: str | None = None
    """The title of the authors' overview."""
    authors_profiles_url_format: str = "author/{slug}"
    """An author's address below `blog_dir`. It can contain `{slug}` and `{name}`."""
    authors_profiles_pagination: bool | None = None
    """`pagination` for authors."""
    authors_profiles_pagination_per_page: int | None = None
    """`pagination_per_page` for authors."""
    authors_profiles_toc: bool | None = None
    """`blog_toc` for authors."""

    pagination: bool = True
    """Splits views into numbered pages."""
    pagination_per_page: int | Mapping[Kind, int] = 10
    """The number of posts on a page of a view. A mapping sets it by kind. By default, it is 50 for tags and series that show titles."""
    pagination_url_format: str = "page/{page}"
    """The address of a view's second and later pages. It is added to the view's own address."""
    pagination_format: str = "~2~"
    """The pager's layout. It uses the syntax of the [paginate](https://pypi.org/project/paginate/) library; `~2~` is the current page with two on either side."""
    pagination_if_single_page: bool = False
    """Shows the pager on views with one page."""
    pagination_keep_content: bool = False
    """Repeats a view's introduction on its later pages."""

    feeds: bool | list[Any] = True
    """The feeds of the blog. `true` makes an Atom feed, `false` makes none. To have others, list them: see [Feeds](feeds.md). If the site uses the `rss` plugin, the default is `false`."""
    image: str | None = None
    """The preview image for links to posts without a picture. It is a file below `docs_dir`, or an address."""
    images: bool | Mapping[str, Any] = False
    """Makes lighter variants of posts' pictures. Write `true`, or a mapping with `widths`, `formats` and `quality`. It needs Pillow. See [Lighter pictures](writing.md#lighter-pictures)."""
    license: Literal[False] | str | Mapping[str, Any] | None = None
    """The posts' licence, such as `CC BY-SA 4.0`. See [The licence](writing.md#the-licence)."""
    thin_views: int = 2
    """Keeps lists with fewer posts out of search engines. This applies to the pages of authors, categories, tags and series. `1` keeps none out."""

    draft: bool = False
    """Publishes drafts."""
    draft_on_serve: bool = True
    """Shows drafts in `mkdocs serve`."""
    draft_if_future_date: bool = False
    """Treats a post as a draft until its date."""

    ignore: tuple[str, ...] = ()
    """The codes of messages to leave out, such as `IB110`. Only Notes can be left out. See [Messages](messages.md)."""
    severity: Mapping[str, Literal["info", "warning", "error"]] | None = None
    """Other levels for messages, by code. A level is `info`, `warning` or `error`. `mkdocs build --strict` fails on warnings and errors."""

    cache: Literal[False] | str = ".cache/iroco-blog"
    """The cache's folder, or `false` for no cache. It is relative to `mkdocs.yml`. See [Speed](speed.md)."""
    cache_extensions: tuple[str, ...] = ()
    """Markdown extensions that depend on the text alone. Write their names as in `markdown_extensions`. You don't have to list those of Python-Markdown and PyMdown."""
