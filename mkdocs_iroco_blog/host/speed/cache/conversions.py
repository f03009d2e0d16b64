"""Posts from Markdown to HTML: once for every text, and not again while nothing that counts has changed.

The host converts with a `Markdown` of its own for every page. Here one converts all posts of a build, as long as
its extensions are known to begin each text anew, and what it made is kept for the next build. The host's warnings
of links come while it converts: so a text that is not converted has its links looked up all the same.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence, Sized
from dataclasses import dataclass, fields
from functools import partial
from hashlib import sha256
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from mkdocs_iroco_blog.host.speed.logs import heard_from, held_back, overheard
from mkdocs_iroco_blog.host.speed.process import SecondProcess, is_possible

from .keys import UnknownError, conversion_key
from .store import Cache, log

_NEEDED = (
    "_RawHTMLPreprocessor", "_ExtractAnchorsTreeprocessor", "_RelativePathTreeprocessor", "_ExtractTitleTreeprocessor"
)  # fmt: skip
_HOST_IS_KNOWN = all(hasattr(host, name) for name in _NEEDED)
"""A host that converts in another way converts by itself."""

_TAG = re.compile("<[A-Za-z]")
_MANY = 20
"""So many posts are new when a second process begins to help, and so many are left for it at least."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of a text, as JSON can hold it."""

    content: str
    toc: list[dict[str, Any]]
    """Headings: `level`, `id`, `name` and `children`, as the host takes them."""
    title: str | None
    """The opening heading."""
    ids: list[str]
    links: list[list[str]]
    """Every link and picture: as written, and as it stands in the content."""
    said: list[list[Any]]
    """What extensions logged: logger, level, message."""
    heard: int
    """The level from which on they were heard: with `--quiet`, warnings are not."""


class Converter:
    """Converts the posts of one blog in one build; a second process, if there is one, does something else `first`."""

    def __init__(self, cache: Cache, trusted: Sequence[str], posts: Sequence[Page], first: Callable[[], None]) -> None:
        self._cache, self._trusted, self._posts, self._first = cache, trusted, posts, first
        self._markdown: Markdown | None = None
        self._made_for = ""
        self._told = False
        self._new = 0
        self._second: SecondProcess | None = None
        self._in_vain = 0

    def convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Give a page its content, as `Page.render` does."""
        kind = self._kind(config)
        if kind is None or not (page.markdown or "").strip():
            Page.render(page, config, files)
            return
        key = _key(page, kind)
        if self._second:
            self._take(self._second.result(page), key)
        kept = self._kept(key)
        if kept is None or not _repeat(kept, page, config, files):
            self._keep(key, self._convert(page, config, files, kind))
            self._new += 1
            if self._new == _MANY:
                self._share(page, config, files)

    def end(self) -> None:
        """Every post is converted, or the build has ended before."""
        if self._second:
            self._second.stop()
        self._second = None

    def _keep(self, key: str, made: Conversion | None) -> None:
        if made is not None:
            self._cache.put(key, {one.name: getattr(made, one.name) for one in fields(made)})

    def _share(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Have a second process convert the posts after a page, from the last one on."""
        rest = self._posts[next((at for at, one in enumerate(self._posts, 1) if one is page), len(self._posts)) :]
        if len(rest) >= _MANY and is_possible(len(rest)):
            convert = partial(self._convert_ahead, config=config, files=files)
            self._second = SecondProcess(rest, convert, first=self._first)

    def _convert_ahead(self, page: Page, config: MkDocsConfig, files: Files) -> tuple[str, Conversion | None] | None:
        """In the second process: convert a page as it is before other plugins come to it, which seldom change it."""
        page.read_source(config)
        kind = self._kind(config)
        if kind is None or not (page.markdown or "").strip():
            return None
        key = _key(page, kind)
        return None if self._kept(key) else (key, self._convert(page, config, files, kind))

    def _take(self, made: tuple[str, Conversion | None] | None, key: str) -> None:
        """Keep what the second process made of a page's text; end it where its work is in vain more often than not."""
        if made is None:
            return
        if made[0] == key:
            self._keep(*made)
        self._in_vain += -1 if made[0] == key else 1
        if self._in_vain > 0:
            self.end()

    def _kept(self, key: str) -> Conversion | None:
        value = self._cache.get(key)
        try:
            kept = None if value is None else Conversion(**value)
        except TypeError:
            self._cache.discard()
            return None
        return kept if kept and kept.heard <= heard_from() else None

    def _kind(self, config: MkDocsConfig) -> str | None:
        """Asked for every page: a plugin may change the configuration from one to the next."""
        if not _HOST_IS_KNOWN:
            return None
        try:
            return conversion_key(config.markdown_extensions, config.mdx_configs or {}, self._trusted)
        except UnknownError as unknown:
            if not self._told:
                log.debug("Posts are converted anew in every build, because of %s.", unknown)
                self._told = True
            return None

    def _convert(self, page: Page, config: MkDocsConfig, files: Files, kind: str) -> Conversion | None:
        """Convert a page, in the same steps as `Page.render`; none where the outcome is not to be kept."""
        md = self._made(config, kind)
        raw = host._RawHTMLPreprocessor()  # noqa: SLF001 - the steps of `Page.render`
        anchors = host._ExtractAnchorsTreeprocessor(page.file, files, config)  # noqa: SLF001
        links = host._RelativePathTreeprocessor(page.file, files, config)  # noqa: SLF001
        title = host._ExtractTitleTreeprocessor()  # noqa: SLF001
        for step in (raw, anchors, links, title):
            step._register(md)  # noqa: SLF001
        before = _state(md)
        met: list[list[str]] = []
        resolve = links.path_to_url

        def recorded(url: str) -> str:
            met.append([str(url), str(resolve(url))])
            return met[-1][1]

        links.path_to_url = recorded  # type: ignore[method-assign]
        _where_tags_are(raw)
        with overheard() as said:
            page.content = md.convert(page.markdown or "")
        tokens: list[Any] = getattr(md, "toc_tokens", [])
        _give(page, tokens, title.title, anchors.present_anchor_ids | raw.present_anchor_ids, links.links_to_anchors)
        md.reset()
        self._markdown = md if _state(md) == before else None
        toc = _plain(tokens)
        if toc is None or type(page.content) is not str:
            return None
        ids = sorted(page.present_anchor_ids or ())
        return Conversion(page.content, toc, title.title, ids, met, said, heard_from())

    def _made(self, config: MkDocsConfig, kind: str) -> Markdown:
        """A converter that stands as a new one does."""
        made, self._markdown = self._markdown, None  # and it stays away if the conversion fails
        if made is None or kind != self._made_for or _counts_pages(config):
            made = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
            self._made_for = kind
        made.toc_tokens = []  # type: ignore[attr-defined]
        return made


def _key(page: Page, kind: str) -> str:
    text = f"{kind}\0{page.file.src_uri}\0{page.url}\0{page.markdown}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _repeat(kept: Conversion, page: Page, config: MkDocsConfig, files: Files) -> bool:
    """Give a page what its text became before, and warn as that did; false where a link leads elsewhere now."""
    links = host._RelativePathTreeprocessor(page.file, files, config)  # noqa: SLF001 - a step of `Page.render`
    with held_back(host.log) as records:
        same = all(links.path_to_url(written) == meant for written, meant in kept.links)
    if not same:
        return False
    for record in records:
        host.log.handle(record)
    for logger, level, message in kept.said:
        logging.getLogger(logger).log(level, "%s", message)
    page.content = kept.content
    _give(page, kept.toc, kept.title, set(kept.ids), links.links_to_anchors)
    return True


def _give(page: Page, toc: list[Any], title: str | None, ids: set[str], links: dict[Any, dict[str, str]]) -> None:
    page.toc = get_toc(toc)
    page._title_from_render = title  # noqa: SLF001 - as the host does
    page.present_anchor_ids = ids
    if host.log.getEffectiveLevel() > logging.DEBUG:
        page.links_to_anchors = links


def _where_tags_are(raw: Any) -> None:
    """Let the host look for ids in HTML, letter by letter, only in a text that has any."""
    look = raw.run
    raw.run = lambda lines: look(lines) if _TAG.search("\n".join(lines)) else lines


def _state(md: Markdown) -> tuple[int, ...]:
    """How much a converter knows: a text may have taught it something that it would read into the next."""
    learnt: list[Sized] = [
        md.preprocessors, md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors, md.postprocessors,
        md.block_level_elements, md.ESCAPED_CHARS, md.registeredExtensions,
    ]  # fmt: skip
    return tuple(map(len, learnt))


def _counts_pages(config: MkDocsConfig) -> bool:
    """Whether footnotes have ids by the number of texts that were converted."""
    configs = config.mdx_configs or {}
    nested = (configs.get(name) or {} for name in ("extra", "markdown.extensions.extra", "pymdownx.extra"))
    every = [configs, *nested]
    names = ("footnotes", "markdown.extensions.footnotes")
    return any((options.get(name) or {}).get("UNIQUE_IDS") for options in every for name in names)


def _plain(tokens: list[Any]) -> list[dict[str, Any]] | None:
    """A table of contents with what the host takes of it; none where it holds what JSON would not give back."""
    plain = []
    for token in tokens:
        children = _plain(token["children"])
        if children is None or type(token["name"]) is not str or type(token["id"]) is not str:
            return None
        plain.append({"level": token["level"], "id": token["id"], "name": token["name"], "children": children})
    return plain
