"""`iroco-blog new`, on small sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Post, Source
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import read_post
from tests.cli.site import call, make_site

AUTHORS = {
    "docs/blog/.authors.yml": "authors:\n  ines:\n    name: Ines Q\n    description: D.\n    email: i@garden.example\n"
}


def post(name: str, head: str = "date: 2025-03-01", body: str = "\n# A post\n") -> dict[str, str]:
    return {f"docs/blog/posts/{name}": f"---\n{head}\n---\n{body}"}


def new(site: Path, *arguments: str, **env: str) -> tuple[Path, str]:
    """Create a post; return its path below the site's folder, and its text."""
    result = call(site, "new", *arguments, **env)
    assert (result.exit_code, result.stderr) == (0, "")
    path = Path(result.stdout.splitlines()[0])
    return path.relative_to(site), path.read_text(encoding="utf-8")


def test_a_first_post_is_named_after_its_title(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", {})
    result = call(site, "new", "Hello, world")
    path = site / "docs/blog/posts/hello-world.md"
    assert result.stdout == f"{path}\nhttps://garden.example/blog/2025/11/28/hello-world/\n"
    assert path.read_text(encoding="utf-8") == "---\ndate: 2025-11-28\n---\n\n# Hello, world\n\n"


def test_every_option_has_its_line(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", AUTHORS)
    options = ["--draft", "--author", "ines", "--category", "How to", "--tags", "soil, 3.10, yes", "--lang", "fr"]
    path, text = new(site, "Compost", *options, "--series", "Build a hive", "--date", "2025-12-01 9:00")
    assert path == Path("docs/blog/posts/compost.md")
    assert text == (
        "---\ndate: 2025-12-01 09:00:00\nauthors: [ines]\ncategories: [How to]\ntags: [soil, '3.10', 'yes']\n"
        "series: Build a hive\nlang: fr\ndraft: true\n---\n\n# Compost\n\n"
    )


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["2025-03-01-a.md", "2025-03-02-b.md", "c.md"], "2025-11-28-peas.md"),
        (["2025/a.md", "2025/b.md"], "2025/peas.md"),
        (["2025/03/01/a.md"], "2025/11/28/peas.md"),
        (["2025/a/index.md", "2024/b/index.md"], "2025/peas/index.md"),
        (["a/a.md"], "peas/peas.md"),
        (["20250301_a.md"], "20251128_peas.md"),
        (["vegetables/a.md"], "peas.md"),
    ],
)
def test_a_post_is_named_as_most_of_the_others(tmp_path: Path, others: list[str], expected: str) -> None:
    files = {
        name: text
        for number, path in enumerate(others, 1)
        for name, text in post(path, f"date: 2025-03-0{number}").items()
    }
    path, _ = new(make_site(tmp_path / "site", files), "Peas")
    assert path == Path("docs/blog/posts", expected)


def test_the_title_stands_where_the_other_posts_have_theirs(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", post("a.md", "date: 2025-03-01\ntitle: A", "Text.\n"))
    assert new(site, "Peas: a start")[1] == "---\ntitle: 'Peas: a start'\ndate: 2025-11-28\n---\n\n"


def test_a_title_that_means_something_in_markdown_is_front_matter(tmp_path: Path) -> None:
    path, text = new(make_site(tmp_path / "site", {}), "The *first* peas")
    assert path.name == "the-first-peas.md"
    assert text == "---\ntitle: The *first* peas\ndate: 2025-11-28\n---\n\n"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", post("peas.md"))
    result = call(site, "new", "Peas")
    path = site / "docs/blog/posts/peas.md"
    assert (result.exit_code, result.stderr) == (1, f"Error: {path} exists. Choose another title or date.\n")
    assert path.read_text(encoding="utf-8") == post("peas.md")["docs/blog/posts/peas.md"]


def test_a_file_that_cannot_be_created_is_named_with_the_reason(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", {"docs/blog/posts": "A file in the place of the folder."})
    result = call(site, "new", "Peas")
    message = f"Error: {site}/docs/blog/posts/peas.md cannot be created: File exists.\n"
    assert (result.exit_code, result.stderr) == (1, message)


def test_a_long_title_makes_a_file_that_systems_take(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", {})
    assert len(new(site, "Peas " * 60)[0].name) < 255


@pytest.mark.parametrize("key", ["email = I@garden.example", "name = ines q"])
def test_the_git_user_is_the_author(tmp_path: Path, key: str) -> None:
    (tmp_path / "gitconfig").write_text(f"[user]\n\t{key}\n", encoding="utf-8")
    site = make_site(tmp_path / "site", AUTHORS)
    _, text = new(site, "Peas", GIT_CONFIG_GLOBAL=str(tmp_path / "gitconfig"))
    assert "authors: [ines]" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025/12/1", "2025-12-01"), ("2025-12-01 9:00", "2025-12-01 09:00:00"),
        ("2025-12-01T09:00:00+02:00", "2025-12-01 08:00:00"),
    ],
)  # fmt: skip
def test_a_date_in_numbers_is_in_the_time_zone_of_the_blog(tmp_path: Path, text: str, expected: str) -> None:
    plugins = [{"iroco-blog": {"timezone": "Europe/Paris"}}]
    _, written = new(make_site(tmp_path / "site", {}, plugins=plugins), "Peas", "--date", text)
    assert f"date: {expected}\n" in written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("monday 9:00", "Monday 2025-12-01, 09:00"), ("next monday 9:00", "Monday 2025-12-01, 09:00"),
        ("tomorrow", "Saturday 2025-11-29"), ("in 3 days", "Monday 2025-12-01"), ("9:00", "Saturday 2025-11-29, 09:00"),
        ("tomorrow morning", "Saturday 2025-11-29, 09:00"), ("1 december", "Monday 2025-12-01"),
        ("demain à 9h", "Saturday 2025-11-29, 09:00"), ("Montag um 9:00", "Monday 2025-12-01, 09:00"),
        ("yesterday", "Thursday 2025-11-27"),
    ],
)  # fmt: skip
def test_a_date_in_words_is_printed_in_numbers(tmp_path: Path, text: str, expected: str) -> None:
    pytest.importorskip("dateparser")
    site = make_site(tmp_path / "site", {})
    result = call(site, "new", "Peas", "--date", text)
    assert (result.exit_code, result.stderr) == (0, f"{text} is {expected}.\n")
    day, _, time = expected.partition(" ")[2].partition(", ")
    line = f"date: {day} {time}:00\n" if time else f"date: {day}\n"
    assert line in (site / "docs/blog/posts/peas.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "when it rains", "1/12/2025", "1.12.2025", "monday at 9", "tomorrow at 9", "morgen um 9 Uhr", "lundi 9h",
        "2 Uhr", "december 2025",
    ],
)  # fmt: skip
def test_a_date_that_is_not_clear_creates_nothing(tmp_path: Path, text: str) -> None:
    pytest.importorskip("dateparser")
    site = make_site(tmp_path / "site", {})
    result = call(site, "new", "Peas", "--date", text)
    assert result.exit_code == 2
    assert f"'{text}' is not a clear date. Write it as 2026-12-01, " in result.stderr
    assert not (site / "docs/blog").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Peas", "--date", "2025-02-30"], "'2025-02-30' does not exist."),
        (["Peas", "--author", "inse"], "There is no author 'inse'. Write `ines`"),
        ([" "], "The title is empty."),
    ],
)
def test_a_value_that_makes_no_sense_creates_nothing(tmp_path: Path, arguments: list[str], message: str) -> None:
    site = make_site(tmp_path / "site", AUTHORS)
    result = call(site, "new", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (site / "docs/blog/posts").exists()


def test_a_date_in_words_has_to_be_in_the_calendar(tmp_path: Path) -> None:
    pytest.importorskip("dateparser")
    result = call(make_site(tmp_path / "site", {}), "new", "Peas", "--date", "in 90000 days")
    assert result.exit_code == 2
    assert "'in 90000 days' is not in the years from 2 to 2105." in result.stderr


def test_words_need_a_library_that_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "dateparser.date", None)
    result = call(make_site(tmp_path / "site", {}), "new", "Peas", "--date", "tomorrow")
    assert result.exit_code == 2
    assert "run `pip install 'mkdocs-iroco-blog[cli]'` first." in result.stderr


def test_the_site_can_have_a_template_of_its_own(tmp_path: Path) -> None:
    archetype = "---\n{{ front_matter }}image: cover.jpg\n---\n\nBy {{ post.authors | join(', ') }}, {{ post.date }}.\n"
    files = {**AUTHORS, "overrides/iroco_blog/archetypes/post.md": archetype}
    site = make_site(tmp_path / "site", files, theme={"name": "mkdocs", "custom_dir": "overrides"})
    _, text = new(site, "Peas", "--author", "ines")
    assert (
        text == "---\ntitle: Peas\ndate: 2025-11-28\nauthors: [ines]\nimage: cover.jpg\n---\n\nBy ines, 2025-11-28.\n"
    )


@pytest.mark.parametrize(
    ("archetype", "message"),
    [
        ("{{ post.title", "iroco_blog/archetypes/post.md:1: unexpected end of template"),
        ("{{ front_mater }}", "iroco_blog/archetypes/post.md: 'front_mater' is undefined"),
        ("{{ post.titel }}", "iroco_blog/archetypes/post.md: 'dict object' has no attribute 'titel'"),
    ],
)
def test_a_broken_template_is_named(tmp_path: Path, archetype: str, message: str) -> None:
    files = {"overrides/iroco_blog/archetypes/post.md": archetype}
    site = make_site(tmp_path / "site", files, theme={"name": "mkdocs", "custom_dir": "overrides"})
    result = call(site, "new", "Peas")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {message}")
    assert not (site / "docs/blog").exists()


def test_a_post_in_a_jekyll_site_is_named_as_jekyll_wants_it(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: Garden\ntimezone: Europe/Paris\n",
        "_posts/2025-03-01-a.md": "---\ntitle: A\n---\nText.\n",
    }
    site = make_site(tmp_path / "site", files, plugins=[{"iroco-blog": {"jekyll": "."}}])
    path, text = new(site, "Les pois d'été", "--date", "2025-12-01 9:00")
    assert path == Path("_posts/2025-12-01-les-pois-d-été.md")
    assert text == "---\nlayout: post\ntitle: Les pois d'été\ndate: 2025-12-01 09:00:00 +0100\n---\n\n"
    path, text = new(site, "An idea", "--draft")
    assert path == Path("_drafts/an-idea.md")
    assert "draft" not in text


@pytest.mark.parametrize(
    ("structure", "lang", "expected"),
    [
        ("folder", "fr", "docs/fr/blog/posts/pois.md"), ("folder", "", "docs/en/blog/posts/pois.md"),
        ("suffix", "fr", "docs/blog/posts/pois.fr.md"), ("suffix", "en", "docs/blog/posts/pois.md"),
    ],
)  # fmt: skip
def test_a_language_decides_the_place(tmp_path: Path, structure: str, lang: str, expected: str) -> None:
    pytest.importorskip("mkdocs_static_i18n")
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]
    plugins = [{"i18n": {"docs_structure": structure, "languages": languages}}, "iroco-blog"]
    site = make_site(tmp_path / "site", {}, plugins=plugins)
    path, text = new(site, "Pois", *(["--lang", lang] if lang else []))
    assert path == Path(expected)
    assert "lang" not in text


def test_a_language_that_the_site_lacks_is_a_wrong_use(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs_static_i18n")
    languages = [{"locale": "en", "name": "English", "default": True}]
    plugins = [{"i18n": {"docs_structure": "folder", "languages": languages}}, "iroco-blog"]
    result = call(make_site(tmp_path / "site", {}, plugins=plugins), "new", "Pois", "--lang", "de")
    assert result.exit_code == 2
    assert "The site is not in 'de', but in: en." in result.stderr


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("TCP/IP", "tcpip"), ("Rock & roll", "rock-roll"), ("- a plan -", "a-plan"), ("C #", "c"), ("🌱", "post"),
        ("../../etc/passwd", "etcpasswd"), ("Été", "été"), ("日本", "日本"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_is_short_and_harmless(tmp_path: Path, title: str, name: str) -> None:
    site = make_site(tmp_path / "site", {})
    result = call(site, "new", "--", title)
    assert result.stdout.startswith(f"{site}/docs/blog/posts/{name}.md\n"), result.stdout


def test_each_other_post_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = []

    def read(source: Source, context: ReadContext) -> tuple[Post | None, list[Finding]]:
        sources.append(source.path)
        return read_post(source, context)

    monkeypatch.setattr("mkdocs_iroco_blog.cli.blog.read_post", read)
    new(make_site(tmp_path / "site", {**post("a.md"), **post("b.md")}), "Peas")
    assert sorted(sources) == ["blog/posts/a.md", "blog/posts/b.md", "blog/posts/peas.md"]
