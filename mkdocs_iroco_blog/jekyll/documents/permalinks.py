"""Build addresses as Jekyll does: fill the placeholders of a template, then normalise the result.

https://jekyllrb.com/docs/permalinks/
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from urllib.parse import quote, unquote

from mkdocs_iroco_blog.jekyll.liquid.filters.strftime import strftime

STYLES: Mapping[str, str] = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""The template for posts of each style that `permalink` may name."""

_PLACEHOLDER = re.compile(r":([a-z_]+)")
_PLAIN = re.compile(r"[a-zA-Z0-9./-]*")
_ADDRESS_PARTS = re.compile(r"(?:([^:/?#]+:))?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)
_SLASHES = re.compile(r"//+")
_SAFE = "!$&'()*+,;=:@"

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_DATE_FORMATS: Mapping[str, str] = {
    "year": "%Y", "short_year": "%y", "month": "%m", "i_month": "%-m", "short_month": "%b", "long_month": "%B",
    "day": "%d", "i_day": "%-d", "y_day": "%j", "w_year": "%G", "week": "%V", "w_day": "%u", "short_day": "%a",
    "long_day": "%A", "hour": "%H", "minute": "%M", "second": "%S",
}  # fmt: skip
_PLACEHOLDERS = (
    *_DATE_FORMATS, "title", "slug", "name", "path", "collection", "categories", "slugified_categories", "output_ext",
)  # fmt: skip


def listed_placeholders() -> str:
    """The known placeholders, for a message."""
    return ", ".join(f"`:{name}`" for name in _PLACEHOLDERS)


def unknown_placeholder(template: str) -> str | None:
    """The first placeholder that Jekyll does not know in a template for documents."""
    names = (match[1] for match in _PLACEHOLDER.finditer(template))
    return next((name for name in names if not {name, name.removesuffix("_")} & set(_PLACEHOLDERS)), None)


def fill_document_template(template: str, placeholders: Mapping[str, Callable[[], str]]) -> str:
    """The address of a post or of a collection's document. `:month_` is `:month` followed by `_`.

    Raises `ValueError` for a placeholder that Jekyll does not know; its text ends a sentence about the template.
    """

    def value(match: re.Match[str]) -> str:
        for name in (match[1], match[1].removesuffix("_")):
            if name in placeholders:
                return escape(placeholders[name]()) + match[1].removeprefix(name)
        raise ValueError(f"has the placeholder `:{match[1]}`, which Jekyll does not know")

    return normalise(_PLACEHOLDER.sub(value, template))


def fill_page_template(template: str, values: Mapping[str, str]) -> str:
    """The address of a page. Any other placeholder than those in `values` is plain text."""
    for name, value in values.items():
        template = template.replace(f":{name}", escape(value))
    return normalise(template)


def style_suffix(permalink: str) -> str:
    """The end of a template for pages and for documents of collections, from the site's permalink."""
    if permalink in ("date", "ordinal", "none") or permalink.endswith(":output_ext"):
        return ":output_ext"
    return "/" if permalink == "pretty" or permalink.endswith("/") else ""


def output_path(url: str, extension: str, index: str = "index.html") -> str:
    """The file that Jekyll writes for an address: `a/index.html` for `/a/`, `a.html` for `/a`."""
    path = posixpath.normpath("/" + unquote(url)).lstrip("/")
    if url.endswith("/"):
        return posixpath.join(path, index)
    return path if path.endswith(extension) else path + extension


def decode_path(url: str) -> str:
    """Convert an address to a path of the blog: decoded, without outer slashes or `index.html`.

    Jekyll writes `a.html` for `/a`, and `v1.2` for `/v1.2`, which gets the ending here: servers know a page by it.
    """
    path = unquote(url).strip("/")
    if path.rpartition("/")[2] == "index.html":
        return path.removesuffix("index.html").strip("/")
    return f"{path}.html" if lacks_ending(url) else path


def lacks_ending(url: str) -> bool:
    """Whether an address has neither a slash nor `.html` at its end, though its file has."""
    return not url.endswith("/") and not url.lower().endswith(PAGE_ENDINGS)


def date_placeholders(moment: datetime) -> dict[str, Callable[[], str]]:
    """The placeholders for parts of a date."""
    return {name: partial(strftime, moment, form) for name, form in _DATE_FORMATS.items()}


def escape(value: str) -> str:
    """Percent-encode a placeholder's value. Something that looks like a query stays one, as in Jekyll."""
    if _PLAIN.fullmatch(value):
        return value
    match = _ADDRESS_PARTS.fullmatch(value)
    assert match is not None  # each of its parts may be empty
    scheme, host, path, query, fragment = match.groups()
    authority = "//" + quote(host, f"{_SAFE}[]") if host is not None else ""
    rest = quote(path, f"{_SAFE}/") + quote(query or "", f"{_SAFE}/?")
    return quote(scheme or "", "-+.:") + authority + rest + quote(fragment or "", f"{_SAFE}/?")


def normalise(address: str) -> str:
    """Give an address one leading slash, and remove double slashes and `..`."""
    return _SLASHES.sub("/", f"/{address}".replace("..", "/").replace("./", ""))
