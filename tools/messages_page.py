"""Generates the manual's page of messages from the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages import check
from mkdocs_iroco_blog.core.messages.message import Files, Message
from mkdocs_iroco_blog.core.messages.table import AREAS, rows

PAGE = Path(__file__).parents[1] / "docs" / "messages.md"
_LEVELS = {
    Level.INFO: "Note. A strict build passes.",
    Level.WARNING: "Warning. A strict build fails.",
    Level.ERROR: "Error. The page is not built, and a strict build fails.",
    Level.STOP: "Error. Nothing is built.",
}
_OF_CHECK = {
    Level.INFO: "Note. `iroco-blog check` returns 0.",
    Level.WARNING: "Warning. `iroco-blog check` returns 1.",
}
"""The same for messages that no build reports."""
_LONGEST = 110
"""The most characters of a line that the page shows."""
_OPENING = """\
<!-- Generated from the table in mkdocs_iroco_blog/core/messages/ by `make reference`. -->

# Messages

A message begins with the file and the line, tells you what is wrong and what to write instead, and ends with its code:

```text
WARNING -  iroco-blog: blog/posts/a.md:3: Unknown key `catgories`. Write `categories`, or … [IB145]
```

There are three levels:

- A *Note* is about something that the blog reads differently than you may expect. Nothing is lost. To leave a Note out,
  list its code under [`ignore`](options.md#ignore).
- A *warning* is about something that is lost, broken or ambiguous. It fails `mkdocs build --strict`.
- An *error* means that a page, or the whole site, is not built. It fails a strict build, too.

Warnings and errors are also called *Problems*. To give a message another level, write it under
[`severity`](options.md#severity). An error about a page can become a warning, but not a Note.

```yaml title="mkdocs.yml"
plugins:
  - iroco-blog:
      ignore: [IB110]
      severity:
        IB145: info
```

A fault in a draft is always a Note.

If the same cause shows in several places, you get one message, which names the first places; `mkdocs build --verbose`
lists them all. `mkdocs serve` does not repeat the messages of the last save.
[`iroco-blog check`](cli/check.md) prints all messages without a build, each with its place, and fixes some.

Some messages are about lists. A *view* is a page that lists posts: the index, or the list of a category, a tag, a
series, an author, a year or a month. An *overview* lists all categories, all tags and so on. An *insert* is a comment
that the blog [replaces with a list](anywhere.md). A *fragment* is a [template](fragments.md) for a part of a page.

Below is each message, with names in braces for its values, and an example that causes it. After "Fixed" come the files
that change when you follow the hint.
"""


def page() -> str:
    """Return the page's Markdown."""
    parts = [_OPENING]
    for title, area in AREAS.items():
        parts += [f"## {title}\n", *(_entry(row) for row in rows(area))]
    return "\n".join(parts)


def _entry(row: Message) -> str:
    lines = [f"### {row.code}\n", f"> {_in_words(row.what)}\n"]
    if row.hint:
        lines.append(f"> {_in_words(row.hint)}\n")
    levels = _OF_CHECK if row in rows(check) else _LEVELS
    lines += [f"{levels[row.level]}\n", *_blocks(row.example)]
    if row.mended:
        lines += ["Fixed:\n", *_blocks(row.mended)]
    return "\n".join(lines)


def _in_words(template: str) -> str:
    """Return a sentence as its log line has it, with names in braces for values."""
    names = template.replace("{{", "\0").replace("}}", "\1")
    return names.replace("\0", "{").replace("\1", "}")


def _blocks(files: Files) -> Iterator[str]:
    for name, data in files.items():
        if data is None:
            yield f"`{name}` is deleted.\n"
            continue
        text = data if isinstance(data, str) else data.decode("latin-1")
        kind = "yaml" if name.endswith((".yml", ".yaml")) else "markdown" if name.endswith(".md") else "text"
        text = "\n".join(line if len(line) < _LONGEST else f"{line[:_LONGEST]}…" for line in text.splitlines())
        fence = "````" if "```" in text else "```"
        yield f'{fence}{kind} title="{name}"\n{text}\n{fence}\n'
