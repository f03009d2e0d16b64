"""The table of front-matter fields, for reading, error messages, the manual's reference and the JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_iroco_blog.core.findings import one_edit_apart
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.licenses import read_license

from .images import as_image
from .json_patterns import DATE
from .private import as_refusal
from .values import (
    as_address,
    as_addresses,
    as_build,
    as_consent,
    as_date,
    as_excerpt,
    as_flag,
    as_last_change,
    as_links,
    as_minutes,
    as_names,
    as_page,
    as_part,
    as_people,
    as_pin,
    as_place,
    as_series,
    as_slug,
    as_status,
    as_tags,
    as_text,
    as_url,
    as_versions,
)  # fmt: skip

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a post's front matter."""

    name: str
    read: Callable[[Raw], Any]
    """Converts the text value. Raises `ValueError` with the fault as the end of a sentence."""
    forms: str
    """The values that it takes, for readers, in Markdown; messages say "Expected …"."""
    does: str
    """Its effect, for readers, in Markdown."""
    example: str
    """A line or lines to paste."""
    schema: Schema
    aliases: tuple[str, ...] = ()
    default: str = "none"
    elsewhere: tuple[str, ...] = ()
    """Other tools' words for it. A Jekyll site's layouts may use them for something else, so they count nowhere there."""


_TEXT: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_NAME: Schema = {"type": ["string", "number"]}
_NAMES: Schema = {"anyOf": [_NAME, {"type": "array", "items": _NAME}]}
_SERIES: Schema = {
    "anyOf": [
        _NAME,
        {
            "type": "object",
            "properties": {"name": _NAME, "part": {"type": "integer", "minimum": 1}},
            "required": ["name"],
            "additionalProperties": False,
        },
    ]
}
_DATE: Schema = {"type": "string", "pattern": DATE}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_PERSON: Schema = {"type": ["string", "object"]}
_PEOPLE: Schema = {"anyOf": [_PERSON, {"type": "array", "items": _PERSON}]}

FIELDS = (
    Field("title", as_text, "text", "The post's title. Without it, the title is the `# Heading` that opens the text, or the file's name.",
          "title: Weighing a page", _TEXT, default="the opening heading"),
    Field("description", as_text, "text", "An introduction below the title, and the description for search engines.",
          "description: What a page weighs, and why.", _TEXT, elsewhere=("meta_description",)),
    Field("excerpt", as_excerpt, "text in Markdown; on a Jekyll site, HTML", "The post's excerpt in lists and feeds.",
          "excerpt: A page weighs *two megabytes*. Mine weighs thirty kilobytes.", _TEXT, default="the text above the separator, or the first paragraph", elsewhere=("summary", "custom_excerpt")),
    Field("image", as_image, "a path from the post or from `docs_dir`, an address, or a mapping with `path` and, if you like, `alt`, `caption`, `credit`, `position` and `dark`",
          "The post's picture, shown below its header and on lists. See [The cover](writing.md#the-cover).", "image:\n  path: chart.svg\n  alt: Weight by month",
          {"anyOf": [_TEXT, {"type": "object", "properties": {**dict.fromkeys(("path", "alt", "caption", "position", "dark"), _TEXT), "credit": _PERSON}, "required": ["path"]}]},
          elsewhere=("cover", "thumbnail", "images", "hero_image", "cover_image", "featured_image", "feature_image", "preview_image", "banner")),
    Field("date", as_date, "a date, with or without a time and an offset; or a mapping with `created`, `updated` and any other named date",
          "The post's date. Without it, the post has the date in the file's name (`2024-10-04-title.md`).", "date: 2024-10-04 10:00 +0200",
          {"anyOf": [_DATE, {"type": "object", "additionalProperties": _DATE, "required": ["created"]}]}, default="from the file's name"),
    Field("updated", as_last_change, "a date, with or without a time", "The date of the last change.", "updated: 2025-01-31", _DATE,
          aliases=("last_modified_at",), elsewhere=("lastmod", "modified", "dateUpdated", "updatedDate", "updated_at", "date_modified", "last_modified", "last_updated", "last_update")),
    Field("publishDate", as_date, "a date, with or without a time", "Hides the post until this date, as in Hugo. It is also the post's date if there is no `date`.", "publishDate: 2024-10-04", _DATE,
          elsewhere=("pubDate", "published_at", "date_published", "published_date", "created_at", "date_created")),
    Field("expiryDate", as_date, "a date, with or without a time", "Hides the post from this date on, as in Hugo: the first build after it leaves the post out.", "expiryDate: 2030-12-31", _DATE,
          elsewhere=("unpublishDate",)),
    Field("review_by", as_date, "a date", "The day by which you want to read the post again. Once it has passed, a Note reminds you. See [When a post grows old](writing.md#when-a-post-grows-old).",
          "review_by: 2027-01-01", _DATE),
    Field("authors", as_people, "an id from the authors file, a name, a mapping with `name` (or `display_name`), `email`, `url`, `avatar`, `description`; or a list of these",
          "The post's authors.", "authors: [ines, tomek]", _PEOPLE, aliases=("author",)),
    Field("categories", as_names, "a name, or a list; commas do not separate names", "The post's categories.",
          "categories:\n  - Field notes", _NAMES, aliases=("category",)),
    Field("tags", as_tags, "a list, or names separated by commas", "The post's tags.", "tags: fonts, css", _NAMES, aliases=("tag",)),
    Field("series", as_series, "a name, a mapping with `name` and `part`, or a list of these", "The series that the post belongs to, and the number of its part. See [Series](writing.md#series).",
          "series: A lighter home page", {"anyOf": [_SERIES, {"type": "array", "items": _SERIES}]}),
    Field("series_order", as_part, "a whole number from 1 on", "The number of the post's part in its first series, as in some of Hugo's themes and Pelican's plugin.", "series_order: 2",
          {"type": "integer", "minimum": 1}, default="by date", elsewhere=("series_index",)),
    Field("draft", as_flag, "`true` or `false`", "Keeps the post out of `mkdocs build`; `mkdocs serve` shows it with a badge.", "draft: true", _FLAG, default="false",
          elsewhere=("is_draft", "unpublished")),
    Field("published", as_consent, "`true` or `false`", "`false` makes the post a draft, as in Jekyll. A date counts as `publishDate`.", "published: false", _FLAG, default="true",
          elsewhere=("is_published", "render")),
    Field("publish", as_consent, "`true` or `false`", "`false` makes the post a draft, as `published` does.", "publish: false", _FLAG, default="true"),
    Field("private", as_refusal, "`true` or `false`", "`true` makes the post a draft. See [private posts](writing.md#private-posts).", "private: true", _FLAG, default="false"),
    Field("password", as_refusal, "text", "Locks the post: its text is only on its own page, which another plugin must lock. See [private posts](writing.md#private-posts).",
          "password: open sesame", _NAME),
    Field("hidden", as_flag, "`true` or `false`", "Leaves the post out of the index, as jekyll-paginate does. Its page, its feed entry and other lists stay.", "hidden: true", _FLAG, default="false"),
    Field("unlisted", as_flag, "`true` or `false`", "The post gets a page, but is not in lists, navigation, search or the sitemap.", "unlisted: true", _FLAG, default="false",
          elsewhere=("eleventyExcludeFromCollections",)),
    Field("status", as_status, "a word of another tool: `draft`, `private`, `hidden` and others", "`draft`, `private`, `pending`, `unpublished`, `members` and `paid` make the post a draft, `hidden` makes it unlisted, and `scheduled` hides it until its date. Other words have no effect.", "status: draft", _TEXT,
          elsewhere=("visibility",)),
    Field("build", as_build, "Hugo's mapping with `list` and `render`", "With `render: never`, the post is a draft; with `list: never`, it is unlisted.", "build:\n  list: never", {"type": "object"}),
    Field("pin", as_pin, "`true` or `false`", "Puts the post first on the index.", "pin: true", _FLAG, default="false", elsewhere=("pinned", "sticky")),
    Field("readtime", as_minutes, "a number of minutes", "Replaces the calculated reading time.", "readtime: 12", {"type": "integer", "minimum": 1}, default="calculated"),
    Field("links", as_links, "a list in the syntax of `nav` in `mkdocs.yml`", "Lists related pages below the post.", "links:\n  - guide/budgets.md\n  - Source: https://example.org/",
          {"type": "array"}),
    Field("related", as_consent, "`true` or `false`", "`false` leaves out the related posts below the post.", "related: false", _FLAG, default="true"),
    Field("applies_to", as_versions, "a range of versions, such as `>=2.0`, in quotes", "The versions of your software that the post is about, shown as a badge. See [When a post grows old](writing.md#when-a-post-grows-old).",
          'applies_to: ">=2.0"', _NAME),
    Field("superseded_by", as_page, "a path from the post or from `docs_dir`, or an address", "The page that readers should read instead. A notice above the text links to it. See [When a post grows old](writing.md#when-a-post-grows-old).",
          "superseded_by: budgets-in-ci.md", _TEXT),
    Field("hide", as_names, "`toc`, `age`, and other parts that the theme can hide", "Hides parts of the page.", "hide: [toc]", _NAMES),
    Field("template", as_text, "the name of a file", "Renders the page with another template of the theme.", "template: wide.html", _TEXT, default="the theme's"),
    Field("layout", as_text, "`post`, `page`, `default`, `home`", "A layout of Jekyll's. Each of these means the standard layout.", "layout: post", _TEXT),
    Field("comments", as_flag, "`true` or `false`", "Shows the fragment `comments.html`, which you write, below the post.", "comments: true", _FLAG, default="false"),
    Field("lang", as_text, "a language code", "The post's language, if it differs from the site's.", "lang: fr", _TEXT, default="the site's"),
    Field("license", read_license, "a name, an address, a mapping with `name` and `url`, or `false`", "The post's licence, if it differs from the blog's. See [The licence](writing.md#the-licence).", "license: CC BY-SA 4.0",
          {"anyOf": [_TEXT, {"const": False}, {"type": "object", "properties": {"name": _TEXT, "url": _TEXT}, "required": ["name"]}]}, aliases=("licence",), default="the blog's"),
    Field("slug", as_slug, "a path without `..`", "Replaces the title in the post's address.", "slug: weighing-a-page", _NAME, default="from the title"),
    Field("url", as_place, "an address from the site's root", "The post's whole address, as in Hugo, instead of one that the blog makes.", "url: /2019/weighing/", _TEXT, default="made by `post_url_format`",
          elsewhere=("save_as",)),
    Field("aliases", as_addresses, "an address from the site's root, or an absolute address on this site; or a list of these", "Old addresses of the post. Each gets a page that redirects to the post.",
          "aliases: [/2019/weighing/, /weighing.html]", _TEXTS, aliases=("redirect_from",)),
    Field("redirect_to", as_address, "an address from the site's root, the path of a file under `docs_dir`, or an absolute address", "Redirects the post's page. Lists and feeds still show the post.",
          "redirect_to: https://example.org/weighing/", _TEXTS),
    Field("canonical_url", as_url, "an absolute address", "The address that search engines should index, if the text is published elsewhere too. The post is then not in the sitemap.",
          "canonical_url: https://example.org/weighing/", _TEXT, default="the post's own address", elsewhere=("canonical",)),
    Field("guid", as_text, "text", "The id of the post's feed entry. If the post had another id before, keep that one, so that feed readers do not show the post again.",
          "guid: https://example.org/?p=42", _TEXT, default="the post's address"),
    Field("robots", as_tags, 'values for `<meta name="robots">`: a list, or separated by commas', "Instructions for search engines. With `noindex`, the post is not in the sitemap.",
          "robots: noindex, nofollow", _TEXTS),
)  # fmt: skip
"""Every key that the plugin reads. Templates find the others in `post.meta`."""

BY_KEY: Mapping[str, Field] = {key: field for field in FIELDS for key in (field.name, *field.aliases)}


def _folded(key: str) -> str:
    return key.replace("_", "").replace("-", "").casefold()


_BY_FOLDED: Mapping[str, Field] = {
    _folded(key): field for field in FIELDS for key in (field.name, *field.aliases, *field.elsewhere)
}
STANDARD_LAYOUTS = frozenset({"", "post", "posts", "page", "default", "home"})
# Jekyll's link posts, and common words one letter away from a short key: not misspellings.
NOT_MISSPELT = frozenset({"link", "guide", "grid", "uid", "uuid"})


def field_of(key: str) -> Field | None:
    """Return the field that a key means: ours, or another tool's word for it, in any case, with `-`, `_` or neither."""
    return BY_KEY.get(key) or _BY_FOLDED.get(_folded(key))


def misspelt(key: str, known_keys: tuple[str, ...]) -> str | None:
    """Return the field key that is one letter away from an unknown key, if there is one."""
    if key in BY_KEY or key in known_keys or key in NOT_MISSPELT:
        return None
    return next((name for name in BY_KEY if one_edit_apart(key, name)), None)
