"""A large build has a second process convert posts and lay out pages: what comes out and is said is the same."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_iroco_blog.host.speed.process import RunAhead, can_fork
from tests.hosts.built import contents
from tests.hosts.host import COMMAND
from tests.hosts.written import post, write, write_config

POSTS = 60
TWO = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
COUNTING = """
import logging
import os
import time
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Counting(Preprocessor):
    def run(self, lines):
        first = next(filter(None, lines))
        with open("counted", "a", encoding="utf-8") as counted:
            counted.write(f"{os.getpid()} {first}\\n")
        while WAITS and "Text 40" in first and len({line.split()[0] for line in open("counted")}) < 2:
            time.sleep(0.01)
        if "7" in first:
            logging.getLogger("mkdocs.counting").warning("A seven: %s", first)
        if FAILS and open("first", encoding="utf-8").read() != str(os.getpid()) and "Text 51" in first:
            raise ValueError("Only in the second process")
        return lines

class Counted(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Counting(md), "counting", 100)

def makeExtension(**options):
    return Counted(**options)
"""
HOOK = """
import os
def on_config(config):
    with open("first", "w", encoding="utf-8") as file:
        file.write(str(os.getpid()))
def on_page_markdown(markdown, **_):
    return CHANGED
def on_page_context(context, page, **_):
    if "/tag/" in page.url or "1/p" in page.url:
        page.title = f"{page.title}, renamed"
    return context
"""


ALONE = """
import os, sys
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
os.execv(sys.argv[1], sys.argv[1:])
"""


class Built:
    """A site built by the host's command."""

    def __init__(self, root: Path, *more: str, alone: bool = False) -> None:
        (root / "counted").unlink(missing_ok=True)
        command = [*COMMAND, "build", *more]
        if alone:  # on one processor
            command = [sys.executable, "-c", ALONE, *command]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        self.status = done.returncode
        self.said = [line for line in done.stderr.splitlines() if "built in" not in line and "directory" not in line]
        self.pages = contents(root / "site")
        counted = (root / "counted").read_text(encoding="utf-8").splitlines()
        self.texts = sorted(line.partition(" ")[2] for line in counted)
        self.processes = len({line.partition(" ")[0] for line in counted})


@pytest.fixture
def site(tmp_path: Path):
    """Writes a site of many posts, each with a link, some of them lost; the rest is what a test asks for."""

    def written(
        name: str, *, posts: int = POSTS, changed: str = "markdown", fails: bool = False,
        waits: bool = False, **options: object,
    ) -> Path:  # fmt: skip
        root = tmp_path / name
        for n in range(posts):
            body = f"Text {n}\n\n[Next]({n + 1}.md#part) and ![a picture](x.svg).\n\n## Part\n"
            source = post("2026-01-01", body, title=f"P{n}", tags=["t", f"t{n % 7}"])
            write(root, {f"docs/blog/posts/{n}.md": source})
        extension = COUNTING.replace("FAILS", str(fails)).replace("WAITS", str(waits))
        write(root, {"docs/index.md": "# Home\n", "docs/blog/posts/x.svg": "<svg/>"})
        write(root, {"counting.py": extension, "hook.py": HOOK.replace("CHANGED", changed)})
        config = {"markdown_extensions": ["counting"], "hooks": ["hook.py"]}
        write_config(root, "mkdocs", {"cache_extensions": ["counting"], **options}, config, None)
        return root

    return written


def test_pages_and_warnings_are_those_of_one_process(site) -> None:
    """The first process waits for the other one to begin: on a busy machine it may else be done before."""
    one, two = Built(site("one", cache=False)), Built(root := site("two", waits=TWO))
    assert two.pages == one.pages
    assert two.said == one.said
    assert any(f"{POSTS}.md" in line for line in two.said)
    assert any("A seven: Text 47" in line for line in two.said)
    assert two.texts == one.texts
    assert len(two.texts) == POSTS + 1
    assert (one.processes, two.processes) == (1, 2 if TWO else 1)
    again = Built(root)
    assert again.pages == one.pages
    assert again.said == one.said
    assert again.texts == ["# Home"]


def test_it_is_as_strict(site) -> None:
    assert Built(site("strict"), "--strict").status == 1


def test_what_other_plugins_make_of_a_text_counts(site) -> None:
    changed = "markdown.replace('Text', 'Words')"
    one, two = Built(site("one", changed=changed, cache=False)), Built(site("two", changed=changed))
    assert two.pages == one.pages
    assert two.said == one.said
    own = [text for text in two.texts if text.startswith("Words")]
    assert len(own) == len(set(own)) == POSTS


def test_a_text_here_and_there_may_be_changed(site) -> None:
    changed = "markdown.replace('Text 5', 'Words 5')"
    one, two = Built(site("one", changed=changed, cache=False)), Built(site("two", changed=changed))
    assert two.pages == one.pages
    assert two.said == one.said


@pytest.mark.skipif(not TWO, reason="There is no second process here.")
def test_pages_are_laid_out_as_by_one_process(site) -> None:
    options = {"posts": 220, "pagination_per_page": 3, "cache": False}
    one, two = Built(site("one", **options), alone=True), Built(site("two", **options))
    assert len(two.pages) > 220 + 220 / 3
    assert {name for name in one.pages if one.pages[name] != two.pages.get(name)} == set()
    assert two.pages.keys() == one.pages.keys()
    assert two.said == one.said


@pytest.mark.skipif(not TWO, reason="There is no second process here.")
def test_where_the_second_process_fails_the_first_does_all(site) -> None:
    one, two = Built(site("one", cache=False)), Built(site("two", fails=True))
    assert two.pages == one.pages
    assert two.said == one.said
    assert two.status == 0


def test_threads_are_not_copied() -> None:
    going = threading.Event()
    thread = threading.Thread(target=going.wait)
    thread.start()
    assert not can_fork(100)
    going.set()
    thread.join()


@pytest.mark.skipif(not TWO, reason="a worker needs a second processor, and Linux")
@pytest.mark.parametrize("wanted", [range(40), range(0, 40, 7), (30, 3, 39)], ids=["all", "some", "out of order"])
def test_a_worker_that_runs_ahead_does_what_this_process_has_not_begun(wanted) -> None:
    tasks = [[n] for n in range(40)]
    worker = RunAhead(tasks, lambda task: (os.getpid(), task[0]))
    try:
        results = [(n, worker.result(tasks[n])) for n in wanted]
    finally:
        worker.stop()
    assert all(result is None or (result[0] != os.getpid() and result[1] == n) for n, result in results)


def test_python_searches_for_garbage_as_before_when_the_build_ends(tmp_path: Path) -> None:
    usual = gc.get_threshold()
    write(tmp_path, {
        "docs/index.md": "# Home\n", "docs/blog/posts/a.md": post(title="A"),
        "hook.py": "import gc\ndef on_page_content(html, **_):\n    return f'{html}<i>{gc.get_threshold()[0]}</i>'\n",
    })  # fmt: skip
    write_config(tmp_path, "mkdocs", {}, {"hooks": ["hook.py"]}, None)
    build(load_config(str(tmp_path / "mkdocs.yml")))
    (page,) = (tmp_path / "site").rglob("a/index.html")
    assert "<i>1000000</i>" in page.read_text("utf-8")
    assert gc.get_threshold() == usual
