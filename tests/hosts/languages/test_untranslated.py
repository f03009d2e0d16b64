"""Phrases that the blog's language lacks are English, and say so."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

TEXTS = {
    "docs/blog/posts/a.md": post(
        "2024-10-04", "Unu.\n\n<!-- more -->\n\nDu.", title="Libroj", tags=["t"], author="Zoé"
    ),
    "docs/blog/posts/b.md": post("2024-08-01", title="Noktoj"),
}


@pytest.mark.parametrize(("lang", "direction"), [("eo", None), ("ur", "ltr")])
def test_they_are_marked_in_texts(build, lang, direction) -> None:
    site = build(TEXTS, options={"lang": lang})
    url = site.post("libroj")
    for page, mark, text in (
        (url, ".iroco-back a", "Back to all posts"), ("blog/", ".iroco-more a", "Continue reading"),
        ("blog/", "h1", "Blog"), ("blog/tags/", "h1", "Tags"), ("blog/tags/", ".iroco-groups .iroco-quiet", "1 post"),
    ):  # fmt: skip
        phrase = site.page(page).css_first(f"{mark} > span[lang]")
        assert (words(phrase), phrase.attributes["lang"], phrase.attributes.get("dir")) == (text, "en", direction)
    assert len([note for note in site.notes if "not translated" in note]) == 1


def test_attributes_stay_text(build) -> None:
    site = build(TEXTS, options={"lang": "eo"})
    link = site.page("blog/").css_first(".iroco-more a")
    assert link.attributes["aria-label"] == "Continue reading: Libroj"
    for url in ("blog/", site.post("libroj"), "blog/tags/", "blog/archive/"):
        html = site.text(url)
        assert not any("\ufdd0" <= character <= "\ufdef" for character in html), url
        for node in site.page(url).css("[aria-label]"):
            assert "<" not in node.attributes["aria-label"], url


def test_the_authors_words_are_not_marked(build) -> None:
    site = build(TEXTS, options={"lang": "eo"})
    for node in site.page(site.post("libroj")).css('.iroco-post [lang="en"]'):
        assert "Libroj" not in words(node)
        assert "Zoé" not in words(node)


def test_a_fragment_of_the_users_own_may_write_a_phrase_anywhere(build) -> None:
    fragment = (
        '<b title="a > b: {{ say("newer") }}" data-x=\'{{ say("older") }}\'>{{ say("newer")|upper }}</b>'
        '{% set word = say("older") %}<i>{{ "(" ~ word ~ ")" }}</i><u{{ {"title": say("draft")}|xmlattr }}>x</u>'
        '<script>const word = "{{ say("draft") }}"</script><textarea>{{ say("draft") }}</textarea>'
    )
    texts = {**TEXTS, "theme/iroco_blog/post_footer.html": fragment}
    site = build(texts, {"name": "mkdocs", "custom_dir": "theme"}, options={"lang": "eo"})
    html = site.text(site.post("libroj"))
    assert '<b title="a > b: Newer" data-x=\'Older\'><span lang="en">NEWER</span></b>' in html
    assert '<i>(<span lang="en">Older</span>)</i><u title="Draft">x</u>' in html
    assert '<script>const word = "Draft"</script><textarea>Draft</textarea>' in html


def test_a_translated_blog_marks_nothing(build) -> None:
    site = build(TEXTS, options={"lang": "fr"})
    assert site.page(site.post("libroj")).css('.iroco-post [lang="en"]') == []


def test_the_line_of_a_feed_and_of_a_redirect(build) -> None:
    texts = {"docs/blog/posts/a.md": post("2024-10-04", title="Libroj", redirect_from="/old/")}
    site = build(texts, options={"lang": "eo"})
    assert words(site.page("old/").css_first('p > span[lang="en"]')) == "This page has moved:"
    feed = next(path for path in site.out.rglob("*.xml") if "feed" in path.name).read_text(encoding="utf-8")
    assert '<p lang="en" dir="auto">This is a feed.' in feed
