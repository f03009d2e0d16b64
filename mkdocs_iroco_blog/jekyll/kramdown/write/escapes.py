"""Escapes plain text, so that Python-Markdown finds no markup in it and no other blocks in a paragraph.

Signs that only Markdown extensions know are not escaped: the author wrote them for the extensions.
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
"""Signs that may need escaping; a text without them needs none."""

_ENTITIES = {
    "<": "&lt;", "$": "&#36;", "~": "&#126;", "|": "&#124;", ":": "&#58;", "=": "&#61;", "(": "&#40;",
    '"': "&quot;", "'": "&#39;",
}  # fmt: skip
"""Signs that a backslash does not escape, or only with some extension."""
_BY_BACKSLASH = frozenset("\\`*_{}[]>#+-.!")
_NEVER_BY_BACKSLASH = frozenset("()")  # `\(` would begin maths

_BARE_BRACE = re.compile(r"(?<!\\)((?:\\\\)*)\}")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
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

_leading_space = re.compile(r"\n[ \t\n]+")
_code = re.compile(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)|(?<![\\$])\$(?!\s)(?:(?!  \n)[^$])+\$", re.DOTALL)
_start = re.compile(
    r"""^(?:
        (?P<slash>\#(?!\#{6})|>|[*+-](?=[ \t]|$)
          | \*(?=\[[^\]\n]*\]:)
          | -(?=[- ]*$) | _(?=(?:_[ ]{0,2}){2,}$) | \*(?=[ ]{0,2}(?:\*[ ]{0,2}){2,}$)
          | !(?=!!) | (?<=\n)\{(?!:)
          | \|(?=[|:\- ]*$)
        )
      | (?P<definition>\[[^\]\n]*\]):
      | (?P<number>\d+)(?=\.(?:[ \t]|$))
      | (?P<entity>=(?==*[ ]*$|==[!+]*[ ]") | :(?=[ ]|::[ ]\w) | \?(?=\?\?) | /(?=//+[ ]*\w) | [~`](?=~~|``(?!.*`))
          | -(?=-*8<-))
    )""",
    re.MULTILINE | re.VERBOSE,
)
_suspect = re.compile(r"^(?:[#>*+\-\[_!|=:?/~`{]|\d+\.)", re.MULTILINE)


def escape_char(char: str) -> str:
    """Escape a character, whatever follows it."""
    return f"\\{char}" if char in _BY_BACKSLASH else _ENTITIES.get(char, char)


def escape_all(text: str) -> str:
    """Escape all signs in a text."""
    return _MEANING.sub(lambda match: "".join(map(escape_char, match[0])), text)


def escape_text(text: str, *, alone: frozenset[str], positions: list[int] | None = None) -> str:
    """Escape a text between other spans.

    Signs in `alone` have no other of their kind in the block to pair with, and stay. At `positions` the author wrote
    a backslash; it stays if it is useful.
    """
    output, last = "", 0
    for position in positions or ():
        output += _escape_signs(text[last:position], alone)
        char = text[position]
        bare = char in _NEVER_BY_BACKSLASH and not output.endswith("]")
        output += char if bare else escape_char(char)
        last = position + 1
    return output + _escape_signs(text[last:], alone)


def _escape_signs(text: str, alone: frozenset[str]) -> str:
    def escape(match: re.Match[str]) -> str:
        write = _BY_KIND.get(match.lastgroup or "")
        return write(match, text, alone) if write else match[0]

    return _SIGN.sub(escape, text)


def _marks(match: re.Match[str], text: str, alone: frozenset[str]) -> str:
    """Escape asterisks or underscores that could open or close emphasis, or make a rule."""
    sign = match[0]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    begins = before in {"", "\n"}
    if len(sign) > 2 and begins and after in {"", "\n"}:
        return _each(match)
    if sign[0] == "*" and after == "[" and begins:  # like the definition of an abbreviation
        return f"\\{sign}"
    free = before.isspace() and after.isspace()
    within = sign[0] == "_" and before.isalnum() and after.isalnum()
    return sign if free or within or sign[0] in alone else _each(match)


def _each(match: re.Match[str], *_: object) -> str:
    return "".join(map(escape_char, match[0]))


def _brace(match: re.Match[str], text: str, _alone: frozenset[str]) -> str:
    """Escape a brace at the end of a line that would be the attribute list of its block."""
    line = text.rfind("\n", 0, match.start()) + 1
    return "\\}" if line and text[line : match.start()].lstrip(" ").startswith("{") else "}"


_BY_KIND: Mapping[str, Callable[[re.Match[str], str, frozenset[str]], str]] = {
    **dict.fromkeys(("ticks", "struck", "run"), _each),
    "marks": _marks,
    "list": _brace,
    "dollar": lambda _match, _text, alone: "$" if "$" in alone else _ENTITIES["$"],
    "target": lambda _match, _text, alone: "](" if "[" in alone else "]&#40;",  # would make the text before a link
    "line": lambda match, *_: f"{match[0][:-1]}\\{match[0][-1]}",  # would begin another block
    "tag": lambda match, *_: f"&lt;{match['tag']}",
    "quote": lambda match, *_: _ENTITIES[match[0]],
    "slash": lambda *_: "\\\\",
    "number": lambda *_: "&amp;",
    "attributes": lambda *_: "\\{",
}


def escape_braces(text: str) -> str:
    """Escape closing braces in the line of an attribute list, as attr_list reads up to the last one."""
    line, end, rest = text.partition("\n")
    return _BARE_BRACE.sub(r"\1\\}", line) + end + rest


def balance_brackets(text: str) -> str:
    """Escape the brackets that do not pair."""
    opened: list[int] = []
    unpaired: set[int] = set()
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            opened.pop()
        elif match[0] == "]":
            unpaired.add(match.start())
    unpaired.update(opened)
    return _BRACKET.sub(lambda match: f"\\{match[0]}" if match.start() in unpaired else match[0], text)


def escape_line_starts(text: str) -> str:
    """Escape the beginnings of a paragraph's lines that would begin another block.

    Also removes indentation and blank lines, and joins the lines of code and maths, in which nothing can be escaped.
    """
    if "\n" in text:
        if "`" in text or "$" in text:
            text = _code.sub(lambda match: match[0].replace("\n", " "), text)
        text = _leading_space.sub("\n", text)
    return _start.sub(_escape_start, text) if _suspect.search(text) else text


def _escape_start(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\"
    if match["definition"]:
        return f"{match['definition']}&#58;"
    if match["entity"]:
        return f"&#{ord(match['entity'])};"
    return f"\\{match['slash']}"
