"""Keys of front matter that other plugins and themes read: no value of another form ends the build."""

from __future__ import annotations

import pytest

from tests.faults.built import HOME, Folder

VALUES = {
    "yes": "true", "no": "no", "number": "3", "text": "x", "list": "[a, 1]", "empty": "",
    "nested": "[[a], {b: c}]", "date": "2024-01-01", "inner": "{exclude: {a: b}, boost: x}",
}  # fmt: skip
KEYS = (
    "search", "tags", "hide", "template", "social", "title", "icon", "status", "robots", "description", "author",
    "subtitle", "comments", "boost", "path", "toc", "generator", "edit_url", "revision_date", "hide_comments", "hero",
)  # fmt: skip
SITES = [("mkdocs", ["search"]), ("material", ["search", "tags"])]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(("theme", "plugins"), SITES, ids=lambda site: site if isinstance(site, str) else "")
def test_a_value_of_another_form_costs_no_page(folder: Folder, theme: str, plugins: list[str], value: str) -> None:
    posts = {
        f"docs/blog/posts/{key}.md": (
            f"---\ndate: 2024-02-01\nslug: post-{key}\n{key}: {VALUES[value]}\n---\nText {key}.\n"
        )
        for key in KEYS
    }
    folder.write({"docs/index.md": HOME, **posts})
    folder.configure(theme=theme, plugins=plugins)
    built = folder.build()
    assert "Traceback" not in built.log
    assert built.code == 0
    for key in KEYS:
        assert f"Text {key}." in built.words(f"blog/2024/02/01/post-{key}/index.html")


@pytest.mark.parametrize("line", ["search: false", "social: 5", "search: [exclude]"])
def test_a_value_that_does_not_count_is_named(folder: Folder, line: str) -> None:
    folder.write({"docs/index.md": HOME, "docs/blog/posts/a.md": f"---\ndate: 2024-02-01\n{line}\n---\nText.\n"})
    folder.configure()
    assert any("blog/posts/a.md:3" in message for message in folder.build().lines)


def test_a_template_that_the_theme_lacks_is_named_and_replaced(folder: Folder) -> None:
    folder.write(
        {
            "docs/index.md": HOME,
            "docs/blog/posts/a.md": "---\ndate: 2024-02-01\nslug: a\ntemplate: nope.html\n---\nText.\n",
            "docs/blog/posts/b.md": "---\ndate: 2024-02-01\nslug: b\ntemplate: yes.html\n---\nText.\n",
            "theme/yes.html": "<p id=mine>{{ page.content }}",
        }
    )
    folder.configure(theme={"name": "mkdocs", "custom_dir": "theme"})
    built = folder.build()
    assert any("blog/posts/a.md:4" in message for message in built.lines)
    assert "Text." in built.words("blog/2024/02/01/a/index.html")
    assert built.page("blog/2024/02/01/b/index.html").css_first("#mine")
