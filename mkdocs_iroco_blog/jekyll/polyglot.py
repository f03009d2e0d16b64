"""Choose the files that jekyll-polyglot builds in the default language.

That plugin builds a site once for each language: a file counts where it has the language, or where no other file of
its page has. https://github.com/untra/polyglot/blob/1.13.0/lib/jekyll/polyglot/patches/jekyll/site.rb
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import jekyll as messages

from .config.defaults import merge_deeply
from .config.model import JekyllConfig
from .documents.document import Document, is_shown
from .documents.file_kinds import Kind
from .documents.site_reader import SiteReader
from .documents.terms import text_of

PLUGIN = "jekyll-polyglot"


@dataclass(slots=True)
class Languages:
    """The languages of a site, and the files that have no page in the default one."""

    default: str
    every: tuple[str, ...]
    """The default language and the others."""
    from_path: bool
    """Whether a folder's name, or a part of a file's, gives a language."""
    others: list[Document] = field(default_factory=list)
    """Files whose page is that of another file in the default language, or which are for other languages alone."""
    unknown: list[Document] = field(default_factory=list)
    """Files in a language that the site does not name."""
    _languages: dict[str, str] = field(default_factory=dict)
    """The language that each page is in, by its name or address."""

    def choose(self, documents: Iterable[Document]) -> list[Document]:
        """Return the documents of one collection, or the pages, that are built in the default language."""
        chosen: dict[str, Document] = {}
        for document in documents:
            language = self._language(document)
            if language is None:
                self.unknown.append(document)
                continue
            page = text_of(document.data.get("page_id") or self._neutral(document.url))
            exclusive = document.data.get("lang-exclusive") or [self.default]
            names = {*map(text_of, exclusive if isinstance(exclusive, list) else [exclusive])}
            if self._languages.get(page) == self.default or self.default not in names:
                (self.others if names & {*self.every} else self.unknown).append(document)
                continue
            if page in chosen:
                self.others.append(chosen[page])
            chosen[page], self._languages[page] = document, language
        return list(chosen.values())

    def _language(self, document: Document) -> str | None:
        """The language of a document as the site writes it; None if the site does not name it."""
        by_name = {language.casefold(): language for language in self.every}
        if stated := document.data.get("lang"):
            return by_name.get(text_of(stated).casefold())
        parts = re.split(r"[./]", document.path) if self.from_path else []
        return next((by_name[part.casefold()] for part in parts if part.casefold() in by_name), self.default)

    def _neutral(self, url: str) -> str:
        """The address without a language in it."""
        return re.sub("|".join(rf"[/.]{re.escape(language)}[/.]" for language in self.every), "/", url)


def is_polyglot(config: JekyllConfig, plugins: Sequence[str]) -> bool:
    """Whether the site has the plugin: it names it, or its settings, because the file may lie in `_plugins`."""
    return PLUGIN in plugins or (isinstance(config.values.get("languages"), list) and "default_lang" in config.values)


def build_default_language(reader: SiteReader, config: JekyllConfig, data: dict[str, Any]) -> dict[str, Any]:
    """Take the files out of `reader` that have no page in the default language. Return `data` in that language."""
    now, languages = reader.reader.now, _languages(config)
    hidden = [post for post in reader.posts if post.kind is Kind.DRAFT or not is_shown(post, config, now)]
    reader.posts = [*hidden, *languages.choose(post for post in reader.posts if post not in hidden)]
    for name in dict.fromkeys(document.collection for document in reader.documents):
        of_collection = [document for document in reader.documents if document.collection == name]
        left_out = {*of_collection} - {*languages.choose(of_collection)}
        reader.documents = [document for document in reader.documents if document not in left_out]
    left_out = {*(pages := [*reader.pages, *reader.templates])} - {*languages.choose(sorted(pages, key=_name))}
    reader.pages = [page for page in reader.pages if page not in left_out]
    reader.templates = [page for page in reader.templates if page not in left_out]
    reader.findings += _findings(languages, config)
    localized = data.get(languages.default)
    return merge_deeply(data, localized) if isinstance(localized, Mapping) else data


def _name(page: Document) -> tuple[str, str]:
    return posixpath.basename(page.path), page.path


def _languages(config: JekyllConfig) -> Languages:
    """Read the plugin's settings."""
    default = text_of(config.values.get("default_lang") or "en")
    named = config.values.get("languages")
    every = tuple(dict.fromkeys((default, *map(text_of, named if isinstance(named, list) else ()))))
    return Languages(default, every, config.values.get("lang_from_path") is True)


def with_language(config: JekyllConfig) -> JekyllConfig:
    """Add what the plugin adds to `site` for templates."""
    languages, variables = _languages(config), config.values.get("lang_vars")
    names = ("default_lang", "active_lang", *map(text_of, variables if isinstance(variables, list) else ()))
    values = {**config.values, "languages": list(languages.every), **dict.fromkeys(names, languages.default)}
    return replace(config, values=values)


def _findings(languages: Languages, config: JekyllConfig) -> list[Finding]:
    """Report the files without a page: one message for other languages, one for those that the site does not name."""
    line = config.lines.get("languages", config.lines.get("plugins"))
    default, findings = languages.default, list[Finding]()
    if languages.others:
        values = {"plugin": PLUGIN, "default": default, "files": _count(languages.others)}
        findings.append(messages.ONE_LANGUAGE(config.path, line, **values))
    if languages.unknown:
        findings.append(messages.UNNAMED_LANGUAGE(config.path, line, files=_count(languages.unknown)))
    return findings


def _count(documents: list[Document]) -> str:
    """Name one file, or say how many there are."""
    first = min(document.path for document in documents)
    more = len(documents) - 1
    return f"`{first}` and {more:,} other file{'s' * (more > 1)}" if more else f"`{first}`"
