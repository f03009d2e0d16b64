"""Jekyll's filters of addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote_to_bytes

from mkdocs_iroco_blog.jekyll.liquid.context import Context
from mkdocs_iroco_blog.jekyll.liquid.printing import to_text

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)
_PARTS = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_INDEX = re.compile(r"/index\.html?$", re.MULTILINE)
_PATH = "!$&'()*+,;=:@~/"
_QUERY = _PATH + "?"
_PORTS = {"http": ":80", "https": ":443"}


def relative_url(context: Context, value: object) -> object:
    """Make an address absolute from the site's root, with `baseurl`; leave one with a scheme as it is."""
    if value is None:
        return None
    address = _to_address(value)
    if _SCHEME.match(address):
        return address
    return normalize(_with_slash(context.site.baseurl.removesuffix("/")) + _with_slash(address))


def absolute_url(context: Context, value: object) -> object:
    """Make an address whole, with `url` and `baseurl`."""
    if value is None:
        return None
    address = _to_address(value)
    if _SCHEME.match(address):
        return address
    relative = to_text(relative_url(context, address))
    return normalize(context.site.url + relative) if context.site.url else relative


def strip_index(context: Context, value: object) -> object:  # noqa: ARG001  # a filter of this table
    """Remove `index.html` from the end of an address."""
    return _INDEX.sub("/", to_text(value), count=1) if to_text(value) else None


def _to_address(value: object) -> str:
    return to_text(value.get("url") if isinstance(value, Mapping) and "url" in value else value)


def _with_slash(path: str) -> str:
    return path if not path or path.startswith("/") else f"/{path}"


def normalize(address: str) -> str:
    """Escape an address where necessary, lower what has no case, and resolve dot segments."""
    match = _PARTS.fullmatch(address.strip())
    assert match
    scheme, host, path, query, fragment = match.groups()
    whole = f"{scheme.lower()}:" if scheme else ""
    if host is not None:
        host = host.lower().removesuffix(_PORTS.get((scheme or "").lower(), " "))
        whole += f"//{_encode_host(host)}"
    whole += _resolve_dots(_escape(path, _PATH)) or ("/" if host else "")
    whole += "" if query is None else f"?{_escape(query, _QUERY)}"
    return whole + ("" if fragment is None else f"#{_escape(fragment, _QUERY)}")


def _escape(part: str, allowed: str) -> str:
    """Decode and encode each piece between signs that mean something."""
    pieces = re.split(f"([{re.escape(allowed)}])", part)
    return "".join(piece if piece in allowed else quote(unquote_to_bytes(piece), safe="~") for piece in pieces)


def _encode_host(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _resolve_dots(path: str) -> str:
    if not path.startswith("/") or "/." not in path:
        return path
    ends = path.endswith(("/", "/.", "/.."))
    segments: list[str] = []
    for segment in path[1:].split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment != ".":
            segments.append(segment)
    plain = "/" + "/".join(segments)
    return plain + ("/" if ends and not plain.endswith("/") else "")


URL_FILTERS: Mapping[str, Callable[..., object]] = {
    "absolute_url": absolute_url,
    "relative_url": relative_url,
    "strip_index": strip_index,
}
