"""What was built from a Jekyll site and lies in its folder is neither read nor watched."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.faults.built import Folder

JEKYLL = {
    "_config.yml": "title: Jays\n",
    "index.html": "---\n---\n<p>Welcome.</p>\n",
    "about.md": "---\ntitle: About\n---\nJays.\n",
    "_posts/2024-01-02-good.md": "---\ntitle: Good\n---\nGood text.\n",
    "public/pic.txt": "A picture.\n",
    "handbook/index.md": "# Handbook\n",
}
HOOK = """
import json, pathlib
from mkdocs.plugins import event_priority

@event_priority(-2_000_000)
def on_serve(server, config, **_):
    root = pathlib.Path(config.config_file_path).parent
    site = pathlib.Path(config.site_dir)
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    watched = sorted(pathlib.Path(path).relative_to(root).as_posix() for path in server._watched_paths)
    (root.parent / "seen.json").write_text(json.dumps({"files": files, "watched": watched}))
    raise KeyboardInterrupt
"""


def served(folder: Folder) -> dict[str, Any]:
    """The files of a preview, and the paths that it watches."""
    environment = folder.environment()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:0"]
    subprocess.run(command, cwd=folder.root, env=environment, capture_output=True, timeout=120, check=False)
    seen: dict[str, Any] = json.loads((folder.root.parent / "seen.json").read_text(encoding="utf-8"))
    return seen


@pytest.fixture
def jekyll(folder: Folder) -> Folder:
    folder.write({**JEKYLL, "hook.py": HOOK})
    folder.configure({"jekyll": "."}, docs_dir="handbook", hooks=["hook.py"])
    return folder


@pytest.mark.parametrize("settings", [{}, {"site_dir": "public/built"}], ids=["site", "deep"])
def test_a_preview_reads_and_watches_nothing_of_the_last_build(folder: Folder, settings: dict[str, str]) -> None:
    folder.write({**JEKYLL, "hook.py": HOOK})
    folder.configure({"jekyll": "."}, docs_dir="handbook", hooks=["hook.py"], **settings)
    first = served(folder)
    assert folder.build().code == 0
    second = served(folder)
    assert second["files"] == first["files"]
    built = settings.get("site_dir", "site")
    assert not [path for path in second["watched"] if f"{built}/".startswith(f"{path}/")]
    assert "_posts" in second["watched"]


@pytest.mark.parametrize("place", ["other", "public/built", "deep/er/still"])
def test_a_build_reads_nothing_of_one_that_went_elsewhere(jekyll: Folder, place: str) -> None:
    first, preview = jekyll.build().paths, served(jekyll)
    (jekyll.root / place).parent.mkdir(parents=True, exist_ok=True)
    assert jekyll.build("-d", place).code == 0
    assert (jekyll.root / place / "index.html").exists()
    assert jekyll.build().paths == first
    again = served(jekyll)
    assert again["files"] == preview["files"]
    assert not [path for path in again["watched"] if f"{place}/".startswith(f"{path}/")]


def test_jekyll_s_own_destination_is_not_read_and_a_folder_named_site_is(folder: Folder) -> None:
    files = {"_site/old.html": "Old.", "public/old.html": "Old.", "site/plan.md": "---\ntitle: Plan\n---\nThe plan.\n"}
    folder.write({**JEKYLL, **files, "_config.yml": "title: Jays\ndestination: ./public\n"})
    folder.configure({"jekyll": "."}, docs_dir="handbook", site_dir="built")
    built = folder.build("-d", str(folder.root / "built"))
    assert "The plan." in (folder.root / "built/site/plan.html").read_text(encoding="utf-8")
    assert not list((folder.root / "built").rglob("old.html"))
    assert built.code == 0
