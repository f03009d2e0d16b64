"""Converts posts from Markdown to HTML: once for every text, and not again in later builds.

The host makes a new `Markdown` for every page. Here one converts all posts of a build, as long as its extensions are
known to keep nothing from one text for the next. The host warns of broken links while it converts, so the links of a
cached post are looked up all the same.
Saves a third of a cold build by itself, and two thirds of a warm one (1,000 posts). Risk: HTML that an extension would
write differently today. The key names every extension, option, package and version; see `keys`.
Tests: tests/hosts/speed/test_cache.py.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence, Sized
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from mkdocs_iroco_blog.host.pages.page import lenient_links, set_content
from mkdocs_iroco_blog.host.pages.post_page import is_locked
from mkdocs_iroco_blog.host.speed.logs import capture_logs, effective_level, hold_logs
from mkdocs_iroco_blog.host.speed.process import Worker, can_fork

from .keys import UncacheableError, conversion_key, numbers_footnotes
from .shapes import is_conversion
from .store import Cache, key_of, log

_STEPS = ("_RawHTMLPre", "_ExtractAnchorsTree", "_RelativePathTree", "_ExtractTitleTree")
_HOST_IS_KNOWN = all(hasattr(host, f"{name}processor") for name in _STEPS)
"""A host that converts in another way converts by itself."""

_TAG = re.compile("<[A-Za-z]")
_MANY = 20
"""A worker begins after this many new posts, if at least as many are left for it."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """The result of converting a text, as JSON can hold it."""

    content: str
    toc: list[dict[str, Any]]
    """Headings: `level`, `id`, `name` and `children`."""
    title: str | None
    """The opening heading."""
    ids: list[str]
    links: list[list[str]]
    """Every link and picture: its reference, and its address in the content."""
    messages: list[list[Any]]
    """Messages that extensions logged: logger, level, text."""
    level: int
    """The lowest level that was captured: with `--quiet`, warnings are not."""


class Converter:
    """Converts the posts of one blog in one build. A worker, if there is one, runs `first()` before it helps."""

    def __init__(self, cache: Cache, trusted: Sequence[str], posts: Sequence[Page], first: Callable[[], None]) -> None:
        self._cache, self._trusted, self._posts, self._first = cache, trusted, posts, first
        self._markdown: Markdown | None = None
        self._markdown_key = ""
        self._is_reported = False
        self._converted = 0
        self._worker: Worker | None = None
        self._wasted = 0

    def convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Give a page its content, as `Page.render` does."""
        kind = None if is_locked(page) else self._kind(config)
        if kind is None or not (page.markdown or "").strip():
            Page.render(page, config, files)
            return
        key = _key(page, kind)
        if self._worker:
            self._take(self._worker.result(page), key)
        cached = self._cached(key)
        if cached is None or not _repeat(cached, page, config, files):
            self._store(key, self._convert(page, config, files, kind))
            self._converted += 1
            if self._converted == _MANY:
                self._share(page, config, files)

    def stop(self) -> None:
        """Stop the worker."""
        if self._worker:
            self._worker.stop()
            self._worker = None

    def _store(self, key: str, conversion: Conversion | None) -> None:
        if conversion:
            self._cache.put(key, asdict(conversion))

    def _share(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Have a worker convert the posts after a page, from the last one on."""
        position = next((number for number, post in enumerate(self._posts, 1) if post is page), len(self._posts))
        rest = self._posts[position:]
        if len(rest) >= _MANY and can_fork(len(rest)):
            convert = partial(self._convert_ahead, config=config, files=files)
            self._worker = Worker(rest, convert, first=self._first)

    def _convert_ahead(self, page: Page, config: MkDocsConfig, files: Files) -> tuple[str, Conversion | None] | None:
        """Convert a page in the worker, before other plugins see it. They seldom change its Markdown."""
        page.read_source(config)
        kind = None if is_locked(page) else self._kind(config)
        if kind is None or not (page.markdown or "").strip():
            return None
        key = _key(page, kind)
        if self._cached(key):
            return None
        with lenient_links(from_root=True):
            return key, self._convert(page, config, files, kind)

    def _take(self, result: tuple[str, Conversion | None] | None, key: str) -> None:
        """Store the worker's conversion of a page's text. Stop the worker if more than half of its work is wasted."""
        if result is None:
            return
        if result[0] == key:
            self._store(*result)
        self._wasted += -1 if result[0] == key else 1
        if self._wasted > 0:
            self.stop()

    def _cached(self, key: str) -> Conversion | None:
        value = self._cache.get(key, is_conversion)
        conversion = None if value is None else Conversion(**value)
        return conversion if conversion and conversion.level <= effective_level() else None

    def _kind(self, config: MkDocsConfig) -> str | None:
        """Return the key of the configuration, which a plugin may change between two pages. `None`: do not cache."""
        if not _HOST_IS_KNOWN:
            return None
        try:
            return conversion_key(config.markdown_extensions, config.mdx_configs or {}, self._trusted)
        except UncacheableError as reason:
            if not self._is_reported:
                log.debug("Posts are converted in every build, because of %s.", reason)
                self._is_reported = True
            return None

    def _convert(self, page: Page, config: MkDocsConfig, files: Files, kind: str) -> Conversion | None:
        """Convert a page, in the same steps as `Page.render`. Return `None` if the result must not be cached."""
        md = self._fresh_markdown(config, kind)
        raw = host._RawHTMLPreprocessor()  # noqa: SLF001 - the steps of `Page.render`
        anchors = host._ExtractAnchorsTreeprocessor(page.file, files, config)  # noqa: SLF001
        links = host._RelativePathTreeprocessor(page.file, files, config)  # noqa: SLF001
        title = host._ExtractTitleTreeprocessor()  # noqa: SLF001
        for step in (raw, anchors, links, title):
            step._register(md)  # noqa: SLF001
        state = _state(md)
        resolved = _record(links)
        _skip_without_tags(raw)
        with capture_logs() as messages:
            html = md.convert(page.markdown or "")
        tokens: list[Any] = getattr(md, "toc_tokens", [])
        ids = anchors.present_anchor_ids | raw.present_anchor_ids
        _fill(page, html, tokens, title.title, ids, links.links_to_anchors)
        md.reset()
        self._markdown = md if _state(md) == state else None
        toc = _plain(tokens)
        if toc is None or type(html) is not str:
            return None
        return Conversion(html, toc, title.title, sorted(ids), resolved, messages, effective_level())

    def _fresh_markdown(self, config: MkDocsConfig, kind: str) -> Markdown:
        """Return a converter in the state of a new one."""
        md, self._markdown = self._markdown, None  # it is put back only if the conversion succeeds
        if md is None or kind != self._markdown_key or numbers_footnotes(config.mdx_configs or {}):
            md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
            self._markdown_key = kind
        md.toc_tokens = []  # type: ignore[attr-defined]
        return md


def _record(links: Any) -> list[list[str]]:
    """Record every reference that the host resolves, with its address."""
    resolved: list[list[str]] = []
    resolve = links.path_to_url

    def record(url: str) -> str:
        resolved.append([str(url), str(resolve(url))])
        return resolved[-1][1]

    links.path_to_url = record
    return resolved


def _key(page: Page, kind: str) -> str:
    return key_of(page.file.src_uri, f"{kind}\0{page.file.src_uri}\0{page.url}\0{page.markdown}")


def _repeat(conversion: Conversion, page: Page, config: MkDocsConfig, files: Files) -> bool:
    """Give a page its cached content, and repeat its warnings. Return false if a link leads elsewhere now."""
    links = host._RelativePathTreeprocessor(page.file, files, config)  # noqa: SLF001 - a step of `Page.render`
    with hold_logs(host.log) as records:
        same = all(links.path_to_url(reference) == address for reference, address in conversion.links)
    if not same:
        return False
    for record in records:
        host.log.handle(record)
    for logger, level, message in conversion.messages:
        logging.getLogger(logger).log(level, "%s", message)
    _fill(page, conversion.content, conversion.toc, conversion.title, set(conversion.ids), links.links_to_anchors)
    return True


def _fill(page: Page, html: str, toc: list[Any], title: str | None, ids: set[str], links: Any) -> None:
    set_content(page, html, get_toc(toc))
    page._title_from_render = title  # noqa: SLF001 - as the host does
    page.present_anchor_ids = ids
    if host.log.getEffectiveLevel() > logging.DEBUG:
        page.links_to_anchors = links


def _skip_without_tags(raw: Any) -> None:
    """Let the host search raw HTML for ids, which is slow, only in a text that has a tag."""
    run = raw.run
    raw.run = lambda lines: run(lines) if _TAG.search("\n".join(lines)) else lines


def _state(md: Markdown) -> tuple[int, ...]:
    """Return the size of everything that a text might add to a converter, and so to the next text."""
    parts: list[Sized] = [
        md.preprocessors, md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors, md.postprocessors,
        md.block_level_elements, md.ESCAPED_CHARS, md.registeredExtensions,
    ]  # fmt: skip
    return tuple(map(len, parts))


def _plain(tokens: list[Any]) -> list[dict[str, Any]] | None:
    """Return the parts of a table of contents that the host takes, or `None` if JSON can't hold them."""
    plain = []
    for token in tokens:
        children = _plain(token["children"])
        if children is None or type(token["name"]) is not str or type(token["id"]) is not str:
            return None
        plain.append({key: token[key] for key in ("level", "id", "name")} | {"children": children})
    return plain
