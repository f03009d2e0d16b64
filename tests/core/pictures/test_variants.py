"""The widths that a picture gets, the variants that are worth offering, and the pictures of a text that have them."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.core.html.picture_sources import offer_sources, picture_addresses
from mkdocs_iroco_blog.core.pictures.variants import (
    Variant,
    VariantData,
    VariantOptions,
    read_images,
    variant_widths,
    worth_offering,
)

WIDTHS = (480, 960, 1440)
VARIANTS = {"bees.jpg": [Variant("webp", 480, "pictures/a-480.webp")]}


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, [480, 960, 1440]),
        (1440, [480, 960, 1440]),
        (1439, [480, 960, 1439]),
        (480, [480]),
        (300, [300]),
        (1, [1]),
    ],
)
def test_a_picture_has_no_variant_that_is_wider_than_itself(width: int, widths: list[int]) -> None:
    assert variant_widths(width, WIDTHS) == widths


def data(kind: str, width: int, size: int) -> VariantData:
    return VariantData(kind, width, bytes(size))


def test_a_format_whose_widest_variant_is_too_heavy_goes_as_a_whole() -> None:
    variants = [data("avif", 480, 10), data("avif", 960, 99), data("webp", 480, 10), data("webp", 960, 100)]
    assert worth_offering(variants, 100) == variants[:2]
    assert worth_offering(variants, 99) == []
    assert worth_offering([], 99) == []


def test_a_variant_that_is_heavier_than_the_original_is_left_out() -> None:
    variants = [data("avif", 480, 200), data("avif", 960, 90)]
    assert worth_offering(variants, 100) == variants[1:]


def test_the_option_is_off_on_or_a_mapping() -> None:
    assert read_images(value=False) == (None, [])
    assert read_images(value=True) == (VariantOptions(), [])
    assert read_images({}) == (VariantOptions(), [])
    options, faults = read_images({"widths": [960, 480, 960], "formats": ["webp"], "quality": 50})
    assert options == VariantOptions((480, 960), ("webp",), 50)
    assert faults == []


@pytest.mark.parametrize(
    "image",
    [
        '<img src="bees.jpg" width="8">', "<img src=bees.jpg width=8>", "<img SRC='bees.jpg' HEIGHT='8'>",
        '<img alt="a > b" width="8" src="bees.jpg?1#only-light">', '<img src="b&#101;es.jpg" width="8"/>',
    ],
)  # fmt: skip
def test_a_picture_gets_an_element_around_it(image: str) -> None:
    html = offer_sources(f"<p>{image}</p>", VARIANTS, lambda link: link, lambda url: f"/{url}?a&b")
    source = '<source type="image/webp" srcset="/pictures/a-480.webp?a&amp;b 480w" sizes="min('
    assert html.startswith(f"<p><picture>{source}")
    assert html.endswith(f"{image}</picture></p>")


@pytest.mark.parametrize(
    "html",
    [
        '<img src="bees.jpg">', '<img src="bees.jpg" width="8" style="">', '<img src="other.jpg" width="8">',
        '<img data-src="bees.jpg" width="8">', '<!-- <img src="bees.jpg" width="8"> -->',
        '<img src="bees.jpg" width="8',
        '<picture><img src="bees.jpg" width="8"></picture>', '<script>"<img src=bees.jpg width=8>"</script>',
    ],
)  # fmt: skip
def test_other_html_stays_as_it_is(html: str) -> None:
    assert offer_sources(html, VARIANTS, lambda link: link, str) == html


def test_a_text_of_nothing_but_openings_is_read_once() -> None:
    """With a search that begins again at each tag, this takes an hour."""
    for opening in ("<img ", '<img alt="', "<img '", "<picture>", '<img a="<img a="'):
        assert list(picture_addresses(opening * 100_000, "")) == []
