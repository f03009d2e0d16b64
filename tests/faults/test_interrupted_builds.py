"""A build that fails, or is killed, loses nothing of the site that is there, and leaves nothing of its own behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.built import Folder

POSTS = {
    "docs/index.md": "# Home\n",
    "docs/about.md": "# About\n",
    **{f"docs/blog/posts/{n}.md": f"---\ndate: 2024-01-0{n}\ntitle: Post {n}\n---\nText {n}.\n" for n in (1, 2, 3)},
    "docs/news/posts/n.md": "---\ndate: 2024-02-01\n---\nNews.\n",
}
TWO_BLOGS = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}]
KILL = "os.kill(os.getpid(), signal.SIG{})"
HOOK = """
import os, signal
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

@event_priority({priority})
def {event}(*_, **__):
    {action}
"""


def hook(action: str, event: str = "on_pre_build", priority: int = -2_000_000) -> str:
    return HOOK.format(action=action, event=event, priority=priority)


def hidden(site: Path) -> list[str]:
    return sorted(path.name for path in site.iterdir() if path.name.startswith("."))


ERRORS = ["raise ValueError('no')", "raise KeyboardInterrupt", "raise Abort('no')", "raise SystemExit(3)"]


@pytest.mark.parametrize("action", ERRORS)
@pytest.mark.parametrize("options", [{}, {"blog_dir": ".", "post_dir": "blog/posts"}], ids=["blog", "root"])
def test_a_build_that_fails_before_the_host_clears_the_site_leaves_it_as_it_was(
    folder: Folder, action: str, options: dict[str, str]
) -> None:
    folder.write({**POSTS, "hook.py": hook(action)})
    folder.configure(options)
    before = folder.build().paths
    folder.configure(options, hooks=["hook.py"])
    failed = folder.build()
    assert failed.code
    assert failed.paths == before


def test_each_of_two_blogs_keeps_its_pages_when_a_hook_fails_and_another_one_at_the_end(folder: Folder) -> None:
    last = hook("raise ValueError('last')", "on_shutdown", priority=1000)
    folder.write({**POSTS, "hook.py": hook("raise ValueError('no')"), "last.py": last})
    folder.configure(plugins=TWO_BLOGS)
    before = folder.build().paths
    folder.configure(plugins=TWO_BLOGS, hooks=["hook.py", "last.py"])
    assert folder.build().paths == before


@pytest.mark.parametrize("signal", ["TERM", "KILL"])
def test_the_build_after_a_killed_one_finds_every_page_again_even_if_it_fails_too(folder: Folder, signal: str) -> None:
    folder.write({**POSTS, "kill.py": hook(KILL.format(signal)), "fail.py": hook("1 / 0", priority=0)})
    folder.configure()
    before = folder.build().paths
    folder.configure(hooks=["kill.py"])
    assert folder.build().code < 0
    folder.configure(hooks=["fail.py"])
    assert folder.build().paths == before


@pytest.mark.parametrize("options", [{}, {"cache": False}, {"enabled": False}, {"blog_dir": "texts"}])
def test_a_killed_build_leaves_no_folder_in_the_site_of_the_next_one(
    folder: Folder, options: dict[str, object]
) -> None:
    folder.write({**POSTS, "kill.py": hook(KILL.format("KILL"))})
    folder.configure()
    folder.build()
    folder.configure(hooks=["kill.py"])
    folder.build()
    folder.configure(options)
    built = folder.build()
    assert built.code == 0
    assert not hidden(built.site)
    clean = {path for path in built.paths if not path.startswith(("texts", "blog", "news"))}
    assert "about/index.html" in clean
