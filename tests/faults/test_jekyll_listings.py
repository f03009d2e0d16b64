"""Pages of a Jekyll site that list posts: which give way to the blog's lists, and which stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built

Build = Callable[..., Built]
POSTS = {
    f"_posts/2024-01-0{day}-bee-{day}.md": f"---\ntitle: Bee {day}\ncategories: Garden\ntags: bees\n---\nBuzz {day}.\n"
    for day in range(1, 7)
}
LATEST = "{% for post in site.posts limit:4 %}<li><a href='{{ post.url }}'>{{ post.title }}</a></li>{% endfor %}"
EACH = LATEST.replace(" limit:4", "")
HERO = "<section class='hero'><h1>Grow with us</h1><p>Tools for all.</p><img src='/hero.jpg' alt=''></section>"
FEATURES = "{% for f in include.data %}<div><h3>{{ f.title }}</h3><p>{{ f.text }}</p></div>{% endfor %}"
DATA = "- {title: Fast, text: It is quick.}\n- {title: Small, text: It fits.}\n"
ROW = "feature_row: [{title: Sharp, image_path: /hero.jpg, alt: A, excerpt: It cuts.}]\n"
LANDING = {
    "_includes/hero.html": HERO,
    "_includes/features.html": FEATURES,
    "_data/features.yml": DATA,
    "_includes/landing.html": f"{HERO}\n<ul>{LATEST}</ul>",
    "_includes/few.md": "We grow things.",
    "hero.jpg": "x",
}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "{% include hero.html %}\n{% include features.html data=site.data.features %}\n" + LATEST,
            ["Grow with us", "Tools for all.", "Fast", "It fits.", "Bee 6", "Bee 3"],
        ),
        (EACH + "\n{% include features.html data=site.data.features %}", ["It is quick.", "It fits.", "Bee 1"]),
        ("{% include feature_row %}" + LATEST, ["Sharp", "Bee 6"]),
        ("{% include few.md %}\n" + LATEST, ["We grow things.", "Bee 6"]),
        ("{% include landing.html %}", ["Grow with us", "Tools for all.", "Bee 6"]),
        (HERO + LATEST, ["Grow with us", "Tools for all.", "Bee 6"]),
        (
            "{% for f in site.data.features %}<h3>{{ f.title }}</h3><p>{{ f.text }}</p>{% endfor %}" + LATEST,
            ["Fast", "It fits.", "Bee 6"],
        ),
        (LATEST + "<p>Come.</p><p>See us.</p><p>We bloom.</p>", ["Come.", "See us.", "We bloom.", "Bee 6"]),
    ],
)
def test_a_landing_page_keeps_what_it_shows_besides_posts(build_jekyll: Build, body: str, words: list[str]) -> None:
    built = build_jekyll({**POSTS, **LANDING, "index.html": f"---\n{ROW}---\n{body}\n"})
    assert built.code == 0, built.log
    for text in words:
        assert text in built.words("index.html"), text
    lists = {"index.html", "blog/index.html"} & built.paths
    assert any("Bee 1" in built.words(path) for path in lists)


def test_a_paginated_page_keeps_its_hero_above_our_list(build_jekyll: Build) -> None:
    body = "{% include hero.html %}{% for post in paginator.posts %}{{ post.title }}{% endfor %}"
    config = "title: Garden\nurl: https://example.org\nplugins: [jekyll-paginate]\npaginate: 2\n"
    built = build_jekyll({**POSTS, **LANDING, "_config.yml": config, "index.html": f"---\n---\n{body}\n"})
    words = built.words("index.html")
    assert "Tools for all." in words
    assert "Bee 6" in words
    assert "Bee 4" in built.words("page2/index.html")


def test_pages_that_give_way_are_named_in_one_message(build_jekyll: Build) -> None:
    pages = {
        "index.html": f"---\n---\n<h1>Posts</h1><ul>{EACH}</ul>\n",
        "archive.md": f"---\ntitle: All of it\n---\n{EACH}\n",
        "tags.md": "---\nlayout: tags\n---\n",
        "landing.html": f"---\n---\n{HERO}{LATEST}\n",
    }
    built = build_jekyll({**POSTS, **pages})
    naming = [line for line in built.lines if "archive.md" in line]
    assert len(naming) == 1
    assert "index.html" in naming[0]
    assert "tags.md" in naming[0]
    assert "landing.html" not in naming[0]


CHIRPY = """\
title: Garden
url: https://example.org
{theme}
paginate: 2
collections:
  tabs: {{output: true, sort_by: order}}
defaults:
  - scope: {{path: "", type: posts}}
    values: {{layout: post, permalink: "/posts/:title/"}}
  - scope: {{path: "", type: tabs}}
    values: {{layout: page, permalink: "/:title/"}}
jekyll-archives:
  enabled: [categories, tags]
  permalinks: {{tag: "/tags/:name/", category: "/categories/:name/"}}
"""
TABS = {
    "index.html": "---\nlayout: home\n---\n",
    **{
        f"_tabs/{name}.md": f"---\nlayout: {name}\nicon: fas fa-tags\norder: {number}\n---\n"
        for number, name in enumerate(("categories", "tags", "archives"))
    },
    "_tabs/about.md": "---\nicon: fas fa-info\n---\nWho we are.\n",
}
LOCK = """\
GEM
  remote: https://rubygems.org/
  specs:
    addressable (2.8.7)
      public_suffix (>= 2.0.2, < 7.0)
    my-theme (1.0)
      jekyll (~> 4.3)
      jekyll-archives (~> 2.2)
      jekyll-paginate (~> 1.1)
    other (1.0)
      jekyll-feed (~> 0.1)

DEPENDENCIES
  my-theme
"""


@pytest.mark.parametrize(
    ("theme", "files"),
    [
        ("theme: jekyll-theme-chirpy", {}),
        ("theme: my-theme", {"Gemfile.lock": LOCK}),
        ("plugins: [jekyll-archives, jekyll-paginate]", {}),
    ],
    ids=["chirpy", "Gemfile.lock", "plugins"],
)
def test_tabs_without_text_are_our_lists_and_the_plugins_of_a_theme_count(
    build_jekyll: Build, theme: str, files: dict[str, str]
) -> None:
    built = build_jekyll({**POSTS, **TABS, **files, "_config.yml": CHIRPY.format(theme=theme)})
    assert built.code == 0, built.log
    assert "Garden" in built.words("categories/index.html", "main, [role=main], .col-md-9")
    assert "bees" in built.words("tags/index.html")
    assert "2024" in built.words("archives/index.html")
    assert "Bee 3" in built.words("categories/garden/index.html")
    assert "Bee 3" in built.words("tags/bees/index.html")
    assert "Bee 4" in built.words("page2/index.html")
    assert "Bee 4" not in built.words("index.html")
    assert "Who we are." in built.words("about/index.html")


def test_the_plugins_of_a_remote_theme_do_not_count(build_jekyll: Build) -> None:
    config = CHIRPY.format(theme="remote_theme: jekyll-theme-chirpy")
    built = build_jekyll({**POSTS, **TABS, "_config.yml": config})
    assert "categories/garden/index.html" not in built.paths
    assert "category/garden/index.html" in built.paths
