"""A post that is locked, private or hidden: its text is where its author wants it, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.faults.built import Files

TEXT = "Bury the copper kettle under the crooked quince tree."
HEADING = "Where the kettle sleeps"
SECRETS = (TEXT, HEADING, "kettle", "quince")
OPEN = "---\ndate: 2024-05-02\ntags: [yard]\n---\n# An open post\n\nAnyone may read this.\n"
SHAPES: Mapping[str, str] = {
    "paragraph": f"# Locked up\n\n{TEXT}\n",
    "excerpt": f"# Locked up\n\n{TEXT}\n\n<!-- more -->\n\n## {HEADING}\n\nMore of the kettle.\n",
    "sections": f"{TEXT}\n\n## {HEADING}\n\n- the kettle\n- the quince\n\n| kettle | quince |\n|---|---|\n| a | b |\n",
}
TELLING = """\
description: Of a kettle
excerpt: Of a kettle
summary: Of a kettle
image: kettle.png
links: [{Kettle: index.md}]"""


def post(front: str, shape: str = "excerpt", title: str = "Locked up") -> str:
    return f"---\ntitle: {title}\ndate: 2024-05-01\ntags: [yard]\ncategories: [Home]\n{front}\n---\n{SHAPES[shape]}"


def encrypting(**options: Any) -> list[Any]:
    return ["search", {"encryptcontent": {"search_index": "clear", **options}}]


FULL = {"feeds": [{"kind": kind, "path": f"feed.{kind}", "content": "full"} for kind in ("atom", "rss", "json")]}
LOCKS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "a password": ("password: abc", {}),
    "a number as password": ("password: 1234", {}),
    "a password for the whole site": ("comments: false", {"global_password": "abc"}),
    "a level": ("level: friends", {"password_inventory": {"friends": "abc"}}),
    "a word that only obfuscates": ("obfuscate: abc", {}),
}


def builds(folder: Any) -> Iterator[Any]:
    """A cold build and a warm one."""
    yield folder.build()
    yield folder.build()


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("lock", LOCKS)
def test_the_text_of_a_locked_post_is_nowhere(folder, lock, theme) -> None:
    front, options = LOCKS[lock]
    posts = {f"docs/blog/posts/{shape}.md": post(f"{front}\n{TELLING}", shape, f"Locked {shape}") for shape in SHAPES}
    folder.write({"docs/index.md": "# Home\n", "docs/kettle.png": b"", **posts, "docs/blog/posts/open.md": OPEN})
    plugins = [*encrypting(**options), *(["tags"] if theme == "material" else []), {"rss": {"use_git": False}}]
    folder.configure({**FULL, "index_full_posts": 5}, theme=theme, plugins=plugins)
    for built in builds(folder):
        assert built.code == 0, built.log
        assert [built.holding(secret) for secret in SECRETS] == [[]] * len(SECRETS)
        for shape in SHAPES:
            path = f"blog/2024/05/01/locked-{shape}/index.html"
            assert built.words(path, "h1.p-name").startswith("Locked")
            assert "mkdocs-encrypted-content" in built.text(path)
            assert f"Locked {shape}" in built.words("blog/index.html")
        if "global_password" not in options:
            assert [entry.title for entry in built.entries("blog/feed.atom")] == ["An open post"]


@pytest.mark.parametrize("before", [OPEN, post("comments: false")])
def test_a_password_that_nothing_locks_is_an_error(folder, before) -> None:
    folder.write({"docs/index.md": "# Home\n", "docs/blog/posts/a.md": before, "docs/blog/posts/open.md": OPEN})
    folder.configure(FULL, theme="material", plugins=["search", {"rss": {"use_git": False}}])
    folder.build()
    folder.write({"docs/blog/posts/a.md": post(f"password: abc\n{TELLING}"), "docs/kettle.png": b""})
    for built in builds(folder):
        assert "blog/posts/a.md:6" in built.log
        assert "ERROR" in built.log
        assert "blog/2024/05/01/locked-up/index.html" not in built.paths
        assert [built.holding(secret) for secret in SECRETS] == [[]] * len(SECRETS)
    assert folder.build("--strict").code == 1


HOOKS: Mapping[str, tuple[str, bool]] = {
    "replaces the text": (
        "def on_page_context(c, page, **kw):\n    if S(page): page.content = '<p>Closed.</p>'\n",
        True,
    ),
    "replaces the page": (
        "def on_post_page(output, page, **kw):\n    return '<p>Closed.</p>' if S(page) else output\n",
        True,
    ),
    "adds a line": ("def on_page_context(c, page, **kw):\n    page.content += '<p>Added.</p>'\n", False),
    "wraps the text": ("def on_page_content(html, **kw):\n    return f'<div>{html}</div>'\n", False),
}


@pytest.mark.parametrize("hook", HOOKS)
def test_whatever_hides_the_text_has_locked_the_page(build, hook) -> None:
    code, locks = HOOKS[hook]
    code = f"def S(page): return page.file.src_uri.endswith('/a.md')\n{code}"
    files: Files = {"docs/blog/posts/a.md": post("password: abc"), "docs/blog/posts/open.md": OPEN, "hooks.py": code}
    built = build(files, theme="material", hooks=["hooks.py"])
    assert ("blog/2024/05/01/locked-up/index.html" in built.paths) is locks
    assert built.holding("kettle") == []
    assert ("blog/posts/a.md:6" in built.log) is not locks


LOCK_FOLDER = """\
from mkdocs.plugins import event_priority

@event_priority(50)
def on_page_markdown(markdown, page, **kw):
    if "/inner/" in page.file.src_uri:
        page.meta["password"] = "abc"
"""


@pytest.mark.parametrize("how", ["hook", "folder"])
def test_a_password_need_not_be_in_the_post(build, how) -> None:
    files: Files = {
        "docs/blog/posts/inner/a.md": post(TELLING),
        "docs/blog/posts/open.md": OPEN,
        "docs/kettle.png": b"",
    }
    more = {"hooks.py": LOCK_FOLDER} if how == "hook" else {"docs/blog/posts/inner/.meta.yml": "password: abc\n"}
    settings = {"hooks": ["hooks.py"]} if how == "hook" else {}
    built = build({**files, **more}, FULL, theme="material", plugins=encrypting(), **settings)
    assert built.holding("kettle ") == built.holding("quince") == []
    assert "mkdocs-encrypted-content" in built.text("blog/2024/05/01/locked-up/index.html")


def test_a_post_with_an_empty_password_is_open(build) -> None:
    built = build(
        {"docs/blog/posts/a.md": post('password: ""')}, plugins=encrypting(**LOCKS["a password for the whole site"][1])
    )
    assert TEXT in built.words("blog/2024/05/01/locked-up/index.html", ".e-content")


def test_links_to_a_locked_post_show_its_title_alone(build) -> None:
    linking = (
        "---\ndate: 2024-05-03\nlinks: [blog/posts/a.md, blog/posts/a.md#where-the-kettle-sleeps]\n---\n# Links\n\nX\n"
    )
    files = {"docs/blog/posts/a.md": post("password: abc"), "docs/blog/posts/links.md": linking}
    built = build(files, theme="material", plugins=encrypting())
    assert "Locked up" in built.words("blog/2024/05/03/links/index.html", ".iroco-related, .iroco-footer")
    assert built.holding(HEADING) == []


LISTING = """\
---
layout: page
---
{% for post in site.posts %}[{{ post.title }}] {{ post.excerpt }} {{ post.content }} {{ post.description }}
{% endfor %}"""


@pytest.mark.parametrize("front", ["password: abc", "level: friends", "private: true", "publish: false"])
def test_liquid_shows_nothing_of_a_locked_or_private_post(build, front) -> None:
    files: Files = {
        "_config.yml": "title: Garden\nurl: https://example.org\n",
        "_posts/2024-05-01-locked.md": f"---\ntitle: Locked up\n{front}\n{TELLING}\n---\n{SHAPES['excerpt']}",
        "_posts/2024-05-02-open.md": "---\ntitle: Open\n---\nAnyone may read this.\n",
        "all.html": LISTING, "feed.txt": LISTING,
    }  # fmt: skip
    plugins = encrypting(password_inventory={"friends": "abc"})
    built = build(files, {"jekyll": "."}, theme="material", plugins=plugins)
    assert [built.holding(secret) for secret in SECRETS] == [[]] * len(SECRETS)
    assert "Anyone may read this." in built.text("feed.txt")


@pytest.mark.parametrize("front", ["private: true", "private: yes", "publish: false", "publish: no", "private: me"])
def test_a_private_post_is_a_draft(folder, front) -> None:
    folder.write({"docs/index.md": "# Home\n", "docs/blog/posts/a.md": post(""), "docs/blog/posts/open.md": OPEN})
    folder.configure(FULL)
    assert folder.build().holding(TEXT)
    folder.write({"docs/blog/posts/a.md": post(front)})
    for built in builds(folder):
        assert built.code == 0
        assert built.holding("Locked up") == built.holding("kettle") == []


def test_a_hidden_post_is_not_on_the_index_and_stays_everywhere_else(build) -> None:
    files = {"docs/blog/posts/a.md": post("hidden: true"), "docs/blog/posts/b.md": post("hidden: true", title="Two"),
             "docs/blog/posts/open.md": OPEN}  # fmt: skip
    built = build(files, FULL)
    assert "Locked up" not in built.words("blog/index.html")
    assert "Locked up" in built.words("blog/tag/yard/index.html")
    assert TEXT in built.words("blog/2024/05/01/locked-up/index.html")
    assert [entry.title for entry in built.entries("blog/feed.atom")] == ["An open post", "Locked up", "Two"]
    told = [line for line in built.lines if "hidden" in line]
    assert len(told) == 1
    assert "blog/posts/a.md:6" in told[0]
