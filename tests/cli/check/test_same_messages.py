"""`check` gives the messages of a build: of every row of the table, and on whole sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_iroco_blog.cli.check.run import Run, run
from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages.message import Message
from tests.hosts.built import contents, shut_down
from tests.hosts.test_messages import OF_A_BUILD, messages, prepare, write

SITES = Path(__file__).parents[2] / "faults" / "sites"


def check_once(root: Path) -> Run:
    shut_down()
    return run(root / "mkdocs.yml", lambda _: ())


@pytest.mark.parametrize("row", OF_A_BUILD, ids=lambda row: row.code)
def test_a_check_finds_what_a_build_reports(row: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tests/hosts/test_messages.py` holds that a build gives this message, and no other."""
    monkeypatch.setenv("MIKE_DOCS_VERSION", "1.0")
    if row.code == "IB540":
        pytest.importorskip("PIL.AvifImagePlugin")
    if row.code == "IB340":
        monkeypatch.setattr("mkdocs_iroco_blog.host.pictures.variants.pillow_version", str)
    root = tmp_path / "site"
    prepare(root, row.code)
    site = write(root, row.example)
    before = contents(root)
    site.records = check_once(root).records
    stops = row.level is Level.STOP
    assert messages(site) == {row.code: Level.ERROR if stops else row.level}, [r.getMessage() for r in site.records]
    cached = {name for name in contents(root) if name.startswith(".cache/")}
    assert {name: data for name, data in contents(root).items() if name not in cached} == {
        name: data for name, data in before.items() if name not in cached
    }, "A check writes nothing but the cache."
