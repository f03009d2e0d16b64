"""Find the Jekyll plugins that a site enables, and report those that are not run here.

https://jekyllrb.com/docs/plugins/installation/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from mkdocs_iroco_blog.core.findings import Note

from .model import JekyllConfig


@dataclass(frozen=True, slots=True)
class Plugin:
    """A Jekyll plugin, and its counterpart here."""

    name: str
    outcome: str
    """A sentence in Markdown, for the manual and for Notes."""
    is_lost: bool = False
    """Nothing here does its work, so its users get a Note."""


_TABLE = (
    Plugin("jekyll-paginate", "The index is paginated by `paginate` and `paginate_path`."),
    Plugin("jekyll-paginate-v2", "The index is paginated by `pagination`."),
    Plugin("jekyll-archives", "Categories, tags and years have pages, at the addresses in its `permalinks`."),
    Plugin("jekyll-feed", "The blog has the same feeds, at the same addresses, with the same entry ids."),
    Plugin("jekyll-sitemap", "MkDocs makes the sitemap."),
    Plugin("jekyll-seo-tag", "Every page has the same metadata: description, Open Graph, JSON-LD."),
    Plugin("jekyll-redirect-from", "`redirect_from` and `redirect_to` give the same redirects."),
    Plugin("jekyll-optional-front-matter", "A Markdown file without front matter is only copied.", is_lost=True),
    Plugin("jekyll-readme-index", "A README is not an index; rename it to `index.md`.", is_lost=True),
    Plugin("jekyll-relative-links", "Links to source files become links to their pages."),
    Plugin("jekyll-titles-from-headings", "MkDocs takes the title of a page without one from its first heading."),
    Plugin("jekyll-default-layout", "Layouts are not run."),
    Plugin("jekyll-coffeescript", "CoffeeScript is not compiled; commit the compiled files.", is_lost=True),
    Plugin("jekyll-sass-converter", "Sass is not compiled; the theme has its own styles."),
    Plugin("jekyll-commonmark", "Markdown is read as kramdown."),
    Plugin("jekyll-commonmark-ghpages", "Markdown is read as kramdown."),
    Plugin("jekyll-remote-theme", "The MkDocs theme replaces the Jekyll theme."),
    Plugin("jekyll-include-cache", "`include_cached` works like `include`."),
    Plugin("jekyll-last-modified-at", "The date of the last change comes from front matter (`last_modified_at`)."),
    Plugin("jekyll-gist", "`{% gist %}` shows the gist as GitHub embeds it."),
    Plugin("jekyll-toc", "The theme shows the table of contents."),
    Plugin("jekyll-avatar", "`{% avatar %}` shows nothing.", is_lost=True),
    Plugin("jekyll-mentions", "`@name` is left as text.", is_lost=True),
    Plugin("jemoji", "`:emoji:` is left to the Markdown extension `pymdownx.emoji`.", is_lost=True),
    Plugin("jekyll-github-metadata", "`site.github` is the key `github` of `_config.yml`.", is_lost=True),
    Plugin("jekyll-swiss", "The MkDocs theme replaces it."),
    Plugin("jekyll-admin", "It only helps with editing."),
    Plugin("jekyll-compose", "It only helps with writing."),
    Plugin("jekyll-watch", "`mkdocs serve` watches."),
    Plugin("minima", "The MkDocs theme replaces it."),
    Plugin("webrick", "`mkdocs serve` serves."),
    Plugin("rouge", "Code is highlighted by Pygments."),
    Plugin("kramdown-parser-gfm", "GitHub's additions to Markdown are read."),
    Plugin("github-pages", "The plugins that GitHub Pages enables count as enabled."),
)  # fmt: skip

PLUGINS: Mapping[str, Plugin] = {plugin.name: plugin for plugin in _TABLE}
"""Known plugins by the name of their gem; the manual shows them."""

GITHUB_PAGES = (
    "jekyll-coffeescript", "jekyll-commonmark-ghpages", "jekyll-gist", "jekyll-github-metadata", "jekyll-paginate",
    "jekyll-relative-links", "jekyll-optional-front-matter", "jekyll-readme-index", "jekyll-default-layout",
    "jekyll-titles-from-headings",
)  # fmt: skip
"""Plugins that the gem `github-pages` always enables.

https://docs.github.com/en/pages/setting-up-a-github-pages-site-with-jekyll/about-github-pages-and-jekyll#plugins
"""

_GEM = re.compile(r"""gem[ (] ?["'](?P<name>[\w.-]+)["'](?P<rest>.*)""")
_OPENS = re.compile(r"(?:if|unless|case|begin|while|until)\b|.*\bdo(?: ?\|[^|]*\|)?$")
_ENDS = re.compile(r"end\b")
_OPTION = re.compile(r"(?:\bgroups?:|:groups?\s*=>)\s*(?P<names>\[[^\]]*\]|:\w+|[\"'][^\"']*[\"'])")


def enabled_plugins(config: JekyllConfig, gemfile: str) -> tuple[str, ...]:
    """The gems in `plugins`, in `gems`, and in the Gemfile's group `:jekyll_plugins`, each once.

    `github-pages` adds those that GitHub always enables. `whitelist` is ignored: it only counts in Jekyll's safe mode.
    """
    named = dict.fromkeys((*config.plugins, *plugin_gems(gemfile)))
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
            if (inside and inside[-1]) or (option and "jekyll_plugins" in option["names"]):
                gems.append(gem["name"])
        if _OPENS.match(code):
            named = code.startswith("group") and "jekyll_plugins" in code
            inside.append(named or any(inside))
        elif _ENDS.match(code) and inside:
            inside.pop()
    return gems


def plugin_notes(config: JekyllConfig, names: Iterable[str]) -> list[Note]:
    """A Note for each plugin that is not run here, on the line of `plugins` if that names it.

    Plugins that only `github-pages` enables get no Note: the author did not ask for them.
    """
    notes = []
    names = tuple(names)
    unasked = set(GITHUB_PAGES) - set(config.plugins) if "github-pages" in names else set()
    for name in names:
        plugin = PLUGINS.get(name)
        if name in unasked or (plugin is not None and not plugin.is_lost):
            continue
        what = f"The Jekyll plugin `{name}` is not run. {plugin.outcome if plugin else ''}".rstrip()
        line = config.lines.get("plugins", config.lines.get("gems")) if name in config.plugins else None
        notes.append(Note(config.path if line else "Gemfile", line, what, _suggestion(name) if plugin is None else ""))
    return notes


def _suggestion(name: str) -> str:
    close = get_close_matches(name, PLUGINS, n=1, cutoff=0.85)
    return f"Did you mean `{close[0]}`?" if close else ""
