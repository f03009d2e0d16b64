"""The sizes of pictures, as a browser would show them, from files of every kind, whole and broken."""

from __future__ import annotations

import os
import struct
import time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.pictures.read import PictureFile, read_picture, read_picture_file
from tests.pictures import png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><rect width="7" height="7"/></svg>'
PROLOG = '<?xml version="1.0"?>\n<!-- width="9" > -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n'
ENTITIES = (
    '<!ENTITY a "<svg width=\'3\'>">\n]>\n<s:svg xmlns:s="http://www.w3.org/2000/svg" stroke-width="3"\n width=\'80\' '
)
DRAWINGS = {
    SVG.format('width="80" height="40"'): (80, 40),
    SVG.format('width="80px" height=" 40.4 " viewBox="0 0 3 5"'): (80, 40),
    SVG.format('width="1in" height="72pt"'): (96, 96),
    SVG.format('width="2.54cm" height="25.4mm"'): (96, 96),
    SVG.format('width="80" viewBox="0 0 24 12"'): (80, 40),
    SVG.format('height="80" viewBox="0,0,24,12"'): (160, 80),
    SVG.format('viewBox="0 0 2000 1000"'): (2000, 1000),
    SVG.format('viewBox="-5 -5 24 12"'): (1008, 504),  # it has no size: it fills the column, as without attributes
    SVG.format('width="100%" height="100%" viewBox="0 0 24 12"'): None,
    SVG.format('width="10em" height="5em"'): None,
    SVG.format('width="80" height="50%" viewBox="0 0 24 12"'): None,
    SVG.format('width="80"'): None,
    SVG.format('width="0" height="40"'): None,
    SVG.format('viewBox="0 0 0 12"'): None,
    SVG.format('viewBox="0 0 1e999 12"'): None,
    SVG.format('viewBox="0 0 nan 12"'): None,
    SVG.format('width="9999999" height="9999999"'): None,
    SVG.format(""): None,
    PROLOG + ENTITIES + 'height="40"/>': (80, 40),
    "\ufeff" + SVG.format('data-width="9" width="80" height="40"'): (80, 40),
}


@pytest.mark.parametrize("text", DRAWINGS)
def test_a_drawing_has_its_own_size_or_that_of_its_box_and_none_that_depends_on_the_page(text) -> None:
    size = DRAWINGS[text]
    expected = PictureFile(*size, "image/svg+xml") if size else None
    assert read_picture(text.encode(), "a.svg") == expected


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("JPEG", {"progressive": True}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("AVIF", {}),
    ],
)
def test_a_picture_has_its_size_and_type(kind, more) -> None:
    picture = saved(kind, 80, 40, **more)
    assert read_picture(picture, f"a.{kind.lower()}") == PictureFile(80, 40, f"image/{kind.lower()}")
    assert read_picture(picture, "a") == PictureFile(80, 40, f"image/{kind.lower()}")  # whatever its name


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_has_the_size_that_browsers_show(kind, orientation) -> None:
    image = pytest.importorskip("PIL.Image")
    exif = image.Exif()
    exif[0x112] = orientation
    size = (40, 80) if orientation > 4 else (80, 40)
    assert read_picture(saved(kind, 80, 40, exif=exif), "a") == PictureFile(*size, f"image/{kind.lower()}")


def test_a_jpeg_may_have_a_long_head() -> None:
    picture = saved("JPEG", 80, 40)
    profile = b"\xff\xe2" + struct.pack(">H", 0xFFFF) + bytes(0xFFFD)
    assert read_picture(picture[:2] + profile * 20 + picture[2:], "a.jpg") == PictureFile(80, 40, "image/jpeg")


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.png", b"", "empty"),
        ("a.JPG", b" \n", "empty"),
        ("a.webp", b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n", "a pointer of Git LFS"),
        ("a.gif", b"\n<!DOCTYPE html><title>Not found</title>", "a web page"),
        ("a.svg", b"<!DOCTYPE html><title>Not found</title>", "no picture"),
        ("a.svg", b"<svgx width='1' height='1'/>", "no picture"),
        ("a.png", png(9, 9)[:20], "damaged"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "damaged"),
    ],
)
def test_a_file_that_is_no_picture_says_what_it_is(name, data, fault) -> None:
    assert read_picture(data, name) == fault


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b""), ("a.png", b"BM a bitmap"), ("a.png", b"a picture"), ("a", b"x")]
)
def test_nothing_is_said_of_other_files(name, data) -> None:
    assert read_picture(data, name) is None


def test_only_files_are_opened(tmp_path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert read_picture_file(str(tmp_path / "a.png")) is None
    assert read_picture_file(str(tmp_path)) is None
    assert read_picture_file(str(tmp_path / "b.png")) is None
    (tmp_path / "b.png").write_bytes(png(80, 40))
    assert read_picture_file(str(tmp_path / "b.png")) == PictureFile(80, 40, "image/png")


HEADS = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"RIFF\0\0\0\0WEBPVP8X",
    b"\0\0\0\x18ftypavif\0\0\0\0avif",
    b"<svg ",
]
MARKERS = (
    b"\xff",
    b"\xe1",
    b"\xd8",
    b"meta",
    b"iloc",
    b"iinf",
    b"irot",
    b"\0\0\0\x10",
    b"Exif\0\0",
    b"viewBox='",
    b">",
)


@given(st.sampled_from(HEADS), st.lists(st.one_of(st.sampled_from(MARKERS), st.binary(max_size=12)), max_size=40))
def test_no_bytes_make_the_reader_fail(head, parts) -> None:
    picture = read_picture(head + b"".join(parts), "a.svg")
    assert picture is None or isinstance(picture, str) or 0 < min(picture.width, picture.height) <= 100_000


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff" + b"\xe0\0\x02\xff" * 2_000_000,  # segments without content
        b"\xff\xd8\xff" + b"\xff" * 8_000_000,
        b"\0\0\0\x18ftypavif\0\0\0\0avifmif1" + b"\0\0\0\x08free" * 1_000_000,
        b"<svg " + b"a='' " * 1_000_000,
        b"<!DOCTYPE svg [" + b"'" * 1_000_001,
        b"<!-- " * 1_000_000,
        b"<?" * 1_000_000,
        b" " * 5_000_000,
    ],
)
def test_a_large_head_takes_no_time(data) -> None:
    start = time.perf_counter()
    assert not isinstance(read_picture(data, "a.svg"), PictureFile)
    assert time.perf_counter() - start < 2


def saved(kind: str, width: int, height: int, **more: object) -> bytes:
    """A picture as Pillow saves it."""
    image = pytest.importorskip("PIL.Image")
    if kind == "AVIF" and not pytest.importorskip("PIL.features").check("avif"):
        pytest.skip("this Pillow writes no AVIF")
    output = BytesIO()
    image.new("RGB", (width, height), "teal").save(output, kind, **more)
    return output.getvalue()
