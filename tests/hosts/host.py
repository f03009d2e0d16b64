"""The program that builds the sites of these tests: MkDocs, or ProperDocs in its stead.

`BLOG_HOST` chooses where both are installed; a command of the host is `[*COMMAND, "build"]`.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec

HOST = os.environ.get("BLOG_HOST") or ("mkdocs" if find_spec("mkdocs") else "properdocs")
COMMAND = (sys.executable, "-m", HOST)

if HOST == "properdocs":
    import_module("properdocs.replacement")  # as its command does: from here on, `mkdocs.…` is `properdocs.…`
