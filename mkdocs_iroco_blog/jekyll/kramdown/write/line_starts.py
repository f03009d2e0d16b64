"""Paragraphs whose lines begin like something else in Python-Markdown.

kramdown has read such a line as text: in the middle of a paragraph, or since the sign means nothing to it.
"""

from __future__ import annotations

import re

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


def escape_line_starts(text: str) -> str:
    """A paragraph's text, with what would begin another block escaped.

    Its lines are not indented, and no blank line is between them; code and maths come into one line, as nothing
    can be escaped in them.
    """
    if "\n" in text:
        if "`" in text or "$" in text:
            text = _code.sub(lambda match: match[0].replace("\n", " "), text)
        text = _leading_space.sub("\n", text)
    return _start.sub(_escape, text) if _suspect.search(text) else text


def _escape(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\"
    if match["definition"]:
        return f"{match['definition']}&#58;"
    if match["entity"]:
        return f"&#{ord(match['entity'])};"
    return f"\\{match['slash']}"
