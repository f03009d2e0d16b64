"""Leaves out of a content what its theme has put there, with the help of the same page on the other site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from posixpath import commonprefix

from mkdocs_iroco_blog.cli.compare.reading.model import Block, Heading, Page

_FEWEST = 3
_SHARE = 0.3
"""A text that stands on so many pages of a site, and so large a share of them, is the theme's."""
_DATE = re.compile(r"\b[0-9]{1,2}\b.{1,15}\b(?:19|20)[0-9]{2}\b|\b(?:19|20)[0-9]{2}\W{1,3}[0-9]{1,2}\b")
_LONGEST_BYLINE = 60
_EDGE = 3
"""Blocks at the beginning of a content that may be the date and the author."""


class ThemeParts:
    """The parts of a theme in the contents of a site."""

    def __init__(self, pages: Iterable[Page]) -> None:
        contents = [{_key(block) for block in page.blocks} for page in pages if _is_doubtful(page)]
        counts = Counter(key for content in contents for key in content)
        fewest = max(_FEWEST, _SHARE * len(contents))
        self._repeated = {key for key, count in counts.items() if count >= fewest}

    def remove(self, page: Page, other: Page) -> Page:
        """Leave out of a page what its theme has added, as far as that is not on the other page, too.

        That is everything outside of the innermost section with the text that both pages have, texts that many pages
        of the site have, and a date above the text. A content that is exact stays as it is.
        """
        if not _is_doubtful(page):
            return page
        known = {_key(block) for block in other.blocks}
        section = _common_section(page.blocks, other.blocks)
        blocks = [block for block in page.blocks if tuple(block.containers[: len(section)]) == section]
        blocks = [block for block in blocks if _key(block) in known or _key(block) not in self._repeated]
        top = [block for block in blocks[:_EDGE] if _key(block) in known or not _is_byline(block)]
        return replace(page, blocks=[*top, *blocks[_EDGE:]])


def _is_doubtful(page: Page) -> bool:
    return not page.is_exact and page.listed is None


def _common_section(blocks: Sequence[Block], others: Sequence[Block]) -> tuple[int, ...]:
    """Return the containers around all text that two pages share. None, if that is less than half of the other page."""
    texts = {block.text for block in others if block.text}
    shared = [block for block in blocks if block.text in texts]
    if 2 * _length(shared) < _length(others) or not shared:
        return ()
    return tuple(commonprefix([list(block.containers) for block in shared]))


def _key(block: Block) -> object:
    """Return what makes a block the same as another one: its text, or the pictures of a block without text."""
    return block.text or block.items


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _is_byline(block: Block) -> bool:
    is_text = block.text.endswith((".", "!", "?", ":")) or any(isinstance(item, Heading) for item in block.items)
    return len(block.text) <= _LONGEST_BYLINE and not is_text and bool(_DATE.search(block.text))
