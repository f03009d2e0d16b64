"""Front matter as people have it: written for Hugo, Pelican and others, and with slips."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.faults.built import Built

Build = Callable[..., Built]
POSTS = "docs/blog/posts"


def posts(**texts: str) -> dict[str, str]:
    """Posts by their names."""
    return {f"{POSTS}/{name}.md": text for name, text in texts.items()}


def addresses(built: Built) -> list[str]:
    """The addresses of all pages below the blog's dates, and of the site's other pages."""
    return sorted(path for path in built.paths if re.match(r"blog/\d{4}/", path) and path.endswith(".html"))


def value(built: Built, path: str, selector: str, name: str) -> str:
    """An attribute of the first element that a selector finds; empty if there is none."""
    node = built.page(path).css_first(selector)
    return (node.attributes.get(name) or "") if node else ""


def all_text(built: Built) -> str:
    """Every page and feed."""
    return "\n".join(built.text(path) for path in sorted(built.paths) if path.endswith((".html", ".xml", ".json")))


HUGO = """+++
title = "Weighing the hives"
date = 2024-05-04T10:30:00+02:00
lastmod = 2025-01-02
draft = false
slug = "weighing"
tags = ["bees", "scales"]
categories = ["Garden"]
series = ["Bees through the year"]
aliases = ["/old/weighing/"]
[author]
name = "Ada Marsh"
[params]
description = "Twelve kilos each."
+++

Twelve kilos each, on average.
"""


def test_toml_is_read_with_hugo_s_names(build: Build) -> None:
    built = build(posts(a=HUGO))
    page = "blog/2024/05/04/weighing/index.html"
    assert page in built.paths
    assert built.words(page, ".p-name") == "Weighing the hives"
    assert not any(word in built.words(page) for word in ("+++", "lastmod"))
    assert value(built, page, ".dt-published", "datetime").startswith("2024-05-04T10:30:00+02:00")
    assert value(built, page, ".dt-updated", "datetime").startswith("2025-01-02")
    assert {node.text() for node in built.page(page).css(".p-category")} == {"bees", "scales", "Garden"}
    assert built.words(page, ".p-author") == "Ada Marsh"
    assert "weighing" in built.text("old/weighing/index.html")
    assert value(built, page, "meta[name=description]", "content") == "Twelve kilos each."
    assert "blog/series/bees-through-the-year/index.html" in built.paths


HIDDEN = {
    "toml": '+++\ntitle = "Secret"\ndate = 2024-05-04\ndraft = true\n+++\nSECRETWORD\n',
    "toml_windows": '+++\r\ntitle = "Secret"\r\ndate = 2024-05-04\r\ndraft = true\r\n+++\r\nSECRETWORD\r\n',
    "toml_bom": '\ufeff+++\ntitle = "Secret"\ndate = 2024-05-04\ndraft = true\n+++\nSECRETWORD\n',
    "toml_later": '+++\ntitle = "Secret"\ndate = 2024-05-04\npublishDate = 2036-01-01T00:00:00Z\n+++\nSECRETWORD\n',
    "toml_expired": '+++\ntitle = "Secret"\ndate = 2024-05-04\nexpiryDate = 2025-01-01\n+++\nSECRETWORD\n',
    "toml_build": '+++\ntitle = "Secret"\ndate = 2024-05-04\n[build]\nrender = "never"\n+++\nSECRETWORD\n',
    "yaml_later": "---\ntitle: Secret\ndate: 2024-05-04\npublishdate: 2036-01-01\n---\nSECRETWORD\n",
    "yaml_status": "---\ntitle: Secret\ndate: 2024-05-04\nStatus: draft\n---\nSECRETWORD\n",
    "yaml_private": "---\ntitle: Secret\ndate: 2024-05-04\nstatus: private\n---\nSECRETWORD\n",
    "yaml_members": "---\ntitle: Secret\ndate: 2024-05-04\nvisibility: members\n---\nSECRETWORD\n",
    "yaml_case": "---\ntitle: Secret\ndate: 2024-05-04\nDraft: True\n---\nSECRETWORD\n",
    "pelican": "Title: Secret\nDate: 2024-05-04 10:20\nStatus: draft\n\nSECRETWORD\n",
    "pelican_case": "title: Secret\nDATE: 2024-05-04\nSTATUS: Draft\nTags: a, b\n\nSECRETWORD\n",
    "pelican_more": "Title: Secret\nDate: 2024-05-04\nSummary: A\n    b\n\tc\nStatus: draft\n\nSECRETWORD\n",
}


def test_a_post_that_another_tool_hides_is_hidden(build: Build) -> None:
    built = build(posts(open="---\ndate: 2024-01-01\n---\n# Open\n\nHello.\n", **HIDDEN))
    assert built.code == 0
    assert addresses(built) == ["blog/2024/01/01/open/index.html"]
    assert built.holding("SECRETWORD") == []
    assert "Secret" not in all_text(built)
    assert "toml_expired.md:4" in built.log


PELICAN = """Title: My super title
Date: 2010-12-03 10:20
Modified: 2010-12-05 19:30
Category: Python
Tags: pelican, publishing,
    writing
Slug: my-super-post
Authors: Alexis Metaireau; Conan Doyle
Summary: Short version for *index* and feeds

This is the content of my super blog post.
"""


def test_multimarkdown_metadata_is_read_with_pelican_s_names(build: Build) -> None:
    hidden = "Title: Off the lists\nDate: 2011-01-01\nStatus: hidden\n\nText.\n"
    placed = "Title: Placed\nDate: 2011-01-02\nURL: notes/placed/\nSave_as: notes/placed/index.html\n\nText.\n"
    built = build(posts(a=PELICAN, hidden=hidden, placed=placed))
    page = "blog/2010/12/03/my-super-post/index.html"
    assert page in built.paths
    assert built.words(page, ".p-name") == "My super title"
    assert built.words(page, ".e-content") == "This is the content of my super blog post."
    assert "10:20" in value(built, page, ".dt-published", "datetime")
    assert "2010-12-05" in value(built, page, ".dt-updated", "datetime")
    assert {node.text() for node in built.page(page).css(".p-category")} == {
        "Python", "pelican", "publishing", "writing"
    }  # fmt: skip
    assert [node.text().strip() for node in built.page(page).css(".p-author")] == ["Alexis Metaireau", "Conan Doyle"]
    assert "Short version for index and feeds" in built.words("blog/index.html")
    assert "<em>index</em>" in built.text("blog/index.html")
    assert "blog/2011/01/01/off-the-lists/index.html" in built.paths
    assert "Off the lists" not in built.words("blog/index.html")
    assert "notes/placed/index.html" in built.paths


@pytest.mark.parametrize(
    "opening",
    [
        "Note: this opens the post.",
        "Note: this opens the post.\nAnother line.",
        "Title: a line\nand text without a colon.",
        "Date: unsure - see below.\n* a list",
        "# Heading\nTitle: no metadata",
        "https://example.org/",
    ],
)
def test_a_post_that_opens_with_a_word_and_a_colon_keeps_its_text(build: Build, opening: str) -> None:
    built = build({f"{POSTS}/2024-05-04-a.md": f"{opening}\n\nText.\n"})
    [page] = addresses(built)
    assert all(word in built.words(page) for word in re.findall(r"\w+", opening))


def test_metadata_does_not_count_below_front_matter_or_on_a_jekyll_site(build: Build) -> None:
    text = "---\ndate: 2024-05-04\n---\nTitle: Kept\nDate: 2020-01-01\n\nText.\n"
    built = build(posts(kept=text))
    assert "Title: Kept" in built.words("blog/2024/05/04/kept/index.html")
    site = {
        "_config.yml": "title: Garden\nurl: https://example.org\n",
        "_posts/2024-05-04-kept.md": "Title: Kept\nDate: 2020-01-01\n\nText.\n",
        "docs/index.md": "---\ndraft: true\n---\n",
    }
    built = build(site, {"jekyll": "."})
    assert "Title: Kept" in built.words("2024/05/04/kept.html")


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ('+++\ntitle = "A"\ndate = 2024-05-04\ntags = [a]\n+++\n', 4, []),
        ("+++\ntitle = Unquoted text\ndate = 2024-05-04\n+++\n", 2, ['title = "Unquoted text"']),
        ('+++\ntitle = "A"\ndate: 2024-05-04\n+++\n', 3, ["YAML"]),
        ('+++\ntitle = "A"\ndate = 2024-13-04\n+++\n', 3, []),
        ('+++\ntitle = "A"\ntitle = "B"\ndate = 2024-05-04\n+++\n', 3, []),
        ('+++\ntitle = "A"\ndate = 2024-05-04\n\nText without an end.\n', 1, ["+++"]),
        ('+++\ntitle = "A"\ndate = 2024-05-04\n[params]\nlinks = 3\n+++\n', 5, ["links"]),
        ('+++\ntitle = "A"\ndate = 2024-05-04\n\ndraft = "perhaps"\n+++\n', 5, ["draft"]),
    ],
)
def test_a_slip_in_toml_is_told_with_its_line(build: Build, front: str, line: int, words: list[str]) -> None:
    built = build(posts(slip=front + "\nText.\n"))
    message = next((row for row in built.log.splitlines() if "blog/posts/slip.md" in row), "")
    assert f"slip.md:{line}:" in message
    assert all(word in message for word in words)
    assert "Traceback" not in built.log


def test_hugo_s_addresses_bundles_and_yaml_are_read(build: Build) -> None:
    cover = "cover:\n  image: cover.png\n  alt: The sea\n"
    bundle = f"---\ntitle: A trip\ndate: 2024-06-01T08:00:00Z\n{cover}---\n![Sea](sea.png)\n"
    built = build(
        {
            f"{POSTS}/trip/index.md": bundle, f"{POSTS}/trip/cover.png": b"png", f"{POSTS}/trip/sea.png": b"png",
            f"{POSTS}/2024-06-02-walk/index.md": "---\ntags: [sea]\n---\nBy the sea.\n",
            f"{POSTS}/untitled/index.md": "---\ndate: 2024-06-03\n---\nText.\n",
            f"{POSTS}/placed.md": '+++\ntitle = "Placed"\ndate = 2024-06-04\nurl = "/essays/placed/"\n+++\nText.\n',
            f"{POSTS}/file.md": '+++\ntitle = "File"\ndate = 2024-06-05\nurl = "/essays/file.html"\n+++\nText.\n',
        },
        strict=True,
    )  # fmt: skip
    assert built.code == 0, built.log
    page = built.page("blog/2024/06/01/a-trip/index.html")
    pictures = {node.attributes.get("alt"): node.attributes["src"] for node in page.css("article img, .h-entry img")}
    assert set(pictures) >= {"Sea", "The sea"}
    assert {"blog/2024/06/02/walk/index.html", "blog/2024/06/03/untitled/index.html"} <= built.paths
    assert {"essays/placed/index.html", "essays/file.html"} <= built.paths
    assert built.words("blog/2024/06/02/walk/index.html", ".p-name") == "Walk"


def test_shortcodes_and_pelican_s_links_are_told_with_their_line(build: Build) -> None:
    shortcodes = '{{< figure src="a.png" >}}\n\n{{% note %}}\nText.\n{{% /note %}}\n'
    hugo = f"---\ndate: 2024-05-04\n---\n# A\n\nText.\n\n{shortcodes}"
    code = "---\ndate: 2024-05-04\n---\n# B\n\n```\n{{< figure >}}\n```\n\nWrite `{{< ref >}}`.\n"
    pelican = "Title: C\nDate: 2024-05-04\n\n![Photo]({static}/images/a.jpg) and [b]({filename}b.md).\n"
    built = build(posts(hugo=hugo, code=code, pelican=pelican))
    lines = [line for line in built.log.splitlines() if "iroco" in line]
    message = next((line for line in lines if "posts/hugo.md" in line), "")
    assert all(word in message for word in ("hugo.md:8", "figure", "note"))
    assert not any("posts/code.md" in line for line in lines)
    assert any("pelican.md:4" in line and "static" in line for line in lines)
