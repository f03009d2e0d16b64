"""A site of jekyll-polyglot is built in its default language, with one message for all other files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built

CONFIG = "plugins: [jekyll-polyglot]\nlanguages: [en, fr, pt-BR]\ndefault_lang: en\npermalink: /:year/:title/\n"


def page(words: str, front: str = "") -> str:
    """A file with front matter."""
    return f"---\ntitle: {words}\n{front}\n---\n{words}.\n"


FILES = {
    "_posts/ar/2024-01-01-bees.md": page("النحل", "lang: ar"),
    "_posts/fr/2024-01-01-bees.md": page("Les abeilles", "lang: fr"),
    "_posts/2024-01-01-bees.md": page("The bees", "lang: en"),
    "_posts/pt/2024-01-01-bees.md": page("As abelhas", "lang: pt-br"),
    "_posts/fr/2024-01-02-miel.md": page("Le miel", "lang: fr\npage_id: honey"),
    "_posts/2024-01-03-honey.md": page("The honey", "page_id: honey"),
    "_posts/fr/2024-02-01-seulement.md": page("Seulement en français", "lang: fr"),
    "_posts/2024-02-02-secret.md": page("For the French", "lang-exclusive: [fr]"),
    "about.fr.md": page("À propos", "lang: fr\npermalink: /about/"),
    "about.md": page("About us", "lang: en\npermalink: /about/"),
    "about.pt.md": page("Sobre", "lang: pt-BR\npermalink: /about/"),
    "here.md": "---\ntitle: Here\n---\n{{ site.active_lang }} {{ site.data.words.hello }} "
    '[Up](/about/) <a {% static_href %}href="/about/"{% endstatic_href %}>Still</a>\n',
    "_data/en/words.yml": "hello: Hello!\n",
    "_data/fr/words.yml": "hello: Bonjour !\n",
}


def test_the_default_language_is_built_at_its_addresses(build: Callable[..., Built]) -> None:
    result = build({"_config.yml": CONFIG, **FILES}, {"jekyll": "."})
    assert result.code == 0
    assert "The bees." in result.words("2024/bees/index.html")
    assert "The honey." in result.words("2024/honey/index.html")
    assert "About us." in result.words("about/index.html")
    assert "Seulement en français." in result.words("2024/seulement/index.html"), "no other language has this post"
    assert "en Hello!" in result.words("here/index.html")
    assert [link.attributes["href"] for link in result.page("here/index.html").css("a") if link.text() == "Still"]
    assert not [path for words in ("Les abeilles", "As abelhas", "Le miel.", "Sobre", "For the French", "النحل")
                for path in result.holding(words)]  # fmt: skip


def test_the_plugin_may_lie_in_the_site(build: Callable[..., Built]) -> None:
    config = CONFIG.replace("plugins: [jekyll-polyglot]\n", "")
    result = build({"_config.yml": config, "_plugins/polyglot.rb": "# Ruby", **FILES}, {"jekyll": "."})
    assert "The bees." in result.words("2024/bees/index.html")
    assert len([line for line in result.log.splitlines() if line.startswith(("WARNING", "ERROR"))]) == 1


def test_one_message_counts_the_files_of_other_languages(build: Callable[..., Built]) -> None:
    result = build({"_config.yml": CONFIG, **FILES}, {"jekyll": "."})
    problems = [line for line in result.log.splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert len(problems) == 1
    assert "_config.yml:2" in problems[0]
    assert "jekyll-polyglot" in problems[0]


def test_the_message_is_gone_when_only_one_language_is_named(build: Callable[..., Built]) -> None:
    config = CONFIG.replace("[en, fr, pt-BR]", "[en]")
    result = build({"_config.yml": config, **FILES}, {"jekyll": "."}, strict=True)
    assert result.code == 0, result.log
    assert "The bees." in result.words("2024/bees/index.html")


@pytest.mark.parametrize("lang", ["lang: fr", "lang: FR"])
def test_another_default_language_is_built_in_its_turn(build: Callable[..., Built], lang: str) -> None:
    files = {name: text.replace("lang: fr", lang) for name, text in FILES.items()}
    result = build({"_config.yml": CONFIG.replace("default_lang: en", "default_lang: fr"), **files}, {"jekyll": "."})
    assert "Les abeilles." in result.words("2024/bees/index.html")
    assert "À propos." in result.words("about/index.html")
    assert "fr Bonjour !" in result.words("here/index.html")


def test_a_language_may_come_from_the_path(build: Callable[..., Built]) -> None:
    files = {
        "about.md": page("About us", "permalink: /about/"), "fr/about.md": page("À propos", "permalink: /about/"),
        "_posts/fr/2024-01-01-bees.md": page("Les abeilles"), "_posts/2024-01-01-bees.md": page("The bees"),
    }  # fmt: skip
    config = CONFIG.replace("default_lang: en", "default_lang: fr") + "lang_from_path: true\n"
    files |= {
        "en/about.md": files.pop("about.md"),
        "_posts/en/2024-01-01-bees.md": files.pop("_posts/2024-01-01-bees.md"),
    }
    result = build({"_config.yml": config, **files}, {"jekyll": "."})
    assert "À propos." in result.words("about/index.html")
    assert "Les abeilles." in result.words("2024/bees/index.html")


def test_a_description_in_each_language_is_the_one_of_the_default(build: Callable[..., Built]) -> None:
    config = f"{CONFIG}description:\n  fr: Un jardin\n  en: A garden in the hills\n"
    result = build({"_config.yml": config, **FILES}, {"jekyll": "."})
    assert "_config.yml:5" not in result.log
    assert result.holding("A garden in the hills")
    assert not result.holding("Un jardin")
