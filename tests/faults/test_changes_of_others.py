"""What other plugins and hooks do to the blog's pages stays, and is neither an excerpt nor a description."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.faults.built import Built, Files

PLACES = ("blog/2024/05/01/bees/index.html", "blog/index.html", "blog/page/2/index.html", "blog/tag/yard/index.html",
          "blog/tags/index.html", "blog/archive/index.html", "blog/archive/2024/index.html")  # fmt: skip
POSTS: Files = {
    "docs/blog/posts/bees.md": "---\ndate: 2024-05-01\ntags: [yard]\n---\n# Bees\n\nThe bees fly.\n\n## Later\n",
    "docs/blog/posts/hens.md": "---\ndate: 2024-05-02\ntags: [yard]\n---\n# Hens\n\nThe hens sit.\n",
    "docs/blog/posts/void.md": "---\ntitle: Void\ndate: 2024-05-03\n---\n",
}
PAGED = {"pagination_per_page": 1}
ADDITIONS: Mapping[str, str] = {
    "in Markdown, below": "def on_page_markdown(markdown, **kw):\n    return markdown + '\\n\\nMARK of a hook.\\n'\n",
    "in Markdown, above": "def on_page_markdown(markdown, **kw):\n    return 'MARK of a hook.\\n\\n' + markdown\n",
    "in HTML, below": "def on_page_content(html, **kw):\n    return html + '<p>MARK of a hook.</p>'\n",
    "in HTML, above": "def on_page_content(html, **kw):\n    return '<p>MARK of a hook.</p>' + html\n",
    "in HTML, around": "def on_page_content(html, **kw):\n"
    "    return f'<div class=\"mark\"><p>MARK of a hook.</p>{html}</div>'\n",
    "in HTML that is written anew": "import lxml.html\n\ndef on_page_content(html, **kw):\n"
    "    return lxml.html.tostring(lxml.html.fromstring(html + '<p>MARK of a hook.</p>'), encoding='unicode')\n",
    "when all is converted": "def on_env(env, files, **kw):\n    for file in files.documentation_pages():\n"
    "        file.page.content += '<p>MARK of a hook.</p>'\n",
    "in the context": "def on_page_context(context, page, **kw):\n    page.content += '<p>MARK of a hook.</p>'\n",
    "in the context, early": "from mkdocs.plugins import event_priority\n\n@event_priority(90)\n"
    "def on_page_context(context, page, **kw):\n    page.content = '<p>MARK of a hook.</p>' + page.content\n",
    "in the context, late": "from mkdocs.plugins import event_priority\n\n@event_priority(-90)\n"
    "def on_page_context(context, page, **kw):\n    page.content += '<p>MARK of a hook.</p>'\n",
}  # fmt: skip


def descriptions(built: Built, path: str) -> str:
    """All that a page says of itself in its head."""
    head = built.page(path).css("meta[name$=description], meta[property$=description], script[type$=json]")
    return " ".join(f"{node.attributes.get('content')} {node.text()}" for node in head)


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("how", ADDITIONS)
def test_an_addition_to_every_page_is_on_each_and_in_no_description(folder, how, theme) -> None:
    folder.write({**POSTS, "docs/index.md": "# Home\n", "hooks.py": ADDITIONS[how]})
    folder.configure(PAGED, theme=theme, hooks=["hooks.py"])
    cold = folder.build()
    for path in PLACES:
        page = cold.page(path)
        assert cold.words(path).count("MARK of a hook.") == 1, path
        assert len(page.css("h1")) == 1, path
        assert "MARK" not in cold.words(path, "h1")
        assert "MARK" not in descriptions(cold, path), path
        assert not [node.text() for node in page.css(".h-entry .p-summary") if "MARK" in node.text()], path
    assert "Hens" in descriptions(cold, "blog/tag/yard/index.html")
    assert [entry.summary for entry in cold.entries()[1:]] == ["The hens sit.", "The bees fly."]
    assert cold.words(PLACES[0], "h1") == "Bees"
    first = {path: cold.text(path) for path in cold.paths if path.endswith((".html", ".xml", ".json"))}
    warm = folder.build()
    assert {path: warm.text(path) for path in first} == first


def test_an_introduction_is_the_description_without_what_a_hook_adds(build) -> None:
    files = {**POSTS, "docs/blog/index.md": "# News\n\nFrom the yard.\n", "hooks.py": ADDITIONS["in HTML, below"]}
    built = build(files, PAGED, hooks=["hooks.py"])
    assert "From the yard." in descriptions(built, "blog/index.html")
    assert "MARK" not in descriptions(built, "blog/index.html")
    text = built.words("blog/index.html")
    assert text.index("From the yard.") < text.index("Void") < text.index("MARK of a hook.")


HOSTILE = "---\ndate: 2024-05-01\ntags: ['# C# *x* {{ y }} <b>', '_']\n---\n# A\n\nB\n"
LOOKS = """\
import re

def on_page_markdown(markdown, page, **kw):
    assert re.match(r"# \\S", markdown.strip().splitlines()[0]) or "---" in markdown, page.file.src_uri

def on_page_content(html, page, **kw):
    import lxml.html
    assert lxml.html.fromstring(html).xpath("//h1"), page.file.src_uri
    assert page.toc.items[0].title, page.file.src_uri
    if "blog" in page.file.src_uri and "posts" not in page.file.src_uri:
        assert lxml.html.fromstring(html).xpath("//h1/following::div"), page.file.src_uri

def on_page_context(context, page, **kw):
    assert "<h1" in page.content or "posts/" in page.file.src_uri, page.file.src_uri
"""
VIEWS: Mapping[str, tuple[Files, Mapping[str, object]]] = {
    "views of all kinds": ({key: POSTS[key] for key in list(POSTS)[:2]}, PAGED),
    "an empty blog": ({"docs/blog/posts/.gitkeep": ""}, {}),
    "an empty introduction": ({**dict(list(POSTS.items())[:2]), "docs/blog/index.md": ""}, PAGED),
    "front matter alone": ({**dict(list(POSTS.items())[:2]), "docs/blog/index.md": "---\ntitle: N\n---\n"}, {}),
    "hostile names": ({"docs/blog/posts/a.md": HOSTILE}, {}),
}  # fmt: skip


@pytest.mark.parametrize("kind", VIEWS)
def test_a_view_looks_like_a_page_that_someone_wrote(build, kind) -> None:
    files, options = VIEWS[kind]
    built = build({**files, "hooks.py": LOOKS}, options, hooks=["hooks.py"])
    assert built.code == 0, built.log
    assert built.words("blog/index.html", "h1")


@pytest.mark.parametrize("name", ["# C# *x* {{ y }} <b>", "_x_", "1. a", "a `b` c", "C:\\d", "&amp; $5$"])
def test_the_name_of_a_view_is_the_same_beside_a_hook_that_changes_markdown(build, name) -> None:
    post = f"---\ndate: 2024-05-01\ncategories:\n  - {name!r}\n---\n# A\n\nB\n" if "\\" not in name else (
        "---\ndate: 2024-05-01\ncategories: ['C:\\d']\n---\n# A\n\nB\n")  # fmt: skip
    built = build({"docs/blog/posts/a.md": post, "hooks.py": ADDITIONS["in Markdown, below"]}, hooks=["hooks.py"])
    [path] = [path for path in built.paths if path.startswith("blog/category/")]
    assert built.words(path, "h1").replace("&amp;", "&") == name.replace("&amp;", "&")


@pytest.mark.parametrize("plugin", ["mkdocs-video", "print-site"])
def test_plugins_that_read_every_page_build_strictly(build, plugin) -> None:
    posts = {path: text for path, text in POSTS.items() if "void" not in path}
    built = build(posts, PAGED, strict=True, plugins=["search", {"iroco-blog": PAGED}, plugin])
    assert built.code == 0, built.log
    for path in PLACES:
        assert len(built.page(path).css("h1")) == 1, path
    assert built.words(PLACES[0], "h1") == "Bees"
    assert "The bees fly." in built.words("blog/page/2/index.html")


def test_a_change_inside_the_list_is_dropped(build) -> None:
    hook = "def on_page_content(html, **kw):\n    return html.replace('<li>', '<li>MARK')\n"
    built = build({**POSTS, "hooks.py": hook}, PAGED, hooks=["hooks.py"])
    assert built.holding("MARK") == []


def test_a_page_that_a_hook_makes_anew_has_the_list_below(build) -> None:
    hook = "def on_page_content(html, **kw):\n    return '<p>MARK</p>'\n"
    built = build({**POSTS, "hooks.py": hook}, hooks=["hooks.py"])
    text = built.words("blog/index.html", "main, [role=main]")
    assert text.index("MARK") < text.index("Hens")
