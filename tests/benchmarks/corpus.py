"""Posts to measure with: the same in every run, for every engine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_WORDS = [
    "anchor", "basin", "cable", "delta", "ember", "field", "grain", "harbour", "island", "joint", "kettle",
    "ladder", "meadow", "needle", "orbit", "pillar", "quarry", "ridge", "signal", "timber", "vessel", "window",
    "yarn", "bridge", "copper", "dial", "engine", "frame", "gravel", "hinge", "ink", "jar", "knot", "lamp",
    "mirror",
]  # fmt: skip
_CATEGORIES = [f"Field {number}" for number in range(12)]
_TAGS = [f"note-{number}" for number in range(60)]
_AUTHORS = [f"writer{number}" for number in range(8)]
_CODE = "```python\ndef total(values):\n    return sum(value * 2 for value in values)\n```"


def posts(number: int) -> Iterator[tuple[str, str]]:
    """File names and texts: some 800 words each, with lists, links, a table and highlighted code."""
    chance = random.Random(20)  # noqa: S311 - the same texts in every run
    for at in range(number):
        day = date(2011, 1, 1) + timedelta(days=at * 5400 // number)
        title = f"Note {at} on {chance.choice(_WORDS)} and {chance.choice(_WORDS)}"
        front = [
            f"date: {day}", f"title: {title}", f"slug: note-{at:05}", f"authors: [{chance.choice(_AUTHORS)}]",
            f"categories: [{', '.join(chance.sample(_CATEGORIES, chance.randint(1, 2)))}]",
            f"tags: [{', '.join(chance.sample(_TAGS, chance.randint(1, 4)))}]",
        ]  # fmt: skip
        yield f"{day}-note-{at:05}.md", "\n".join(["---", *front, "---", "", f"# {title}", "", *_body(chance)])


def address(stem: str, *, dated: bool) -> str:
    """Where a post's page is, from the name of its file; `dated` as blogs have it, else as the host has any page."""
    day, slug = stem[:10], stem[11:]
    return f"/blog/{day.replace('-', '/')}/{slug}/" if dated else f"/blog/posts/{stem}/"


def authors_file() -> str:
    """The authors, as Material's plugin and ours read them."""
    people = (
        f"  {key}:\n    name: {key.title()}\n    description: Writes\n    avatar: https://example.org/{key}.png\n"
        for key in _AUTHORS
    )
    return "authors:\n" + "".join(people)


def write(folder: Path, number: int, config: str) -> None:
    """A site of a home page and a blog; `config` is its `mkdocs.yml`."""
    blog = folder / "docs/blog"
    (blog / "posts").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n\nA site.\n", encoding="utf-8")
    (blog / "index.md").write_text("# Blog\n", encoding="utf-8")
    (blog / ".authors.yml").write_text(authors_file(), encoding="utf-8")
    for name, text in posts(number):
        (blog / "posts" / name).write_text(text, encoding="utf-8")


def _body(chance: random.Random) -> Iterator[str]:
    yield from (_paragraph(chance), "", "<!-- more -->", "")
    for _ in range(4):
        yield from (f"## {_sentence(chance)[:-1]}", "", _paragraph(chance), "")
        yield from (f"- {_sentence(chance)}" for _ in range(5))
        yield from ("", f"A [link](https://example.org/{chance.randint(1, 999)}) and *stress*.", "")
    yield from (_CODE, "", "| what | how many |", "| --- | --- |")
    yield from (f"| {chance.choice(_WORDS)} | {chance.randint(1, 99)} |" for _ in range(4))


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(8, 18))).capitalize() + "."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(3, 6)))
