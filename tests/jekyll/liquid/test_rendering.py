"""Liquid beyond its rules: limits, the places of findings, and that no text makes it raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.jekyll.liquid import Liquid, LiquidSite

BLOCKS = (
    "if a",
    "for i in (1..3)",
    "unless a",
    "case a",
    "capture a",
    "comment",
    "raw",
    "highlight ruby",
    "tablerow i in b",
)
SIGNS = (
    "{{",
    "}}",
    "{%",
    "%}",
    "-",
    "|",
    '"',
    "'",
    ":",
    " ",
    "\n",
    "(1..3)",
    "a.b[0]",
    "else",
    "when 1",
    "elsif",
    "text",
)
PIECES = [
    *(f"{{% {block} %}}" for block in BLOCKS),
    *(f"{{% end{block.split()[0]} %}}" for block in BLOCKS),
    *(
        "{{ a | append: b }}",
        "{{ a.b | where: 'x', 1 }}",
        "{% assign a = b | split: ',' %}",
        "{% include a.html x=1 %}",
    ),
    *SIGNS,
]


def nothing(*_: str) -> None:
    return None


def a_site(**fields: Any) -> LiquidSite:
    defaults: dict[str, Any] = {
        "values": {},
        **dict.fromkeys(("includes", "beside", "post_url", "link"), nothing),
        "baseurl": "",
        "url": "",
        "zone": UTC,
        "now": datetime(2026, 3, 1, tzinfo=UTC),
        "markdownify": str,
    }
    return LiquidSite(**defaults | fields)


def rendered(text: str, page: Mapping[str, Any] | None = None, **fields: Any) -> tuple[str, list[Finding]]:
    return Liquid(a_site(**fields)).render(text, page or {}, source="_posts/a.md")


def test_text_without_liquid_is_handed_back() -> None:
    text = "Plain { text } with % signs\r\n"
    assert rendered(text)[0] is text


def test_line_ends_stay() -> None:
    assert rendered("a\r\n{{ 1 }}\r\n{% if true %}b\r\n{% endif %}")[0] == "a\r\n1\r\nb\r\n"


def test_findings_name_the_line_of_the_file() -> None:
    _, findings = Liquid(a_site()).render("\n\n{% if a\n b %}{% endif %}\n{% no %}", {}, source="a.md", first_line=10)
    assert [(finding.source, finding.line) for finding in findings] == [("a.md", 12), ("a.md", 14)]
    assert all(finding.is_problem for finding in findings)


@pytest.mark.parametrize("tag", ["link", "include"])
def test_findings_inside_a_tag_name_its_line(tag: str) -> None:
    _, findings = rendered(f"\n\n{{% {tag} {{{{ 1 | divided_by: 0 }}}} %}}")
    assert [finding.line for finding in findings] == [3, 3]


def test_printing_forloop_leaves_the_loop_alone() -> None:
    output, findings = rendered("{% for i in (1..2) %}{{ i }}{{ forloop | jsonify }}{% endfor %}")
    assert output.startswith('1{"name":"i-(1..2)","length":2,"index":1,')
    assert '}2{"name"' in output
    assert not findings


def test_a_file_is_read_once_and_reported_in_every_page() -> None:
    read: list[str] = []

    def includes(name: str) -> str:
        read.append(name)
        return "x\n{% no %}"

    liquid = Liquid(a_site(includes=includes))
    for page in ("a.md", "b.md"):
        text, findings = liquid.render("{% include i.html %}{% include i.html %}", {}, source=page)
        assert text == "x\n{% no %}x\n{% no %}"
        assert [(finding.source, finding.line) for finding in findings] == [("_includes/i.html", 2)]
        assert findings[0].hint.endswith(f"It is included in `{page}`.")
    assert read == ["i.html"]


def test_pages_do_not_share_names() -> None:
    liquid = Liquid(a_site())
    assert liquid.render("{% assign a = 1 %}{% increment b %}{{ a }}", {}, source="a.md")[0] == "01"
    assert liquid.render("{{ a }}{% increment b %}", {}, source="b.md")[0] == "0"


def test_more_names_than_site_and_page() -> None:
    liquid = Liquid(a_site(values={"title": "Site"}))
    text = "{{ site.title }} {{ page.title }} {{ content }} {{ jekyll.environment }}"
    assert liquid.render(text, {"title": "Page"}, source="a.md", content="Text")[0] == "Site Page Text production"


class Lazy(Mapping[str, Any]):
    """A mapping that computes its values on access."""

    def __init__(self, **values: Any) -> None:
        self.values_ = values
        self.asked: list[str] = []

    def __getitem__(self, key: str) -> Any:
        self.asked.append(key)
        return self.values_[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)


def test_mappings_may_be_lazy() -> None:
    post = Lazy(title="Nec", content="never asked for", hidden="x")
    text = "{{ page.title }}{{ page.no }}{{ page.values_ }}{% for p in site.posts %}{{ p.title }}{% endfor %}"
    text += '{{ site.posts | where: "title", "Nec" | size }}'
    assert rendered(text, post, values={"posts": [post]}) == ("NecNec1", [])
    assert "content" not in post.asked


def test_objects_are_no_values() -> None:
    class Thing:
        name = "secret"

    assert rendered("{{ page.thing }}{{ page.thing.name }}{{ page.thing | append: 'x' }}", {"thing": Thing()})[0] == "x"


def test_neighbours_are_cut_in_json() -> None:
    first: dict[str, Any] = {"relative_path": "a", "content": "A", "previous": None}
    second = {"relative_path": "b", "content": "B", "previous": first}
    first["next"] = second
    expected = '{"relative_path":"a","content":"A","previous":null,"next":{"relative_path":"b"}}'
    assert rendered("{{ page | jsonify }}", first)[0] == expected


def test_sample_is_the_same_in_every_build_and_another_on_other_pages() -> None:
    items = {"list": [str(number) for number in range(100)]}
    text = "{{ site.list | sample }} {{ site.list | sample: 2 | join }}"
    pages = [{"url": f"/{number}/"} for number in range(10)]
    samples = [rendered(text, page, values=items)[0] for page in pages]
    assert samples == [rendered(text, page, values=items)[0] for page in pages]
    assert len(set(samples)) > 5


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{% for a in (1..1000) %}{% for b in (1..1000) %}x{% endfor %}{% endfor %}", "too many turns in loops"),
        ("{% for a in (1..999999999999) %}x{% endfor %}", "too many turns in loops"),
        ("{% tablerow a in (1..999999999999) %}x{% endtablerow %}", "too many turns in loops"),
        ("{{ (1..999999999999) | join }}", "a list of more than 200,000 items"),
        ("{% assign a = 9 %}{% for i in (1..99) %}{% assign a = a | times: a %}{% endfor %}", "a number of more than"),
        (
            "{% assign a = 'ab' %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}",
            "a text of more than",
        ),
        (
            "{% capture a %}{% for i in (1..99999) %}" + "x" * 999 + "{% endfor %}{% endcapture %}",
            "the page gets too large",
        ),
        ("{% for i in (1..99999) %}" + "x" * 999 + "{% endfor %}", "the page gets too large"),
        ("{% include self.html %}", "too many nested includes"),
        ("{% include twice0.html %}", "too many turns in loops"),
        ("{% if true %}" * 99 + "{% endif %}" * 99, "too many nested blocks"),
        ("{{ '" + "x" * 30_000 + "' }}", "too long for a tag"),
    ],
)
def test_limits(text: str, reason: str) -> None:
    def includes(name: str) -> str:
        if name == "self.html":
            return "{% include self.html %}"
        depth = int(name[5:-5])
        return f"{{% include twice{depth + 1}.html %}}" * 2 if depth < 25 else ""

    output, findings = rendered(f"before {text} after {{{{ 1 }}}}", includes=includes)
    assert reason in str(findings)
    assert output.startswith("before ")
    assert output.endswith(" after 1")


@pytest.mark.parametrize(
    "text",
    [
        *(
            sign * 30_000
            for sign in ("{{", "{%", "{% raw %}", "{% comment %}", "{% if a %}", "{% endif %}", "{% no %}")
        ),
        "{{ a" + "[" * 19_000 + " }}",
        "{{ " + "'\"" * 9_000 + " }}",
        "{{ a " + "| upcase " * 2_000 + "}}",
        "{% if " + "a and " * 3_000 + "b %}x{% endif %}",
        "{% include a.html " + 'x="a" ' * 3_000 + "y %}",
        "{% highlight x " + "a " * 9_000 + "! %}y{% endhighlight %}",
        *(
            f"{{% capture a %}}{tag * 30_000}{{% endcapture %}}{{{{ a | strip_html | smartify }}}}"
            for tag in ("<!--", "<a")
        ),
        "{{ '" + "%" * 9_000 + "' | absolute_url | uri_escape | slugify }}",
        "{{ 'now' | date: '" + "%9999Y" * 3_000 + "' }}",
    ],
)
def test_hostile_text_takes_no_hours(text: str) -> None:
    output, _ = rendered(text)
    assert len(output) < 5_000_000


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_nothing_raises(text: str) -> None:
    variables: dict[str, Any] = {"a": {"b": ["c", {"x": 1}]}, "b": [1, "2", None]}
    output, findings = Liquid(a_site(includes={"a.html": text}.get)).render(text, variables, source="a.md", **variables)
    assert isinstance(output, str)
    assert all(str(finding).startswith(("a.md:", "_includes/a.html:")) for finding in findings)
