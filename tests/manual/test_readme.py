"""The README: its links lead somewhere, its targets exist, and its lines for `mkdocs.yml` make a blog.

`tests/cli/test_quick_start.py` runs its commands.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.manual.reading import ROOT, build_site, write

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_links_and_pictures_lead_to_files() -> None:
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", README)]
    local = [target for target in targets if ":" not in target]
    assert len(local) > 10
    assert [target for target in local if not (ROOT / target).is_file()] == []


def test_targets_of_make_exist() -> None:
    used = set(re.findall(r"\bmake ([a-z-]+)(?=`| +#)", README))
    assert len(used) > 3
    assert used <= set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_lines_of_mkdocs_yml_make_a_blog(tmp_path: Path) -> None:
    [lines] = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    write(tmp_path, "mkdocs.yml", f"site_name: Bees\nsite_url: https://bees.example/\ntheme: mkdocs\n{lines}")
    write(tmp_path, "docs/index.md", "# Bees\n")
    write(tmp_path, "docs/blog/posts/bees.md", "---\ndate: 2026-11-20\n---\n# Asleep\n\nThe hives are closed.\n")
    build_site(tmp_path, "--strict")
    assert "The hives are closed." in (tmp_path / "site/blog/index.html").read_text(encoding="utf-8")


def test_it_is_short() -> None:
    """One screen and a half, and the table."""
    assert len(README.splitlines()) <= 115
