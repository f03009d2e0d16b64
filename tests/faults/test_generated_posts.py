"""The posts of a blog are the posts that exist when other plugins are done with the list of files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.faults.built import Built

FEED = "blog/feed.xml"


def post(title: str, date: str, text: str, tag: str = "") -> str:
    tags = f"tags: [{tag}]\n" if tag else ""
    return f"---\ndate: {date}\n{tags}---\n# {title}\n\n{text}\n\nThe rest of {title}.\n"


POSTS = {
    "docs/blog/posts/first.md": post("First", "2024-01-01", "Bees in January.", "winter"),
    "docs/blog/posts/wip/secret.md": post("Secret", "2024-02-02", "Honey underground.", "hidden-tag"),
    "docs/blog/posts/wip/undated.md": "# Undated\n\nNobody dated this.\n",
    "docs/blog/posts/last.md": post("Last", "2024-03-03", "Bees in March.", "winter"),
}
DATED = {name: text for name, text in POSTS.items() if "undated" not in name}
GENERATED = (
    "---\ndate: 2024-06-01\ntags: [made]\nauthors: [ada]\n---\n# Generated\n\nHoney by machine. [First](first.md)\n"
)
GENERATED += "\nMore.\n"
AUTHORS = "authors: {ada: {name: Ada Lovelace}}\n"
GEN = f"""
import mkdocs_gen_files
for name, content in ("posts/gen.md", {GENERATED!r}), ("posts/pic.png", "picture"), (".authors.yml", {AUTHORS!r}):
    with mkdocs_gen_files.open("blog/" + name, "w") as file:
        file.write(content)
"""
HOOK = f"""
from mkdocs.structure.files import File
def on_files(files, config):
    for name, content in ("posts/gen.md", {GENERATED!r}), ("posts/pic.png", "picture"), (".authors.yml", {AUTHORS!r}):
        files.append(File.generated(config, "blog/" + name, content=content))
"""
EACH = """
from mkdocs.structure.files import Files, InclusionLevel
def {event}:
    for file in list(files):
        if "/wip/" in file.src_uri:
            {action}
"""
NEW_LIST = """
from mkdocs.structure.files import Files
def on_files(files, config):
    return Files([file for file in files if "/wip/" not in file.src_uri])
"""
HOOKED: dict[str, Any] = {"hooks": ["hook.py"]}
REMOVALS: Mapping[str, tuple[dict[str, Any], str]] = {
    "mkdocs-exclude": ({"plugins": ["search", {"exclude": {"glob": ["blog/posts/wip/*"]}}]}, ""),
    "mkdocs-exclude on Material": (
        {"theme": "material", "plugins": [{"exclude": {"regex": [r".*/wip/.*"]}}, "search"]}, "",
    ),
    "a hook that removes the file": (HOOKED, EACH.format(event="on_files(files, config)", action="files.remove(file)")),
    "a hook that returns a list of its own": (HOOKED, NEW_LIST),
    "a hook that excludes the file": (
        HOOKED, EACH.format(event="on_files(files, config)", action="file.inclusion = InclusionLevel.EXCLUDED"),
    ),
    "a hook that removes the file while it makes the navigation": (
        HOOKED, EACH.format(event="on_nav(nav, config, files)", action="files.remove(file)"),
    ),
}  # fmt: skip


def html_pages(built: Built) -> dict[str, str]:
    return {path: built.text(path) for path in built.paths if path.endswith(".html")}


def dead_links(built: Built) -> list[tuple[str, str]]:
    """Links of the blog's pages that lead to no file of the site."""
    dead = []
    for path in html_pages(built):
        folder = (built.site / path).parent
        for link in built.page(path).css(".h-feed a[href], .h-entry a[href]"):
            href = (link.attributes["href"] or "").partition("#")[0]
            target = folder / href
            if href and ":" not in href and not (target.is_file() or (target / "index.html").is_file()):
                dead.append((path, href))
    return dead


@pytest.mark.parametrize("way", REMOVALS)
def test_a_post_whose_file_another_plugin_removes_is_nowhere(build: Callable[..., Built], way: str) -> None:
    settings, hook = REMOVALS[way]
    files = POSTS if "navigation" not in way else DATED
    built = build({**files, "hook.py": hook}, strict=True, **settings)
    assert built.code == 0, built.log
    assert built.holding("Honey underground") == []
    assert not [path for path, text in html_pages(built).items() if "Secret" in text or "hidden-tag" in text]
    assert [entry.title for entry in built.entries(FEED)] == ["Last", "First"]
    assert dead_links(built) == []
    assert "undated.md" not in built.log


@pytest.mark.parametrize(
    ("source", "settings"),
    [
        ({"gen.py": GEN}, {"plugins": ["search", {"gen-files": {"scripts": ["gen.py"]}}]}),
        ({"gen.py": GEN}, {"plugins": ["iroco-blog", "search", {"gen-files": {"scripts": ["gen.py"]}}]}),
        ({"gen.py": HOOK}, {"hooks": ["gen.py"]}),
    ],
    ids=["gen-files", "gen-files, after the blog", "a hook"],
)
def test_a_post_that_another_plugin_generates_is_a_post(
    build: Callable[..., Built], source: dict[str, str], settings: dict[str, Any]
) -> None:
    plugins = settings.get("plugins", ["search"])
    redirects = {"redirects": {"redirect_maps": {"old.md": "blog/posts/gen.md", "older.md": "blog/posts/first.md"}}}
    files = {"docs/blog/posts/first.md": POSTS["docs/blog/posts/first.md"], **source}
    built = build(files, strict=True, **{**settings, "plugins": [*plugins, redirects]})
    assert built.code == 0, built.log
    page = "blog/2024/06/01/generated/index.html"
    assert page in built.paths
    assert built.words(page, ".dt-published") == "June 1, 2024"
    assert "Honey by machine." in built.words("blog/index.html", ".h-entry")
    assert "More." not in built.words("blog/index.html")
    assert "Generated" in built.words("blog/tag/made/index.html", "article, main, body")
    assert [entry.title for entry in built.entries(FEED)] == ["Generated", "First"]
    assert dead_links(built) == []
    assert "blog/2024/06/01/generated/" in built.text("old/index.html")
    assert "blog/2024/01/01/first/" in built.text("older/index.html")
    assert "Generated" in built.text("search/search_index.json")
    assert not [path for path in built.paths if path.startswith("blog/posts/")]
    assert "blog/pic.png" in built.paths
    assert "Ada Lovelace" in built.words(page)


def notebook(*cells: tuple[str, str], **metadata: Any) -> str:
    made: list[dict[str, Any]] = [
        {"cell_type": kind, "id": f"cell{number}", "metadata": {}, "source": text.splitlines(keepends=True)}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for number, (kind, text) in enumerate(cells)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": made, "metadata": {**kernel, **metadata}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


FRONT = "---\ntitle: A note\ndate: 2024-05-04\ntags:\n  - lab\n---"
TEXT = ("markdown", "# A note\n\nBees in numbers.\n\nAnd more of them.")
CODE = ("code", "print(6 * 7)")
SCRIPT = """\
# ---
# title: A note
# date: 2024-05-04
# tags: [lab]
# ---

# %% [markdown]
# # A note
#
# Bees in numbers.
#
# And more of them.

# %%
print(6 * 7)
"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("2024-05-04-a-note.ipynb", notebook(TEXT, CODE, tags=["lab"])),
        ("a-note.ipynb", notebook(("raw", FRONT), TEXT, CODE)),
        ("a-note.ipynb", notebook(("markdown", FRONT), TEXT, CODE)),
        ("a-note.ipynb", notebook(("markdown", f"{FRONT}\n\n{TEXT[1]}"), CODE)),
        ("a-note.ipynb", notebook(TEXT, CODE, title="A note", date="2024-05-04", tags=["lab"])),
        ("a-note.py", SCRIPT),
    ],
    ids=["dated by its name", "a raw cell", "a Markdown cell", "a cell that goes on", "metadata", "a script"],
)  # fmt: skip
def test_a_notebook_is_a_post(build: Callable[..., Built], name: str, content: str) -> None:
    files = {"docs/blog/posts/first.md": POSTS["docs/blog/posts/first.md"], f"docs/blog/posts/{name}": content}
    built = build(files, strict=True, plugins=["search", "mkdocs-jupyter"])
    assert built.code == 0, built.log
    page = "blog/2024/05/04/a-note/index.html"
    assert page in built.paths
    assert built.words(page, ".dt-published") == "May 4, 2024"
    assert [heading.text() for heading in built.page(page).css("h1")] == ["A note"]
    assert "print" in built.words(page)
    assert "tags:" not in built.words(page, ".e-content")
    assert "2024-05-04" not in built.words(page, ".e-content")
    assert built.words("blog/index.html", ".h-entry .p-summary") == "Bees in numbers."
    assert "A note" in built.words("blog/tag/lab/index.html")
    assert [entry.title for entry in built.entries(FEED)] == ["A note", "First"]
    assert dead_links(built) == []


def test_a_list_that_another_plugin_removes_is_linked_nowhere(build: Callable[..., Built]) -> None:
    exclude = {"exclude": {"glob": ["blog/tag/winter.md", "blog/archive*"]}}
    built = build(DATED, strict=True, plugins=["search", exclude])
    assert built.code == 0, built.log
    assert not [path for path in built.paths if path.startswith(("blog/tag/winter", "blog/archive"))]
    assert "winter" in built.words("blog/2024/01/01/first/index.html")
    assert "blog/tag/hidden-tag/index.html" in built.paths
    assert dead_links(built) == []


def test_a_blog_that_another_plugin_removes_leaves_no_trace(build: Callable[..., Built]) -> None:
    built = build(POSTS, strict=True, plugins=["search", {"exclude": {"glob": ["blog/*"]}}])
    assert built.code == 0, built.log
    assert not [path for path in built.paths if path.startswith("blog/")]
    assert "blog/" not in built.text("index.html")


def test_a_page_that_another_plugin_adds_introduces_a_list(build: Callable[..., Built]) -> None:
    script = """
import mkdocs_gen_files
for name, title in ("blog/index.md", "All news"), ("blog/tag/winter.md", "In winter"):
    with mkdocs_gen_files.open(name, "w") as file:
        print(f"# {title}\\n\\nBy a script.", file=file)
"""
    files = {"docs/blog/posts/first.md": POSTS["docs/blog/posts/first.md"], "gen.py": script}
    built = build(files, strict=True, plugins=["search", {"gen-files": {"scripts": ["gen.py"]}}])
    assert built.code == 0, built.log
    for path, title in ("blog/index.html", "All news"), ("blog/tag/winter/index.html", "In winter"):
        assert [heading.text() for heading in built.page(path).css("h1")] == [title]
        assert "By a script." in built.words(path)
        assert "First" in built.words(path, ".h-entry, .h-feed")


def test_a_jekyll_post_whose_file_another_plugin_removes_is_nowhere(build: Callable[..., Built]) -> None:
    site = {
        "_config.yml": "title: Garden\n",
        "_posts/2024-01-01-first.md": "---\n---\nBees in January.\n",
        "_posts/2024-02-02-secret.md": "---\ntags: [hidden-tag]\n---\nHoney underground.\n",
        "all.md": "---\ntitle: All\n---\nText. {% for p in site.posts %}[{{ p.title }}]({{ p.url }}) {% endfor %}",
        "about.md": "---\ntitle: About us\n---\nText.\n",
    }
    exclude = {"exclude": {"glob": ["_posts/*-secret.md", "about.md"]}}
    built = build(site, {"jekyll": "."}, strict=True, docs_dir="docs", plugins=["search", exclude])
    assert built.code == 0, built.log
    assert built.holding("Honey underground") == []
    assert not [path for path, text in html_pages(built).items() if "secret" in text.lower() or "About us" in text]
    assert "First" in built.words("all/index.html" if "all/index.html" in built.paths else "all.html")
