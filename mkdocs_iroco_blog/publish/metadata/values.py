"""What a page says of itself to machines: plain values, with every address whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.core.model import Author

Kind = Literal["post", "index", "profile", "list"]
FileAddress = Callable[[str, str], str | None]
"""Of a path, and the file that names it: the address under the site's root, or none where it leads outside."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands for a page where others link to it."""

    url: str
    alt: str = ""
    width: int | None = None
    """Pixels, where they are known; `height` too."""
    height: int | None = None
    own: bool = False
    """The page is about it: networks show it large."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who wrote the page, or whom it is about."""

    name: str
    url: str = ""
    """Of their page on the site, else of their own site."""
    image: str = ""
    description: str = ""
    links: tuple[str, ...] = ()
    """Addresses of theirs elsewhere."""
    fediverse: str = ""
    """`@name@server`."""
    email: str = ""
    """For feeds only; empty to keep the address out of them, where anyone could collect it."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way from the site's root to this one."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Publication:
    """One blog, as all its pages speak of it. Text is plain: what the host has escaped, unescape first."""

    site_url: str
    """The site's root, with a slash at its end. Empty where it is not known: then no page has a whole address."""
    site_name: str
    name: str
    """The blog's."""
    index: str
    """Address of its first page under the site's root."""
    lang: str
    """As in `<html lang>`."""
    addresses: Mapping[str, str]
    """The address under the site's root of every page of the blog, percent-encoded, by its path."""
    find: FileAddress
    site_description: str = ""
    site_author: str = ""
    authors_path: str = ""
    """The authors file, from which avatars are named."""
    image: Picture | None = None
    """The site's own, such as its logo: for pages and authors that have none."""
    icon: str = ""
    """The whole address of the site's icon: it stands for a post where there is nothing else."""
    thin_views: int = 2
    """Terms with fewer posts are kept out of search engines."""
    feeds: tuple[FeedLink, ...] = ()
    """The feeds of the whole blog, with whole addresses."""
    people: dict[Author, Person] = field(default_factory=dict, compare=False, repr=False)
    """Authors spoken of so far: most of them wrote many posts."""
    descriptions: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Of posts spoken of so far, by their sources: feeds say the same as pages."""

    @property
    def at_root(self) -> bool:
        """The blog's first page is the site's."""
        return self.index in ("", "index.html")

    def absolute(self, address: str | None) -> str:
        """A whole address, from one under the site's root; empty for none."""
        return "" if address is None or not self.site_url else self.site_url + address

    def page(self, path: str) -> str:
        """The whole address of one of the blog's pages; empty where there is none."""
        return self.absolute(self.addresses.get(path))

    def file(self, written: str, source: str) -> str:
        """The whole address of what a file names: of the site, or elsewhere; empty for what is neither."""
        if not written:
            return ""
        address = self.find(written, source)
        if address is not None:
            return self.absolute(address)
        if written.startswith("//"):
            return f"https:{written}"
        return written if written.lower().startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """All that one page says of itself. What is empty is not said."""

    kind: Kind
    title: str
    """Without the site's name."""
    description: str = ""
    url: str = ""
    """Its own address."""
    canonical_url: str = ""
    """Another address that the author names for it; it wins over every other."""
    site_name: str = ""
    site_description: str = ""
    """What a theme writes on every page, and says nothing of this one."""
    lang: str = ""
    published: str = ""
    """ISO 8601 with the offset; `modified` too."""
    modified: str = ""
    authors: tuple[Person, ...] = ()
    """Of a post, who wrote it; of an author's page, whom it is about."""
    sections: tuple[str, ...] = ()
    """A post's categories."""
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    minutes: int | None = None
    """To read it."""
    previous: str = ""
    """Of a numbered page, the one before; `next` the one after."""
    next: str = ""
    robots: tuple[str, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    me: tuple[str, ...] = ()
    """Addresses of whom the page belongs to, for `rel="me"`."""
    trail: tuple[Crumb, ...] = field(default=())
    """The pages from the site's root to this one, itself included."""

    @property
    def sayings(self) -> frozenset[str]:
        """Descriptions that say nothing of this page: none, and the site's.

        MkDocs' own theme writes `None` for none, and no theme escapes: a quotation mark in the site's ends it.
        """
        whole = " ".join(self.site_description.split())
        return frozenset({"", "None", whole, whole.partition('"')[0].strip()})

    @property
    def canonical(self) -> str:
        """The address that search engines should know the page by."""
        return self.canonical_url or self.url
