"""The page on neighbours: its posts that a script writes are posts."""

from __future__ import annotations

import re
from pathlib import Path

from tests.faults.built import Folder

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def test_posts_that_a_script_writes(tmp_path: Path) -> None:
    section = (ROOT / "docs" / "neighbours.md").read_text("utf-8").partition("## Posts that a script writes")[2]
    files = dict(FENCE.findall(section.partition("\n## ")[0]))
    folder = Folder(tmp_path, ROOT)
    folder.write({**files, "docs/index.md": "# Home\n"})
    folder.write({"mkdocs.yml": "site_name: Garden\nsite_url: https://example.org/\n" + files["mkdocs.yml"]})
    built = folder.build("--strict")
    assert built.code == 0, built.log
    assert built.words("blog/2026/10/04/version-11/index.html", ".dt-published") == "October 4, 2026"
    assert [entry.title for entry in built.entries()] == ["Version 1.1", "Version 1.0"]
    assert "The first release." in built.words("blog/index.html")
    assert [path.name for path in (tmp_path / "docs").iterdir()] == ["index.md"]
