"""Front matter as Jekyll delimits it: values, their lines, and what stands in the way of reading it."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.findings import Finding, Level
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, merged, read_front_matter, read_yaml_file


def front(text: str | bytes) -> FrontMatter:
    read = read_front_matter("a.md", text if isinstance(text, bytes) else text.encode())
    assert isinstance(read, FrontMatter), read
    return read


def problem(text: str | bytes) -> Finding:
    read = read_front_matter("a.md", text if isinstance(text, bytes) else text.encode())
    assert isinstance(read, Finding), read
    return read


def test_head_and_body_are_told_apart() -> None:
    read = front("---\ntitle: Weighing\n---\n\nText.\n")
    assert (read.meta, read.body) == ({"title": "Weighing"}, "\nText.\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\n---\nText.\n",
        "---  \ntitle: T\n---\t\nText.\n",
        "---\ntitle: T\n...\nText.\n",
        "\ufeff---\ntitle: T\n---\nText.\n",
        "---\r\ntitle: T\r\n---\r\nText.\r\n",
        "---\rtitle: T\r---\rText.\r",
    ],
    ids=["dashes", "spaces", "dots", "bom", "crlf", "cr"],
)
def test_every_way_to_end_lines_and_front_matter(text: str) -> None:
    read = front(text)
    assert (read.meta, read.body, read.lines) == ({"title": "T"}, "Text.\n", {"title": 2})


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n",
        "Text.\n---\ntitle: T\n---\n",
        " ---\ntitle: T\n---\n",
        "----\ntitle: T\n----\n",
        "---\n\nA rule above.\n",
    ],
)
def test_no_front_matter_where_the_file_does_not_open_with_it(text: str) -> None:
    assert (front(text).meta, front(text).body, front(text).findings) == ({}, text, ())


def test_front_matter_may_be_empty_or_the_whole_file() -> None:
    assert front("---\n---\nText.\n").body == "Text.\n"
    assert front("---\n# a comment\n---\nText.\n").meta == {}
    assert (front("---\ntitle: T\n---").meta, front("---\ntitle: T\n---").body) == ({"title": "T"}, "")


def test_a_rule_in_the_body_ends_nothing() -> None:
    assert front("---\ntitle: T\n---\nOne\n\n---\n\nTwo\n").body == "One\n\n---\n\nTwo\n"


def test_every_key_has_its_line() -> None:
    read = front("---\n\n# about\ntitle: T\ntags:\n  - a\n\ndate: 2024-10-04\n---\n")
    assert read.lines == {"title": 4, "tags": 5, "date": 8}


def test_scalars_are_kept_as_written_beside_what_yaml_makes_of_them() -> None:
    read = front("---\nv: 3.10\nd: 2024-10-04\ny: yes\nn: ~\nl: [010, '1']\nm: {a: 1.0}\n---\n")
    assert read.raw == {"v": "3.10", "d": "2024-10-04", "y": "yes", "n": None, "l": ["010", "1"], "m": {"a": "1.0"}}
    assert (read.meta["v"], read.meta["y"], str(read.meta["d"])) == (3.1, True, "2024-10-04")


def test_a_date_that_does_not_exist_is_text() -> None:
    assert front("---\ndate: 2024-02-30\n---\n").meta == {"date": "2024-02-30"}


def test_keys_are_text() -> None:
    read = front("---\n2024: a\ntrue: b\n---\n")
    assert set(read.raw) == {"2024", "true"}
    assert all(isinstance(key, str) for key in read.meta)


def test_a_key_that_stands_twice_gets_a_note() -> None:
    read = front("---\ntitle: A\ntitle: B\n---\n")
    assert (read.raw["title"], read.meta["title"], read.lines["title"]) == ("B", "B", 3)
    assert [finding.is_problem for finding in read.findings] == [False]


def test_a_list_that_holds_itself_ends() -> None:
    assert front("---\na: &a [*a, b]\n---\n").raw == {"a": [None, "b"]}


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_nesting_without_end_is_a_problem_and_no_crash(opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    text = f"---\na: {opening * 2000}{closing * 2000}\n---\n"
    assert problem(text).level is Level.ERROR


@pytest.mark.parametrize("tag", ["!!python/name:os.system x", "!!python/object/new:os.system [ls]", "!ENV HOME"])
def test_a_tag_that_would_make_an_object_is_refused_wherever_it_stands(tag: str) -> None:
    read = problem(f"---\ntitle: T\nlist:\n  - {{a: {tag} }}\n---\n")
    assert (read.line, (read.level is Level.ERROR)) == (4, True)
    assert f"`{tag.split(maxsplit=1)[0]}`" in read.what


def test_yaml_s_own_tags_are_read() -> None:
    assert front("---\na: !!str 3.10\nb: !!float 1\n---\n").meta == {"a": "3.10", "b": 1.0}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: T\ndescription: a\x00b\n---\n", 3),
        ("---\ntitle: T\ndescription: a\x0bb\n---\n", 3),
        ("---\ntitle: T\nend: [a\n---\n", 3),
    ],
    ids=["nul", "vertical tab", "open list"],
)
def test_a_fault_is_told_on_one_line_with_its_place(text: str, line: int) -> None:
    read = problem(text)
    assert read.line == line
    assert "\n" not in str(read)


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    assert str(problem(b"---\ntitle: T\n---\n\xff\xfe\n")).startswith(
        "a.md:4: The file is not UTF-8: it has the byte 0xff here."
    )
    assert problem("title: T\n".encode("utf-16")).line == 1


def test_a_file_of_yaml_is_read_from_its_first_line() -> None:
    read = read_yaml_file(".authors.yml", b"authors:\n  ines:\n    name: In\xc3\xa8s\n")
    assert isinstance(read, FrontMatter)
    assert (read.raw, read.lines, read.body) == (
        {"authors": {"ines": {"name": "Inès"}}},
        {"authors": 1, "authors.ines": 2, "authors.ines.name": 3},
        "",
    )


def test_defaults_are_joined_where_they_are_lists_and_give_way_elsewhere() -> None:
    outer = front("---\ntags: [web]\nlang: fr\nimage: {path: a.png, alt: A}\n---\n")
    inner = front("---\ntags: [fonts]\nlang: en\nimage: {path: b.png}\n---\nText.\n")
    both = merged(outer, inner)
    assert both.raw == {"tags": ["web", "fonts"], "lang": "en", "image": {"path": "b.png", "alt": "A"}}
    assert (both.meta["tags"], both.body, both.lines) == (["web", "fonts"], "Text.\n", inner.lines)


def test_a_value_replaces_a_default_of_another_shape() -> None:
    assert merged(front("---\ntags: [web]\n---\n"), front("---\ntags: fonts\n---\n")).raw == {"tags": "fonts"}
