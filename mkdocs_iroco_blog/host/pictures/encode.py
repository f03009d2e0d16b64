"""Makes the variants of one picture with Pillow, within bounds: pictures may come from strangers.

Only this module knows Pillow. It is imported when there is something to make, because that takes 0.1 s.
"""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from typing import Any

from mkdocs_iroco_blog.core.pictures.variants import VariantData, VariantOptions, variant_widths, worth_offering

MOST_PIXELS = 50_000_000
"""The most pixels of a picture. Of larger ones, a few bytes may fill the memory."""
_TOO_LARGE = f"has more than {MOST_PIXELS:,} pixels"
RECIPE = 1
"""Raise it with each change of this module that gives other variants."""
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_ENCODERS: dict[str, dict[str, Any]] = {
    # Speed 6, Pillow's own, takes twice the time for files that are 2 % smaller. Each picture has one thread.
    "avif": {"speed": 7, "max_threads": 1},
    "webp": {"method": 4},  # 6 takes twice the time for files that are 4 % smaller
}
_ORIENTATION = 0x0112
_SIDEWAYS = (5, 6, 7, 8)


class UnusablePictureError(Exception):
    """A picture has no variants. The message says why, as the end of a sentence."""


def pillow_version() -> str:
    """Return the version of Pillow, or an empty string if it is not installed."""
    try:
        return version("pillow")
    except PackageNotFoundError:
        return ""


def writable_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the formats that this Pillow writes."""
    try:
        from PIL import features  # noqa: PLC0415 - see above
    except ImportError:  # made for another Python
        return ()
    return tuple(name for name in formats if name in features.modules and features.check(name))


def encode(path: str, options: VariantOptions) -> list[VariantData]:
    """Return the variants of the picture at a path that are worth offering; none of a picture that moves.

    Raises `UnusablePictureError` for a file that holds no picture, or none that is whole.
    """
    try:
        scaled = _scaled_pictures(path, options)
        variants = [
            VariantData(name, picture.width, _encoded(picture, name, options.quality))
            for name in options.formats
            for picture in scaled
        ]
        return worth_offering(variants, os.path.getsize(path))  # noqa: PTH202 - of each picture
    except UnusablePictureError:
        raise
    except Exception as error:
        raise UnusablePictureError(_fault(error)) from error


def _scaled_pictures(path: str, options: VariantOptions) -> list[Any]:
    """Return a picture in each of its widths, upright and in sRGB."""
    from PIL import Image  # noqa: PLC0415 - see above

    with Image.open(path, formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS:
            raise UnusablePictureError(_TOO_LARGE)
        # An MPO is a photograph that has another beside it, such as a thumbnail.
        if image.format != "MPO" and getattr(image, "is_animated", False):
            return []
        # Browsers do not turn a WebP: tests/browser/test_images.py
        turn = image.format != "WEBP"
        is_sideways = turn and image.getexif().get(_ORIENTATION) in _SIDEWAYS
        width, height = image.size[::-1] if is_sideways else image.size
        widths = variant_widths(width, options.widths)
        image.draft(None, (2 * widths[-1], 2 * widths[-1]))  # a JPEG can be read smaller, which saves memory
        picture, profile = _upright(image), image.info.get("icc_profile")
    largest = _in_srgb(_resized(picture, widths[-1], height / width), profile)
    return [largest if each == largest.width else _resized(largest, each, height / width) for each in widths]


def _upright(image: Any) -> Any:
    """Return a picture as browsers turn it, in channels that can be scaled."""
    from PIL import ImageOps  # noqa: PLC0415 - see above

    picture = ImageOps.exif_transpose(image)
    if picture.mode.startswith("I"):  # 16 bits of grey, of which `convert` cuts all but the lowest 8 off
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _resized(picture: Any, width: int, ratio: float) -> Any:
    from PIL import Image  # noqa: PLC0415 - see above

    size = (width, max(1, round(width * ratio)))
    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_srgb(picture: Any, profile: bytes | None) -> Any:
    """Convert the colours, because a variant has no profile. Of an unusable profile, browsers take no notice either."""
    from PIL import ImageCms  # noqa: PLC0415 - see above

    mode = "RGBA" if picture.mode == "RGBA" and picture.getextrema()[3] != (255, 255) else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass
        else:
            picture = converted
    picture = picture if picture.mode == mode else picture.convert(mode)
    picture.info = {}  # a place or a camera's number is nobody's business
    return picture


def _encoded(picture: Any, name: str, quality: int) -> bytes:
    output = BytesIO()
    picture.save(output, name, quality=quality, **_ENCODERS[name])
    return output.getvalue()


def _fault(error: Exception) -> str:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - see above

    if isinstance(error, Image.DecompressionBombError):
        return _TOO_LARGE
    if isinstance(error, UnidentifiedImageError):
        return "is not a picture that Pillow can read"
    return f"is damaged ({' '.join(str(error).split()) or type(error).__name__})"
