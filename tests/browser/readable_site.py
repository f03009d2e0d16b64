"""A site with every kind of page that the blog makes, on any theme: what the tests of its looks build."""

from __future__ import annotations

import logging
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.hosts.built import shut_down
from tests.hosts.written import MATERIAL, epoch, post, theme_name, write

NOW = "2026-11-01"
SCHEMES = [
    {"media": f"(prefers-color-scheme: {media})", "scheme": scheme, "toggle": {"icon": "material/eye", "name": media}}
    for media, scheme in (("light", "default"), ("dark", "slate"))
]
THEMES: dict[str, dict[str, Any]] = {
    "material": {"name": MATERIAL, "font": False, "palette": SCHEMES},
    "mkdocs": {"name": "mkdocs", "color_mode": "auto", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
    "shadcn": {"name": "shadcn"},
    "terminal": {"name": "terminal", "palette": "default"},
    "terminal-dark": {"name": "terminal", "palette": "dark"},
    "dracula": {"name": "dracula"},
    "flatly": {"name": "flatly", "highlightjs": False},
}
"""The settings of each theme. `material` is MaterialX where that is installed."""
FEW = ("material", "mkdocs", "readthedocs", "shadcn")
"""The themes that every run of the tests looks at."""
DARK = ("material", "mkdocs", "shadcn")
"""The themes that follow the reader's choice of light or dark."""

POST = "blog/2026/10/20/a-table-and-a-picture/"
PAGES = {
    "post": POST,
    "plain": "blog/2026/09/20/walls/",
    "pinned": "blog/2026/01/05/apples/",
    "unlisted": "blog/2026/02/05/for-friends/",
    "index": "blog/",
    "page2": "blog/page/2/",
    "titles": "log/",
    "cards": "gallery/",
    "empty": "later/",
    "tag": "blog/tag/bees/",
    "category": "blog/category/garden/",
    "series": "blog/series/a-wall/",
    "author": "blog/author/ada/",
    "year": "blog/archive/2026/",
    "tags": "blog/tags/",
    "categories": "blog/categories/",
    "all-series": "blog/series/",
    "authors": "blog/authors/",
    "archive": "blog/archive/",
    "inserts": "news/",
    "mentions": "hive/",
}
"""The kinds of pages, with an address of each."""
PLAIN = "guide/"
"""A page of the docs with the text of the post: all that is wrong with it is the theme's."""

NEWS = """\
# News

What is new, in the garden and beyond. See the [guide](guide.md).

## In cards

<!-- iroco-blog/posts { blog: gallery, limit: 4, style: cards, all: true } -->

## With a few lines

<!-- iroco-blog/posts { limit: 3, style: excerpts, category: [Garden, Build], all: Everything from the garden } -->

## By title

- Releases, in a list:

    <!-- iroco-blog/posts { blog: log, style: titles, limit: 3 } -->

- And nothing: <!-- iroco-blog/posts { blog: later, empty: Nothing yet } -->

## By subject

<!-- iroco-blog/terms { kind: tags } -->

<!-- iroco-blog/series { name: A wall } -->
"""
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+P+/HgAFhAJ/wlseKgAAAABJRU5ErkJggg==")
AUTHORS = """\
authors:
  ada:
    name: Ada Marsh
    description: Keeps bees, and writes about walls
    avatar: images/ada.png
    url: https://ada.example/
    fediverse: "@ada@social.example"
    links:
      - https://social.example/@ada
      - https://code.example/ada
  ben:
    name: Ben Okoro
    description: Apples, cider, accounts
    avatar: images/ben.png
  cleo:
    name: Cleo Winter
"""
BODY = """\
They sleep from November to March, and eat what they have. See the [guide](../../guide.md), or
[others' bees](https://bees.example/).[^1]

<!-- more -->

## In winter

| Month | Food in kilos | Temperature at the top of the hive | Temperature in the garden | What we did on that day |
| ----- | ------------- | ---------------------------------- | ------------------------- | ----------------------- |
| January | 1.25 | 18 | -2 | Listened at the wall, and left |
| February | 1.75 | 21 | 4 | Listened-at-the-wall-for-a-whole-afternoon |

!!! note
    Nobody opens a hive in the cold.

### What they eat

1. Honey, with `sugar` where there is none:
    - in a box,
    - or in a bag.
2. Nothing else.

```python
for month in ("November", "December", "January", "February", "March"):  # a line that is too long for a phone
    print(month, food[month])
```

## In spring

> Count them when the first ones fly.

![A hive](hive.png)

Word
:   What it means.

Press ++ctrl+c++, and ~~nothing~~ ==something== else.

[^1]: They have more of them, and a field of their own.
"""


def texts() -> dict[str, str | bytes]:
    """Every file of the site."""
    pictures = {f"docs/{path}.png": PICTURE for path in ("images/ada", "images/ben", "hive", "blog/posts/hive")}
    guide = BODY.replace("../../guide.md", "index.md").replace("<!-- more -->", "")
    posts = {
        "bees": post("2026-10-20", BODY, title="A table and a picture, and a title that goes on for more than a line",
                     slug="a-table-and-a-picture", updated="2026-10-28", authors=["ada", "ben"], pin=False,
                     categories=["Garden", "Kitchen"], tags=["bees", "winter", "honey"], series="A wall",
                     description="How bees spend the winter, month by month, with all that they eat.",
                     image={"path": "hive.png", "alt": "A hive in the snow"}, links=["guide.md"], comments=True),
        "walls": post("2026-09-20", "Two hands.\n\n## Stones\n\nMany.\n\n## Sand\n\nSome.", title="Walls",
                      authors=["ben"], categories=["Build"], tags=["bees"], series="A wall"),
        "apples": post("2026-01-05", "Nine crates, by the [walls](walls.md).", title="Apples", pin=True,
                       authors=["cleo"], categories=["Garden"]),
        "friends": post("2026-02-05", "Only for you.", title="For friends", unlisted=True, tags=["bees"]),
        **{f"day{n}": post(f"202{n % 3 + 4}-0{n}-11", f"Day {n}.\n\n<!-- more -->\n\n[The hive](../../hive.md).",
                           title=f"Notes of day {n}", authors=["ada"], categories=["Garden"],
                           tags=["bees", "notes"]) for n in range(1, 8)},
    }  # fmt: skip
    hive = {"image": {"path": "/hive.png", "alt": "A hive"}}
    gallery = {
        "a": post("2026-08-02", "Short.", title="Pollen", categories=["Garden"], authors=["ada", "cleo"], **hive),
        "b": post("2026-07-02", "Many words. " * 20, title="How to move a hive by less than three feet, and why not",
                  categories=["Garden", "Kitchen", "Build"], authors=["ben"]),
        "c": post("2026-06-02", title="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"),
        "d": post("2026-05-02", "蜂は冬を越す。" * 9, title="養蜂家が冬に読む本と春の仕事", lang="ja", **hive),
        "e": post("2026-04-02", "Wax.", title="Wax", pin=True, authors=["cleo"], draft=False),
        "f": post("2026-03-02", "https://bees.example/a/" + "long" * 30, title="An address", categories=["Build"]),
    }  # fmt: skip
    releases = {f"{n}.md": post(f"2026-0{n}-02", "Done.", title=f"Release {n}", tags=["cli"]) for n in range(1, 5)}
    return {
        "docs/index.md": "# Home\n\nWelcome.\n",
        "docs/guide.md": f"---\nhide: [mentions]\n---\n\n# Guide\n\n{guide}",
        "docs/hive.md": "# The hive\n\nBy the wall.\n\n## Its roof\n\n### A stone on it\n\nAgainst the wind.\n",
        "docs/news.md": NEWS,
        "docs/blog/index.md": "# Blog\n\nWhat we saw, and what we think of it.\n",
        "docs/blog/series/a-wall.md": "---\nplanned: [The coping]\n---\n\n# A wall\n\nFrom the ground up.\n",
        "docs/blog/.authors.yml": AUTHORS,
        **{f"docs/blog/posts/{name}.md": text for name, text in posts.items()},
        **{f"docs/log/posts/{name}": text for name, text in releases.items()},
        **{f"docs/gallery/posts/{name}.md": text for name, text in gallery.items()},
        **pictures,
    }


def write_site(root: Path, theme: str) -> None:
    """Write the site's files."""
    write(root, texts())
    blogs = [
        {"pagination_per_page": 3, "feeds": ["atom", "rss", "json", {"of": "tags"}], "mentions": True},
        {"blog_dir": "log", "view_style": "titles"},
        {"blog_dir": "later"},
        {"blog_dir": "gallery", "view_style": "cards", "authors_file": "blog/.authors.yml"},
    ]
    extensions: list[Any] = [
        "admonition", "attr_list", "def_list", "footnotes", "tables", {"toc": {"permalink": True}},
        "pymdownx.highlight", "pymdownx.superfences", "pymdownx.keys", "pymdownx.tilde", "pymdownx.mark",
    ]  # fmt: skip
    values = {
        "site_name": "Garden", "site_url": "https://garden.example/", "site_description": "A garden and its people.",
        "theme": {**THEMES[theme], "name": theme_name(THEMES[theme]["name"])},
        "nav": [{"Home": "index.md"}, {"Guide": "guide.md"}],
        "markdown_extensions": extensions, "plugins": ["search", *({"iroco-blog": options} for options in blogs)],
    }  # fmt: skip
    (root / "mkdocs.yml").write_text(yaml.safe_dump(values, sort_keys=False), encoding="utf-8")


def build_site(root: Path, theme: str) -> Path:
    """Write and build the site; the folder that it is built into."""
    write_site(root, theme)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NO_MKDOCS_2_WARNING", "1")
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        shut_down()
    return root / "site"
