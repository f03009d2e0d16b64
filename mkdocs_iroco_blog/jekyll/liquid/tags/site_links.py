"""Jekyll's tags that stand alone: addresses of posts and files, and tags of plugins that most blogs have."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import ClassVar, TextIO, cast

from liquid import Environment, Node, Token

from mkdocs_iroco_blog.core.findings import nearest
from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext, JekyllTemplate, entry
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.filters.urls import relative_url
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag
from mkdocs_iroco_blog.jekyll.liquid.printing import text
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError, is_list

_GIST = re.compile(r"(?:([\w-]+)/)?([0-9a-fA-F]{4,40})(?:\s+(\S+))?", re.ASCII)
_EMBED = '<noscript><a href="{0}">{0}</a></noscript><script src="{0}.js{1}"> </script>'


class AddressNode(WrittenNode):
    """The address of a post or file."""

    __slots__ = ("file", "tag")

    def __init__(self, token: Token, tag: AddressTag, file: JekyllTemplate) -> None:
        super().__init__(token)
        self.tag, self.file, self.blank = tag, file, False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """The address, with `baseurl`."""
        name = context.rendered(self.file).strip()
        address = self.tag.address(context, name)
        if address is None:
            meant = nearest(name, self.tag.known(context))
            remedy = f"Did you mean `{meant}`?" if meant else self.tag.advice
            raise AuthorError(self.tag.missing.format(name), remedy)
        return buffer.write(text(relative_url(context, address)))


class AddressTag(WrittenTag):
    """A tag that names a post or file, and stands for its address."""

    block = False
    missing: ClassVar[str]
    """What is told of a name without a file."""
    advice: ClassVar[str]
    collections: ClassVar[tuple[str, ...]]
    """Where in `site` names that do exist are found."""

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The name may hold outputs."""
        return AddressNode(token, self, cast("JekyllTemplate", self.env.from_string(markup)))

    def address(self, context: JekyllContext, name: str) -> str | None:
        """The address without `baseurl`, or none."""
        raise NotImplementedError

    def known(self, context: JekyllContext) -> Iterator[str]:
        """The names that exist."""
        for collection in self.collections:
            documents = entry(context.site.values, collection)
            for document in documents if is_list(documents) else ():
                yield text(entry(document, "relative_path") or entry(document, "path")).removeprefix("/")


class PostUrlTag(AddressTag):
    """`post_url`: https://jekyllrb.com/docs/liquid/tags/#linking-to-posts."""

    name = "post_url"
    missing = "there is no post `{}`."
    advice = "Name a post of `_posts` by its file, without the ending: `2024-10-04-nec-2024`."
    collections = ("posts",)

    def address(self, context: JekyllContext, name: str) -> str | None:
        """The post's address; a name without its folder will do, as in Jekyll."""
        address = context.site.post_url(name.removeprefix("/"))
        if address is not None:
            return address
        below = (known for known in self.known(context) if known.rpartition("/")[2] == name)
        return next((context.site.post_url(known) for known in below), None)

    def known(self, context: JekyllContext) -> Iterator[str]:
        """The posts' names."""
        for path in super().known(context):
            yield posixpath.splitext(path.replace("_posts/", "", 1))[0]


class LinkTag(AddressTag):
    """`link`: https://jekyllrb.com/docs/liquid/tags/#link."""

    name = "link"
    missing = "there is no file `{}` in the site."
    advice = "Name a file by its path from the site's folder: `_posts/2024-10-04-nec-2024.md`, `images/a.png`."
    collections = ("documents", "posts", "pages", "static_files")

    def address(self, context: JekyllContext, name: str) -> str | None:
        """The file's address, with or without a `/` before its path."""
        address = context.site.link(name)
        return context.site.link(name.removeprefix("/")) if address is None else address


class OutputNode(WrittenNode):
    """What a tag writes, whatever the page."""

    __slots__ = ("html",)

    def __init__(self, token: Token, html: str) -> None:
        super().__init__(token)
        self.html, self.blank = html, False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:  # noqa: ARG002  # a node's signature
        """Write it."""
        return buffer.write(self.html)


class GistTag(WrittenTag):
    """`gist`, jekyll-gist's: GitHub's own embedding, and a link where scripts do not run."""

    name = "gist"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The gist's number, and perhaps one of its files."""
        found = _GIST.fullmatch(markup.strip("\"'"))
        if not found:
            raise AuthorError("`gist` names no gist.", "Write it as `{% gist 1a2b3c4d5e %}`.")
        user, number, file = found.groups()
        address = "https://gist.github.com/" + (f"{user}/" if user else "") + number
        name = re.sub(r"[\"'<>&]", "", file or "")
        return OutputNode(token, _EMBED.format(address, f"?file={name}" if name else ""))


class SilentTag(WrittenTag):
    """A tag of a plugin's that fills a page's head; the head is written elsewhere here."""

    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """Nothing."""
        return OutputNode(token, "")


class SeoTag(SilentTag):
    """`seo`, jekyll-seo-tag's."""

    name = "seo"


class FeedMetaTag(SilentTag):
    """`feed_meta`, jekyll-feed's."""

    name = "feed_meta"


JEKYLL_TAGS: tuple[Callable[[Environment], WrittenTag], ...] = (PostUrlTag, LinkTag, GistTag, SeoTag, FeedMetaTag)
