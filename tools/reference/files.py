"""The files that hold generated text, and the text that they should hold.

In a page, comments enclose a generated part:

    <!-- make reference: options post_dir -->
    <!-- end of reference -->

The first word names the part, the second, if there is one, what it is about. Other files are generated as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs_iroco_blog.core.posts.json_schema import json_schema
from tools import messages_page, neighbours_table

from . import addresses, commands, context, fields, fragments, jekyll, options

ROOT = Path(__file__).parents[2]
SCHEMAS = ("mkdocs_iroco_blog/front-matter.schema.json", "docs/front-matter.schema.json")
"""The JSON Schema of front matter, in the package and for the manual to link to."""
_PLACE = re.compile(
    r"^(?P<opening><!-- make reference: (?P<part>\w+)(?: (?P<name>[\w-]+))? -->)\n"
    r"(?P<text>.*?)^(?P<end><!-- end of reference -->)$",
    re.MULTILINE | re.DOTALL,
)
PARTS: Mapping[str, Callable[[str], str]] = {
    "addresses": addresses.line,
    "command": commands.help_block,
    "context": context.entries,
    "fragments": fragments.entries,
    "front_matter": fields.front_matter,
    "inserts": fields.inserts,
    "jekyll": jekyll.part,
    "option_table": options.table,
    "options": options.entries,
    "tested": neighbours_table.table_of,
}
"""Functions that return a part in Markdown. Those that need no name ignore it."""


def outdated() -> dict[Path, str]:
    """Return the files that are not as `make reference` writes them, with their new texts."""
    return {path: text for path, text in generated().items() if _text(path) != text}


def generated() -> dict[Path, str]:
    """Return every file that holds generated text, with its text."""
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    pages = {path: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))}
    return {
        **{path: fill(text) for path, text in pages.items() if _PLACE.search(text)},
        messages_page.PAGE: messages_page.page(),
        **{ROOT / name: schema for name in SCHEMAS},
    }


def fill(page: str) -> str:
    """Return a page with its generated parts as they should be."""
    return _PLACE.sub(_filled, page)


def _filled(match: re.Match[str]) -> str:
    text = PARTS[match["part"]](match["name"] or "").strip()
    return f"{match['opening']}\n\n{text}\n\n{match['end']}" if text else f"{match['opening']}\n{match['end']}"


def places(page: str) -> list[tuple[str, str]]:
    """Return the parts that a page has, each with its name."""
    return [(match["part"], match["name"] or "") for match in _PLACE.finditer(page)]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
