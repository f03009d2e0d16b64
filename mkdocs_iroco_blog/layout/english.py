"""Mark the phrases that the blog's language lacks as English, so that screen readers pronounce them right."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.core.site import Translator

_START, _END = "\ufdd2", "\ufdd3"  # characters that no text may contain
_PUNCTUATION = frozenset({"brackets", "comma"})
"""Phrases without a word of their own. What stands in brackets may be in the blog's language."""
_TAG_OR_PHRASE = re.compile(
    rf"""<(?P<raw>script|style|title|textarea)\b.*?</(?P=raw)\s*>   # text without elements
    | <!--.*?--> | </?[a-z] (?: "[^"]*" | '[^']*' | [^>"'] )* >     # attributes
    | {_START} (?P<phrase>[^{_START}{_END}]*) {_END}""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


class EnglishMarker:
    """Says phrases for fragments, and marks the English ones in the HTML.

    A fragment may write a phrase into text or into an attribute, which can hold no element. So phrases have marks
    around them until the HTML is finished, and the place decides.
    """

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        direction = ' dir="ltr"' if translator.direction == "rtl" else ""
        self._element = f'<span lang="en"{direction}>'

    def say(self, key: str, **values: object) -> str:
        """Return a phrase, between marks if it is English in a blog that is not."""
        text = self._translator.t(key, **values)
        is_english = key in self._translator.english and key not in _PUNCTUATION
        return f"{_START}{text}{_END}" if is_english else text

    def finish(self, html: str) -> str:
        """Replace the marks in finished HTML: by an element in text, by nothing elsewhere."""
        if _START not in html:
            return html
        return _without_marks(_TAG_OR_PHRASE.sub(self._replace, html))

    def _replace(self, match: re.Match[str]) -> str:
        phrase = match["phrase"]
        return _without_marks(match[0]) if phrase is None else f"{self._element}{phrase}</span>"


def _without_marks(html: str) -> str:
    return html.replace(_START, "").replace(_END, "")
