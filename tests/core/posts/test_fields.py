"""The table of front-matter fields."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_yaml_file
from mkdocs_iroco_blog.core.links import Image
from mkdocs_iroco_blog.core.posts.fields import BY_KEY, FIELDS, Field, misspelt


def value(line: str) -> Any:
    """What a field makes of its line of front matter."""
    read = read_yaml_file("a.md", line.encode())
    assert isinstance(read, FrontMatter), read
    [(key, raw)] = read.raw.items()
    return BY_KEY[key].read(raw)


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.name)
def test_every_example_is_one(row: Field) -> None:
    assert value(row.example) not in (None, "", (), [])
    assert row.example.startswith(f"{row.name}:")


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.name)
def test_a_key_with_nothing_after_it_says_nothing(row: Field) -> None:
    assert value(f"{row.name}:") in (None, "", (), [], [None], row.name in ("published", "publish", "related"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: >\n  A page,\n  weighed", "A page, weighed"),
        ("title: 2024", "2024"),
        ("tags: fonts, css,, low tech ,", ("fonts", "css", "low tech")),
        ("tags: [3.10, 010, fonts, fonts]", ("3.10", "010", "fonts")),
        ("tag: Numérique responsable", ("Numérique responsable",)),
        ("categories: Web, mobile", ("Web, mobile",)),
        ("category: ['  Grand   public ', ~]", ("Grand   public",)),
        ("series: [A, {name: B, part: 2}]", ["A", {"name": "B", "part": "2"}]),
        ("draft: yes", True),
        ("draft: 'FALSE'", False),
        ("draft: off", False),
        ("draft:", False),
        ("published:", True),
        ("published: no", False),
        ("readtime: 12", 12),
        ("slug: web/scales/", "web/scales"),
        ("image: a.png", Image("a.png")),
        ("image: {path: a.png, alt: Scales}", Image("a.png", "Scales")),
        ("image:", None),
        ("hide: toc", ("toc",)),
        ('applies_to: ">=2.0"', ">=2.0"),
        ("applies_to: 2.10", "2.10"),
        ("applies_to: 1", "1"),
        ("applies_to: false", ""),
        ("superseded_by: ../new.md#part", "../new.md#part"),
        ("superseded_by: HTTPS://example.org/new/", "HTTPS://example.org/new/"),
        ("links: [a.md, {B: b.md}]", ["a.md", {"B": "b.md"}]),
        ("aliases: /2019/scales/", ("/2019/scales/",)),
        ("aliases: [old, /a b.html, https://example.org/old/, old]", ("old", "/a b.html", "https://example.org/old/")),
        ("redirect_from: [/2019/scales/, ~]", ("/2019/scales/",)),
        ("redirect_from: [/blog/4.0/, 404]", ("/blog/4.0/", "404")),
        ("redirect_to: /guide/#weigh", "/guide/#weigh"),
        ("redirect_to: [https://example.org/?p=42]", "https://example.org/?p=42"),
        ("canonical_url: https://example.org/é/", "https://example.org/é/"),
        ("guid: 42", "42"),
        ("robots: noindex, nofollow", ("noindex", "nofollow")),
        ("robots: [noarchive]", ("noarchive",)),
    ],
)
def test_a_field_reads_its_forms(line: str, expected: Any) -> None:
    assert value(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "title: [a]",
        "description: {a: b}",
        "tags: [[a]]",
        "categories: {a: b}",
        "draft: perhaps",
        "published: [a]",
        "readtime: 0",
        "readtime: -3",
        "readtime: 2.5",
        "readtime: ten",
        "slug: ../x",
        "slug: /etc",
        "slug: a/../../b",
        "slug: ..",
        "slug: ./a",
        "slug: /",
        "slug: a\\b",
        "slug: what?",
        "slug: '%2e%2e/x'",
        "slug: " + "weigh" * 60,
        "image: {alt: Scales}",
        "links: a.md",
        "aliases: {old: /a/}",
        "aliases: [[/a/]]",
        "guid: [a]",
        "canonical_url: /weighing/",
        "canonical_url: example.org/weighing/",
        "canonical_url: javascript:alert(1)",
        "canonical_url: https://",
        "canonical_url: 'https://exa<mple.org/'",
        "redirect_to: {a: b}",
        "robots: {noindex: true}",
        "applies_to: [2.0, 3.0]",
        "applies_to: true",
        "superseded_by: [new.md]",
        "superseded_by: {path: new.md}",
        "superseded_by: mailto:ines@example.org",
        "superseded_by: javascript:alert(1)",
        "superseded_by: https://[example.org/",
        "superseded_by: '<a>'",
    ],
)
def test_what_a_field_cannot_read_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError, match="^(is|has) "):
        value(line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("aliases: [/a/, 'javascript:alert(1)']", "contains `javascript:alert(1)`, which does not lead to a page"),
        ("aliases: mailto:ines@example.org", "contains `mailto:ines@example.org`, which does not lead to a page"),
        ("aliases: //example.org/a/", "contains `//example.org/a/`, which does not lead to a page"),
        ("aliases: /a/../../b/", "contains `/a/../../b/`, which leads outside the site"),
        ("aliases: /%2e%2E/b/", "contains `/%2e%2E/b/`, which leads outside the site"),
        ("aliases: a\\b", "contains `a\\b`, which contains a character that is not allowed in an address"),
        ('aliases: "/a\\0b"', "contains `/a\0b`, which contains a character that is not allowed in an address"),
        ("aliases: 'http://[::1'", "contains `http://[::1`, which is not an address"),
        ("redirect_to: ftp://example.org/a", "contains `ftp://example.org/a`, which does not lead to a page"),
        ("redirect_to: https:///a", "contains `https:///a`, which does not lead to a page"),
        ("redirect_to: [/a/, /b/]", "has 2 addresses, but a page can redirect to only one"),
    ],
)
def test_an_address_leads_to_a_page(line: str, told: str) -> None:
    with pytest.raises(ValueError, match="^(contains|has) ") as fault:
        value(line)
    assert str(fault.value) == told


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("catgories", "categories"),
        ("Tags", "tags"),
        ("auhtor", "author"),
        ("last_modifed_at", "last_modified_at"),
        ("tag", None),
        ("link", None),
        ("guide", None),
        ("uuid", None),
        ("alias", None),
        ("canonical-url", "canonical_url"),
        ("redirect_form", "redirect_from"),
        ("permalink", None),
        ("excerpt", None),
    ],
)
def test_a_key_one_letter_from_a_known_one(key: str, meant: str | None) -> None:
    assert misspelt(key, ()) == meant


def test_a_key_of_the_author_s_own_is_none() -> None:
    assert misspelt("catgories", ("catgories",)) is None


def test_no_known_key_is_taken_for_another() -> None:
    assert [key for key in BY_KEY if misspelt(key, ())] == []
