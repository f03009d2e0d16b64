"""Escapes lines in paragraphs that Python-Markdown would read as other blocks.

They are text in kramdown: in the middle of a paragraph, or because the sign means nothing to kramdown.
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
    """Escape the beginnings of a paragraph's lines that would begin another block.

    Also removes indentation and blank lines, and joins the lines of code and maths, in which nothing can be escaped.
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
