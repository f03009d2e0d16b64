"""Path patterns as Ruby reads them: `File.fnmatch?` for `include` and `exclude`, `Dir.glob` for `defaults`.

Each becomes a regular expression that is atomic between two stars, so that no pattern takes long.
https://docs.ruby-lang.org/en/3.1/File.html#method-c-fnmatch and https://docs.ruby-lang.org/en/3.1/Dir.html#method-c-glob
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_TOKEN = re.compile(
    r"(?P<star>\*+)|(?P<any>\?)|\[(?P<negation>[!^]?+)(?P<set>(?:\\.|[^\\])(?:\\.|[^\\\]])*+)\]"
    r"|(?:\\(?=.))?(?P<letter>.)",
    re.DOTALL,
)
_SET_ITEM = re.compile(r"(?:(?P<first>\\.|[^\\])-)?(?P<last>\\.|[^\\])", re.DOTALL)
_VISIBLE = r"(?!\.)"


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern of `include` or `exclude` matches a whole path: `*` also matches slashes and dots."""
    return _fnmatch(pattern).fullmatch(path) is not None


def globs(pattern: str, path: str) -> bool:
    """Whether `Dir.glob` finds a path by a pattern: `*` stays in its folder, `**/` is any depth, `{a,b}` is either.

    Only a pattern that begins with a dot finds a name that begins with one.
    """
    return any(_glob(alternative).fullmatch(f"{path}/") for alternative in _alternatives(pattern))


@lru_cache(maxsize=1024)
def _fnmatch(pattern: str) -> re.Pattern[str]:
    return re.compile(_expression(pattern, "."), re.DOTALL)


@lru_cache(maxsize=1024)
def _glob(pattern: str) -> re.Pattern[str]:
    """The regular expression for a path with a slash behind each of its names."""
    *folders, last = pattern.split("/")
    runs = [""]
    for folder in folders:
        if folder == "**":
            runs.append("")
        else:
            runs[-1] += _name_expression(folder)
    if last or not folders:
        runs[-1] += _name_expression(last)
    return re.compile(_join(runs, f"{_VISIBLE}[^/]*/"), re.DOTALL)


def _name_expression(pattern: str) -> str:
    hidden = pattern.startswith((".", "\\."))
    return f"{'' if hidden else _VISIBLE}{_expression(pattern, '[^/]')}/"


def _expression(pattern: str, letter: str) -> str:
    """A pattern without folders as a regular expression; `letter` is the expression for any one letter."""
    runs = [""]
    for token in _TOKEN.finditer(pattern):
        if token["star"]:
            runs.append("")
        elif token["any"]:
            runs[-1] += letter
        elif token["set"]:
            runs[-1] += f"(?={letter}){_set_expression(token['set'], negated=bool(token['negation']))}"
        else:
            runs[-1] += re.escape(token["letter"])
    return _join(runs, letter)


def _join(runs: Sequence[str], gap: str) -> str:
    """The runs with any number of `gap` between two. Trying every length is only needed for the last gap."""
    first, *others = runs
    last = f"(?:{gap})*{others.pop()}" if others else ""
    return "".join((first, *(f"(?>(?:{gap})*?{run})" for run in others), last))


def _set_expression(inside: str, *, negated: bool) -> str:
    """The letters and ranges in brackets as a regular expression."""
    ranges = [((item["first"] or item["last"])[-1], item["last"][-1]) for item in _SET_ITEM.finditer(inside)]
    listed = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in ranges if first <= last)
    if not listed:
        return "." if negated else "(?!)"
    return f"[{'^' if negated else ''}{listed}]"


def _alternatives(pattern: str, limit: int = 256) -> list[str]:
    """A pattern for each choice of `{a,b}`, innermost braces first; any beyond `limit` keep their braces."""
    done: list[str] = []
    waiting = [pattern]
    while waiting and len(waiting) + len(done) <= limit:
        candidate = waiting.pop()
        close = candidate.find("}")
        start = candidate.rfind("{", 0, close) if close >= 0 else -1
        if start < 0:
            done.append(candidate)
        else:
            choices = candidate[start + 1 : close].split(",", limit)
            waiting += [candidate[:start] + choice + candidate[close + 1 :] for choice in choices]
    return done + waiting
