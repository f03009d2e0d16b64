"""`_config.yml` read key by key: what has the wrong type is told with its line, and Jekyll's default stands in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, Raw, read_yaml_file
from mkdocs_iroco_blog.jekyll.documents.permalinks import STYLES, offered, unknown_placeholder

from .keys import Keys
from .kramdown_options import read_options
from .merging import deeply_merged
from .model import DEFAULT_EXCLUDES, DEFAULTS, Collection, JekyllConfig, Pagination, Scope
from .social import addresses_elsewhere

_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}
_NOT_IN_A_LABEL = re.compile(r"[^A-Za-z0-9_.-]")


def read_config(source: str, data: bytes) -> tuple[JekyllConfig, list[Finding]]:
    """Read `_config.yml` or `_config.toml`, named `source`.

    What has the wrong type is a Problem, and Jekyll's default is used.

    Never raises; a file that cannot be read at all gives the defaults and one Problem.
    """
    read = _read_toml(source, data) if source.endswith(".toml") else read_yaml_file(source, data)
    if isinstance(read, Problem):
        return JekyllConfig(path=source), [read]
    keys = Keys(source, read.meta, read.raw, read.lines, findings=list(read.findings))
    return _config(keys), keys.findings


def _config(keys: Keys) -> JekyllConfig:
    defaults = JekyllConfig()
    permalink = _template(keys, "permalink") or defaults.permalink
    include = keys.names("include", defaults.include)
    return JekyllConfig(
        path=keys.source,
        title=keys.text("title") or keys.text("name"),
        description=keys.text("description").strip(),
        url=keys.text("url").strip().rstrip("/"),
        baseurl=_baseurl(keys.text("baseurl")),
        lang=(keys.text("lang") or keys.text("locale")).strip().replace("_", "-"),
        timezone=keys.text("timezone").strip() or None,
        source=_folder(keys.text("source", defaults.source)) or ".",
        destination=_folder(keys.text("destination", defaults.destination)),
        permalink=permalink,
        defaults=tuple(_scopes(keys)),
        collections=_collections(keys, permalink),
        collections_dir=_folder(keys.text("collections_dir")),
        data_dir=_folder(keys.text("data_dir", defaults.data_dir)),
        includes_dir=_folder(keys.text("includes_dir", defaults.includes_dir)),
        layouts_dir=_folder(keys.text("layouts_dir", defaults.layouts_dir)),
        plugins_dir=_folder(keys.text("plugins_dir", defaults.plugins_dir)),
        sass_dir=_folder(keys.mapping("sass").text("sass_dir", defaults.sass_dir)),
        include=include,
        exclude=tuple(dict.fromkeys((*keys.names("exclude"), *DEFAULT_EXCLUDES))),
        keep_files=keys.names("keep_files", defaults.keep_files),
        markdown_ext=_extensions(keys.text("markdown_ext")) or defaults.markdown_ext,
        future=keys.flag("future"),
        unpublished=keys.flag("unpublished"),
        show_drafts=keys.flag("show_drafts"),
        page_excerpts=keys.flag("page_excerpts"),
        limit_posts=keys.number("limit_posts"),
        excerpt_separator=keys.text("excerpt_separator", defaults.excerpt_separator),
        show_excerpts=keys.flag("show_excerpts") if keys.meta.get("show_excerpts") is not None else None,
        paginate=keys.number("paginate") or None,
        paginate_path=keys.text("paginate_path", defaults.paginate_path),
        pagination=read_pagination(keys.mapping("pagination")),
        markdown=_markdown(keys),
        kramdown=read_options(keys.mapping("kramdown")),
        highlighter=keys.text("highlighter", defaults.highlighter),
        feed=keys.mapping("feed").meta,
        plugins=tuple(dict.fromkeys((*keys.names("plugins"), *keys.names("gems")))),
        social=addresses_elsewhere(keys.meta),
        values=deeply_merged(DEFAULTS, keys.meta),
        lines=keys.lines,
    )


def read_pagination(keys: Keys, site: Pagination | None = None) -> Pagination:
    """Read paginate-v2's settings from a mapping; the site's apply to the keys it lacks."""
    site = site or Pagination()
    return Pagination(
        enabled=keys.flag("enabled", site.enabled),
        per_page=keys.number("per_page", site.per_page),
        permalink=keys.text("permalink", site.permalink) or site.permalink,
        indexpage=keys.text("indexpage", site.indexpage) or site.indexpage,
        extension=keys.text("extension", site.extension) or site.extension,
    )


def _collections(keys: Keys, permalink: str) -> dict[str, Collection]:
    written = keys.raw.get("collections")
    if isinstance(written, list):
        named = dict.fromkeys(keys.names("collections"), Keys(keys.source, {}, {}, {}))
    else:
        listed = keys.mapping("collections")
        named = {name: listed.mapping(name) for name in listed.raw}
    posts = named.pop("posts", Keys(keys.source, {}, {}, {}))
    style = STYLES.get(permalink, permalink)
    found = {"posts": _collection("posts", posts, output=True, permalink=style)}
    return found | {name: _collection(name, own) for name, own in named.items()}


def _collection(name: str, keys: Keys, *, output: bool = False, permalink: str | None = None) -> Collection:
    return Collection(
        name=_NOT_IN_A_LABEL.sub("", name),
        output=keys.flag("output") or output,
        permalink=_template(keys, "permalink") or permalink,
        sort_by=keys.text("sort_by") or None,
        order=keys.names("order"),
        values=keys.meta,
    )


def _template(keys: Keys, key: str) -> str:
    """A permalink; empty where there is none, or one that no document could be given."""
    template = keys.text(key)
    unknown = unknown_placeholder(template)
    if unknown is None:
        return template
    keys.problem(key, f"`{key}: {template}` holds `:{unknown}`, which Jekyll does not know.", f"Use {offered()}.")
    return ""


def _scopes(keys: Keys) -> Iterator[Scope]:
    entries, written = keys.meta.get("defaults"), keys.raw.get("defaults")
    if entries is not None and not isinstance(entries, list):
        keys.problem("defaults", "`defaults` is not a list.", "Write `- scope:` and `  values:` below it.")
    if not isinstance(entries, list) or not isinstance(written, list):
        return
    for number, (entry, raw) in enumerate(zip(entries, written, strict=True), start=1):
        values = entry.get("values") if isinstance(entry, dict) else None
        if not isinstance(values, dict) or not isinstance(raw, dict) or not isinstance(raw["values"], dict):
            what = f"Entry {number} of `defaults` has no `values`, so it says nothing."
            keys.problem("defaults", what, "Write `values:` and, indented below it, `layout: post`.")
            continue
        scope = raw.get("scope")
        path, kind = (scope.get("path"), scope.get("type")) if isinstance(scope, dict) else (None, None)
        lines = dict.fromkeys(raw["values"], keys.lines["defaults"])
        front = FrontMatter({str(key): value for key, value in values.items()}, raw["values"], lines, "")
        kind = _OLD_TYPES.get(kind, kind) if isinstance(kind, str) else None
        yield Scope(path=path if isinstance(path, str) else None, type=kind, front=front)


def _markdown(keys: Keys) -> str:
    markdown = keys.text("markdown", "kramdown")
    if markdown.casefold() != "kramdown":
        keys.note("markdown", f"`markdown: {markdown}` is read as kramdown, with GitHub's additions.")
    return markdown


def _baseurl(written: str) -> str:
    path = written.strip().strip("/")
    return f"/{path}" if path else ""


def _folder(written: str) -> str:
    return "/".join(part for part in written.strip().split("/") if part not in ("", "."))


def _extensions(written: str) -> tuple[str, ...]:
    return tuple(part.strip().lstrip(".").lower() for part in written.split(",") if part.strip())


def _read_toml(source: str, data: bytes) -> FrontMatter | Problem:
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return Problem(source, None, f"This is not TOML: {error}.", "Mend the place that it names.", no_page=True)
    raw = {key: _as_written(value) for key, value in values.items()}
    return FrontMatter(values, raw, {}, "")


def _as_written(value: Any) -> Raw:
    if isinstance(value, dict):
        return {str(key): _as_written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_written(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
