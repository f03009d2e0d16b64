"""Sites whose posts, files and settings are hostile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import Any

import yaml

from tests.hostile.values import PICKED, all_values

VALUES = all_values()
START = datetime(2020, 1, 1, tzinfo=UTC)
SINGLE = (
    "title", "description", "excerpt", "summary", "categories", "category", "tags", "series", "authors", "author",
    "image", "links", "slug", "permalink", "url", "aliases", "redirect_from", "redirect_to", "canonical_url", "guid",
    "robots", "lang", "layout", "hide", "icon", "status", "social", "search", "template", "comments", "date",
    "updated", "draft", "pin", "unlisted", "readtime", "password", "pwn", "series_order",
    "applies_to", "superseded_by", "review_by",
)  # fmt: skip
"""Keys that are tried one at a time."""


def text_fields(value: str) -> dict[str, Any]:
    """Return front matter with a value in every field that takes text."""
    return {
        "title": value, "description": value, "excerpt": value, "summary": value, "subtitle": value,
        "categories": [value], "tags": [value], "image": {"path": value, "alt": value},
        "series": {"name": value, "part": value, value: value}, "series_order": value,
        "authors": [{"name": value, "url": value, "avatar": value, "email": value, "description": value}],
        "links": [{value: "index.md"}, {"Link": value}, {value: [{value: value}]}],
        "guid": value, "lang": value, "robots": value, "canonical_url": value, "hide": [value], "pwn": value,
        "applies_to": value, "superseded_by": value, "review_by": value,
    }  # fmt: skip


def author_fields(value: str) -> dict[str, Any]:
    """Return an author with a value in every field."""
    return {"name": value or "x", "description": value, "url": value, "avatar": value, "email": value, "links": [value]}


def post(marker: str, front: Mapping[str, Any], number: int) -> bytes:
    """Return a post's file. Its text holds a marker, by which its page is known."""
    fields = {"date": START + timedelta(hours=number), **front}
    dumped = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    return f"---\n{dumped}---\nThe text of {marker}.\n".encode()


def hostile_posts() -> dict[str, bytes]:
    """Return every post by its path below the folder of posts; the name of each file is in its text."""
    posts = {}
    for number, value in enumerate(VALUES):
        front = text_fields(value)
        front["authors"].append(f"a{number}")
        posts[f"2020-01-01-all{number:03}.md"] = post(f"all{number:03}", front, number)
    for key_number, key in enumerate(SINGLE):
        for number, value in enumerate(PICKED):
            name = f"k{key_number:02}v{number:02}"
            posts[f"2020-01-01-{name}.md"] = post(name, {"title": name, key: value}, 1000 + 30 * key_number + number)
    for number, value in enumerate(file_names()):
        name = f"f{number:03}"
        posts[f"2020-01-01-{value}{name}.md"] = post(name, {"title": name, "date": START}, 3000 + number)
    return posts


def file_names() -> Iterator[str]:
    """Yield every value that can be a part of a file's name."""
    for value in VALUES:
        if "/" not in value and "\0" not in value and len(value.encode()) <= 200:
            yield value


def docs_site() -> dict[str, bytes]:
    """Return a site with a blog among its pages."""
    authors = {f"a{number}": author_fields(value) for number, value in enumerate(VALUES)}
    authors |= {value: author_fields(value) for value in PICKED}
    files = {f"docs/blog/posts/{path}": text for path, text in hostile_posts().items()}
    files["docs/index.md"] = b"# Home\n\nWelcome.\n"
    files["docs/blog/.authors.yml"] = dump({"authors": authors})
    for number, value in enumerate(PICKED):
        files[f"docs/blog/posts/m{number:02}/.meta.yml"] = dump(text_fields(value))
        files[f"docs/blog/posts/m{number:02}/2020-01-01-m{number:02}.md"] = post(f"m{number:02}", {}, 5000 + number)
    return files


def jekyll_site(values: Sequence[str], posts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a Jekyll site whose `_config.yml` holds the values in turn."""
    keys = (
        "title",
        "description",
        "tagline",
        "lang",
        "timezone",
        "email",
        "twitter_username",
        "logo",
        "google_analytics",
    )
    taken = cycle(values)
    config: dict[str, Any] = {key: next(taken) for key in keys}
    config["author"] = {key: next(taken) for key in ("name", "email", "url", "uri", "twitter", "picture")}
    config["social"] = {"name": next(taken), "links": [next(taken), next(taken)]}
    config["defaults"] = [{"scope": {"path": ""}, "values": {"image": next(taken), "author": next(taken)}}]
    config["exclude"], config["include"] = [next(taken)], [next(taken)]
    files = {f"_posts/{path}": text for path, text in posts.items()}
    return files | {
        "_config.yml": dump({"url": "https://example.org", **config}),
        "index.html": b"---\n---\n<p>Home</p>\n",
    }


def hostile_config(value: str) -> dict[str, bytes]:
    """Return a small Jekyll site with a value in every key of `_config.yml`, addresses included."""
    files = jekyll_site([value], {"2020-01-01-good.md": post("good", {"title": "Good"}, 0)})
    config = yaml.safe_load(files["_config.yml"])
    config |= {"permalink": value, "paginate_path": value, "category_dir": value, "tag_dir": value, "baseurl": value}
    config["collections"] = {"pages": {"output": True, "permalink": value}}
    config["jekyll-archives"] = {"enabled": "all", "permalinks": {"tag": value, "category": value}}
    config["feed"] = {"path": value}
    return files | {"_config.yml": dump({**config, "url": value, "plugins": ["jekyll-archives", "jekyll-feed"]})}


def dump(value: Any) -> bytes:
    """Write YAML."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode()
