"""The first commands of the README, run by a shell in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import mf2py
import pytest
from lxml import html

from tests.cli.running import ROOT
from tests.cli.site import NOON
from tests.hosts.host import HOST

README = (ROOT / "README.md").read_text(encoding="utf-8")
[COMMANDS] = re.findall(r"^```bash\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
ON_HOST = re.sub(r"\bmkdocs(?!-)", HOST, COMMANDS)
"""The commands for the host of these tests, changed as the README says."""
PROGRAMS = {
    "python3": 'test "$*" = "-m venv venv" && mkdir -p venv/bin && touch venv/bin/activate',
    "pip": 'echo "$*" >>"$INSTALLED"',
    HOST: f'exec "{sys.executable}" -m {HOST} "$@"',
    "iroco-blog": f'exec "{sys.executable}" -m mkdocs_iroco_blog "$@"',
}
"""The first two stand in for a network: the packages are those of these tests. Pip would make the other two."""


def page(folder: Path, address: str) -> Path:
    """The file of a page of the built site."""
    return folder / "site" / urlsplit(address).path.strip("/") / "index.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was empty before the commands, with what they printed in `printed.txt` beside it."""
    place = tmp_path_factory.mktemp("quick-start")
    (place / "bin").mkdir()
    for name, text in PROGRAMS.items():
        (place / "bin" / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (place / "bin" / name).chmod(0o755)
    (place / "garden").mkdir()
    env = {
        **os.environ, **NOON, "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "INSTALLED": str(place / "installed.txt"), "NO_MKDOCS_2_WARNING": "1",
    }  # fmt: skip
    command = ["bash", "-e", "-c", ON_HOST]
    done = subprocess.run(command, cwd=place / "garden", env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "iroco-blog:" not in done.stderr, done.stderr
    (place / "printed.txt").write_text(done.stdout, encoding="utf-8")
    return place / "garden"


def test_eight_lines_are_enough() -> None:
    assert 1 <= len(COMMANDS.splitlines()) <= 8


def test_the_package_is_the_only_one_to_install(folder: Path) -> None:
    assert (folder.parent / "installed.txt").read_text(encoding="utf-8") == "install mkdocs-iroco-blog\n"


def test_the_first_post_has_a_page_at_the_address_that_was_printed(folder: Path) -> None:
    file, address = (folder.parent / "printed.txt").read_text(encoding="utf-8").splitlines()
    assert (folder / file).is_file()
    with page(folder, address).open(encoding="utf-8") as text:
        [entry] = mf2py.parse(doc=text, url=address)["items"]
    assert entry["type"] == ["h-entry"]
    values = entry["properties"]
    assert (values["name"], values["url"]) == (["Hello, world"], [address])
    assert values["published"] == ["2025-11-28"]
    assert values["content"][0]["value"].strip() == "It works."


def test_the_index_lists_the_post_and_the_home_page_links_to_the_index(folder: Path) -> None:
    index = "https://example.org/blog/"
    with page(folder, index).open(encoding="utf-8") as text:
        [feed] = [item for item in mf2py.parse(doc=text, url=index)["items"] if item["type"] == ["h-feed"]]
    assert [entry["properties"]["name"] for entry in feed["children"]] == [["Hello, world"]]
    home = html.parse(page(folder, "/")).getroot()
    home.make_links_absolute("https://example.org/")
    assert index in {link for _, _, link, _ in home.iterlinks()}


def test_every_feed_has_the_post(folder: Path) -> None:
    index = html.parse(page(folder, "/blog/"))
    kinds = "self::*[@type='application/atom+xml' or @type='application/rss+xml']"
    feeds = index.xpath(f"//link[@rel='alternate'][{kinds}]/@href")
    assert feeds
    for address in feeds:
        read = feedparser.parse((folder / "site" / urlsplit(address).path.lstrip("/")).read_bytes())
        assert not read.bozo
        assert [(entry.title, entry.link) for entry in read.entries] == [
            ("Hello, world", "https://example.org/blog/2025/11/28/hello-world/")
        ]
