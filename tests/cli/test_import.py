"""The command `import`: golden cases, and the rules for the folder that it writes to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_iroco_blog.cli.importing.folder import MANIFEST
from mkdocs_iroco_blog.cli.importing.front_matter import write_front_matter
from mkdocs_iroco_blog.cli.main import cli

CASES = Path(__file__).parents[1] / "cases" / "cli" / "import"
NOON = {"SOURCE_DATE_EPOCH": "1764331200"}
"""28 November 2025, 12:00 UTC."""
SMALL = {
    "_config.yml": "title: Garden\nurl: https://garden.example\npermalink: pretty\n",
    "_posts/2024-10-04-bees.md": "---\ntitle: Bees\n---\nThey *sleep*.\n",
    "about.md": "---\ntitle: About\n---\nWe grow things.\n",
    "images/a.txt": "A file.\n",
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run_import(folder: Path, *arguments: str, theme: str = "mkdocs", to: str = "new") -> Result:
    command = ["import", "jekyll", str(folder / "old"), "--to", str(folder / to), "--theme", theme, *arguments]
    return CliRunner().invoke(cli, command, env=NOON)


def state(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def texts(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and file.name != MANIFEST)
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


class Literal(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


Literal.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


@pytest.mark.parametrize("name", sorted(file.name for file in CASES.glob("*.yml")))
def test_a_site_is_imported(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    source = (CASES / name).read_text(encoding="utf-8")
    case: dict[str, Any] = yaml.safe_load(source)
    before = state(write(tmp_path / "old", case["jekyll"]))
    result = run_import(tmp_path, *case.get("arguments", []), theme=case["theme"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    lines = result.output.replace(str(tmp_path), "…").splitlines(keepends=True)
    output = "".join(line for line in lines if not line.startswith("Not compared: "))  # depends on the theme's version
    actual = {"exit": result.exit_code, "new": texts(tmp_path / "new"), "output": output}
    assert state(tmp_path / "old") == before, "The Jekyll site has changed."
    if request.config.getoption("--update-goldens"):
        comment, _, _ = source.partition("\ntheme:")
        text = yaml.dump({**case, **actual}, Dumper=Literal, allow_unicode=True, sort_keys=False, width=10**6)
        (CASES / name).write_text(f"{comment}\n{text}", encoding="utf-8")
        case |= actual
    assert actual == {key: case.get(key) for key in actual}


def test_a_second_run_replaces_files_that_nobody_has_changed_and_keeps_the_others(tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", SMALL), tmp_path / "new"
    assert run_import(tmp_path).exit_code == 0
    (new / "docs/about.md").write_text("# About\n\nMy own words.\n", encoding="utf-8")
    (new / "docs/mine.md").write_text("# Mine\n", encoding="utf-8")
    (old / "_posts/2024-10-04-bees.md").write_text("---\ntitle: Bees\n---\nThey fly.\n", encoding="utf-8")
    (old / "about.md").write_text("---\ntitle: About\n---\nOther words.\n", encoding="utf-8")
    (old / "images/a.txt").unlink()
    outcome = json.loads(run_import(tmp_path, "--json").output)
    assert outcome["written"] == ["docs/posts/2024-10-04-bees.md"]
    assert outcome["kept"] == ["docs/about.md"]
    assert outcome["left"] == ["docs/images/a.txt"]
    assert "They fly." in (new / "docs/posts/2024-10-04-bees.md").read_text(encoding="utf-8")
    assert (new / "docs/about.md").read_text(encoding="utf-8") == "# About\n\nMy own words.\n"
    assert {"docs/mine.md", "docs/images/a.txt"} <= state(new).keys()
    assert "docs/about.md" in run_import(tmp_path).output


def test_a_second_run_without_changes_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    run_import(tmp_path)
    before = state(tmp_path / "new")
    result = run_import(tmp_path, "--json")
    assert (result.exit_code, json.loads(result.output)["written"]) == (0, [])
    assert state(tmp_path / "new") == before


def test_a_file_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    run_import(tmp_path)
    (tmp_path / "new/docs/about.md").unlink()
    assert json.loads(run_import(tmp_path, "--json").output)["written"] == ["docs/about.md"]


def test_the_manifest_has_the_hash_of_each_file(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    run_import(tmp_path)
    files = state(tmp_path / "new")
    del files[MANIFEST]
    assert json.loads((tmp_path / "new" / MANIFEST).read_text(encoding="utf-8"))["files"] == files


@pytest.mark.parametrize("to", ["old", "old/new", "."])
def test_one_folder_inside_the_other_is_refused(to: str, tmp_path: Path) -> None:
    before = state(write(tmp_path / "old", SMALL))
    result = run_import(tmp_path, to=to)
    assert (result.exit_code, state(tmp_path / "old")) == (2, before)
    assert "lie in one another" in result.output


def test_a_link_to_a_folder_inside_the_other_is_refused(tmp_path: Path) -> None:
    before = state(write(tmp_path / "old", SMALL))
    (tmp_path / "old/target").mkdir()
    (tmp_path / "new").symlink_to(tmp_path / "old/target")
    result = run_import(tmp_path)
    assert (result.exit_code, state(tmp_path / "old")) == (2, before)


@pytest.mark.parametrize("manifest", [None, "{}", "no JSON", '{"version": 1, "files": {"a": 1}}'])
def test_a_folder_of_something_else_is_refused(manifest: str | None, tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    write(tmp_path / "new", {"thesis.txt": "Years of work.\n", **({MANIFEST: manifest} if manifest else {})})
    before = state(tmp_path / "new")
    result = run_import(tmp_path)
    assert (result.exit_code, state(tmp_path / "new")) == (2, before)
    assert "is not empty, and no import has written it" in result.output


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    write(tmp_path, {"new": "A file.\n"})
    assert run_import(tmp_path).exit_code == 2


def test_a_folder_without_a_configuration_is_no_jekyll_site(tmp_path: Path) -> None:
    write(tmp_path / "old", {"index.md": "Hello.\n"})
    result = run_import(tmp_path)
    assert result.exit_code == 1
    assert "_config.yml" in result.output
    assert not (tmp_path / "new").exists()


def test_an_unknown_theme_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    result = run_import(tmp_path, theme="no-such-theme")
    assert result.exit_code == 2
    assert "no-such-theme" in result.output
    assert not (tmp_path / "new").exists()


def test_links_in_the_folder_lead_nothing_out_of_it(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    run_import(tmp_path)
    outside = write(tmp_path / "outside", {"about.md": "Mine.\n"})
    (tmp_path / "new/docs/about.md").unlink()
    (tmp_path / "new/docs/about.md").symlink_to(outside / "about.md")
    (tmp_path / "new/docs/images/a.txt").unlink()
    (tmp_path / "new/docs/images").rmdir()
    (tmp_path / "new/docs/images").symlink_to(outside)
    outcome = json.loads(run_import(tmp_path, "--json").output)
    assert outcome["kept"] == ["docs/about.md", "docs/images/a.txt"]
    assert state(outside) == state(write(tmp_path / "same", {"about.md": "Mine.\n"}))


def test_hostile_names_and_values_stay_inside_the_folder_and_are_no_markup(tmp_path: Path) -> None:
    title = "<script>alert(1)</script>: [x](javascript:alert(1)) {{ 7*7 }} --- # *y*"
    files = {
        **SMALL,
        "_posts/2024-01-01-up.md": f"---\ntitle: {json.dumps(title)}\npermalink: /../../../up/\n---\nText.\n",
        "_posts/2024-01-02-key.md": "---\ntitle: Key\n'a\": [b': '!!python/object/apply:os.system [x]'\n---\nText.\n",
        "_posts/2024-01-03-lines.md": '---\ntitle: "Two\\nlines --- x: y"\ntags: ["- a", "b: c", "#d"]\n---\nText.\n',
        'we "say" & <b>.md': '---\ntitle: "# *Us* & <b>them</b> `x`"\n---\nText.\n',
        "_data/authors.yml": '"../x": {name: "<i>X</i>\\nplugins: [none]\\u2028y: 1", avatar: none.png}\n',
    }
    before = state(write(tmp_path / "old", files))
    result = run_import(tmp_path, "--json")
    outcome = json.loads(result.output)
    assert (outcome["warnings"], state(tmp_path / "old")) == ([], before)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old"]
    measures = outcome["comparison"]["measures"]
    assert all(measures[name]["same"] == measures[name]["total"] for name in ("addresses", "texts"))


def test_the_new_site_is_compared_with_the_output_of_jekyll(tmp_path: Path) -> None:
    page = "<!doctype html><title>{0}</title><main><h1>{0}</h1><p>{1}</p></main>"
    write(tmp_path / "old", SMALL)
    built = {
        "2024/10/04/bees/index.html": page.format("Bees", "They <em>sleep</em>."),
        "about/index.html": page.format("About", "We grow things."),
        "gone/index.html": page.format("Gone", "Not here any more."),
    }
    write(tmp_path / "built", built)
    result = run_import(tmp_path, "--built", str(tmp_path / "built"))
    assert result.output.startswith("Compared with Jekyll's own output.\naddresses  2 of 3")
    assert (result.exit_code, "/gone/" in result.output) == (1, True)


FEED = """---
---
<feed xmlns="http://www.w3.org/2005/Atom">{% for post in site.posts %}<entry><title>{{ post.title }}</title>
<link href="https://garden.example{{ post.url }}"/><id>{{ site.id }}{{ post.url }}</id></entry>{% endfor %}</feed>
"""


def test_a_feed_tells_the_address_of_a_site_that_does_not(tmp_path: Path) -> None:
    config = "title: Garden\npermalink: pretty\nid: 'tag:garden.example,2024:'\n"
    write(tmp_path / "old", {**SMALL, "_config.yml": config, "atom.xml": FEED})
    assert run_import(tmp_path).exit_code == 0
    made = texts(tmp_path / "new")
    assert "site_url: https://garden.example/\n" in made["mkdocs.yml"]
    assert "guid: tag:garden.example,2024:/2024/10/04/bees/\n" in made["docs/posts/2024-10-04-bees.md"]
    built = {"atom.xml": FEED.partition("---\n---\n")[2].partition("{%")[0] + (
        "<entry><title>Bees</title><link href='https://garden.example/2024/10/04/bees/'/>"
        "<id>tag:garden.example,2024:/2024/10/04/bees/</id></entry></feed>"
    )}  # fmt: skip
    write(tmp_path / "built", built)
    result = run_import(tmp_path, "--built", str(tmp_path / "built"))
    assert "feed ids   1 of 1" in result.output


def test_a_feed_is_named_as_lost_where_no_address_is_known(tmp_path: Path) -> None:
    feed = FEED.replace("https://garden.example", "")
    write(tmp_path / "old", {**SMALL, "_config.yml": "title: Garden\n", "atom.xml": feed})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    assert [loss["what"].partition(":")[0] for loss in losses] == ["The feeds"]


def test_an_entry_whose_id_is_an_address_without_an_ending_keeps_it(tmp_path: Path) -> None:
    bees = {"_posts/2024-10-04-bees.md": "---\ntitle: Bees\npermalink: /bees\n---\nThey sleep.\n"}
    feed = FEED.replace("{{ site.id }}", "https://garden.example")
    write(tmp_path / "old", {**SMALL, **bees, "atom.xml": feed})
    assert run_import(tmp_path).exit_code == 0
    assert "guid: https://garden.example/bees\n" in texts(tmp_path / "new")["docs/posts/2024-10-04-bees.md"]


def test_a_post_with_two_ids_gets_the_one_that_is_a_whole_address_and_the_other_is_named(tmp_path: Path) -> None:
    feeds = {"all.xml": FEED, "feed.xml": FEED.replace("{{ site.id }}", "https://garden.example{{ site.id }}/x")}
    write(tmp_path / "old", {**SMALL, **feeds})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    made = texts(tmp_path / "new")
    assert "guid: https://garden.example/x/2024/10/04/bees/\n" in made["docs/posts/2024-10-04-bees.md"]
    assert losses == [
        {"file": "all.xml", "what": "The ids of 1 entry: a post has one id in all feeds, that of another feed."}
    ]
    assert made["mkdocs.yml"].endswith(f"# Not kept from Jekyll:\n# - all.xml: {losses[0]['what']}\n")


def test_a_feed_names_the_author_of_the_site_once(tmp_path: Path) -> None:
    more = "plugins: [jekyll-feed, jekyll-sitemap]\nauthor: Ines Maier\n"
    write(tmp_path / "old", {**SMALL, "_config.yml": SMALL["_config.yml"] + more})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    what = "`author` in feeds: Ines Maier is the author of the whole feed, not of each entry."
    made = texts(tmp_path / "new")
    assert losses == [{"file": "_config.yml", "what": what}]
    assert what in made["mkdocs.yml"]
    assert made["docs/robots.txt"] == "Sitemap: https://garden.example/sitemap.xml\n"


def test_ids_of_terms_that_an_overview_does_not_have_are_named(tmp_path: Path) -> None:
    post = "---\ntitle: Bees\ntags: [Big bees]\n---\nThey sleep.\n"
    tags = """---
title: Tags
---
{% for tag in site.tags %}
<h2 id="tag-big">{{ tag[0] }}</h2>
<ul>{% for post in tag[1] %}<li><a href="{{ post.url }}">{{ post.title }}</a></li>{% endfor %}</ul>
{% endfor %}
"""
    write(tmp_path / "old", {**SMALL, "_posts/2024-10-04-bees.md": post, "tags.html": tags})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    what = "The old ids of 1 term, such as `tag-big`: a link there leads to the page's top."
    assert losses == [{"file": "tags.html", "what": what}]
    assert what in texts(tmp_path / "new")["mkdocs.yml"]


def test_a_date_at_midnight_has_no_time_and_a_title_no_html(tmp_path: Path) -> None:
    post = '---\ntitle: "<strike>Bees</strike> &amp; <em>Wasps</em>"\ndate: 2024-10-04 00:00:00\n---\nThey sleep.\n'
    write(tmp_path / "old", {**SMALL, "_posts/2024-10-04-bees.md": post})
    assert run_import(tmp_path).exit_code == 0
    made = texts(tmp_path / "new")["docs/posts/2024-10-04-bees.md"]
    assert made.startswith("---\ntitle: Bees & Wasps\ndate: 2024-10-04\nslug: bees\n")


@pytest.mark.parametrize("posts", [True, False])
def test_entries_that_are_no_posts_are_named(tmp_path: Path, *, posts: bool) -> None:
    talk = "<entry><title>Talk</title><link href='https://talks.example/1'/><id>talk</id></entry></feed>"
    feed = FEED.replace("</feed>", talk) if posts else f"{FEED.partition('{%')[0]}{talk}\n"
    write(tmp_path / "old", {**SMALL, "atom.xml": feed})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    expected = ["1 entry is not a post, and not in the feed any more."] if posts else []
    assert [loss["what"] for loss in losses] == expected
    assert (tmp_path / "new/docs/atom.xml").is_file() is not posts


def test_of_two_posts_at_one_address_the_second_is_a_draft(tmp_path: Path) -> None:
    first = "---\ntitle: {0}\npermalink: /same/\n---\n{0}.\n"
    posts = {f"_posts/2024-01-0{day}-{day}.md": first.format(f"Day {day}") for day in (1, 2)}
    write(tmp_path / "old", {**SMALL, **posts})
    outcome = json.loads(run_import(tmp_path, "--json").output)
    made = texts(tmp_path / "new")
    drafts = [day for day in (1, 2) if "draft: true" in made[f"docs/posts/2024-01-0{day}-{day}.md"]]
    assert drafts == [1]
    assert ["/same/" in loss["what"] for loss in outcome["losses"]] == [True]
    assert outcome["comparison"]["is_lossless"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("It's: a bee", 'title: "It\'s: a bee"'),
        ("It's a bee", "title: It's a bee"),
        ("'It' is", "title: \"'It' is\""),
        ('It\'s: "a" bee', "title: 'It''s: \"a\" bee'"),
        ("It's: 🐝", "title: 'It''s: 🐝'"),
        ("Bees: two", "title: 'Bees: two'"),
    ],
)
def test_a_title_is_quoted_as_a_person_would(title: str, line: str) -> None:
    text = write_front_matter({"title": title})
    assert text == f"---\n{line}\n---\n\n"
    assert yaml.safe_load(text.split("---")[1]) == {"title": title}


def test_posts_of_one_date_are_named_as_they_change_places(tmp_path: Path) -> None:
    day = {f"_posts/2024-01-0{number // 3 + 1}-{number}.md": "---\n---\nText.\n" for number in range(5)}
    write(tmp_path / "old", {**SMALL, **day})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    assert [loss["what"].partition(":")[0] for loss in losses] == ["The order of 5 posts with the date of another post"]


def test_pages_may_redirect_to_a_feed_and_a_redirect_that_leads_nowhere_is_named(
    tmp_path: Path,
) -> None:
    page = "---\ntitle: Feed\nredirect_to: {0}\npermalink: {1}\n---\n"
    files = {"feed/index.md": page.format("/feed.xml", "/feed/"), "old/index.md": page.format("/none/", "/old/")}
    more = "plugins: [jekyll-feed, jekyll-redirect-from]\n"
    write(tmp_path / "old", {**SMALL, **files, "_config.yml": SMALL["_config.yml"] + more})
    losses = json.loads(run_import(tmp_path, "--json").output)["losses"]
    made = texts(tmp_path / "new")
    assert [(loss["file"], loss["what"].partition(",")[0]) for loss in losses] == [
        ("old/index.md", "`redirect_to` is `/none/`")
    ]
    assert 'url=../feed.xml"' in made["docs/feed/index.html"]


def test_an_excerpt_is_plain_text_where_that_reads_the_same(tmp_path: Path) -> None:
    posts = {
        "_posts/2024-01-01-a.md": "---\ntitle: A\nexcerpt: Short words.\n---\nText.\n",
        "_posts/2024-01-02-b.md": "---\ntitle: B\nexcerpt: With *stars* that stay.\nguid: mine\n---\nText.\n",
    }
    write(tmp_path / "old", {**SMALL, **posts})
    assert run_import(tmp_path).exit_code == 0
    made = texts(tmp_path / "new")
    assert "excerpt: Short words.\n" in made["docs/posts/2024-01-01-a.md"]
    assert "excerpt: <p>With *stars* that stay.</p>\nguid: mine\n" in made["docs/posts/2024-01-02-b.md"]


def test_the_site_names_what_layouts_and_the_option_jekyll_bring(tmp_path: Path) -> None:
    body = '{% include figure image_path="/images/a.png" caption="A *bee*" %}\n\nWeighs $$x^2$$.\n'
    files = {
        **SMALL,
        "_config.yml": SMALL["_config.yml"] + "theme: minimal-mistakes\nmastodon: https://social.example/@ines\n",
        "_posts/2024-01-01-a.md": f"---\ntitle: A\n---\n{body}\n```mermaid\nflowchart LR\n  a --> b\n```\n",
        "images/a.png": "",
    }
    write(tmp_path / "old", files)
    outcome = json.loads(run_import(tmp_path, "--json").output)
    made = texts(tmp_path / "new")
    config = yaml.safe_load(made["mkdocs.yml"].partition("markdown_extensions:")[0])
    assert config["extra_css"] == ["stylesheets/include.css"]
    assert ".iroco-include" in made["docs/stylesheets/include.css"]
    assert "pymdownx.arithmatex" in made["mkdocs.yml"]
    assert "custom_fences" not in made["mkdocs.yml"]
    assert [loss["file"] for loss in outcome["losses"]] == ["_layouts", "_config.yml"]


def test_a_theme_that_draws_diagrams_gets_them(tmp_path: Path) -> None:
    pytest.importorskip("material")
    text = "---\ntitle: A\n---\n```mermaid\nflowchart LR\n  a --> b\n```\n"
    write(tmp_path / "old", {**SMALL, "_posts/2024-01-01-a.md": text})
    assert run_import(tmp_path, theme="material").exit_code == 0
    assert "fence_code_format" in texts(tmp_path / "new")["mkdocs.yml"]


def test_the_output_of_jekyll_may_not_lie_where_the_new_site_goes(tmp_path: Path) -> None:
    write(tmp_path / "old", SMALL)
    write(tmp_path / "new/built", {"index.html": "x"})
    assert run_import(tmp_path, "--built", str(tmp_path / "new/built")).exit_code == 2
