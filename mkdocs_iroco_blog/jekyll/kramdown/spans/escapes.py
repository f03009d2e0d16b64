"""Plain text as Python-Markdown must be given it, so that it stays plain.

Only what kramdown has a meaning for is escaped: signs that mean something to extensions alone are the author's.
https://python-markdown.github.io/ and https://facelessuser.github.io/pymdown-extensions/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

RISKY = re.compile(
    r"""[*_`\\<$"']|~~|\]\(|^[ ]{0,3}(?:[#>]|\[[^\]\n]*\]:)|\}[ ]*$|^\{:|[ ]\{:|--|\.\.\."""
    r"""|&#(?![0-9]+;|x[0-9a-fA-F]+;)""",
    re.MULTILINE,
)
"""What a text may hold that has to be looked at."""

_ENTITIES = {
    "<": "&lt;",
    "$": "&#36;",
    "~": "&#126;",
    "|": "&#124;",
    ":": "&#58;",
    "=": "&#61;",
    '"': "&quot;",
    "'": "&#39;",
    "(": "&#40;",
}
"""What no backslash escapes, or only where some extension is on."""
_BY_BACKSLASH = frozenset("\\`*_{}[]>#+-.!")
_PLAIN_AGAIN = frozenset("()")  # `\(` would begin maths

_MEANING = re.compile(r"""[*_`\\<$~\[\]{}"']|--+|\.\.\.+""")
_SIGN = re.compile(
    r"""(?P<marks>\*+|_+)
      | (?P<ticks>`+)
      | \\(?P<slash>(?=[\\`*_{}\[\]()>\#+.!^~=$"'|\ <-]|\n|\Z))?
      | <(?P<tag>[A-Za-z/!?])?
      | (?P<dollar>\$)
      | (?P<quote>["'])
      | (?P<struck>~~+)
      | \]\((?P<target>)
      | ^[ ]{0,3}(?P<line>[\#>]|\[(?=[^\]\n]*\]:))
      | (?<![}%])(?<![-+~=<>]{2})(?P<list>\})(?=[ ]*$)
      | (?P<run>--+|\.\.\.+)
      | (?:^|(?<=[ ]))(?P<attributes>\{)(?=:)
      | (?P<number>&)(?=\#(?![0-9]+;|x[0-9a-fA-F]+;))
    """,
    re.VERBOSE | re.MULTILINE,
)


def escaped(char: str) -> str:
    """A character that means nothing, whatever follows it."""
    if char in _BY_BACKSLASH:
        return f"\\{char}"
    return _ENTITIES.get(char, char)


def escape_all(text: str) -> str:
    """A text in which nothing means anything."""
    return _MEANING.sub(lambda match: "".join(map(escaped, match[0])), text)


def escape_text(text: str, *, alone: frozenset[str], positions: list[int] | None = None) -> str:
    """A text between other spans. `alone`: signs that have no other of their kind in the block to pair with.

    `positions` are those of characters before which the author wrote a backslash: they keep it where it is of use.
    """
    if positions:
        return _with_own_escapes(text, alone, positions)

    def written(match: re.Match[str]) -> str:
        return _written(match, text, alone)

    return _SIGN.sub(written, text)


def _with_own_escapes(text: str, alone: frozenset[str], positions: list[int]) -> str:
    parts: list[str] = []
    last = 0
    for position in positions:
        if position > last:
            parts.append(escape_text(text[last:position], alone=alone))
        char = text[position]
        bare = char in _PLAIN_AGAIN and not (parts and parts[-1].endswith("]"))
        parts.append(char if bare else escaped(char))
        last = position + 1
    if last < len(text):
        parts.append(escape_text(text[last:], alone=alone))
    return "".join(parts)


def _written(match: re.Match[str], text: str, alone: frozenset[str]) -> str:
    sign, kind = match[0], match.lastgroup or ""
    if kind in {"ticks", "struck", "run"}:
        return "".join(map(escaped, sign))
    write = _BY_KIND.get(kind)
    if write is not None:
        return write(match, text, alone)
    return {"slash": "\\\\", "number": "&amp;", "attributes": "\\{"}.get(kind, sign)


def _marks(match: re.Match[str], text: str, alone: frozenset[str]) -> str:
    """Asterisks or underscores: escaped where they could open or close emphasis, or make a rule."""
    sign = match[0]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    begins = before in {"", "\n"}
    if len(sign) > 2 and begins and after in {"", "\n"}:
        return "".join(map(escaped, sign))
    if sign[0] == "*" and after == "[" and begins:  # where an abbreviation is defined
        return f"\\{sign}"
    free = before.isspace() and after.isspace()
    within = sign[0] == "_" and before.isalnum() and after.isalnum()
    return sign if free or within or sign[0] in alone else "".join(map(escaped, sign))


def _dollar(match: re.Match[str], _text: str, alone: frozenset[str]) -> str:
    return match[0] if "$" in alone else _ENTITIES["$"]


def _line(match: re.Match[str], _text: str, _alone: frozenset[str]) -> str:
    """What would begin another block."""
    return f"{match[0][:-1]}\\{match[0][-1]}"


def _brace(match: re.Match[str], text: str, _alone: frozenset[str]) -> str:
    """The end of a line that would be the attributes of its block."""
    line = text.rfind("\n", 0, match.start()) + 1
    return "\\}" if line and text[line : match.start()].lstrip(" ").startswith("{") else "}"


def _target(_match: re.Match[str], _text: str, alone: frozenset[str]) -> str:
    """A bracket and a parenthesis that would make a link of what is before."""
    return "](" if "[" in alone else "]&#40;"


def _tag(match: re.Match[str], _text: str, _alone: frozenset[str]) -> str:
    return f"&lt;{match['tag']}"


def _quote(match: re.Match[str], _text: str, _alone: frozenset[str]) -> str:
    return _ENTITIES[match[0]]


_BY_KIND: Mapping[str, Callable[[re.Match[str], str, frozenset[str]], str]] = {
    "marks": _marks,
    "dollar": _dollar,
    "line": _line,
    "list": _brace,
    "tag": _tag,
    "target": _target,
    "quote": _quote,
}
