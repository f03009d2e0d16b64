"""Templates, compiled once a run.

A build compiles all templates of its theme, which takes half of a small site's time; tests build thousands of those.
"""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment


def compile_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Jinja keep what it compiles: that depends on a template's text, and on what its environment knows."""
    compile_anew: Any = Environment.compile
    compiled: dict[Any, Any] = {}

    def compile_kept(self: Environment, source: Any, *named: Any, **how: Any) -> Any:
        # A build may bring filters of its own, made anew: the compiled template looks them up by name.
        known = (self.autoescape, self.trim_blocks, self.lstrip_blocks, *self.extensions, *self.filters)
        key = (source, named, tuple(how.items()), known)
        if key not in compiled:
            compiled[key] = compile_anew(self, source, *named, **how)
        return compiled[key]

    monkeypatch.setattr(Environment, "compile", compile_kept)
