"""Includes that come with a Jekyll theme, by the parameters that its documentation names.

https://mmistakes.github.io/minimal-mistakes/docs/helpers/,
https://chirpy.cotes.page/posts/text-and-typography/#video and https://github.com/alshedivat/al-folio#features
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_iroco_blog.core.urls import split_url

from .liquid.context import Context
from .liquid.errors import AuthorError
from .liquid.filters.urls import relative_url
from .liquid.printing import to_text

_PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "figure": ("image_path", "path", "src"), "video": ("id", "path"), "audio": ("path",),
    "embed/audio": ("src",), "embed/video": ("src",),
    **dict.fromkeys(("embed/youtube", "embed/twitch", "embed/bilibili", "embed/spotify"), ("id",)),
}  # fmt: skip
"""The parameters of which an include needs one."""
_LISTS = {"gallery": "image_path", "feature_row": "title"}
"""Includes that show a list of the page's front matter, with a key that its items have."""
BUILT_IN = frozenset({*_PARAMETERS, *_LISTS})
"""Includes that show pictures, videos, sounds or a list with these, by their names without endings."""
_PRIVATE = frozenset({"file", "player"})
"""Fragments that only other fragments include."""

THEMES: Mapping[str, frozenset[str]] = {
    "minimal-mistakes": frozenset({
        "analytics", "archive-single", "author-profile", "author-profile-custom-links", "breadcrumbs", "category-list",
        "comments", "documents-collection", "footer", "footer/custom", "group-by-array", "head", "head/custom",
        "masthead", "nav_list", "page__date", "page__hero", "page__hero_video", "page__meta", "page__related",
        "page__taxonomy", "paginator", "post_pagination", "posts-category", "posts-tag", "posts-taxonomy", "scripts",
        "search/search_form", "seo", "sidebar", "skip-links", "social-share", "tag-list",
    }),
    "chirpy": frozenset({
        "datetime", "favicons", "footer", "head", "js-selector", "lang", "language-alias", "media-url",
        "metadata-hook", "notification", "origin-type", "post-description", "post-nav", "post-paginator",
        "post-sharing", "post-summary", "read-time", "refactor-content", "related-posts", "search-loader",
        "search-results", "sidebar", "toc-status", "topbar", "trending-tags", "update-list",
    }),
    "al-folio": frozenset({
        "bib_search", "calendar", "citation", "courses", "cv/list", "cv/map", "cv/nested_list", "cv/time_table",
        "disqus", "footer", "giscus", "head", "header", "latest_posts", "metadata", "news", "newsletter",
        "pagination", "people", "people_horizontal", "projects", "projects_horizontal", "related_posts",
        "repository/repo", "repository/repo_trophies", "repository/repo_user", "scripts", "selected_papers", "social",
    }),
    "minima": frozenset({
        "custom-head", "disqus_comments", "footer", "google-analytics", "head", "header", "icon-github",
        "icon-twitter", "nav-items", "post-list", "social", "social-icons", "social-item",
    }),
    "just-the-docs": frozenset({
        "components/breadcrumbs", "components/children_nav", "components/footer", "components/header",
        "components/sidebar", "favicon", "fix_linenos", "footer_custom", "head", "head_custom", "header_custom",
        "mermaid_config", "nav", "nav_footer_custom", "search_placeholder_custom", "title", "toc_heading_custom",
    }),
    "beautiful-jekyll": frozenset({
        "comments", "ext-css", "ext-js", "fb-comment", "footer", "footer-minimal", "google_analytics", "head",
        "header", "mathjax", "matomo", "nav", "readtime", "search", "social-networks-links", "social-share",
        "staticman-comments", "utterances-comment",
    }),
}  # fmt: skip
"""Includes of other themes, without their endings, so that a message can name the theme."""


class Fragments(Protocol):
    """Fragments that stand in for includes."""

    fingerprint: str
    """Changes with any fragment."""

    def render(self, name: str, values: Mapping[str, Any], /) -> str | None:
        """Render a fragment; none if there is no such fragment."""


@dataclass(frozen=True, slots=True)
class ThemeIncludes:
    """Renders the includes of a theme of which the site has no file."""

    fragments: Fragments | None
    theme: str
    """The site's theme; empty if it names none."""

    def __call__(self, context: Context, name: str, parameters: Mapping[str, object]) -> str:
        """Return the HTML of an include. Raises an `AuthorError` if it is not built in, or lacks a parameter."""
        stem = re.sub(r"\.(?:html|liquid)$", "", name)
        page = context.get(["page"])
        page = page if isinstance(page, Mapping) else {}
        values: dict[str, Any] = {"include": parameters, "page": {"title": page.get("title")}}
        values |= _Links(context, to_text(page.get("media_subpath"))).functions()
        if stem in _LISTS:
            values["items"] = _items(stem, parameters, page)
        if stem in _PARAMETERS and not any(parameters.get(key) for key in _PARAMETERS[stem]):
            example = _PARAMETERS[stem][0]
            raise AuthorError(f"`{example}` is missing or empty.", f'Write `{{% include {name} {example}="…" %}}`.')
        html = self.fragments.render(stem, values) if self.fragments and stem not in _PRIVATE else None
        if html is None:
            raise self._missing(name, stem)
        return html

    def _missing(self, name: str, stem: str) -> AuthorError:
        homes = [theme for theme, names in THEMES.items() if stem in names]
        home = self.theme if self.theme in homes or not homes else homes[0]
        if homes:
            what = f"The include `{name}` of the Jekyll theme `{home}` is not built in."
            hint = "Copy the file from the theme into `_includes`, or remove the tag."
        elif home:
            what = f"There is no file `_includes/{name}`, and those of the Jekyll theme `{home}` are not read."
            hint = "If the theme has the file, copy it. Else add it, or correct the name."
        else:
            what, hint = f"There is no file `_includes/{name}`.", "Add it, or correct the name."
        return AuthorError(what, hint, cause=("include", name))


def theme_name(config: Mapping[str, Any]) -> str:
    """The site's theme: `minimal-mistakes` for its gem and for `remote_theme: mmistakes/minimal-mistakes@4.26.2`."""
    named = config.get("remote_theme") or config.get("theme")
    name = named.rpartition("/")[2].partition("@")[0] if isinstance(named, str) else ""
    name = name.removeprefix("jekyll-theme-").removesuffix("-theme")
    return name if name in THEMES else name.removesuffix("-jekyll")


def _items(name: str, parameters: Mapping[str, object], page: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The list of the page's front matter that an include shows."""
    key = to_text(parameters.get("id")) or name
    value = page.get(key)
    items = [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
    if not items:
        what = f"The front matter has no list `{key}` to show."
        raise AuthorError(what, f"Write `{key}:` there and, below it, `  - {_LISTS[name]}: …` for each item.")
    return items


@dataclass(frozen=True, slots=True)
class _Links:
    """The functions that fragments make links and text with."""

    context: Context
    subpath: str
    """The folder of the page's pictures and sounds: `media_subpath` of chirpy."""

    def functions(self) -> dict[str, Any]:
        """The functions by the names that fragments know."""
        parts = split_url(self.context.site.url)
        host = (parts and parts.netloc) or "localhost"
        return {
            "url": self.url, "media": self.media, "markdown": self.markdown, "inline": self.inline,
            "quoted": lambda value: quote(to_text(value), safe="/?=&:;,.-_~%+"), "host": host,
        }  # fmt: skip

    def url(self, value: object) -> str:
        """An address of the site, or another one as it is."""
        address = to_text(value)
        return address if address.startswith(("#", "//", "data:")) else to_text(relative_url(self.context, address))

    def media(self, value: object) -> str:
        """The address of a file that lies in the page's folder of pictures and sounds."""
        address = to_text(value)
        inside = self.subpath and "://" not in address and not address.startswith("/")
        return self.url(f"{self.subpath.rstrip('/')}/{address}" if inside else address)

    def markdown(self, value: object) -> Markup:
        """Markdown as HTML."""
        return Markup(self.context.site.markdownify(to_text(value)))  # noqa: S704 - as in any text of the site

    def inline(self, value: object) -> Markup:
        """Markdown as HTML, without the paragraph around a single one."""
        html = self.markdown(value).strip()
        bare = re.fullmatch(r"<p>((?:(?!</?p>).)*)</p>", html, re.DOTALL)
        return Markup(bare[1]) if bare else Markup(html)  # noqa: S704
