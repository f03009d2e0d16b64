"""Finds out whether MkDocs' docs folder is a folder of the Jekyll site. One folder cannot be both."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.messages.jekyll import DOCS_OF_JEKYLL, JEKYLL_IN_DOCS
from mkdocs_iroco_blog.host.config import StoppedBuildError
from mkdocs_iroco_blog.host.pages.files import source_text
from mkdocs_iroco_blog.jekyll.documents.file_kinds import FileFilter
from mkdocs_iroco_blog.jekyll.site import JekyllSite

from .folder import JekyllFolder

_KEYS = ("layout", "permalink", "redirect_from", "redirect_to", "nav_order", "has_children")
"""Front matter that means something to Jekyll or its themes, and nothing to MkDocs."""
_LIQUID = re.compile(r"\{\{-?\s*(?:site|page)\.|\{%-?\s*(?:include|link|post_url|assign|for|if|raw|highlight)(?![\w-])")
_TEMPLATED = {"macros", "include-markdown"}
"""Plugins with tags that look like Liquid: beside them, it shows nothing."""
_HINT = "Give MkDocs a folder of its own: make one, and name it in `mkdocs.yml`, such as `docs_dir: mkdocs`."


def refuse_shared_folder(files: Files, folder: JekyllFolder, config: MkDocsConfig) -> None:
    """Raise `StoppedBuildError` if MkDocs reads the Jekyll site's files, because it would publish drafts."""
    source, docs = (Path(os.path.normpath(path)) for path in (folder.source, config.docs_dir))
    for file in files if source.is_relative_to(docs) else ():
        if not file.inclusion.is_excluded() and Path(str(file.abs_src_path)).is_relative_to(source):
            raise StoppedBuildError([JEKYLL_IN_DOCS("jekyll", hint=_HINT)])


def docs_folder_problems(
    files: Files, folder: JekyllFolder, site: JekyllSite, config: MkDocsConfig, posts: Collection[str]
) -> list[Finding]:
    """Return a Problem if Jekyll would read the docs folder, too, and a file there was written for Jekyll.

    `posts` have moved there, so they may have been.
    """
    name = os.path.relpath(config.docs_dir, folder.source).replace(os.sep, "/")
    if name.startswith("..") or not FileFilter(folder.config).enters(name):
        return []
    inside = {file.src_uri: file for file in files if file.src_dir == config.docs_dir and file.src_uri not in posts}
    reason = next(_reasons(name, inside, site, liquid=not runs_templates(config)), "")
    if not reason:
        return []
    return [DOCS_OF_JEKYLL("mkdocs.yml", name=name, reason=reason, hint=_HINT)]


def runs_templates(config: MkDocsConfig) -> bool:
    """Whether a plugin has tags that look like Liquid."""
    return not _TEMPLATED.isdisjoint(config.plugins)


def _reasons(name: str, inside: Mapping[str, File], site: JekyllSite, *, liquid: bool) -> Iterator[str]:
    """Yield what shows that the folder is the Jekyll site's."""
    for uri, file in inside.items():
        if uri.endswith((".md", ".markdown", ".html")):
            text = source_text(file)
            front = read_front_matter(uri, text.encode())
            keys = [key for key in _KEYS if isinstance(front, FrontMatter) and key in front.meta]
            if keys:
                yield f"`{name}/{uri}` has a `{keys[0]}`"
            if liquid and _LIQUID.search(text):
                yield f"`{name}/{uri}` has Liquid"
    link = re.compile(rf"(?:^|[\s\"'(=}}])/?{re.escape(name)}/([^\s\"'()<>?#{{}}]+)", re.MULTILINE)
    for document in site.documents():
        if f"{name}/" in document.body:
            targets = (unquote(match[1]).strip("/") for match in link.finditer(document.body))
            if target := next((target for target in targets if _is_file(target, inside)), None):
                yield f"`{document.path}` links to `/{name}/{target}`"


def _is_file(target: str, inside: Iterable[str]) -> bool:
    stem = target.removesuffix(".html")
    return any(path in inside for path in (target, f"{stem}.md", f"{stem}/index.md", f"{stem}/index.html"))
