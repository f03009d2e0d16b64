"""The fragments, from the comments that open them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable

_FACTS = ("Gets:", "Includes:", "Blocks:")


def entries(_: str) -> str:
    """Return a section for each fragment."""
    return "\n\n".join(_entry(name, lines) for name, lines in headers())


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
