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

A message opens with the file and the line, says what is wrong and what to write instead, and ends with its code:

```text
WARNING -  iroco-blog: blog/posts/a.md:3: Unknown key `catgories`. Write `categories`, or … [IB104]
```

If one cause shows in several places, you get one message. It begins with the first place, and ends with the number of
others; `mkdocs build --verbose` lists them all. `mkdocs serve` does not repeat the messages of the last save.

A Note is about something that the blog reads in another way than you may expect. Nothing is lost. To leave one out,
list its code under [`ignore`](options.md#ignore). A warning or an error fails `mkdocs build --strict`. To give a
message another level, write it under [`severity`](options.md#severity):

```yaml title="mkdocs.yml"
plugins:
  - iroco-blog:
      ignore: [IB105]
      severity:
        IB104: info
```

If a page is not built, that is a warning or an error. A fault in a draft is always a Note.

[`iroco-blog check`](cli/check.md) prints all of them without a build, each with its place, and fixes some.

Each code below has the message, with a name in braces for each value, and an example that causes it.
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
        lines += ["Without the message:\n", *_blocks(row.mended)]
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
