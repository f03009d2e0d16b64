"""Files of a Jekyll site with one address: what Jekyll writes last is built, and a message names both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built

CONFIG = "title: Garden\npermalink: /:title/\ncollections:\n  recipes:\n    output: true\n    permalink: /:name/\n"


def text(words: str, front: str) -> str:
    """A file with front matter."""
    return f"---\ntitle: {words}\n{front}\n---\n{words}.\n"


@pytest.mark.parametrize(
    ("loser", "winner", "address"),
    [
        pytest.param(
            ("_posts/2024-01-01-bees.md", "permalink: /x/"), ("_posts/2024-05-01-ants.md", "permalink: /x/"), "x",
            id="two permalinks",
        ),
        pytest.param(
            ("_posts/2024-05-01-ants.md", "permalink: /x/\ndate: 2023-01-01"),
            ("_posts/2024-01-01-bees.md", "permalink: /x/"), "x", id="dates in front matter",
        ),
        pytest.param(("_posts/2020-05-01-x.md", ""), ("_posts/2024-01-01-x.md", ""), "x", id="one name on two days"),
        pytest.param(
            ("_posts/2024-01-01-ants.md", "permalink: /x/"), ("_posts/2024-01-01-bees.md", "permalink: /x/"), "x",
            id="one day",
        ),
        pytest.param(
            ("_posts/2024-01-01-ants.md", "slug: x"), ("more/_posts/2024-01-02-x.html", ""), "x",
            id="a slug and a name",
        ),
        pytest.param(("x.md", ""), ("_posts/2024-01-01-x.md", ""), "x", id="a page and a post"),
        pytest.param(("_posts/2024-01-01-x.md", ""), ("_recipes/x.md", ""), "x", id="a post and another collection"),
        pytest.param(("a.md", "permalink: /x/"), ("b.md", "permalink: /x/"), "x", id="two pages"),
    ],
)  # fmt: skip
def test_the_file_that_jekyll_writes_last_is_built(
    build: Callable[..., Built], loser: tuple[str, str], winner: tuple[str, str], address: str
) -> None:
    files = {loser[0]: text("The first", loser[1]), winner[0]: text("The second", winner[1])}
    result = build({"_config.yml": CONFIG, **files}, {"jekyll": ".", "overviews": False})
    words = result.words(f"{address}/index.html")
    assert "The second." in words
    assert "The first." not in words
    both = [line for line in result.log.splitlines() if loser[0] in line and winner[0] in line]
    assert len(both) == 1
    assert not result.holding("The first.")


@pytest.mark.parametrize("front", ["published: false", "date: 2030-01-01"])
def test_a_post_that_is_not_shown_replaces_none(build: Callable[..., Built], front: str) -> None:
    posts = {
        "_posts/2024-01-01-bees.md": text("The first", "permalink: /x/"),
        "_posts/2024-05-01-ants.md": text("The second", f"permalink: /x/\n{front}"),
    }
    result = build({"_config.yml": CONFIG, **posts}, {"jekyll": "."})
    assert "The first." in result.words("x/index.html")


def test_a_reference_to_the_older_post_leads_to_the_address(build: Callable[..., Built]) -> None:
    posts = {
        "_posts/2024-01-01-bees.md": text("The first", "permalink: /x/"),
        "_posts/2024-05-01-ants.md": text("The second", "permalink: /x/"),
        "_posts/2024-06-01-news.md": "---\ntitle: News\n---\n[Old]({% post_url 2024-01-01-bees %})\n",
    }
    result = build({"_config.yml": CONFIG, **posts}, {"jekyll": "."})
    links = [link.attributes["href"] for link in result.page("news/index.html").css("a") if link.text() == "Old"]
    assert links == ["../x/"]
