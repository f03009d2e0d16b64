"""Mistakes that would pass in silence: authors, links and pictures that lead nowhere. A clean site is quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.built import HOME

EXAMPLE = Path(__file__).parents[2] / "example-site"
AUTHORS = "docs/blog/.authors.yml"


def post(lines: str = "", text: str = "Text.") -> str:
    return f"---\ndate: 2026-10-04\n{lines}\n---\n\n# First\n\n{text}\n"


def authors(fields: str) -> dict[str, str]:
    return {
        AUTHORS: f"authors:\n  ines:\n    name: Ines\n    {fields}\n",
        "docs/blog/posts/first.md": post("authors: [ines]"),
        "docs/ines.png": "a picture",
    }


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("desciption: Weighs pages.", "`description`"),
        ("avatr: ines.png", "`avatar`"),
        ("Avatar: ines.png", "`avatar`"),
        ("bio: Weighs pages.", "`description`"),
        ("website: https://example.org/", "`url`"),
        ("e-mail: ines@example.org", "`email`"),
        ("fedivers: '@ines@example.org'", "`fediverse`"),
    ],
)
def test_a_key_of_an_author_that_means_nothing_is_reported_with_its_line_and_the_nearest(build, fields, meant) -> None:
    built = build(authors(fields), strict=True)
    assert built.code != 0
    [line] = built.lines
    assert "blog/.authors.yml:4" in line
    assert fields.partition(":")[0] in line
    assert meant in line


def test_a_key_of_a_guest_is_reported_too(build) -> None:
    text = "authors:\n  - name: Zoe\n    desciption: Came by.\n"
    built = build({"docs/blog/posts/first.md": post(text.rstrip())}, strict=True)
    assert built.code != 0
    assert any("blog/posts/first.md:3" in line and "desciption" in line for line in built.lines), built.log


@pytest.mark.parametrize("avatar", ["nosuch.png", "/img/nosuch.png", "blog/ines.png"])
def test_a_picture_of_an_author_that_does_not_exist_is_reported_once_and_not_shown(build, avatar) -> None:
    files = authors(f"avatar: {avatar}")
    files["docs/blog/posts/second.md"] = post("authors: [ines]\ntitle: Second")
    built = build(files, strict=True)
    [line] = [line for line in built.lines if avatar in line]
    assert "blog/.authors.yml:4" in line
    assert built.code != 0
    pages = [path for path in built.paths if path.endswith(".html")]
    assert not [path for path in pages if Path(avatar).name in built.text(path)]


def lost(key: str) -> dict[str, str]:
    value = "[nope.md]" if key == "links" else "nope.png"
    return {f"docs/blog/posts/{number}.md": post(f"title: Post {number}\n{key}: {value}") for number in range(1, 31)}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("key", ["links", "image"])
def test_files_that_do_not_exist_are_one_line_with_a_count_at_the_level_of_lost_links(build, key, theme) -> None:
    built = build(lost(key), strict=True, theme=theme)
    [line] = [line for line in built.lines if "nope" in line]
    assert "blog/posts/1.md:4" in line
    assert "2" in line
    assert key in line
    assert built.code != 0


@pytest.mark.parametrize("key", ["links", "image"])
def test_a_moved_blog_can_ask_for_a_note_and_pass_a_strict_build(build, key) -> None:
    built = build(lost(key), strict=True, validation={"links": {"not_found": "info"}})
    assert len([line for line in built.lines if "nope" in line]) == 1
    assert built.code == 0, built.log


def test_a_link_that_is_right_from_the_site_s_root_is_not_reported(build) -> None:
    files = {
        "docs/images/bee.png": "a picture",
        "docs/guide.md": "# Guide\n",
        "docs/blog/posts/first.md": post(text="![Bee](/images/bee.png) and [the guide](/guide/)"),
    }
    built = build(files)
    assert "absolute link" not in built.log
    assert built.lines == []
    assert built.page("blog/2026/10/04/first/index.html").css_first('img[src$="images/bee.png"]') is not None


def test_a_link_from_the_root_to_nothing_is_still_reported_with_its_line(build) -> None:
    files = {"docs/guide.md": "# Guide\n", "docs/blog/posts/first.md": post(text="Read [the guide](/giude/).")}
    built = build(files, strict=True, validation={"links": {"absolute_links": "warn"}})
    assert any("/giude/" in line and "blog/posts/first.md:8" in line for line in built.lines), built.log
    assert built.code != 0


@pytest.mark.parametrize(("name", "advice"), [("guide.md", "Write `setup/guide.md`."), ("bees.md", "delete the line")])
def test_a_missing_file_is_not_taken_for_a_list_of_that_name(build, name: str, advice: str) -> None:
    fields = f"categories: [bees]\nlinks: [plugins/{name}]"
    built = build({"docs/setup/guide.md": "# Guide\n", "docs/blog/posts/first.md": post(fields)})
    [line] = built.lines
    assert f"plugins/{name}" in line
    assert advice in line


def test_the_example_of_the_project_builds_without_a_line(folder) -> None:
    for path in EXAMPLE.rglob("*"):
        parts = path.relative_to(EXAMPLE)
        if path.is_file() and parts.parts[0] in ("docs", "overrides", "mkdocs.yml"):
            folder.write({parts.as_posix(): path.read_bytes()})
    built = folder.build("--strict")
    assert built.code == 0, built.log
    assert [line for line in built.log.splitlines() if line and not line.startswith("INFO    -  ")] == []
    assert len(built.log.strip().splitlines()) == 3, built.log


def test_a_new_site_on_material_has_no_line(build) -> None:
    built = build({"docs/index.md": HOME, "docs/blog/posts/first.md": post("tags: [bees]")}, theme="material")
    assert built.lines == []
