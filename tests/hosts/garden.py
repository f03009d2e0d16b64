"""A blog with feeds to read: what tests of them build."""

from __future__ import annotations

from tests.hosts.written import post

PICTURE = b"\x89PNG, more or less"
AUTHORS = "authors:\n  ada:\n    name: Ada Marsh\n    url: https://ada.example/\n  ben:\n    name: Ben Okoro\n"
GARDEN = {
    "docs/guide.md": "# Guide\n\n## In winter\n\nWait.\n",
    "docs/blog/.authors.yml": AUTHORS,
    "docs/blog/posts/bees.md": post(
        "2026-03-01 10:00:00 +0100", updated="2026-03-05", title="Bees & “honey” <3", slug="bees",
        authors=["ada", "ben"], categories=["Garden"], tags=["bees"], image={"path": "hive.png", "alt": "A hive"},
        body="They *sleep*.\n\n<!-- more -->\n\nSee the [guide](../../guide.md#in-winter) ![hive](hive.png).\n",
    ),
    "docs/blog/posts/hive.png": PICTURE,
    "docs/blog/posts/apples.md": post("2025-10-04", title="Apples", categories=["Garden", "Kitchen"], tags=["cider"],
                                      pin=True, authors=["ben"], body="Nine crates."),
    "docs/blog/posts/walls.md": post("2025-11-11", title="Walls", series="Build", body="Two hands."),
}  # fmt: skip
NEWEST_FIRST = ["Bees & “honey” <3", "Walls", "Apples"]
ALL = ["atom", {"kind": "rss"}, {"kind": "json"}]
FILES = ("blog/feed.xml", "blog/rss.xml", "blog/feed.json")
BEES = "https://example.org/blog/2026/03/01/bees/"
