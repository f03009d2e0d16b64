"""The plugins that sites have beside a blog, each with a site in which it has something to do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import ImageFont

from tests.hosts.written import Texts, post
from tests.neighbours.garden import GENERATE, bees, notebook, spring

COMMITTED = ("2025-03-04", "2025-06-07")
"""The days on which the site's files were written, and its oldest post was revised."""


@dataclass(frozen=True)
class Neighbour:
    """A plugin, and the site that it is tried in."""

    package: str
    home: str
    """The address of its documentation."""
    plugins: Sequence[Any]
    """What `plugins` in `mkdocs.yml` says; `{root}` in it stands for the site's folder."""
    texts: Texts = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    theme: str = "mkdocs"
    prepare: Callable[[Path], None] | None = None
    makes_tags: bool = False
    """It lists the posts of each tag, so that the blog leaves that to it."""


def commit(root: Path) -> None:
    """Put a site under version control, and change a post on another day."""
    first, second = (f"{day}T12:00:00+00:00" for day in COMMITTED)
    _git(root, first, "init", "--quiet")
    _git(root, first, "add", ".")
    _git(root, first, "commit", "--quiet", "--message", "Begin")
    post = root / "docs" / "blog" / "posts" / "bees.md"
    if post.exists():
        post.write_text(post.read_text(encoding="utf-8") + "\nMore on mice.\n", encoding="utf-8")
        _git(root, second, "commit", "--quiet", "--all", "--message", "More")


def _git(root: Path, day: str, *command: str) -> None:
    who = {f"GIT_{role}_{what}": "ada@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    env = {**os.environ, **who, **nowhere, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    subprocess.run(["git", *command], cwd=root, env=env, check=True)  # noqa: S607


def lay_in_font(root: Path) -> None:
    """Put a font where Material's plugin keeps those that it has fetched."""
    folder = root / ".cache" / "plugin" / "social" / "fonts" / "Roboto"
    folder.mkdir(parents=True)
    font = ImageFont.load_default(12)
    assert isinstance(font, ImageFont.FreeTypeFont)
    for style in ("Regular", "Bold", "Bold Italic"):
        (folder / f"{style}.ttf").write_bytes(font.font_bytes)


SNIPPET = "Shared with all ![A hive](images/hive.png), and [the guide](guide.md).\n"
MODULE = '''\
"""The bees."""


def count(hive: int) -> int:
    """How many bees a hive has. See [weigh][garden.bees.weigh]."""
    return hive


def weigh() -> None:
    """Weigh a hive."""
'''
REFERENCES = """\
How [to count][garden.bees.count], and [the section][own].

<!-- more -->

## A section {: #own }

[Once more][garden.bees.count].
"""
COUNTED = "{{ keeper }} counted {{ 6 * 7 }} hives.\n\n<!-- more -->\n\nOn {{ page.url }}."
_PYTHON = {"handlers": {"python": {"paths": ["{root}/src"]}}}
_MATERIAL = "https://squidfunk.github.io/mkdocs-material/plugins"

KNOWN: Mapping[str, Neighbour] = {
    "awesome-nav": Neighbour(
        "mkdocs-awesome-nav", "https://lukasgeiter.github.io/mkdocs-awesome-nav/", ["awesome-nav"],
        {"docs/.nav.yml": "nav:\n  - index.md\n  - '*'\n"},
    ),
    "literate-nav": Neighbour(
        "mkdocs-literate-nav", "https://oprypin.github.io/mkdocs-literate-nav/", ["literate-nav"],
        {"docs/SUMMARY.md": "* [Home](index.md)\n* *\n"},
    ),
    "awesome-pages": Neighbour(
        "mkdocs-awesome-pages-plugin", "https://github.com/lukasgeiter/mkdocs-awesome-pages-plugin", ["awesome-pages"],
        config={"nav": ["index.md", "..."]},
    ),
    "section-index": Neighbour(
        "mkdocs-section-index", "https://oprypin.github.io/mkdocs-section-index/", ["section-index"],
        {"docs/care/index.md": "# All of care\n", "docs/care/water.md": "# Water\n"},
        {"nav": ["index.md", {"Care": ["care/index.md", "care/water.md"]}, "guide.md"]}, theme="material",
    ),
    "static-i18n": Neighbour(
        "mkdocs-static-i18n", "https://ultrabug.github.io/mkdocs-static-i18n/",
        [{"i18n": {"docs_structure": "suffix", "languages": [
            {"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]}}],
        {"docs/guide.fr.md": "# Guide\n\n## En hiver {: #in-winter }\n\nLaissez les souris dehors.\n",
         "docs/blog/posts/bees.fr.md": bees("Les ruches sont closes.", "Les abeilles dorment")},
        {"markdown_extensions": ["attr_list"]},
    ),
    "mike": Neighbour(
        "mike", "https://github.com/jimporter/mike", [{"mike": {"canonical_version": "latest"}}], theme="material"
    ),
    "redirects": Neighbour(
        "mkdocs-redirects", "https://github.com/mkdocs/mkdocs-redirects",
        [{"redirects": {"redirect_maps": {"old.md": "guide.md"}}}],
    ),
    "htmlproofer": Neighbour(
        "mkdocs-htmlproofer-plugin", "https://github.com/manuzhang/mkdocs-htmlproofer-plugin",
        [{"htmlproofer": {"validate_external_urls": False, "strict_anchors": True}}],
    ),
    "macros": Neighbour(
        "mkdocs-macros-plugin", "https://mkdocs-macros-plugin.readthedocs.io/", ["macros"],
        {"docs/care.md": "# Care\n\nKept by {{ keeper }}.\n",
         "docs/blog/index.md": "# News\n\nTold by {{ keeper }}.\n",
         "docs/blog/posts/spring.md": spring(COUNTED)},
        {"extra": {"keeper": "Ada Lovelace"}},
    ),
    "include-markdown": Neighbour(
        "mkdocs-include-markdown-plugin", "https://github.com/mondeja/mkdocs-include-markdown-plugin",
        ["include-markdown"],
        {"docs/snippet.md": SNIPPET, "docs/care.md": '# Care\n\n{% include-markdown "snippet.md" %}\n',
         "docs/blog/index.md": '# News\n\n{% include-markdown "../snippet.md" %}\n',
         "docs/blog/posts/spring.md": spring('{% include-markdown "../../snippet.md" %}\n\n<!-- more -->\n\nOn.')},
    ),
    "git-authors": Neighbour(
        "mkdocs-git-authors-plugin", "https://timvink.github.io/mkdocs-git-authors-plugin/",
        [{"git-authors": {"show_email_address": False, "exclude": ["yield.md"]}}], theme="material", prepare=commit,
    ),
    "git-revision-date-localized": Neighbour(
        "mkdocs-git-revision-date-localized-plugin",
        "https://timvink.github.io/mkdocs-git-revision-date-localized-plugin/",
        [{"git-revision-date-localized": {
            "type": "iso_date", "enable_creation_date": True, "enable_parallel_processing": False}}],
        theme="material", prepare=commit,
    ),
    "exclude": Neighbour(
        "mkdocs-exclude", "https://github.com/apenwarr/mkdocs-exclude", [{"exclude": {"glob": ["*/wip/*", "wip/*"]}}],
        {"docs/wip/plan.md": "# A plan\n",
         "docs/blog/posts/wip/plan.md": post("2026-06-07", "A quagga.", title="Plan")},
    ),
    "gen-files": Neighbour(
        "mkdocs-gen-files", "https://oprypin.github.io/mkdocs-gen-files/",
        [{"gen-files": {"scripts": ["{root}/generate.py"]}}],
        {"generate.py": GENERATE.format(path="yield.md", text="# Yield\n\nNine crates.\n")},
    ),
    "mkdocs-jupyter": Neighbour(
        "mkdocs-jupyter", "https://github.com/danielfrg/mkdocs-jupyter", ["mkdocs-jupyter"],
        {"docs/lab.ipynb": notebook("# The lab\n\nBees in numbers.")},
    ),
    "encryptcontent": Neighbour(
        "mkdocs-encryptcontent-plugin", "https://unverbuggt.github.io/mkdocs-encryptcontent-plugin/",
        [{"encryptcontent": {"search_index": "clear"}}],
    ),
    "mkdocs-video": Neighbour(
        "mkdocs-video", "https://github.com/soulless-viewer/mkdocs-video", ["mkdocs-video"],
        {"docs/care.md": "# Care\n\n![type:video](https://video.example/care.mp4)\n",
         "docs/blog/index.md": "# News\n\n![type:video](https://video.example/news.mp4)\n",
         "docs/blog/posts/spring.md": spring("![type:video](https://video.example/spring.mp4)\n\n<!-- more -->")},
    ),
    "print-site": Neighbour(
        "mkdocs-print-site-plugin", "https://timvink.github.io/mkdocs-print-site-plugin/", ["print-site"],
    ),
    "glightbox": Neighbour(
        "mkdocs-glightbox", "https://blueswen.github.io/mkdocs-glightbox/", ["glightbox"],
        {"docs/blog/index.md": "![A hive](../images/hive.png)\n\nWelcome.\n"}, theme="material",
    ),
    "minify": Neighbour(
        "mkdocs-minify-plugin", "https://github.com/byrnereese/mkdocs-minify-plugin",
        [{"minify": {"minify_html": True, "htmlmin_opts": {"remove_comments": True}}}], theme="material",
    ),
    "rss": Neighbour(
        "mkdocs-rss-plugin", "https://guts.github.io/mkdocs-rss-plugin/",
        [{"rss": {"use_git": False, "cache_dir": "{root}/.cache",
                  "date_from_meta": {"as_creation": "date", "as_update": "date"}}}],
        {"docs/guide.md": "---\ndate: 2025-02-03\n---\n# Guide\n\nKeep the mice out.\n\n## In winter\n\nAs ever.\n"},
    ),
    "autorefs": Neighbour(
        "mkdocs-autorefs", "https://mkdocstrings.github.io/autorefs/", ["autorefs"],
        {"docs/care.md": "# Care\n\nSee [winter][in-winter].\n",
         "docs/blog/posts/spring.md": spring("See [winter][in-winter].\n\n<!-- more -->\n\nAnd [again][in-winter].")},
    ),
    "mkdocstrings": Neighbour(
        "mkdocstrings", "https://mkdocstrings.github.io/", ["autorefs", {"mkdocstrings": _PYTHON}],
        {"docs/api.md": "# API\n\n::: garden.bees\n",
         "src/garden/__init__.py": "", "src/garden/bees.py": MODULE,
         "docs/blog/index.md": "# News\n\nWe [count][garden.bees.count].\n",
         "docs/blog/posts/spring.md": spring(REFERENCES)},
        {"markdown_extensions": ["attr_list"]},
    ),
    "Material's tags": Neighbour(
        "mkdocs-material", f"{_MATERIAL}/tags/", ["tags"],
        {"docs/tags.md": "# All tags\n\n<!-- material/tags -->\n",
         "docs/care.md": "---\ntags: [winter]\n---\n# Care\n"},
        theme="material", makes_tags=True,
    ),
    "Material's meta": Neighbour(
        "mkdocs-material", f"{_MATERIAL}/meta/", ["meta"],
        {"docs/.meta.yml": "description: Of bees\n", "docs/blog/posts/.meta.yml": "description: From the garden\n"},
        theme="material",
    ),
    "Material's social": Neighbour(
        "mkdocs-material", f"{_MATERIAL}/social/", ["social"], theme="material", prepare=lay_in_font
    ),
    "Material's search": Neighbour("mkdocs-material", f"{_MATERIAL}/search/", [], theme="material"),
    "search": Neighbour("mkdocs", "https://www.mkdocs.org/user-guide/configuration/#search", []),
}  # fmt: skip
"""By the names that the manual calls them. Every site has a search, the theme's."""
