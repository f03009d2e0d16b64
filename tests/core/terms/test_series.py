"""Series: the order and the numbers of their parts, by hand or by date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.terms.series import read_planned

Build = Callable[..., tuple[Blog, list[Finding]]]


def parts(*lines: str) -> dict[str, str]:
    """A post for each of these lines of front matter, a day younger each."""
    text = "---\ntitle: Post {0}\ndate: 2024-10-{0:02}\n{1}\n---\n"
    return {f"{day}.md": text.format(day, line) for day, line in enumerate(lines, 1)}


def numbered(blog: Blog, name: str = "Hive") -> list[tuple[int, str]]:
    """The numbers of a series' parts, with the days of the posts."""
    series = blog.taxonomies["series"].by_spelling[name]
    assert [series.places[post] for post in series.posts] == list(range(len(series.posts)))
    return [(number, post.title[5:]) for number, post in zip(series.numbers, series.posts, strict=True)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["series: Hive"] * 3, "1-1 2-2 3-3"),
        (["series: {name: Hive, part: 3}", "series: Hive", "series: Hive"], "1-2 2-3 3-1"),
        (["series: Hive", "series: {name: Hive, part: 1}", "series: Hive"], "1-2 2-1 3-3"),
        (["series: {name: Hive, part: 4}", "series: {name: Hive, part: 1}", "series: {name: Hive}"], "1-2 2-3 4-1"),
        (["series: [Wood, {name: Hive, part: 2}]", "series: [{name: hive, part: 1}, Wood]"], "1-2 2-1"),
        (["series: Hive\nseries_order: 2", "series: Hive"], "1-2 2-1"),
        (["series: Hive\nseries_index: 2", "series: [Hive, Wood]\nseriesOrder: 1"], "1-2 2-1"),
        (["series: {name: Hive, part: 1}\nseries_order: 9", "series: Hive"], "1-1 2-2"),
        (["series: {name: Hive, part: 999999999}", "series: Hive"], "1-2 999999999-1"),
    ],
)
def test_parts_with_a_number_have_it_and_the_others_follow_by_date(build: Build, lines, expected) -> None:
    blog, findings = build(parts(*lines))
    assert " ".join(f"{number}-{day}" for number, day in numbered(blog)) == expected
    assert [finding for finding in findings if finding.is_problem] == []


def test_an_unlisted_post_has_no_number_and_takes_none(build: Build) -> None:
    blog, _ = build(parts("series: Hive", "series: {name: Hive, part: 2}\nunlisted: true", "series: Hive"))
    assert numbered(blog) == [(1, "1"), (2, "3")]


def test_a_draft_takes_its_number_where_it_is_shown(build: Build) -> None:
    files = parts("series: Hive", "series: {name: Hive, part: 2}\ndraft: true", "series: {name: Hive, part: 3}")
    assert numbered(build(files)[0]) == [(1, "1"), (3, "3")]
    assert numbered(build(files, drafts=True)[0]) == [(1, "1"), (2, "2"), (3, "3")]


def test_two_posts_with_one_number_are_a_problem_that_names_both(build: Build) -> None:
    blog, [problem] = build(parts("series: {name: Hive, part: 2}", "series: Hive", "series: {name: Hive, part: 2}"))
    assert numbered(blog) == [(1, "2"), (2, "1"), (2, "3")]
    assert (problem.source, problem.line, problem.is_problem) == ("blog/posts/3.md", 4, True)
    assert "`blog/posts/1.md`" in problem.what
    assert "part 2 of the series `Hive`" in problem.what


def test_that_is_so_without_pages_of_series_too(build: Build) -> None:
    _, [problem] = build(parts(*["series: {name: Hive, part: 2}"] * 3), series=False)
    assert "`blog/posts/1.md` and `blog/posts/2.md`" in problem.what


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("series: {name: Hive, part: 0}", ["The `part` of the series `Hive` is `0`, which is not a whole number"]),
        ("series: {name: Hive, part: -1}", ["The `part` of the series `Hive` is `-1`"]),
        ("series: {name: Hive, part: 1.5}", ["The `part` of the series `Hive` is `1.5`"]),
        ("series: {name: Hive, part: two}", ["The `part` of the series `Hive` is `two`"]),
        ("series: {name: Hive, part: true}", ["The `part` of the series `Hive` is `true`"]),
        ("series: {name: Hive, prat: 2}", ["`series` has the unknown key `prat`. Write `part`."]),
        ("series: {nmae: Hive, part: 2}", ["`series` has the unknown key `nmae`. Write `name`."]),
        ("series: {name: Hive, x: 2}", ["`series` has the unknown key `x`. Write `name` or `part`."]),
        ("series: {part: 2}", ["`series` has no `name`, so it is ignored."]),
        ("series: {name: [Hive]}", ["`series` is not a list of names. Expected a name, a mapping"]),
        ("series: [[Hive]]", ["`series` is not a list of names. Expected a name, a mapping"]),
        ("series: Hive\nseries_order: last", ['`series_order` is "last". Expected a whole number from 1 on.']),
    ],
)
def test_a_faulty_part_is_reported_with_its_line(read, line, expected) -> None:
    post, findings = read(f"---\ndate: 2026-10-04\n{line}\n---\n")
    assert post is not None
    assert post.parts == {}
    assert len(findings) == len(expected)
    for finding, sentence in zip(findings, expected, strict=True):
        number = 4 if "series_order" in line else 3
        assert finding.startswith(f"blog/posts/2024-10-04-nec.md:{number}: {sentence}")
    assert post.series == (("Hive",) if "name: Hive" in line or "series: Hive" in line else ())


def test_a_folders_defaults_name_the_series_and_a_post_its_part(read) -> None:
    post, findings = read("---\ndate: 2026-10-04\nseries:\n  part: 3\n---\n", defaults=("series: {name: Hive}\n",))
    assert (post.series, dict(post.parts), findings) == (("Hive",), {"Hive": 3}, [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Paint", ("Paint",)),
        (["The  roof", 7, None, "Paint", "Paint"], ("The roof", "7", "Paint")),
        (None, ()),
        (True, ()),
        ([], ()),
    ],
)
def test_planned_parts_are_titles(value, expected) -> None:
    assert read_planned(value) == expected


@pytest.mark.parametrize("value", [{"Paint": "last"}, [["Paint"]], [{"Paint": 1}]])
def test_planned_parts_are_nothing_else(value) -> None:
    with pytest.raises(ValueError, match="is not a list of titles"):
        read_planned(value)
