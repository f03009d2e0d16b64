"""The text of a Jekyll site stays what Jekyll makes of it: headings that end in `#`, and Liquid that is not to run."""

from __future__ import annotations

from collections.abc import Callable

from tests.faults.built import Built

Build = Callable[..., Built]

HEADINGS = {
    "## Learning F#": "Learning F#",
    "### C# #": "C#",
    "## F# {#id}": "F#",
    "## F# ## {#other}": "F#",
    "# J##": "J##",
    "Setext F#\n---": "Setext F#",
    "> ## Quoted F#": "Quoted F#",
    "- ## Item F#": "Item F#",
    "## Mail [us](about.md)#": "Mail us#",
    "## Closed ##": "Closed",
    "## Escaped \\#": "Escaped #",
}
VARIABLE = (
    "The name is {{ page.name }}, in `{{ site.title }}`.\n\n```liquid\n{% for a in b %}{{ a }}{% endfor %}\n```\n"
)


def test_a_heading_loses_only_hashes_after_a_space(build_jekyll: Build) -> None:
    for ids in ("true", "false"):
        text = "---\ntitle: A\n---\nOpening.\n\n" + "\n\n".join(HEADINGS) + "\n"
        config = f"title: Garden\nurl: https://example.org\nkramdown: {{auto_ids: {ids}}}\n"
        built = build_jekyll({"_posts/2024-01-01-a.md": text, "_config.yml": config})
        assert built.code == 0, built.log
        content = built.page("2024/01/01/a.html").css_first(".e-content")
        assert content is not None
        headings = [" ".join(node.text().split()).removesuffix("¶") for node in content.css("h1, h2, h3, h4")]
        assert [heading.strip() for heading in headings] == list(HEADINGS.values())


def test_liquid_that_is_switched_off_is_text(build_jekyll: Build) -> None:
    config = (
        "title: Garden\nurl: https://example.org\ncollections: {notes: {output: true}}\ndefaults:\n"
        "  - scope: {path: raw}\n    values: {render_with_liquid: false}\n"
    )
    off, on = "---\ntitle: A\nrender_with_liquid: false\n---\n", "---\ntitle: A\nrender_with_liquid: true\n---\n"
    built = build_jekyll({
        "_config.yml": config,
        "_posts/2024-01-01-off.md": off + VARIABLE,
        "_posts/2024-01-02-html.html": off + "<p>{{ page.name }}</p>",
        "_posts/2024-01-03-on.md": on + "The name is {{ page.name }}.\n",
        "page.md": off + VARIABLE,
        "_notes/note.md": off + VARIABLE,
        "raw/page.md": "---\ntitle: A\n---\n" + VARIABLE,
        "data.txt": "---\nrender_with_liquid: false\n---\n{{ page.name }}\n",
        "list.html": off + "<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>",
    })  # fmt: skip
    assert built.code == 0, built.log
    for path in ("2024/01/01/off.html", "page.html", "notes/note.html", "raw/page.html"):
        words = built.words(path)
        assert "The name is {{ page.name }}, in {{ site.title }}." in words, path
        assert "{% for a in b %}{{ a }}{% endfor %}" in words, path
    assert "{{ page.name }}" in built.words("2024/01/02/html.html")
    assert "The name is 2024-01-03-on.md." in built.words("2024/01/03/on.html")
    assert built.text("data.txt").strip() == "{{ page.name }}"
    assert "{% for post in site.posts %}" in built.words("list.html")
