"""Which of Jekyll's plugins a site has on, and what becomes of each here.

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
    """A plugin of Jekyll's, and what becomes of it."""

    name: str
    becomes: str
    """For people; Markdown, a sentence."""
    lost: bool = False
    """What it does is not done here, so that its users are told."""


_TABLE = (
    Plugin("jekyll-paginate", "The index is paged as `paginate` and `paginate_path` say."),
    Plugin("jekyll-paginate-v2", "The index is paged as `pagination` says."),
    Plugin("jekyll-archives", "Categories, tags and years have pages, where `jekyll-archives: permalinks` says."),
    Plugin("jekyll-feed", "The same feeds are made, at the same addresses, with the same entry ids."),
    Plugin("jekyll-sitemap", "MkDocs makes the sitemap."),
    Plugin("jekyll-seo-tag", "Every page says the same of itself: description, Open Graph, JSON-LD."),
    Plugin("jekyll-redirect-from", "`redirect_from` and `redirect_to` make the same redirects."),
    Plugin("jekyll-optional-front-matter", "A Markdown file without front matter is copied, not rendered.", lost=True),
    Plugin("jekyll-readme-index", "A README is no index; rename it to `index.md`.", lost=True),
    Plugin("jekyll-relative-links", "Links to source files become links to their pages."),
    Plugin("jekyll-titles-from-headings", "MkDocs names a page without a title by its first heading."),
    Plugin("jekyll-default-layout", "Layouts are not run."),
    Plugin("jekyll-coffeescript", "Nothing compiles CoffeeScript here; commit what it makes.", lost=True),
    Plugin("jekyll-sass-converter", "Nothing compiles Sass here; the theme brings its own styles."),
    Plugin("jekyll-commonmark", "Markdown is read as kramdown."),
    Plugin("jekyll-commonmark-ghpages", "Markdown is read as kramdown."),
    Plugin("jekyll-remote-theme", "The MkDocs theme takes the theme's place."),
    Plugin("jekyll-include-cache", "`include_cached` includes."),
    Plugin("jekyll-last-modified-at", "Dates of change come from front matter (`last_modified_at`)."),
    Plugin("jekyll-gist", "`{% gist %}` shows the gist as GitHub embeds it."),
    Plugin("jekyll-toc", "The theme shows the table of contents."),
    Plugin("jekyll-avatar", "`{% avatar %}` shows nothing.", lost=True),
    Plugin("jekyll-mentions", "`@name` stays text.", lost=True),
    Plugin("jemoji", "`:emoji:` is left to the Markdown extension `pymdownx.emoji`.", lost=True),
    Plugin("jekyll-github-metadata", "`site.github` is what `_config.yml` says under `github`.", lost=True),
    Plugin("jekyll-swiss", "The MkDocs theme takes its place."),
    Plugin("jekyll-admin", "It is for editing."),
    Plugin("jekyll-compose", "It is for writing."),
    Plugin("jekyll-watch", "`mkdocs serve` watches."),
    Plugin("minima", "The MkDocs theme takes its place."),
    Plugin("webrick", "`mkdocs serve` serves."),
    Plugin("rouge", "Code is highlighted by Pygments."),
    Plugin("kramdown-parser-gfm", "GitHub's additions are read."),
    Plugin("github-pages", "The plugins that GitHub Pages switches on count as switched on."),
)  # fmt: skip

PLUGINS: Mapping[str, Plugin] = {plugin.name: plugin for plugin in _TABLE}
"""Known plugins by the name of their gem; the manual shows them."""

GITHUB_PAGES = (
    "jekyll-coffeescript", "jekyll-commonmark-ghpages", "jekyll-gist", "jekyll-github-metadata", "jekyll-paginate",
    "jekyll-relative-links", "jekyll-optional-front-matter", "jekyll-readme-index", "jekyll-default-layout",
    "jekyll-titles-from-headings",
)  # fmt: skip
"""What the gem `github-pages` switches on unasked.

https://docs.github.com/en/pages/setting-up-a-github-pages-site-with-jekyll/about-github-pages-and-jekyll#plugins
"""

_GEM = re.compile(r"""gem[ (] ?["'](?P<name>[\w.-]+)["'](?P<rest>.*)""")
_OPENS = re.compile(r"(?:if|unless|case|begin|while|until)\b|.*\bdo(?: ?\|[^|]*\|)?$")
_ENDS = re.compile(r"end\b")
_OPTION = re.compile(r"(?:\bgroups?:|:groups?\s*=>)\s*(?P<names>\[[^\]]*\]|:\w+|[\"'][^\"']*[\"'])")


def switched_on(config: JekyllConfig, gemfile: str | None = None) -> tuple[str, ...]:
    """The gems that `plugins` and `gems` name, and those of the Gemfile's group `:jekyll_plugins`, each once.

    `github-pages` brings those that GitHub switches on by itself; Jekyll takes away what `whitelist` lacks only in
    safe mode, which is none of ours.
    """
    named = dict.fromkeys((*config.plugins, *gems_of(gemfile or "")))
    if "github-pages" in named:
        named |= dict.fromkeys(GITHUB_PAGES)
    return tuple(named)


def gems_of(gemfile: str) -> list[str]:
    """The gems of a Gemfile's group `:jekyll_plugins`, by block or by option.

    Read line by line, without running it: https://bundler.io/man/gemfile.5.html#GROUPS
    """
    found: list[str] = []
    inside: list[bool] = []  # for each block that is open, whether it or one around it is the group
    for line in gemfile.splitlines():
        code = " ".join(line.partition("#")[0].split())
        if gem := _GEM.match(code):
            option = _OPTION.search(gem["rest"])
            if (inside and inside[-1]) or (option and "jekyll_plugins" in option["names"]):
                found.append(gem["name"])
        if _OPENS.match(code):
            named = code.startswith("group") and "jekyll_plugins" in code
            inside.append(named or any(inside))
        elif _ENDS.match(code) and inside:
            inside.pop()
    return found


def plugin_notes(config: JekyllConfig, names: Iterable[str]) -> list[Note]:
    """A Note for each plugin whose work is not done here, on the line of `plugins` where that names it.

    None for those that `github-pages` brings: nobody asked for them.
    """
    notes = []
    names = tuple(names)
    unasked = set(GITHUB_PAGES) - set(config.plugins) if "github-pages" in names else set()
    for name in names:
        plugin = PLUGINS.get(name)
        if name in unasked or (plugin is not None and not plugin.lost):
            continue
        what = f"The Jekyll plugin `{name}` is not run. {plugin.becomes if plugin else ''}".rstrip()
        line = config.lines.get("plugins", config.lines.get("gems")) if name in config.plugins else None
        notes.append(Note(config.path if line else "Gemfile", line, what, _meant(name) if plugin is None else ""))
    return notes


def _meant(name: str) -> str:
    close = get_close_matches(name, PLUGINS, n=1, cutoff=0.85)
    return f"Write `{close[0]}`, if that is meant." if close else ""
