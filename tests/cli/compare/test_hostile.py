"""Folders by strangers: nothing outside of them is read, nothing takes minutes, and nothing acts on the terminal."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_iroco_blog.cli.compare.comparison import Aspect, Comparison, Entry, Measure, State
from mkdocs_iroco_blog.cli.compare.printing.lines import comparison_lines
from mkdocs_iroco_blog.cli.compare.reading import site as reading
from mkdocs_iroco_blog.cli.compare.reading.feeds import read_feed
from mkdocs_iroco_blog.cli.compare.sites import compare_sites
from tests.cli.compare.sites import write_site
from tests.cli.running import run

POST = "<main><h1>Bees</h1><p>The hives are closed.</p></main>"
Site = Mapping[str, str | bytes]


def compare(root: Path, old: Site, new: Site) -> Comparison:
    write_site(root / "old", old)
    write_site(root / "new", new)
    return compare_sites(root / "old", root / "new")


def entry(comparison: Comparison, address: str) -> Entry:
    [result] = [entry for entry in comparison.entries if entry.address == address]
    return result


def test_links_out_of_the_site_and_to_folders_are_left_out(tmp_path: Path) -> None:
    write_site(tmp_path, {"secret.html": "<h1>Secret</h1>", "folder/a.html": POST})
    write_site(tmp_path / "old", {"index.html": POST, "real/index.html": POST})
    for name, target in (
        ("secret.html", "../secret.html"), ("passwd.html", "/etc/passwd"), ("folder", "../folder"), ("loop", "."),
        ("alias", "real"), ("broken.html", "nowhere.html"), ("inside.html", "real/index.html"),
    ):  # fmt: skip
        (tmp_path / "old" / name).symlink_to(target)
    comparison = compare(tmp_path, {}, {"index.html": POST, "real/index.html": POST})
    assert [entry.address for entry in comparison.entries] == ["/", "/inside.html", "/real/"]
    [note] = comparison.notes
    assert note.endswith(
        "Left out, as they cannot be read, or are links that lead to folders or out of the site: 6, such as alias."
    )


def test_files_of_other_kinds_are_not_opened(tmp_path: Path) -> None:
    write_site(tmp_path / "old", {"index.html": POST})
    os.mkfifo(tmp_path / "old" / "waits.html")
    comparison = compare(tmp_path, {}, {"index.html": POST})
    assert [entry.address for entry in comparison.entries] == ["/"]


def test_binary_files_and_odd_encodings_are_no_trouble(tmp_path: Path) -> None:
    site: Site = {
        "index.html": POST,
        "picture.html": b"\x89PNG\r\n\x1a\n\x00\x00" * 1000,
        "latin.html": '<meta charset="iso-8859-1"><main><p>caf\u00e9</p></main>'.encode("latin-1"),
        "utf16.html": "\ufeff<main><p>caf\u00e9</p></main>".encode("utf-16-le"),
        "unknown.html": '<meta charset="rot13"><main><p>caf\u00e9</p></main>',
        "half.html": b"<main><p>caf\xc3",
        "empty.html": b"",
        "nul.html": "<main><p>a" + 3000 * " " + "\0b</p></main>",
    }
    new: Site = {**site, "latin.html": "<main><p>caf\u00e9</p></main>", "utf16.html": "<main><p>caf\u00e9</p></main>"}
    comparison = compare(tmp_path, site, new)
    assert comparison.losses == []
    assert entry(comparison, "/picture.html").kind == "file"


def test_names_of_files_that_are_no_utf_8_are_addresses_like_others(tmp_path: Path) -> None:
    for side, text in (("old", "closed"), ("new", "open")):
        write_site(tmp_path / side, {"index.html": f'<main><p>{text}</p><a href="caf%E9.html">Caf\u00e9</a></main>'})
        name = os.path.join(os.fsencode(tmp_path), side.encode(), b"caf\xe9.html")  # noqa: PTH118 - a path of bytes
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(f'<main><p>{text}</p><img src="bee.png"><a href="index.html">Up</a></main>')
    for options in ([], ["--json"], ["--html", "report.html"]):
        done = run("compare", "old", "new", *options, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, "")
    comparison = compare_sites(tmp_path / "old", tmp_path / "new")
    assert [it.address for it in comparison.losses] == ["/", "/caf\ufffd.html"]
    assert Measure(Aspect.LINK, 2, 2) in comparison.measures


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 30_000, "<b><i><u>" * 20_000, "".join(f"<b id={n}>" for n in range(9000)) + "<p>" * 9000,
        "<table><tr><td>" * 9000, "<svg>" * 60_000, "<ul><li>" * 30_000, "<a href=x>" * 40_000, "<" * 200_000,
        "<p>" * 60_000, "<h1>" * 40_000, "&" * 500_000, "<!--" * 100_000, "<pre>" * 30_000,
    ],
    ids=lambda html: html[:12],
)  # fmt: skip
def test_a_page_that_nests_without_end_is_quick(tmp_path: Path, html: str) -> None:
    comparison = compare(tmp_path, {"index.html": POST, "deep.html": html}, {"index.html": POST, "deep.html": html})
    assert comparison.losses == []


def test_a_file_that_is_too_big_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BIGGEST", 500)
    big = POST + 500 * " "
    comparison = compare(
        tmp_path,
        {"index.html": POST, "big.html": big, "gone.html": big, "feed.xml": "<feed" + 500 * " "},
        {"index.html": POST, "big.html": "<p>x"},
    )
    states = {entry.address: entry.state for entry in comparison.entries}
    assert states == {
        "/": State.SAME, "/big.html": State.SAME, "/gone.html": State.GONE, "/feed.xml": State.GONE,
    }  # fmt: skip
    assert "Too big or nested too deeply to be read: 2, such as /big.html." in comparison.notes[0]


def test_redirects_in_circles_end(tmp_path: Path) -> None:
    def redirect(target: str) -> str:
        return f'<meta http-equiv="refresh" content="0; url={target}">'

    comparison = compare(
        tmp_path,
        {"index.html": POST, "a.html": POST, "b.html": POST, "c.html": POST, "d.html": redirect("d.html?x")},
        {
            "index.html": POST, "a.html": redirect("b.html"), "b.html": redirect("a.html"),
            "c.html": redirect("http://[::1"), **{f"{n}.html": redirect(f"{n + 1}.html") for n in range(50)},
        },
    )  # fmt: skip
    assert [entry.address for entry in comparison.in_state(State.GONE)] == ["/a.html", "/b.html"]


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE x [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><rss><channel><item><guid>&b;</guid></item></channel></rss>',
        "<rss><channel><item><guid>1", "<rss", '{"version": "https://jsonfeed.org/version/1", "items": ', "[" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": {"a": 1}, "x": ' + "[" * 100_000,
        '<?xml version="1.0" encoding="rot13"?><rss/>', '<?xml version="1.0" encoding="nonsense"?><rss/>',
    ],
)  # fmt: skip
def test_a_feed_that_is_damaged_or_grows_is_none(feed: str) -> None:
    assert read_feed("/feed.xml", feed.encode()) is None


def test_odd_feeds_have_what_they_have() -> None:
    values = (
        b'{"version": "https://jsonfeed.org/version/1", "items": [1, null, {"id": 7, "url": null}, {"url": "/a/"}]}'
    )
    feed = read_feed("/feed.json", values)
    assert feed
    assert [entry.id for entry in feed.entries] == ["7", "/a/"]
    deep = read_feed("/feed.xml", b"<rss>" + b"<a>" * 50_000 + b"<item/>" + b"</a>" * 50_000 + b"</rss>")
    assert deep
    assert [entry.id for entry in deep.entries] == [""]


def test_nothing_acts_on_the_terminal(tmp_path: Path) -> None:
    name = "\x1b[2J\u202e.html"
    old: Site = {"index.html": POST, name: POST, "a.html": "<main><p>Bees &#27;[31m fly &#x202e; far</p></main>"}
    write_site(tmp_path / "old", old)
    write_site(tmp_path / "new", {"index.html": POST, "a.html": "<main><p>Bees &#27;]0;x&#7; fly</p></main>"})
    for options in ([], ["--json"], ["--all", "--html", "report.html"]):
        done = run("compare", "old", "new", *options, cwd=tmp_path)
        assert done.returncode == 1
        assert not {"\x1b", "\u202e", "\x07"} & {*done.stdout, *done.stderr}
    assert "\u202e" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_texts_that_differ_in_every_word_are_quick(tmp_path: Path) -> None:
    old, new = (" ".join(f"{side}{number}" for number in range(20_000)) for side in "ab")
    comparison = compare(tmp_path, {"index.html": f"<main><p>{old}</p></main>"}, {"index.html": f"<main><p>{new}"})
    assert len(list(comparison_lines(comparison))) < 12


def test_texts_with_very_many_paragraphs_are_quick(tmp_path: Path) -> None:
    old, new = ("".join(f"<p>word {step * number}</p>" for number in range(30_000)) for step in (1, 2))
    comparison = compare(tmp_path, {"index.html": f"<main>{old}"}, {"index.html": f"<main>{new}"})
    [difference] = entry(comparison, "/").differences
    assert (difference.lost[:2], difference.added[:2]) == (("1", "3"), ("30000", "30002"))
    assert (len(difference.lost), len(difference.added)) == (15_000, 15_000)


def test_long_paragraphs_that_all_differ_are_quick(tmp_path: Path) -> None:
    old, new = (
        "".join(f"<p>{page} " + " ".join(f"w{step * number}" for number in range(1900)) for page in range(20))
        for step in (1, 2)
    )
    comparison = compare(tmp_path, {"index.html": f"<main>{old}"}, {"index.html": f"<main>{new}"})
    lost = entry(comparison, "/").differences[0].lost
    assert len(lost) == 20
    assert [len(lost[number].split()) for number in (0, 19)] == [1899, 1901]


@pytest.mark.parametrize("block", ["<p>x</p>", "x ", "<pre>x</pre>"])
def test_texts_that_repeat_themselves_are_quick(tmp_path: Path, block: str) -> None:
    old, new = 8000 * block, f"<p>y</p>{4000 * block}<p>z</p>{4000 * block}"
    comparison = compare(tmp_path, {"index.html": f"<main>{old}"}, {"index.html": f"<main>{new}"})
    assert [difference.aspect.value for difference in entry(comparison, "/").differences] == ["texts"]


def test_paths_with_signs_of_urls_are_addresses(tmp_path: Path) -> None:
    site: Site = {
        "index.html": '<main><p><a href="a%3Fb%23c.html">x</a> <a href="caf%C3%A9/">y</a></p></main>',
        "a?b#c.html": POST, "café/index.html": POST, "50%.html": POST, "x" * 200 + ".html": POST,
    }  # fmt: skip
    assert compare(tmp_path, site, site).losses == []
