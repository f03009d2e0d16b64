"""Read a file with front matter into a `Document`: its defaults, date, terms, title and address, by Jekyll's rules.

https://jekyllrb.com/docs/front-matter/
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any

from mkdocs_iroco_blog.core.date_guesses import guess_dates
from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_jekyll_front_matter, read_yaml_file
from mkdocs_iroco_blog.core.messages import jekyll as messages
from mkdocs_iroco_blog.jekyll.config.defaults import NOTHING, default_of, defaults_for, with_defaults
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig
from mkdocs_iroco_blog.jekyll.ruby_time import read_moment
from mkdocs_iroco_blog.jekyll.slugs import title_from_slug

from .addresses import AddressParts, document_address, output_extension, page_address
from .document import Document
from .file_kinds import Kind
from .permalinks import listed_placeholders, output_path
from .terms import categories_of, tags_of, text_of

_DATED = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.*)")
_BLANK_LINES = re.compile(r"(?:[ \t\f\v]*\n)+")
_YAML = (".yml", ".yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReader:
    """Reads the files of a site."""

    config: JekyllConfig
    zone: tzinfo
    now: datetime
    """With a time zone. Dates a draft without a date, and fills the address of any other document without one."""

    def read(self, path: str, data: bytes, kind: Kind, collection: str = "") -> tuple[Document | None, list[Finding]]:
        """Read a file with the `kind` and `collection` that `classify` gives it. None and a Problem if unusable."""
        is_yaml = kind is Kind.DOCUMENT and path.endswith(_YAML)
        front = read_yaml_file(path, data) if is_yaml else read_jekyll_front_matter(path, data)
        if isinstance(front, Finding):
            return None, [front]
        reader = _FileReader(self, path, kind, collection, front, list(front.findings))
        document = reader.page() if kind is Kind.PAGE else reader.document()
        body, line = _body(front, data)
        return replace(document, body=body, body_line=line), reader.findings


@dataclass(slots=True)
class _FileReader:
    """Reads one file, and collects its findings."""

    site: DocumentReader
    path: str
    kind: Kind
    collection: str
    front: FrontMatter
    """The file's, without defaults."""
    findings: list[Finding]

    def page(self) -> Document:
        """Read a page. To Jekyll the defaults of a page do not decide whether it is published."""
        config = self.site.config
        merged = with_defaults(self.front, defaults_for(config, self.path, "pages"))
        stem, extension = posixpath.splitext(posixpath.basename(self.path))
        has_permalink = "permalink" in self.front.meta
        permalink = self._permalink(self.front if has_permalink else default_of(config, self.path, "permalink"))
        output = output_extension(config, extension, permalink)
        url = page_address(config, self.path, output, permalink)
        title = _title(merged)
        # Null replaces no default, except in the layout of a page.
        data = {**merged.meta, "layout": None} if self.front.meta.get("layout", "") is None else merged.meta
        return Document(
            path=self.path, relative_path=self.path, kind=self.kind, collection="", front=merged, data=data,
            title=title, titled=bool(title), slug=stem, extension=extension, output_extension=output, url=url,
            output_path=output_path(url, output, f"index{output}"), published=_is_published(self.front.meta),
        )  # fmt: skip

    def document(self) -> Document:
        """Read a post, a draft or a document of a collection."""
        config = self.site.config
        path = self.path.removeprefix(f"{config.collections_dir}/")
        stem, extension = posixpath.splitext(posixpath.basename(path))
        is_data = self.kind is Kind.DOCUMENT and extension in _YAML
        defaults = NOTHING if is_data else defaults_for(config, path, self.collection)
        merged = with_defaults(self.front, defaults)
        meta = merged.meta
        dated = _DATED.fullmatch(stem)
        name = (dated[2] if dated else stem).rstrip(".")
        slug = name if meta.get("slug") in (None, False) else text_of(meta["slug"])
        date = self._date(merged, dated[1] if dated else None)
        # the folders above the first `_posts` or `_drafts` are categories
        above = path.partition("_drafts" if self.kind is Kind.DRAFT else f"_{self.collection}")[0]
        categories = categories_of(filter(None, above.split("/")), defaults.meta, self.front.meta)
        permalink = self._permalink(merged)
        output = output_extension(config, extension, permalink)
        moment = (date.instant if date else self.site.now).astimezone(self.site.zone)
        url = self._address(AddressParts(path, self.collection, slug, categories, output, moment), permalink, merged)
        title, default_title, tags = _title(merged), title_from_slug(name), tags_of(meta)
        categories = tuple(filter(None, categories))
        data = {
            **meta, "title": default_title if meta.get("title") in (None, False) else meta["title"],
            "tags": list(tags), "draft": meta.get("draft") or self.kind is Kind.DRAFT,
            **({"date": date.instant} if date else {}), "slug": slug, "ext": extension, "categories": list(categories),
        }  # fmt: skip
        return Document(
            path=self.path, relative_path=path, kind=self.kind, collection=self.collection, front=merged, data=data,
            title=title or default_title, titled=bool(title), categories=categories,
            tags=tuple(filter(None, map(text_of, tags))), date=date, slug=slug, extension=extension,
            output_extension=output, url=url, output_path=output_path(url, output), published=_is_published(meta),
        )  # fmt: skip

    def _date(self, merged: FrontMatter, in_name: str | None) -> Moment | None:
        """The date in front matter, or else in the file's name. A draft without either has today's."""
        now = self.site.now
        value = merged.meta.get("date")
        if value not in (None, False, ""):
            try:
                return read_moment(value, self.site.zone)
            except ValueError as error:
                guesses = guess_dates(str(merged.raw.get("date")), "en") or (f"{now:%Y-%m-%d}", f"{now:%Y-%m-%d} 14:30")
                meant = " or ".join(f"`date: {date}`" for date in guesses)
                values = {"value": merged.raw.get("date"), "error": error, "meant": meant}
                self.findings.append(messages.INVALID_JEKYLL_DATE(*merged.place(self.path, "date"), **values))
        if in_name:
            try:
                return read_moment(in_name, self.site.zone)
            except ValueError as error:
                if self.kind is Kind.DOCUMENT:  # of a post, the blog says more
                    self.findings.append(messages.INVALID_JEKYLL_NAME(self.path, date=in_name, error=error))
        today = now.astimezone(self.site.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return Moment(today, has_time=False) if self.kind is Kind.DRAFT else None

    def _permalink(self, front: FrontMatter) -> str | None:
        permalink = front.raw.get("permalink")
        if front.meta.get("permalink") is False or permalink is None:
            return None
        if isinstance(permalink, str) and permalink.strip():
            return permalink
        what = "`permalink` is empty." if permalink == "" else "`permalink` is not an address."
        self._report(front, what, "Write an address such as `/about/`, or delete the line.")
        return None

    def _address(self, parts: AddressParts, permalink: str | None, merged: FrontMatter) -> str:
        """The document's address. The collection's template replaces a permalink with an unknown placeholder."""
        try:
            return document_address(parts, self.site.config, permalink)
        except ValueError as error:
            self._report(merged, f"`permalink: {permalink}` {error}.", f"Use {listed_placeholders()}.")
            return document_address(parts, self.site.config, None)

    def _report(self, front: FrontMatter, fault: str, hint: str) -> None:
        self.findings.append(messages.INVALID_PERMALINK(*front.place(self.path, "permalink"), fault=fault, hint=hint))


def _body(front: FrontMatter, data: bytes) -> tuple[str, int]:
    """The body and its first line. Jekyll drops blank lines right below the front matter."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
    line = lines - front.body.count("\n") + 1
    blank = _BLANK_LINES.match(front.body) if line > 1 else None
    return (front.body[blank.end() :], line + blank[0].count("\n")) if blank else (front.body, line)


def _title(front: FrontMatter) -> str:
    """The title as the author wrote it: a number keeps its zeros. Empty for none."""
    title = front.raw.get("title")
    return title.strip() if isinstance(title, str) and front.meta.get("title") is not False else ""


def _is_published(meta: Mapping[str, Any]) -> bool:
    """Only `false` and null hide a file: to Ruby any text is true."""
    value = meta.get("published", True)
    return value is not None and value is not False
