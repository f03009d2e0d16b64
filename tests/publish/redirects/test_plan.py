"""Old addresses and pages that lead elsewhere: given these posts, those redirects, and what their authors are told."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.publish.redirects.addresses import address_of, page_file, redirect_file, split_address
from mkdocs_iroco_blog.publish.redirects.plan import Redirect, moved_post, plan_redirects, redirect_page
from mkdocs_iroco_blog.publish.redirects.routes import MovedPage
from tests.publish.metadata_blog import SITE, blog_of


def plan(
    posts: Mapping[str, str], *, site_url: str = SITE, taken: Mapping[str, str] | None = None
) -> tuple[dict[str, str], list[str]]:
    """Where each redirect of a blog leads, by its file, and what is told. Posts have the addresses `/a/`, `/b/`, …"""
    files = {
        f"2026-01-02-{name}.md": f"title: {name.upper()}\nslug: {name}\n{text}\n---\n" for name, text in posts.items()
    }
    blog = blog_of(files, drafts=True, blog_dir=".", post_dir="blog/posts", post_url_format="{slug}")
    site = {page_file(f"{post.path}/"): post.source for post in blog.posts}
    site |= {"guide/index.md": "", "guide/index.html": "guide/index.md", "about.html": "about.md", "CNAME": "CNAME"}
    moved = [moved_post(post, f"{post.path}/", post.title) for post in blog.posts]
    redirects, findings = plan_redirects(moved, {**site, **(taken or {})}, site_url)
    told = [f"{'note' if not found.is_problem else 'problem'}: {found}" for found in findings]
    return {redirect.file: redirect.target for redirect in redirects}, told


@pytest.mark.parametrize(
    ("front", "file"),
    [
        ("aliases: /old/", "old/index.html"),
        ("aliases: old", "old/index.html"),
        ("redirect_from: /blog/6.0.0/", "blog/6.0.0/index.html"),
        ("redirect_from: /blog/6.0.0", "blog/6.0.0/index.html"),
        ("redirect_from: /2019/old.html", "2019/old.html"),
        ("redirect_from: /old.php", "old.php/index.html"),
        ("aliases: /old/index.html", "old/index.html"),
        ("aliases: /caf%C3%A9/", "café/index.html"),
        ("aliases: /tags/how we work/", "tags/how we work/index.html"),
        ("aliases: /a//b/", "a/b/index.html"),
        ("aliases: https://example.org/old/", "old/index.html"),
        ("aliases: HTTP://Example.org/old/", "old/index.html"),
        ("aliases: /", "index.html"),
    ],
)  # fmt: skip
def test_an_old_address_leads_to_the_post(front: str, file: str) -> None:
    assert plan({"a": front}) == ({file: "a/"}, [])


def test_below_a_folder_of_its_host_addresses_count_from_the_site_s_root() -> None:
    front = "aliases: [/old/, https://example.org/docs/older/, https://example.org/docs]"
    redirects, told = plan({"a": front}, site_url="https://example.org/docs/")
    assert (set(redirects), told) == ({"old/index.html", "older/index.html", "index.html"}, [])


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("aliases: https://elsewhere.example/old/", "is not below the site's address (`site_url`)."),
        ("aliases: '/?p=42'", "`/?p=42` contains `?p=42`, which servers ignore when they look for a file."),
        ("aliases: '/old/#part'", "`/old/#part` contains `#part`"),
        ("redirect_from: /b/", "cannot redirect here: the address `/b/` belongs to `blog/posts/2026-01-02-b.md`."),
        ("redirect_from: /about.html", "the address `/about.html` belongs to `about.md`."),
        ("redirect_from: /CNAME/old/", "the address `/CNAME/old/` is below `/CNAME`, which belongs to `CNAME`."),
        (f"aliases: /{'long' * 70}/", "cannot be the address of a page."),
        ("aliases: '/100%25/'", "`/100%25/` cannot be the address of a page."),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_made_is_a_problem_on_its_line(front: str, told: str) -> None:
    redirects, [finding] = plan({"a": f"{front}\ntags: x", "b": ""})
    assert redirects == {}
    assert finding.startswith("problem: blog/posts/2026-01-02-a.md:4: ")
    assert told in finding


def test_of_two_redirects_at_one_address_the_first_is_made() -> None:
    redirects, told = plan({"b": "aliases: /old", "a": "aliases: /old/"})
    assert redirects == {"old/index.html": "a/"}
    [problem] = told
    assert problem.startswith("problem: blog/posts/2026-01-02-b.md:4: `/old` cannot redirect here: the address ")
    assert problem.endswith(
        "`/old/` already redirects to `blog/posts/2026-01-02-a.md`. "
        "Delete the address here, or give the other page another one."
    )


def test_a_draft_takes_no_address_from_a_post_and_fails_no_build() -> None:
    taken = {f"{name}/index.html": f"{name}.md" for name in "ab"}
    draft, post = (MovedPage(f"{name}.md", f"{name}/", name, aliases=("/old/",), draft=name == "a") for name in "ab")
    [redirect], [finding] = plan_redirects([draft, post], taken, SITE)
    assert redirect == Redirect("old/index.html", "b/", post)
    assert finding.is_problem
    assert (finding.source, finding.draft) == ("a.md", True)


def test_a_post_s_own_address_is_a_note() -> None:
    redirects, told = plan({"a": "redirect_from: [/a, /old/, /a.html]"})
    assert redirects == {"old/index.html": "a/", "a.html": "a/"}
    note = "`/a` is the address of the page itself, so there is no redirect. Delete it."
    assert told == [f"note: blog/posts/2026-01-02-a.md:4: {note}"]


def test_one_address_in_two_ways_is_one_redirect() -> None:
    assert plan({"a": "aliases: [/old/, old, /old/index.html]"}) == ({"old/index.html": "a/"}, [])


def test_a_folder_is_in_the_way_of_a_file() -> None:
    _, [told] = plan({"a": "aliases: /x.html"}, taken={"x.html/a.png": "x.html/a.png"})
    assert "the address `/x.html` is a folder of the site" in told


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("https://elsewhere.example/?p=1#x", "https://elsewhere.example/?p=1#x"),
        ("https://elsewhere.example/a b/", "https://elsewhere.example/a%20b/"),
        ("https://example.org/b/", "b/"),
        ("https://example.org/made-otherwise/", "https://example.org/made-otherwise/"),
        ("/b/", "b/"),
        ("b", "b/"),
        ("[/b/index.html]", "b/"),
        ("/b/?x=1#part", "b/?x=1#part"),
        ("/about", "about.html"),
        ("/about.html", "about.html"),
        ("guide/index.md", "guide/"),
        ("blog/posts/2026-01-02-b.md", "b/"),
        ("/older/", "b/"),
    ],
)
def test_a_post_s_own_page_leads_elsewhere_and_its_old_ones_straight_there(written: str, target: str) -> None:
    redirects, told = plan({"a": f"aliases: /old/\nredirect_to: {written}", "b": "aliases: /older/"})
    assert redirects == {"old/index.html": target, "a/index.html": target, "older/index.html": "b/"}
    assert told == []


def test_a_redirect_knows_whether_it_takes_the_place_of_a_post() -> None:
    page = MovedPage("a.md", "a/", "A", aliases=("/old/",), redirect_to="/b/")
    redirects, _ = plan_redirects([page], {"a/index.html": "a.md", "b/index.html": "b.md"}, SITE)
    assert [(one.file, one.replaces) for one in redirects] == [("old/index.html", False), ("a/index.html", True)]


def test_a_target_that_is_not_there_is_a_problem_and_is_led_to_as_asked() -> None:
    redirects, told = plan({"a": "redirect_to: /nowhere/"})
    assert redirects == {"a/index.html": "nowhere/"}
    [problem] = told
    assert problem.startswith("problem: blog/posts/2026-01-02-a.md:4: `redirect_to` is `/nowhere/`, but the site")
    assert problem.endswith(" has no page there. Write the address of another page, or delete `redirect_to`.")


@pytest.mark.parametrize("written", ["/a/", "/a", "https://example.org/a/#x", "/old/", "blog/posts/2026-01-02-a.md"])
def test_a_post_that_leads_to_itself_shows_its_text(written: str) -> None:
    redirects, [told] = plan({"a": f"aliases: /old/\nredirect_to: {written}"})
    assert redirects == {"old/index.html": "a/"}
    assert told.startswith(
        f"problem: blog/posts/2026-01-02-a.md:5: `redirect_to` is `{written}`, which leads back here"
    )


def test_posts_that_lead_in_a_circle_show_their_texts() -> None:
    circle = {"a": "redirect_to: /b/", "b": "redirect_to: /c/\naliases: /old/", "c": "redirect_to: /a/"}
    redirects, told = plan({**circle, "d": "redirect_to: /old/"})
    assert redirects == {"old/index.html": "b/", "d/index.html": "b/"}
    assert [line.partition(" `")[0] for line in told] == [
        f"problem: blog/posts/2026-01-02-{name}.md:4:" for name in "abc"
    ]


def test_a_long_way_is_led_in_one_step() -> None:
    names = [f"p{at:03}" for at in range(300)]
    chain = {name: f"redirect_to: /{following}/" for name, following in pairwise(names)}
    redirects, told = plan({**chain, names[-1]: ""})
    assert told == []
    assert set(redirects.values()) == {"p299/"}


@pytest.mark.parametrize("written", ["javascript:alert(1)", "data:text/html,x", "http://[::1", "/../x/", "a\\b"])
def test_addresses_that_no_field_has_checked_lead_nowhere(written: str) -> None:
    page = MovedPage("a.md", "a/", "A", aliases=(written,), redirect_to=written)
    redirects, findings = plan_redirects([page], {"a/index.html": "a.md"}, SITE)
    assert redirects == []
    assert len(findings) == 2
    assert all(finding.is_problem for finding in findings)


def test_without_a_site_s_address_a_whole_one_is_nobody_s() -> None:
    assert split_address("https://example.org/old/", "") is None
    assert plan({"a": "aliases: /old/"}, site_url="") == ({"old/index.html": "a/"}, [])


@pytest.mark.parametrize("address", ["", "a/", "a/b.html", "caf%C3%A9/", "a%20b/c/"])
def test_addresses_and_files(address: str) -> None:
    assert address_of(page_file(address)) == address
    assert redirect_file("") == page_file("") == "index.html"


PAGE = MovedPage("a.md", "blog/2026/scales/", 'Scales & "more" </script>')


@pytest.mark.parametrize(
    ("file", "target", "link"),
    [
        ("old/index.html", "blog/2026/scales/", "../blog/2026/scales/"),
        ("old.html", "blog/2026/scales/", "blog/2026/scales/"),
        ("blog/2019/old/index.html", "blog/2026/scales/", "../../2026/scales/"),
        ("index.html", "blog/2026/scales/", "blog/2026/scales/"),
        ("old/index.html", "", "../"),
        ("old/index.html", "b/?x=1&y=2#part", "../b/?x=1&y=2#part"),
        ("old/index.html", "https://elsewhere.example/?a='b'&c", "https://elsewhere.example/?a='b'&c"),
    ],
)
@pytest.mark.parametrize("base", ["https://example.org/", "https://copy.example/below/a/folder/"])
def test_the_page_leads_on_from_wherever_the_site_lies(file: str, target: str, link: str, base: str) -> None:
    html = redirect_page(Redirect(file, target, PAGE), SITE, lang="fr", notice="Cette page est ailleurs :")
    tree = LexborHTMLParser(html)
    at = base + address_of(file)
    expected = urljoin(base, target)
    [refresh] = tree.css("meta[http-equiv=refresh]")
    assert refresh.attributes["content"] == f"0; url={link}"
    assert urljoin(at, link) == expected
    [anchor] = tree.css("body a")
    assert anchor.attributes["href"] == link
    [script] = tree.css("script")
    assert script.text().startswith(f'var u=new URL("{link}",location);')


def test_the_page_says_what_it_is() -> None:
    html = redirect_page(
        Redirect("old/index.html", "b/#part", PAGE), SITE, lang="fr", notice="Cette page est ailleurs :"
    )
    document: Any = lxml_html.fromstring(html)
    assert document.get("lang") == "fr"
    assert document.findtext("head/title") == PAGE.title
    assert document.xpath("//link[@rel='canonical']/@href") == [f"{SITE}b/"]
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert document.find("body").text_content().split() == [
        "Cette",
        "page",
        "est",
        "ailleurs",
        ":",
        *PAGE.title.split(),
    ]
    assert html.count("</script>") == 1


def test_without_the_site_s_address_the_canonical_one_is_relative() -> None:
    html = redirect_page(Redirect("old/index.html", "b/", PAGE), "", lang="en", notice="Moved:")
    assert lxml_html.fromstring(html).xpath("//link[@rel='canonical']/@href") == ["../b/"]


@pytest.mark.parametrize(
    "text", ['"><script>alert(1)</script>', "</title><img src=x onerror=alert(1)>", "{script}", "%s"]
)
def test_hostile_titles_and_words_are_text(text: str) -> None:
    page = MovedPage("a.md", "a/", text)
    html = redirect_page(Redirect("old/index.html", "a/", page), SITE, lang=text, notice=text)
    tree = LexborHTMLParser(html)
    assert len(tree.css("script")) == 1
    assert len(tree.css("img")) == 0
    assert tree.css_first("title").text() == text  # type: ignore[union-attr]
