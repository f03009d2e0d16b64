"""The whole blog from its sources: what is built, what is shown, and in what order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.model import Blog

Build = Callable[..., tuple[Blog, list[Finding]]]


def post(title: str, *lines: str, date: str = "2024-10-04") -> str:
    return "\n".join(["---", f"title: {title}", f"date: {date}", *lines, "---", ""])


STATES = {
    "published.md": post("Published", "tags: a"),
    "draft.md": post("Draft", "draft: true", "tags: b"),
    "future.md": post("Future", "tags: c", date="2027-01-01"),
    "unlisted.md": post("Unlisted", "unlisted: true", "tags: d"),
}


def titles(blog: Blog) -> list[str]:
    return [one.title for one in blog.posts]


def everywhere(blog: Blog) -> set[str]:
    """The titles of all posts that any view or overview shows."""
    shown = [one for view in blog.views for one in view.posts]
    shown += [one for overview in blog.overviews for group in overview.groups for one in group.posts]
    shown += [one for taxonomy in blog.taxonomies.values() for term in taxonomy.terms for one in term.posts]
    return {one.title for one in (*shown, *blog.listed)}


def test_drafts_are_left_out_altogether(build: Build) -> None:
    blog, findings = build(STATES)
    assert titles(blog) == ["Future", "Published", "Unlisted"]
    assert "Draft" not in everywhere(blog)
    assert "b" not in blog.taxonomies["tags"].by_spelling
    assert findings == []


def test_drafts_are_shown_where_they_are_asked_for(build: Build) -> None:
    blog, _ = build(STATES, drafts=True, draft_if_future_date=True)
    assert {one.title: one.state.value for one in blog.posts} == {
        "Draft": "draft", "Future": "scheduled", "Published": "published", "Unlisted": "published",
    }  # fmt: skip
    assert everywhere(blog) == {"Draft", "Future", "Published"}


def test_a_scheduled_post_is_left_out_as_a_draft_is(build: Build) -> None:
    blog, _ = build(STATES, draft_if_future_date=True)
    assert titles(blog) == ["Published", "Unlisted"]
    assert everywhere(blog) == {"Published"}


def test_an_unlisted_post_has_a_page_and_is_in_no_view(build: Build) -> None:
    blog, _ = build(STATES)
    assert "Unlisted" in titles(blog)
    assert "Unlisted" not in everywhere(blog)


def test_newest_first_by_time_of_day_and_offset(build: Build) -> None:
    blog, _ = build(
        {
            "a.md": post("Morning", date="2024-10-04 08:00"),
            "b.md": post("Day", date="2024-10-04"),
            "c.md": post("Evening", date="2024-10-04 20:00"),
            "d.md": post("Elsewhere", date="2024-10-05 04:00 +0900"),
        },
        timezone="Europe/Paris",
    )
    assert titles(blog) == ["Elsewhere", "Evening", "Morning", "Day"]


def test_posts_of_one_moment_stand_in_the_order_of_their_files_in_every_build(build: Build) -> None:
    files = {f"{name}.md": post(name) for name in "abc"}
    orders = {tuple(titles(build(dict(order))[0])) for order in permutations(files.items())}
    assert orders == {("a", "b", "c")}


SAME_DAY = ("z.md", "index.md", "README.md", "b/a.md", "b/index.md", "b-c/a.md", "b/c/a.md", "a/z.md", "Z.md")


def test_posts_of_one_moment_stand_in_the_order_in_which_the_host_comes_upon_their_files(build: Build) -> None:
    """As in Material: a folder's index, its other files, then its folders; capitals first."""
    found = [one.source for one in build({name: post(name) for name in SAME_DAY})[0].posts]
    assert [source.removeprefix("blog/posts/") for source in found] == [
        "README.md", "index.md", "Z.md", "z.md", "a/z.md", "b/index.md", "b/a.md", "b/c/a.md", "b-c/a.md",
    ]  # fmt: skip


def test_in_jekyll_posts_of_one_moment_stand_by_their_paths_the_last_first(build: Build) -> None:
    """As its `site.posts` has them: by date, then by path, and the whole turned round."""
    files = {name: post(name) for name in ("a.md", "b.md", "sub/c.md")} | {"0.md": post("0", date="2024-10-05")}
    assert titles(build(files, jekyll=".")[0]) == ["0", "sub/c.md", "b.md", "a.md"]


def test_a_bad_post_takes_no_other_down_and_is_told(build: Build) -> None:
    blog, findings = build({"good.md": post("Good"), "bad.md": "---\ntags\n  - a\n---\n", "latin.md": b"\xe9"})
    assert titles(blog) == ["Good"]
    assert sorted(finding.source for finding in findings) == ["blog/posts/bad.md", "blog/posts/latin.md"]
    assert all(finding.level is Level.ERROR for finding in findings)


def test_of_posts_at_one_address_the_first_by_name_has_it_in_every_build(build: Build) -> None:
    files = {f"{name}.md": post("Weighing") for name in "abc"}
    for order in permutations(files.items()):
        blog, findings = build(dict(order))
        assert [one.path.rpartition("/")[2] for one in blog.posts] == ["weighing", "b", "c"]
        assert [finding.source for finding in findings] == ["blog/posts/b.md", "blog/posts/c.md"]


def test_posts_of_one_title_and_two_days_have_two_addresses(build: Build) -> None:
    blog, findings = build({"a.md": post("Weighing"), "b.md": post("Weighing", date="2024-10-05")})
    assert len({one.path for one in blog.posts}) == 2
    assert findings == []


def test_no_two_posts_share_an_html_id(build: Build) -> None:
    files = {"a.md": post("A", "slug: web/scales"), "b.md": post("B", "slug: web-scales")}
    assert len({one.id for one in build(files)[0].posts}) == 2


def test_a_clash_with_a_draft_fails_no_build(build: Build) -> None:
    files = {"a.md": post("Weighing", "draft: true"), "b.md": post("Weighing")}
    assert build(files)[1] == []
    blog, [problem] = build(files, drafts=True)
    assert [one.source for one in blog.posts] == ["blog/posts/b.md"]
    assert problem.is_problem
    assert problem.draft


LINES = st.sampled_from(
    """title: A|title: B|title:|date: 2024-10-04|date: 2024-02-30|date: soon|draft: true|unlisted: yes
    |tags: [a, A]|tags|tags: a|category: A b|category: a-b|series: S|author: ines|author: {name: Zoé}|pin: yes
    |slug: ../x|slug: tag/a|readtime: ten|updated: 2025-01-01|\ttabs: no|- list""".replace("\n    ", "").split("|")
)


@given(heads=st.lists(st.lists(LINES, max_size=5), max_size=5), drafts=st.booleans())
def test_every_post_is_built_or_told_and_no_page_stands_on_another(
    heads: list[list[str]], drafts: bool, build: Build
) -> None:
    files = {f"{at}.md": "\n".join(["---", *lines, "---", "Text.", ""]) for at, lines in enumerate(heads)}
    blog, findings = build(files, drafts=drafts, post_url_format="{slug}")
    built = {one.source for one in blog.posts}
    told = {finding.source for finding in findings if finding.level is Level.ERROR}
    left = {f"blog/posts/{name}" for name, text in files.items() if not drafts and "draft: true" in text}
    assert built | told | left == {f"blog/posts/{name}" for name in files}
    assert not built & told
    paths = [one.path for one in blog.posts] + [view_page.path for view in blog.views for view_page in view.pages]
    assert len(paths) == len(set(paths))
    assert all(path == "blog" or path.startswith("blog/") for path in paths)
