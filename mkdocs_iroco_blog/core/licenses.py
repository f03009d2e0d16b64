"""Read licences: names and addresses, as authors write them and as sites show them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from .links import License
from .urls import is_safe, split_url

NO_LICENSE = License("", "")
"""The value of `license: false`: neither the blog's licence nor another."""
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off", "none")
_CREATIVE_COMMONS = re.compile(
    r"(?i)CC[ -](BY(?:[ -]NC)?(?:[ -](?:SA|ND))?)[ -]([1-4]\.[015])(?:(?<!4\.0)[ -]([A-Z]{2}))?"
)
_PUBLIC_DOMAIN = re.compile(r"(?i)CC0(?:[ -]1\.0)?")
_DEED = re.compile(r"(?i)https?://creativecommons\.org/licenses/(by[a-z-]*)/(\d\.\d)(?:/([a-z]{2}))?(?:/[\w.]*)?/?")
_ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"
_SPDX = {
    name.casefold(): name
    for name in (
        "0BSD", "AFL-3.0", "AGPL-3.0", "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "Artistic-2.0",
        "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CERN-OHL-P-2.0", "CERN-OHL-S-2.0", "CERN-OHL-W-2.0", "EPL-2.0",
        "EUPL-1.2", "FSFAP", "GFDL-1.2-only", "GFDL-1.2-or-later", "GFDL-1.3-only", "GFDL-1.3-or-later", "GPL-2.0",
        "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0", "GPL-3.0-only", "GPL-3.0-or-later", "ISC", "LAL-1.3", "LGPL-2.1",
        "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-0",
        "MPL-2.0", "ODbL-1.0", "OFL-1.1", "Unlicense", "WTFPL", "Zlib", "etalab-2.0",
    )
}  # fmt: skip
"""Licences of texts, pictures, data and code that blogs are published under. https://spdx.org/licenses/"""
_SCHEME = re.compile(r"(?i)https?://(?:www\.)?")


def read_license(value: Any) -> License | None:
    """Read a licence: a name, an address, HTML with a link, or a mapping with `name` and `url`.

    `false` is `NO_LICENSE`. No value, or `true`, leaves the choice to the blog or the site: None. A name that is not
    known stays as it is. Raises `ValueError` for an unsafe address, with the fault as the end of a sentence.
    """
    if value in ([], {}):
        return None
    if isinstance(value, dict):
        name, url = (_first(value, keys) for keys in (("name", "title", "text", "id", "type"), ("url", "href", "link")))
        licence = _named(name or url)
        return _checked(License(licence.name, url or licence.url))
    if isinstance(value, list):
        return read_license(value[0]) if len(value) == 1 else _checked(License(", ".join(map(_text, value)), ""))
    text = _text(value)
    if text.casefold() in ("", *_YES):
        return None
    if text.casefold() in _NO:
        return NO_LICENSE
    if " " not in text and not is_safe(text):
        raise ValueError(f"is `{text}`, which is not a link")
    return _checked(_linked(text, "a[href]") or _named(text))


def license_in(html: str) -> License | None:
    """Return the licence that a site's copyright notice links to."""
    licence = _linked(html, 'a[rel~="license"][href], a[href*="//creativecommons.org/"]')
    return licence if licence and _is_link(licence.url) else None


def _named(text: str) -> License:
    """Complete a name by its address, or an address by its name."""
    if match := _CREATIVE_COMMONS.fullmatch(text) or _DEED.fullmatch(text):
        kind, version, country = match[1].lower().replace(" ", "-"), match[2], (match[3] or "").lower()
        title = " ".join(filter(None, ("CC", kind.upper(), version, country.upper())))
        path = "/".join(filter(None, (kind, version, country)))
        return License(title, text if _SCHEME.match(text) else f"https://creativecommons.org/licenses/{path}/")
    if _PUBLIC_DOMAIN.fullmatch(text) or text.rstrip("/") == _ZERO.rstrip("/"):
        return License("CC0 1.0", _ZERO)
    if name := _SPDX.get(text.casefold(), ""):
        return License(name, f"https://spdx.org/licenses/{name}.html")
    is_address = _SCHEME.match(text) and " " not in text
    return License(_SCHEME.sub("", text).rstrip("/") if is_address else text, text if is_address else "")


def _linked(html: str, selector: str) -> License | None:
    link = LexborHTMLParser(html).css_first(selector) if "<" in html else None
    if link is None:
        return None
    url = (link.attributes["href"] or "").strip()
    return License(_text(link.text()) or _named(url).name, url)


def _checked(licence: License) -> License:
    if not _is_link(licence.url):
        raise ValueError(f"has the address `{licence.url}`, which is not a link")
    if not licence.name:
        raise ValueError("has no `name`")
    return licence


def _is_link(address: str) -> bool:
    return is_safe(address) and split_url(address) is not None


def _first(values: dict[str, Any], keys: Iterable[str]) -> str:
    return next(filter(None, (_text(values.get(key)) for key in keys)), "")


def _text(value: Any) -> str:
    if isinstance(value, list | dict):
        raise ValueError("has a list or a mapping inside")
    return " ".join(str("" if value is None else value).split())
