"""Build addresses as Jekyll does: fill the placeholders of a template, then normalise the result.

https://jekyllrb.com/docs/permalinks/
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import quote, unquote

Placeholders = Mapping[str, Callable[[], str]]
"""A function for the value of each placeholder, by its name without the colon."""

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

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip

PLACEHOLDERS = (
    "year", "short_year", "month", "i_month", "short_month", "long_month", "day", "i_day", "y_day", "w_year", "week",
    "w_day", "short_day", "long_day", "hour", "minute", "second", "title", "slug", "name", "path", "collection",
    "categories", "slugified_categories", "output_ext",
)  # fmt: skip


def listed_placeholders() -> str:
    """The known placeholders, for a message."""
    return ", ".join(f"`:{name}`" for name in PLACEHOLDERS)


def unknown_placeholder(template: str) -> str | None:
    """The first placeholder that Jekyll does not know in a template for documents."""
    names = (match[1] for match in _PLACEHOLDER.finditer(template))
    return next((name for name in names if not {name, name.removesuffix("_")} & set(PLACEHOLDERS)), None)


def fill_document_template(template: str, placeholders: Placeholders) -> str:
    """The address of a post or of a collection's document. `:month_` is `:month` followed by `_`.

    Raises `ValueError` for a placeholder that Jekyll does not know; its text ends a sentence about the template.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name in placeholders:
            return escape(placeholders[name]())
        if name.endswith("_") and name[:-1] in placeholders:
            return escape(placeholders[name[:-1]]()) + "_"
        raise ValueError(f"has the placeholder `:{name}`, which Jekyll does not know")

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


def date_placeholders(moment: Callable[[], datetime]) -> dict[str, Callable[[], str]]:
    """The placeholders for parts of a date. Days and months have English names, whatever the machine's language."""
    numbers = {
        "year": "%Y", "month": "%m", "day": "%d", "hour": "%H", "minute": "%M", "second": "%S", "short_year": "%y",
        "w_year": "%G", "week": "%V", "w_day": "%u", "y_day": "%j",
    }  # fmt: skip
    return {
        **{name: lambda form=form: _padded(moment(), form) for name, form in numbers.items()},  # type: ignore[misc]
        "i_day": lambda: str(moment().day),
        "i_month": lambda: str(moment().month),
        "short_month": lambda: _MONTHS[moment().month - 1][:3],
        "long_month": lambda: _MONTHS[moment().month - 1],
        "short_day": lambda: _DAYS[moment().weekday()][:3],
        "long_day": lambda: _DAYS[moment().weekday()],
    }


def _padded(moment: datetime, form: str) -> str:
    # Whether `%Y` gives the year 999 four digits depends on the machine.
    return f"{moment.year:04}" if form == "%Y" else moment.strftime(form)


def escape(value: str) -> str:
    """Percent-encode a placeholder's value. Something that looks like a query stays one, as in Jekyll."""
    if _PLAIN.fullmatch(value):
        return value
    match = _ADDRESS_PARTS.fullmatch(value)
    assert match is not None  # each of its parts may be empty
    scheme, host, path, query, fragment = match.groups()
    parts = (
        quote(scheme, "-+.:") if scheme else "",
        "//" + quote(host, "!$&'()*+,;=:@[]") if host is not None else "",
        quote(path, "!$&'()*+,;=:@/"),
        quote(query, "!$&'()*+,;=:@/?") if query else "",
        "%23" + quote(fragment[1:], "!$&'()*+,;=:@/?") if fragment else "",
    )
    return "".join(parts)


def normalise(address: str) -> str:
    """Give an address one leading slash, and remove double slashes and `..`."""
    return _SLASHES.sub("/", f"/{address}".replace("..", "/").replace("./", ""))
