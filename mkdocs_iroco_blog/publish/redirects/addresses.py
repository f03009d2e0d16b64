"""Addresses under the site's root, and the files behind them."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote, urlsplit

from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, is_outside, safe_path


def below_root(written: str, site_url: str) -> tuple[str, str] | None:
    """What an address names of the site: a path from its root, decoded, and what follows the path.

    An address with a slash before it, or without one, counts from the site's root wherever that lies; a whole one is
    the site's where it begins as `site_url` does. None for another site's. Raises `ValueError` for what is no path.
    """
    parts = urlsplit(written)
    path = parts.path
    if is_outside(written):
        if parts.scheme not in ("http", "https"):
            raise ValueError(f"`{written}` leads to no page")
        home = urlsplit(f"{site_url.rstrip('/')}/")
        if parts.netloc.lower() != home.netloc.lower() or not f"{path}/".startswith(home.path):
            return None
        path = path[len(home.path) :]
    folder = path.endswith("/")
    path = "/".join(part for part in unquote(path).split("/") if part)
    if path and (not safe_path(path) or any(len(part.encode()) > LONGEST_NAME for part in path.split("/"))):
        raise ValueError(f"`{written}` is no path of a page")
    after = f"?{parts.query}" if parts.query else ""
    after += f"#{parts.fragment}" if parts.fragment else ""
    return f"{path}/" if folder and path else path, after


def file_at(path: str) -> str:
    """The file that makes a page at a decoded path from the site's root.

    A path that ends in `.html` is that file. Any other is a folder, whose `index.html` every server shows at the
    address with a slash and, by way of it, without; Jekyll would write `old.html` for `/old`, which some show only at
    `/old.html`.
    """
    return path if path.lower().endswith((".html", ".htm")) else posixpath.join(path, "index.html")


def file_of(address: str) -> str:
    """The file behind a page's address, as the host has it: encoded, empty for the root."""
    path = unquote(address)
    return f"{path}index.html" if not path or path.endswith("/") else path


def address_of(file: str) -> str:
    """The address of a file under the site's root, encoded; of an `index.html`, its folder's."""
    folder, name = posixpath.split(file)
    if name != "index.html":
        return quote(file)
    return quote(f"{folder}/") if folder else ""


def folders_of(file: str) -> list[str]:
    """Every folder that a file lies in."""
    parts = file.split("/")[:-1]
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
