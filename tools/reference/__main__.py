"""Writes the generated files that are out of date, and names them."""

from __future__ import annotations

import sys

from .files import ROOT, outdated

for path, text in outdated().items():
    path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{path.relative_to(ROOT).as_posix()}\n")
