"""Our own style: the expressions that `style.yml` lists, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from .texts import paragraphs


@dataclass(frozen=True, slots=True)
class Finding:
    """An expression that somebody should look at."""

    line: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Style:
    """The settings in `style.yml`."""

    avoid: Mapping[str, str]
    """What to write instead, by the pattern of an expression."""
    rules_off: Mapping[str, str]
    """Why a rule of Harper is off, by its name."""


def read_style() -> Style:
    """Read `style.yml`."""
    return Style(**yaml.safe_load(Path(__file__).with_name("style.yml").read_text(encoding="utf-8")))


def style_findings(markdown: str, avoid: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the expressions of a text that match a pattern of `avoid`; its values say what to write."""
    patterns = [(re.compile(pattern.replace(" ", r"\s")), advice) for pattern, advice in avoid.items()]
    for paragraph in paragraphs(markdown):
        for pattern, advice in patterns:
            for match in pattern.finditer(paragraph.text):
                line = paragraph.line + paragraph.text.count("\n", 0, match.start())
                yield Finding(line, " ".join(match[0].split()), advice)
