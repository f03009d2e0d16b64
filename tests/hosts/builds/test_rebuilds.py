"""Builds again: the same bytes, no state left, each post converted once, nothing written where it should not be."""

import tempfile

import markdown
import pytest

from tests.hosts.built import contents, shut_down
from tests.hosts.written import post, write

TERMS = {"categories": ["C", "D"], "tags": ["t", "u"], "authors": ["Ada", "Bob"], "series": ["S"]}
TEXTS = {
    f"docs/blog/posts/{n}.md": post(
        f"2026-01-0{n}", f"Text {n}. ![x](x.svg)\n\n## Part\n\nMore.", title=f"P{n}", **TERMS
    )
    for n in range(1, 6)
} | {"docs/blog/posts/x.svg": "<svg/>", "docs/blog/index.md": "# Journal\n\nWelcome.\n"}


def test_two_builds_are_the_same_bytes(build) -> None:
    first, second = (contents(build(TEXTS).out) for _ in range(2))
    assert {name for name in first if first[name] != second.get(name)} == set()
    assert first.keys() == second.keys()


@pytest.mark.parametrize("style", ["titles", "excerpts", "cards"])
def test_each_post_is_converted_once(build, monkeypatch, style) -> None:
    seen: list[str] = []
    convert = markdown.Markdown.convert

    def counted(self, source: str) -> str:
        seen.append(source)
        return convert(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", counted)
    build(TEXTS, options={"view_style": style, "index_full_posts": 2, "pagination_per_page": 2})
    ours = [source for source in seen if source.strip().startswith("Text ")]
    assert len(ours) == len(set(ours)) == 5
    assert len([source for source in seen if source.strip()]) == 7  # and the home page, and the introduction


def test_a_second_build_of_one_plugin_has_nothing_of_the_first(build) -> None:
    site = build(TEXTS, command="serve")
    whole = contents(site.out)
    site.run(command="serve", fresh=False)
    assert {name for name in whole if contents(site.out)[name] != whole[name]} == set()
    (site.root / "docs/blog/posts/5.md").unlink()
    write(site.root, {
        "docs/blog/posts/1.md": post("2026-01-01", "New.", title="New title", tags=["new"]),
        "docs/blog/posts/9.md": "---\ntitle: Bad\n---\n",
    })  # fmt: skip
    site.run(command="serve", fresh=False)
    assert site.listed("blog/") == ["P4", "P3", "P2", "New title"]
    assert len(site.problems) == 1
    assert "blog/2026/01/05/p5/" not in site.urls
    assert "blog/tag/new/" in site.urls
    (site.root / "docs/blog/posts/9.md").unlink()
    write(site.root, {path: text for path, text in TEXTS.items() if path.endswith(("/1.md", "/5.md"))})
    site.run(command="serve", fresh=False)
    assert site.problems == []
    assert contents(site.out) == whole


def test_two_blogs_keep_apart_in_a_second_build(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A"), "docs/news/posts/b.md": post(title="B")}
    plugins = ["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}]
    site = build(texts, plugins=plugins, command="serve")
    for _ in range(2):
        assert (site.listed("blog/"), site.listed("news/")) == (["A"], ["B"])
        site.run(command="serve", fresh=False)


def test_nothing_is_written_into_the_docs_folder(build) -> None:
    site = build({**TEXTS, "docs/index.md": "# Home\n"})
    assert {path.relative_to(site.root).as_posix() for path in (site.root / "docs").rglob("*") if path.is_file()} == {
        *TEXTS, "docs/index.md",
    }  # fmt: skip


def test_nothing_is_left_in_the_temporary_folder(build, tmp_path, monkeypatch) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    build({"docs/blog/posts/a.md": post(title="A")})
    shut_down()
    assert list(folder.iterdir()) == []
