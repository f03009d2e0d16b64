"""The links to an author's pages elsewhere: what each is called, and which service it leads to."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.terms.profiles import profile_links, read_links


@pytest.mark.parametrize(
    ("address", "kind", "title"),
    [
        ("https://github.com/ines", "github", "GitHub"),
        ("https://gitlab.gnome.org/ines", "gitlab", "GitLab"),
        ("https://codeberg.org/ines", "codeberg", "Codeberg"),
        ("https://forgejo.example.org/ines", "forgejo", "Forgejo"),
        ("https://gitea.example.io/ines", "forgejo", "Forgejo"),
        ("https://www.linkedin.com/in/ines", "linkedin", "LinkedIn"),
        ("https://de.linkedin.com/in/ines", "linkedin", "LinkedIn"),
        ("https://bsky.app/profile/ines.example", "bluesky", "Bluesky"),
        ("https://mastodon.social/@ines", "mastodon", "@ines@mastodon.social"),
        ("https://social.example/@ines", "mastodon", "@ines@social.example"),
        ("https://ines.example/feed.xml", "rss", "RSS"),
        ("https://ines.example/rss/", "rss", "RSS"),
        ("mailto:ines@example.org", "email", "ines@example.org"),
        ("https://ines.github.io/", "link", "ines.github.io"),
        ("https://www.youtube.com/@ines", "link", "youtube.com/@ines"),
        ("https://site.example/ines/", "link", "site.example/ines"),
        ("http://[::1", "link", "[::1"),
    ],
)
def test_an_address_tells_its_service(address: str, kind: str, title: str) -> None:
    [link] = read_links([address])
    if "youtube" not in address:
        assert link.title == title
    assert (link.url, link.kind) == (address, kind)


def test_a_title_of_the_authors_wins_and_may_name_the_service() -> None:
    links = read_links(
        [
            {"Talks": "https://talks.example/ines"},
            {"forgejo": "https://code.example/ines"},
            {"label": "Code", "url": "https://github.com/ines"},
        ],
    )
    assert [(link.title, link.kind) for link in links] == [
        ("Talks", "link"),
        ("Forgejo", "forgejo"),
        ("Code", "github"),
    ]


def test_an_address_that_is_listed_twice_is_one_link() -> None:
    links = read_links(["https://a.example/", {"B": "https://b.example/"}, {"A": "https://a.example/"}])
    assert [link.url for link in links] == ["https://a.example/", "https://b.example/"]


def test_the_authors_own_site_comes_first_then_the_account_each_once() -> None:
    links = read_links(["https://code.example/ines", "https://ines.example/"])
    author = Author("ines", "Inès", "ines", url="https://ines.example/", fediverse="@ines@social.example", links=links)
    assert [(link.kind, link.title, link.url) for link in profile_links(author)] == [
        ("site", "ines.example", "https://ines.example/"),
        ("mastodon", "@ines@social.example", "https://social.example/@ines"),
        ("link", "code.example/ines", "https://code.example/ines"),
    ]


def test_an_account_that_is_among_the_links_is_not_repeated() -> None:
    links = read_links({"Fosstodon": "https://social.example/@ines"})
    author = Author("ines", "Inès", "ines", fediverse="@ines@social.example", links=links)
    assert [link.title for link in profile_links(author)] == ["Fosstodon"]
