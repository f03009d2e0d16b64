"""With lighter variants, a browser fetches far less, shows the same, and gets a picture in whatever format it knows."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.shots import served
from tests.hosts import example
from tests.hosts.built import Site
from tests.hosts.conftest import NOW, build_in
from tests.hosts.pictures.drawn import encoded, jpeg, photograph, post
from tests.hosts.written import epoch, theme_name

from PIL import Image  # isort: skip - the line above skips these tests where there is no Pillow

TEXT = "Bees hum. ![Bees](../../{day}-text.jpg)\n\n<!-- more -->\n\nThey do."
POSTS = {f"docs/blog/posts/{day}.md": post(f"{day}.jpg", TEXT.format(day=day), day) for day in range(1, 7)}
HEIGHTS = {"": 1200, "-text": 1207}
SCREENS = {"phone": (390, 844), "desktop": (1440, 900)}
FETCHED = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 300) {
    scrollTo(0, y)
    await new Promise(done => setTimeout(done, 30))
  }
  await Promise.all([...document.images].map(image => image.decode()))
  const shown = new Set([...document.images].map(image => image.currentSrc))
  return performance.getEntriesByType("resource").filter(entry => shown.has(entry.name))
    .map(entry => [entry.name, entry.encodedBodySize])
}"""
BOXES = """() => [...document.images].map(image => {
  const {width, height} = image.getBoundingClientRect(); return [Math.round(width), Math.round(height)]
})"""


@cache
def pictures() -> dict[str, bytes]:
    """Draw a cover and another picture for each post."""
    sizes = {
        f"docs/{day}{name}.jpg": (1800 + 10 * day, height) for day in range(1, 7) for name, height in HEIGHTS.items()
    }
    return {path: jpeg(*size) for path, size in sizes.items()}


def built(root: Path, **options: object) -> Site:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        theme = {"name": theme_name("material"), "font": False}
        return build_in(root, {**POSTS, **pictures()}, theme, options=options, strict=True)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The same blog without and with lighter variants."""
    folder = tmp_path_factory.mktemp("images")
    plain, light = built(folder / "plain"), built(folder / "light", images=True)
    with served(plain.out) as first, served(light.out) as second:
        yield f"{first}/", f"{second}/"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The example site without and with lighter variants."""
    light = example.copy(tmp_path_factory.mktemp("example") / "light", "material")
    config = light.root / "mkdocs.yml"
    values = yaml.safe_load(config.read_text("utf-8"))
    for plugin in values["plugins"]:
        if isinstance(plugin, dict):
            plugin["iroco-blog"]["images"] = True
    config.write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True), "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", epoch(example.NOW))
        light.run(strict=True)
    with served(example.built("material").out) as first, served(light.out) as second:
        yield f"{first}/", f"{second}/"


def visit(browser: Browser, address: str, screen: str) -> Iterator[Page]:
    width, height = SCREENS[screen]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    yield page
    page.close()


def weigh(browser: Browser, address: str, screen: str) -> tuple[dict[str, int], list[list[int]]]:
    """Return the pictures that a browser fetches of a page, with their bytes, and the sizes that they are shown in."""
    for page in visit(browser, address, screen):
        fetched = {str(name): int(size) for name, size in page.evaluate(FETCHED)}
        return fetched, page.evaluate(BOXES)
    raise AssertionError


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", ["blog/", "blog/2026/10/06/post-6/"])
def test_the_pictures_of_a_page_weigh_at_most_two_fifths(
    browser: Browser, addresses: tuple[str, str], path: str, screen: str
) -> None:
    before, boxes = weigh(browser, addresses[0] + path, screen)
    after, light_boxes = weigh(browser, addresses[1] + path, screen)
    assert len(before) == len(after) >= 2
    assert all(name.endswith(".avif") for name in after)
    assert sum(after.values()) <= 0.4 * sum(before.values()), (sum(before.values()), sum(after.values()))
    differences = [
        abs(a - b) for one, other in zip(boxes, light_boxes, strict=True) for a, b in zip(one, other, strict=True)
    ]
    assert max(differences) <= 1  # a variant's height is a whole number of pixels


@pytest.mark.parametrize("screen", SCREENS)
def test_the_pictures_of_the_examples_index_weigh_at_most_two_fifths(
    browser: Browser, examples: tuple[str, str], screen: str
) -> None:
    before, after = (sum(weigh(browser, f"{base}blog/", screen)[0].values()) for base in examples)
    assert 0 < after <= 0.4 * before, (before, after)


def test_a_browser_that_knows_no_avif_gets_webp(browser: Browser, addresses: tuple[str, str]) -> None:
    for page in visit(browser, addresses[1], "phone"):
        page.add_init_script("""new MutationObserver(changes => document.querySelectorAll('source[type="image/avif"]')
          .forEach(source => source.remove())).observe(document, {childList: true, subtree: true})""")
        page.goto(addresses[1] + "blog/2026/10/06/post-6/")
        page.wait_for_function("[...document.images].every(image => image.complete)")
        assert {
            name.rpartition(".")[2] for name in page.evaluate("[...document.images].map(image => image.currentSrc)")
        } == {"webp"}


def test_browsers_turn_a_picture_as_its_variants_are_turned(browser: Browser) -> None:
    """Those of a WebP are not turned."""
    exif = Image.Exif()
    exif[0x0112] = 6
    pictures = {kind: encoded(photograph(80, 60), kind, exif=exif) for kind in ("JPEG", "PNG", "WEBP", "AVIF")}
    page = browser.new_page()
    page.set_content("".join(
        f'<img src="data:image/{kind.lower()};base64,{b64encode(data).decode()}">' for kind, data in pictures.items()
    ))  # fmt: skip
    page.wait_for_function("[...document.images].every(image => image.complete)")
    sizes = page.evaluate("[...document.images].map(image => [image.naturalWidth, image.naturalHeight])")
    assert sizes == [[60, 80], [60, 80], [80, 60], [60, 80]]
    page.close()
