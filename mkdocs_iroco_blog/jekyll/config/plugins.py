"""Find the Jekyll plugins that a site enables, and report those that are not run here.

https://jekyllrb.com/docs/plugins/installation/
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import PLUGIN_NOT_RUN

from .model import JekyllConfig


@dataclass(frozen=True, slots=True)
class Plugin:
    """The counterpart here of a Jekyll plugin."""

    outcome: str
    """A sentence in Markdown, for the manual and for Notes."""
    is_lost: bool = False
    """Nothing here does its work, so its users get a Note."""


PLUGINS: Mapping[str, Plugin] = {
    "jekyll-paginate": Plugin("The index is paginated by `paginate` and `paginate_path`."),
    "jekyll-paginate-v2": Plugin("The index is paginated by `pagination`."),
    "jekyll-archives": Plugin("Categories, tags and years have pages, at the addresses in its `permalinks`."),
    "jekyll-feed": Plugin("The blog has the same feeds, at the same addresses, with the same entry ids."),
    "jekyll-sitemap": Plugin("MkDocs makes the sitemap."),
    "jekyll-seo-tag": Plugin("Every page has the same metadata: description, Open Graph, JSON-LD."),
    "jekyll-redirect-from": Plugin("`redirect_from` and `redirect_to` give the same redirects."),
    "jekyll-optional-front-matter": Plugin("A Markdown file without front matter is only copied.", is_lost=True),
    "jekyll-readme-index": Plugin("A README is not an index; rename it to `index.md`.", is_lost=True),
    "jekyll-polyglot": Plugin("Only the language `default_lang` is built; a Problem counts the files left out."),
    "jekyll-relative-links": Plugin("Links to source files become links to their pages."),
    "jekyll-titles-from-headings": Plugin("MkDocs takes the title of a page without one from its first heading."),
    "jekyll-default-layout": Plugin("Layouts are not run."),
    "jekyll-coffeescript": Plugin("CoffeeScript is not compiled; commit the compiled files.", is_lost=True),
    "jekyll-sass-converter": Plugin("Sass is not compiled; the theme has its own styles."),
    "jekyll-commonmark": Plugin("Markdown is read as kramdown."),
    "jekyll-commonmark-ghpages": Plugin("Markdown is read as kramdown."),
    "jekyll-remote-theme": Plugin("The MkDocs theme replaces the Jekyll theme."),
    "jekyll-include-cache": Plugin("`include_cached` works like `include`."),
    "jekyll-last-modified-at": Plugin("The date of the last change comes from front matter (`last_modified_at`)."),
    "jekyll-gist": Plugin("`{% gist %}` shows the gist as GitHub embeds it."),
    "jekyll-toc": Plugin("The theme shows the table of contents."),
    "jekyll-avatar": Plugin("`{% avatar %}` shows nothing.", is_lost=True),
    "jekyll-mentions": Plugin("`@name` is left as text.", is_lost=True),
    "jemoji": Plugin("`:emoji:` is left to the Markdown extension `pymdownx.emoji`.", is_lost=True),
    "jekyll-github-metadata": Plugin("`site.github` is the key `github` of `_config.yml`.", is_lost=True),
    "jekyll-swiss": Plugin("The MkDocs theme replaces it."),
    "jekyll-admin": Plugin("It only helps with editing."),
    "jekyll-compose": Plugin("It only helps with writing."),
    "jekyll-watch": Plugin("`mkdocs serve` watches."),
    "minima": Plugin("The MkDocs theme replaces it."),
    "webrick": Plugin("`mkdocs serve` serves."),
    "rouge": Plugin("Code is highlighted by Pygments."),
    "kramdown-parser-gfm": Plugin("GitHub's additions to Markdown are read."),
    "github-pages": Plugin("The plugins that GitHub Pages enables count as enabled."),
}  # fmt: skip
"""Known plugins by the name of their gem; the manual shows them."""

GITHUB_PAGES = (
    "jekyll-coffeescript", "jekyll-commonmark-ghpages", "jekyll-gist", "jekyll-github-metadata", "jekyll-paginate",
    "jekyll-relative-links", "jekyll-optional-front-matter", "jekyll-readme-index", "jekyll-default-layout",
    "jekyll-titles-from-headings",
)  # fmt: skip
"""Plugins that the gem `github-pages` always enables.

https://docs.github.com/en/pages/setting-up-a-github-pages-site-with-jekyll/about-github-pages-and-jekyll#plugins
"""

_LIBRARIES = frozenset({
    "jekyll", "liquid", "kramdown", "bundler", "rake", "tzinfo", "tzinfo-data", "wdm", "http_parser.rb", "csv",
    "base64", "bigdecimal", "logger", "json", "ffi", "nokogiri", "eventmachine", "faraday", "faraday-retry", "sassc",
    "sass-embedded", "html-proofer", "concurrent-ruby", "activesupport",
})  # fmt: skip
"""Gems that are no plugins, but stand in Gemfiles among them."""

_GEM = re.compile(r"""gem[ (] ?["'](?P<name>[\w.-]+)["'](?P<rest>.*)""")
_OPENS = re.compile(r"(?:if|unless|case|begin|while|until)\b|.*\bdo(?: ?\|[^|]*\|)?$")
_OPTION = re.compile(r"(?:\bgroups?:|:groups?\s*=>)\s*(?P<names>\[[^\]]*\]|:\w+|[\"'][^\"']*[\"'])")


def enabled_plugins(config: JekyllConfig, gemfile: str) -> tuple[str, ...]:
    """The gems in `plugins`, in `gems`, and in the Gemfile's group `:jekyll_plugins`, each once.

    `github-pages` adds those that GitHub always enables. `whitelist` is ignored: it only counts in Jekyll's safe mode.
    """
    named = dict.fromkeys(name for name in (*config.plugins, *plugin_gems(gemfile)) if name not in _LIBRARIES)
    if "github-pages" in named:
        named |= dict.fromkeys(GITHUB_PAGES)
    return tuple(named)


def plugin_gems(gemfile: str) -> list[str]:
    """The gems in a Gemfile's group `:jekyll_plugins`, given by block or by option.

    The file is read line by line, without running it: https://bundler.io/man/gemfile.5.html#GROUPS
    """
    gems: list[str] = []
    inside: list[bool] = []  # for each open block, whether it or an outer one is the group
    for line in gemfile.splitlines():
        code = " ".join(line.partition("#")[0].split())
        if gem := _GEM.match(code):
            option = _OPTION.search(gem["rest"])
            if inside[-1:] == [True] or (option and "jekyll_plugins" in option["names"]):
                gems.append(gem["name"])
        if _OPENS.match(code):
            inside.append(any(inside) or (code.startswith("group") and "jekyll_plugins" in code))
        elif re.match(r"end\b", code) and inside:
            inside.pop()
    return gems


def plugin_notes(config: JekyllConfig, names: Sequence[str]) -> list[Finding]:
    """A Note for each plugin whose work is not done here, on the line of `plugins` if that names it.

    Unknown ones share one. Plugins that only `github-pages` enables get none: the author did not ask for them.
    """
    unasked = set(GITHUB_PAGES) - set(config.plugins) if "github-pages" in names else set()
    together: dict[tuple[str, int | None, str, str], list[str]] = {}
    for name in names:
        plugin = PLUGINS.get(name)
        if name in unasked or (plugin is not None and not plugin.is_lost):
            continue
        line = config.lines.get("plugins", config.lines.get("gems")) if name in config.plugins else None
        close = get_close_matches(name, PLUGINS, n=1, cutoff=0.85) if plugin is None else []
        hint = f"Did you mean `{close[0]}`?" if close else ""
        key = (config.path if line else "Gemfile", line, plugin.outcome if plugin else "", hint)
        together.setdefault(key, []).append(f"`{name}`")
    return [
        PLUGIN_NOT_RUN(source, line, plugins=_are_not_run(listed), outcome=f" {outcome}" if outcome else "", hint=hint)
        for (source, line, outcome, hint), listed in together.items()
    ]


def _are_not_run(names: Sequence[str]) -> str:
    *others, last = names
    return f"plugins {', '.join(others)} and {last} are not run." if others else f"plugin {last} is not run."
