"""A Jekyll site beside MkDocs: its own folder `docs`, lists of nothing, and maths."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built, Folder

Build = Callable[..., Built]
POST = {"_posts/2024-01-01-bees.md": "---\ntitle: Bees\n---\nThe bees are asleep.\n"}


@pytest.mark.parametrize(
    "files",
    [
        {"docs/guide.md": "---\nlayout: page\ntitle: Guide\n---\nRead me.\n"},
        {"docs/guide.md": "---\ntitle: Guide\npermalink: /docs/guide/\n---\nRead me.\n"},
        {"docs/guide.md": "---\ntitle: Guide\n---\nBy {{ site.title }}.\n"},
        {"docs/cv.pdf": "x", "about.md": "---\n---\nSee [my life](/docs/cv.pdf).\n"},
        {"docs/guide.md": "Read me.\n", "about.md": "---\n---\nSee [it]({{ site.baseurl }}/docs/guide.html).\n"},
    ],
)
def test_a_folder_docs_of_the_site_asks_for_another_docs_dir(folder: Folder, build_jekyll: Build, files) -> None:
    built = build_jekyll({**POST, **files})
    assert built.code == 0, built.log
    [message] = [line for line in built.lines if "docs_dir" in line]
    assert "`docs`" in message
    folder.write({"mine/.gitkeep": ""})
    mended = build_jekyll({**POST, **files}, docs_dir="mine")
    assert not [line for line in mended.lines if "docs_dir" in line]
    assert {path for path in mended.paths if path.startswith("docs/")}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"docs/guide.md": "---\ntitle: Guide\ntags: [a]\n---\n# Guide\n", "docs/pic.png": "x"},
        {
            "docs/guide.md": "---\nlayout: page\n---\n# Guide\n",
            "_config.yml": "title: Garden\nurl: https://example.org\nexclude: [mkdocs.yml, docs, site]\n",
        },
    ],
)
def test_a_folder_docs_of_mkdocs_is_left_alone(build_jekyll: Build, files) -> None:
    assert not [line for line in build_jekyll({**POST, **files}).lines if "docs_dir" in line]


def test_a_site_inside_the_docs_folder_is_not_built_twice(folder: Folder) -> None:
    folder.write({
        "docs/_config.yml": "title: Garden\nurl: https://example.org\n",
        "docs/_posts/2024-01-01-bees.md": POST["_posts/2024-01-01-bees.md"],
        "docs/_drafts/secret.md": "---\ntitle: Later\n---\nStill a secret.\n",
    })  # fmt: skip
    folder.configure({"jekyll": "docs"})
    built = folder.build()
    assert "docs_dir" in built.log
    assert not built.site.is_dir() or built.holding("Still a secret") == []


LISTS = {
    "tags.html": "---\ntitle: Tags\n---\n{% for tag in site.tags %}<h2>{{ tag[0] }}</h2>{% endfor %}\n",
    "categories.md": "---\nlayout: categories\npermalink: /topics/\n---\n",
    "archive.html": "---\ntitle: All\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
}


@pytest.mark.parametrize("posts", [POST, {}], ids=["no terms", "no posts"])
def test_the_address_of_a_list_stays_where_there_is_nothing_to_list(build_jekyll: Build, posts) -> None:
    built = build_jekyll({**posts, **LISTS}, strict=True)
    assert built.code == 0, built.log
    assert {"tags.html", "topics/index.html", "archive.html"} <= built.paths
    assert "Tags" in built.words("tags.html", "h1")


MATHS = {f"_posts/2024-01-0{day}-sum.md": f"---\ntitle: Sum {day}\n---\nText.\n\n$$ a^{day} $$\n" for day in (2, 3)}


def test_maths_without_a_script_is_told_once(build_jekyll: Build) -> None:
    built = build_jekyll({**POST, **MATHS, "sum.md": "---\n---\nHere is $$x$$.\n"})
    [message] = [line for line in built.lines if "extra_javascript" in line]
    assert "_posts/2024-01-02-sum.md:6" in message
    assert "3 pages" in message


@pytest.mark.parametrize(
    "script",
    [
        {"extra_javascript": ["https://cdn.example/npm/mathjax@3/es5/tex-mml-chtml.js"]},
        {"extra_javascript": ["https://cdn.example/katex.min.js"]},
        {"extra_javascript": ["sums.js"]},
    ],
)
def test_maths_with_a_script_is_quiet(build_jekyll: Build, script) -> None:
    built = build_jekyll({**MATHS, "docs/sums.js": "window.MathJax = {}"}, **script)
    assert not [line for line in built.lines if "extra_javascript" in line]
