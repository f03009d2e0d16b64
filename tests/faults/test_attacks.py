"""Posts by strangers: their values reach no place outside the site, and run nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.faults.built import Built, Folder

CONFIG = "title: Garden\nurl: https://example.org\n"
GOOD = "---\ntitle: Good\n---\nText.\n"
OUT = (
    "/%2e%2e/%2e%2e/%2e%2e/evil.html", "/%2e%2e%2f%2e%2e%2fevil.html", "/x/%2e%2e/%2e%2e/evil/", "/..%5cevil/",
    '"/a\\0b/"', '"/a\\eb/"', "/aux.html", "/x/NUL/", f"/{'l' * 300}/", "/C:/evil/", "/end%2e/", "/%20/x/",
)  # fmt: skip
"""Addresses that no file may have."""


def outside(built: Built) -> list[str]:
    """Every file beside the site's folder that is no source of it."""
    sources = ("jekyll", "docs", "mkdocs.yml", "site", ".cache", "hook.py")
    return [
        str(path.relative_to(built.root.parent))
        for path in built.root.parent.rglob("*")
        if path.is_file() and path.relative_to(built.root).parts[0] not in sources
    ]


def reported(built: Built, place: str) -> bool:
    return any(line.startswith(f"{place}:") or f" {place}" in line for line in built.lines)


def test_no_permalink_leads_out_of_the_site(build: Callable[..., Built]) -> None:
    posts = {
        f"jekyll/_posts/2024-02-{number:02}-evil.md": f"---\ntitle: Evil\npermalink: {address}\n---\nText.\n"
        for number, address in enumerate(OUT, 1)
    }
    pages = {
        f"jekyll/evil{number}.md": f"---\ntitle: Evil\npermalink: {address}\n---\nText.\n"
        for number, address in enumerate(OUT, 1)
    }
    config = CONFIG + 'collections:\n  notes: {output: true, permalink: "/%2e%2e/%2e%2e/evil-:title/"}\n'
    built = build(
        {
            "jekyll/_config.yml": config, "jekyll/_notes/one.md": GOOD, "jekyll/_posts/2024-01-01-good.md": GOOD,
            **posts, **pages,
        },
        {"jekyll": "jekyll"},
    )  # fmt: skip
    assert built.code == 0
    assert outside(built) == []
    assert "2024/01/01/good.html" in built.paths
    assert [name for name in posts if not reported(built, f"{name.removeprefix('jekyll/')}:3")] == []
    assert [name for name in pages if not reported(built, f"{name.removeprefix('jekyll/')}:3")] == []
    assert "Traceback" not in built.log


@pytest.mark.parametrize("key", ["permalink", "defaults"])
def test_no_configuration_leads_out_of_the_site(build: Callable[..., Built], key: str) -> None:
    address = "/%2e%2e/%2e%2e/evil/:title/"
    lines = {
        "permalink": f"permalink: {address}\n",
        "defaults": f"defaults: [{{scope: {{path: ''}}, values: {{permalink: '{address}'}}}}]\n",
    }[key]
    files = {"jekyll/_config.yml": CONFIG + lines, "jekyll/_posts/2024-01-01-good.md": GOOD}
    built = build(files, {"jekyll": "jekyll"})
    assert outside(built) == []
    assert "ERROR" in built.log or "WARNING" in built.log


@pytest.mark.parametrize(
    "front",
    [
        'categories: "\\0"', f"categories: {'l' * 400}", "categories: ../../../evil", "tags: [aux, '..', 'a/../../b']",
        f"slug: {'l' * 300}", 'slug: "a\\0b"', "slug: con", "title: AUX", "series: ../../evil", "author: ../../evil",
        "aliases: /%2e%2e/%2e%2e/evil/", "aliases: '/..%5c..%5cevil/'", 'aliases: "/a\\0b"', "aliases: /nul/",
        f"aliases: /{'l' * 300}/", "aliases: C:/evil", "redirect_to: /%2e%2e/%2e%2e/evil", "slug: 'C:/evil'",
    ],
)  # fmt: skip
def test_no_value_leads_out_of_the_site_or_ends_the_build(build: Callable[..., Built], front: str) -> None:
    options = {
        "post_url_format": "{categories}/{slug}", "categories_url_format": "{slug}", "tags_url_format": "{slug}",
        "authors_profiles_url_format": "{name}",
    }  # fmt: skip
    built = build(
        {
            "docs/blog/posts/evil.md": f"---\ndate: 2024-01-01\n{front}\n---\n# Evil\n\nText.\n",
            "docs/blog/posts/good.md": "---\ndate: 2024-01-01\n---\n# Good\n\nText.\n",
        },
        options,
    )
    assert built.code == 0, built.log
    assert outside(built) == []
    assert "blog/good/index.html" in built.paths
    names = {part for path in built.paths for part in path.split("/")}
    assert {name.partition(".")[0].upper() for name in names}.isdisjoint({"CON", "AUX", "NUL"})


def test_a_link_in_the_site_s_folder_leads_nothing_out(folder: Folder) -> None:
    folder.configure()
    folder.write({
        "docs/index.md": "# Home\n",
        "docs/blog/posts/good.md": "---\ndate: 2024-01-01\naliases: /.old/x/\n---\n# Good\n\nText.\n",
    })  # fmt: skip
    target = folder.root.parent / "elsewhere"
    target.mkdir()
    (folder.root / "site").mkdir()
    for name in ("blog", ".old"):
        (folder.root / "site" / name).symlink_to(target, target_is_directory=True)
    built = folder.build()
    assert list(target.iterdir()) == []
    assert "Traceback" not in built.log
    assert any("posts/good.md" in line or "blog_dir" in line for line in built.log.splitlines())


def test_a_jekyll_site_reads_nothing_outside_of_it(folder: Folder) -> None:
    secret = folder.root / "secret.txt"
    secret.write_text("TOP SECRET")
    (folder.root / "jekyll" / "_posts").mkdir(parents=True)
    (folder.root / "jekyll" / "_posts" / "folder").symlink_to(folder.root, target_is_directory=True)
    includes = [
        "{% include_relative folder/secret.txt %}", "{% include_relative ../../secret.txt %}",
        "{% for page in site.data.pages %}{% include_relative secret.txt %}{% endfor %}",
        f"{{% include_relative {secret} %}}",
    ]  # fmt: skip
    posts = {f"jekyll/_posts/2024-01-0{n}-p.md": f"---\ntitle: P\n---\n{text}\n" for n, text in enumerate(includes, 1)}
    data = f"- path: {folder.root}/x.md\n- path: ../x.md\n"
    folder.configure({"jekyll": "jekyll"})
    folder.write({"docs/index.md": "# Home\n", "jekyll/_config.yml": CONFIG, "jekyll/_data/pages.yml": data, **posts})
    built = folder.build()
    assert built.code == 0, built.log
    assert built.holding("TOP SECRET") == []


def test_the_source_of_a_jekyll_site_lies_inside_it(build: Callable[..., Built]) -> None:
    files = {
        "jekyll/_config.yml": CONFIG + "source: ../private\n",
        "private/_posts/2024-01-01-a.md": "---\ntitle: A\n---\nTOP SECRET\n",
    }
    built = build(files, {"jekyll": "jekyll"})
    assert built.holding("TOP SECRET") == []
    assert "_config.yml:3" in built.log


CODE = [
    "javascript:alert(1)", '"\\x01javascript:alert(1)"', '"\\x1f java\\tscript:alert(1)"', '"JaVa\\nScRiPt:alert(1)"',
    '"vbscript:x"', '"\\x0bdata:text/html,<script>alert(1)</script>"', "view-source:x", "blob:x", "x-y+z:run",
]  # fmt: skip
"""Addresses that browsers may run, in YAML."""
_IGNORED = "".join(map(chr, range(33)))


def schemes(page: LexborHTMLParser) -> set[str]:
    """The schemes of all links, pictures and refreshes on a page, as a browser reads them."""
    nodes = page.css("[href], [src], meta[http-equiv=refresh]")
    values = [node.attributes.get(name) or "" for node in nodes for name in ("href", "src", "content")]
    stripped = (value.removeprefix("0; url=").lstrip(_IGNORED).translate({9: "", 10: "", 13: ""}) for value in values)
    found = (re.match("[A-Za-z][A-Za-z0-9+.-]*:", value) for value in stripped)
    return {match[0].lower() for match in found if match}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_no_address_runs_code(build: Callable[..., Built], theme: str) -> None:
    authors, files = "authors:\n", {}
    for n, code in enumerate(CODE):
        authors += f"  a{n}:\n    name: A{n}\n    url: {code}\n    avatar: {code}\n    links: [{code}]\n"
        front = f"author: [a{n}, {{name: G{n}, url: {code}, avatar: {code}}}]\nimage: {code}\n"
        front += f"links: [{code}, {{T: {code}}}]\ncanonical_url: {code}\naliases: [{code}]"
        files[f"docs/blog/posts/p{n}.md"] = f"---\ndate: 2024-01-0{n + 1}\n{front}\n---\n# P\n\nText.\n"
        front = f"redirect_to: {code}"
        files[f"docs/blog/posts/m{n}.md"] = f"---\ndate: 2024-02-0{n + 1}\n{front}\n---\n# M\n\nText.\n"
    built = build({"docs/blog/.authors.yml": authors, **files}, {"authors_profiles": True}, theme=theme)
    assert built.code == 0, built.log
    found = set().union(*(schemes(built.page(path)) for path in built.paths if path.endswith(".html")))
    assert found - {"data:"} <= {"http:", "https:"}  # MkDocs' own icon is `data:`
    assert all(any(f"{name}.md" in line for line in built.lines) for name in ("p0", "m0"))


def test_links_in_feeds_run_no_code(build: Callable[..., Built]) -> None:
    links = ("https://e.example", "mailto:a@e.example", "\x01javascript:x", "java&#9;script:x", "y:z", "vbscript:x")
    text = " ".join(f'<a href="{link}">x</a>' for link in links)
    built = build({"docs/blog/posts/p.md": f"---\ndate: 2024-03-01\n---\n# S\n\n{text}\n"})
    content = built.entries()[0].content[0].value
    assert schemes(LexborHTMLParser(content)) <= {"https:", "mailto:"}
    raw = re.findall(r"href=&quot;([^&]*)|href=\"([^\"]*)", built.text("blog/feed.xml"))
    assert not any("script:" in "".join(pair) or "y:z" in "".join(pair) for pair in raw)


HOSTILE = 'He said "hello" & \'bye\' <b>x</b> "><img src=x onerror=alert(1)><script>alert(2)</script>'
QUOTED = HOSTILE.replace('"', '\\"')


@pytest.mark.parametrize("theme", ["mkdocs", "material", "readthedocs"])
def test_no_value_reaches_a_theme_as_html(build: Callable[..., Built], theme: str) -> None:
    keys = (
        "title", "description", "author", "series", "tags", "categories", "lang", "guid", "robots",
        "git_revision_date_localized", "git_creation_date_localized", "revision_date", "source", "location", "mine",
    )  # fmt: skip
    front = "".join(f'{key}: "{QUOTED}"\n' for key in keys)
    config = "".join(f'{key}: "{QUOTED}"\n' for key in ("title", "description", "email", "copyright"))
    config += f'author: {{name: "{QUOTED}"}}\nurl: "https://example.org"\nplugins: [jekyll-feed]\n'
    built = build(
        {
            "jekyll/_config.yml": config,
            "jekyll/_posts/2024-01-01-p.md": f"---\n{front}---\nText.\n",
            "jekyll/page.md": f"---\n{front}---\nText.\n",
            "docs/guide.md": "# Guide\n\nText.\n",
        },
        {"jekyll": "jekyll"}, theme=theme, site_url="", repo_url="https://github.com/a/b", edit_uri="edit/main/docs/",
    )  # fmt: skip
    assert built.code == 0, built.log
    pages = {path: built.page(path) for path in built.paths if path.endswith(".html")}
    assert [path for path, page in pages.items() if page.css("[onerror]")] == []
    scripts = {node.text().strip() for page in pages.values() for node in page.css("script")}
    assert "alert(2)" not in scripts
    described = {node.attributes["content"] for page in pages.values() for node in page.css("meta[name=description]")}
    assert HOSTILE in described


@pytest.mark.parametrize("key", ["url", "baseurl"])
def test_no_address_of_a_jekyll_site_is_html(build: Callable[..., Built], key: str) -> None:
    start = {"url": "https://e.example", "baseurl": "/x"}[key]
    line = f"{key}: '{start}\"><img src=x onerror=alert(1)>'"
    config = f"title: G\ntagline: G\n{line}\n" + ("url: https://e.example\n" if key == "baseurl" else "")
    built = build(
        {"jekyll/_config.yml": config, "jekyll/_posts/2024-01-01-p.md": GOOD}, {"jekyll": "jekyll"}, site_url=""
    )
    pages = [path for path in built.paths if path.endswith(".html")]
    assert [path for path in pages if built.page(path).css("[onerror]")] == []
    assert "_config.yml:3" in built.log


ADDRESSES = ["garden.example", "//garden.example", "ftp://garden.example", "https://", "javascript:x", "localhost:4000"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_without_a_scheme_is_no_address(build: Callable[..., Built], address: str) -> None:
    config = f"title: G\nurl: {address}\nplugins: [jekyll-feed]\n"
    files = {"jekyll/_config.yml": config, "jekyll/_posts/2024-01-01-p.md": GOOD}
    built = build(files, {"jekyll": "jekyll"}, site_url="")
    assert "_config.yml:2" in built.log
    pages = [built.page(path) for path in built.paths if path.endswith(".html")]
    links = {node.attributes["href"] or "" for page in pages for node in page.css("link[rel=canonical]")}
    assert not {link for link in links if "garden" in link or ":" in link}
    assert built.holding("<id>garden") == []


def test_an_excerpt_acts_on_no_list_and_no_feed(build: Callable[..., Built]) -> None:
    text = (
        '<p>Hello <img src="a.png" onerror="alert(1)"> <b OnMouseOver=alert(1)>you</b>'
        '<meta http-equiv="refresh" content="0; url=https://evil.example"><base href="https://evil.example/">'
        '<title>Evil</title><link rel="stylesheet" href="https://evil.example/a.css"><style>body{display:none}</style>'
        "<script>alert(1)</script><iframe srcdoc='<script>alert(1)</script>'></iframe><input autofocus>"
        "<svg viewBox='0 0 1 1'><style>rect{fill:red} body{display:none}</style><rect></rect></svg>"
        "<svg><style>/* { */ } body{display:none}</style></svg></p>"
    )
    front = "---\ndate: 2024-01-01\ncategories: A\n---\n# P\n\n"
    options = {"index_full_posts": 1, "feeds": ["atom", {"kind": "rss", "content": "excerpt"}]}
    files = {"docs/blog/posts/p.md": front + text + "\n", "docs/blog/posts/q.md": front.replace("P", "Q") + text + "\n"}
    built = build(files, options)
    acting = "meta[http-equiv=refresh], base, title, link, script, iframe, [onerror], [onmouseover], [autofocus]"
    for path in ("blog/index.html", "blog/category/a/index.html"):
        entries = built.page(path).css("article.iroco-entry")
        assert len(entries) == 2
        assert [node.html for entry in entries for node in entry.css(acting)] == []
        styles = [node.text() for entry in entries for node in entry.css("style")]
        assert all(style.startswith(".") or not style for style in styles)
        assert "Hello" in built.words(path, "article.iroco-entry")
    for path in ("blog/feed.xml", "blog/rss.xml"):
        for entry in built.entries(path):
            html = entry.get("content", [{"value": entry.summary}])[0]["value"]
            assert LexborHTMLParser(html).css(f"body :is({acting}, style)") == []


ACTING = ("\x1b[31m", "\x1b]0;title\x07", "\u202e", "\u2066", "\x9b31m", "\r", "\x08", "\u2028", "\x7f")


def test_nothing_acts_on_the_terminal(build: Callable[..., Built]) -> None:
    posts = {
        f"docs/blog/posts/p{n}{character}.md": "---\ndate: 2024-01-01\nslug: a/../b\nreadtime: x\n---\n# P\n"
        for n, character in enumerate(ACTING)
        if character not in "\r\u2028"
    }
    escaped = {
        f"docs/blog/posts/e{n}.md": (
            f'---\ndate: "x{char}"\nlinks: ["a{char}.md"]\nimage: "a{char}.png"\nauthor: "n{char}"\n'
            f'layout: "l{char}"\naliases: ["/../{char}"]\nredirect_to: "/{char}x"\n---\n# E\n'
        ).encode("unicode_escape").replace(b"\\n", b"\n").decode()
        for n, char in enumerate((*ACTING, "\n"))
    }  # fmt: skip
    forged = {"docs/blog/posts/f.md": '---\ndate: 2024-01-01\nlinks: ["a\\nINFO - forged line.md"]\n---\n# F\n'}
    built = build({"docs/blog/.authors.yml": "authors:\n  a: {name: A}\n", **posts, **escaped, **forged})
    assert "Traceback" not in built.log
    ours = "".join(line for line in built.log.splitlines(keepends=True) if "iroco-blog" in line)
    assert [character for character in ACTING if character in ours.replace("\r\n", "\n")] == []
    assert not re.search(r"^INFO - forged", built.log, re.MULTILINE)


@pytest.mark.parametrize("jekyll", [False, True])
@pytest.mark.parametrize(
    "dates",
    [
        ["2206-01-01"], ["2106-02-07", "2024-01-01"], ["9999-12-31"], ["1665-05-01"], ["0001-01-01"], ["0079-08-24"],
        ["9999-12-31 23:59 -1200"], ["0001-01-01 00:00 +1200"], ["1969-12-31 23:59 -1100"],
        ["2024-01-01", "1900-01-01"],
    ],
)  # fmt: skip
def test_no_date_ends_the_build(build: Callable[..., Built], dates: list[str], *, jekyll: bool) -> None:
    files = {} if not jekyll else {"jekyll/_config.yml": CONFIG + "future: true\ntimezone: Pacific/Kiritimati\n"}
    for n, date in enumerate(dates):
        name = f"jekyll/_posts/2024-01-0{n + 1}-p.md" if jekyll else f"docs/blog/posts/p{n}.md"
        files[name] = f"---\ndate: {date}\nupdated: {date}\ntags: [a]\n---\n# P\n\nText.\n"
    options = {"jekyll": "jekyll"} if jekyll else {"blog_dir": ".", "post_dir": "blog/posts"}
    built = build({"docs/index.md": "# Home\n", **files}, options)
    assert built.code == 0, built.log
    assert "sitemap.xml.gz" in built.paths
    if max(date[:4] for date in dates) > "2105":
        assert any(":2" in line for line in built.lines)
