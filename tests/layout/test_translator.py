"""Every language has the same phrases, with its own plurals and dates."""

import re
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from string import Formatter

import pytest
import yaml

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.layout.translator import is_supported, load_translator

LOCALES = sorted(
    path.name.removesuffix(".yml")
    for path in (resources.files("mkdocs_iroco_blog.layout") / "locales").iterdir()
    if path.name.endswith(".yml")
)
FORMS = {"zero", "one", "two", "few", "many", "other"}
"""The plural forms that Unicode names: https://cldr.unicode.org/index/cldr-spec/plural-rules."""
COUNTS = (0, 1, 2, 5, 11, 21, 101)
DAY = Moment(datetime(2024, 10, 4, tzinfo=UTC), has_time=False)


@cache
def words(lang: str) -> dict[str, object]:
    file = resources.files("mkdocs_iroco_blog.layout") / "locales" / f"{lang}.yml"
    read: dict[str, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def texts(phrase: object) -> list[object]:
    """Return the phrase, or each of its plural forms."""
    return list(phrase.values()) if isinstance(phrase, dict) else [phrase]


def places(text: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name}


@cache
def forms_of_a_single_number(lang: str) -> set[str]:
    """Return the plural forms that are for one number only, such as Arabic's for two, and so need not say it."""
    plural = load_translator(lang).plural
    counted = Counter(plural(n) for n in range(1001))
    return {form for form, times in counted.items() if times == 1 and form != "other"}


def test_the_languages() -> None:
    assert {
        "ar", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "he", "it", "ja", "ko", "nb", "nl", "pl", "pt", "ru",
        "sv", "tr", "uk", "zh",
    } <= set(LOCALES)  # fmt: skip
    assert all(is_supported(lang) for lang in LOCALES)


@pytest.mark.parametrize("lang", LOCALES)
def test_every_language_says_everything_with_the_same_places(lang) -> None:
    english, other = words("en"), words(lang)
    assert other.keys() == english.keys()
    for key, phrase in other.items():
        expected = places(texts(english[key])[0])
        for form, text in phrase.items() if isinstance(phrase, dict) else [("", phrase)]:
            number_in_words = {"n"} if form in forms_of_a_single_number(lang) else set()
            assert expected - number_in_words <= places(text) <= expected, key


@pytest.mark.parametrize("lang", LOCALES)
def test_every_phrase_is_text(lang) -> None:
    for key, phrase in words(lang).items():
        for text in texts(phrase):
            assert isinstance(text, str), f"{key}: YAML reads this as {text!r}; write it in quotes"
            assert text, key
            assert text == text.strip(), key


def test_french_never_breaks_a_line_before_its_punctuation() -> None:
    for key, phrase in words("fr").items():
        for text in texts(phrase):
            assert not re.search("(?<![\u00a0\u202f])[:;?!»]", str(text)), key
            assert not re.search("«(?![\u00a0\u202f])|[ ][\u00a0\u202f]", str(text)), key


@pytest.mark.parametrize("lang", [lang for lang in LOCALES if lang.startswith(("ja", "zh"))])
def test_chinese_and_japanese_have_wide_punctuation(lang) -> None:
    assert not [key for key, phrase in words(lang).items() if re.search("[:,;!?()]", str(texts(phrase)))]


@pytest.mark.parametrize("lang", LOCALES)
def test_plurals_have_the_forms_of_their_language(lang) -> None:
    counted = {load_translator(lang).plural(n) for n in range(1001)}
    if lang == "he":
        counted.discard("many")  # older versions of Babel have a form that Unicode has dropped
    english = {key for key, phrase in words("en").items() if isinstance(phrase, dict)}
    assert {key for key, phrase in words(lang).items() if isinstance(phrase, dict)} == english
    for key in english:
        forms = set(words(lang)[key])  # type: ignore[call-overload]
        assert counted | {"other"} <= forms <= FORMS, key


@pytest.mark.parametrize("n", [*COUNTS, 1_000_000])
@pytest.mark.parametrize("lang", LOCALES)
def test_every_phrase_can_be_said(lang, n) -> None:
    translator = load_translator(lang)
    for key, phrase in words(lang).items():
        named = places(texts(words("en")[key])[0])
        said = translator.t(key, **dict.fromkeys(named, n))
        if not (isinstance(phrase, dict) and translator.plural(n) in forms_of_a_single_number(lang)):
            assert said.count(str(n)) == len(named), key
        assert "{" not in said, key


@pytest.mark.parametrize(
    ("lang", "n", "expected"),
    [
        ("en", 0, "0 posts"),
        ("en", 1, "1 post"),
        ("fr", 0, "0 article"),
        ("fr", 1, "1 article"),
        ("fr", 2, "2 articles"),
        ("pt-BR", 0, "0 artigo"),
        ("pt-PT", 0, "0 artigos"),
        ("cs", 2, "2 příspěvky"),
        ("cs", 5, "5 příspěvků"),
        ("pl", 1, "1 wpis"),
        ("pl", 21, "21 wpisów"),
        ("pl", 22, "22 wpisy"),
        ("ru", 1, "1 запись"),
        ("ru", 11, "11 записей"),
        ("ru", 21, "21 запись"),
        ("ru", 101, "101 запись"),
        ("uk", 2, "2 дописи"),
        ("uk", 112, "112 дописів"),
        ("ja", 1, "1件の記事"),
        ("ar", 0, "لا تدوينات"),
        ("ar", 1, "تدوينة واحدة"),
        ("ar", 2, "تدوينتان"),
        ("ar", 3, "3 تدوينات"),
        ("ar", 11, "11 تدوينة"),
        ("ar", 103, "103 تدوينات"),
        ("he", 1, "פוסט אחד"),
        ("he", 2, "שני פוסטים"),
        ("he", 20, "20 פוסטים"),
        ("fa", 1, "1 نوشته"),
        ("vi", 1, "1 post"),
    ],
)
def test_counting(lang, n, expected) -> None:
    assert load_translator(lang).t("posts", n=n) == expected


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
    translator = load_translator(lang)
    assert (translator.lang, translator.date(DAY, "long")) == (said, date)


def test_words_of_a_language_that_is_not_translated_are_english() -> None:
    assert load_translator("cy").t("draft") == "Draft"
    assert not is_supported("cy")


@pytest.mark.parametrize(
    ("lang", "draft"),
    [
        ("fr-CA", "Brouillon"),
        ("pt-BR", "Rascunho"),
        ("pt-PT", "Rascunho"),
        ("nb-NO", "Kladd"),
        ("no", "Kladd"),
        ("no-NO", "Kladd"),
        ("zh-CN", "草稿"),
    ],
)
def test_words_of_a_language_do_for_its_regions(lang, draft) -> None:
    assert load_translator(lang).t("draft") == draft
    assert is_supported(lang)


@pytest.mark.parametrize(
    ("lang", "archive"),
    [("zh", "归档"), ("zh-CN", "归档"), ("zh-Hans", "归档"), ("zh-TW", "彙整"), ("zh-HK", "彙整"), ("zh-Hant", "彙整")],
)
def test_words_in_the_script_of_the_region(lang, archive) -> None:
    assert load_translator(lang).t("archive") == archive


def test_braces_in_values_are_text() -> None:
    assert "{0}" in load_translator("en").t("page", n="{0}")
