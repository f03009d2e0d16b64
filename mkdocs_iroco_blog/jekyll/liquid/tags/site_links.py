"""Jekyll's tags that stand alone: addresses of posts and files, and tags of plugins that most blogs have."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mkdocs_iroco_blog.core.findings import nearest
from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node, Template
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.filters.urls import relative_url
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.nodes import TagNode
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream
from mkdocs_iroco_blog.jekyll.liquid.printing import to_text
from mkdocs_iroco_blog.jekyll.liquid.values import get_entry, is_list

_GIST = re.compile(r"(?:([\w-]+)/)?([0-9a-fA-F]{4,40})(?:\s+(\S+))?", re.ASCII)
_EMBED = '<noscript><a href="{0}">{0}</a></noscript><script src="{0}.js{1}"> </script>'


@dataclass(frozen=True, slots=True)
class Target:
    """The kind of thing that a tag links to."""

    find: Callable[[Context, str], str | None]
    """The address of one, by its name, without `baseurl`."""
    names: Callable[[Context], Iterator[str]]
    """The names of all."""
    missing: str
    """The message for a name that does not exist."""
    hint: str


@dataclass(eq=False)
class AddressNode(TagNode):
    """`post_url` or `link`; the name may hold outputs."""

    target: Target
    name: Template
    blank = False

    def write(self, context: Context, output: Output) -> None:
        """Write the address, with `baseurl`."""
        name = context.render_text(self.name).strip()
        address = self.target.find(context, name)
        if address is None:
            meant = nearest(name, self.target.names(context))
            raise AuthorError(
                self.target.missing.format(name), f"Did you mean `{meant}`?" if meant else self.target.hint
            )
        output.write(to_text(relative_url(context, address)))


def parse_post_url(stream: TokenStream, tag: Token) -> Node:
    """Parse the post's name. https://jekyllrb.com/docs/liquid/tags/#linking-to-posts."""
    return AddressNode(_POST, stream.parse_markup(tag, tag.markup))


def parse_link(stream: TokenStream, tag: Token) -> Node:
    """Parse the file's path. https://jekyllrb.com/docs/liquid/tags/#link."""
    return AddressNode(_FILE, stream.parse_markup(tag, tag.markup))


def _find_post(context: Context, name: str) -> str | None:
    """The post's address; as in Jekyll, its folder may be left out."""
    address = context.site.post_url(name.removeprefix("/"))
    if address is not None:
        return address
    matches = (post for post in _post_names(context) if post.rpartition("/")[2] == name)
    return next((context.site.post_url(post) for post in matches), None)


def _post_names(context: Context) -> Iterator[str]:
    for path in _paths(context, "posts"):
        yield posixpath.splitext(path.replace("_posts/", "", 1))[0]


def _find_file(context: Context, path: str) -> str | None:
    """The file's address, with or without a `/` before its path."""
    address = context.site.link(path)
    return context.site.link(path.removeprefix("/")) if address is None else address


def _file_names(context: Context) -> Iterator[str]:
    return _paths(context, "documents", "posts", "pages", "static_files")


def _paths(context: Context, *collections: str) -> Iterator[str]:
    for collection in collections:
        documents = get_entry(context.site.values, collection)
        for document in documents if is_list(documents) else ():
            yield to_text(get_entry(document, "relative_path") or get_entry(document, "path")).removeprefix("/")


_POST = Target(
    _find_post,
    _post_names,
    "there is no post `{}`.",
    "Name a post of `_posts` by its file, without the ending: `2024-10-04-nec-2024`.",
)
_FILE = Target(
    _find_file,
    _file_names,
    "there is no file `{}` in the site.",
    "Name a file by its path from the site's folder: `_posts/2024-10-04-nec-2024.md`, `images/a.png`.",
)


@dataclass(eq=False)
class HtmlNode(TagNode):
    """A tag that writes the same on every page."""

    html: str
    blank = False

    def write(self, context: Context, output: Output) -> None:  # noqa: ARG002  # a node's signature
        """Write the HTML."""
        output.write(self.html)


def parse_gist(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse jekyll-gist's tag: a gist's number, and perhaps one of its files.

    It becomes GitHub's own embedding, and a link where scripts do not run.
    """
    match = _GIST.fullmatch(tag.markup.strip("\"'"))
    if not match:
        raise AuthorError("`gist` needs the id of a gist.", "Write it as `{% gist 1a2b3c4d5e %}`.")
    user, number, file = match.groups()
    address = "https://gist.github.com/" + (f"{user}/" if user else "") + number
    name = re.sub(r"[\"'<>&]", "", file or "")
    return HtmlNode(_EMBED.format(address, f"?file={name}" if name else ""))


def parse_nothing(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse a tag of a plugin that fills a page's head, which is written elsewhere here."""
    return HtmlNode("")


def parse_static_href(stream: TokenStream, tag: Token) -> Node:  # noqa: ARG001  # a tag's signature
    """Parse a link of jekyll-polyglot's that leads to the same page from every language."""
    return stream.parse_block("endstatic_href")
