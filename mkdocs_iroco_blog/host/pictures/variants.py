"""Has the lighter variants of a blog's pictures made, and adds them to the site's files."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.html.picture_sources import picture_addresses
from mkdocs_iroco_blog.core.messages.addresses import NO_LIGHTER_PICTURE
from mkdocs_iroco_blog.core.messages.options import NO_PILLOW
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.pictures.variants import Variant, VariantData, VariantOptions, read_images
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.speed import Speed, VariantFile, variant_name
from mkdocs_iroco_blog.host.report import log

from .encode import RECIPE, UnusablePictureError, encode, pillow_version, writable_formats

_FOLDER = "iroco_blog/pictures"
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
_MOST_THREADS = 8
"""Each thread holds a whole picture in memory."""


@dataclass(frozen=True, slots=True)
class Variants:
    """The variants of a blog's pictures."""

    by_url: Mapping[str, Sequence[Variant]] = field(default_factory=dict)
    """Those of each picture, by its URL under the site's root."""
    findings: Sequence[Finding] = ()


def make_variants(
    pages: BlogPages, bodies: Mapping[str, Body], index: FileIndex, files: Files, config: MkDocsConfig, speed: Speed,
    others: Iterable[Mapping[str, Sequence[Variant]]],
) -> Variants:  # fmt: skip
    """Make the variants that no earlier build has made, and none of the `others`, the variants of other blogs."""
    options, _ = read_images(pages.settings.images)
    if options is None:
        return Variants()
    if fault := _missing_pillow(options):
        return Variants(findings=[NO_PILLOW("images", fault=fault)])
    recipe = f"{RECIPE}\0{pillow_version()}\0{options!r}"
    pictures = {file.src_uri: file for file in _pictures(pages.posts, bodies, index) if _is_usable(file, speed)}
    keys = {uri: _key(recipe, speed.digest(file.abs_src_path or "")) for uri, file in pictures.items()}
    ready = {_key_in(same[0].url): same for other in others for same in other.values()}
    missing: dict[str, File] = {}
    for uri, key in keys.items():
        if key not in ready and (known := speed.variants(key)) is not None:
            ready[key] = _publish(key, known, files, config)
        elif key not in ready:
            missing[key] = pictures[uri]
    findings = []
    for key, result in _encode_all(missing, options):
        if isinstance(result, UnusablePictureError):
            findings.append(NO_LIGHTER_PICTURE(missing[key].src_uri, fault=result))
        else:
            ready[key] = _publish(key, speed.keep_variants(key, result), files, config)
    return Variants({pictures[uri].url: ready[key] for uri, key in keys.items() if ready.get(key)}, findings)


def _missing_pillow(options: VariantOptions) -> str:
    """Return what is missing to write the formats, as the end of a sentence."""
    if not pillow_version():
        return "Pillow is not installed"
    lacking = sorted({*options.formats} - {*writable_formats(options.formats)})
    return f"this version of Pillow cannot write {' and '.join(lacking)}" if lacking else ""


def _pictures(pages: Iterable[PostPage], bodies: Mapping[str, Body], index: FileIndex) -> Iterator[File]:
    """Yield the files of the pictures of posts. A locked post shows none outside of its text, which nobody may read."""
    for page in pages:
        if page.locked:
            continue
        post = page.post
        for target in _covers(post):
            if file := index.file(target, post.source):
                yield file
        body = bodies[post.source]
        excerpt = body.excerpt.content.html(page.url) if post.excerpt else ""
        for address in picture_addresses(body.html + excerpt, page.url):
            if file := index.file_at(unquote(address)):
                yield file


def _covers(post: Post) -> Iterator[str]:
    for image in (post.image, post.image and post.image.dark):
        if image:
            yield image.src


def _is_usable(file: File, speed: Speed) -> bool:
    """Whether a file may have variants: the host copies it, and it looks like a picture of pixels."""
    path = file.abs_src_path if file.src_uri.lower().endswith(_ENDINGS) else None
    return path is not None and os.path.isfile(path) and not isinstance(speed.picture(path), str)  # noqa: PTH113 - of each picture


def _key(recipe: str, digest: str) -> str:
    return sha256(f"{recipe}\0{digest}".encode()).hexdigest()[:16]


def _encode_all(
    pictures: Mapping[str, File], options: VariantOptions
) -> Iterator[tuple[str, list[VariantData] | UnusablePictureError]]:
    """Make the variants of pictures, on every processor. Pillow does its work outside of Python's lock."""
    if not pictures:
        return
    log.info("Making lighter variants of %d picture%s.", len(pictures), "s" if len(pictures) > 1 else "")
    paths = [file.abs_src_path or "" for file in pictures.values()]
    with warnings.catch_warnings(), ThreadPoolExecutor(min(_processors(), _MOST_THREADS)) as pool:
        warnings.simplefilter("ignore")  # a strange file is none of the host's business
        yield from zip(pictures, pool.map(partial(_attempt, options=options), paths), strict=True)


def _attempt(path: str, options: VariantOptions) -> list[VariantData] | UnusablePictureError:
    try:
        return encode(path, options)
    except UnusablePictureError as error:
        return error


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _key_in(url: str) -> str:
    return url.removeprefix(f"{_FOLDER}/").partition("-")[0]


def _publish(key: str, variants: Sequence[VariantFile], files: Files, config: MkDocsConfig) -> Sequence[Variant]:
    """Add variants to the files that the host copies, and return what pages can show."""
    offered = []
    for kind, width, path in variants:
        uri = f"{_FOLDER}/{variant_name(key, kind, width)}"
        if files.get_file_from_path(uri) is None:  # else the site has been built in another language
            files.append(File.generated(config, uri, abs_src_path=path, inclusion=InclusionLevel.INCLUDED))
        offered.append(Variant(kind, width, uri))
    return offered
