"""Checks the texts that the command line names, or the README and the manual; fails if it finds something."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .grammar import grammar_findings, is_installed
from .style import read_style, style_findings
from .texts import pages

_MISSING = """\
Spelling and grammar are not checked: Harper is not installed. Install it with Node.js and this command:
    npm install --prefix build/harper harper.js@2.10.0
"""

style = read_style()
files = [Path(name) for name in sys.argv[1:]] or pages()
findings = [
    (file, finding) for file in files for finding in style_findings(file.read_text(encoding="utf-8"), style.avoid)
]
if is_installed():
    findings.extend(grammar_findings(files, list(style.rules_off)))
else:
    sys.stderr.write(_MISSING)
for file, finding in sorted(findings, key=lambda each: (each[0], each[1].line)):
    sys.stdout.write(f"{os.path.relpath(file)}:{finding.line}: {finding.text}: {finding.message}\n")
sys.exit(bool(findings) or (not is_installed() and bool(os.environ.get("CI"))))
