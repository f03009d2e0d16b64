"""Files that are no pages: pictures and other files as they are, files that Liquid makes, and redirects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mkdocs.utils import is_markdown_file

from mkdocs_iroco_blog.core.messages.jekyll import LIQUID_TAG
from mkdocs_iroco_blog.core.site_paths import SitePaths
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.publish.redirects.plan import plan_redirects, redirect_page

from .new_site import NewSite
from .old_site import OldSite
from .places import Places
from .posts import problems
from .text.texts import Texts

_LISTS = re.compile(r"site\.(?:posts|categories|tags|related_posts)|paginator\.")
_SASS = (".scss", ".sass")
_BY_HOST = ("sitemap.xml", "sitemap.xml.gz")


def copy_files(new: NewSite, places: Places) -> None:
    """Copy every file that needs no change."""
    for path, source in places.copied.items():
        if is_markdown_file(path):
            new.lose(path, "It has no front matter, so Jekyll copies it, but MkDocs would make a page of it.")
        elif path not in _BY_HOST:
            new.copied[f"docs/{path}"] = source


def render_templates(old: OldSite, texts: Texts) -> Iterator[tuple[Document, str | None]]:
    """Yield each file that is no page and is made by Liquid, with its text; None if that fails."""
    for document in old.site.with_page(old.site.templates):
        conversion = texts.plain(document)
        failed = any(finding.code == LIQUID_TAG.code for finding in problems(conversion.findings))
        yield document, None if failed or document.extension.lower() in _SASS else conversion.text


def write_template(new: NewSite, document: Document, text: str | None) -> None:
    """Write a file that Liquid makes."""
    if document.output_path in _BY_HOST:
        return
    if text is None:
        is_sass = document.extension.lower() in _SASS
        new.lose(document.path, "Nothing compiles Sass." if is_sass else "Liquid fails in it, so it is not written.")
        return
    new.write(f"docs/{document.output_path}", text)
    if _LISTS.search(document.body):
        new.lose(document.path, f"`{document.output_path}` is a copy of today: it does not follow new posts.")


def write_redirects(new: NewSite, old: OldSite, places: Places) -> set[str]:
    """Write a page at each old address, and in place of pages that redirect. Return the paths of the latter."""
    served = [*(feed["path"].lstrip("/") for feed in old.jekyll.options.get("feeds", [])), *_BY_HOST]
    served += [document.output_path for document in old.site.templates]
    existing = {**{path: path for path in served}, **{target: path for path, target in places.targets.items()}}
    moved = [replace(page, source=places.by_document.get(page.source, page.source)) for page in old.jekyll.moved()]
    site_url = f"{(old.config.site_url or '').rstrip('/')}/" if old.config.site_url else ""
    occupied = {target: f"`{path}`" for target, path in existing.items()}
    redirects, findings = plan_redirects(moved, existing, site_url, SitePaths(occupied))
    translator = old.build.pages.translator
    for redirect in redirects:
        notice_lang = "en" if "moved" in translator.english else ""
        html = redirect_page(
            redirect, site_url, lang=translator.lang, notice=translator.t("moved"), notice_lang=notice_lang
        )
        new.write(f"docs/{redirect.file}", html)
    documents = {path: source for source, path in places.by_document.items()}
    for finding in findings:
        new.lose(documents.get(finding.source, finding.source), finding.sentences)
    return {documents.get(it.page.source, it.page.source) for it in redirects if it.replaces}
