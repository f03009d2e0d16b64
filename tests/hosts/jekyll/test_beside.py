"""Posts in the docs folder beside a Jekyll site: one blog, in which a post that moves keeps everything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from mkdocs.exceptions import Abort

from tests.hosts.built import Command, Site, words
from tests.hosts.written import Texts, epoch, require_plugins, write

CONFIG = {
    "title": "Garden",
    "url": "https://garden.example",
    "permalink": "/:year/:title/",
    "plugins": ["jekyll-feed", "jekyll-redirect-from"],
}
BEES = "---\ntitle: Bees\nauthor: Inès\ntags: [hive, autumn]\nredirect_from: /old-bees\n---\n\nThe bees sleep.\n"
ANTS = "---\ntitle: Ants\nlayout: post\ntags: [hill]\n---\n\nThe ants work.\n"
WASPS = "---\ntitle: Wasps\ntags: [hive]\n---\n\nThe wasps fly.\n"
POSTS = {"2024-10-04-bees.md": BEES, "2024-10-05-ants.md": ANTS, "2024-10-05-wasps.md": WASPS}
AUTHORS = "ines:\n  name: Inès\n  bio: She keeps bees.\n  avatar: /ines.png\n"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch("2026-11-01"))


def build(
    root: Path,
    files: Texts,
    *,
    options: Mapping[str, Any] | None = None,
    jekyll: Mapping[str, Any] | None = None,
    plugins: list[Any] | None = None,
    command: Command = "build",
    config: Mapping[str, Any] | None = None,
) -> Site:
    """Build a Jekyll site with these files. `options` are the blog's, `jekyll` are settings of `_config.yml`."""
    blog = {"iroco-blog": {"jekyll": ".", **(options or {})}}
    values = {
        "site_name": "Garden",
        "theme": {"name": "mkdocs"},
        "plugins": [*(plugins or ["search"]), blog],
        **(config or {}),
    }
    require_plugins(values)
    write(
        root,
        {
            "mkdocs.yml": yaml.safe_dump(values, allow_unicode=True),
            "_config.yml": yaml.safe_dump({**CONFIG, **(jekyll or {})}),
            "_data/authors.yml": AUTHORS,
            "docs/.gitkeep": "",
            "ines.png": b"x",
            **files,
        },
    )
    return Site(root).run(command=command)


def in_jekyll(*without: str) -> dict[str, str]:
    """The posts that have not moved."""
    return {f"_posts/{name}": text for name, text in POSTS.items() if name not in without}


def feed_ids(site: Site, path: str = "feed.xml") -> list[str]:
    return [entry.id for entry in feedparser.parse((site.out / path).read_bytes()).entries]


def links(site: Site, url: str) -> list[str]:
    """The pages that a post's text links to."""
    targets = [site.target(url, str(link.attributes["href"])) for link in site.page(url).css(".e-content a")]
    return [str(target).removesuffix("index.html") for target in targets]


@pytest.mark.parametrize("folder", ["posts", "blog/posts", "news"])
@pytest.mark.parametrize("name", list(POSTS))
def test_a_post_that_moves_keeps_its_address_its_order_its_terms_and_its_feed_id(tmp_path, folder, name) -> None:
    before = build(tmp_path / "before", in_jekyll())
    options = {"post_dir": "news"} if folder == "news" else {}
    moved = {**in_jekyll(name), f"docs/{folder}/{name}": POSTS[name]}
    after = build(tmp_path / "after", moved, options=options)
    assert after.problems == []
    assert after.urls == before.urls
    assert set(feed_ids(after)) == set(feed_ids(before))
    for url in ("", "tag/hive/", "author/ines/", "archive/2024/"):
        assert after.listed(url) == before.listed(url)
    assert after.text("old-bees.html") == before.text("old-bees.html")
    assert after.sitemap == before.sitemap


def test_every_post_may_have_moved(tmp_path) -> None:
    before = build(tmp_path / "before", {**in_jekyll(), "about.md": "---\ntitle: About\n---\n\nWe garden.\n"})
    moved = {f"docs/posts/{name}": text for name, text in POSTS.items()}
    added = "import mkdocs_gen_files\nwith mkdocs_gen_files.open('blog/other.md', 'w') as file: file.write('# Other')\n"
    files = {**moved, "about.md": "---\ntitle: About\n---\n\nWe garden.\n", "added.py": added}
    plugins = ["search", {"gen-files": {"scripts": ["added.py"]}}]  # so that the blog is built twice
    after = build(
        tmp_path / "after", files, options={"post_dir": "posts"}, plugins=plugins, jekyll={"exclude": ["*.py"]}
    )
    assert after.problems == []
    assert after.urls == before.urls | {"blog/other/"}
    assert after.listed("") == before.listed("")


def test_a_post_that_another_plugin_makes_joins(tmp_path) -> None:
    text = "---\\ntitle: Moths\\n---\\nThey fly.\\n"
    path = "posts/2024-10-06-moths.md"
    script = f"import mkdocs_gen_files\nwith mkdocs_gen_files.open('{path}', 'w') as file: file.write('{text}')\n"
    plugins = ["search", {"gen-files": {"scripts": ["made.py"]}}]
    files, jekyll = {**in_jekyll(), "made.py": script}, {"exclude": ["*.py"]}
    site = build(tmp_path / "site", files, options={"post_dir": "posts"}, plugins=plugins, jekyll=jekyll)
    assert site.problems == []
    assert site.listed("")[0] == "Moths"
    assert "2024/moths/" in site.urls


def test_a_folder_that_nobody_named_is_named_in_a_note(tmp_path) -> None:
    posts = {**in_jekyll("2024-10-04-bees.md"), "docs/blog/posts/2024-10-04-bees.md": BEES}
    [note] = build(tmp_path / "site", posts).notes
    assert "`blog/posts`" in note
    assert "`post_dir: blog/posts`" in note.replace("Write post", "Write `post")
    assert build(tmp_path / "named", posts, options={"post_dir": "blog/posts"}).notes == []


def test_a_folder_without_a_dated_file_holds_no_posts(tmp_path) -> None:
    site = build(tmp_path / "site", {**in_jekyll(), "docs/posts/guide.md": "# How to write a post\n"})
    assert site.problems == site.notes == []
    assert "e-content" not in site.text("posts/guide/")


def test_a_file_that_cannot_be_read_is_reported(tmp_path) -> None:
    (tmp_path / "site" / "docs" / "posts").mkdir(parents=True)
    (tmp_path / "site" / "docs" / "posts" / "lost.md").symlink_to("nowhere.md")
    site = build(tmp_path / "site", {**in_jekyll(), "docs/posts/2024-10-06-moths.md": "# Moths\n\nThey fly.\n"})
    [problem] = site.problems
    assert problem.startswith("posts/lost.md: ")
    assert "2024/moths/" in site.urls


def test_a_folder_of_another_blog_stays_with_it(tmp_path) -> None:
    other = {"iroco-blog": {"blog_dir": "blog"}}
    posts = {**in_jekyll(), "docs/blog/posts/2026-10-01-news.md": "# News\n\nThere is some.\n"}
    site = build(tmp_path / "site", posts, plugins=["search", other])
    assert site.problems == []
    assert "News" not in site.listed("")
    assert site.listed("blog/") == ["News"]


def test_a_second_folder_that_looks_like_one_of_posts_is_reported(tmp_path) -> None:
    moved = {"docs/posts/2024-10-04-bees.md": BEES, "docs/blog/posts/2024-10-05-ants.md": WASPS}
    site = build(tmp_path / "site", {"_posts/2024-10-05-wasps.md": WASPS, **moved})
    [problem] = site.problems
    assert problem.startswith("blog/posts/2024-10-05-ants.md: ")
    assert "`posts`" in problem


@pytest.mark.parametrize(
    ("name", "front", "jekyll", "address"),
    [
        ("bees.md", "date: 2024-10-04", {}, "2024/bees/"),
        ("2024-10-04-bees.md", "slug: swarm", {}, "2024/swarm/"),
        ("2024-10-04-bees.md", "permalink: /hive/", {}, "hive/"),
        ("2024-10-04-bees.md", "url: /whole/address/", {}, "whole/address/"),
        ("bees/index.md", "date: 2024-10-04", {}, "2024/bees/"),
        ("2024-10-04-bees.md", "categories: [Two Words]", {"permalink": "date"}, "two words/2024/10/04/bees.html"),
        ("2024-10-04-bees.md", "tags: [a]", {"permalink": "/:title"}, "bees.html"),
        (
            "2024-10-04-bees.md", "tags: [a]",
            {"defaults": [{"scope": {"path": "", "type": "posts"}, "values": {"permalink": "/b/:title/"}}]}, "b/bees/",
        ),
        ("2024-10-04-bees.md", "date: {created: 2024-10-06}", {"permalink": "/:day/:title/"}, "06/bees/"),
    ],
)  # fmt: skip
def test_the_address_is_the_one_that_jekyll_gives_to_such_a_file(tmp_path, name, front, jekyll, address) -> None:
    text = f"---\ntitle: Bees in autumn\n{front}\n---\n\nThe bees sleep.\n"
    site = build(tmp_path / "site", {f"docs/posts/{name}": text}, jekyll=jekyll, options={"post_dir": "posts"})
    assert site.problems == []
    assert [url for url in site.urls if "e-content" in site.text(url)] == [address]


def test_links_lead_from_either_folder_to_the_other(tmp_path) -> None:
    ants = "{% post_url 2024-10-04-bees %}", "{% link _posts/2024-10-04-bees.md %}", "/2024/bees/", "2024-10-04-bees.md"
    bees = "../_posts/2024-10-05-ants.md", "/2024/ants/", "2024-10-05-wasps.md", "https://garden.example/2024/ants/"
    files = {
        "_posts/2024-10-05-ants.md": ANTS + " ".join(f"[bees]({link})" for link in ants),
        "docs/posts/2024-10-04-bees.md": BEES + " ".join(f"[ants]({link})" for link in bees),
        "docs/posts/2024-10-05-wasps.md": WASPS,
    }
    site = build(tmp_path / "site", files, options={"post_dir": "posts"})
    assert site.warnings == []
    assert links(site, "2024/ants/") == ["2024/bees/"] * 4
    assert links(site, "2024/bees/") == ["2024/ants/", "2024/ants/", "2024/wasps/", "2024/ants/"]


def test_templates_of_the_jekyll_site_list_them(tmp_path) -> None:
    entry = "{{ post.title }}: {{ post.excerpt | strip_html | strip }} {{ post.tags | join: '+' }}"
    page = f"---\n---\n![Us](us.png)\n\n{{% for post in site.posts limit: 2 %}}\n* {entry}\n{{% endfor %}}\n"
    index = "---\n---\n{% for post in site.posts %}{{ post.url }} {% endfor %}"
    files: dict[str, str | bytes] = {
        **in_jekyll("2024-10-05-wasps.md"), "docs/posts/2024-10-05-wasps.md": WASPS, "start.md": page, "us.png": b"x",
        "list.txt": index, "docs/posts/2024-10-06-hidden.md": "---\nunlisted: true\n---\n\n# Hidden\n",
        "docs/posts/2024-10-07-draft.md": "---\ndraft: true\n---\n\n# Draft\n",
    }  # fmt: skip
    site = build(tmp_path / "site", files, options={"post_dir": "posts"})
    assert site.problems == []
    assert (site.out / "list.txt").read_text() == "/2024/wasps/ /2024/ants/ /2024/bees/ "
    assert "Wasps: The wasps fly. hive" in words(site.page("start/").css_first("body"))


def test_a_moved_post_is_markdown_of_the_site_and_jekyll_s_marks_are_reported(tmp_path) -> None:
    text = ANTS + '\n!!! note "Look"\n\n    A hill.\n\n{{ site.title }}\n{: .big}\n'
    config = {"markdown_extensions": ["admonition"]}
    files = {**in_jekyll(), "docs/posts/2024-10-06-ants-again.md": text}
    site = build(tmp_path / "site", files, options={"post_dir": "posts"}, config=config)
    assert site.page("2024/ants-again/").css(".e-content .admonition")
    assert "{{ site.title }}" in site.text("2024/ants-again/")
    [problem] = site.problems
    assert problem.startswith("posts/2024-10-06-ants-again.md:13: ")
    assert "`{{ site.title }}`" in problem


def test_a_post_in_both_folders_is_an_error_and_the_moved_one_is_built(tmp_path) -> None:
    files = {**in_jekyll(), "docs/posts/2024-10-04-bees.md": BEES.replace("sleep", "dance")}
    site = build(tmp_path / "site", files, options={"post_dir": "posts"})
    [error] = site.errors
    assert "_posts/2024-10-04-bees.md:2: " in error
    assert "`posts/2024-10-04-bees.md`" in error
    assert "dance" in site.text("2024/bees/")
    assert site.listed("").count("Bees") == 1


def test_a_post_that_was_renamed_and_left_in_the_old_folder_is_reported(tmp_path) -> None:
    moved = BEES.replace("title:", "slug: swarm\ntitle:")
    page = "---\n---\n{% for post in site.posts %}{{ post.url }} {% endfor %}"
    files = {**in_jekyll(), "docs/posts/2024-10-04-bees.md": moved, "list.txt": page}
    site = build(tmp_path / "site", files, options={"post_dir": "posts"})
    [problem] = [problem for problem in site.problems if "same name" in problem]
    assert problem.startswith("posts/2024-10-04-bees.md: ")
    assert "`redirect_from: /2024/bees/`" in problem
    assert {"/2024/bees/", "/2024/swarm/"} <= set((site.out / "list.txt").read_text().split())


def test_defaults_of_the_jekyll_site_say_who_wrote_a_post_and_where_it_is_listed(tmp_path) -> None:
    values = {"author": "Inès", "categories": "garden", "tags": "one two", "layout": "wide", "image": "/no.png"}
    jekyll = {"permalink": "/:categories/:title/", "defaults": [{"scope": {"path": "_posts"}, "values": values}]}
    own = "---\ntitle: Ants\ntags: [hill]\ncategories: [earth]\n---\n\nThe ants work.\n"
    names = {"2024-10-05-ants.md": own, "2024-10-06-moths.md": "---\ntitle: Moths\n---\n\nThey fly.\n"}
    before = build(tmp_path / "before", {f"_posts/{name}": text for name, text in names.items()}, jekyll=jekyll)
    files = {f"docs/posts/{name}": text for name, text in names.items()}
    after = build(tmp_path / "after", files, options={"post_dir": "posts"}, jekyll=jekyll)
    assert after.problems == []
    assert after.urls == before.urls
    assert {"garden/earth/ants/", "garden/moths/", "tag/one/", "tag/hill/"} <= after.urls
    assert after.listed("author/ines/") == before.listed("author/ines/") == ["Moths", "Ants"]


def test_series_and_related_posts_take_both(tmp_path) -> None:
    series = "---\ntitle: {}\ntags: [rare]\nseries: Insects\n---\n\nText.\n"
    files = {
        "_posts/2024-10-04-bees.md": series.format("Bees"), "docs/posts/2024-10-05-ants.md": series.format("Ants"),
        **{f"_posts/2024-11-0{day}-other.md": f"---\ntitle: Other {day}\n---\n\nText.\n" for day in range(1, 9)},
    }  # fmt: skip
    site = build(tmp_path / "site", files, options={"post_dir": "posts"}, jekyll={"permalink": "/:year/:day/:title/"})
    assert site.listed("series/insects/") == ["Bees", "Ants"]
    assert "04/bees/" in site.text("2024/05/ants/")
    assert "05/ants/" in site.text("2024/04/bees/")


def test_a_folder_may_have_the_name_that_it_had_in_the_jekyll_site(tmp_path) -> None:
    page = "---\n---\n{% for post in site.posts %}{{ post.url }} {% endfor %}"
    files = {
        **in_jekyll("2024-10-04-bees.md"), "docs/_posts/2024-10-04-bees.md": BEES,
        "docs/_posts/2024-10-05-ants.md": ANTS.replace("work", "rest"), "list.txt": page,
    }  # fmt: skip
    site = build(tmp_path / "site", files, options={"post_dir": "_posts"})
    [error] = site.errors
    assert "_posts/2024-10-05-ants.md: " in error
    assert "rest" in site.text("2024/ants/")
    assert site.listed("") == ["Wasps", "Ants", "Bees"]
    assert (site.out / "list.txt").read_text() == "/2024/wasps/ /2024/ants/ /2024/bees/ "


def test_another_blog_may_not_have_the_same_folder(tmp_path) -> None:
    plugins = ["search", {"iroco-blog": {"blog_dir": "blog"}}]
    with pytest.raises(Abort):
        build(tmp_path / "site", in_jekyll(), options={"post_dir": "blog/posts"}, plugins=plugins)


def test_a_draft_with_a_mistake_stops_no_preview(tmp_path) -> None:
    text = "---\ndraft: true\ntags: bees autumn\n---\n\n# Draft\n\n{% post_url x %}\n"
    options = {"post_dir": "posts", "draft_on_serve": True}
    files = {**in_jekyll(), "docs/posts/2024-10-07-draft.md": text}
    site = build(tmp_path / "site", files, options=options, command="serve")
    assert site.problems == []
    assert "2024/draft/" in site.urls


def test_a_draft_beside_the_post_that_it_replaces_disturbs_nothing(tmp_path) -> None:
    files = {**in_jekyll(), "docs/posts/2024-10-04-bees.md": BEES.replace("title:", "draft: true\ntitle:")}
    site = build(tmp_path / "site", files, options={"post_dir": "posts"})
    assert site.warnings == []
    assert site.listed("").count("Bees") == 1


def test_authors_of_both_are_one_list_and_keep_their_addresses(tmp_path) -> None:
    page = "---\nname: Inès\n---\n\nShe keeps bees.\n"
    jekyll = {"collections": {"authors": {"output": True, "permalink": "/people/:name-of-the-garden/"}}}
    theirs = "authors:\n  ines:\n    name: Inès Duval\n  tom:\n    name: Tom\n"
    files = {
        "_authors/ines.md": page, "_posts/2024-10-05-ants.md": ANTS.replace("tags", "author: ines\ntags"),
        "docs/posts/2024-10-04-bees.md": BEES, "docs/posts/2024-10-06-tom.md": "---\nauthors: [tom]\n---\n\n# Tom's\n",
        "docs/.authors.yml": theirs,
    }  # fmt: skip
    site = build(tmp_path / "site", files, options={"post_dir": "posts"}, jekyll=jekyll)
    assert site.problems == []
    assert site.entry("2024/bees/")["author"][0]["properties"]["name"] == ["Inès Duval"]
    assert site.entry("2024/ants/")["author"] == site.entry("2024/bees/")["author"]
    [url] = [url for url in site.urls if url.startswith("people/ines")]
    assert len(site.listed(url)) == 2
    assert site.listed("people/tom/") == ["Tom's"]


def test_defaults_of_folders_and_pictures_are_those_of_an_mkdocs_blog(tmp_path) -> None:
    files: dict[str, str | bytes] = {
        **in_jekyll("2024-10-04-bees.md"), "docs/posts/2024-10-04-bees.md": BEES + "\n![Hive](hive.png)\n",
        "docs/posts/hive.png": b"x", "docs/posts/.meta.yml": "categories: [Garden]\n",
    }  # fmt: skip
    site = build(tmp_path / "site", files, options={"post_dir": "posts"})
    assert site.lost_links("2024/bees/", ".e-content") == []
    assert site.listed("category/garden/") == ["Bees"]
    assert (site.out / "posts" / "hive.png").is_file()


@pytest.mark.parametrize("key", ["tags", "categories"])
def test_words_that_jekyll_takes_for_several_terms_are_reported(tmp_path, key) -> None:
    files = {**in_jekyll(), "docs/posts/2024-10-06-moths.md": f"---\n{key}: night garden\n---\n\n# Moths\n"}
    [problem] = build(tmp_path / "site", files, options={"post_dir": "posts"}).problems
    assert problem.startswith("posts/2024-10-06-moths.md:2: ")
    assert f"`{key}: [night, garden]`" in problem


def test_a_tag_whose_posts_have_all_moved_keeps_its_feed(tmp_path) -> None:
    files = {**in_jekyll("2024-10-05-ants.md"), "docs/posts/2024-10-05-ants.md": ANTS}
    site = build(tmp_path / "site", files, options={"post_dir": "posts"}, jekyll={"feed": {"tags": True}})
    assert feed_ids(site, "feed/by_tag/hill.xml") == ["https://garden.example/2024/ants"]


def test_options_for_posts_and_authors_have_an_effect_only_if_there_are_posts(tmp_path) -> None:
    authors = {"authors_file": "people.yml"}
    files = {"docs/people.yml": "authors:\n  tom:\n    name: Tom\n"}
    [problem] = build(tmp_path / "without", {**in_jekyll(), **files}, options=authors).problems
    assert "`authors_file`" in problem
    moved = {"docs/posts/2024-10-06-tom.md": "---\nauthors: [tom]\n---\n\n# Tom's\n"}
    site = build(tmp_path / "with", {**in_jekyll(), **files, **moved}, options={**authors, "post_dir": "posts"})
    assert site.problems == []
    assert site.listed("author/tom/") == ["Tom's"]


def test_a_site_in_several_languages_has_them_in_its_default_language_alone(tmp_path) -> None:
    languages = [{"locale": "en", "default": True, "name": "English"}, {"locale": "fr", "name": "Français"}]
    i18n = {"i18n": {"docs_structure": "suffix", "languages": languages}}
    files = {
        **in_jekyll("2024-10-04-bees.md"), "docs/posts/2024-10-04-bees.md": BEES,
        "docs/posts/2024-10-07-secret.md": "---\ndraft: true\n---\n\n# Secret\n",
    }  # fmt: skip
    site = build(tmp_path / "site", files, options={"post_dir": "posts"}, plugins=["search", i18n])
    assert site.problems == []
    assert "2024/bees/" in site.urls
    assert not [url for url in site.urls if "secret" in url or "fr/" in url]


def test_the_preview_follows_a_post_from_folder_to_folder(tmp_path) -> None:
    page = "---\n---\n{% for post in site.posts %}{{ post.title }} {% endfor %}"
    site = build(tmp_path / "site", {**in_jekyll(), "list.txt": page}, options={"post_dir": "posts"}, command="serve")
    (site.root / "_posts" / "2024-10-04-bees.md").unlink()
    write(site.root, {"docs/posts/2024-10-04-bees.md": BEES.replace("sleep", "dance")})
    site.run(command="serve", fresh=False)
    assert site.warnings == []
    assert "dance" in site.text("2024/bees/")
    write(site.root, {"docs/posts/2024-10-04-bees.md": BEES.replace("title: Bees", "title: Drones")})
    site.run(command="serve", fresh=False)
    assert "Drones" in site.listed("")
    assert (site.out / "list.txt").read_text() == "Wasps Ants Drones "
    write(site.root, {"_posts/2024-10-05-ants.md": ANTS + "[bees]({% post_url 2024-10-04-bees %})\n"})
    site.run(command="serve", fresh=False)
    assert links(site, "2024/ants/") == ["2024/bees/"]
