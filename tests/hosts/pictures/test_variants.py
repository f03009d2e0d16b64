"""Lighter variants of pictures, on the pages that show them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.built import Site, contents
from tests.hosts.pictures.drawn import NARROW, encoded, jpeg, made, offered, opened, photograph, post, stamps, widths

Build = Callable[..., Site]
POST = "docs/blog/posts/a.md"
PAGE = "blog/2026/10/04/post-4/"
TYPES = ["image/avif", "image/webp"]


def in_both(*each: int) -> dict[str, list[int]]:
    return {kind: [*each] for kind in TYPES}


def test_a_cover_is_offered_in_two_formats_and_three_widths(build: Build) -> None:
    site = build({POST: post("bees.jpg"), "docs/bees.jpg": jpeg(2000, 1500)}, options={"images": True}, strict=True)
    assert widths(site, PAGE, ".iroco-picture") == in_both(480, 960, 1440)
    for kind, files in offered(site, PAGE, ".iroco-picture").items():
        for path, width in zip(files, [480, 960, 1440], strict=True):
            picture = opened(site, path)
            assert picture.size == (width, width * 3 // 4)
            assert f"image/{(picture.format or '').lower()}" == kind
            assert (site.out / path).stat().st_size < (site.out / "bees.jpg").stat().st_size


def test_the_original_stays_for_the_img_the_feeds_the_metadata_and_microformats(build: Build) -> None:
    text = "![Bees](../../bees.jpg)"
    site = build({POST: post("bees.jpg", text), "docs/bees.jpg": jpeg()}, options=NARROW, strict=True)
    [picture], [social] = (site.page(PAGE).css(it) for it in ("picture > img.u-featured", 'meta[property="og:image"]'))
    assert picture.attributes["src"] == "../../../../../bees.jpg"
    assert site.entry(PAGE)["featured"][0]["value"] == "https://example.org/bees.jpg"
    assert social.attributes["content"] == "https://example.org/bees.jpg"
    [feed] = site.out.rglob("feed*.xml")
    assert "bees.jpg" in feed.read_text("utf-8")
    assert "iroco_blog/pictures" not in "".join(path.read_text("utf-8") for path in site.out.rglob("*.xml"))
    assert (site.out / "bees.jpg").read_bytes() == jpeg()


def test_a_picture_in_a_text_keeps_its_link_its_classes_and_its_attributes(build: Build) -> None:
    text = "[![Bees](../../bees.jpg){ .wide #hive title='A hive' }](https://example.org/hive/)"
    site = build(
        {POST: post("", text), "docs/bees.jpg": jpeg()}, options=NARROW, config={"markdown_extensions": ["attr_list"]}
    )
    [picture] = site.page(PAGE).css('.e-content a[href="https://example.org/hive/"] > picture')
    sources, image = picture.css("source"), picture.css_first("img")
    assert len(sources) == 2
    assert image is not None
    attributes = image.attributes
    assert (attributes["class"], attributes["id"], attributes["title"], attributes["alt"]) == (
        "wide",
        "hive",
        "A hive",
        "Bees",
    )
    assert offered(site, PAGE, ".e-content").keys() == {*TYPES}


def test_an_excerpt_on_lists_at_any_depth_offers_the_same_files(build: Build) -> None:
    text = "Bees ![Bees](bees.jpg) hum.\n\n<!-- more -->\n\nThey do."
    texts = {POST: post("", text, tags="[bees]"), "docs/blog/posts/bees.jpg": jpeg()}
    site = build(texts, options=NARROW, strict=True)
    files = offered(site, PAGE, ".e-content")
    assert files.keys() == {*TYPES}
    for url in ("blog/", "blog/category/", "blog/tags/bees/"):
        if url in site.urls and "p-summary" in site.text(url):
            assert offered(site, url, ".p-summary") == files
        assert not site.lost_links(url) if url in site.urls else True
    assert all((site.out / path).is_file() for paths in files.values() for path in paths)


def test_what_the_author_has_laid_out_stays_as_it_is(build: Build) -> None:
    source = "../../../../../bees.jpg"
    texts = [
        "![Bees](../../bees.jpg){ style='width: 50%' }",
        f'<img src="{source}" alt="" width="8" srcset="{source} 2x">',
        f'<picture><source srcset="{source}"><img src="{source}" alt="" width="8"></picture>',
        f"`<img src='{source}' width=8>` <!-- <img src='{source}' width=8> -->",
        "![Bees](https://example.com/bees.jpg)",
    ]
    posts = {f"docs/blog/posts/{day}.md": post("", text, day) for day, text in enumerate(texts, 1)}
    config = {"markdown_extensions": ["attr_list"]}
    site = build({**posts, "docs/bees.jpg": jpeg()}, options=NARROW, config=config)
    for day in range(1, 6):
        assert "iroco_blog/pictures" not in site.text(f"blog/2026/10/{day:02}/post-{day}/")


def test_a_width_of_the_authors_decides_what_browsers_load(build: Build) -> None:
    texts = {POST: post("", "![Bees](../../bees.jpg){ width=48 }"), "docs/bees.jpg": jpeg()}
    site = build(texts, options=NARROW, config={"markdown_extensions": ["attr_list"]})
    assert {node.attributes["sizes"] for node in site.page(PAGE).css(".e-content source")} == {"min(48px, 100vw)"}


def test_no_variant_is_wider_than_the_picture(build: Build) -> None:
    site = build({POST: post("bees.jpg"), "docs/bees.jpg": jpeg(50, 40)}, options=NARROW)
    assert widths(site, PAGE, ".iroco-picture") == in_both(32, 50)


def test_a_variant_that_is_heavier_than_the_original_is_left_out(build: Build) -> None:
    tiny = encoded(photograph(64, 48).quantize(2), "PNG", optimize=True)
    site = build({POST: post("dots.png"), "docs/dots.png": tiny}, options=NARROW, strict=True)
    assert made(site) == []
    assert site.page(PAGE).css_first("picture") is None
    assert site.page(PAGE).css_first("img.u-featured") is not None


def test_a_picture_of_several_posts_languages_and_blogs_is_made_once(build: Build) -> None:
    posts = {f"docs/{blog}/posts/{day}.md": post("bees.jpg", "", day) for day in (1, 2) for blog in ("blog", "log")}
    plugins = ["search", {"iroco-blog": NARROW}, {"iroco-blog": NARROW | {"blog_dir": "log"}}]
    site = build({**posts, "docs/bees.jpg": jpeg(), "docs/copy.jpg": jpeg()}, plugins=plugins, strict=True)
    assert len(made(site)) == 4
    assert [note for note in site.notes if "variants" in note] == ["Making lighter variants of 1 picture."]
    assert offered(site, "blog/2026/10/01/post-1/", "article") == offered(site, "log/2026/10/02/post-2/", "article")


@pytest.mark.parametrize("config", [{"use_directory_urls": False}, {"site_url": ""}, {"theme": "bare"}])
def test_every_variant_that_a_page_offers_is_there(build: Build, config: dict[str, object]) -> None:
    theme = str(config.pop("theme", "mkdocs"))
    texts = {POST: post("bees.jpg", "![Bees](../../bees.jpg)"), "docs/bees.jpg": jpeg()}
    site = build(texts, theme, options=NARROW, config=config)
    for url in (site.post("post-4"), "blog/" if "blog/" in site.urls else "blog/index.html"):
        files = offered(site, url, "article")
        assert all((site.out / path).is_file() for paths in files.values() for path in paths)
    assert offered(site, site.post("post-4"), ".e-content") == offered(site, site.post("post-4"), ".iroco-picture")


def test_pictures_of_a_jekyll_site(build: Build) -> None:
    texts = {
        "_config.yml": "title: Garden\n",
        "_posts/2026-10-04-bees.md": "---\nimage: /bees.jpg\n---\n![Bees](/bees.jpg)\n",
        "bees.jpg": jpeg(),
    }
    site = build(texts, options={**NARROW, "jekyll": "."})
    url = site.post("bees")
    assert offered(site, url, ".iroco-picture").keys() == {*TYPES}
    assert all((site.out / path).is_file() for paths in offered(site, url, ".e-content").values() for path in paths)


def test_two_builds_make_the_same_bytes(build: Build) -> None:
    texts = {POST: post("bees.jpg"), "docs/bees.jpg": jpeg()}
    first, second = build(texts, options=NARROW), build(texts, options=NARROW)
    assert contents(first.out) == contents(second.out)
    without = build(texts, options={**NARROW, "cache": False})
    assert contents(first.out) == contents(without.out)


@pytest.mark.usefixtures("locks")
def test_a_locked_post_has_no_variants(build: Build) -> None:
    locked = post("bees.jpg", "![Bees](../../bees.jpg)", password="hum")  # noqa: S106 - of the post
    plugins = ["search", {"iroco-blog": NARROW}, {"encryptcontent": {}}]
    site = build({POST: locked, "docs/bees.jpg": jpeg()}, plugins=plugins)
    assert made(site) == []


def test_the_glightbox_plugin_still_opens_the_original(build: Build) -> None:
    plugins = ["search", "glightbox", {"iroco-blog": NARROW}]
    site = build({POST: post("", "![Bees](../../bees.jpg)"), "docs/bees.jpg": jpeg()}, plugins=plugins)
    [link] = site.page(PAGE).css(".e-content a.glightbox")
    assert (link.attributes["href"] or "").endswith("bees.jpg")
    assert link.css("picture > img")


def test_a_dirty_build_offers_them_too(build: Build) -> None:
    site = build({POST: post("bees.jpg"), "docs/bees.jpg": jpeg()}, options=NARROW, dirty=True)
    files = offered(site, PAGE, ".iroco-picture")
    assert len(made(site)) == 4
    site.run(dirty=True)
    assert offered(site, PAGE, ".iroco-picture") == files
    assert len(made(site)) == 4


def test_each_language_of_a_site_offers_them(build: Build) -> None:
    languages = [
        {"locale": "en", "name": "English", "default": True, "build": True},
        {"locale": "fr", "name": "French", "build": True},
    ]
    plugins = ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}, {"iroco-blog": NARROW}]
    posts = {f"docs/{code}/blog/posts/a.md": post("/bees.jpg") for code in ("en", "fr")}
    pages = {f"docs/{code}/index.md": "# Home\n" for code in ("en", "fr")}
    site = build({**posts, **pages, "docs/index.md": None, "docs/bees.jpg": jpeg()}, plugins=plugins)
    for url in (PAGE, f"fr/{PAGE}"):
        files = offered(site, url, ".iroco-picture")
        assert files.keys() == {*TYPES}
        assert all((site.out / path).is_file() for paths in files.values() for path in paths)
    assert len(made(site)) == 4


def test_stale_variants_do_not_stay(build: Build) -> None:
    site = build({POST: post("bees.jpg"), "docs/bees.jpg": jpeg()}, options=NARROW)
    before = made(site)
    (site.root / "docs/bees.jpg").write_bytes(jpeg(90, 70))
    after = made(site.run())
    assert len(after) == 4
    assert not set(before) & set(after)


def test_a_second_build_makes_no_picture_again(build: Build) -> None:
    texts = {POST: post("bees.jpg", "![Bees](../../bees.jpg)"), "docs/bees.jpg": jpeg()}
    site = build(texts, options=NARROW)
    assert [note for note in site.notes if "variants" in note] == ["Making lighter variants of 1 picture."]
    cache: Path = site.root / ".cache/iroco-blog/variants"
    before, pages = stamps(cache), contents(site.out)
    site.run()
    assert stamps(cache) == before
    assert contents(site.out) == pages
    assert site.notes == []
