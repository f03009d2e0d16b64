"""The lines of a Markdown text that are not code."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_IMAGE_WITHOUT_ALT = re.compile(
    r"!\[\s*\](?:\(\s*<?([^\s<>)]*)|\[([^\]]*)\])|<img\b(?![^<>]*\salt\s*=)(?:[^<>]*?\ssrc\s*=\s*[\"']?([^\s\"'>]*))?",
    re.IGNORECASE,
)


def prose_lines(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside code blocks, without code in them, with their numbers from 0."""
    fence, blank, indented = "", True, False
    for number, row in enumerate(body.split("\n")):
        match = _FENCE.match(row)
        if fence:
            if match and match[1].startswith(fence) and not row.strip().strip(fence[0]):
                fence = ""
            continue
        indented = row.startswith(("    ", "\t")) and (blank or indented)
        if match and not indented:
            fence = match[1]
        elif not indented:
            yield number, _CODE.sub("", row)
        blank = not row.strip()


def lacks_alt_text(body: str) -> bool:
    """Whether a picture has no alternative text. An `alt=""` in HTML says that the picture needs none."""
    return any(True for _ in pictures_without_alt(body))


def pictures_without_alt(body: str) -> Iterator[tuple[int, str]]:
    """Yield the line of each such picture, counted from 0, and its address, or the name that stands for it."""
    if _IMAGE_WITHOUT_ALT.search(body):
        for number, row in prose_lines(body):
            for match in _IMAGE_WITHOUT_ALT.finditer(row):
                yield number, next(filter(None, match.groups()), "")
