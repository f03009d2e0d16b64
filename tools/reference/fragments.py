"""The fragments, from the comments that open them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from . import markdown

TOPICS = {
    "A post's page": ("post", "post_header", "notice", "figure", "series", "toc", "post_footer"),
    "Below a post's text": ("author", "links", "post_links", "mentions"),
    "Empty until you write them": ("before_list", "after_post", "newsletter", "comments"),
    "A post in a list": ("entry", "title", "card"),
    "Lists": ("view", "browse", "author_page", "author_links", "pager", "empty"),
    "Overviews": ("overview", "terms", "years", "calendar"),
    "Parts of several pages": ("meta", "applies_to", "picture", "parts", "translations", "follow", "feed", "head"),
    "Lists on any page": ("insert_posts", "insert_terms", "insert_series", "insert_end"),
}
"""The fragments by topic, without `.html`."""
_INCLUDES = "Includes of Jekyll's themes"
_FACTS = ("Gets:", "Includes:", "Blocks:")


def entries(_: str) -> str:
    """Return a table of the fragments by topic, and a section for each."""
    comments = dict(headers())
    topics = {topic: [f"{name}.html" for name in names] for topic, names in TOPICS.items()}
    topics[_INCLUDES] = [name for name in comments if name.startswith("include/")]
    order = [name for names in topics.values() for name in names]
    assert sorted(order) == sorted(comments), f"Correct these in TOPICS: {set(order) ^ set(comments)}"
    table = markdown.table(["Topic", "Fragments"], [(topic, _links(names)) for topic, names in topics.items()])
    return "\n\n".join([table, *(_entry(name, comments[name]) for name in order)])


def _links(names: Iterable[str]) -> str:
    return ", ".join(f"[`{name}`](#{re.sub('[./]', '', name)})" for name in names)


def headers() -> Iterator[tuple[str, list[str]]]:
    """Yield each fragment's name, with the lines of its opening comment."""
    folder = resources.files("mkdocs_iroco_blog.layout") / "templates" / "iroco_blog"
    yield from _headers(folder, "")


def _headers(folder: Traversable, above: str) -> Iterator[tuple[str, list[str]]]:
    for file in sorted(folder.iterdir(), key=lambda file: (file.is_dir(), file.name)):
        name = above + file.name
        if file.is_dir():
            yield from _headers(file, f"{name}/")
        elif name.endswith(".html"):
            comment = re.match(r"\{#-(.*?)-#\}", file.read_text(encoding="utf-8"), re.DOTALL)
            assert comment is not None, f"{name} has no opening comment. Add one that describes it."
            yield name, _joined(line.strip() for line in comment[1].strip().splitlines())


def _joined(lines: Iterable[str]) -> list[str]:
    """Put each fact on a line of its own: it ends with a full stop."""
    result: list[str] = []
    for line in lines:
        if result and result[-1].startswith(_FACTS) and not result[-1].endswith("."):
            result[-1] += f" {line}"
        else:
            result.append(line)
    return result


def _entry(name: str, lines: list[str]) -> str:
    facts = [line for line in lines if line.startswith(_FACTS)]
    text = " ".join(line for line in lines if line not in facts).replace("<", "&lt;")
    return f"### `{name}`\n\n{text}\n\n" + "\n".join(f"- {fact}" for fact in facts)
