"""Explain why a fragment cannot be rendered: the reason as half a sentence, and the remedy as a whole one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import is_dataclass
from typing import Any, Self, cast

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateNotFound, Undefined, UndefinedError
from jinja2.utils import missing

from mkdocs_iroco_blog.core.findings import nearest

from .translator import load_translator

_UNCLOSED = re.compile(r"Unexpected end of template\..*block that needs to be closed is '(\w+)'")
_UNKNOWN = re.compile(r"No (filter|test) named '([^']+)'|Encountered unknown (tag) '([^']+)'")
_TAGS = frozenset({
    "autoescape", "block", "call", "elif", "else", "endautoescape", "endblock", "endcall", "endfilter", "endfor",
    "endif", "endmacro", "endset", "endwith", "extends", "filter", "for", "from", "if", "import", "include", "macro",
    "set", "with",
})  # fmt: skip
_CORRECT = "Correct this line."


class UnknownNameError(UndefinedError):
    """A fragment uses a name that does not exist."""

    def __init__(self, reason: str, name: str, known: Collection[str]) -> None:
        """`known` are the names that exist; empty for variables."""
        super().__init__(reason)
        self.name, self.known = name, known


class FragmentUndefined(Undefined):
    """A name without a value. It is empty, as in any template of Jinja's, unless it is an attribute of our values.

    The attributes of those are always the same, so one that does not exist is misspelt.
    """

    __slots__ = ()

    def __new__(cls, _hint: str | None = None, obj: Any = missing, *_: Any, **__: Any) -> Self:
        """Choose the class by the value that lacks the attribute."""
        return cast("Self", object.__new__(_UnknownAttribute if is_dataclass(obj) else cls))

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, *_: Any) -> None:
        def error(message: str | None) -> UnknownNameError:
            known = [] if obj is missing else [key for key in dir(obj) if not key.startswith("_")]
            return UnknownNameError(_reason(obj, name) or message or "", str(name), known)

        super().__init__(hint, obj, name, error)  # type: ignore[arg-type] # Jinja only calls it


class _UnknownAttribute(FragmentUndefined, StrictUndefined):
    """Fails wherever it is used."""

    __slots__ = ()


def _reason(obj: Any, name: Any) -> str:
    """Say that a variable, or an attribute of a value of ours, does not exist. Empty for other values."""
    if obj is missing:
        return f"there is no `{name}`"
    kind = re.sub(r"(?<!^)(?=[A-Z])", " ", type(obj).__name__.removesuffix("Context")).lower()
    return f"there is no `{name}` in the {kind}" if is_dataclass(obj) else ""


def explain(error: Exception, env: Environment, variables: Collection[str]) -> tuple[str, str]:
    """Return the reason and the remedy. `variables` are the names of the values that the fragment gets."""
    text = " ".join(str(getattr(error, "message", None) or error).split())
    if unknown := _unknown_name(error, text, env, variables):
        close = nearest(unknown.name, unknown.known)
        return str(unknown), f"Write `{close}`." if close else _CORRECT
    if match := _UNCLOSED.match(text):
        return f"`{match[1]}` is not closed", f"Write `{{% end{match[1]} %}}` where it ends."
    if not isinstance(error, TemplateError):
        return ": ".join(filter(None, (type(error).__name__, text.rstrip(".")))), _CORRECT
    return text[:1].lower() + text[1:].partition(". ")[0].rstrip("."), _CORRECT


def _unknown_name(error: Exception, text: str, env: Environment, variables: Collection[str]) -> UnknownNameError | None:
    """Return an error about a name that does not exist, whatever Jinja makes of it, with the names that do."""
    if isinstance(error, UnknownNameError):
        return UnknownNameError(text, error.name, error.known or variables)
    if isinstance(error, KeyError):  # of `say`, since a key that a mapping lacks is empty
        name = str(error.args[0])
        return UnknownNameError(f"there is no phrase `{name}`", name, load_translator("en").phrases)
    if isinstance(error, TemplateNotFound):
        names = [name for name in env.list_templates() if name.endswith(".html")]
        return UnknownNameError(f"there is no template `{error.name}`", str(error.name), names)
    if match := _UNKNOWN.match(text):
        kind, name = match[1] or match[3], match[2] or match[4]
        known = {"filter": env.filters, "test": env.tests, "tag": () if name in _TAGS else _TAGS}[kind]
        reason = f"the tag `{name}` closes nothing" if name in _TAGS else f"there is no {kind} `{name}`"
        return UnknownNameError(reason, name, known)
    return None
