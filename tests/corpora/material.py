"""Blogs written for Material's plugin."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import feedparser

from .build import OUT, CheckError, build, minimum, run
from .reading import folded

FLOORS = {
    "material-material": {"url": 100, "entry": 100, "date": 100, "title": 100, "text": 100},
    "material-instructor": {"url": 100, "entry": 100, "date": 100, "title": 100, "text": 100},
}
"""Percent."""
RSS_PATH = "feed_rss_created.xml"
"""Where the plugin rss writes its feed."""
RSS = f":\n      feeds: [{{kind: rss, path: /{RSS_PATH}, limit: 100}}]"
MISSING_FILE = "IB508"
"""The blogs lie here without the documentation that `links` of their posts name."""
LOST_THERE = 1
"""Material's plugin loses the first of two posts with one date and title, so that the plugin rss has it not."""
OTHERWISE_TITLED = 1
"""The page of one post is headed otherwise than its front matter names it; plugin rss takes the latter, too."""


def material_blogs(shared: Path) -> None:
    """A Material blog keeps every address with one word of its configuration changed, with or without `tags`."""
    for name, floors in FLOORS.items():
        for tags in (True, False):
            corpus, site = shared / "corpora" / name, OUT / (name if tags else f"{name}-untagged")
            place(corpus, site, "" if tags else "tags")
            build(site, without=MISSING_FILE)
            command = (shared / "tools" / "dropin.py", site / "site", corpus / "oracle.json", "--show", "12")
            print(site.name, run(*command, *minimum(floors)), sep="\n", end="")


def material_feed(shared: Path) -> None:
    """Who follows a Material blog by the plugin rss sees no post again: ids and titles are what that plugin writes."""
    corpus, site = shared / "corpora" / "material-instructor", OUT / "material-instructor-feed"
    place(corpus, site, "", RSS)
    build(site)
    feed = feedparser.parse((site / "site" / RSS_PATH).read_bytes())
    written = {entry.id: folded(entry.title) for entry in feed.entries}
    posts = json.loads((corpus / "oracle.json").read_text(encoding="utf-8"))["posts"]
    known = {f"https://example.org{post['url']}": folded(unescape(post["title"])) for post in posts}
    same = sum(written.get(name) == title for name, title in known.items())
    print(f"{len(written)} entries, {len(known.keys() & written.keys())} of {len(known)} ids, {same} titles")
    dates = [entry.published_parsed for entry in feed.entries]
    if feed.bozo or not known.keys() <= written.keys() or dates != sorted(dates, reverse=True):
        raise CheckError("\n".join(["The feed is not what it was:", *(known.keys() - written.keys())]))
    if len(written) != len(known) + LOST_THERE or same < len(known) - OTHERWISE_TITLED:
        raise CheckError("The feed has other entries, or other titles.")


def place(corpus: Path, site: Path, without: str, options: str = "") -> None:
    """Write a Material blog with one word of its configuration changed, `without` a plugin, with `options` of ours."""
    shutil.copytree(corpus / "docs", site / "docs")
    config = (corpus / "mkdocs-material.yml").read_text(encoding="utf-8")
    changed, places = re.subn(r"^  - blog$", f"  - iroco-blog{options}", config, flags=re.MULTILINE)
    if places != 1:
        raise CheckError(f"{corpus.name}: the plugin is named {places} times, not once")
    (site / "mkdocs.yml").write_text(changed.replace(f"\n  - {without}\n", "\n"), encoding="utf-8")
