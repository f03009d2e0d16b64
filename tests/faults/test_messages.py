"""Messages: one for each cause, with a count and the first place; each hint removes its message; each has a code."""

from __future__ import annotations

import re

import pytest

CODE = re.compile(r"\[IB\d{3}\]$")


def post(lines: str, text: str = "Text.") -> str:
    return f"---\n{lines}\n---\n\n{text}\n"


def jekyll(config: str = "", **posts: str) -> dict[str, str]:
    files = {f"_posts/{name.replace('_', '-')}.md": text for name, text in posts.items()}
    return {"_config.yml": f"title: Garden\nurl: https://example.org\n{config}", **files}


def many(text: str, number: int = 40) -> dict[str, str]:
    return {f"_posts/2026-{1 + day // 28:02}-{1 + day % 28:02}-post-{day}.md": text for day in range(number)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (post("layout: wide"), "wide"),
        (post("title: A", "{% bees %}"), "bees"),
        (post("title: A", "{% include bees.html %}"), "bees.html"),
        (post("title: A", "{{ page.title | hum }}"), "hum"),
    ],
)
def test_one_cause_in_many_posts_is_one_line_with_the_first_place_and_a_count(build, text, word) -> None:
    built = build({"_config.yml": "title: Garden\nurl: https://example.org\n", **many(text)}, {"jekyll": "."})
    lines = [line for line in built.lines if word in line]
    assert len(lines) == 1, built.log
    assert lines[0].startswith("_posts/2026-01-01-post-0.md")
    assert re.search(r"\b(?:35|36|39|40)\b", lines[0]), lines[0]


def test_terms_in_two_spellings_are_one_line(build) -> None:
    words = [f"word{number}" for number in range(30)]
    files = {
        "docs/blog/posts/a.md": post(f"date: 2026-10-01\ntags: [{', '.join(words)}]"),
        "docs/blog/posts/b.md": post(f"date: 2026-10-02\ntags: [{', '.join(map(str.upper, words))}]"),
    }
    built = build(files)
    assert len(built.lines) == 1, built.log
    assert "blog/posts/" in built.lines[0]


@pytest.mark.parametrize(
    ("default", "place"),
    [
        ("readtme: 3", "blog/posts/.meta.yml:1"),
        ("pin: perhaps", "blog/posts/.meta.yml:1"),
        ("tags: [a]\ncatgories: [b]", "blog/posts/.meta.yml:2"),
    ],
)
def test_a_mistake_in_a_folder_s_defaults_is_reported_there_once(build, default, place) -> None:
    posts = {f"docs/blog/posts/{day}.md": post(f"date: 2026-10-{day}\ntitle: Post {day}") for day in range(10, 20)}
    built = build({**posts, "docs/blog/posts/.meta.yml": f"{default}\n"})
    assert [line for line in built.lines if line.startswith(place)] == built.lines, built.log
    assert len(built.lines) == 1


def test_a_mistake_in_the_defaults_of_a_jekyll_site_is_reported_there_once(build) -> None:
    config = "title: Garden\nurl: https://example.org\ndefaults:\n  - scope: {path: ''}\n    values: {readtime: long}\n"
    built = build({"_config.yml": config, **many(post("title: A"), 10)}, {"jekyll": "."})
    lines = [line for line in built.lines if "readtime" in line]
    assert len(lines) == 1, built.log
    assert lines[0].startswith("_config.yml:3")


def test_every_line_of_the_blog_ends_with_a_code(build) -> None:
    files = {
        "docs/blog/posts/a.md": post("title: No date"),
        "docs/blog/posts/b.md": post("date: 2026-10-01\ncatgories: [x]\ntitle:"),
        "docs/blog/posts/c.md": post("date: 2026-10-01\nlayout: wide\nlinks: [nope.md]\nauthors: [[x]]"),
        "docs/blog/.authors.yml": "authors:\n  ines: Ines\n",
        "docs/blog/posts/d.md": b"---\ndate: 2026-10-01\n---\n\xff\n",
    }
    built = build(files, {"feeds": [{"of": "tags", "terms": ["x"]}], "image": "nope.png"})
    assert len(built.lines) > 6, built.log
    assert [line for line in built.lines if not CODE.search(line)] == []


def code_of(built, word: str) -> str:
    """The code of the message that has a word."""
    [line] = [line for line in built.lines if word in line]
    match = CODE.search(line)
    assert match, line
    return match[0][1:-1]


def test_a_note_is_silent_if_its_code_is_ignored_and_a_problem_is_not(build, folder) -> None:
    files = {"docs/blog/posts/a.md": post("date: 2026-10-01\nlayout: wide\ncatgories: [x]\ntitle: A")}
    built = build(files)
    note, problem = code_of(built, "wide"), code_of(built, "catgories")
    folder.configure({"ignore": [note, problem]})
    built = folder.build()
    assert not [line for line in built.lines if "wide" in line]
    assert [line for line in built.lines if "catgories" in line]


def test_severity_changes_a_level_and_strict_follows(build, folder) -> None:
    files = {"docs/blog/posts/a.md": post("date: 2026-10-01\nlayout: wide\ncatgories: [x]\ntitle: A")}
    built = build(files)
    note, problem = code_of(built, "wide"), code_of(built, "catgories")
    folder.configure({"severity": {problem: "info"}})
    assert folder.build("--strict").code == 0
    folder.configure({"severity": {problem: "info", note: "warning"}})
    built = folder.build("--strict")
    assert built.code != 0
    assert any(line.startswith("WARNING") and "wide" in line for line in built.log.splitlines())


def test_a_page_that_is_not_written_cannot_be_less_than_a_warning(build, folder) -> None:
    files = {"docs/blog/posts/a.md": post("title: No date")}
    code = code_of(build(files), "blog/posts/a.md")
    folder.configure({"severity": {code: "info"}})
    built = folder.build("--strict")
    assert built.code != 0
    assert any(line.startswith("WARNING") and "blog/posts/a.md" in line for line in built.log.splitlines())


@pytest.mark.parametrize("options", [{"ignore": ["IB10"]}, {"severity": {"IB1O1": "warning"}}])
def test_a_wrong_code_is_a_problem_with_the_nearest(build, options) -> None:
    built = build({"docs/blog/posts/a.md": post("date: 2026-10-01\ntitle: A")}, options, strict=True)
    assert built.code != 0
    assert any(re.search(r"IB1O?[01]", line) and re.search(r"`IB\d{3}`", line) for line in built.lines), built.log


AUTHORS = {"docs/blog/.authors.yml": "authors:\n  asterite: {name: Ary}\n  waj: {name: Brian}\n"}


def test_two_known_authors_in_one_text_are_seen(build, folder) -> None:
    built = build({**AUTHORS, "docs/blog/posts/a.md": post("date: 2026-10-01\ntitle: A\nauthor: asterite,waj")})
    [line] = built.lines
    assert "`[asterite, waj]`" in line
    folder.write({"docs/blog/posts/a.md": post("date: 2026-10-01\ntitle: A\nauthor: [asterite, waj]")})
    assert folder.build().lines == []


def test_posts_with_one_permalink_are_told_to_change_the_permalink(build) -> None:
    files = jekyll(**{"2026_10_01_a": post("permalink: /bees/"), "2026_10_02_b": post("permalink: /bees/")})
    built = build(files, {"jekyll": "."})
    lines = [line for line in built.lines if "/bees/" in line]
    assert lines
    assert all("permalink" in line and "`slug`" not in line for line in lines)


@pytest.mark.parametrize("address", ["/", "/bees.html"])
def test_an_address_is_shown_as_a_browser_shows_it(build, address) -> None:
    files = {
        **jekyll(**{"2026_10_01_a": post(f"permalink: {address}"), "2026_10_02_b": post(f"permalink: {address}")}),
        "docs/index.md": "# Home\n",
    }
    built = build(files, {"jekyll": "."})
    assert f"`{address}`" in built.log
    assert not [line for line in built.lines if "`//" in line or ".html/" in line or "_jekyll/" in line]


def test_a_page_of_both_folders_is_named_as_its_author_knows_it(build) -> None:
    files = {**jekyll("permalink: pretty\n"), "guide.md": post("title: Old"), "docs/guide.md": "# New\n"}
    built = build(files, {"jekyll": "."})
    assert any(line.startswith("guide.md") for line in built.lines)
    assert "_jekyll/" not in built.log


def test_jekyll_itself_is_no_plugin_that_is_not_run(build) -> None:
    gems = "".join(f'  gem "{name}"\n' for name in ("jekyll", "jekyll-feed", "tzinfo-data", "liquid", "kramdown"))
    gemfile = f"group :jekyll_plugins do\n{gems}end\n"
    built = build({**jekyll(**{"2026_10_01_a": post("title: A")}), "Gemfile": gemfile}, {"jekyll": "."})
    assert not [line for line in built.lines if "Gemfile" in line], built.log
