"""Read `_config.yml` key by key; a value of the wrong type is reported, and Jekyll's default is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_toml_file, read_yaml_file
from mkdocs_iroco_blog.core.languages import code_of_language, is_language
from mkdocs_iroco_blog.core.messages import jekyll as messages
from mkdocs_iroco_blog.core.urls import is_safe, split_url
from mkdocs_iroco_blog.jekyll.documents.permalinks import STYLES, listed_placeholders, unknown_placeholder

from .defaults import merge_deeply
from .keys import Keys
from .kramdown_options import read_options
from .model import DEFAULT_EXCLUDES, DEFAULTS, Collection, JekyllConfig, Pagination, Scope
from .social import profile_urls

_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}
_FOLDERS = ("source", "destination", "collections_dir", "data_dir", "includes_dir", "layouts_dir", "plugins_dir")
_NOT_IN_A_URL = re.compile(r"[\x00-\x20\x7f-\x9f\"'<>`{}|\\^]")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[\w./~-]*)?")
_NOT_IN_A_LABEL = re.compile(r"[^A-Za-z0-9_.-]")


def read_config(source: str, data: bytes) -> tuple[JekyllConfig, list[Finding]]:
    """Read `_config.yml` or `_config.toml`, named `source`.

    An unreadable file gives the defaults and one Problem. If one is an error, the site must not be built.
    """
    read = read_toml_file(source, data) if source.endswith(".toml") else read_yaml_file(source, data)
    if isinstance(read, Finding):
        return JekyllConfig(path=source), [read]
    keys = Keys(source, read.meta, read.raw, read.lines, findings=list(read.findings))
    markdown = keys.text("markdown", "kramdown")
    if markdown.casefold() != "kramdown":
        effect = "is read as kramdown, with GitHub's additions"
        keys.add(messages.SETTING_WITHOUT_EFFECT, "markdown", key=f"markdown: {markdown}", effect=effect)
    return _config(keys), keys.findings


def _config(keys: Keys) -> JekyllConfig:
    default = JekyllConfig()
    permalink = _template(keys, "permalink") or default.permalink
    same_named: dict[str, Any] = {
        **{name: _folder(keys.text(name, getattr(default, name))) for name in _FOLDERS},
        **{name: keys.text(name, getattr(default, name)) for name in ("excerpt_separator", "paginate_path")},
        **{name: keys.flag(name) for name in ("future", "unpublished", "show_drafts")},
        **{name: keys.number(name) for name in ("limit_posts", "paginate")},
    }
    return JekyllConfig(
        **same_named,
        path=keys.source, lines=keys.lines, values=merge_deeply(DEFAULTS, keys.meta),
        title=_in_language(keys, "title") or keys.text("name"), description=_in_language(keys, "description").strip(),
        url=_site_url(keys), baseurl=_baseurl(keys),
        lang=_language(keys),
        timezone=keys.text("timezone").strip() or None,
        permalink=permalink, collections=_collections(keys, permalink), defaults=tuple(_scopes(keys)),
        sass_dir=_folder(keys.mapping("sass").text("sass_dir", default.sass_dir)),
        include=keys.names("include", default.include),
        exclude=tuple(dict.fromkeys((*keys.names("exclude"), *DEFAULT_EXCLUDES))),
        markdown_ext=_extensions(keys.text("markdown_ext")) or default.markdown_ext,
        show_excerpts=keys.flag("show_excerpts") if keys.meta.get("show_excerpts") is not None else None,
        pagination=read_pagination(keys.mapping("pagination"), Pagination()),
        kramdown=read_options(keys.mapping("kramdown")), feed=keys.mapping("feed").meta,
        plugins=tuple(dict.fromkeys((*keys.names("plugins"), *keys.names("gems")))),
        social=profile_urls(keys.meta),
    )  # fmt: skip


def _language(keys: Keys) -> str:
    key = next((key for key in ("lang", "locale", "default_lang") if keys.text(key).strip()), "lang")
    code = keys.text(key).strip().replace("_", "-")
    if not code or is_language(code):
        return code
    fault = "which is not the code of a language, so the theme's language is used"
    hint = f"Write `{key}: {code_of_language(code) or 'en'}`."
    keys.add(messages.SETTING_VALUE, key, key=key, value=code, fault=fault, hint=hint)
    return ""


def _in_language(keys: Keys, key: str) -> str:
    """Text, or the one of the site's language from a mapping by language, as sites in several languages have it."""
    values, language = keys.raw.get(key), keys.text("default_lang") or keys.text("lang")
    text = values.get(language) if isinstance(values, dict) else None
    return text if isinstance(text, str) else keys.text(key)


def read_pagination(keys: Keys, site: Pagination) -> Pagination:
    """Read paginate-v2's settings from a mapping; the site's apply to the keys it lacks."""
    texts = {
        name: keys.text(name, getattr(site, name)) or getattr(site, name)
        for name in ("permalink", "indexpage", "extension")
    }
    return Pagination(
        enabled=keys.flag("enabled", site.enabled), per_page=keys.number("per_page", site.per_page), **texts
    )


def _collections(keys: Keys, permalink: str) -> dict[str, Collection]:
    empty = Keys(keys.source, {}, {}, {})
    if isinstance(keys.raw.get("collections"), list):
        entries = dict.fromkeys(keys.names("collections"), empty)
    else:
        mapping = keys.mapping("collections")
        entries = {name: mapping.mapping(name) for name in mapping.raw}
    style = STYLES.get(permalink, permalink)
    posts = _collection("posts", entries.pop("posts", empty), output=True, permalink=style)
    return {"posts": posts} | {name: _collection(name, entry) for name, entry in entries.items()}


def _collection(name: str, keys: Keys, *, output: bool = False, permalink: str | None = None) -> Collection:
    return Collection(
        name=_NOT_IN_A_LABEL.sub("", name), output=keys.flag("output") or output,
        permalink=_template(keys, "permalink") or permalink, sort_by=keys.text("sort_by") or None,
        order=keys.names("order"), values=keys.meta,
    )  # fmt: skip


def _template(keys: Keys, key: str) -> str:
    """A permalink; empty if there is none, or if it has a placeholder that Jekyll does not know."""
    template = keys.text(key)
    if isinstance(keys.meta.get(key), bool):
        hint = "Write `permalink: pretty`, or delete the line."
        keys.refuse(messages.SETTING_VALUE, key, key=key, value=template, fault="which is not an address", hint=hint)
    if (unknown := unknown_placeholder(template)) is None:
        return template
    fault, hint = f"with the placeholder `:{unknown}`, which Jekyll does not know", f"Use {listed_placeholders()}."
    keys.refuse(messages.SETTING_VALUE, key, key=key, value=template, fault=fault, hint=hint)
    return ""


def _scopes(keys: Keys) -> Iterator[Scope]:
    entries, raw_entries = keys.meta.get("defaults"), keys.raw.get("defaults")
    if entries is not None and not isinstance(entries, list):
        hint = "Write `- scope:` and `  values:` below it."
        value = keys.raw["defaults"]
        keys.refuse(
            messages.SETTING_VALUE, "defaults", key="defaults", value=value, fault="which is not a list", hint=hint
        )
    if not isinstance(entries, list) or not isinstance(raw_entries, list):
        return
    for number, (entry, raw) in enumerate(zip(entries, raw_entries, strict=True), start=1):
        values = entry.get("values") if isinstance(entry, dict) else None
        if not isinstance(values, dict) or not isinstance(raw, dict) or not isinstance(raw["values"], dict):
            hint = "Write `values:` and, indented below it, `layout: post`."
            fault = "has no `values`, so it has no effect"  # as in Jekyll
            keys.add(messages.DEFAULTS_ENTRY, "defaults", number=number, fault=fault, hint=hint)
            continue
        scope = raw.get("scope") or {}
        path, kind = (scope.get("path"), scope.get("type")) if isinstance(scope, dict) else (scope, None)
        if not all(isinstance(value, str | None) for value in (path, kind)) or not isinstance(scope, dict):
            hint = 'Write `path: ""` and, for one kind of files, `type: posts`.'
            fault = "has a `scope` without a `path` or `type` that is text"
            keys.refuse(messages.DEFAULTS_ENTRY, "defaults", number=number, fault=fault, hint=hint)
        lines = dict.fromkeys(raw["values"], keys.lines["defaults"])
        places = {key: (keys.source, line) for key, line in lines.items()}
        front = FrontMatter({str(key): value for key, value in values.items()}, raw["values"], lines, "", places=places)
        kind = _OLD_TYPES.get(kind, kind) if isinstance(kind, str) else None
        yield Scope(path=path if isinstance(path, str) else None, type=kind, front=front)


def _site_url(keys: Keys) -> str:
    """The site's address. Jekyll prints one without a scheme, which names no page and no feed."""
    url = keys.text("url").strip().rstrip("/")
    parts = split_url(url)
    if not url or (parts and parts.scheme in ("http", "https") and parts.hostname and not _NOT_IN_A_URL.search(url)):
        return url
    host = url if "." in url.strip("/") and split_url(f"https://{url.strip('/')}") else ""
    name = _HOST.search(host)
    hint = f"Write `url: https://{name[0]}`." if name else "Write `url: https://example.org`."
    fault = "which is not a whole address, so no page has one"
    keys.refuse(messages.SETTING_VALUE, "url", key="url", value=url, fault=fault, hint=hint)
    return ""


def _baseurl(keys: Keys) -> str:
    path = keys.text("baseurl").strip().strip("/")
    if _NOT_IN_A_URL.search(path) or "//" in path or not is_safe(path):
        fault, hint = "which is not a path", "Write `baseurl: /blog`."
        keys.refuse(messages.SETTING_VALUE, "baseurl", key="baseurl", value=path, fault=fault, hint=hint)
        return ""
    return f"/{path}" if path else ""


def _folder(text: str) -> str:
    return "/".join(part for part in text.strip().split("/") if part not in ("", "."))


def _extensions(text: str) -> tuple[str, ...]:
    return tuple(part.strip().lstrip(".").lower() for part in text.split(",") if part.strip())
