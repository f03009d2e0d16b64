"""Read `_config.yml` into typed values, and report its faults."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig
from mkdocs_iroco_blog.jekyll.config.read import read_config


def read(text: str, name: str = "_config.yml") -> tuple[JekyllConfig, list[str]]:
    config, findings = read_config(name, text.encode())
    return config, [str(found) for found in findings]


def test_a_blogs_configuration() -> None:
    config, messages = read("""
title: Le blog d'Iroco
description: Numérique responsable
url: https://blog.iroco.co/
baseurl: ""
lang: fr
timezone: Europe/Paris
permalink: /:title/
markdown: kramdown
gems: [jekyll-paginate-v2, jekyll-feed]
pagination: {enabled: true, per_page: 5, permalink: '/page/:num/', sort_reverse: true}
exclude: ['README.md', '*.sh']
collections:
  authors:
    output: true
feed: {path: atom.xml}
""")
    assert not messages
    assert (config.title, config.lang, config.timezone) == ("Le blog d'Iroco", "fr", "Europe/Paris")
    assert (config.url, config.baseurl) == ("https://blog.iroco.co", "")
    assert config.collections["posts"].permalink == "/:title/"
    assert config.collections["authors"].output
    assert config.collections["authors"].folder == "_authors"
    assert config.plugins == ("jekyll-paginate-v2", "jekyll-feed")
    assert config.pagination.per_page == 5
    assert config.pagination.permalink == "/page/:num/"
    assert config.exclude[:3] == ("README.md", "*.sh", ".sass-cache")
    assert config.feed == {"path": "atom.xml"}
    assert config.lines["timezone"] == 7


def test_an_empty_file_gives_jekylls_defaults() -> None:
    config, messages = read("")
    assert not messages
    assert config.permalink == "date"
    assert config.collections["posts"].permalink == "/:categories/:year/:month/:day/:title:output_ext"
    assert config.include == (".htaccess",)
    assert "node_modules" in config.exclude
    assert config.markdown_ext == ("markdown", "mkdown", "mkdn", "mkd", "md")
    assert config.excerpt_separator == "\n\n"
    assert config.paginate == 0
    assert config.kramdown.input == "GFM"
    assert config.values["markdown"] == "kramdown"
    assert config == JekyllConfig()


def test_null_leaves_the_default() -> None:
    config, messages = read("permalink:\nexclude:\ncollections:\nexcerpt_separator:\nkramdown: {hard_wrap: null}\n")
    assert not messages
    assert config.permalink == "date"
    assert config.excerpt_separator == "\n\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: [a]", "_config.yml:1: `title` is not text. Write `title: …`."),
        ("a: b\nfuture: 1", "_config.yml:2: `future` is neither `true` nor `false`. Write `future: true`."),
        ("exclude: vendor", "_config.yml:1: `exclude` is not a list. Write `exclude: [vendor]`."),
        ("plugins: jekyll-feed", "_config.yml:1: `plugins` is not a list. Write `plugins: [jekyll-feed]`."),
        ("paginate: many", "_config.yml:1: `paginate` is not a whole number. Write `paginate: 10`."),
        ("kramdown: GFM", ("_config.yml:1: `kramdown` should have keys with values. "
                          "Write `kramdown:` and, indented below it, `name: value`.")),
        ("kramdown: {toc_levels: 0..9}", ("_config.yml:1: `kramdown.toc_levels` is `0..9`, which kramdown does not "
                                          "accept. Write `toc_levels: 1..6`.")),
        ("kramdown: {smart_quotes: 'a,b'}", ("_config.yml:1: `kramdown.smart_quotes` is `a,b`, which kramdown does not "
                                            "accept. Write `smart_quotes: lsquo,rsquo,ldquo,rdquo`.")),
        ("pagination: {per_page: few}", ("_config.yml:1: `pagination.per_page` is not a whole number. "
                                        "Write `per_page: 10`.")),
        ("collections: {a: {output: maybe}}", ("_config.yml:1: `collections.a.output` is neither `true` nor `false`. "
                                              "Write `output: true`.")),
        ("defaults: none", ("_config.yml:1: `defaults` is `none`, which is not a list. "
                            "Write `- scope:` and `  values:` below it.")),
    ],
)  # fmt: skip
def test_a_wrong_type_is_a_problem_with_its_line_and_the_default_is_used(text: str, message: str) -> None:
    config, findings = read_config("_config.yml", text.encode())
    assert [str(found) for found in findings] == [message]
    assert findings[0].is_problem
    key = text.splitlines()[-1].partition(":")[0]
    if key != "collections":
        assert getattr(config, key) == getattr(JekyllConfig(), key)


def test_a_permalink_with_an_unknown_placeholder_is_a_problem() -> None:
    config, messages = read("permalink: /:jahr/:title/\n")
    assert config.permalink == "date"
    assert messages[0].startswith(
        "_config.yml:1: `permalink` is `/:jahr/:title/`, with the placeholder `:jahr`, which Jekyll does not know."
    )


def test_settings_without_effect_are_notes() -> None:
    _, findings = read_config("_config.yml", b"markdown: redcarpet\nkramdown: {html_to_native: true, colour: red}\n")
    assert all(not found.is_problem for found in findings)
    assert [str(found) for found in findings] == [
        "_config.yml:1: `markdown: redcarpet` is read as kramdown, with GitHub's additions.",
        "_config.yml:2: `kramdown.colour` has no effect here.",
    ]


def test_invalid_yaml_is_one_problem() -> None:
    config, messages = read("title: [unclosed\n")
    assert len(messages) == 1
    assert config == JekyllConfig(path="_config.yml")


def test_collections_as_a_list_and_names_made_safe() -> None:
    config, messages = read("collections: [docs, 'my things']\n")
    assert not messages
    assert list(config.collections) == ["posts", "docs", "my things"]
    assert config.collections["my things"].folder == "_mythings"
    assert not config.collections["docs"].output


def test_posts_may_have_a_permalink_as_a_collection() -> None:
    config, _ = read("permalink: pretty\ncollections: {posts: {permalink: '/news/:title/'}}\n")
    assert config.collections["posts"].permalink == "/news/:title/"
    assert config.collections["posts"].output


def test_kramdown_options() -> None:
    config, messages = read("""
kramdown:
  input: kramdown
  hard_wrap: true
  auto_ids: false
  toc_levels: 2..3
  footnote_nr: 5
  smart_quotes: [apos, apos, quot, quot]
  typographic_symbols: {hellip: ...}
  gfm_quirks: ""
  syntax_highlighter: rouge
  entity_output: numeric
""")
    assert not messages
    options = config.kramdown
    assert (options.input, options.hard_wrap, options.auto_ids) == ("kramdown", True, False)
    assert options.toc_levels == (2, 3)
    assert options.smart_quotes == ("apos", "apos", "quot", "quot")
    assert options.typographic_symbols == {"hellip": "..."}
    assert options.gfm_quirks == frozenset()


def test_values_are_for_liquids_site() -> None:
    config, _ = read("github: {repository_nwo: a/b}\nkramdown: {hard_wrap: true}\nversion: 3.10\n")
    assert config.values["github"] == {"repository_nwo": "a/b"}
    assert config.values["kramdown"]["input"] == "GFM"
    assert config.values["permalink"] == "date"


@pytest.mark.parametrize(
    ("written", "read_as"), [("/", ""), ("blog", "/blog"), ("/blog/", "/blog"), ("' /a/b '", "/a/b")]
)
def test_baseurl_has_a_leading_slash_and_no_trailing_one(written: str, read_as: str) -> None:
    assert read(f"baseurl: {written}")[0].baseurl == read_as


def test_toml_is_read_too() -> None:
    config, messages = read('title = "T"\nfuture = true\n[pagination]\nper_page = 3\n', "_config.toml")
    assert not messages
    assert (config.title, config.future, config.pagination.per_page) == ("T", True, 3)
    assert "is not valid TOML" in read("title = ", "_config.toml")[1][0]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("mastodon:\n- mastodon.social:\n  instance: mastodon.social\n  username: iroco",
         ["https://mastodon.social/@iroco"]),
        ("mastodon: {username: '@a', instance: 'https://x.org/'}", ["https://x.org/@a"]),
        ("mastodon: '@iroco@mastodon.social'", ["https://mastodon.social/@iroco"]),
        ("mastodon: https://x.org/@a", ["https://x.org/@a"]),
        ("github_username: iroco-co\ntwitter_username: '@iroco'",
         ["https://github.com/iroco-co", "https://twitter.com/iroco"]),
        ("linkedin_username: a b", []),
        ("minima: {social_links: [{platform: github, user_url: 'https://github.com/a'}]}", ["https://github.com/a"]),
        ("social_links: {github: a, mastodon: 'b@x.org'}", ["https://github.com/a", "https://x.org/@b"]),
        ("link_rel_me_urls: [https://fosstodon.org/@homebrew]\ntwitter: {username: MacHomebrew}",
         ["https://fosstodon.org/@homebrew", "https://twitter.com/MacHomebrew"]),
        ("social: {links: [https://a.org/, 'javascript:x']}", ["https://a.org/"]),
        ("github_username: [x]\nmastodon: 3\nminima: text\nsocial_links: [null]", []),
    ],
)  # fmt: skip
def test_profiles_of_the_author(text: str, addresses: list[str]) -> None:
    assert list(read(text)[0].social) == addresses
