"""The site that each neighbour is tried in: a few pages of docs, a blog of five posts, and what is right about them."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass

from tests.hosts.written import Texts, post

_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

_CODE = "```python\nhives = 11\n```\n"
_AUTHORS = "authors:\n  ada:\n    name: Ada Marsh\n    description: Keeps the bees\n  ben:\n    name: Ben\n"

BEES = """\
The hives are closed. ![A hive](../../images/hive.png) See [the guide](../../guide.md#in-winter).

<!-- more -->

## Until spring

We keep the mice out.

```python
frames = 11
```
"""
APPLES = "# The *last* apples\n\nNine crates this year, said [the bees](bees.md).\n\nThey keep until March."
MICE = "They came in by the drain.\n\n<!-- more -->\n\nThey left by it, too."
FROST = "It was cold.\n\nAnd it was colder still."
SPRING = "Everything starts again.\n\nAs ever."


def bees(body: str, title: str = "The bees are asleep") -> str:
    """The oldest post, with another text."""
    return post("2026-01-05", body, title=title, authors=["ada"], categories=["Bees"], tags=["winter"])


def spring(body: str) -> str:
    """The newest post, with another text."""
    return post("2026-10-01", body, title="Spring", authors=["ada"], categories=["Garden"])


def notebook(*cells: str) -> str:
    """A notebook of Markdown."""
    made = [{"cell_type": "markdown", "id": f"c{at}", "metadata": {}, "source": text} for at, text in enumerate(cells)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


GENERATE = """\
import mkdocs_gen_files

with mkdocs_gen_files.open({path!r}, "w") as file:
    file.write({text!r})
"""
"""A script for gen-files."""

DOCS: Texts = {
    "docs/index.md": "# Home\n\nSee [the guide](guide.md).\n",
    "docs/guide.md": f"# Guide\n\n![A hive](images/hive.png)\n\n## In winter\n\nKeep the mice out.\n\n{_CODE}",
    "docs/images/hive.png": base64.b64decode(_PIXEL),
}
BLOG: Texts = {
    "docs/blog/.authors.yml": _AUTHORS,
    "docs/blog/posts/bees.md": bees(BEES),
    "docs/blog/posts/apples.md": post("2026-02-03", APPLES, categories=["Garden"]),
    "docs/blog/posts/mice.md": post("2026-03-04", MICE, title="R&D on mice", authors=["ben", "ada"], tags=["winter"]),
    "docs/blog/posts/frost.md": post("2026-04-05", FROST, title="Frost", tags=["spring"]),
    "docs/blog/posts/spring.md": spring(SPRING),
    "docs/blog/posts/draft.md": post("2026-05-06", "A quagga.", title="Quagga", draft=True, tags=["quagga"]),
}
"""The last is a draft: no word of it may be anywhere."""
DRAFT = "quagga"


@dataclass(frozen=True)
class Written:
    """What a post's page has to say."""

    name: str
    text: str
    published: str
    authors: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


BEES_URL = "blog/2026/01/05/the-bees-are-asleep/"
SPRING_URL = "blog/2026/10/01/spring/"
MICE_URL = "blog/2026/03/04/rd-on-mice/"
POSTS: Mapping[str, Written] = {
    SPRING_URL: Written("Spring", "", "2026-10-01", ("Ada Marsh",), ("Garden",)),
    "blog/2026/04/05/frost/": Written("Frost", "colder still", "2026-04-05", (), ("spring",)),
    MICE_URL: Written("R&D on mice", "left by it", "2026-03-04", ("Ben", "Ada Marsh"), ("winter",)),
    "blog/2026/02/03/the-last-apples/": Written("The last apples", "until March", "2026-02-03", (), ("Garden",)),
    BEES_URL: Written("The bees are asleep", "", "2026-01-05", ("Ada Marsh",), ("Bees", "winter")),
}  # fmt: skip
"""By address. Neighbours give the newest and the oldest post other texts."""
_NAMES = [written.name for written in POSTS.values()]
LISTS: Mapping[str, list[str]] = {
    "blog/": _NAMES[:3],
    "blog/page/2/": _NAMES[3:],
    "blog/archive/2026/": _NAMES[:3],
    "blog/archive/2026/page/2/": _NAMES[3:],
    "blog/category/garden/": ["Spring", "The last apples"],
    "blog/category/bees/": ["The bees are asleep"],
    "blog/author/ada/": ["Spring", "R&D on mice", "The bees are asleep"],
    "blog/author/ben/": ["R&D on mice"],
    "blog/tag/winter/": ["R&D on mice", "The bees are asleep"],
    "blog/tag/spring/": ["Frost"],
}
"""The names that each list shows."""
OVERVIEWS = ("blog/archive/", "blog/authors/", "blog/categories/", "blog/tags/")
OF_TAGS = ("blog/tag/winter/", "blog/tag/spring/", "blog/tags/")
OPTIONS = {"pagination_per_page": 3}
