"""What is kept of lighter variants from one build to the next."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.built import Site, contents
from tests.hosts.pictures.drawn import NARROW, jpeg, made, post

Build = Callable[..., Site]
TEXTS = {"docs/blog/posts/a.md": post("bees.jpg"), "docs/bees.jpg": jpeg()}


def folder(site: Site) -> Path:
    return site.root / ".cache/iroco-blog/variants"


def variants(site: Site) -> list[Path]:
    return sorted(path for path in folder(site).iterdir() if path.suffix in {".avif", ".webp"})


def announced(site: Site) -> list[str]:
    return [note for note in site.notes if "variants" in note]


@pytest.mark.parametrize("damage", ["delete", "truncate", "replace", "empty", "folder"])
def test_a_damaged_variant_is_made_again(build: Build, damage: str) -> None:
    site = build(TEXTS, options=NARROW)
    right, victim = contents(site.out), variants(site)[0]
    data = victim.read_bytes()
    victim.unlink()
    if damage == "folder":
        victim.mkdir()
    elif damage != "delete":
        victim.write_bytes({"truncate": data[:-9], "replace": bytes(len(data)), "empty": b""}[damage])
    site.run()
    assert site.problems == []
    assert contents(site.out) == right
    assert announced(site) == ["Making lighter variants of 1 picture."]


@pytest.mark.parametrize(
    "rows",
    [[], [["../../../secret", 64, 1]], [["avif", -1, 0]], [["avif", "64", 0]], {"avif": 64}, "avif", [["gif", 64, 1]]],
)  # fmt: skip
def test_a_foreign_list_is_data_and_ends_no_build(build: Build, rows: object) -> None:
    site = build(TEXTS, options=NARROW)
    right = contents(site.out)
    (site.root / "secret").write_text("secret")
    file = folder(site) / "list"
    lines = file.read_bytes().split(b"\n")
    for number, line in enumerate(lines[1:-1], 1):
        key, _, rest = line.partition(b" ")
        if b"avif" in rest:
            value = json.dumps(rows, separators=(",", ":")).encode()
            from zlib import crc32  # noqa: PLC0415 - the cache's own sum

            lines[number] = b"%s %08x %s" % (key, crc32(value), value)
    file.write_bytes(b"\n".join(lines))
    site.run()
    assert site.problems == []
    if rows:
        assert contents(site.out) == right


def test_an_edit_that_adds_no_picture_makes_none(build: Build) -> None:
    site = build(TEXTS, options=NARROW, command="serve")
    (site.root / "docs/blog/posts/a.md").write_text(post("bees.jpg", "Something happened."))
    site.run(command="serve", fresh=False)
    assert announced(site) == []
    assert len(made(site)) == 4
    (site.root / "docs/bees.jpg").write_bytes(jpeg(90, 70))
    site.run(command="serve", fresh=False)
    assert announced(site) == ["Making lighter variants of 1 picture."]
    assert len(made(site)) == 4
    assert made(site)[0].partition("-")[0] in site.text("blog/2026/10/04/post-4/")


def test_a_picture_that_moves_is_not_made_again(build: Build) -> None:
    site = build(TEXTS, options=NARROW)
    before = made(site)
    (site.root / "docs/bees.jpg").rename(site.root / "docs/hive.jpg")
    (site.root / "docs/blog/posts/a.md").write_text(post("hive.jpg"))
    site.run()
    assert made(site) == before
    assert announced(site) == []


def test_variants_that_nobody_uses_for_a_month_are_deleted(build: Build) -> None:
    site = build(TEXTS, options=NARROW)
    old, used = folder(site) / "0123456789abcdef-32.avif", variants(site)
    old.write_bytes(b"")
    for path in (old, *used):
        os.utime(path, (0, 0))
    (site.root / "docs/hive.jpg").write_bytes(jpeg(90, 70))
    (site.root / "docs/blog/posts/b.md").write_text(post("hive.jpg", day=5))
    site.run()
    assert not old.exists()
    assert all(path.exists() for path in used)


def test_without_a_cache_nothing_is_left_behind(build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    site = build(TEXTS, options={**NARROW, "cache": False})
    assert len(made(site)) == 4
    assert list(temporary.iterdir()) == []
