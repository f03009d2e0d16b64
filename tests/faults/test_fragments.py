"""A mistake in a fragment of the user's: the file and the line instead of a traceback, and a whole blog."""

from __future__ import annotations

import pytest

THEME = {"name": "mkdocs", "custom_dir": "overrides"}
POSTS = {
    f"docs/blog/posts/{name}.md": f"---\ndate: 2026-10-0{day}\ntags: [bees]\n---\n\n# {name.capitalize()}\n\nText.\n"
    for day, name in enumerate(("first", "second"), 1)
}


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("entry.html", "<h2>{{ post.title }}</h2>\n{{ view.title }}\n", 2),
        ("entry.html", "<h2>{{ post.title }</h2>\n", 1),
        ("entry.html", "<h2>\n{% if post.title %}\n{{ post.title }}\n</h2>\n", 3),
        ("post.html", "{{ post.content }}\n\n{{ post.nosuch.deeper }}\n", 3),
        ("post.html", '{{ post.content }}\n{% include "iroco_blog/nosuch.html" %}\n', 2),
        ("view.html", "{{ view.title | nosuch }}\n", 1),
        ("view.html", "\n{{ 1 // 0 }}\n", 2),
        ("title.html", "{% for x in post %}\n{{ x }}{% endfor %}\n", 1),
        ("head.html", "{{ nosuch.thing }}\n", 1),
        ("overview.html", "{{ view.terms[0].nosuch.more }}\n", 1),
        ("post_header.html", '{% extends "original/iroco_blog/nosuch.html" %}\n', 1),
    ],
)
def test_an_error_is_one_message_with_file_and_line_and_the_blog_is_whole(build, name, text, line) -> None:
    built = build({**POSTS, f"overrides/iroco_blog/{name}": text}, theme=THEME)
    assert "Traceback" not in built.log, built.log
    assert built.code == 0
    [message] = [message for message in built.lines if name in message]
    assert f"overrides/iroco_blog/{name}:{line}" in message
    for path in ("blog/index.html", "blog/2026/10/01/first/index.html", "blog/tags/index.html"):
        assert built.words(path, "body")
    assert "Second" in built.words("blog/index.html")
    assert "Text." in built.words("blog/2026/10/01/first/index.html")


def test_an_error_fails_a_strict_build(build) -> None:
    files = {**POSTS, "overrides/iroco_blog/entry.html": "{{ view.title }}\n"}
    built = build(files, theme=THEME, strict=True)
    assert built.code != 0
    assert "Traceback" not in built.log
    assert "overrides/iroco_blog/entry.html:1" in built.log


@pytest.mark.parametrize(
    ("name", "meant"),
    [("entri.html", "entry.html"), ("posts.html", "post.html"), ("post-footer.html", "post_footer.html")],
)
def test_a_misspelt_name_is_reported_with_the_nearest(build, name, meant) -> None:
    built = build({**POSTS, f"overrides/iroco_blog/{name}": "<p>Mine</p>\n"}, theme=THEME, strict=True)
    assert any(f"overrides/iroco_blog/{name}" in line and f"`{meant}`" in line for line in built.lines), built.log
    assert built.code != 0
