"""Files that are unusual pictures, or none: each ends in a right picture or in a message."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.built import Site
from tests.hosts.pictures.drawn import NARROW, encoded, jpeg, offered, opened, photograph, post

from PIL import Image, ImageCms  # isort: skip - the line above skips these tests where there is no Pillow

RED, WHITE, SIZE = (250, 20, 30), (255, 255, 255), (160, 120)


def plain(mode: str, colour: object, size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture of one colour, with a photograph's grain beside it, so that variants are lighter."""
    picture = photograph(*size).convert(mode)
    picture.paste(colour, (0, 0, size[0] // 2, size[1]))  # type: ignore[arg-type] # a colour of any mode
    return picture


def turned(kind: str) -> bytes:
    """A picture whose Exif data ask for a quarter turn."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"  # a place
    return encoded(plain("RGB", RED), kind, exif=exif, **({"quality": 95} if kind != "PNG" else {}))


def grey_of_16_bits() -> bytes:
    noise = photograph(*SIZE).convert("I").point(lambda value: value * 150)
    noise.paste(40_000, (0, 0, SIZE[0] // 2, SIZE[1]))
    return encoded(noise.convert("I;16"), "PNG")


def half_clear() -> Image.Image:
    picture = plain("RGBA", (*RED, 255))
    picture.paste((0, 0, 0, 0), (SIZE[0] // 2, 0, *SIZE))
    picture.paste(photograph(40, 40), (110, 40))
    return picture


def with_profile() -> bytes:
    """A picture whose profile exchanges red and green: shown without it, the colours are wrong."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return encoded(plain("RGB", RED), "JPEG", quality=95, icc_profile=bytes(profile))


def moving(kind: str) -> bytes:
    frames = [plain("RGB", RED), plain("RGB", WHITE)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:])


def bomb(side: int) -> bytes:
    """A PNG of a few bytes that says that it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


def damaged() -> bytes:
    data = bytearray(encoded(plain("RGB", RED), "PNG"))
    data[len(data) // 2] ^= 0xFF
    return bytes(data)


PICTURES: dict[str, bytes] = {
    "cmyk.jpg": encoded(plain("CMYK", (0, 240, 240, 0)), quality=95),
    "grey16.png": grey_of_16_bits(),
    "grey.jpg": encoded(plain("L", 100), quality=95),
    "palette.png": encoded(plain("RGB", RED).quantize(250), "PNG"),
    "palette-clear.png": encoded(half_clear().quantize(250), "PNG"),
    "clear.png": encoded(half_clear(), "PNG"),
    "opaque.png": encoded(plain("RGBA", (*RED, 255)), "PNG"),
    **{f"turned.{kind}": turned(kind.upper().replace("JPG", "JPEG")) for kind in ("jpg", "png", "webp", "avif")},
    "profile.jpg": with_profile(),
    "broken-profile.jpg": encoded(plain("RGB", RED), quality=95, icc_profile=b"no profile"),
    "two.mpo.jpg": encoded(plain("RGB", RED), "MPO", save_all=True, append_images=[plain("RGB", WHITE)], quality=95),
    "still.gif": encoded(plain("RGB", RED), "GIF"),
    "UPPER.JPG": encoded(plain("RGB", RED), quality=95),
    **{f"moving.{kind}": moving(kind.upper()) for kind in ("gif", "png", "webp", "avif")},
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60"><rect width="80" height="60"/></svg>',
    "truncated.jpg": jpeg(800, 600)[:20_000],
    "damaged.png": damaged(),
    "text.jpg": b"This is no picture.",
    "tiff.jpg": encoded(plain("RGB", RED), "TIFF"),
    "large.png": bomb(8_000),
    "bomb.png": bomb(30_000),
}  # fmt: skip
LEFT = {"moving.gif", "moving.png", "moving.webp", "moving.avif", "drawing.svg"}
REFUSED = {"truncated.jpg", "damaged.png", "text.jpg", "tiff.jpg", "large.png", "bomb.png"}
Once = Callable[..., Site]


def address(name: str) -> str:
    return f"blog/2026/10/01/{name.lower().replace('.', '')}/"


@pytest.fixture(scope="module")
def site(build_once: Once) -> Site:
    """A blog with a post for each picture."""
    posts = {
        f"docs/blog/posts/{name}.md": f"---\ndate: 2026-10-01\nimage: {name}\n---\n\n# {name}\n" for name in PICTURES
    }
    return build_once({**posts, **{f"docs/{name}": data for name, data in PICTURES.items()}}, options=NARROW)


def variant(site: Site, name: str, kind: str) -> Image.Image:
    return opened(site, offered(site, address(name), ".iroco-picture")[f"image/{kind}"][-1])


def shown(site: Site, name: str) -> dict[str, str]:
    """Return the attributes of the `<img>`."""
    [image] = site.page(address(name)).css("img.u-featured")
    return {key: value or "" for key, value in image.attributes.items()}


def left_colour(picture: Image.Image) -> tuple[int, ...]:
    colour = picture.convert("RGBA").getpixel((picture.width // 4, picture.height // 2))
    assert isinstance(colour, tuple)
    return colour[:3]


def is_near(colour: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 16 for a, b in zip(colour, other, strict=True))


@pytest.mark.parametrize("kind", ["avif", "webp"])
@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("cmyk.jpg", (255, 15, 15)), ("grey16.png", (156, 156, 156)), ("grey.jpg", (100, 100, 100)),
        *((name, RED) for name in ("palette.png", "palette-clear.png", "clear.png", "opaque.png", "still.gif")),
        *((name, RED) for name in ("two.mpo.jpg", "broken-profile.jpg", "UPPER.JPG")),
    ],
)  # fmt: skip
def test_colours_stay_as_browsers_show_them(site: Site, name: str, colour: tuple[int, ...], kind: str) -> None:
    picture = variant(site, name, kind)
    assert picture.size == (64, 48)
    assert is_near(left_colour(picture), colour), left_colour(picture)


def test_colours_of_a_profile_become_those_of_srgb(site: Site) -> None:
    picture = variant(site, "profile.jpg", "webp")
    red, green, _ = left_colour(picture)
    assert green > 200 > red
    assert "icc_profile" not in picture.info


@pytest.mark.parametrize("name", ["clear.png", "palette-clear.png"])
@pytest.mark.parametrize("kind", ["avif", "webp"])
def test_what_is_transparent_stays_so(site: Site, name: str, kind: str) -> None:
    alpha = variant(site, name, kind).convert("RGBA").getchannel("A")
    assert (alpha.getpixel((8, 24)), alpha.getpixel((60, 4))) == (255, 0)


def test_a_picture_that_is_opaque_has_no_alpha(site: Site) -> None:
    assert variant(site, "opaque.png", "avif").mode == "RGB"


@pytest.mark.parametrize("name", ["turned.jpg", "turned.png", "turned.avif"])
def test_a_picture_is_turned_as_its_exif_data_ask(site: Site, name: str) -> None:
    picture = variant(site, name, "avif")
    assert picture.size == (64, 85)
    assert is_near(picture.convert("RGB").getpixel((32, 10)), RED)  # type: ignore[arg-type] # a tuple of three
    assert not picture.getexif()


def test_a_webp_is_not_turned_because_browsers_do_not(site: Site) -> None:
    assert variant(site, "turned.webp", "webp").size == (64, 48)


@pytest.mark.parametrize("name", ["turned.jpg", "turned.webp", "turned.avif", "cmyk.jpg", "two.mpo.jpg"])
def test_a_variant_has_the_ratio_that_the_page_states(site: Site, name: str) -> None:
    attributes, picture = shown(site, name), variant(site, name, "avif")
    ratio = int(attributes["width"]) / int(attributes["height"])
    assert abs(picture.width / picture.height - ratio) < 0.02


@pytest.mark.parametrize("name", sorted(LEFT | REFUSED))
def test_a_picture_without_variants_is_shown_as_it_is(site: Site, name: str) -> None:
    assert offered(site, address(name), "article") == {}
    assert shown(site, name)["src"].endswith(f"/{name}")
    assert (site.out / name).read_bytes() == PICTURES[name]


def test_a_file_that_cannot_be_read_is_named_in_a_message(site: Site) -> None:
    said = {name: problem for problem in site.problems for name in REFUSED if name in problem}
    assert said.keys() == REFUSED
    assert "has more than 50,000,000 pixels" in said["large.png"]
    assert "has more than 50,000,000 pixels" in said["bomb.png"]
    assert "is not a picture that Pillow can read" in said["text.jpg"]
    assert "is not a picture that Pillow can read" in said["tiff.jpg"]
    assert "is damaged (image file is truncated" in said["truncated.jpg"]
    assert all("moving" not in problem and "drawing" not in problem for problem in site.problems)
    assert str(site.root) not in "".join(said.values())


def test_an_empty_file_is_reported_once(build_once: Once) -> None:
    site = build_once({"docs/blog/posts/a.md": post("empty.jpg"), "docs/empty.jpg": b""}, options=NARROW)
    assert len(site.problems) == 1


def test_metadata_such_as_the_place_stay_in_the_original(site: Site) -> None:
    for path in Path(site.out, "iroco_blog/pictures").iterdir():
        with Image.open(path) as picture:
            assert not picture.getexif()
            assert not {"exif", "icc_profile", "xmp"} & picture.info.keys()
