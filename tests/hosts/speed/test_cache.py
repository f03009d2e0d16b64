"""What a build keeps for the next: it saves the work, and changes nothing of what comes out or is said."""

from __future__ import annotations

import json
import logging
import shutil
import threading
from pathlib import Path
from typing import Any
from zlib import crc32

import markdown
import pytest
from mkdocs.exceptions import Abort

from mkdocs_iroco_blog.host.speed.cache import conversions as conversion
from mkdocs_iroco_blog.host.speed.cache import store as cache
from tests.hosts.built import Site, contents, shut_down
from tests.hosts.host import HOST
from tests.hosts.written import THEMES, post, write, write_config
from tests.pictures import svg

EXTENSIONS = [
    "footnotes", "attr_list", "md_in_html", "abbr", "tables", "admonition",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"toc": {"permalink": True}}, "pymdownx.highlight", "pymdownx.superfences",
]  # fmt: skip
BODIES = [
    "# A *title*\n\nText[^1] with [a link](b.md#part) and ![a picture](x.svg).\n\n[^1]: A note.\n\n## Part {: #own }\n",
    "Text.\n\n## Part\n\n[Lost](lost.md), [no heading](a.md#nowhere), [home](../../index.md), [self](#part).\n",
    "Text of HTML.\n\n*[HTML]: Hypertext\n\n<div id='raw' markdown>\n*In it*\n</div>\n\n```python\nx = 1 < 2\n```\n",
    '=== "One"\n\n    First.\n\n=== "Two"\n\n    Second.\n\n!!! note\n    Noted.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    "HTML is no abbreviation here. <a name='place'></a> [to it](#place) and [raw](c.md#raw), [absolute](/index.md).\n",
]
TEXTS = {
    f"docs/blog/posts/{name}.md": post(f"2026-01-0{n}", body, title=f"Post {name}" if n != 1 else None, tags=["t"])
    for n, (name, body) in enumerate(zip("abcde", BODIES, strict=True), 1)
} | {"docs/blog/posts/x.svg": "<svg/>"}
CONFIG = {"markdown_extensions": EXTENSIONS}
FILES = ("bodies", "conversions", "pictures", "related", "search")


def kept(site: Site) -> Path:
    return site.root / ".cache/iroco-blog"


def again(site: Site, converted: list[str] | None = None, *, strict: bool = False) -> Site:
    """Build once more, in what might be another process."""
    if converted is not None:
        converted.clear()
    return site.run(strict=strict)


@pytest.mark.parametrize("theme", THEMES)
def test_a_second_build_converts_no_post_and_comes_out_the_same(build, converted, theme) -> None:
    plain = build(TEXTS, theme, config=CONFIG, options={"cache": False})
    assert not kept(plain).exists()
    site = build(TEXTS, theme, config=CONFIG)
    for _ in range(2):
        assert contents(site.out) == contents(plain.out)
        assert [(one.name, one.levelno, one.getMessage()) for one in site.records if "built in" not in one.msg] == [
            (one.name, one.levelno, one.getMessage().replace(str(plain.root), str(site.root)))
            for one in plain.records
            if "built in" not in one.msg
        ]
        again(site, converted)
    assert not [text for text in converted if "Home" not in text]
    assert any("lost.md" in warning for warning in site.warnings)
    assert any("nowhere" in warning for warning in [one.getMessage() for one in site.records])


def test_a_warm_build_is_as_strict(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", body="[Lost](lost.md)"), "docs/blog/posts/b.md": post(title="B")}
    site = build(texts)
    for _ in range(2):
        with pytest.raises(Abort, match="1 warnings"):
            again(site, strict=True)


BODY = "# A\n\nA word, [a link](/guide/).\n\nMore ![](/own.svg) ![](/sized.svg).\n\n<!-- cut -->\n\nMore.\n\n# Part\n"
CUT: dict[str, tuple[dict[str, str | None], dict[str, Any]]] = {
    "title": ({"docs/blog/posts/a.md": post(title="B", body=BODY)}, {}),
    "title, shown by a layout": ({"docs/blog/posts/a.md": post(title="B", layout="post", body=BODY)}, {}),
    "description": ({"docs/blog/posts/a.md": post(title="A", description="Of it", body=BODY)}, {}),
    "reading time": ({"docs/blog/posts/a.md": post(title="A", readtime=7, body=BODY)}, {}),
    "page behind a link": ({"docs/guide.md": None}, {}),
    "file behind a picture": ({"docs/own.svg": "<svg/>"}, {}),
    "size of a picture": ({"docs/sized.svg": svg(30, 20)}, {}),
    "separator": ({}, {"post_excerpt_separator": "<!-- cut -->"}),
    "what stands in for a separator": ({}, {"post_excerpt_fallback": "everything"}),
    "reading speed": ({}, {"post_readtime_words_per_minute": 1}),
    "no reading time": ({}, {"post_readtime": False}),
    "nothing": ({}, {}),
}


@pytest.mark.parametrize("change", CUT)
def test_a_body_is_taken_apart_anew_where_that_counts(build, change) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", body=BODY), "docs/guide.md": "# Guide\n"}
    texts["docs/sized.svg"] = svg(20, 20)
    options = {"view_style": "excerpts"}
    site = build(texts, options=options)
    before = contents(site.out)
    changed, more = CUT[change]
    for path, text in changed.items():
        if text is None:
            (site.root / path).unlink()
        else:
            write(site.root, {path: text})
    write_config(site.root, "mkdocs", {**options, **more}, {}, None)
    warm = contents(again(site).out)
    shutil.rmtree(kept(site))
    assert warm == contents(again(site).out)
    assert (warm == before) is (change == "nothing")


def test_one_edit_converts_one_post(build, converted) -> None:
    site = build(TEXTS, config=CONFIG)
    write(site.root, {"docs/blog/posts/d.md": post("2026-01-04", "New text.", title="Post d")})
    again(site, converted)
    assert [text.strip() for text in converted] == ["# Home", "New text."]
    assert "New text." in site.text(site.post("post-d"))


def test_a_moved_target_moves_the_link(build, converted) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="A", body="See [b](b.md)."),
        "docs/blog/posts/b.md": post(title="B", slug="b"),
    }
    site = build(texts)
    write(site.root, {"docs/blog/posts/b.md": post(title="B", slug="moved")})
    again(site, converted)
    assert "See [b](b.md)." in [text.strip() for text in converted]
    assert site.lost_links(site.post("a")) == []
    (site.root / "docs/blog/posts/b.md").unlink()
    again(site)
    assert [warning for warning in site.warnings if "b.md" in warning]
    again(site)
    assert len([warning for warning in site.warnings if "b.md" in warning]) == 1


def test_a_heading_that_is_gone_is_told(build) -> None:
    texts = {
        "docs/blog/posts/a.md": post(title="A", body="See [b](b.md#part)."),
        "docs/blog/posts/b.md": post(title="B", body="## Part"),
    }
    config = {"validation": {"anchors": "warn"}}
    site = build(texts, config=config)
    assert site.warnings == []
    write(site.root, {"docs/blog/posts/b.md": post(title="B", body="## Other")})
    for _ in range(2):
        assert len([warning for warning in again(site).warnings if "#part" in warning]) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([{"toc": {"permalink": False}}], [{"toc": {"permalink": True}}]),
        (["tables"], ["tables", "attr_list"]),
    ],
)
def test_other_extensions_convert_anew(build, converted, before, after) -> None:
    site = build(
        {"docs/blog/posts/a.md": post(title="A", body="## Élan {: #own }")}, config={"markdown_extensions": before}
    )
    config = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    again(site, converted)
    number = len(converted)
    write(
        site.root,
        {"mkdocs.yml": config.split("markdown_extensions")[0] + f"markdown_extensions: {json.dumps(after)}\n"},
    )
    again(site, converted)
    assert len(converted) == number + 1


def test_another_version_of_a_package_converts_anew(build, converted, monkeypatch) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", body="Text.")})
    monkeypatch.setattr("mkdocs_iroco_blog.host.speed.cache.keys._version", lambda package: f"{package} 99")
    monkeypatch.setattr("mkdocs_iroco_blog.host.speed.cache.keys._versions", lambda _: "99")
    again(site, converted)
    assert "Text." in [text.strip() for text in converted]


OWN = """
import pathlib

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Stamp(Preprocessor):
    def run(self, lines):
        return [line.replace("STAMP", pathlib.Path("stamp.txt").read_text()) for line in lines]

class OwnExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Stamp(md), "stamp", 50)

def makeExtension(**kwargs):
    return OwnExtension(**kwargs)
"""


@pytest.mark.parametrize(
    "extension", ["own_stamp", {"pymdownx.snippets": {"base_path": ["parts"]}}], ids=["own", "snippets"]
)
def test_what_may_depend_on_something_else_is_converted_in_every_build(build, monkeypatch, extension, tmp_path) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"own_stamp.py": OWN, "stamp.txt": "first", "parts/part.txt": "first"})
    site = build(
        {"docs/blog/posts/a.md": post(title="A", body='STAMP\n\n--8<-- "part.txt"')},
        config={"markdown_extensions": [extension]},
    )
    assert "first" in site.text(site.post("a"))
    write(tmp_path, {"stamp.txt": "second", "parts/part.txt": "second"})
    assert "second" in again(site).text(site.post("a"))


def test_an_extension_that_the_author_vouches_for_is_kept(build, converted, monkeypatch, tmp_path) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"own_sure.py": OWN, "stamp.txt": "first"})
    site = build(
        {"docs/blog/posts/a.md": post(title="A", body="STAMP")},
        config={"markdown_extensions": ["own_sure"]},
        options={"cache_extensions": ["own_sure"]},
    )
    again(site, converted)
    assert "STAMP" not in [text.strip() for text in converted]


def test_what_an_extension_logs_is_said_again(build) -> None:
    logging.getLogger(f"{HOST}.own").propagate = True
    convert, heard = markdown.Markdown.convert, []

    def telling(self: markdown.Markdown, source: str) -> str:
        logging.getLogger(f"{HOST}.own").warning("A word about %s", source.strip())
        heard.append(source)
        return convert(self, source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown.Markdown, "convert", telling)
        site = build({"docs/blog/posts/a.md": post(title="A", body="Text.")})
    assert "A word about Text." in site.warnings
    assert "A word about Text." in again(site).warnings


def without_checksums(data: bytes) -> bytes:
    head, *lines = data.split(b"\n")
    return b"\n".join([head, *(b"%s 00000000 null" % line.split(b" ")[0] for line in lines[:-1]), b""])


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"garbage", b"mkdocs-iroco-blog cache 0\n", b"\xff\xfe\x00",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Text", b"Evil").replace(b"posts/", b"pests/").replace(b",0,0,", b",9,9,"),
        lambda data: data.replace(b'"', b"'"),
        without_checksums,
    ],
    ids=["empty", "garbage", "older", "bytes", "cut off", "changed", "no JSON", "checksums"],
)  # fmt: skip
def test_a_broken_cache_is_thrown_away(build, broken) -> None:
    site = build(TEXTS, config=CONFIG)
    whole = contents(site.out)
    for name in FILES:
        file = kept(site) / name
        file.write_bytes(broken(file.read_bytes()) if callable(broken) else broken)
    again(site)
    assert contents(site.out) == whole
    told = [note for note in site.notes if "so it is made again" in note]
    assert len(told) == len(FILES)
    again(site)
    assert [note for note in site.notes if "so it is made again" in note] == []


@pytest.mark.parametrize("name", ["bodies", "conversions", "pictures", "related"])
def test_values_of_another_kind_are_thrown_away(build, name) -> None:
    site = build(TEXTS, config=CONFIG)
    whole = contents(site.out)
    head, *lines = (kept(site) / name).read_bytes().split(b"\n")
    others = [b"%s %08x {}" % (line.split(b" ")[0], crc32(b"{}")) for line in lines[:-1]]
    (kept(site) / name).write_bytes(b"\n".join([head, *others, b""]))
    again(site)
    assert contents(site.out) == whole
    assert len([note for note in site.notes if "so it is made again" in note]) == 1


def test_a_cache_that_cannot_be_written_is_told(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A")}, options={"cache": "docs/index.md/cache"})
    assert any("cannot be written" in note for note in site.notes)
    assert site.problems == []


def test_the_folder_keeps_itself_out_of_git(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", body="![](x.svg)"), "docs/blog/posts/x.svg": "<svg/>"}
    site = build(texts, options={"cache": "kept/here"})
    assert (site.root / "kept/here/.gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    assert {path.name for path in (site.root / "kept/here").iterdir()} == {".gitignore", *FILES}


def test_nothing_new_is_not_written(build) -> None:
    site = build(TEXTS, config=CONFIG)
    before = {name: (kept(site) / name).stat().st_mtime_ns for name in FILES}
    again(site)
    assert {name: (kept(site) / name).stat().st_mtime_ns for name in FILES} == before


def test_its_size_is_bounded(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(cache, "_SPARE", 1000)
    file = tmp_path / "values"
    for build in range(30):
        values = cache.Cache(file)
        values.put(f"{build:064}", "x" * 100)
        values.save()
    lines = file.read_bytes().split(b"\n")
    assert file.stat().st_size < 2000
    assert lines[1].startswith(b"%064d" % 29)
    values = cache.Cache(file)
    assert values.get(f"{28:064}", bool) == "x" * 100
    assert values.get(f"{1:064}", bool) is None


def test_two_builds_at_once_leave_a_whole_cache(tmp_path) -> None:
    file = tmp_path / "values"

    def fill(build: int) -> None:
        for turn in range(20):
            values = cache.Cache(file)
            values.put(f"{build}-{turn}", "x" * 10_000)
            values.save()

    threads = [threading.Thread(target=fill, args=(build,)) for build in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    values = cache.Cache(file)
    assert [values.get(key, bool) for key in list(values._unused)]
    assert {path.name for path in tmp_path.iterdir()} == {"values", ".gitignore"}


def test_two_blogs_share_it(build, converted) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", body="One."), "docs/news/posts/b.md": post(title="B", body="Two.")}
    site = build(texts, plugins=["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}])
    again(site, converted)
    assert not {"One.", "Two."} & {text.strip() for text in converted}


def test_a_cache_of_ci_in_another_folder_holds(build, converted, tmp_path) -> None:
    first = build(TEXTS, config=CONFIG)
    shut_down()
    second = tmp_path / "elsewhere"
    shutil.copytree(first.root, second)
    converted.clear()
    Site(second).run()
    assert not [text for text in converted if "Home" not in text]


@pytest.mark.parametrize("reused", [True, False])
def test_one_converter_reads_every_text_as_a_new_one_does(build, monkeypatch, reused) -> None:
    """Each extension that is let in, on texts that would spoil the next if anything of them stayed."""
    pytest.importorskip("pymdownx.blocks.caption")  # the newest of them
    if not reused:
        monkeypatch.setattr(conversion, "numbers_footnotes", lambda _: True)
    names = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta", "sane_lists", "smarty"]
    names += ["tables", "toc", "wikilinks"]
    names += [
        f"pymdownx.{name}"
        for name in (
            "arithmatex",
            "betterem",
            "caret",
            "critic",
            "details",
            "emoji",
            "highlight",
            "inlinehilite",
            "keys",
        )
    ]
    names += [
        f"pymdownx.{name}" for name in ("magiclink", "mark", "progressbar", "smartsymbols", "superfences", "tabbed")
    ]
    names += ["pymdownx.tasklist", "pymdownx.tilde", "pymdownx.blocks.admonition", "pymdownx.blocks.details"]
    names += ["pymdownx.blocks.tab", "pymdownx.blocks.html", "pymdownx.blocks.definition", "pymdownx.blocks.caption"]
    more = [
        "Key: value\n\n[A]: https://a.example\n\n[A] [[Page]] ++ctrl++ ==m== H~2~O :smile: {++new++} `#!py x` \\(x\\)",
        "[A] again, [^1] without a note, ```` ``` ```` [====50%]\n\n- [ ] task\n\nTerm\n:   Definition\n",
        "/// tab | One\nIn it\n///\n\n/// caption\nText\n///\n\n/// details | More\n...\n///\n\n<own>\n\n*x*\n\n</own>",
        "# One\n\n# One\n\n## Two\n\n```{.py linenums=1}\nx\n```\n\n??? note\n    Closed\n",
    ]
    bodies = [*BODIES, *more] * 2
    texts = {f"docs/blog/posts/{n}.md": post(title=f"P{n}", body=body) for n, body in enumerate(bodies)}
    site = build(texts, config={"markdown_extensions": names})
    plain = build(texts, config={"markdown_extensions": names}, options={"cache": False})
    assert contents(site.out) == contents(plain.out)
