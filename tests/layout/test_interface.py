"""The interface's languages say the same things, and dates are written as each language writes them."""

from datetime import UTC, datetime
from importlib import resources
from string import Formatter

import pytest
import yaml

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.layout.interface import interface, translated

LOCALES = sorted(
    path.name.removesuffix(".yml")
    for path in (resources.files("mkdocs_iroco_blog.layout") / "locales").iterdir()
    if path.name.endswith(".yml")
)
DAY = Moment(datetime(2024, 10, 4, tzinfo=UTC), has_time=False)


def words(lang: str) -> dict[str, object]:
    file = resources.files("mkdocs_iroco_blog.layout") / "locales" / f"{lang}.yml"
    read: dict[str, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def places(phrase: object) -> set[str | None]:
    texts = phrase.values() if isinstance(phrase, dict) else [phrase]
    return {name for text in texts for _, name, _, _ in Formatter().parse(str(text)) if name}


def test_there_are_english_and_french() -> None:
    assert {"en", "fr"} <= set(LOCALES)


@pytest.mark.parametrize("lang", LOCALES)
def test_every_language_says_everything_with_the_same_places(lang) -> None:
    english, other = words("en"), words(lang)
    assert other.keys() == english.keys()
    assert {key: places(phrase) for key, phrase in other.items()} == {
        key: places(phrase) for key, phrase in english.items()
    }


@pytest.mark.parametrize("lang", LOCALES)
def test_plurals_have_the_forms_of_their_language(lang) -> None:
    for key, phrase in words(lang).items():
        if isinstance(phrase, dict):
            for n in (0, 1, 2, 5, 11, 100, 1_000_000):
                assert str(n) in interface(lang).say(key, n=n)


@pytest.mark.parametrize(
    ("lang", "n", "expected"),
    [
        ("en", 0, "0 posts"),
        ("en", 1, "1 post"),
        ("fr", 0, "0 article"),
        ("fr", 1, "1 article"),
        ("fr", 2, "2 articles"),
    ],
)
def test_counting(lang, n, expected) -> None:
    assert interface(lang).say("posts", n=n) == expected


@pytest.mark.parametrize(
    ("lang", "said", "date"),
    [
        ("fr", "fr", "4 octobre 2024"), ("fr-CA", "fr-CA", "4 octobre 2024"), ("fr_FR", "fr-FR", "4 octobre 2024"),
        ("pt-BR", "pt-BR", "4 de outubro de 2024"), ("pt_BR", "pt-BR", "4 de outubro de 2024"),
        ("en", "en", "October 4, 2024"), ("en-GB", "en-GB", "4 October 2024"), ("zh-Hant", "zh-Hant", "2024年10月4日"),
        ("xx", "en", "October 4, 2024"), ("de-XX", "de", "4. Oktober 2024"), ("", "en", "October 4, 2024"),
    ],
)  # fmt: skip
def test_languages_and_dates(lang, said, date) -> None:
    speaking = interface(lang)
    assert (speaking.lang, speaking.date(DAY, "long")) == (said, date)


def test_words_of_a_language_that_is_not_translated_are_english() -> None:
    assert interface("pt-BR").say("draft") == "Draft"
    assert not translated("pt-BR")
    assert translated("fr-CA")


def test_braces_in_values_are_text() -> None:
    assert "{0}" in interface("en").say("page", n="{0}")
