"""Jekyll's filters of addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote_to_bytes

from mkdocs_iroco_blog.jekyll.liquid.context import Context
from mkdocs_iroco_blog.jekyll.liquid.printing import text

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)
_PARTS = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_INDEX = re.compile(r"/index\.html?$", re.MULTILINE)
_PATH = "!$&'()*+,;=:@~/"
_QUERY = _PATH + "?"
_PORTS = {"http": ":80", "https": ":443"}


def relative_url(context: Context, value: object) -> object:
    """An address from the site's root, with `baseurl`; one with a host stays as it is."""
    if value is None:
        return None
    address = _address(value)
    if _SCHEME.match(address):
        return address
    return normalized(_rooted(context.site.baseurl.removesuffix("/")) + _rooted(address))


def absolute_url(context: Context, value: object) -> object:
    """A whole address, with `url` and `baseurl`."""
    if value is None:
        return None
    address = _address(value)
    if _SCHEME.match(address):
        return address
    relative = text(relative_url(context, address))
    return normalized(context.site.url + relative) if context.site.url else relative


def strip_index(context: Context, value: object) -> object:  # noqa: ARG001  # a filter of this table
    """An address without `index.html` at its end."""
    return _INDEX.sub("/", text(value), count=1) if text(value) else None


def _address(value: object) -> str:
    return text(value.get("url") if isinstance(value, Mapping) and "url" in value else value)


def _rooted(path: str) -> str:
    return path if not path or path.startswith("/") else f"/{path}"


def normalized(address: str) -> str:
    """An address with what must be escaped escaped, in lower case where case says nothing, without dot segments."""
    found = _PARTS.fullmatch(address.strip())
    assert found
    scheme, host, path, query, fragment = found.groups()
    whole = f"{scheme.lower()}:" if scheme else ""
    if host is not None:
        host = host.lower().removesuffix(_PORTS.get((scheme or "").lower(), " "))
        whole += f"//{_host(host)}"
    whole += _dotless(_escaped(path, _PATH)) or ("/" if host else "")
    whole += "" if query is None else f"?{_escaped(query, _QUERY)}"
    return whole + ("" if fragment is None else f"#{_escaped(fragment, _QUERY)}")


def _escaped(part: str, kept: str) -> str:
    """Each piece between signs that mean something, decoded and encoded again."""
    pieces = re.split(f"([{re.escape(kept)}])", part)
    return "".join(piece if piece in kept else quote(unquote_to_bytes(piece), safe="~") for piece in pieces)


def _host(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _dotless(path: str) -> str:
    if not path.startswith("/") or "/." not in path:
        return path
    ends = path.endswith(("/", "/.", "/.."))
    kept: list[str] = []
    for segment in path[1:].split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    plain = "/" + "/".join(kept)
    return plain + ("/" if ends and not plain.endswith("/") else "")


URL_FILTERS: Mapping[str, Callable[..., object]] = {
    "absolute_url": absolute_url,
    "relative_url": relative_url,
    "strip_index": strip_index,
}
