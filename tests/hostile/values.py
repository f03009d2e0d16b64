"""Values that do harm where a program takes text for something else. The harm is named `pwn`, so that tests see it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

TAGS = (
    "<img src=x onpwn=1>", "<svg/onpwn=1>", "<script>pwn()</script>", "<ScRiPt src=//pwn></sCrIpT>", "<b onpwn=1",
    "<iframe src=pwn onpwn=1>", "<a href='javascript:pwn()'>x</a>", "<style onpwn=1>*{display:none}</style>",
    "<base href=//pwn onpwn=1>", "<meta http-equiv=refresh content='0;url=//pwn' onpwn=1>",
    "<math><mi onpwn=1></math>", "<template onpwn=1>", "<plaintext onpwn=1>", "<!--", "<![CDATA[", "<?pwn", "</pwn>",
    "<form><button formaction=javascript:pwn() onpwn=1>", "<noscript><p title='</noscript><img onpwn=1>'>",
    "<img src=`x` onpwn=1>", "<x contenteditable onpwn=1>", "<svg><style><img onpwn=1>", "<textarea onpwn=1>",
)  # fmt: skip
CLOSINGS = (
    '"', "'", "`", "-->", "]]>", "</title>", "</script>", "</textarea>", "</style>", "</h1>", "?>", "';", '\\"',
)  # fmt: skip
"""Ends of the places in which a value may stand."""
SCHEMES = (
    "javascript:pwn()", "JaVaScRiPt:pwn()", "vbscript:pwn()", "data:text/html,<script>pwn()</script>",
    "javascript&colon;pwn()", "javascript&#58;pwn()", "javascript\\:pwn()", "//javascript:pwn()",
    "jav&Tab;ascript:pwn()", "javascript://example.org/%0apwn()", "view-source:javascript:pwn()", "blob:pwn",
    "file:///etc/passwd",
)  # fmt: skip
CONTROLS = (
    "\0", "\x01", "\t", "\n", "\r\n", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200e",
    "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff", "\U000e0001", "\x1b]0;pwn\x07",
)  # fmt: skip
PATHS = (
    "../../../pwn", "..\\..\\pwn", "/../../pwn.html", "%2e%2e/%2e%2e/%2e%2e/pwn.html", "%2e%2e%2f%2e%2e%2fpwn",
    "..%5cpwn", "....//....//pwn", "/etc/passwd", "C:\\pwn", "C:pwn", "\\\\host\\pwn", "CON", "nul.html", "aux",
    "COM1.txt", "pwn.", "pwn ", " pwn", ".", "..", "...", "/", "//", "a//b", "a/./b", "a/../b", ".git/config",
    ".htaccess", "index.html", "sitemap.xml", "404.html", "search/search_index.json", "assets", "feed.xml", "a\\b",
    "pwn\0.html", "%00", "%", "%zz", "?q=1", "#x", "a?b#c", "&", ";", ":", "|", "*", "~", "~/pwn", "$HOME", "`pwn`",
    "$(pwn)", "x" * 255, "x" * 256, "x" * 5000, "é" * 128, "🎉" * 100, "a/" * 300, "%c0%ae%c0%ae/pwn", "．．／pwn",
    "‥/pwn", "file.md", "x.html/y",
)  # fmt: skip
TEMPLATES = (
    "{{ 191 * 7 }}pwn", "{% raw %}", "{% endraw %}", "{{ config }}", "{% include 'main.html' %}", "{% for %}", "{{",
    "}}", "{%", "{#", "#}", "${191*7}", "<%= 191*7 %>", "#{191*7}", "{0}", "{0.__class__}", "{title}", "%s%s%n",
    "%(x)s", "{{{", "$$", "{{ page.content }}", "{% assign x = 1 %}", "{{ site | inspect }}", "{:.x}",
    '{: onpwn="1"}', "{: #id}", "::: pwn", '--8<-- "../../mkdocs.yml"', "{% include_relative ../../mkdocs.yml %}",
    "[TOC]", "*[HTML]: pwn", "[^1]", "[[pwn]]",
)  # fmt: skip
MARKS = (
    "[x](javascript:pwn())", "![x](x 'onpwn')", "# pwn", "***", "_", "a_b_c", "<http://pwn>", "[x]: //pwn", "```",
    "~~~", "| a | b |", "> pwn", "- pwn", "1. pwn", "---", "...", "&lt;img onpwn=1&gt;", "&amp;lt;b&amp;gt;", "&#0;",
    "&#x1F;", "&#xD800;", "&#1114112;", "&nbsp;", "&", "&copy", "\\", "\\n", "\\u0000", "\\x3cscript\\x3epwn()",
)  # fmt: skip
WORDS = (
    "null", "~", "true", "no", "0", "-0", "1e999", "0x10", "012", "1_000", ".inf", ".nan", "3.10", "2024-02-30",
    "12:30:45", "!!python/object/apply:os.system [pwn]", "&a", "*a", "<<", "=", "[]", "{}", "[a", "{a: b", "a: b",
    "- a", "? a", "@", "!", "C#", "C++", ".NET", "🎉", "👩‍👩‍👧", "İ", "ß", "ﬁ", "ς", "\u202egnp", "שלום", "日本語",
    "e\u0301", "\u0301", "𝕏", "a" * 300, "constructor", "__proto__", "__class__", "self", "None", "undefined",
    "items", "keys", "9" * 400, "a,b,,c", ",", ";;",
)  # fmt: skip
SPACES = ("", " ", "   ", "\u3000", "\u2003", "\u200d", "\ufe0f")


def all_values() -> tuple[str, ...]:
    """Return every value once, in the same order each time."""
    return tuple(dict.fromkeys(_values()))


def _values() -> Iterator[str]:
    yield from TAGS
    for number, tag in enumerate(TAGS):
        yield CLOSINGS[number % len(CLOSINGS)] + ">" + tag
        yield escape(tag)
        yield quote(tag)
    for number, closing in enumerate(CLOSINGS):
        yield closing + TAGS[number % len(TAGS)]
        yield f"He said {closing}hello{closing} onpwn=1 x={closing}"
    for scheme in SCHEMES:
        yield from (scheme, f" {scheme}", f"\t{scheme.upper()}")
    for control in CONTROLS:
        yield f"{control}javascript:pwn()"
        yield f"java{control}script:pwn()"
        yield f"a{control}b"
    for family in (PATHS, TEMPLATES, MARKS, WORDS, SPACES):
        yield from family


PICKED = (
    "", " ", "\0", "\x1b[31mred", "a\u2028b", "\u202egnp", "\ufffe", '"><img src=x onpwn=1>', "'><svg/onpwn=1>",
    "</title><script>pwn()</script>", "]]><pwn/>", "--><b onpwn=1>", "&lt;img onpwn=1&gt;", "javascript:pwn()",
    "\x01javascript:pwn()", "java\nscript:pwn()", "data:text/html,<script>pwn()</script>", "../../../pwn",
    "/etc/passwd", "%2e%2e/%2e%2e/%2e%2e/pwn.html", "..\\..\\pwn", "CON", "x" * 300, "sitemap.xml",
    "{{ 191 * 7 }}pwn", "{% include x %}", "http://[::1", "//", "3.10", "2206-01-01",
)  # fmt: skip
"""The values that are tried in one field at a time."""
