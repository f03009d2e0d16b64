"""kramdown's blocks beyond the golden cases: their HTML, and hostile texts.

The rules are in `tests/cases/kramdown/`.
"""

from __future__ import annotations

import time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mkdocs_iroco_blog.jekyll.kramdown import convert, to_markdown
from mkdocs_iroco_blog.jekyll.kramdown.document import Options
from mkdocs_iroco_blog.jekyll.markdown import KRAMDOWN_EXTENSION, add_required_extensions

BARE = ("toc", "tables", "fenced_code")
MATERIAL = (*BARE, "admonition", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.highlight")


def rendered(text, extensions=BARE, configs=None):
    names, options = add_required_extensions(extensions, configs or {})
    return markdown.markdown(to_markdown(text), extensions=names, extension_configs=options)


def test_text_that_needs_no_change_stays():
    text = (
        "# Weights {#weights}\n\nA page weighs **four** megabytes,\nor [more](https://plume.example/).\n\n"
        "- fonts\n    - serif\n- images\n\n1. Weigh.\n\n2. Report.\n\n```sh\nplume report\n```\n\n"
        "> Make it simple.\n\n| what | kB |\n| --- | --: |\n| font | 20 |\n\n---\n\n<div>raw</div>\n"
    )
    assert to_markdown(text) == text


def test_empty_text():
    assert convert("").markdown == ""
    assert convert("\n \n").markdown == ""
    assert convert("").findings == ()


def test_nesting_that_is_too_deep_is_reported():
    [finding] = convert("> " * 60 + "x", source="_posts/a.md").findings
    assert finding.is_problem
    assert str(finding).startswith("_posts/a.md: Lists, quotations or HTML elements are nested more than 40 levels")


def test_line_ends_of_windows():
    assert to_markdown("# One\r\n\r\n* a\r\n* b\r\n") == "# One {#one}\n\n* a\n* b\n"


@pytest.mark.parametrize(
    ("block", "start"),
    [
        ("* a\n* b", '<ul class="wide" id="x">'),
        ("1. a", '<ol class="wide" id="x">'),
        ("> a", '<blockquote class="wide" id="x">'),
        ("|a|b|\n|-|-|\n|1|2|", '<table class="wide" id="x">'),
        ("---", '<hr class="wide" id="x" />'),
        ("a\n: b", '<dl class="wide" id="x">'),
        ("a", '<p class="wide" id="x">'),
        ("<div>a</div>", '<div class="wide" id="x">'),
    ],
)
def test_every_block_takes_attributes(block, start):
    assert start in rendered(f"Text.\n\n{block}\n{{: .wide #x}}\n")


def test_code_keeps_its_attributes_and_language():
    html = rendered("    a { }\n{: .language-css .wide #shade}\n")
    assert 'class="wide highlight"' in html
    assert 'id="shade"' in html


def test_items_take_attributes():
    html = rendered("* {: .done} one\n* two\n\n  {: .no}\n")
    assert '<li class="done">one</li>' in html


def test_braces_that_are_no_attributes_stay():
    html = rendered("# One {two}\n\nPut\n{% raw %}\n\n| a {b} |\n\nterm {x}\n: def {y}\n")
    for piece in ("One {two}</h1>", "{% raw %}</p>", "a {b}</td>", "term {x}</dt>", "def {y}</dd>"):
        assert piece in html


@pytest.mark.parametrize("extensions", [BARE, MATERIAL, (*BARE, "extra"), (*BARE, "pymdownx.extra")])
def test_tabs_in_code_stay(extensions):
    assert "\tb()" in words(rendered("* x\n\n  ```go\n  {\n  \tb()\n  }\n  ```\n", extensions))


def words(html):
    return LexborHTMLParser(html).text()


def test_html_in_items_and_quotations_stays():
    html = rendered("* one\n\n  <div>\n  a *b*\n\n  c\n  </div>\n\n> <p>a *b*</p>\n")
    assert "a *b*\nc\n</div>" in html.replace("  ", "")
    assert "<blockquote>\n<p>a *b*</p>\n</blockquote>" in html


def test_html_with_markdown_in_an_item():
    html = rendered('* one\n\n  <div class="x" markdown="1">\n  * two\n  </div>\n')
    assert '<div class="x">\n<ul>\n<li>two</li>\n</ul>\n</div>' in html


def test_table_without_header_has_none():
    assert "<thead>" not in rendered("a | b\n")
    assert "<thead>" in rendered("a | b\n-|-\n1 | 2\n")


def test_lists_beside_each_other_stay_apart():
    html = rendered("* a\n^\n* b\n\n1. c\n{:.x}\n\n1. d\n")
    assert html.count("<ul>") == 2
    assert html.count("<ol") == 2


def test_highlighted_code_is_coloured_again():
    html = rendered(
        '<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">puts &lt;</code></pre></figure>'
    )
    assert "<figure" not in html
    assert 'class="nb">puts' in html


def test_what_only_the_site_knows_goes_on_working():
    html = rendered('Text.\n\n!!! note "N"\n    * item\n\n=== "A"\n    a\n\n=== "B"\n    b\n', MATERIAL)
    assert '<div class="admonition note">' in html
    assert html.count('class="tabbed-block"') + html.count('class="tabbed-content"') >= 2


def test_maths_as_mathjax_finds_it():
    html = rendered("$$\na < b\n$$\n\nSo $$a$$.\n")
    assert "\\[\na &lt; b\n\\]" in html
    assert "\\(a\\)" in html


def test_options_in_the_text_count_from_there_on():
    assert to_markdown('{::options header_offset="1" /}\n\n# One\n') == "## One {#one}\n"


def test_ids_inside_of_html_are_counted_by_themselves():
    text = '# Été\n\n<div markdown="1">\n# Été\n</div>\n'
    assert "# Été {#été}" in to_markdown(text)
    assert "# Été {#t}" in to_markdown(text)


def test_kramdown_dialect():
    text = "#Tight\n\n```\nno fence\n```\n\nText\n# no header\n"
    assert to_markdown(text, Options(input="kramdown")).startswith("# Tight {#tight}\n\n` no fence `\n")


HOSTILE = {
    "quotations": "> " * 3000 + "x",
    "items": "* " * 3000 + "x",
    "nested items": "\n".join("  " * depth + "* a" for depth in range(200)),
    "elements": "<div>\n" * 3000,
    "elements with Markdown": '<div markdown="1">\n' * 2000,
    "definitions": "a\n" + ": " * 2000 + "b",
    "fences": "```a\n" * 5000,
    "tildes": "~" * 20000,
    "braces": "{: a\n" * 3000,
    "extensions": "{::comment}\n" * 3000,
    "comments": "<!-- \n\n" * 3000,
    "tags": "<div a=" * 3000,
    "pipes": "|" * 20000,
    "code in tables": ("| `a " * 20 + "|\n") * 200,
    "link definitions": "[a]: b" + " \t" * 10000 + "c\n",
    "rules": "- " * 20000 + "x",
    "slashes": "/// a\n\n" * 3000,
    "spaces": "*" + "\t" * 20000 + "a",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_little(name):
    before = time.process_time()
    text = to_markdown(HOSTILE[name])
    assert time.process_time() - before < 5  # some 0.1 s; a pattern that runs away takes minutes
    assert text.endswith("\n") or not text


@pytest.mark.parametrize("name", ["quotations", "items", "nested items", "elements with Markdown"])
def test_python_markdown_can_render_deep_nesting(name):
    assert rendered(HOSTILE[name])


PIECES = [
    "\n", "\n\n", "    ", "  ", "* ", "1. ", "> ", "# ", "a", "|", "---", "```\n", ": ", "{:.x}\n", "<div>", "</div>\n",
    "\\",
    "<!-- c -->", "[^1]", "[^1]: n\n", "$$", "^\n", "`", "*", "\t", '<p markdown="1">', "{::comment}\n", "é",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_can_be_read_and_rendered(text):
    rendered(text)


def test_a_bare_site_gets_the_missing_extensions():
    names, options = add_required_extensions(BARE, {})
    assert names[:3] == list(BARE)
    assert {"attr_list", "footnotes", "pymdownx.superfences", KRAMDOWN_EXTENSION} <= set(names)
    assert options["pymdownx.superfences"] == {"preserve_tabs": True}


def test_extensions_and_options_of_the_site_stay():
    configs = {"pymdconfigsx.superfences": {"preserve_tabs": False}, "toc": {"permalink": True}}
    names, options = add_required_extensions((*MATERIAL, "markdown.extensions.attr_list"), configs)
    assert names[: len(MATERIAL)] == list(MATERIAL)
    assert "attr_list" not in names
    assert options["pymdconfigsx.superfences"] == {"preserve_tabs": False}
    assert options["toc"] == {"permalink": True}
    assert configs == {"pymdconfigsx.superfences": {"preserve_tabs": False}, "toc": {"permalink": True}}


def test_bundles_count_for_their_extensions():
    names, _ = add_required_extensions((*BARE, "extra"), {})
    assert not {"attr_list", "footnotes", "abbr", "def_list", "md_in_html"} & set(names)
    names, options = add_required_extensions(
        (*BARE, "pymdownx.extra"), {"pymdownx.extra": {"footnotes": {"UNIQUE_IDS": True}}}
    )
    assert "pymdownx.superfences" not in names
    assert options["pymdownx.extra"] == {
        "footnotes": {"UNIQUE_IDS": True},
        "pymdownx.superfences": {"preserve_tabs": True},
    }


def test_themes_that_colour_code_in_the_browser_get_plain_code():
    names, options = add_required_extensions(BARE, {}, coloured_in_browser=True)
    html = markdown.markdown(to_markdown("```ruby\nputs 1\n```\n"), extensions=names, extension_configs=options)
    assert '<code class="language-ruby">puts 1</code>' in html
    names, _ = add_required_extensions(MATERIAL, {}, coloured_in_browser=True)
    assert names.count("pymdownx.highlight") == 1
