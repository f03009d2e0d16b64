"""`iroco-blog list`, on small sites."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.site import call, make_site

POSTS = {
    "docs/blog/posts/compost.md": (
        "---\ndate: 2025-03-01\ntags: [soil]\ncategories: [How to]\n---\n\n# Compost\n\n![](heap.png)\n"
    ),
    "docs/blog/posts/beans.md": (
        "---\ndate: 2025-05-01 10:00\ndescription: Ten rows.\nauthors: [ines]\n---\n\n# Beans\n"
    ),
    "docs/blog/posts/notes.md": "---\ndate: 2025-04-01\ndraft: true\n---\n\n# Notes\n\n`![](not-a-picture.png)`\n",
    "docs/blog/posts/winter.md": "---\ndate: 2025-11-01\npublishDate: 2025-12-24 18:00\n---\n\n# Winter\n",
    "docs/blog/posts/advent.md": "---\ndate: 2025-11-02\npublishDate: 2025-12-01\n---\n\n# Advent\n",
    "docs/blog/posts/hidden.md": "---\ndate: 2025-02-01\nunlisted: true\n---\n\n# A hidden bed\n",
    "docs/blog/.authors.yml": "authors:\n  ines:\n    name: Ines\n    description: Gardener.\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path / "garden", POSTS)


def titles(site: Path, *arguments: str) -> list[str]:
    return [post["title"] for post in json.loads(call(site, "list", "--json", *arguments).stdout)]


def test_the_table_has_date_state_title_terms_and_file(site: Path) -> None:
    result = call(site, "list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Date        State      Title         Terms         File\n"
        "2025-11-02  scheduled  Advent                      blog/posts/advent.md\n"
        "2025-11-01  scheduled  Winter                      blog/posts/winter.md\n"
        "2025-05-01  published  Beans                       blog/posts/beans.md\n"
        "2025-04-01  draft      Notes                       blog/posts/notes.md\n"
        "2025-03-01  published  Compost       How to, soil  blog/posts/compost.md\n"
        "2025-02-01  unlisted   A hidden bed                blog/posts/hidden.md\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--drafts"], ["Notes"]),
        (["--scheduled"], ["Advent", "Winter"]),
        (["--drafts", "--scheduled", "--sort", "title"], ["Advent", "Notes", "Winter"]),
        (["--author", "ines"], ["Beans"]),
        (["--since", "2025-11-01"], ["Advent", "Winter"]),
        (["--missing", "alt"], ["Compost"]),
        (["--missing", "description", "--since", "2025-05-01"], ["Advent", "Winter"]),
        (["--missing", "tags, authors", "--drafts"], ["Notes"]),
        (["--sort", "state"], ["Notes", "Advent", "Winter", "A hidden bed", "Beans", "Compost"]),
        (["--sort", "file", "--since", "2025-04-01"], ["Advent", "Beans", "Notes", "Winter"]),
        (["--author", "A guest"], []),
    ],
)
def test_options_choose_and_sort(site: Path, arguments: list[str], expected: list[str]) -> None:
    assert titles(site, *arguments) == expected


def test_posts_that_get_no_page_are_named(tmp_path: Path) -> None:
    files = {
        "docs/blog/posts/beans.md": "---\ndate: 2025-03-01\n---\n\n# Beans\n",
        "docs/blog/posts/peas.md": "# Peas\n\nWhen was that?\n",
        "docs/blog/posts/sale.md": "---\ndate: 2025-01-01\nexpiryDate: 2025-02-01\n---\n\n# A sale\n",
        "docs/blog/posts/README.md": "# How we write\n",
    }
    result = call(make_site(tmp_path / "site", files), "list")
    assert "Beans" in result.stdout
    assert result.stderr == (
        "Not listed, as they get no page: blog/posts/peas.md, blog/posts/sale.md. `iroco-blog check` says why.\n"
    )


def test_json_says_all_that_a_program_needs(site: Path) -> None:
    [post] = json.loads(call(site, "list", "--json", "--author", "ines").stdout)
    assert post == {
        "address": "/blog/2025/05/01/beans/", "authors": ["ines"], "categories": [],
        "date": "2025-05-01T10:00:00+00:00",
        "description": "Ten rows.", "due": None, "file": "blog/posts/beans.md", "image": None, "lang": None,
        "missing": ["image", "tags", "categories"], "series": [], "state": "published", "tags": [], "title": "Beans",
        "updated": None,
    }  # fmt: skip


def test_next_is_the_moment_when_the_next_scheduled_post_is_due(site: Path, tmp_path: Path) -> None:
    assert call(site, "list", "--next").stdout == "2025-12-01T00:00:00+00:00\n"
    assert call(site, "list", "--next", SOURCE_DATE_EPOCH="1764600000").stdout == "2025-12-24T18:00:00+00:00\n"
    assert json.loads(call(site, "list", "--next", "--json").stdout)["file"] == "blog/posts/advent.md"
    empty = make_site(tmp_path / "empty", {})
    assert call(empty, "list", "--next").stdout == ""
    assert call(empty, "list").stdout == ""
    assert json.loads(call(empty, "list", "--next", "--json").stdout) is None


def test_next_is_the_next_of_the_posts_that_other_options_choose(site: Path) -> None:
    text = POSTS["docs/blog/posts/winter.md"].replace("---\n", "---\nauthors: [ines]\n", 1)
    (site / "docs/blog/posts/winter.md").write_text(text, encoding="utf-8")
    assert call(site, "list", "--next", "--author", "ines").stdout == "2025-12-24T18:00:00+00:00\n"
    assert call(site, "list", "--next", "--since", "2025-11-02").stdout == "2025-12-01T00:00:00+00:00\n"
    assert call(site, "list", "--next", "--drafts").stdout == ""


def test_an_author_is_named_by_id_or_name_and_a_misspelt_one_is_a_wrong_use(site: Path) -> None:
    assert titles(site, "--author", "Ines") == titles(site, "--author", "ines") == ["Beans"]
    result = call(site, "list", "--author", "inse")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no author 'inse'. Write `ines`" in result.stderr


def test_a_future_date_schedules_a_post_where_the_option_says_so(tmp_path: Path) -> None:
    post = {"docs/blog/posts/a.md": "---\ndate: 2026-01-01 8:00\n---\n\n# A\n"}
    site = make_site(
        tmp_path / "a", post, plugins=[{"iroco-blog": {"draft_if_future_date": True, "timezone": "Europe/Paris"}}]
    )
    assert call(site, "list", "--next").stdout == "2026-01-01T08:00:00+01:00\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--missing", "titel"], "'titel' is not one of description, image, alt, tags, categories, authors."),
        (["--since", "yesterday"], "'yesterday' is not a date. Write it as 2026-03-01."),
        (["--since", "2025-02-30"], "'2025-02-30' does not exist. Write it as 2026-03-01."),
    ],
)
def test_a_value_that_means_nothing_is_a_wrong_use(site: Path, arguments: list[str], message: str) -> None:
    result = call(site, "list", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_plugin_that_adds_posts_is_named_and_runs_with_all(tmp_path: Path) -> None:
    hook = (
        "from mkdocs.structure.files import File\n"
        "def on_files(files, config):\n"
        "    text = '---\\ndate: 2025-01-01\\n---\\n\\n# From a script\\n'\n"
        "    files.append(File.generated(config, 'blog/posts/made.md', content=text))\n"
    )
    site = make_site(tmp_path / "site", {"add_posts.py": hook, **POSTS}, hooks=["add_posts.py"])
    (site / "site").mkdir()
    (site / "site" / "old.html").write_text("old", encoding="utf-8")
    result = call(site, "list", "--json")
    assert result.stderr == "Read from disk. Plugins that may add or remove posts: add_posts.py. --all runs them.\n"
    assert "From a script" not in result.stdout
    result = call(site, "list", "--json", "--all")
    assert result.stderr == ""
    assert "From a script" in result.stdout
    assert [path.name for path in (site / "site").iterdir()] == ["old.html"], "A list changes nothing."


def test_each_language_of_a_site_is_listed(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs_static_i18n")
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]
    plugins = [{"i18n": {"docs_structure": "folder", "languages": languages}}, "iroco-blog"]
    files = {
        "docs/en/blog/posts/soil.md": "---\ndate: 2025-03-01\n---\n\n# Soil\n",
        "docs/fr/blog/posts/soil.md": "---\ndate: 2025-03-01\n---\n\n# Terre\n",
    }
    posts = json.loads(call(make_site(tmp_path / "site", files, plugins=plugins), "list", "--json").stdout)
    assert [(post["title"], post["address"]) for post in posts] == [
        ("Soil", "/blog/2025/03/01/soil/"), ("Terre", "/fr/blog/2025/03/01/terre/"),
    ]  # fmt: skip


def test_the_posts_of_a_jekyll_site_are_listed(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: Garden\npermalink: /:year/:title/\n",
        "_posts/2025-03-01-soil.md": "---\ntitle: Soil\ntags: [earth]\n---\nText.\n",
        "_drafts/idea.md": "---\ntitle: An idea\n---\nText.\n",
    }
    site = make_site(tmp_path / "site", files, plugins=[{"iroco-blog": {"jekyll": "."}}])
    posts = json.loads(call(site, "list", "--json").stdout)
    assert [(post["state"], post["title"], post["file"]) for post in posts] == [
        ("draft", "An idea", "_drafts/idea.md"), ("published", "Soil", "_posts/2025-03-01-soil.md"),
    ]  # fmt: skip
    assert posts[1]["address"] == "/2025/soil/"
