"""The Markdown that `import` writes: simpler than what a build makes, and the same page."""

from __future__ import annotations

import re

import pytest

from mkdocs_iroco_blog.cli.importing.text.editor import Edit, simplify
from mkdocs_iroco_blog.cli.importing.text.extensions import all_extensions, choose_slugs, needed_extensions
from mkdocs_iroco_blog.cli.importing.text.texts import edit_text, lower_headings

EVERYTHING = all_extensions("", coloured_in_browser=False, diagrams=False)
CONVERTER = EVERYTHING.converter()
LINKS = {"/about/": "../about.md", "/a.png": "../a.png"}


@pytest.mark.parametrize(
    ("text", "simpler"),
    [
        ("See \\#12 and 1 \\* 2.", "See #12 and 1 * 2."),
        ("A \\*star\\* and a \\_word\\_.", None),
        ("\\# No heading.", None),
        ("`\\#` and \\#1.", "`\\#` and #1."),
        ("Say &quot;yes&quot; &amp; go &lt; 3.", 'Say "yes" & go < 3.'),
        ("Write &lt;b&gt;.", None),
        ("No&nbsp;break&mdash;here.", None),
        ("## One day {#one-day}", "## One day"),
        ("## One day {#another}", None),
        ("## A {#a}\n\n## A {#a-1}", "## A\n\n## A {#a-1}"),
        ("## A {: #a .calm }", "## A { .calm }"),
        ("A line.\n{: .lead }", "A line.\n{ .lead }"),
        ("- a\n- b\n\n{: .wide }", "- a\n- b\n\n{ .wide }"),
        ("`{: .no }` and {: text }", None),
        ('<a href="/about/">Us</a>, <em>all</em> of <strong>us</strong>', "[Us](../about.md), *all* of **us**"),
        ('<a class="button" href="/about/">Us</a>.', "[Us](../about.md){ .button }."),
        ('<img src="/a.png" alt="A" width="40">', '![A](../a.png){ width="40" }'),
        ('<a href="/about/" onclick="go(&quot;x&quot;)">Us</a>', None),
        ("A <code>&lt;b&gt;</code> tag.", "A `<b>` tag."),
        ("<p>One.</p>\n\n<hr />\n\n<h3>Two</h3>", "One.\n\n---\n\n### Two"),
        ('<h3 id="second">Two</h3>', "### Two {#second}"),
        ('<h3 id="two">Two</h3>', "### Two"),
        ('<h3 class="x">Two</h3>', None),
        ("<ul>\n  <li>One <em>a</em></li>\n  <li>Two\n  lines</li>\n</ul>", "- One *a*\n- Two lines"),
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
        ("<ul><li>One<ul><li>Two</li></ul></li></ul>", None),
        ("<blockquote>\n<p>One</p>\n<p>Two\nlines</p>\n</blockquote>", "> One\n>\n> Two\n> lines"),
        ("<p>One.</p>\n<p>Two.</p>\n\n\n\n<p>3. Three.</p>", "One.\n\nTwo.\n\n<p>3. Three.</p>"),
        ('A <strong><a href="/b">bee &amp; a <code>wasp</code></a></strong>.', "A **[bee & a `wasp`](/b)**."),
        ('<a href="/b">\nbee</a>', None),
        ('<a href="/b">\n<img src="/b.png" alt="B" />\n</a>', "[![B](/b.png)](/b)"),
        (
            "[https://b.example/](https://b.example/) and [b](https://b.example/).",
            "<https://b.example/> and [b](https://b.example/).",
        ),
        ("![https://b.example/](https://b.example/)", None),
        ('A\n<img src="/b.png" />', "A\n![](/b.png)"),
        ("It&#8217;s &#160;a &#x2019;.", "It’s &#160;a ’."),
        ("One \nline, one  \nbreak.\n\n\n\nEnd. ", "One\nline, one  \nbreak.\n\nEnd."),
        ("One   \nbreak.", "One  \nbreak."),
        ('A [b](c.md){ target="\\_b" } in \\_c\\_.', 'A [b](c.md){ target="_b" } in \\_c\\_.'),
        ("- \\#12 and \\#13\n- 1\\. b", "- \\#12 and #13\n- 1\\. b"),
        ("~~~\none \n\n\n\ntwo\n~~~", None),
        ('<p class="x">One.</p>', None),
        ("```\n\\# &lt; <em>x</em>\n```", None),
        ("<pre>\n\\# &lt;em&gt;\n</pre>", None),
    ],
)
def test_a_text_is_simplified_where_its_page_stays_the_same(text: str, simpler: str | None) -> None:
    edited = edit_text(text, CONVERTER, lambda address: LINKS.get(address, address))
    assert edited == (text if simpler is None else simpler)
    links = LINKS if simpler and ".." in simpler else {}
    ids = re.findall(r'<h\d id="([^"]+)"', CONVERTER.html(text))
    trees = [
        re.sub(r"\n(?=</?(?:a|img)\b)|\s+", " ", tree).replace("> <", "><")
        for tree in (CONVERTER.tree(edited, ids=ids), CONVERTER.tree(text, links, ids=ids))
    ]
    assert trees[0] == trees[1]


def test_edits_that_fail_leave_the_others() -> None:
    text = "abcdefgh"
    edits = [Edit(number, number + 1, letter.upper()) for number, letter in enumerate(text)]
    assert simplify(text, edits, lambda changed: str("C" in changed or "G" in changed)) == "ABcDEFgH"
    assert simplify(text, [], str) == text


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("# One\n\n## Two\n\n# Three", "## One\n\n### Two\n\n## Three"),
        ("# The title\n\nText.\n\n# Three", "# The title\n\nText.\n\n# Three"),
        ("Text.\n\n## Two", "Text.\n\n## Two"),
        ("```\n# no\n```\n\n# One", "```\n# no\n```\n\n## One"),
        ("Text.\n\n<h1>One</h1>", None),
        ("Text.\n\n# One\n\n###### Six", None),
    ],
)
def test_headings_begin_below_the_title(text: str, lowered: str | None) -> None:
    assert lower_headings(text, "The title", CONVERTER) == lowered


def test_only_the_extensions_and_options_that_texts_need_are_left() -> None:
    assert needed_extensions(["Plain *text*."], EVERYTHING).listed() == []
    assert needed_extensions(["A ~~b~~ c."], EVERYTHING).listed() == ["pymdownx.tilde"]
    assert needed_extensions(["Is ~a and b~."], EVERYTHING).listed() == []
    assert needed_extensions(["- a\n\n{ .wide }"], EVERYTHING).listed() == ["mkdocs_iroco_blog.jekyll.markdown"]
    escaped = needed_extensions(["Press \\ and ~~never~~."], EVERYTHING).listed()
    assert escaped == [{"pymdownx.tilde": {"subscript": False}}]
    numbered = needed_extensions(['``` { .py linenums="1" }\na\n```', "A\n{ .b }"], EVERYTHING).listed()
    assert numbered == ["attr_list", "pymdownx.superfences"]
    tabbed = needed_extensions(["```\n\ta\n```", "[^1]\n\n[^1]: Note."], EVERYTHING).listed()
    assert tabbed == ["footnotes", {"pymdownx.superfences": {"preserve_tabs": True}}]


def test_ids_choose_the_function_that_makes_them() -> None:
    assert choose_slugs([("Été", "été"), ("Hiver", "hiver")]) == "pymdownx.slugs.slugify"
    assert choose_slugs([("Summer", "summer"), ("Été", "ete")]) == ""
    assert choose_slugs([]) == ""
