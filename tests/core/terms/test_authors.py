"""Who wrote what: the authors file, and how front matter names people."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import read_yaml_file
from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory, read_authors, read_directory

FILE = """
authors:
  bruno:
    name: Bruno Thomas
    description: Écrit du code
    avatar: /images/bruno.svg
    url: https://example.org/
    email: bruno@example.org
  ines:
    name: Inès Carvalho
    slug: inès-c
"""


def directory(text: str) -> tuple[AuthorDirectory, list[str]]:
    read = read_yaml_file("blog/.authors.yml", text.encode())
    assert not isinstance(read, Finding), read
    known, findings = read_directory("blog/.authors.yml", read)
    return known, [str(finding) for finding in findings]


def named(written: Any, text: str = FILE) -> tuple[list[str], dict[str, str]]:
    """The keys of the authors that a value names, and what is said of unknown ones."""
    authors, unknown = read_authors(written, directory(text)[0], Settings())
    return [author.key for author in authors], unknown


def test_the_file_is_material_s() -> None:
    known, findings = directory(FILE)
    assert findings == []
    assert known.by_key["bruno"] == Author(
        "bruno",
        "Bruno Thomas",
        "bruno",
        "Écrit du code",
        "/images/bruno.svg",
        "https://example.org/",
        "bruno@example.org",
    )
    assert known.by_key["ines"].slug == "inès-c"


def test_the_key_authors_may_be_left_out() -> None:
    assert set(directory("bruno:\n  name: Bruno Thomas\n")[0].by_key) == {"bruno"}


@pytest.mark.parametrize(
    "written",
    ["@ines@social.example", "ines@social.example", "https://social.example/@ines", "https://social.example/@ines/"],
)
def test_an_account_of_the_fediverse(written: str) -> None:
    known, findings = directory(f"ines:\n  name: Inès\n  fediverse: '{written}'\n")
    assert (known.by_key["ines"].fediverse, findings) == ("@ines@social.example", [])


@pytest.mark.parametrize(
    "written",
    [
        "[https://a.example/ines, https://b.example/@ines]",
        "{A: https://a.example/ines, B: https://b.example/@ines}",
        "[{label: A, icon: fa-a, url: https://a.example/ines}, {url: https://b.example/@ines}, https://a.example/ines]",
    ],
)
def test_addresses_elsewhere(written: str) -> None:
    known, findings = directory(f"ines:\n  name: Inès\n  links: {written}\n")
    assert [link.url for link in known.by_key["ines"].links] == ["https://a.example/ines", "https://b.example/@ines"]
    assert findings == []


def test_one_address_elsewhere() -> None:
    [link] = directory("ines:\n  links: https://a.example/\n")[0].by_key["ines"].links
    assert (link.title, link.url, link.kind) == ("a.example", "https://a.example/", "link")


def test_what_is_no_account_or_address_is_told_and_left_out() -> None:
    text = (
        "ines:\n  name: Inès\n  fediverse: ines\n  links: [/ines/, 'javascript:a', https://a.example/, 'http://a b/']\n"
    )
    known, findings = directory(text)
    assert known.by_key["ines"].fediverse == ""
    assert [link.url for link in known.by_key["ines"].links] == ["https://a.example/"]
    account, *links = (finding.partition(": ")[2] for finding in findings)
    assert [finding.partition(" ")[0] for finding in findings] == [
        "blog/.authors.yml:3:",
        *["blog/.authors.yml:4:"] * 3,
    ]
    assert account.startswith("The `fediverse` of `ines` is `ines`, which is not an account, so it is ignored. ")
    assert account.endswith("Write it as `@name@server.example`.")
    for told, link in zip(links, ("/ines/", "javascript:a", "http://a b/"), strict=True):
        assert told.startswith(f"The `links` of `ines` contain `{link}`, which is not an address of another site")


@pytest.mark.parametrize("text", ["", "authors:\n", "# nobody yet\n"])
def test_a_file_without_authors_is_no_fault(text: str) -> None:
    assert directory(text) == (AuthorDirectory(place=directory(text)[0].place), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("authors:\n  - bruno\n", "blog/.authors.yml:1: `authors` is not a mapping of ids to fields."),
        ("authors:\n  bruno: Bruno Thomas\n", "The author `bruno` has no fields."),
        ("authors:\n  bruno:\n", "The author `bruno` has no fields."),
        ("authors:\n  ../bruno:\n    name: Bruno\n", "The author `../bruno` cannot be part of an address."),
        ("authors:\n  bruno:\n    name: Bruno\n    slug: /etc\n", "The author `bruno` cannot be part of an address."),
    ],
)
def test_a_fault_in_the_file_is_told(text: str, told: str) -> None:
    [finding] = directory(text)[1]
    assert told in finding


def test_an_author_with_a_fault_is_still_one() -> None:
    known, _ = directory("authors:\n  bruno: Bruno Thomas\n  ../ines:\n    name: Inès\n")
    assert known.by_key["bruno"].name == "Bruno Thomas"
    assert known.by_key["../ines"].slug == "author"


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("bruno", ["bruno"]),
        ("Bruno Thomas", ["bruno"]),
        (" bruno thomas ", ["bruno"]),
        ("INÈS CARVALHO", ["ines"]),
        ({"name": "Inès Carvalho", "url": "https://example.org/other"}, ["ines"]),
        ({"display_name": "Bruno Thomas"}, ["bruno"]),
        (["ines", "bruno", "Inès Carvalho"], ["ines", "bruno"]),
        ([None, "", "ines"], ["ines"]),
        (None, []),
        ([], []),
    ],
)
def test_known_authors_by_id_or_name(written: Any, keys: list[str]) -> None:
    assert named(written) == (keys, {})


def test_an_unknown_id_is_an_author_all_the_same_and_is_told() -> None:
    assert named(["burno", "ines"]) == (
        ["burno", "ines"], {"burno": "Write `bruno`, or add `burno` to blog/.authors.yml."}
    )  # fmt: skip


def test_the_nearest_may_be_a_name_and_the_remedy_is_its_id() -> None:
    assert named("Ines Carvalo")[1] == {"Ines Carvalo": "Write `ines`, or add `Ines Carvalo` to blog/.authors.yml."}


def test_without_an_authors_file_every_name_is_somebody() -> None:
    assert named("bruno", "") == (["bruno"], {})


def test_a_guest_by_full_name_or_mapping_is_not_unknown() -> None:
    assert named(["Agathe Grandin", {"name": "Zoé"}]) == (["Agathe Grandin", "Zoé"], {})


@pytest.mark.parametrize("name", ["../../etc", "/etc/passwd", "🎈", "..", "a" * 400])
def test_a_guest_s_address_stays_in_its_folder(name: str) -> None:
    [author], _ = read_authors(name, AuthorDirectory(), Settings())
    assert author.name == name
    assert author.slug
    assert author.slug[0] != "/"
    assert ".." not in author.slug.split("/")
    assert len(author.slug.encode()) <= 250


@pytest.mark.parametrize("written", [{"email": "ines@example.org"}, {"name": ""}, [["ines"]], {"name": ["ines"]}])
def test_what_names_nobody_is_a_value_error(written: Any) -> None:
    with pytest.raises(ValueError, match="author"):
        named(written)


def test_every_key_that_means_something_is_quiet() -> None:
    text = (
        "ines:\n  display_name: Ines\n  description: Weighs pages.\n  avatar: ines.png\n  url: https://example.org/\n"
        "  email: i@example.org\n  slug: ines\n  fediverse: '@ines@example.org'\n  links: [https://example.net/ines]\n"
    )
    assert directory(text)[1] == []
