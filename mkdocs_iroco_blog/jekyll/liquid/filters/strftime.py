"""Formats dates with Ruby's directives: `%-d %B %Y`, `%^a`, `%:z`, `%3N`.

https://docs.ruby-lang.org/en/3.1/strftime_formatting_rdoc.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from mkdocs_iroco_blog.jekyll.liquid.values import with_zone

_DIRECTIVE = re.compile(r"%([-0^#_]*)(\d{1,3})?(:{0,3})[EO]?([A-Za-z%])", re.ASCII)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_NUMBERS: Mapping[str, tuple[int, str, Callable[[datetime], int]]] = {
    "C": (2, "0", lambda time: time.year // 100),
    "G": (4, "0", lambda time: time.isocalendar()[0]),
    "H": (2, "0", lambda time: time.hour),
    "I": (2, "0", lambda time: time.hour % 12 or 12),
    "M": (2, "0", lambda time: time.minute),
    "S": (2, "0", lambda time: time.second),
    "U": (2, "0", lambda time: (time.timetuple().tm_yday + 6 - (time.weekday() + 1) % 7) // 7),
    "V": (2, "0", lambda time: time.isocalendar()[1]),
    "W": (2, "0", lambda time: (time.timetuple().tm_yday + 6 - time.weekday()) // 7),
    "Y": (4, "0", lambda time: time.year),
    "d": (2, "0", lambda time: time.day),
    "e": (2, " ", lambda time: time.day),
    "g": (2, "0", lambda time: time.isocalendar()[0] % 100),
    "j": (3, "0", lambda time: time.timetuple().tm_yday),
    "k": (2, " ", lambda time: time.hour),
    "l": (2, " ", lambda time: time.hour % 12 or 12),
    "m": (2, "0", lambda time: time.month),
    "s": (1, "0", lambda time: int(with_zone(time).timestamp())),
    "u": (1, "0", lambda time: time.isoweekday()),
    "w": (1, "0", lambda time: time.isoweekday() % 7),
    "y": (2, "0", lambda time: time.year % 100),
}
_WORDS: Mapping[str, Callable[[datetime], str]] = {
    "%": lambda time: "%",  # noqa: ARG005  # the table's signature
    "A": lambda time: _DAYS[time.weekday()],
    "B": lambda time: _MONTHS[time.month - 1],
    "P": lambda time: "am" if time.hour < 12 else "pm",
    "Z": lambda time: "UTC" if time.tzinfo is None else _zone_name(time),
    "a": lambda time: _DAYS[time.weekday()][:3],
    "b": lambda time: _MONTHS[time.month - 1][:3],
    "h": lambda time: _MONTHS[time.month - 1][:3],
    "n": lambda time: "\n",  # noqa: ARG005
    "p": lambda time: "AM" if time.hour < 12 else "PM",
    "t": lambda time: "\t",  # noqa: ARG005
}
_SHORT = {"D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "T": "%H:%M:%S", "X": "%H:%M:%S", "c": "%a %b %e %H:%M:%S %Y"}
_SHORT |= {"r": "%I:%M:%S %p", "v": "%e-%^b-%Y", "x": "%m/%d/%y"}
WIDEST = 1024
"""The largest width of a directive."""


def strftime(time: datetime, pattern: str) -> str:
    """Format a time; leave what is not a directive as it is."""
    return _DIRECTIVE.sub(lambda match: _format(time, match), pattern)


def _format(time: datetime, match: re.Match[str]) -> str:
    flags, width, colons, sign = match[1], int(match[2] or 0), match[3], match[4]
    if sign == "z":
        return _format_offset(time, flags, width, len(colons))
    if sign in _NUMBERS and not colons:
        digits, pad, value = _NUMBERS[sign]
        return _pad(str(value(time)), flags, width or digits, pad)
    if sign in "NL" and not colons:
        digits = width or (9 if sign == "N" else 3)
        return f"{time.microsecond * 1000:09}".ljust(digits, "0")[:digits]
    word = _SHORT.get(sign) and strftime(time, _SHORT[sign])
    word = word or (_WORDS[sign](time) if sign in _WORDS else None)
    return match[0] if word is None or colons else _pad(_change_case(word, flags, sign), flags, width, " ")


def _change_case(word: str, flags: str, sign: str) -> str:
    if "#" in flags:
        return word.lower() if sign in {"p", "Z"} else word.upper()
    return word.upper() if "^" in flags else word


def _pad(value: str, flags: str, width: int, pad: str) -> str:
    for flag in flags:
        pad = {"0": "0", "_": " ", "-": ""}.get(flag, pad)
    return value.rjust(min(width, WIDEST), pad) if pad else value


def _format_offset(time: datetime, flags: str, width: int, colons: int) -> str:
    seconds = int((time.utcoffset() or timedelta()).total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    parts = [f"{rest // 60:02}", f"{rest % 60:02}"][: 2 if colons == 2 else 1]
    if colons == 3:
        parts = [] if not rest else parts if not rest % 60 else [f"{rest // 60:02}", f"{rest % 60:02}"]
    tail = "".join(f":{part}" for part in parts) if colons else "".join(parts)
    sign = "-" if seconds < 0 else "+"
    if "_" in flags:
        return f"{sign}{hours}{tail}".rjust(max(width, len(tail) + 3))
    return sign + f"{hours:02}{tail}".rjust(min(width, WIDEST) - 1, "0")


def _zone_name(time: datetime) -> str:
    name = time.tzname() or ""
    # Python names a fixed offset after itself; Ruby does not name it.
    return "" if name.startswith("UTC") and len(name) > 3 else name
