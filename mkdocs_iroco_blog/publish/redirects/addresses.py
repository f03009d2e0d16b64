"""Convert between addresses under the site's root and the files behind them."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote

from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, is_outside, safe_path
from mkdocs_iroco_blog.core.urls import split_url


def split_address(address: str, site_url: str) -> tuple[str, str] | None:
    """Split an address into its decoded path from the site's root, and the query and fragment after it.

    A relative address starts at the site's root, with or without a slash. An absolute one belongs to the site if it
    begins with `site_url`. Returns None for an address outside the site. Raises `ValueError` if it is not an address.
    """
    parts = split_url(address)
    if parts is None:
        raise ValueError(address)
    path = parts.path
    if is_outside(address):
        if parts.scheme not in ("http", "https"):
            raise ValueError(address)
        home = split_url(f"{site_url.rstrip('/')}/")
        if home is None or parts.netloc.lower() != home.netloc.lower() or not f"{path}/".startswith(home.path):
            return None
        path = path[len(home.path) :]
    is_folder = path.endswith("/")
    path = "/".join(part for part in unquote(path).split("/") if part)
    if path and (not safe_path(path) or any(len(part.encode()) > LONGEST_NAME for part in path.split("/"))):
        raise ValueError(address)
    suffix = f"?{parts.query}" if parts.query else ""
    suffix += f"#{parts.fragment}" if parts.fragment else ""
    return f"{path}/" if is_folder and path else path, suffix


def redirect_file(path: str, *, as_file: bool = False) -> str:
    """Return the file for a redirect at a decoded path from the site's root.

    A path that ends in `.html` is a file. Any other is a folder with an `index.html`, which every server shows at the
    address with and without a slash. With `as_file`, it is `old.html` for `/old`, as in Jekyll.
    """
    if as_file and path and not path.endswith("/") and not path.lower().endswith((".html", ".htm")):
        return f"{path}.html"
    return path if path.lower().endswith((".html", ".htm")) else posixpath.join(path, "index.html")


def page_file(address: str) -> str:
    """Return the file behind the address of a page, which is encoded, and empty for the site's root."""
    path = unquote(address)
    return f"{path}index.html" if not path or path.endswith("/") else path


def address_of(file: str) -> str:
    """Return the encoded address of a file under the site's root; for an `index.html`, that of its folder."""
    folder, name = posixpath.split(file)
    if name != "index.html":
        return quote(file)
    return quote(f"{folder}/") if folder else ""
