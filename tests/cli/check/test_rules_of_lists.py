"""What only `iroco-blog check` reports, on sites with lists on any page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.check.sites import check_files, codes, post

LINE = "<!-- iroco-blog/{} -->\n"
ALONE = [{"iroco-blog": {"archive": False, "series": False}}]


@pytest.mark.parametrize(
    ("files", "options"),
    [
        ({"docs/index.md": "# Home\n\n" + LINE.format("series { name: Bees }")}, {"plugins": ALONE}),
        ({"docs/index.md": "# Home\n\n{{ blog.series(name='Bees') }}\n"}, {"plugins": ["macros", *ALONE]}),
        ({"docs/blog/posts/b.md": post(title="B")}, {"plugins": ALONE}),
        ({"docs/blog/posts/b.md": post(front="superseded_by: a.md\n", title="B")}, {"plugins": ALONE}),
        ({"docs/blog/posts/b.md": post(front="unlisted: true\n", title="B")}, {"nav": ["index.md", "blog/posts/b.md"]}),
    ],
    ids=["a line", "macros", "a newer post", "a notice", "the navigation"],
)  # fmt: skip
def test_a_post_is_linked_by(files: Mapping[str, str], options: Mapping[str, Any], tmp_path: Path) -> None:
    if "macros" in options.get("plugins", ()):
        pytest.importorskip("mkdocs_macros")
    hidden = {"docs/blog/posts/a.md": post(front="hidden: true\nseries: Bees\n")}
    assert "IB806" not in codes(check_files(tmp_path, {**hidden, **files}, **options))


def test_a_hidden_post_that_no_line_lists_is_linked_by_nothing(tmp_path: Path) -> None:
    files = {
        "docs/index.md": "# Home\n\n" + LINE.format("posts { empty: None yet. }"),
        "docs/blog/posts/a.md": post(front="hidden: true\n"),
    }
    assert "IB806" in codes(check_files(tmp_path, files, plugins=ALONE))


def test_links_to_lists_lead_somewhere(tmp_path: Path) -> None:
    files = {
        "docs/care.md": "# Care\n\n" + LINE.format("posts") + "\n" + LINE.format("terms { kind: tags }"),
        "docs/start.md": "# Start\n\n[News](care.md#news) [Bees](../blog/tag/bees/)\n",
        "docs/blog/posts/a.md": post("[News](../../care.md#news) [none](../../care.md#old)", "tags: [bees]\n"),
        "overrides/iroco_blog/insert_posts.html": '<section id="news">{{ insert.entries | join }}</section>',
    }
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    entries = [entry for entry in check_files(tmp_path, files, theme=theme) if entry["code"]]
    assert [(entry["code"], entry["file"]) for entry in entries] == [("IB802", "docs/blog/posts/a.md")]
    assert "`../../care.md#old`" in entries[0]["message"]


def test_pictures_of_a_list_are_those_of_its_posts(tmp_path: Path) -> None:
    files = {
        "docs/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--{"x" * 3000}--></svg>',
        "docs/care.md": "# Care\n\n" + LINE.format("posts { style: cards }"),
        "docs/blog/posts/a.md": post("![](../../a.svg)", "image: a.svg\n"),
    }
    entries = check_files(tmp_path, files, "--max-picture", "3", "--max-page", "3")
    assert {entry["file"] for entry in entries} == {"docs/blog/posts/a.md"}
    assert codes(entries) == ["IB803", "IB804", "IB805"]
