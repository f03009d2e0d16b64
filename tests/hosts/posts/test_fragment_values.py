"""Values that fragments of the user's own get of a post and its authors."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from tests.hosts.written import post

THEME = {"name": "mkdocs", "custom_dir": "theme"}
AUTHORS = """
ada:
  name: Ada Marsh
  url: https://ada.example/
  fediverse: "@ada@social.example"
  links:
    - https://github.com/ada
    - Talks: https://talks.example/ada
  pronouns: she
  shifts: [1, 2]
  hidden: false
"""
AUTHOR = """
<ul id="links">{% for link in author.links %}
<li><a rel="me" href="{{ link.url }}">{{ link.kind }}: {{ link.title }}</a>{% endfor %}</ul>
{% with meta = author.meta %}
<p id="meta">{{ meta.pronouns }} {{ meta.shifts | sum }} {{ meta.hidden }} {{ meta | length }}</p>
{% endwith %}
"""
FOOTER = "{% for author in post.authors %}{% include 'iroco_blog/author.html' %}{% endfor %}"


def test_a_fragment_gets_an_authors_links_and_the_authors_files_other_keys(build) -> None:
    texts = {
        "docs/blog/.authors.yml": AUTHORS,
        "docs/blog/posts/a.md": post(title="A", authors=["ada"]),
        "theme/iroco_blog/author.html": AUTHOR,
        "theme/iroco_blog/post_footer.html": FOOTER,
    }
    site = build(texts, THEME, options={"known_keys": ["pronouns", "shifts", "hidden"]})
    page = site.page(site.post("a"))
    assert [(link.attributes["href"], link.text()) for link in page.css("#links a")] == [
        ("https://ada.example/", "site: ada.example"),
        ("https://social.example/@ada", "mastodon: @ada@social.example"),
        ("https://github.com/ada", "github: GitHub"),
        ("https://talks.example/ada", "link: Talks"),
    ]
    assert page.css_first("#meta").text() == "she 3 False 3"
    assert site.warnings == []


def test_a_site_of_an_authors_that_is_a_page_of_this_one_is_linked_from_everywhere(build) -> None:
    texts = {
        "docs/about.md": "# About\n",
        "docs/blog/.authors.yml": "ada:\n  name: Ada\n  url: ../about.md\n",
        "docs/blog/posts/a.md": post(title="A", authors=["ada"]),
        "theme/iroco_blog/author.html": AUTHOR,
        "theme/iroco_blog/post_footer.html": FOOTER,
    }
    site = build(texts, THEME)
    url = site.post("a")
    link = site.page(url).css_first("#links a")
    assert link.attributes["href"] == "../" * url.count("/") + "about/"


def test_a_fragment_gets_the_number_of_words(build) -> None:
    body = "One two three.\n\n    code that nobody counts\n\n## Four\n\nfive."
    texts = {
        "docs/blog/posts/a.md": post(title="A", body=body),
        "theme/iroco_blog/post_header.html": "<p id=words>{{ post.wordcount }}</p>",
        "theme/iroco_blog/entry.html": "<article class='h-entry'><b class=words>{{ post.wordcount }}</b></article>",
    }
    site = build(texts, THEME)
    assert site.page(site.post("a")).css_first("#words").text() == "5"
    index = LexborHTMLParser(site.text("blog/"))
    assert [node.text() for node in index.css(".words")] == ["5"]


def test_a_fragment_gets_the_newest_posts_of_the_index_with_their_dates(build) -> None:
    keys = ("", "unlisted", "hidden", "draft", "password", *[""] * 5)
    texts = {
        f"docs/blog/posts/p{n}.md": post(f"2026-03-{20 - n}", "Secret.", title=f"P{n}", **({key: True} if key else {}))
        for n, key in enumerate(keys)
    }
    link = "<li><a href={{ link.url }}>{{ link.title }}, {{ link.date.short }}</a>"
    recent = f"{{% for link in blog.recent %}}{link}{{% endfor %}}"
    texts |= {
        "theme/iroco_blog/before_list.html": f"<ul class=recent>{recent}</ul>",
        "theme/iroco_blog/title.html": f"<article class=h-entry><ul class=recent>{recent}</ul></article>",
    }
    site = build(texts, THEME, options={"view_style": "titles"})
    lists = site.page("blog/").css(".recent")
    assert len(lists) > 2
    for node in lists:
        links = node.css("a")
        assert [link.text() for link in links] == [
            "P0, Mar 20, 2026", "P4, Mar 16, 2026", "P5, Mar 15, 2026", "P6, Mar 14, 2026", "P7, Mar 13, 2026",
        ]  # fmt: skip
        assert links[0].attributes["href"] == "2026/03/20/p0/"
