"""Messages about inserts: with the file and the line, one for each cause, and the nearest key or term."""

from __future__ import annotations

import pytest

from tests.hosts.written import post

LOCK = {"password": "honey"}
POST = {"docs/blog/posts/a.md": post("2026-01-01", title="Apples", categories=["Releases"], tags=["bees"])}


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("iroco-blog/post", "There is no insert `iroco-blog/post`"),
        ("iroco-blog/posts { limt: 3 }", "`iroco-blog/posts` has no key `limt`, so it is ignored. Write `limit`."),
        ("iroco-blog/posts { limit: many }", '`limit` of `iroco-blog/posts` is "many", so it is ignored.'),
        ("iroco-blog/posts { blog: bolg }", "There is no blog `bolg`"),
        (
            "iroco-blog/posts { category: Relases }",
            "asks for the category `Relases`, which no post has. Write `Releases`.",
        ),
        ("iroco-blog/posts { not: { tag: bee } }", "asks for the tag `bee`, which no post has. Write `bees`."),
        ("iroco-blog/series", "does not name a series"),
        ("iroco-blog/posts { limit: 3", "are not a mapping in YAML"),
    ],
)
def test_a_mistake_is_a_problem_with_file_and_line(build, comment: str, message: str) -> None:
    site = build({**POST, "docs/guide.md": f"---\ntitle: Guide\n---\n\nText.\n\n<!-- {comment} -->\n"})
    [problem] = site.problems
    assert problem.startswith("guide.md:7: ")
    assert message in problem
    assert "<!-- iroco-blog" not in site.text("guide/")


def test_a_term_like_no_other_is_a_note(build) -> None:
    site = build({**POST, "docs/guide.md": "# Guide\n\n<!-- iroco-blog/posts { tag: xyz } -->\n"})
    assert site.problems == []
    assert [note for note in site.notes if "guide.md:3" in note and "`xyz`" in note]


def test_a_mistake_in_a_snippet_is_one_message_with_the_files_that_show_it(build, tmp_path) -> None:
    (tmp_path / "list.md").write_text("<!-- iroco-blog/posts { limt: 3 } -->\n", encoding="utf-8")
    pages = {f"docs/{name}.md": '# Page\n\n--8<-- "list.md"\n' for name in "bcd"}
    config = {"markdown_extensions": [{"pymdownx.snippets": {"base_path": [str(tmp_path)]}}]}
    site = build({**POST, **pages}, config=config)
    [problem] = site.problems
    assert problem.startswith("b.md: `iroco-blog/posts` has no key `limt`")
    assert "Also in c.md, d.md." in problem


def test_a_mistake_in_a_draft_is_a_note(build) -> None:
    text = post("2026-01-01", "<!-- iroco-blog/posts { limt: 3 } -->", title="Draft", draft=True)
    site = build({**POST, "docs/blog/posts/d.md": text}, command="serve")
    assert site.problems == []
    assert any("`limt`" in note for note in site.notes)


def test_a_mistake_in_a_post_and_in_an_introduction_is_reported_once(build) -> None:
    line = "<!-- iroco-blog/posts { limt: 3 } -->"
    texts = {"docs/blog/posts/a.md": post("2026-01-01", f"Text.\n\n{line}\n", title="Apples"),
             "docs/blog/posts/b.md": post("2026-01-02", title="Beans"),
             "docs/blog/index.md": f"# Blog\n\n{line}\n"}  # fmt: skip
    site = build(texts, options={"pagination_per_page": 1, "pagination_keep_content": True})
    [problem] = site.problems
    assert problem.startswith("blog/index.md:3: ")
    assert "Also in blog/posts/a.md:8." in problem


@pytest.mark.usefixtures("locks")
def test_a_list_in_a_locked_post_is_a_problem(build) -> None:
    text = post("2026-01-01", "Secret.\n\n<!-- iroco-blog/posts -->\n", title="Locked", **LOCK)
    plugins = ["search", "encryptcontent", "iroco-blog"]
    site = build({**POST, "docs/blog/posts/l.md": text}, plugins=plugins)
    [problem] = site.problems
    assert problem.startswith("blog/posts/l.md:9: Another plugin encrypts the text of this post")
    assert "Secret." not in site.text(site.post("apples"))


@pytest.mark.usefixtures("locks")
def test_a_list_names_a_locked_post_and_shows_nothing_of_it(build) -> None:
    text = post("2026-02-01", "Secret.", title="Locked", **LOCK, description="Of honey", tags=["hush"])
    line = "<!-- iroco-blog/posts { style: excerpts } -->\n\n<!-- iroco-blog/posts { style: cards } -->"
    plugins = ["search", "encryptcontent", "iroco-blog"]
    site = build({**POST, "docs/blog/posts/l.md": text, "docs/guide.md": f"# Guide\n\n{line}\n"}, plugins=plugins)
    page = site.text("guide/")
    assert page.count(">Locked</a>") == 2
    assert not [word for word in ("Secret", "Of honey", "hush") if word in page]


def test_text_of_an_author_is_escaped(build) -> None:
    link, empty = "{ all: '<b>All</b> & \"more\"' }", "{ year: 1999, empty: <i>No</i> }"
    lines = f"<!-- iroco-blog/posts {link} -->\n\n<!-- iroco-blog/posts {empty} -->\n"
    site = build({**POST, "docs/guide.md": f"# Guide\n\n{lines}"})
    assert site.page("guide/").css(".iroco-insert b, .iroco-insert i") == []
    assert "&lt;b&gt;All&lt;/b&gt;" in site.text("guide/")


def test_a_page_has_a_hundred_lists_at_most(build) -> None:
    lines = "<!-- iroco-blog/posts { limit: 1 } -->\n\n" * 3000
    site = build({**POST, "docs/guide.md": f"# Guide\n\n{lines}"})
    [problem] = site.problems
    assert problem.startswith("guide.md:3: The page has 3000 comments that ask for a list.")
    assert len(site.page("guide/").css(".iroco-insert")) == 100
    assert "<!-- iroco-blog" not in site.text("guide/")
