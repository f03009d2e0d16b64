"""Read kramdown's options from `_config.yml`.

https://kramdown.gettalong.org/options.html and https://jekyllrb.com/docs/configuration/markdown/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from mkdocs_iroco_blog.core.messages.jekyll import SETTING_VALUE, SETTING_WITHOUT_EFFECT
from mkdocs_iroco_blog.jekyll.kramdown.document import Options

from .keys import Keys

_RANGE = re.compile(r"([1-6])\.\.([1-6])")
_WITHOUT_MEANING = frozenset({
    "coderay", "enable_coderay", "entity_output", "footnote_nr", "forbidden_inline_options", "guess_lang",
    "html_to_native", "latex_headers", "line_width", "list_indent", "math_engine", "math_engine_opts",
    "remove_block_html_tags", "remove_span_html_tags", "show_warnings", "syntax_highlighter",
    "syntax_highlighter_opts", "template",
})  # fmt: skip
"""Options for the look of a page, for output other than HTML, or for the terminal: nothing is lost without them."""


def read_options(keys: Keys) -> Options:
    """The options that affect how a text is read, with a Note for every other key."""
    defaults = Options()
    names = {field.name for field in fields(Options)}
    for key in keys.raw:
        if key not in names | _WITHOUT_MEANING:
            keys.add(SETTING_WITHOUT_EFFECT, key, key=f"kramdown.{key}", effect="has no effect here")
    return Options(**{name: _value(keys, name, getattr(defaults, name)) for name in names})


def _value(keys: Keys, name: str, default: Any) -> Any:
    if keys.raw.get(name) is None:
        return default
    if name in _READERS:
        value = _READERS[name](keys, name)
        return default if value is None else value
    if isinstance(default, bool):
        return keys.text(name).strip().lower() not in ("false", "")  # as kramdown reads text
    return keys.number(name, default) if isinstance(default, int) else keys.text(name, default)


def _listed(keys: Keys, name: str) -> list[str]:
    """A list, or text with commas."""
    raw = keys.raw.get(name)
    return [part.strip() for part in raw.split(",")] if isinstance(raw, str) else list(keys.names(name))


def _quotes(keys: Keys, name: str) -> tuple[str, ...] | None:
    quotes = tuple(_listed(keys, name))
    if len(quotes) == 4:
        return quotes
    _refuse(keys, name, "lsquo,rsquo,ldquo,rdquo")
    return None


def _symbols(keys: Keys, name: str) -> dict[str, str]:
    symbols = keys.mapping(name)
    return {key: symbols.text(key) for key in symbols.raw}


def _levels(keys: Keys, name: str) -> tuple[int, ...] | None:
    raw = keys.raw[name]
    match = _RANGE.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if match:
        return tuple(range(int(match[1]), int(match[2]) + 1))
    levels = _listed(keys, name)
    if levels and set(levels) <= set("123456"):
        return tuple(dict.fromkeys(map(int, levels)))
    _refuse(keys, name, "1..6")
    return None


def _refuse(keys: Keys, name: str, example: str) -> None:
    values = {"key": f"kramdown.{name}", "value": keys.raw[name], "fault": "which kramdown does not accept"}
    keys.refuse(SETTING_VALUE, name, **values, hint=f"Write `{name}: {example}`.")


_READERS: Mapping[str, Callable[[Keys, str], Any]] = {
    "toc_levels": _levels, "smart_quotes": _quotes, "typographic_symbols": _symbols,
    "gfm_quirks": lambda keys, name: frozenset(filter(None, _listed(keys, name))),
}  # fmt: skip
