"""Our stylesheets stand before those that the site adds, so that its rules win."""

import pytest

from tests.hosts.written import post

CONFIG = {"extra_css": ["https://fonts.example/face.css", "css/own.css", "css/more.css"]}
OWN = ["https://fonts.example/face.css", "own.css", "more.css"]


def sheets(site, url):
    """The stylesheets of a page, in order."""
    links = [link.attributes["href"] for link in site.page(url).css("link[rel=stylesheet]")]
    return [link if link.startswith("https:") else link.rpartition("/")[2] for link in links]


def after(names, first):
    """The names from the first on."""
    return names[names.index(first) :]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("cache", [False, ".cache"])
def test_they_stand_before_the_first_of_the_sites(build, theme, cache) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, theme, config=CONFIG, options={"cache": cache})
    for url in (site.post("a"), "blog/", "blog/archive/"):
        assert after(sheets(site, url), "blog.css") == ["blog.css", *OWN]
    assert "blog.css" not in sheets(site, "")


def test_without_any_of_the_sites_they_stand_at_the_end(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, theme)
    assert sheets(site, site.post("a"))[-1] == "blog.css"


def test_those_for_markdown_and_includes_do_as_well(build) -> None:
    figure = '{% include figure image_path="/a.png" alt="A" %}\n'
    texts = {
        "_config.yml": "title: A\n", "a.png": b"a picture", "about.md": f"---\ntitle: About\n---\n{figure}",
        "_posts/2026-01-01-a.md": f'---\ntitle: A\n---\n{figure}\n<div class="admonition">B</div>\n',
        "docs/css/own.css": "", "docs/css/more.css": "",
    }  # fmt: skip
    site = build(texts, "mkdocs", config=CONFIG, options={"jekyll": "."})
    assert after(sheets(site, "about.html"), "include.css") == ["include.css", *OWN]
    [url] = [url for url in site.urls if url.startswith("2026")]
    names = sheets(site, url)
    assert set(names[names.index(OWN[0]) - 3 : names.index(OWN[0])]) >= {"blog.css", "include.css"}
    assert names[-3:] == OWN


def test_a_theme_may_write_addresses_from_the_root(build) -> None:
    head = (
        '<head>{% for path in config.extra_css %}<link rel="stylesheet" href="{{ base_url }}/{{ path }}">{% endfor %}'
    )
    texts = {
        "docs/blog/posts/a.md": post(title="A"),
        "own/main.html": f"<!doctype html>{head}</head><body>{{{{ page.content }}}}",
    }
    site = build(texts, {"name": "mkdocs", "custom_dir": "own"}, config={"extra_css": ["blog/own.css"]})
    assert sheets(site, site.post("a")) == ["blog.css", "own.css"]
