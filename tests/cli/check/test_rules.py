"""What only `iroco-blog check` reports: the examples of the table, and what must not be reported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_iroco_blog.cli.check.rules.links import _BOUNDARY, _COMMENT
from mkdocs_iroco_blog.core.messages import check
from mkdocs_iroco_blog.core.messages.message import Files, Message
from mkdocs_iroco_blog.core.messages.table import rows
from mkdocs_iroco_blog.core.posts.prose import pictures_without_alt
from tests.cli.check.sites import check_files, check_site, codes, post
from tests.cli.site import make_site
from tests.hosts.test_messages import write


def write_example(root: Path, files: Files) -> Path:
    root.mkdir()
    write(root, files)
    return root


@pytest.mark.parametrize("row", [*rows(check)], ids=lambda row: row.code)
def test_the_example_has_the_message_and_the_mended_form_has_none(row: Message, tmp_path: Path) -> None:
    before = check_site(write_example(tmp_path / "before", row.example))
    assert {(entry["code"], entry["level"]) for entry in before.entries} == {
        (row.code, row.level.name.lower().replace("info", "note"))
    }
    assert before.code == int(row.level.name != "INFO")
    assert row.mended is not None
    after = check_site(write_example(tmp_path / "after", {**row.example, **row.mended}))
    assert (after.entries, after.code) == ([], 0)


def test_links_that_lead_somewhere_are_not_reported(tmp_path: Path) -> None:
    text = """\
[Home](../../index.md) [Blog](../index.md) [Soil](soil.md#what-it-is) [below](#b) [top](#top) [mail](mailto:a@b.example)
[Elsewhere](https://other.example/x/) [own](https://garden.example/blog/) [feed](https://garden.example/blog/feed.xml)
[Map](https://garden.example/sitemap.xml) [Old](https://garden.example/old/) [text](../../index.md#:~:text=Welcome)
[file](../../files/a.pdf) <a href="/blog/category/soil/">Soil</a> <a id="b" href="#quiet">here</a> <i id="quiet"></i>
`<a href="nowhere/">` <!-- <a href="nowhere/">x</a> -->
"""
    files = {
        "docs/blog/posts/a.md": post(text, "categories: [Soil]\n"),
        "docs/blog/posts/soil.md": post("## What it is\n\nEarth.\n", "aliases: old/\n", "Soil"),
        "docs/files/a.pdf": "A file.",
    }
    assert [entry for entry in check_files(tmp_path, files) if entry["code"]] == []


def test_links_of_pages_that_are_no_posts_are_checked_too_and_lists_are(tmp_path: Path) -> None:
    files = {
        "docs/guide.md": "# Guide\n\n[a](blog/posts/a.md#non) [b](nowhere.md)\n",
        "docs/blog/index.md": "# Blog\n\nSee [this](never.md).\n",
        "docs/blog/posts/a.md": post(),
    }
    entries = check_files(tmp_path, files)
    assert [(entry["file"], entry["line"], entry["code"]) for entry in entries] == [
        ("docs/blog/index.md", 3, "IB801"), ("docs/guide.md", 3, "IB801"), ("docs/guide.md", 3, "IB802"),
    ]  # fmt: skip
    assert entries[2]["message"].startswith("`blog/posts/a.md#non` leads nowhere")


def test_validation_decides_nothing_and_no_link_is_reported_twice(tmp_path: Path) -> None:
    files = {"docs/blog/posts/a.md": post("[x](nowhere.md) [y](/nowhere/) [z](#nowhere)")}
    for number, level in enumerate(("ignore", "warn")):
        links = dict.fromkeys(("not_found", "absolute_links", "anchors", "unrecognized_links"), level)
        folder = tmp_path / str(number)
        folder.mkdir()
        entries = check_files(folder, files, validation={"links": links})
        assert codes(entries) == ["IB801", "IB801", "IB802"]
        assert {entry["level"] for entry in entries} == {"warning"}


def test_a_link_that_fails_a_strict_build_is_a_problem_whatever_severity_says(tmp_path: Path) -> None:
    files = {"docs/blog/posts/a.md": post("[x](nowhere.md)")}
    entries = check_files(tmp_path, files, plugins=[{"iroco-blog": {"severity": {"IB801": "info"}}}])
    assert [(entry["code"], entry["level"]) for entry in entries] == [(None, "warning"), ("IB801", "note")]


def test_links_above_a_site_in_a_subfolder_lead_out_of_it(tmp_path: Path) -> None:
    files = {"docs/blog/posts/a.md": post('<a href="/other/">x</a> <a href="../../../../../../other/">y</a>')}
    entries = check_files(
        tmp_path, files, site_url="https://garden.example/docs/", validation={"links": {"absolute_links": "ignore"}}
    )
    assert [entry for entry in entries if entry["code"] == "IB801"] == []


def test_an_empty_text_in_html_is_a_decision_and_code_is_no_picture(tmp_path: Path) -> None:
    pictures = (
        '<img src="https://p.example/a.png" alt="">\n\n`![](b.png)`\n\n    ![](c.png)\n\n'
        '<img src="https://p.example/d.png">\n\n![][e]\n\n[e]: https://p.example/e.png\n'
    )
    entries = check_files(tmp_path, {"docs/blog/posts/a.md": post(pictures)})
    assert [(entry["code"], entry["line"], entry["message"].split("`")[1]) for entry in entries] == [
        ("IB803", 13, "https://p.example/d.png"), ("IB803", 15, "e"),
    ]  # fmt: skip


def test_budgets_are_options_and_a_picture_is_reported_once(tmp_path: Path) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--{"x" * 3000}--></svg>'
    files = {
        "docs/a.svg": svg,
        "docs/blog/posts/a.md": post("![A](../../a.svg)"),
        "docs/blog/posts/b.md": post("![A](../../a.svg) ![A](../../a.svg)", title="B"),
        "docs/blog/posts/c.md": post(front="image: a.svg\n", title="C"),
    }
    assert check_files(tmp_path, files) == []
    site = tmp_path / "site"
    assert codes(check_site(site, "--max-picture", "3").entries) == ["IB804"]
    assert codes(check_site(site, "--max-page", "3").entries) == ["IB805"] * 3


def test_an_unlisted_post_that_something_links_to_is_not_reported(tmp_path: Path) -> None:
    unlisted = {f"docs/blog/posts/{name}.md": post(front="unlisted: true\n", title=name) for name in "abc"}
    files = {
        **unlisted,
        "docs/blog/posts/text.md": post("[a](a.md)", title="Text"),
        "docs/blog/posts/front.md": post(front="links:\n  - blog/posts/b.md\n", title="Front"),
    }
    entries = check_files(tmp_path, files)
    assert [(entry["code"], entry["file"]) for entry in entries] == [("IB806", "docs/blog/posts/c.md")]


def test_terms_with_other_numbers_and_short_ones_are_not_the_same(tmp_path: Path) -> None:
    tags = ["css 2024", "css 2025", "bees", "beer", "how to", "howto", "gardening", "gardenign"]
    files = {
        f"docs/blog/posts/{number}.md": post(front=f"tags: [{tag}]\n", title=str(number))
        for number, tag in enumerate(tags)
    }
    entries = check_files(tmp_path, files)
    assert [entry["message"].partition(". ")[0] for entry in entries] == [
        "The tag `how to` (1) is nearly the same as `howto` (1)",
        "The tag `gardenign` (1) is nearly the same as `gardening` (1)",
    ]


def test_only_drafts_with_an_old_date_are_old(tmp_path: Path) -> None:
    files = {
        "docs/blog/posts/old.md": post(front="draft: true\n", title="Old"),
        "docs/blog/posts/undated.md": "---\ndraft: true\n---\n\n# Undated\n",
        "docs/blog/posts/waiting.md": post(front="publishDate: 2025-12-24\n", title="Waiting"),
    }
    assert check_files(tmp_path, files) == []
    [entry] = check_site(tmp_path / "site", "--max-draft", "54").entries
    assert (entry["code"], entry["file"], entry["line"]) == ("IB809", "docs/blog/posts/old.md", 2)
    assert entry["message"] == "The draft's date is 2025-10-04, 55 days ago. Publish it, or delete it."


def test_options_leave_out_notes_and_change_levels(tmp_path: Path) -> None:
    files = {"docs/blog/posts/a.md": post("![](https://p.example/a.png)", "unlisted: true\n")}
    blog = {"iroco-blog": {"ignore": ["IB806"], "severity": {"IB803": "info"}}}
    result = check_site(make_site(tmp_path / "site", {"docs/index.md": "# Home\n", **files}, plugins=[blog]))
    assert [(entry["code"], entry["level"]) for entry in result.entries] == [("IB803", "note")]
    assert result.code == 0


@pytest.mark.parametrize("text", ["<!--" * 50_000, "<img " * 50_000, f"[x](#nowhere) {'a' * 500_000}"])
def test_text_that_is_meant_to_take_long_does_not(text: str) -> None:
    assert _COMMENT.sub("", text) is not None
    assert len(list(pictures_without_alt(text))) in (0, 50_000)
    assert len(_BOUNDARY.split(text)) <= 100_001


def test_each_blog_decides_about_its_own_messages(tmp_path: Path) -> None:
    plugins = [{"iroco-blog": {"ignore": ["IB806"]}}, {"iroco-blog": {"blog_dir": "news"}}]
    files = {f"docs/{blog}/posts/a.md": post(front="unlisted: true\n") for blog in ("blog", "news")}
    entries = check_files(tmp_path, files, plugins=plugins)
    assert [(entry["code"], entry["file"]) for entry in entries] == [("IB806", "docs/news/posts/a.md")]


def test_json_of_a_site_without_messages_is_an_empty_list(tmp_path: Path) -> None:
    make_site(tmp_path / "site", {"docs/index.md": "# Home\n", "docs/blog/posts/a.md": post()})
    assert json.loads(check_site(tmp_path / "site").output) == []


def test_a_picture_with_lighter_variants_is_not_weighed(tmp_path: Path) -> None:
    images = pytest.importorskip("PIL.Image")
    site = make_site(
        tmp_path / "site", {"docs/index.md": "# Home\n", "docs/blog/posts/a.md": post("![A](../../a.png)")}
    )
    images.effect_noise((64, 64), 50).save(site / "docs" / "a.png")
    assert codes(check_site(site, "--max-picture", "1").entries) == ["IB804"]
    config = json.loads((site / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = [{"iroco-blog": {"images": {"widths": [32], "formats": ["webp"]}}}]
    (site / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    assert check_site(site, "--max-picture", "1").entries == []


def test_terms_that_no_other_post_has_are_one_message_a_post(tmp_path: Path) -> None:
    texts = {"a": "tags: [bees, thyme, wax]", "b": "tags: [bees, honey]"}
    files = {
        f"docs/blog/posts/{name}.md": f"---\ndate: 2025-03-01\n{tags}\n---\n\n# {name}\n"
        for name, tags in texts.items()
    }
    checked = check_site(make_site(tmp_path / "site", files))
    assert [entry["message"] for entry in checked.entries] == [
        "No other post has the tags `thyme`, `wax`. Give them to more posts, or delete them.",
        "No other post has the tag `honey`. Give it to more posts, or delete it.",
    ]
