"""Checks options against the files of the site: a folder or a file that does not exist is not what was meant."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.messages import options as messages
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.validation import check_codes
from mkdocs_iroco_blog.host.config import BlogConfig, settings_from
from mkdocs_iroco_blog.host.pages.files import lies_below, path_without_locale

from .sources import authors_file, is_dated

_JEKYLL_DECIDES = {
    "post_url_format": "posts keep the addresses that Jekyll gives them",
    "post_url_date_format": "posts keep the addresses that Jekyll gives them",
}
_WITHOUT_DOCS_POSTS = {
    "authors_file": "authors are those of the Jekyll site, as long as no post is in the docs folder",
    "date_from_git": "posts have the dates that Jekyll gives them, as long as none is in the docs folder",
}
_POSTS = re.compile(r"(?:^|/)_?posts/.*\.md$")
_MATERIAL = ("blog", "material/blog", "materialx/blog")
_AUTHORS_FILES = (".authors.yml", "authors.yml", ".authors.yaml", "authors.yaml")


def option_findings(
    settings: Settings, named: Collection[str], files: Iterable[File], config: MkDocsConfig
) -> Iterator[Finding]:
    """Report options without effect, and folders and files that do not exist.

    `named` are the options that `mkdocs.yml` sets, `files` all files of the site, posts included.
    """
    yield from check_codes(settings)
    files = list(files)
    if settings.jekyll:
        decided = _JEKYLL_DECIDES | ({} if settings.posts_in_docs else _WITHOUT_DOCS_POSTS)
        for option in sorted(decided.keys() & set(named)):
            yield messages.NO_EFFECT_WITH_JEKYLL("mkdocs.yml", option=option, reason=decided[option])
        yield from _posts_beside_jekyll(files, settings, config)
    if settings.posts_in_docs:
        yield from _posts_folder(settings, named, files, config)
        yield from _authors_file(settings, named, config)
    if settings.mermaid and not is_outside(settings.mermaid):
        yield from _script(settings.mermaid, files)
    listed = [name for name in config.markdown_extensions if isinstance(name, str)]
    for name in settings.cache_extensions:
        if name not in listed:
            close = nearest(name, listed)
            hint = f"Write `{close}`." if close else "Write it as `markdown_extensions` does, or delete it."
            yield messages.EXTENSION_NOT_LISTED("mkdocs.yml", name=name, hint=hint)


def _posts_beside_jekyll(files: Iterable[File], settings: Settings, config: MkDocsConfig) -> Iterator[Finding]:
    """Report files that look like posts, in a folder of the docs folder that is no blog's."""
    folders = set(folders_of_others(config, None))
    values = {"folder": "", "hint": "into `_posts`, or name its folder in the option `post_dir`"}
    if settings.posts_in_docs:
        folders.add(settings.posts_folder)
        values = {"folder": f", and in `{settings.posts_folder}` below `docs_dir`", "hint": "there"}
    for file in files:
        path = path_without_locale(file)
        is_blogs = any(lies_below(path, folder) for folder in folders)
        if file.src_dir == config.docs_dir and _POSTS.search(path) and not is_blogs and is_dated(file):
            yield messages.POSTS_BESIDE_JEKYLL(file.src_uri, **values)


def folders_of_others(config: MkDocsConfig, options: object) -> Iterator[str]:
    """Yield the folders with the posts of other blogs: of this plugin, and of Material's. `options` are this blog's."""
    for name, plugin in config.plugins.items():
        theirs = plugin.config if isinstance(plugin, BasePlugin) else None
        if isinstance(theirs, BlogConfig):
            if theirs is not options and theirs["enabled"] and not theirs["jekyll"]:
                yield settings_from(theirs).posts_folder
        elif theirs and name in _MATERIAL and theirs.get("enabled", True):
            blog, folder = (str(theirs.get(key) or "") for key in ("blog_dir", "post_dir"))
            yield posixpath.normpath(folder.replace("{blog}", blog))


def _posts_folder(
    settings: Settings, named: Collection[str], files: Iterable[File], config: MkDocsConfig
) -> Iterator[Finding]:
    folder, option = settings.posts_folder, "post_dir" if "post_dir" in named else "blog_dir"
    paths = [path_without_locale(file) for file in files]
    exists = Path(config.docs_dir, folder).is_dir() or any(lies_below(path, folder) for path in paths)
    if option in named and not exists:
        meant = _folder_meant(settings, option, _without_other_blogs(paths, settings, config), config)
        if meant:  # else the blog is new
            yield messages.NO_POSTS_FOLDER("mkdocs.yml", option=option, folder=folder, meant=meant)


def _folder_meant(settings: Settings, option: str, paths: Iterable[str], config: MkDocsConfig) -> str | None:
    """Return the folder that a misspelt option means, in the form that the option takes."""
    pages = (posixpath.dirname(path) for path in paths if path.endswith(".md"))
    folders = {folder for page in pages for folder in (page, *_above(page))} - {""}
    wrong = settings.posts_folder if option == "post_dir" else settings.root
    inside = wrong.removeprefix(f"{Path(config.docs_dir).name}/")
    if inside != wrong and inside in folders:
        return inside
    blogs = {posixpath.dirname(folder) for folder in folders if posixpath.basename(folder) == "posts"} - {""}
    known = {f"{blog}/posts" for blog in blogs} if option == "post_dir" else blogs
    return nearest(wrong, sorted(known or folders)) or (min(known) if len(known) == 1 else None)


def _without_other_blogs(paths: Iterable[str], settings: Settings, config: MkDocsConfig) -> list[str]:
    configs = (plugin.config for plugin in config.plugins.values() if isinstance(plugin, BasePlugin))
    folders = {blog["blog_dir"].strip("/") for blog in configs if isinstance(blog, BlogConfig)}
    folders -= {settings.root, "", "."}
    return [path for path in paths if not any(lies_below(path, folder) for folder in folders)]


def _above(folder: str) -> Iterator[str]:
    while folder := posixpath.dirname(folder):
        yield folder


def _authors_file(settings: Settings, named: Collection[str], config: MkDocsConfig) -> Iterator[Finding]:
    path = authors_file(config, settings)
    if "authors_file" not in named or settings.authors is not True or os.path.lexists(path):
        return
    places = (posixpath.dirname(settings.authors_path), settings.root, "")
    paths = [posixpath.join(place, name) for place in places for name in _AUTHORS_FILES]
    meant = next((name for name in paths if Path(config.docs_dir, name).is_file()), None)
    hint = f"Write `{meant}`." if meant else "Write the path of a file below `docs_dir`, or delete the line."
    values = {"path": settings.authors_path, "effect": "posts have the authors that they name themselves"}
    yield messages.NO_SUCH_FILE("mkdocs.yml", option="authors_file", hint=hint, **values)


def _script(path: str, files: Iterable[File]) -> Iterator[Finding]:
    paths = [file.src_uri for file in files]
    if path.lstrip("/") not in paths:
        close = nearest(path, (name for name in paths if name.endswith(".js")))
        hint = f"Write `{close}`." if close else "Write the path of a script below `docs_dir`."
        yield messages.NO_SUCH_FILE(
            "mkdocs.yml", option="mermaid", path=path, effect="pages show no diagrams", hint=hint
        )
