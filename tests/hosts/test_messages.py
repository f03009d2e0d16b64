"""Every message of the table: its example causes it, and following its hint removes it."""

from __future__ import annotations

import re
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import Abort

from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages import check
from mkdocs_iroco_blog.core.messages.message import Files, Message
from mkdocs_iroco_blog.core.messages.table import MESSAGES, rows
from tests.hosts.built import Site
from tests.hosts.written import require_plugins, theme_name

DEFAULTS = {"site_name": "Garden", "site_url": "https://example.org/", "theme": "mkdocs"}
_CODE = re.compile(r"\[(IB\d{3})\]$", re.MULTILINE)


def prepare(root: Path, code: str) -> None:
    """Make the folder the repository that two messages are about."""
    root.mkdir()
    if code in ("IB124", "IB125"):
        origin = root.with_name("origin") if code == "IB124" else root
        commands = [["init", "-q", str(origin)]]
        person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        commit = ["-C", str(origin), *person, "commit", "-q", "--allow-empty"]
        commands += [[*commit, "-m", "One"], [*commit, "-m", "Two"]]
        if code == "IB124":
            commands.append(["clone", "-q", "--depth=1", f"file://{origin}", str(root)])
        for command in commands:
            subprocess.run(["git", *command], check=True)  # noqa: S607


def write(root: Path, files: Files) -> Site:
    """Write an example, with the parts of a site that it leaves out."""
    for name, data in {"docs/index.md": "# Home\n\nWelcome.\n", **files}.items():
        if name != "mkdocs.yml" and data is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
    part = files.get("mkdocs.yml") or "plugins:\n  - search\n  - iroco-blog\n"
    config: dict[str, Any] = DEFAULTS | yaml.safe_load(part)
    theme = config["theme"] if isinstance(config["theme"], dict) else {"name": config["theme"]}
    config["theme"] = theme | {"name": theme_name(theme["name"])}
    require_plugins(config)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return Site(root)


def build(root: Path, files: Files) -> Site:
    """Build an example."""
    site = write(root, files)
    with suppress(Abort):
        site.run()
    return site


def messages(site: Site) -> dict[str, int]:
    """The codes of the messages in the log, with the level of each."""
    logged = ((code, record.levelno) for record in site.records for code in _CODE.findall(record.getMessage()))
    return dict(logged)


OF_A_BUILD = [row for row in MESSAGES.values() if row not in [*rows(check)]]
"""The rest, `iroco-blog check` reports."""


@pytest.mark.parametrize("row", OF_A_BUILD, ids=lambda row: row.code)
def test_example(row: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "1.0")  # for the plugin mike only
    if row.code == "IB540":
        pytest.importorskip("PIL.AvifImagePlugin")
    if row.code == "IB340":
        monkeypatch.setattr("mkdocs_iroco_blog.host.pictures.variants.pillow_version", str)  # there is none
    prepare(tmp_path / "before", row.code)
    site = build(tmp_path / "before", row.example)
    stops = row.level is Level.STOP
    assert messages(site) == {row.code: Level.ERROR if stops else row.level}, [r.getMessage() for r in site.records]
    if row.mended is not None:
        mended = build(tmp_path / "after", {**row.example, **row.mended})
        assert messages(mended) == {}
        assert mended.out.is_dir()
