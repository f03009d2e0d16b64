"""Deep nesting, and files that cannot be read: the log names the file, and the other posts are built."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.built import HOME, Built, Folder

GOOD = "---\ndate: 2024-01-02\ntitle: Good\n---\nGood text.\n"
DEEP = {
    "div": "<div>\n" * 1500 + "deep" + "</div>\n" * 1500,
    "unclosed": "<div>" * 3000 + "deep",
    "span": "a " + "<span>" * 1500 + "deep" + "</span>" * 1500,
    "bold": "<b>" * 1500 + "deep",
    "list": "<ul><li>" * 1500 + "deep",
    "quotation": "<blockquote>" * 1500 + "deep",
    "table": "<table><tr><td>" * 1500 + "deep",
    "details": "<details><summary>" * 1500 + "deep",
    "heading": "<div><h2>A</h2>" * 1500 + "deep",
    "three": "<font><i><b>" * 1500 + "deep",
}
Make = Callable[[Path], object]
NO_FILES: dict[str, Make] = {
    "nowhere": lambda path: path.symlink_to("nowhere.md"),
    "itself": lambda path: path.symlink_to(path.name),
    "pipe": os.mkfifo,
}
JEKYLL = {"_config.yml": "title: Jays\n", "_posts/2024-01-02-good.md": GOOD}
VANISHING = """
import pathlib
from mkdocs.plugins import event_priority

@event_priority({priority})
def on_files(files, config, **_):
    for path in pathlib.Path(config.config_file_path).parent.rglob("*gone*"):
        path.unlink()
"""


def told(built: Built, name: str) -> bool:
    """Whether the build is done, its log names a file, and nothing has a traceback."""
    return built.code == 0 and name in built.log and "Traceback" not in built.log


def test_elements_may_be_nested_as_deep_as_the_host_converts_them(build) -> None:
    posts = {
        f"docs/blog/posts/{name}.md": f"---\ndate: 2024-02-01\nslug: {name}\n---\n{text}\n"
        for name, text in DEEP.items()
    }
    built = build({**posts, "docs/blog/posts/good.md": GOOD})
    assert "Traceback" not in built.log
    assert built.code == 0
    for name in DEEP:
        assert "deep" in built.words(f"blog/2024/02/01/{name}/index.html")


def test_a_list_that_markdown_cannot_convert_is_named_and_costs_no_other_post(build) -> None:
    deep = "---\ndate: 2024-02-01\nslug: deep\n---\n" + "".join(f"{'    ' * n}- level {n}\n" for n in range(400))
    built = build({"docs/blog/posts/deep.md": deep, "docs/blog/posts/good.md": GOOD})
    assert told(built, "blog/posts/deep.md")
    assert "Good text." in built.words("blog/2024/01/02/good/index.html")
    assert "level 399" in built.words("blog/2024/02/01/deep/index.html")


@pytest.mark.skipif(os.name != "posix", reason="makes links and pipes")
@pytest.mark.parametrize("kind", NO_FILES)
def test_posts_and_pictures_that_cannot_be_read_cost_no_other_post(folder: Folder, kind: str) -> None:
    folder.write({"docs/index.md": HOME, "docs/blog/posts/good.md": GOOD})
    for name in ("bad.md", "bad.png"):
        NO_FILES[kind](folder.root / "docs/blog/posts" / name)
    folder.configure({})
    built = folder.build(timeout=30)
    assert told(built, "blog/posts/bad.md")
    assert told(built, "blog/posts/bad.png")
    assert "Good text." in built.words("blog/2024/01/02/good/index.html")


@pytest.mark.skipif(os.name != "posix", reason="makes links and pipes")
@pytest.mark.parametrize("kind", NO_FILES)
def test_files_of_a_jekyll_site_that_cannot_be_read_cost_no_post(folder: Folder, kind: str) -> None:
    names = ["_posts/2024-01-01-bad.md", "about.md", "a.png", "_includes/a.html", "_data/a.yml"]
    folder.write({"docs/index.md": HOME, **JEKYLL})
    for name in names:
        path = folder.root / name
        path.parent.mkdir(exist_ok=True)
        NO_FILES[kind](path)
    folder.configure({"jekyll": "."})
    built = folder.build(timeout=30)
    assert all(told(built, name) for name in names)
    assert [page for page in built.paths if "good" in page]


@pytest.mark.skipif(os.name != "posix", reason="makes links")
@pytest.mark.parametrize("target", [".", "..", "../.."])
def test_a_folder_that_leads_to_itself_is_one_message(folder: Folder, target: str) -> None:
    folder.write({"docs/index.md": HOME, "docs/blog/posts/good.md": GOOD, "docs/blog/posts/sub/more.md": GOOD})
    (folder.root / "docs/blog/posts/sub/loop").symlink_to(target)
    folder.configure({})
    built = folder.build()
    assert told(built, "posts/sub/loop")
    assert built.log.count("posts/sub/loop") == 1
    assert len(built.entries()) == 2


@pytest.mark.skipif(os.name != "posix", reason="makes links")
def test_two_folders_that_lead_to_each_other_are_one_message_each(folder: Folder) -> None:
    folder.write({"docs/index.md": HOME, "docs/blog/posts/a/one.md": GOOD, "docs/blog/posts/b/two.md": GOOD})
    (folder.root / "docs/blog/posts/a/b").symlink_to("../b")
    (folder.root / "docs/blog/posts/b/a").symlink_to("../a")
    folder.configure({})
    built = folder.build()
    assert told(built, "posts/a/b/a")
    assert built.log.count("posts/a/b/a") == 1


@pytest.mark.parametrize("priority", [1000, 50])
@pytest.mark.parametrize("name", ["gone.md", ".meta.yml", "_posts/2024-01-01-gone.md"])
def test_a_file_that_vanishes_during_the_build_costs_no_other_post(folder: Folder, priority: int, name: str) -> None:
    is_jekyll = name.startswith("_")
    hook = VANISHING.format(priority=priority).replace("*gone*", f"*{Path(name).name}")
    text = "tags: [a]\n" if name.endswith(".yml") else GOOD.replace("Good", "Gone")
    bad = name if is_jekyll else f"docs/blog/posts/{name}"
    folder.write({"docs/index.md": HOME, **(JEKYLL if is_jekyll else {"docs/blog/posts/good.md": GOOD})})
    folder.write({bad: text, "hook.py": hook})
    folder.configure({"jekyll": "."} if is_jekyll else {}, hooks=["hook.py"])
    built = folder.build()
    assert "Traceback" not in built.log
    assert built.code == 0
    assert [page for page in built.paths if "good" in page]


@pytest.mark.skipif(os.name != "posix", reason="makes links")
@pytest.mark.parametrize("name", [".authors.yml", "posts/.meta.yml"])
def test_authors_and_defaults_that_cannot_be_read_are_named(folder: Folder, name: str) -> None:
    folder.write({"docs/index.md": HOME, "docs/blog/posts/good.md": GOOD})
    (folder.root / "docs/blog" / name).symlink_to("nowhere")
    folder.configure({})
    built = folder.build()
    assert told(built, Path(name).name)
    assert "Good text." in built.words("blog/2024/01/02/good/index.html")


@pytest.mark.skipif(os.name != "posix", reason="makes links")
def test_the_lock_of_an_editor_is_no_post(folder: Folder) -> None:
    folder.write({"docs/index.md": HOME, "docs/blog/posts/good.md": GOOD})
    (folder.root / "docs/blog/posts/.#good.md").symlink_to("ada@garden.1234")
    folder.configure({})
    built = folder.build("--strict")
    assert built.code == 0
    assert not built.lines
