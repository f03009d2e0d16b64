"""The words that tell what a text is about."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.html.keywords import keywords


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bees and the hive.", ["the"]),
        ("Bees, BEES! (bees)", ["bees"]),
        ("L'énergie, d’énergie: «Énergie» — l’an", ["énergie"]),
        ("2024 2024 3.5 3.5 v2 v2 a a", ["v2"]),
        ("e-mail e-mails snake_case snake_case", ["case", "snake"]),
        ("Développer, développement, développeurs", ["dévelop"]),
        ("机器学习, 机器学习", ["器学", "学习", "机器"]),
        ("서버를 서버가", ["서버"]),
        ("ภาษา ภาษา", ["ภา", "ษา", "าษ"]),
        ("iPhone手机 iPhone手机", ["iphone", "手机"]),
        ("हिन्दी हिन्दी", ["हिन्दी"]),
        ("الكتاب الكتاب כַּד כַּד", ["الكتاب", "כַּד"]),
        ("cafe\u0301 cafe\u0301", ["cafe\u0301"]),
        ("🐝 🐝 \ud800 \ud800", []),
        ("", []),
    ],
)
def test_words_that_a_text_repeats(text: str, words: list[str]) -> None:
    assert " ".join(keywords(text, "")).split() == sorted(words)


def test_they_come_by_how_often_a_text_has_them_in_powers_of_two() -> None:
    text = "bee bee hive hive hive " + "swarm " * 4 + "honey " * 7 + "wax " * 16 + "once"
    assert keywords(text, "") == ("bee hive", "honey swarm", "", "wax")
    assert keywords(f"{text} hive", "") == ("bee", "hive honey swarm", "", "wax")


def test_the_titles_are_among_them() -> None:
    assert keywords("Somebody called.", "A swarm") == ("", "swarm")
