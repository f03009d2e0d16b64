"""A file with front matter read into a `Document`: defaults, date, terms, title and address by Jekyll's rules.

https://jekyllrb.com/docs/front-matter/
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter, read_yaml_file
from mkdocs_iroco_blog.jekyll.config.defaults import NOTHING, default_of, defaults_for, with_defaults
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

from .addresses import Named, document_address, output_extension, page_address
from .dating import read_moment
from .document import Document
from .file_kinds import Kind
from .permalinks import offered, output_path
from .slugs import titleized
from .terms import categories_of, tags_of, text_of

_DATED = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.*)")
_BLANK_LINES = re.compile(r"(?:[ \t\f\v]*\n)+")
_YAML = (".yml", ".yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the files of one site."""

    config: JekyllConfig
    zone: tzinfo
    """The site's."""
    now: datetime
    """With a time zone: dates a draft that gives no date, and the address of any other document without one."""

    def read(self, path: str, data: bytes, kind: Kind, collection: str = "") -> tuple[Document | None, list[Finding]]:
        """Read a file of which `entries.classify` says `kind` and `collection`.

        None where nothing of it can be used, with the Problem that says why.
        """
        own = _read(path, data, kind)
        if isinstance(own, Problem):
            return None, [own]
        reading = _Reading(self, path, kind, collection, own, list(own.findings))
        document = reading.page() if kind is Kind.PAGE else reading.document()
        body, line = _body(own, data)
        return replace(document, body=body, body_line=line), reading.findings


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    by: Reader
    path: str
    kind: Kind
    collection: str
    own: FrontMatter
    findings: list[Finding] = field(default_factory=list)

    def page(self) -> Document:
        """A page. Its own front matter alone says whether it is published: Jekyll asks no defaults."""
        config = self.by.config
        front = with_defaults(self.own, defaults_for(config, self.path, "pages"))
        stem, extension = posixpath.splitext(posixpath.basename(self.path))
        asked = self.own if "permalink" in self.own.meta else default_of(config, self.path, "pages", "permalink")
        permalink = self._permalink(asked)
        output = output_extension(config, extension, permalink)
        url = page_address(config, self.path, output, permalink)
        title = _title(front)
        # A page's own key decides on the layout, even where it says null; any other null leaves the default.
        data = {**front.meta, "layout": None} if self.own.meta.get("layout", "") is None else front.meta
        return Document(
            path=self.path, relative_path=self.path, kind=self.kind, collection="", front=front, data=data,
            title=title, titled=bool(title), slug=stem, extension=extension, output_extension=output, url=url,
            output_path=output_path(url, output, f"index{output}"), published=_published(self.own.meta),
        )  # fmt: skip

    def document(self) -> Document:
        """A post, a draft or a document of a collection."""
        config, collections_dir = self.by.config, self.by.config.collections_dir
        path = self.path.removeprefix(f"{collections_dir}/") if collections_dir else self.path
        stem, extension = posixpath.splitext(posixpath.basename(path))
        bare = self.kind is Kind.DOCUMENT and extension in _YAML
        defaults = NOTHING if bare else defaults_for(config, path, self.collection)
        front = with_defaults(self.own, defaults)
        dated = _DATED.fullmatch(stem)
        in_name = (dated[2] if dated else stem).rstrip(".")
        slug = in_name if front.meta.get("slug") in (None, False) else text_of(front.meta["slug"])
        date = self._date(front, dated[1] if dated else None)
        categories = categories_of(self._folders_above(path), defaults.meta, self.own.meta)
        output = output_extension(config, extension, permalink := self._permalink(front))
        at = (date.at if date else self.by.now).astimezone(self.by.zone)
        url = self._address(Named(path, self.collection, slug, categories, output, lambda: at), permalink)
        added = self._added(front.meta, titleized(in_name), date) | {
            "slug": slug,
            "ext": extension,
            "categories": list(filter(None, categories)),
        }
        title = _title(front)
        return Document(
            path=self.path, relative_path=path, kind=self.kind, collection=self.collection, front=front,
            data={**front.meta, **added}, title=title or titleized(in_name), titled=bool(title),
            categories=tuple(added["categories"]), tags=tuple(filter(None, map(text_of, added["tags"]))), date=date,
            slug=slug, extension=extension, output_extension=output, url=url, output_path=output_path(url, output),
            published=_published(front.meta),
        )  # fmt: skip

    def _added(self, meta: Mapping[str, Any], title: str, date: Moment | None) -> dict[str, Any]:
        added = {
            "title": title if meta.get("title") in (None, False) else meta["title"],
            "tags": list(tags_of(meta)),
            "draft": meta.get("draft") or self.kind is Kind.DRAFT,
        }
        return added | ({"date": date.at} if date else {})

    def _folders_above(self, path: str) -> list[str]:
        """The folders above `_posts` or `_drafts`, which are categories: all before its first place in the path."""
        own = "_drafts" if self.kind is Kind.DRAFT else f"_{self.collection}"
        above = path.partition(own)[0]
        return [folder for folder in above.split("/") if folder]

    def _date(self, front: FrontMatter, in_name: str | None) -> Moment | None:
        """The front matter's, else the file name's; a draft without either has today's."""
        written = front.meta.get("date")
        if written not in (None, False, ""):
            try:
                return read_moment(written, self.by.zone)
            except ValueError as error:
                what = f"`date` is `{front.raw.get('date')}`, which {error}."
                hint = f"Write it as `date: {self.by.now:%Y-%m-%d}` or `date: {self.by.now:%Y-%m-%d} 14:30`."
                self.findings.append(Problem(self.path, self.own.lines.get("date", 1), what, hint))
        if in_name:
            try:
                return read_moment(in_name, self.by.zone)
            except ValueError as error:
                what = f"The date in the file's name, {in_name}, {error}."
                self.findings.append(Problem(self.path, None, what, "Rename the file."))
        if self.kind is not Kind.DRAFT:
            return None
        today = self.by.now.astimezone(self.by.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return Moment(today, has_time=False)

    def _permalink(self, front: FrontMatter) -> str | None:
        written = front.raw.get("permalink")
        if front.meta.get("permalink") is False:
            return None
        if isinstance(written, str) and written.strip():
            return written
        if written is not None:
            what = "`permalink` is empty." if written == "" else "`permalink` is no address."
            hint = "Write an address such as `/about/`, or delete the line."
            self.findings.append(Problem(self.path, self.own.lines.get("permalink"), what, hint))
        return None

    def _address(self, named: Named, permalink: str | None) -> str:
        """The document's address; by its collection's template where its own says what Jekyll does not know."""
        try:
            return document_address(named, self.by.config, permalink)
        except ValueError as error:
            line = self.own.lines.get("permalink")
            what = f"`permalink: {permalink}` {error}."
            self.findings.append(Problem(self.path, line, what, f"Use {offered()}."))
            return document_address(named, self.by.config, None)


def _read(path: str, data: bytes, kind: Kind) -> FrontMatter | Problem:
    if kind is Kind.DOCUMENT and path.endswith(_YAML):
        return read_yaml_file(path, data)
    return read_front_matter(path, data)


def _body(own: FrontMatter, data: bytes) -> tuple[str, int]:
    """The body and its first line. Blank lines below the front matter are the front matter's, to Jekyll."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
    line = lines - own.body.count("\n") + 1
    blank = _BLANK_LINES.match(own.body) if line > 1 else None
    return (own.body[blank.end() :], line + blank[0].count("\n")) if blank else (own.body, line)


def _title(front: FrontMatter) -> str:
    """The title as written: a number keeps its zeros. Empty for none."""
    written = front.raw.get("title")
    if isinstance(written, str) and front.meta.get("title") is not False:
        return written.strip()
    return ""


def _published(meta: Mapping[str, Any]) -> bool:
    """Only `false` and null hide a file: to Ruby any text is true."""
    return not (meta.get("published", True) is None or meta.get("published") is False)
