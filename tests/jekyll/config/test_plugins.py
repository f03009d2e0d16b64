"""Find the enabled plugins, and report those that are not run here."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.jekyll.config.plugins import GITHUB_PAGES, PLUGINS, enabled_plugins, plugin_gems, plugin_notes
from mkdocs_iroco_blog.jekyll.config.read import read_config


@pytest.mark.parametrize(
    ("gemfile", "gems"),
    [
        ("group :jekyll_plugins do\n  gem 'jekyll-feed'\n  gem \"minima\", '~> 2'\nend\ngem 'jekyll'",
         ["jekyll-feed", "minima"]),
        ("gem 'jekyll-feed', group: :jekyll_plugins\ngem 'x'", ["jekyll-feed"]),
        ("gem 'a', :group => :jekyll_plugins\ngem 'b', groups: [:jekyll_plugins, :test]", ["a", "b"]),
        ("group(:test, :jekyll_plugins) do\n gem 'a'\nend", ["a"]),
        ("group :jekyll_plugins do # all of them\n  if x\n    gem 'a'\n  end\n  gem 'b'\nend\ngem 'c'", ["a", "b"]),
        ("group :test do\n  gem 'a'\nend", []),
        ("# group :jekyll_plugins do\ngem 'a'", []),
        ("source 'x' do\n group :jekyll_plugins do\n  gem 'a'\n end\n gem 'b'\nend", ["a"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_gemfile_enables_plugins(gemfile: str, gems: list[str]) -> None:
    assert plugin_gems(gemfile) == gems


def test_plugins_come_from_the_configuration_and_the_gemfile_each_once() -> None:
    config, _ = read_config("_config.yml", b"plugins: [jekyll-feed]\ngems: [jekyll-paginate, jekyll-feed]\n")
    gemfile = "gem 'jekyll-seo-tag', group: :jekyll_plugins\ngem 'jekyll-feed', group: :jekyll_plugins"
    assert enabled_plugins(config, gemfile) == ("jekyll-feed", "jekyll-paginate", "jekyll-seo-tag")


def test_github_pages_enables_its_plugins_without_notes() -> None:
    config, _ = read_config("_config.yml", b"")
    names = enabled_plugins(config, "gem 'github-pages', group: :jekyll_plugins")
    assert names == ("github-pages", *GITHUB_PAGES)
    assert plugin_notes(config, names) == []


def test_a_plugin_that_is_not_run_is_a_note() -> None:
    config, _ = read_config("_config.yml", b"a: b\nplugins: [jemoji, jekyll-sitemap, jekyll-payginate, own]\n")
    assert [str(note) for note in plugin_notes(config, (*config.plugins, "jekyll-avatar"))] == [
        (
            "_config.yml:2: The Jekyll plugin `jemoji` is not run. "
            "`:emoji:` is left to the Markdown extension `pymdownx.emoji`."
        ),
        "_config.yml:2: The Jekyll plugin `jekyll-payginate` is not run. Did you mean `jekyll-paginate`?",
        "_config.yml:2: The Jekyll plugin `own` is not run.",
        "Gemfile: The Jekyll plugin `jekyll-avatar` is not run. `{% avatar %}` shows nothing.",
    ]


def test_every_plugin_of_the_table_has_an_outcome() -> None:
    assert all(plugin.outcome.endswith(".") for plugin in PLUGINS.values())
