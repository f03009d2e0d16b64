"""The tutorial, followed word for word; only what needs a network is taken as done."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from tests.manual.reading import DOCS, ROOT, Step, built, fetched, preview, run, sections, steps, write

TUTORIAL = (DOCS / "tutorial.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
READTHEDOCS = {"READTHEDOCS_CANONICAL_URL": "https://my-site.readthedocs.io/en/latest/"}
_ENVIRONMENT = ["python3 -m venv venv", ". venv/bin/activate"]
_INSTALLS = {
    f"pip install ./{PROJECT['name']}",
    f"pip wheel --no-deps --wheel-dir vendor ../{PROJECT['name']}",
    "pip install -r requirements.txt",
}
_ELSEWHERE = {
    "*.html": re.compile(r"""<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)="(?:https?:)?//([^/"]+)"""),
    "*.css": re.compile(r"""(?:url\(|@import)\s*["']?(?:https?:)?//([^/"')]+)"""),
}


class Reader:
    """Someone in a terminal, who does what the tutorial says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site: Path | None = None
        """Where the last build went; none while the preview is on."""

    def follow(self, text: str) -> None:
        for kind, group in groupby(steps(text), key=lambda step: step.kind):
            getattr(self, kind)(list(group))

    def file(self, files: list[Step]) -> None:
        for step in files:
            write(self.folder, step.name, step.text)
            for command in build_commands(step):
                self.command(command)

    def commands(self, blocks: list[Step]) -> None:
        for step in blocks:
            for command in step.text.splitlines():
                self.command(command)

    def command(self, command: str) -> None:
        words = shlex.split(command)
        if command in _INSTALLS or command in _ENVIRONMENT:
            return
        if words[0] == "cd":
            self.folder /= words[1]
        elif words[:2] == ["mkdocs", "serve"]:
            self.site = None
        else:
            assert words[0] == "mkdocs", command
            run(*words, cwd=self.folder, env=READTHEDOCS)
            self.site = self.folder / (words[words.index("--site-dir") + 1] if "--site-dir" in words else "site")

    def look(self, rows: list[Step]) -> None:
        if self.site is not None:
            seen = {step.name: built(self.site, step.name) for step in rows}
        else:
            with preview(self.folder) as address:
                seen = {step.name: fetched(address + step.name) for step in rows}
        for step in rows:
            expected = None if step.text == "(no such page)" else step.text
            assert (expected or "") in (seen[step.name] or ""), step
            assert (seen[step.name] is None) == (expected is None), step


def build_commands(step: Step) -> Iterator[str]:
    """The commands that a server runs for a configuration file of its own."""
    data: Any = yaml.safe_load(step.text) if step.name.startswith(".") and step.name.endswith((".yml", ".yaml")) else {}
    if step.name.startswith(".github/"):
        yield from [job["run"] for each in data["jobs"].values() for job in each["steps"] if "run" in job]
    elif step.name.startswith(".woodpecker/"):
        yield from [command for each in data["steps"].values() for command in each.get("commands", [])]
    elif step.name == ".readthedocs.yaml":
        assert data["python"]["install"] == [{"requirements": "requirements.txt"}]
        strict = " --strict" if data["mkdocs"]["fail_on_warning"] else ""
        config = data["mkdocs"]["configuration"]
        yield f"mkdocs build --clean --site-dir _readthedocs/html --config-file {config}{strict}"


def hosts_asked(site: Path) -> set[str]:
    """The other hosts that the pages of a site load something from."""
    texts = [
        (pattern, file.read_text(encoding="utf-8")) for kind, pattern in _ELSEWHERE.items() for file in site.rglob(kind)
    ]
    return {host for pattern, text in texts for host in pattern.findall(text)}


def file(name: str) -> str:
    """What the tutorial writes into a file, in the end."""
    return [step.text for step in steps(TUTORIAL) if step.name == name][-1]


def test_every_step_does_what_the_tutorial_says(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for title, text in sections(TUTORIAL).items():
        reader.follow(text)
        if title == "Build the site":
            assert reader.site
            assert hosts_asked(reader.site) == {"cdnjs.cloudflare.com"}
        if title == "Leave out scripts from elsewhere":
            assert reader.site
            assert not hosts_asked(reader.site)
    assert reader.site == tmp_path / "my-site/_readthedocs/html"


def test_hosts_install_what_the_tutorial_installs() -> None:
    """Until the package is on PyPI, the server installs a wheel, whose name holds the name and the version of today."""
    wheel = f"{PROJECT['name'].replace('-', '_')}-{PROJECT['version']}-py3-none-any.whl"
    [mkdocs] = [one for one in PROJECT["dependencies"] if one.startswith("mkdocs>")]
    assert file("requirements.txt").splitlines() == [mkdocs, f"./vendor/{wheel}"]


def test_every_host_has_its_address() -> None:
    """What is uploaded is what was built, and `site_url` is where it goes."""
    publish = yaml.safe_load(file(".woodpecker/pages.yaml"))["steps"]["publish"]["settings"]
    workflow = yaml.safe_load(file(".github/workflows/pages.yml"))["jobs"]["publish"]["steps"]
    [upload] = [step for step in workflow if "upload" in step.get("uses", "")]
    assert publish["UPLOAD_DIR"] == upload["with"]["path"] == "site"
    assert f"site_url: {publish['SITE_URL']}\n" in TUTORIAL
