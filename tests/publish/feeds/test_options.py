"""The option `feeds`: what can be written, and what is said to what cannot."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from mkdocs_iroco_blog.publish.feeds.options import FeedOption, read_feeds


def read(written: str) -> tuple[FeedOption, ...]:
    """The feeds that a piece of `mkdocs.yml` asks for."""
    feeds, problems = read_feeds(yaml.safe_load(written))
    assert problems == []
    return feeds


def refused(written: str) -> list[str]:
    """What the author is told."""
    _, problems = read_feeds(yaml.safe_load(written))
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("written", "feeds"),
    [
        ("", (FeedOption(),)),
        ("true", (FeedOption(),)),
        ("false", ()),
        ("[]", ()),
        ("[atom, json]", (FeedOption(kind="atom"), FeedOption(kind="json"))),
        ("[{}]", (FeedOption(),)),
        ("[{kind: rss, path: /feed_rss_created.xml}]", (FeedOption(kind="rss", path="/feed_rss_created.xml"),)),
        (
            "[{of: tags, limit: 50, content: excerpt, title: 'On {name}', terms: [css, 2024]}]",
            (FeedOption(of="tags", limit=50, content="excerpt", title="On {name}", terms=("css", "2024")),),
        ),
        (
            "[{of: series, terms: A lighter page, path: lighter.xml}]",
            (FeedOption(of="series", terms=("A lighter page",), path="lighter.xml"),),
        ),
        ("[{kind: atom, path: , limit: }]", (FeedOption(),)),
    ],
)
def test_feeds_are_read(written: str, feeds: tuple[FeedOption, ...]) -> None:
    assert read(written) == feeds


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("[atom]", "feed.xml"),
        ("[rss]", "rss.xml"),
        ("[json]", "feed.json"),
        ("[{of: authors}]", "{view}/feed.xml"),
        ("[{of: tags, kind: json}]", "{view}/feed.json"),
        ("[{of: tags, path: 'tags/{slug}.xml'}]", "tags/{slug}.xml"),
    ],
)
def test_every_feed_has_a_usual_place(written: str, pattern: str) -> None:
    [feed] = read(written)
    assert feed.pattern == pattern


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("5", "feeds: `5` (the option) is not a feed. Write keys with values, such as `kind: rss`."),
        (
            "{kind: rss}",
            "feeds: `{'kind': 'rss'}` (the option) is not a feed. Write keys with values, such as `kind: rss`.",
        ),
        ("[atom, [rss]]", "feeds: `['rss']` (feed 2) is not a feed. Write keys with values, such as `kind: rss`."),
        ("[xml]", "feeds: `kind` of feed 1 is `xml`. Write `atom`, `rss` or `json`."),
        ("[{kind: [rss]}]", "feeds: `kind` of feed 1 is `['rss']`. Write `atom`, `rss` or `json`."),
        ("[{of: tag}]", "feeds: `of` of feed 1 is `tag`. Write `blog`, `authors`, `categories`, `tags` or `series`."),
        ("[{content: short}]", "feeds: `content` of feed 1 is `short`. Write `full` or `excerpt`."),
        ("[{knid: rss}]", "feeds: `knid` is an unknown key in feed 1. Write `kind`."),
        (
            "[{5: rss}]",
            (
                "feeds: `5` is an unknown key in feed 1. "
                "Use `kind`, `of`, `path`, `limit`, `content`, `title` and `terms`."
            ),
        ),
        ("[{limit: 0}]", "feeds: `limit` of feed 1 is `0`. Write the number of entries, 1 or more."),
        ("[{limit: true}]", "feeds: `limit` of feed 1 is `True`. Write the number of entries, 1 or more."),
        ("[{limit: '20'}]", "feeds: `limit` of feed 1 is `20`. Write the number of entries, 1 or more."),
        ("[{title: 5}]", "feeds: `title` of feed 1 is `5`, which is not text. Put it in quotation marks."),
        (
            "[{terms: [css]}]",
            "feeds: Feed 1 has `terms`, but is a feed of the whole blog. Add `of`, such as `of: tags`.",
        ),
        ("[{of: tags, terms: []}]", "feeds: `terms` of feed 1 is `[]`. Write a list of names."),
        ("[{of: tags, terms: [{a: b}]}]", "feeds: `terms` of feed 1 is `[{'a': 'b'}]`. Write a list of names."),
        ("[{path: 5}]", "feeds: `path` of feed 1 is `5`. Write a path such as `feed.xml`."),
        ("[{path: ''}]", "feeds: `path` of feed 1 is ``, which is not a file path. Write one such as `feed.xml`."),
        ("[{path: /}]", "feeds: `path` of feed 1 is `/`, which is not a file path. Write one such as `feed.xml`."),
        (
            "[{path: feed/}]",
            "feeds: `path` of feed 1 is `feed/`, which is not a file path. Write one such as `feed.xml`.",
        ),
        (
            "[{path: ../x}]",
            "feeds: `path` of feed 1 is `../x`, which is not a file path. Write one such as `feed.xml`.",
        ),
        (
            "[{path: 'a?b'}]",
            "feeds: `path` of feed 1 is `a?b`, which is not a file path. Write one such as `feed.xml`.",
        ),
        (
            "[{path: '{view}.xml'}]",
            "feeds: `path` of feed 1 cannot contain `{view}`. Write a path such as `feed.xml`.",
        ),
        (
            "[{of: tags, path: '{tag}.xml'}]",
            "feeds: `path` of feed 1 cannot contain `{tag}`. Use `{view}`, `{slug}` or `{name}`.",
        ),
        (
            "[{of: tags, path: tags.xml}]",
            "feeds: `path` of feed 1 is the same for every term. Use `{view}`, `{slug}` or `{name}` in it.",
        ),
        (
            "[{of: tags, path: 'x/{view}.xml'}]",
            "feeds: `path` of feed 1 is `x/{view}.xml`, which is not a file path. Write one such as `feed.xml`.",
        ),
        ("[atom, atom]", "feeds: Two feeds of `blog` have the path `feed.xml`. Give one of them another `path`."),
        (
            "[{of: tags}, {of: tags, kind: rss, path: '{view}/feed.xml'}]",
            "feeds: Two feeds of `tags` have the path `{view}/feed.xml`. Give one of them another `path`.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(written: str, told: str) -> None:
    assert refused(written) == [told]


def test_everything_wrong_is_told_at_once() -> None:
    assert len(refused("[{kind: xml, of: all, limit: -1}, 5, json]")) == 4


def test_a_feed_that_is_right_is_kept_beside_one_that_is_not() -> None:
    feeds, problems = read_feeds(["xml", "json"])
    assert [feed.kind for feed in feeds] == ["json"]
    assert len(problems) == 1


def test_a_tuple_is_a_list() -> None:
    feeds: Any = ({"kind": "rss", "of": "tags", "terms": ("a", "b")},)
    assert read_feeds(feeds) == ((FeedOption(kind="rss", of="tags", terms=("a", "b")),), [])
