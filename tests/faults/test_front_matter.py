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
    "yaml_is_draft": "---\ntitle: Secret\ndate: 2024-05-04\nisDraft: true\n---\nSECRETWORD\n",
    "yaml_dated": "---\ntitle: Secret\ndate: 2024-05-04\npublished: 2036-01-01\n---\nSECRETWORD\n",
    "zola": '+++\ntitle = "Secret"\ndate = 2024-05-04\nrender = false\n+++\nSECRETWORD\n',
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


MEANT = {
    "Nov 27, 2026": ["2026-11-27"],
    "27.11.2026": ["2026-11-27"],
    "27/11/2026": ["2026-11-27"],
    "11/27/2026": ["2026-11-27"],
    "03/04/2026": ["2026-03-04", "2026-04-03"],
    "27 November 2026": ["2026-11-27"],
    "Friday, 27th of November 2026": ["2026-11-27"],
    "27 novembre 2026": ["2026-11-27"],
    "2026.11.27": ["2026-11-27"],
    "20261127": ["2026-11-27"],
    "2026-11-27 2:30 pm": ["2026-11-27 14:30"],
    "Fri, 27 Nov 2026 10:00:00 +0100": ["2026-11-27 10:00"],
    "2026-27-11": ["2026-11-27"],
}


@pytest.mark.parametrize("key", ["date", "updated"])
def test_the_hint_for_a_date_suggests_the_date_that_was_meant(build: Build, key: str) -> None:
    def files_of(dates: list[str]) -> dict[str, str]:
        other = "" if key == "date" else "\ndate: 2024-01-01"
        front = f"---\n{key}: '{{}}'{other}\n---\n# A {{}}\n\nText.\n"
        return {f"{POSTS}/a{number}.md": front.format(date, number) for number, date in enumerate(dates)}

    built = build(files_of(list(MEANT)), {"lang": "fr"})
    for number, meant in enumerate(MEANT.values()):
        messages = [line for line in built.log.splitlines() if f"a{number}.md:2" in line]
        assert len(messages) == 1, built.log
        assert sorted(re.findall(rf"`{key}: ([^`]+)`", messages[0])) == meant, messages
    mended = build(files_of([meant[0] for meant in MEANT.values()]), {"lang": "fr"})
    assert not [line for line in mended.log.splitlines() if ":2:" in line]


def test_a_bad_date_in_a_file_s_name_is_told_once(build: Build) -> None:
    built = build({f"{POSTS}/2026-02-30-a.md": "# A\n\nText.\n", f"{POSTS}/2026-13-01-b.md": "# B\n\nText.\n"})
    for name in ("2026-02-30-a.md", "2026-13-01-b.md"):
        assert len([line for line in built.log.splitlines() if name in line]) == 1, built.log


def test_a_post_that_is_dated_years_ahead_gets_a_note(build: Build) -> None:
    dates = {"soon": "2026-12-24", "far": "2036-11-03", "draft": "2036-11-03\ndraft: true"}
    built = build({f"{POSTS}/{name}.md": f"---\ndate: {date}\n---\n# {name}\n" for name, date in dates.items()})
    assert built.code == 0
    told = [line for line in built.log.splitlines() if "blog/posts/" in line]
    assert len(told) == 1, told
    assert "far.md:2" in told[0]
    assert "2036" in told[0]


def test_a_file_that_is_no_post_gets_a_note_and_no_advice_to_date_it_as_an_error(build: Build) -> None:
    others = {
        "README.md": "# How to write\n\nText.\n",
        "CONTRIBUTING.md": "Text.\n",
        "LICENSE.md": "Text.\n",
        "_index.md": '+++\ntitle = "Posts"\ndate = 2024-01-01\n+++\n',
        "notes/_index.md": "---\ntitle: Notes\n---\n",
        "_template.md": "---\ntitle: Your title\ndate: YYYY-MM-DD\n---\nText.\n",
        "_draft-template.md": "---\ntitle: {{ title }}\ndate: {{ date }}\ndraft: maybe\n---\nText.\n",
        "2024/README.md": "The posts of 2024.\n",
    }
    files = {f"{POSTS}/{name}": text for name, text in others.items()}
    built = build({**files, **posts(a="---\ndate: 2024-01-01\n---\n# A\n\nText.\n")}, strict=True)
    assert built.code == 0, built.log
    assert "WARNING" not in built.log
    assert "ERROR" not in built.log
    for name in others:
        assert f"posts/{name}" in built.log
    assert addresses(built) == ["blog/2024/01/01/a/index.html"]


def test_an_index_among_the_posts_is_no_post(build: Build) -> None:
    built = build({f"{POSTS}/index.md": "---\ntitle: All posts\n---\nText.\n"}, strict=True)
    assert built.code == 0, built.log
    assert "posts/index.md" in built.log


def test_a_readme_or_template_with_a_date_is_a_post(build: Build) -> None:
    built = build(
        {
            f"{POSTS}/trip/README.md": "---\ndate: 2024-01-01\n---\n# Trip\n\nText.\n",
            f"{POSTS}/_hello.md": "---\ndate: 2024-01-02\n---\n# Hello\n\nText.\n",
        },
        strict=True,
    )
    assert addresses(built) == ["blog/2024/01/01/trip/index.html", "blog/2024/01/02/hello/index.html"]


def test_a_bundle_without_a_date_is_still_an_error(build: Build) -> None:
    built = build({f"{POSTS}/trip/index.md": "---\ntitle: A trip\n---\nText.\n"})
    assert any("ERROR" in line and "trip/index.md" in line for line in built.log.splitlines())


def test_visitors_are_not_told_to_write_a_post(build: Build) -> None:
    built = build(posts(a="---\ndate: 2024-01-01\ndraft: true\n---\n# A\n\nText.\n"))
    page = built.words("blog/index.html")
    assert "first-post" not in built.text("blog/index.html")
    assert ".md" not in page
    assert built.page("blog/index.html").css_first("article pre, main pre, .iroco-list pre") is None


EXCERPTS = {
    "own": ("---\ndate: 2024-01-01\nexcerpt: An *own* word.\ndescription: DESCRIBED\n---\n", "An own word."),
    "summary": ("---\ndate: 2024-01-02\nsummary: A summary.\n---\n", "A summary."),
    "long": ("---\ndate: 2024-01-03\nexcerpt: |\n  One.\n\n  Two & more.\n---\n", "One. Two & more."),
    "toml": ('+++\ndate = 2024-01-04\nsummary = "From Hugo."\n+++\n', "From Hugo."),
    "pelican": ("Date: 2024-01-05\nTitle: pelican\nSummary: From Pelican.\n\n", "From Pelican."),
    "html": ("---\ndate: 2024-01-06\nexcerpt: <p>As <b>HTML</b>.</p>\n---\n", "As HTML."),
}


def test_an_excerpt_in_front_matter_is_the_excerpt(build: Build) -> None:
    text = "\nFIRSTPARAGRAPH.\n\n<!-- more -->\n\nRest.\n"
    built = build({f"{POSTS}/{name}.md": f"{front}# {name}\n{text}" for name, (front, _) in EXCERPTS.items()})
    index = built.words("blog/index.html")
    for _, excerpt in EXCERPTS.values():
        assert excerpt in index
    assert "FIRSTPARAGRAPH" not in index
    summaries = {entry.title: entry.get("summary", "") for entry in built.entries()}
    assert "DESCRIBED" in summaries["own"]
    assert "From Hugo." in summaries["toml"]
    page = "blog/2024/01/02/summary/index.html"
    assert value(built, page, "meta[name=description]", "content") == "A summary."
    assert "A summary." not in built.words(page, ".e-content")
    assert "FIRSTPARAGRAPH" in built.words(page, ".e-content")


def test_an_excerpt_of_a_jekyll_post_is_used_as_it_is(build: Build) -> None:
    post = "---\ntitle: {}\nexcerpt: {}\nexcerpt_separator: <!--end-->\n---\nFIRST.\n\n<!--end-->\n\nRest.\n"
    site = {
        "_config.yml": "title: Garden\nurl: https://example.org\n",
        "_posts/2024-05-04-a.md": post.format("A", '"Not *marked* up."'),
        "_posts/2024-05-05-b.md": post.format("B", "<p>With <b>HTML</b>.</p>"),
        "docs/about.md": "# About\n",
    }
    built = build(site, {"jekyll": "."})
    index = built.words("index.html")
    assert "Not *marked* up." in index
    assert "With HTML." in index
    assert "FIRST" not in index
    assert "Not *marked*" not in built.words("2024/05/04/a.html", "article, main, body").split("FIRST")[0]


def test_pictures_and_dates_in_other_tools_words_are_read(build: Build) -> None:
    fronts = {
        "astro": "pubDate: 2024-01-01\nupdatedDate: 2024-02-01\nheroImage: {src: a.png, alt: Hero}",
        "hugo": "date: 2024-01-02\nlastmod: 2024-02-02\nimages: [a.png]",
        "hexo": "date: 2024-01-03\nupdated: 2024-02-03\nthumbnail: a.png\nsticky: 100",
        "ghost": "published_at: 2024-01-04\ndate_updated: 2024-02-04\nfeature_image: a.png\npinned: true",
        "hide": "date: 2024-01-05\nlast-modified-at: 2024-02-05\ncover: false\nunlisted: yes",
    }
    files = {f"{POSTS}/{name}.md": f"---\n{front}\n---\n# {name}\n\nText.\n" for name, front in fronts.items()}
    built = build({**files, f"{POSTS}/a.png": b"png"}, strict=True)
    assert built.code == 0, built.log
    for number, name in enumerate(fronts, 1):
        page = f"blog/2024/01/0{number}/{name}/index.html"
        assert page in built.paths
        assert value(built, page, ".dt-updated", "datetime").startswith(f"2024-02-0{number}")
        assert bool(built.page(page).css("img[src$='a.png']")) is (name != "hide")
    order = [node.text().strip() for node in built.page("blog/index.html").css(".h-entry .p-name")]
    assert order == ["ghost", "hexo", "hugo", "astro"]


@pytest.mark.parametrize(
    ("option", "pattern", "meant"),
    [
        ("post_date_format", "%d.%m.%Y", r"dd\.MM\.yyyy"),
        ("post_date_format", "DD.MM.YYYY", r"dd\.MM\.[yY]{4}"),
        ("post_date_format", "d de MMMM de yyyy", "d 'de' MMMM 'de' yyyy"),
        ("archive_date_format", "%B %Y", "MMMM yyyy"),
        ("archive_url_date_format", "%Y/%m", "yyyy/MM"),
        ("post_url_date_format", "YYYY/MM/DD", "[yY]{4}/MM/dd"),
        ("post_url_date_format", "yyyy/mm/dd", "yyyy/MM/dd"),
    ],
)
def test_a_pattern_of_dates_shows_no_garbage(build: Build, option: str, pattern: str, meant: str) -> None:
    files = posts(a="---\ndate: 2026-11-03 10:42\n---\n# A\n\nText.\n")
    built = build(files, {option: pattern})
    shown = " ".join(built.words(path) for path in built.paths if path.endswith(".html")) if built.code == 0 else ""
    assert not re.search(r"%\d|\b331\b|\b307\b|3 \d+e", shown + " ".join(built.paths))
    assert "2026/42/" not in " ".join(built.paths)
    assert "307" not in " ".join(built.paths)
    assert re.search(f"`{meant}`", built.log) if built.code else shown


YAML_SLIPS: dict[str, tuple[str, list[str], list[str]]] = {
    # The line, words of the message, and words that would be wrong there.
    "pair": (r'title: "\ud83d\ude00 hello"', ["\\ud83d", "😀 hello"], ["not closed", "tab"]),
    "windows": (r'title: "C:\Users\me"', ["\\U", r"'C:\Users\me'"], ["not closed"]),
    "percent": (r'title: "50\% off"', ["\\%", r"'50\% off'"], ["not closed"]),
    "short": (r'title: "\u12"', ["\\u12"], ["not closed"]),
    "open": ('title: "abc', ["quotation mark", "not closed"], []),
    "apostrophe": ("title: 'It's here'", ["quotation mark", '"It\'s here"'], ["colon"]),
    "inner": ('title: "He said "hi" to me"', ["quotation mark", "'He said \"hi\" to me'"], ["colon"]),
    "star": ("title: *Important* news", ["`*`", '"*Important* news"'], ["alias"]),
    "at": ("title: @home", ["`@`", '"@home"'], ["token"]),
    "tick": ("title: `code`", ['"`code`"'], ["token"]),
    "bang": ("title: !important rules", ["`!important`", '"!important rules"'], []),
    "bracket": ("title: [Draft] Hello", ["`[`", '"[Draft] Hello"'], ["expected key"]),
    "braces": ("title: {{ page }}", ["`{`", '"{{ page }}"'], ["unhashable"]),
    "list": ("tags: [a, b", ["`[`", "not closed"], ["expected"]),
    "dash": ("title: - a", ["`-`", '"- a"'], ["sequence"]),
    "pipe": ("title: | a", ["`|`"], ["scalar"]),
    "space": ("title:Hello", ["space", "`title: Hello`"], []),
    "tab": ("\ttitle: x", ["tab"], []),
}


def test_a_slip_in_yaml_gets_a_right_message_on_its_line(build: Build) -> None:
    front = "---\ndate: 2024-01-01\n{}\n---\nText.\n"
    built = build(posts(**{name: front.format(row) for name, (row, _, _) in YAML_SLIPS.items()}))
    for name, (_, words, wrong) in YAML_SLIPS.items():
        messages = [line for line in built.log.splitlines() if f"posts/{name}.md:" in line]
        assert len(messages) == 1, built.log
        assert f"{name}.md:3:" in messages[0]
        assert [word for word in words if word not in messages[0]] == [], messages[0]
        assert [word for word in wrong if word in messages[0]] == [], messages[0]


def test_bytes_that_are_not_utf_8_and_control_characters_are_told_on_their_line(build: Build) -> None:
    built = build(
        {
            f"{POSTS}/latin.md": "---\ndate: 2024-01-01\ntitle: Été\n---\n".encode("latin-1"),
            f"{POSTS}/control.md": "---\ndate: 2024-01-01\ntitle: ééé\ntags: é\x07\n---\n",
            f"{POSTS}/toml.md": "+++\ndate = 2024-01-01\ntitle = 'Été'\n+++\n".encode("latin-1"),
        }
    )
    for place in ("latin.md:3", "control.md:4", "toml.md:3"):
        assert len([line for line in built.log.splitlines() if place in line]) == 1, built.log


def test_an_excerpt_in_front_matter_runs_nothing(build: Build) -> None:
    hostile = '<img src=x onerror=alert(1)><script>alert(1)</script><iframe src="https://evil.example/"></iframe>'
    links = "[a](javascript:alert(1)) [b](javascript&#58;alert(1)) <meta http-equiv=refresh content=0>"
    built = build(posts(a=f"---\ndate: 2024-01-01\nexcerpt: >-\n  Here. {hostile} {links}\n---\n# A\n\nText.\n"))
    page = built.page("blog/index.html")
    assert "Here." in built.words("blog/index.html")
    assert page.css_first("[onerror], iframe, .h-entry script, body meta[http-equiv=refresh]") is None
    assert not [node for node in page.css("a") if "javascript" in (node.attributes.get("href") or "")]
    assert "onerror" not in built.text("blog/feed.xml")
