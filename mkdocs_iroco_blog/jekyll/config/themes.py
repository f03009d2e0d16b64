"""The plugins that a theme brings: Jekyll loads the runtime dependencies of the gem that `theme` names.

https://jekyllrb.com/docs/themes/#creating-a-gem-based-theme
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .model import JekyllConfig

_SEO = ("jekyll-seo-tag",)
_OF_GITHUB = (
    "architect", "cayman", "dinky", "hacker", "leap-day", "merlot", "midnight", "minimal", "modernist", "slate",
    "tactile", "time-machine",
)  # fmt: skip
"""https://pages.github.com/themes/"""
THEMES: Mapping[str, tuple[str, ...]] = {
    "minima": ("jekyll-feed", "jekyll-seo-tag"),
    "minimal-mistakes-jekyll": (
        "jekyll-paginate", "jekyll-sitemap", "jekyll-gist", "jekyll-feed", "jekyll-include-cache",
    ),
    "jekyll-theme-chirpy": (
        "jekyll-paginate", "jekyll-seo-tag", "jekyll-archives", "jekyll-sitemap", "jekyll-include-cache",
    ),
    "just-the-docs": ("jekyll-seo-tag", "jekyll-include-cache"),
    "beautiful-jekyll-theme": ("jekyll-paginate", "jekyll-sitemap"),
    "jekyll-text-theme": ("jekyll-paginate", "jekyll-sitemap", "jekyll-feed", "jemoji"),
    "jekyll-theme-so-simple": (
        "jekyll-paginate", "jekyll-sitemap", "jekyll-gist", "jekyll-feed", "jekyll-seo-tag", "jemoji",
    ),
    "jekyll-theme-primer": ("jekyll-github-metadata", "jekyll-seo-tag"),
    **{f"jekyll-theme-{name}": _SEO for name in _OF_GITHUB},
}  # fmt: skip
"""From the gemspec of each theme. A site with a Gemfile.lock has those of its own version there."""

_GEM = re.compile(r"^ {4}([\w.-]+) \(")
_DEPENDENCY = re.compile(r"^ {6}([\w.-]+)(?: \(|$)")


def theme_plugins(config: JekyllConfig, lock: str) -> tuple[str, ...]:
    """The runtime dependencies of the site's theme. `lock` is the text of Gemfile.lock. A `remote_theme` has none."""
    name = config.values.get("theme")
    if not isinstance(name, str):
        return ()
    return _locked(name, lock) or THEMES.get(name, ())


def _locked(name: str, lock: str) -> tuple[str, ...]:
    """The dependencies of a gem in Gemfile.lock: the lines below it that are indented further."""
    plugins: list[str] = []
    inside = False
    for line in lock.splitlines():
        if gem := _GEM.match(line):
            inside = gem[1] == name
        elif inside and (dependency := _DEPENDENCY.match(line)) and dependency[1] != "jekyll":
            plugins.append(dependency[1])
    return tuple(plugins)
