"""After any edits, a warm build and the preview make the site of a cold build, and report the same.

`pytest --walk` takes more steps.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.host.report import Reporter
from tests.hosts.built import Command, Site, contents, shut_down

from .walk import Walk


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a build reports; the preview logs only what is new of it."""
    reported: list[str] = []
    report = Reporter.report

    def listed(self: Reporter, findings: Any, *args: Any) -> None:
        findings = list(findings)
        reported.extend(map(str, findings))
        report(self, findings, *args)

    monkeypatch.setattr(Reporter, "report", listed)
    return reported


def state_of(site: Site, findings: list[str], command: Command, *, fresh: bool) -> tuple[object, ...]:
    """Build, and return the site with everything reported, or the error that ended the build."""
    findings.clear()
    try:
        site.run(command=command, fresh=fresh)
    except Exception as error:  # noqa: BLE001 - the other build has to end with the same
        return type(error).__name__, str(error).replace(str(site.root), "")
    host = [] if command == "serve" else [line.replace(str(site.root), "") for line in site.warnings]
    return contents(site.out), sorted(findings), sorted(host)


def cold(walk: Walk, root: Path, findings: list[str], command: Command) -> tuple[object, ...]:
    """Build in an empty folder, beside the plugins of a preview."""
    option: Any = MkDocsConfig.plugins
    kept = dict(option.plugin_cache)
    option.plugin_cache.clear()
    shutil.rmtree(root, ignore_errors=True)
    walk.sync(root)
    state = state_of(Site(root), findings, command, fresh=True)
    shut_down()
    option.plugin_cache.update(kept)
    return state


def differences(first: tuple[object, ...], second: tuple[object, ...]) -> list[object]:
    """What differs, in few words."""
    if first == second:
        return []
    if len(first) != len(second) or not isinstance(first[0], dict) or not isinstance(second[0], dict):
        return [first[-1], second[-1]]
    pages = first[0].keys() | second[0].keys()
    return [
        *sorted(page for page in pages if first[0].get(page) != second[0].get(page)),
        *(part for one, other in zip(first[1:], second[1:], strict=True) if one != other for part in (one, other)),
    ]


@pytest.mark.parametrize(("command", "seed"), [("build", 1), ("build", 2), ("serve", 3)])
def test_a_walk_over_edits(
    request: pytest.FixtureRequest, tmp_path: Path, findings: list[str], command: Command, seed: int
) -> None:
    walk, warm = Walk(seed), Site(tmp_path / "walked")
    short, long = (5, 30) if command == "build" else (10, 30)
    steps = long if request.config.getoption("--walk") else short
    done = ["the first build"]
    for number in range(steps):
        walk.sync(warm.root)
        fresh = command == "build" or not number
        after = state_of(warm, findings, command, fresh=fresh)
        assert differences(after, cold(walk, tmp_path / "cold", findings, command)) == [], done
        done.append(walk.step())
