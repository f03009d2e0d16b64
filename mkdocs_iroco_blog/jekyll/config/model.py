"""A Jekyll site's `_config.yml` as typed values, with Jekyll's own defaults.

https://jekyllrb.com/docs/configuration/options/ and https://jekyllrb.com/docs/configuration/default/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter
from mkdocs_iroco_blog.jekyll.kramdown.document import Options

DEFAULT_EXCLUDES = (
    ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
    "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
)  # fmt: skip
"""Always excluded, whatever `exclude` says, unless `include` names it."""

DEFAULTS: Mapping[str, Any] = {
    "collections_dir": "", "cache_dir": ".jekyll-cache", "plugins_dir": "_plugins", "layouts_dir": "_layouts",
    "data_dir": "_data", "includes_dir": "_includes", "collections": {}, "safe": False, "include": [".htaccess"],
    "exclude": [], "keep_files": [".git", ".svn"], "encoding": "utf-8",
    "markdown_ext": "markdown,mkdown,mkdn,mkd,md", "strict_front_matter": False, "show_drafts": None,
    "limit_posts": 0, "future": False, "unpublished": False, "whitelist": [], "plugins": [], "markdown": "kramdown",
    "highlighter": "rouge", "lsi": False, "excerpt_separator": "\n\n", "incremental": False, "detach": False,
    "port": "4000", "host": "127.0.0.1", "baseurl": None, "show_dir_listing": False, "permalink": "date",
    "paginate_path": "/page:num", "timezone": None, "quiet": False, "verbose": False, "defaults": [],
    "liquid": {"error_mode": "warn", "strict_filters": False, "strict_variables": False},
    "kramdown": {
        "auto_ids": True, "toc_levels": [1, 2, 3, 4, 5, 6], "entity_output": "as_char",
        "smart_quotes": "lsquo,rsquo,ldquo,rdquo", "input": "GFM", "hard_wrap": False, "guess_lang": True,
        "footnote_nr": 1, "show_warnings": False,
    },
}  # fmt: skip
"""Jekyll 4's own values, without the folders of the machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """One entry of `collections`; `posts` is always among them."""

    name: str
    output: bool = False
    permalink: str | None = None
    """Template of its documents' addresses. `posts` always has one, with a style's name spelt out."""
    sort_by: str | None = None
    order: tuple[str, ...] = ()
    """Files of the collection's folder in the author's order."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The whole entry, for Liquid."""

    @property
    def folder(self) -> str:
        """The folder below `collections_dir`: `_authors`."""
        return f"_{self.name}"


_POSTS = Collection(name="posts", output=True, permalink="/:categories/:year/:month/:day/:title:output_ext")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One entry of `defaults`: the files it applies to, and their front matter."""

    path: str | None = None
    type: str | None = None
    front: FrontMatter
    """The line of each key is that of `defaults`; `body` is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """jekyll-paginate-v2's `pagination`, of the site or of one page."""

    enabled: bool = False
    per_page: int = 10
    permalink: str = "/page:num/"
    indexpage: str = "index"
    extension: str = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class JekyllConfig:
    """A site's configuration. Paths are `/`-separated and relative to `source`, which is relative to `_config.yml`."""

    path: str = "_config.yml"
    title: str = ""
    """`title`, else `name`."""
    description: str = ""
    url: str = ""
    """Without a trailing slash."""
    baseurl: str = ""
    """Empty, or with a leading slash and no trailing one."""
    lang: str = ""
    """`lang`, else `locale`, with `-` between its parts."""
    timezone: str | None = None
    source: str = ""
    destination: str = "_site"
    permalink: str = "date"
    """A style's name or a template."""
    defaults: tuple[Scope, ...] = ()
    collections: Mapping[str, Collection] = field(default_factory=lambda: {"posts": _POSTS})
    collections_dir: str = ""
    data_dir: str = "_data"
    includes_dir: str = "_includes"
    layouts_dir: str = "_layouts"
    sass_dir: str = "_sass"
    plugins_dir: str = "_plugins"
    include: tuple[str, ...] = (".htaccess",)
    exclude: tuple[str, ...] = DEFAULT_EXCLUDES
    """The author's, then Jekyll's own."""
    markdown_ext: tuple[str, ...] = ("markdown", "mkdown", "mkdn", "mkd", "md")
    """In lower case, without dots."""
    future: bool = False
    unpublished: bool = False
    show_drafts: bool = False
    limit_posts: int = 0
    excerpt_separator: str = "\n\n"
    """Empty for no excerpts."""
    show_excerpts: bool | None = None
    """Minima's: whether the index shows excerpts. None if the file does not set it."""
    paginate: int = 0
    """Posts per page for jekyll-paginate; 0 switches it off."""
    paginate_path: str = "/page:num"
    pagination: Pagination = field(default_factory=Pagination)
    kramdown: Options = field(default_factory=Options)
    feed: Mapping[str, Any] = field(default_factory=dict)
    plugins: tuple[str, ...] = ()
    """From `plugins` and `gems`. A Gemfile may enable more: see `enabled_plugins`."""
    social: tuple[str, ...] = ()
    """Addresses of the author elsewhere, for `rel="me"`."""
    values: Mapping[str, Any] = field(default_factory=lambda: DEFAULTS)
    """The whole file over Jekyll's defaults, for Liquid's `site`."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each top-level key."""
