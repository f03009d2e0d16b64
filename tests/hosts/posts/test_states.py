"""Drafts, scheduled and unlisted posts: where they are, and where they must not be."""

from typing import Any

import pytest

from tests.hosts.built import walk, words
from tests.hosts.written import THEMES, post, theme_name

HIDDEN = {
    "draft": {"draft": True},
    "published": {"published": False},
}
OTHER = {"docs/blog/posts/shown.md": post("2026-01-01", title="Shown", tags=["open"], categories=["Open"])}
TERMS: dict[str, Any] = {
    "tags": ["secret"],
    "categories": ["Secret"],
    "authors": ["Secret Agent"],
    "series": ["Secret series"],
}


def mentions(site, word: str) -> list[str]:
    """Files of the site that hold a word."""
    texts = [path for path in site.out.rglob("*") if path.suffix in (".html", ".xml", ".json", ".js", ".txt", ".gz")]
    return [path.relative_to(site.out).as_posix() for path in texts if word in path.read_text("utf-8", "ignore")]


@pytest.mark.parametrize("theme", THEMES)
def test_a_draft_is_nowhere_in_a_build(build, theme) -> None:
    hidden = {
        f"docs/blog/posts/{name}.md": post("2026-02-02", "Hush-hush.", title=f"Hush-hush {name}", **state, **TERMS)
        for name, state in HIDDEN.items()
    }
    site = build({**OTHER, **hidden}, theme)
    assert mentions(site, "ush-hush") == []
    assert mentions(site, "ecret") == []
    assert not list(site.out.rglob("*hush*"))
    assert site.problems == []


@pytest.mark.parametrize("state", HIDDEN.values(), ids=HIDDEN)
def test_a_draft_shows_in_the_preview_with_a_badge(build, state) -> None:
    hidden = post("2026-02-02", title="Hidden", **state, **TERMS)
    site = build({**OTHER, "docs/blog/posts/hidden.md": hidden}, command="serve")
    assert words(site.page("blog/2026/02/02/hidden/").css_first(".iroco-badge")) == "Draft"
    assert "Draft" in [words(badge) for badge in site.page("blog/").css(".iroco-badge")]
    assert site.listed("blog/") == ["Hidden", "Shown"]
    assert "blog/tag/secret/" in site.urls


def test_options_say_whether_drafts_are_shown(build) -> None:
    texts = {**OTHER, "docs/blog/posts/hidden.md": post(title="Hidden", draft=True)}
    assert build(texts, options={"draft": True}).listed("blog/") == ["Hidden", "Shown"]
    assert build(texts, options={"draft_on_serve": False}, command="serve").listed("blog/") == ["Shown"]


def test_a_category_of_drafts_only_has_no_view(build) -> None:
    site = build({**OTHER, "docs/blog/posts/hidden.md": post(title="Hidden", draft=True, categories=["Only"])})
    assert {url for url in site.urls if url.startswith("blog/category/")} == {"blog/category/open/"}


def test_a_future_post_waits_for_its_day(build) -> None:
    texts = {**OTHER, "docs/blog/posts/later.md": post("2026-12-24", title="Later")}
    options = {"draft_if_future_date": True}
    assert build(texts, options=options).listed("blog/") == ["Shown"]
    assert build(texts, options=options, now="2026-12-25").listed("blog/") == ["Later", "Shown"]
    assert build(texts).listed("blog/") == ["Later", "Shown"]
    preview = build(texts, options=options, command="serve")
    assert words(preview.page("blog/2026/12/24/later/").css_first(".iroco-badge")) == "Scheduled"


@pytest.mark.parametrize(("theme", "command"), [*((theme, "build") for theme in THEMES), ("mkdocs", "serve")])
def test_an_unlisted_post_is_built_and_found_nowhere(build, theme, command) -> None:
    hidden = post("2026-02-02", "Hush-hush.", title="Quiet", unlisted=True, **TERMS)
    site = build({**OTHER, "docs/blog/posts/hidden.md": hidden}, theme, command=command)
    url = "blog/2026/02/02/quiet/"
    assert site.entry(url)["name"] == ["Quiet"]
    assert mentions(site, "Hush-hush") == [f"{url}index.html"]
    assert [page for page in mentions(site, "Quiet") if not page.startswith(url)] == []
    assert url not in site.sitemap
    assert url not in site.found
    assert "Quiet" not in list(walk(site.outline()))
    assert not [page for page in site.urls if "secret" in page]


@pytest.mark.parametrize("theme", THEMES)
def test_search_finds_posts_and_no_view(build, theme) -> None:
    assert build(OTHER, theme).found == {"", "blog/2026/01/01/shown/"}
    site = build({**OTHER, "docs/blog/index.md": "# Journal\n\nWelcome.\n\n## Write to us\n\nBy post.\n"}, theme)
    assert site.found == {"", "blog/", "blog/2026/01/01/shown/"}
    written = " ".join(entry["text"] for entry in site.search if entry["location"].partition("#")[0] == "blog/")
    assert "Welcome." in written
    assert "By post." in written
    assert "Shown" not in written


def test_search_knows_a_posts_text_and_sections_and_not_our_headers(build) -> None:
    body = "Opening.\n\n## Section one\n\nInner words."
    text = post(title="Fish & chips", body=body, authors=["Zorro"], description="Standfirst.")
    for theme in (theme for theme in THEMES if theme != "bare"):
        site = build({"docs/blog/posts/a.md": text}, theme)
        ours = {entry["location"].partition("#")[2]: entry for entry in site.search if entry["location"]}
        assert "Inner words." in ours["section-one"]["text"]
        assert not any(word in str(ours) for word in ("Zorro", "Standfirst", "minute"))
        as_html = theme_name(theme) == "material"  # whose script shows titles as they are in the index
        assert ours[""]["title"] == ("Fish &amp; chips" if as_html else "Fish & chips")


def test_the_sitemap_holds_posts_and_views(build) -> None:
    site = build(OTHER, options={"thin_views": 1})
    assert site.sitemap >= {"", "blog/", "blog/2026/01/01/shown/", "blog/tag/open/"}


def test_a_drafts_problems_show_in_the_preview_and_never_fail(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", draft=True, image="none.png", catgories=["B"])}
    site = build(texts, command="serve", strict=True)
    assert site.problems == []
    assert [note for note in site.notes if "none.png" in note]
    assert [note for note in site.notes if "catgories" in note]
    assert build(texts, strict=True).problems == []


def test_an_undated_draft_is_dated_today(build) -> None:
    site = build({"docs/blog/posts/a.md": "---\ntitle: A\ndraft: true\n---\nText.\n"}, command="serve")
    assert "blog/2026/11/01/a/" in site.urls


def test_draft_docs_of_mkdocs_hold(build) -> None:
    texts = {**OTHER, "docs/blog/posts/x.draft.md": post(title="Hidden")}
    config = {"draft_docs": "*.draft.md"}
    assert build(texts, config=config).listed("blog/") == ["Shown"]
    assert build(texts, config=config, command="serve").listed("blog/") == ["Hidden", "Shown"]


def test_exclude_docs_of_mkdocs_hold(build) -> None:
    texts = {**OTHER, "docs/blog/posts/x.off.md": post(title="Hidden")}
    assert build(texts, config={"exclude_docs": "*.off.md"}).listed("blog/") == ["Shown"]
