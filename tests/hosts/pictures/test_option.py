"""The option for lighter variants of pictures, and what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from mkdocs.exceptions import Abort

from tests.hosts.built import Site, contents
from tests.hosts.host import COMMAND
from tests.hosts.pictures.drawn import NARROW, jpeg, made, offered, post, widths

Build = Callable[..., Site]
POST = "docs/blog/posts/a.md"
PAGE = "blog/2026/10/04/post-4/"


def test_widths_formats_and_quality_can_be_chosen(build: Build) -> None:
    texts = {POST: post("bees.jpg"), "docs/bees.jpg": jpeg(200, 150)}
    sizes = []
    for quality in (20, 90):
        images = {"widths": [100, 40], "formats": ["webp"], "quality": quality}
        site = build(texts, options={"images": images}, strict=True)
        assert widths(site, PAGE, ".iroco-picture") == {"image/webp": [40, 100]}
        sizes.append((site.out / offered(site, PAGE, ".iroco-picture")["image/webp"][1]).stat().st_size)
    assert sizes[0] < sizes[1]


@pytest.mark.parametrize(
    "images",
    [
        {"widths": 480},
        {"widths": []},
        {"widths": [8]},
        {"widths": [True]},
        {"formats": ["jpeg"]},
        {"quality": 0},
        {"width": [480]},
    ],
)
def test_an_option_that_makes_no_sense_ends_the_build(
    build: Build, images: object, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        build({POST: post()}, options={"images": images})
    assert "option images: " in caplog.text
    assert "[IB323]" in caplog.text


@pytest.mark.parametrize("images", [False, None])
def test_nothing_changes_without_the_option(build: Build, images: object) -> None:
    texts = {POST: post("bees.jpg", "![Bees](../../bees.jpg)"), "docs/bees.jpg": jpeg()}
    site, plain = build(texts, options={"images": images}, strict=True), build(texts, strict=True)
    assert contents(site.out).keys() == contents(plain.out).keys()
    assert site.text(PAGE) == plain.text(PAGE)
    assert made(site) == []


def test_the_folder_of_an_unwritable_cache_does_not_stop_the_build(build: Build) -> None:
    site = build({POST: post("bees.jpg"), "docs/bees.jpg": jpeg(), ".cache": "a file"}, options=NARROW)
    assert len(made(site)) == 4
    assert site.problems == []


@pytest.mark.parametrize("images", [False, True])
def test_a_pillow_that_cannot_be_imported_is_needed_by_the_option_only(build: Build, images: bool) -> None:
    texts = {POST: post("bees.jpg"), "docs/bees.jpg": jpeg(), "broken/PIL/__init__.py": "raise ImportError\n"}
    site = build(texts, options={"images": images})
    path = os.pathsep.join([str(site.root / "broken"), *sys.path])
    command = [*COMMAND, "build"]
    done = subprocess.run(
        command, cwd=site.root, env=os.environ | {"PYTHONPATH": path}, capture_output=True, check=True
    )
    assert ("this version of Pillow cannot write avif and webp" in done.stderr.decode()) == images
    assert made(site) == []
