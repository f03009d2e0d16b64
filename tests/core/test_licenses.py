"""Licences as authors write them: names, addresses, mappings, HTML."""

from typing import Any

import pytest

from mkdocs_iroco_blog.core.licenses import license_in, read_license

CC = "https://creativecommons.org/"


@pytest.mark.parametrize(
    ("value", "name", "url"),
    [
        ("CC BY-SA 4.0", "CC BY-SA 4.0", f"{CC}licenses/by-sa/4.0/"),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0", f"{CC}licenses/by-sa/4.0/"),
        ("cc by nc nd 3.0 fr", "CC BY-NC-ND 3.0 FR", f"{CC}licenses/by-nc-nd/3.0/fr/"),
        ("CC0", "CC0 1.0", f"{CC}publicdomain/zero/1.0/"),
        ("CC0-1.0", "CC0 1.0", f"{CC}publicdomain/zero/1.0/"),
        ("mit", "MIT", "https://spdx.org/licenses/MIT.html"),
        ("GPL-3.0-or-later", "GPL-3.0-or-later", "https://spdx.org/licenses/GPL-3.0-or-later.html"),
        (f"{CC}licenses/by/4.0/deed.fr", "CC BY 4.0", f"{CC}licenses/by/4.0/deed.fr"),
        ("https://example.org/reuse/", "example.org/reuse", "https://example.org/reuse/"),
        ({"name": "Ask us first", "url": "reuse.md"}, "Ask us first", "reuse.md"),
        ({"text": "Ours", "href": "https://example.org/"}, "Ours", "https://example.org/"),
        ({"name": "CC BY 4.0"}, "CC BY 4.0", f"{CC}licenses/by/4.0/"),
        (["MIT"], "MIT", "https://spdx.org/licenses/MIT.html"),
        ('<a rel="license noopener" href="https://example.org/l">CC BY</a>', "CC BY", "https://example.org/l"),
    ],
)
def test_a_licence_has_a_name_and_an_address(value: Any, name: str, url: str) -> None:
    licence = read_license(value)
    assert licence is not None
    assert (licence.name, licence.url) == (name, url)


@pytest.mark.parametrize("text", ["All rights reserved", "CC BY-SA", "CC BY 4.0 FR", "CC BY 9.0", "Do as you like: 2"])
def test_a_name_without_a_known_address_is_text(text: str) -> None:
    licence = read_license(text)
    assert licence is not None
    assert (licence.name, licence.url) == (text, "")


@pytest.mark.parametrize("value", [None, "", "true", [], {}])
def test_a_post_that_says_nothing_has_the_licence_of_the_blog(value: Any) -> None:
    assert read_license(value) is None


@pytest.mark.parametrize("value", [False, "false", "No", "none"])
def test_a_post_can_have_no_licence(value: Any) -> None:
    licence = read_license(value)
    assert licence is not None
    assert licence.name == ""


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)", {"name": "Free", "url": "javascript:alert(1)"}, {"url": "data:text/html,x"},
        '<a href="java&#9;script:alert(1)">Free</a>', {"name": "Free", "url": "http://[::1"}, {"kind": "free"},
        {"name": {"en": "Free"}},
    ],
)  # fmt: skip
def test_an_unsafe_address_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"which is not a link|has no `name`|has a list or a mapping inside"):
        read_license(value)


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ('© 2026 Ada, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>', "CC BY 4.0"),
        ('© <a href="https://ada.example/">Ada</a>, <a rel="license" href="/reuse/">as you like</a>', "as you like"),
        ('© <a href="https://ada.example/">Ada</a>', None),
        ('<a rel="license" href="javascript:alert(1)">free</a>', None),
        ("© 2026 Ada", None),
    ],
)
def test_a_copyright_notice_names_a_licence_by_a_link(notice: str, name: str | None) -> None:
    licence = license_in(notice)
    assert (licence.name if licence else None) == name
