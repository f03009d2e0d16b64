"""Every option of the plugin, with its default and what it does: the one place that says so.

The host makes its own option class from this one, and the manual's reference is generated from it.
Names and defaults are those of Material for MkDocs' blog plugin wherever it has the option.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pymdownx.slugs import slugify

Style = Literal["excerpts", "titles"]
SlugFunction = Callable[[str, str], str]
SortKey = Callable[[Any], Any]


def term_name(term: Any) -> str:
    """Sorts terms by name."""
    return str(term.name).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a blog's author chose. Paths and addresses are `/`-separated, under `docs_dir` and the site's root."""

    enabled: bool = True
    """Switches the blog on. With `false`, its files are ordinary pages."""
    blog_dir: str = "blog"
    """The blog's folder under `docs_dir`, and its address. `.` puts it at the site's root."""
    blog_toc: bool = False
    """Lists the posts of a view in the page's table of contents."""
    jekyll: str | None = None
    """A Jekyll site to read where it lies: the path of its folder, relative to `mkdocs.yml`. Its `_config.yml` then decides what this list leaves out. See [Moving from Jekyll](jekyll.md)."""
    lang: str | None = None
    """Language of this blog's dates and interface, such as `fr`. Follows the theme's `language` or `locale` when unset."""
    timezone: str = "UTC"
    """Time zone of dates that give no offset, such as `Europe/Paris`."""
    known_keys: tuple[str, ...] = ()
    """Front-matter keys of your own that resemble one of the plugin's, and are no misspelling."""

    post_dir: str = "{blog}/posts"
    """Folder of the posts. `{blog}` stands for `blog_dir`."""
    post_date_format: str = "long"
    """How dates are shown: `full`, `long`, `medium`, `short` or a [Babel pattern](https://babel.pocoo.org/en/latest/dates.html#date-fields)."""
    post_url_date_format: str = "yyyy/MM/dd"
    """How `{date}` is written in a post's address."""
    post_url_format: str = "{date}/{slug}"
    """A post's address below `blog_dir`, from `{date}`, `{slug}`, `{categories}` and `{file}`."""
    post_url_max_categories: int = 1
    """How many categories `{categories}` may hold."""
    post_slugify: SlugFunction = field(default=slugify(case="lower"))
    """Function of a title and a separator that returns the slug."""
    post_slugify_separator: str = "-"
    """Stands between the words of a post's slug."""
    post_excerpt: Literal["optional", "required"] | None = None
    """With `required`, a post without a separator is a Problem. Setting it makes `everything` the fallback, as in Material."""
    post_excerpt_separator: str = "<!-- more -->"
    """Ends the excerpt. White space inside the comment does not matter."""
    post_excerpt_fallback: Literal["paragraph", "description", "everything"] | int | None = None
    """The excerpt of a post without a separator: its first `paragraph` (the default), its `description`, `everything`, or as many whole blocks as hold this number of words."""
    post_excerpt_max_authors: int = 1
    """How many authors an entry of a view shows."""
    post_excerpt_max_categories: int = 5
    """How many categories an entry of a view shows."""
    post_readtime: bool = True
    """Shows the reading time."""
    post_readtime_words_per_minute: int = 265
    """Reading speed. A Chinese, Japanese or Korean character counts as half a word."""
    date_from_git: bool = False
    """Dates a post that says no date by the commit that added it. Needs the full history (`fetch-depth: 0`)."""
    mermaid: str | None = None
    """A script under `docs_dir`, such as `js/mermaid.min.js`, that draws diagrams (fences of `mermaid`) on the pages that hold one. Material draws them by itself."""

    view_style: Style | None = None
    """How every view lists posts: `excerpts` or `titles`. By default the index and categories show excerpts, the others titles."""
    index_url: str = ""
    """Address of the index below `blog_dir`."""
    overviews: bool = True
    """Makes the pages that list categories, tags, series and authors, and the archive's."""
    index_view_style: Style | None = None
    """`view_style` of the index."""
    index_pagination_per_page: int | None = None
    """`pagination_per_page` of the index."""
    index_full_posts: int = 0
    """How many posts the index shows whole, before the excerpts."""

    archive: bool = True
    """Makes the archive."""
    archive_name: str | None = None
    """Title of the archive."""
    archive_date_format: str = "yyyy"
    """Names a period, and so says how long it is: `yyyy` for years, `MMMM yyyy` for months."""
    archive_url_date_format: str = "yyyy"
    """How `{date}` is written in a period's address. Where `archive_date_format` tells months or days apart and this does not, it is `yyyy/MM` or `yyyy/MM/dd`."""
    archive_url_format: str = "archive/{date}"
    """Address of a period below `blog_dir`."""
    archive_overview: Literal["titles", "counts"] = "titles"
    """What the archive's overview lists: every title by year, or the periods with their counts."""
    archive_overview_url: str = "archive"
    """Address of the archive's overview below `blog_dir`."""
    archive_view_style: Style | None = None
    """`view_style` of the archive's periods."""
    archive_pagination: bool | None = None
    """`pagination` of the archive's periods."""
    archive_pagination_per_page: int | None = None
    """`pagination_per_page` of the archive's periods."""
    archive_toc: bool | None = None
    """`blog_toc` of the archive's periods."""

    categories: bool = True
    """Makes a view for each category."""
    categories_name: str | None = None
    """Title of the categories' overview."""
    categories_url_format: str = "category/{slug}"
    """Address of a category below `blog_dir`."""
    categories_overview_url: str = "categories"
    """Address of the categories' overview below `blog_dir`."""
    categories_slugify: SlugFunction = field(default=slugify(case="lower"))
    """Function of a category's name and a separator that returns the slug."""
    categories_slugify_separator: str = "-"
    """Stands between the words of a category's slug."""
    categories_sort_by: SortKey = field(default=term_name)
    """Function that sorts categories; it gets an object with `name` and `posts`."""
    categories_sort_reverse: bool = False
    """Turns the categories' order round."""
    categories_allowed: tuple[str, ...] = ()
    """The categories that posts may have. Any other is a Problem. Empty allows all."""
    categories_view_style: Style | None = None
    """`view_style` of categories."""
    categories_pagination: bool | None = None
    """`pagination` of categories."""
    categories_pagination_per_page: int | None = None
    """`pagination_per_page` of categories."""
    categories_toc: bool | None = None
    """`blog_toc` of categories."""

    tags: bool = True
    """Makes a view for each tag."""
    tags_name: str | None = None
    """Title of the tags' overview."""
    tags_url_format: str = "tag/{slug}"
    """Address of a tag below `blog_dir`."""
    tags_overview_url: str = "tags"
    """Address of the tags' overview below `blog_dir`."""
    tags_slugify: SlugFunction = field(default=slugify(case="lower"))
    """Function of a tag's name and a separator that returns the slug."""
    tags_slugify_separator: str = "-"
    """Stands between the words of a tag's slug."""
    tags_view_style: Style | None = None
    """`view_style` of tags."""
    tags_pagination_per_page: int | None = None
    """`pagination_per_page` of tags; 50 when unset, where they show titles."""

    series: bool = True
    """Makes a view for each series, in reading order."""
    series_name: str | None = None
    """Title of the series' overview."""
    series_url_format: str = "series/{slug}"
    """Address of a series below `blog_dir`."""
    series_overview_url: str = "series"
    """Address of the series' overview below `blog_dir`."""
    series_view_style: Style | None = None
    """`view_style` of series."""
    series_pagination_per_page: int | None = None
    """`pagination_per_page` of series; 50 when unset, where they show titles."""

    authors: bool | Mapping[str, Any] = True
    """Shows authors. Instead of `true`, it may hold the authors themselves, as the authors file does."""
    authors_file: str = "{blog}/.authors.yml"
    """The authors file. `{blog}` stands for `blog_dir`."""
    authors_profiles: bool = True
    """Makes a page for each author."""
    authors_profiles_name: str | None = None
    """Title of the authors' overview."""
    authors_profiles_url_format: str = "author/{slug}"
    """Address of an author below `blog_dir`, from `{slug}` and `{name}`."""
    authors_overview_url: str = "authors"
    """Address of the authors' overview below `blog_dir`."""
    authors_profiles_view_style: Style | None = None
    """`view_style` of authors."""
    authors_profiles_pagination: bool | None = None
    """`pagination` of authors."""
    authors_profiles_pagination_per_page: int | None = None
    """`pagination_per_page` of authors."""
    authors_profiles_toc: bool | None = None
    """`blog_toc` of authors."""

    pagination: bool = True
    """Spreads a view over numbered pages."""
    pagination_per_page: int = 10
    """How many posts a page of a view lists."""
    pagination_url_format: str = "page/{page}"
    """Address of a view's second page and on, below the view."""
    pagination_format: str = "~2~"
    """What the pager shows, in the syntax of the [paginate](https://pypi.org/project/paginate/) library: `~2~` is the current page with two on either side."""
    pagination_if_single_page: bool = False
    """Shows the pager where there is one page only."""
    pagination_keep_content: bool = False
    """Repeats a view's introduction on its second page and on."""

    feeds: bool | list[Any] = True
    """Which feeds there are: one Atom feed of the blog with `true`, none with `false`, or a list. See [Feeds](feeds.md). Off by default beside the plugin `rss`."""
    image: str | None = None
    """A picture under `docs_dir`, or an address, that stands for posts without one where others link to them."""
    thin_views: int = 2
    """Authors, categories, tags and series with fewer posts are kept out of search engines: their pages say nothing of their own. `1` keeps none out."""

    draft: bool = False
    """Publishes drafts as well."""
    draft_on_serve: bool = True
    """Shows drafts in `mkdocs serve`."""
    draft_if_future_date: bool = False
    """Takes a post dated in the future for a draft until its day has come."""

    cache: bool = True
    """Keeps what posts became for the next build. See [Speed](speed.md)."""
    cache_dir: str = ".cache/iroco-blog"
    """Folder of what is kept, relative to `mkdocs.yml`."""
    cache_extensions: tuple[str, ...] = ()
    """Markdown extensions, as `markdown_extensions` names them, that make the same of a text in every build. Those of Python-Markdown and PyMdown are known."""

    @property
    def root(self) -> str:
        """`blog_dir` without slashes at its ends; empty at the site's root."""
        return "/".join(part for part in self.blog_dir.split("/") if part not in ("", "."))

    def below_root(self, path: str) -> str:
        """An address below the blog's own."""
        return "/".join(part for part in (self.root, path.strip("/")) if part)

    @property
    def index_path(self) -> str:
        """Where the index lives, without slashes at its ends."""
        return self.below_root(self.index_url)

    @property
    def posts_folder(self) -> str:
        """`post_dir` without slashes at its ends."""
        return self._filled(self.post_dir)

    @property
    def authors_path(self) -> str:
        """`authors_file`, filled in."""
        return self._filled(self.authors_file)

    def _filled(self, path: str) -> str:
        return "/".join(part for part in path.replace("{blog}", self.root).split("/") if part not in ("", "."))

    @property
    def excerpt_fallback(self) -> str | int:
        """What stands in for a separator that is not there."""
        if self.post_excerpt_fallback is not None:
            return self.post_excerpt_fallback
        return "everything" if self.post_excerpt else "paragraph"

    def of_kind(self, kind: str, option: str) -> Any:
        """A kind's own value of an option (`archive_pagination`), none where it has none."""
        return getattr(self, f"{kind}_{option}", None)
