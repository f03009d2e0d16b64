"""Patterns of paths as Ruby reads them: `File.fnmatch?` for `include` and `exclude`, `Dir.glob` for `defaults`.

https://docs.ruby-lang.org/en/3.1/File.html#method-c-fnmatch and https://docs.ruby-lang.org/en/3.1/Dir.html#method-c-glob
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

Token = tuple[str, str]
"""A kind, and what it holds: `text` a letter, `any` nothing, `one` nothing, `set` the inside of brackets."""


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern of `include` or `exclude` fits a whole path: `*` goes on through slashes and dots."""
    return _fits(_tokens(pattern), path)


def globs(pattern: str, path: str) -> bool:
    """Whether `Dir.glob` finds a path by a pattern: `*` stays in its folder, `**/` is any depth, `{a,b}` is either.

    What begins with a dot is found only by a pattern that says the dot.
    """
    names = path.split("/")
    return any(_folders_fit(one.split("/"), names) for one in _alternatives(pattern))


@lru_cache(maxsize=1024)
def _tokens(pattern: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    at = 0
    while at < len(pattern):
        letter, at = pattern[at], at + 1
        if letter == "*":
            if tokens[-1:] != [("any", "")]:
                tokens.append(("any", ""))
        elif letter == "?":
            tokens.append(("one", ""))
        elif letter == "[" and (end := _closing(pattern, at)) is not None:
            tokens.append(("set", pattern[at:end]))
            at = end + 1
        elif letter == "\\" and at < len(pattern):
            tokens.append(("text", pattern[at]))
            at += 1
        else:
            tokens.append(("text", letter))
    return tuple(tokens)


def _closing(pattern: str, start: int) -> int | None:
    """Where the bracket that opened before `start` closes."""
    at = start + 1 if pattern[start : start + 1] in ("!", "^") else start
    first = at
    while at < len(pattern):
        if pattern[at] == "]" and at > first:
            return at
        at += 2 if pattern[at] == "\\" else 1
    return None


def _fits(tokens: Sequence[Token], text: str) -> bool:
    """Match by going back to the last star only, so that no pattern takes longer than pattern times text."""
    at = place = 0
    star, star_place = -1, 0
    while place < len(text):
        if at < len(tokens) and tokens[at][0] == "any":
            star, star_place = at, place
            at += 1
        elif at < len(tokens) and _takes(tokens[at], text[place]):
            at, place = at + 1, place + 1
        elif star >= 0:
            star_place += 1
            at, place = star + 1, star_place
        else:
            return False
    return all(kind == "any" for kind, _ in tokens[at:])


def _takes(token: Token, letter: str) -> bool:
    kind, held = token
    return kind == "one" or (held == letter if kind == "text" else _in_set(held, letter))


def _in_set(inside: str, letter: str) -> bool:
    turned = inside[:1] in ("!", "^")
    letters = [letter for _, letter in _unescaped(inside[1:] if turned else inside)]
    plain = [not escaped for escaped, _ in _unescaped(inside[1:] if turned else inside)]
    at, found = 0, False
    while at < len(letters):
        if at + 2 < len(letters) and letters[at + 1] == "-" and plain[at + 1]:
            found = found or letters[at] <= letter <= letters[at + 2]
            at += 3
        else:
            found = found or letters[at] == letter
            at += 1
    return found != turned


def _unescaped(text: str) -> list[tuple[bool, str]]:
    found: list[tuple[bool, str]] = []
    at = 0
    while at < len(text):
        escaped = text[at] == "\\" and at + 1 < len(text)
        at += escaped
        found.append((escaped, text[at]))
        at += 1
    return found


def _folders_fit(patterns: Sequence[str], names: Sequence[str]) -> bool:
    """Match folder by folder, `**` for none or more that no dot begins; again back to the last `**` only."""
    at = place = 0
    star, star_place = -1, 0
    while place < len(names):
        if at < len(patterns) - 1 and patterns[at] == "**":
            star, star_place = at, place
            at += 1
        elif at < len(patterns) and _name_fits(patterns[at], names[place]):
            at, place = at + 1, place + 1
        elif star >= 0 and not names[star_place].startswith("."):
            star_place += 1
            at, place = star + 1, star_place
        else:
            return False
    return at == len(patterns) or (at == len(patterns) - 1 and patterns[at] == "")


def _name_fits(pattern: str, name: str) -> bool:
    if name.startswith(".") and not pattern.startswith((".", "\\.")):
        return False
    return _fits(_tokens(pattern), name)


def _alternatives(pattern: str, limit: int = 256) -> list[str]:
    """A pattern for each choice of `{a,b}`, innermost braces first; more than `limit` of them are left as written."""
    done: list[str] = []
    waiting = [pattern]
    while waiting and len(waiting) + len(done) <= limit:
        one = waiting.pop()
        close = one.find("}")
        opened = one.rfind("{", 0, close) if close >= 0 else -1
        if opened < 0:
            done.append(one)
        else:
            waiting += [
                one[:opened] + choice + one[close + 1 :] for choice in one[opened + 1 : close].split(",", limit)
            ]
    return done + waiting
