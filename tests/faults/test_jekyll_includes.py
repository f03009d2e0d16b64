"""Includes that come with a Jekyll theme show what the theme's documentation says, or a message names the theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.faults.built import Built

CONFIG = "title: Garden\nurl: https://garden.example\nbaseurl: /base\npermalink: /:title/\n"
FRONT = """gallery:
  - url: /assets/large.jpg
    image_path: /assets/one.jpg
    alt: 'One "bee"'
    title: First
  - image_path: https://elsewhere.example/two.jpg
more:
  - {image_path: /assets/one.jpg}
  - {image_path: /assets/two.jpg}
  - {image_path: /assets/three.jpg}
feature_row:
  - image_path: /assets/one.jpg
    alt: Bee
    title: Bees
    excerpt: They *sleep*.
    url: /about/
    btn_label: Read more
second:
  - {title: Only text, excerpt: Without a picture}
media_subpath: /assets/day
"""


def post(body: str) -> dict[str, str | bytes]:
    """A site with one post, a page, and a few files."""
    pictures = ("one.jpg", "two.jpg", "three.jpg", "large.jpg", "bee.mp4", "bee.ogg", "day/bee.mp4", "day/bee.webm")
    return {
        "_config.yml": CONFIG, "about.md": "---\ntitle: About\n---\nWe.\n",
        "_posts/2024-10-04-bees.md": f"---\ntitle: Bees asleep\n{FRONT}---\n{body}\n",
        **{f"assets/{name}": b"x" for name in pictures},
    }  # fmt: skip


@pytest.fixture
def shown(build: Callable[..., Built]) -> Callable[[str], LexborHTMLParser]:
    """Build a post of this text without a message; return its page."""

    def build_post(body: str) -> LexborHTMLParser:
        result = build(post(body), {"jekyll": "."}, strict=True)
        page = result.page("bees/index.html")
        assert "{%" not in (page.body.text() if page.body else "")
        assert result.code == 0, result.log
        return page

    return build_post


def one(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The only element that a selector finds."""
    nodes = page.css(selector)
    assert len(nodes) == 1, (selector, nodes)
    return nodes[0]


FIGURES = (
    '{% include figure image_path="/assets/one.jpg" alt="A bee" caption=c %}',
    '{% include figure image_path="/assets/one.jpg" alt="A bee" caption="It *sleeps* [here](/about/)" popup=true %}',
    """{% include figure
  image_path='/assets/one.jpg'
  alt="A bee" caption=c
%}""",
    '{% include figure.liquid path="assets/one.jpg" alt="A bee" caption=c zoomable=true %}',
    "{% include figure.html path='assets/one.jpg' alt='A bee' caption=c class='z' %}",
    '{% include_cached figure image_path="/assets/one.jpg" alt="A bee" caption=c %}',
)


@pytest.mark.parametrize("place", ["{}", "- A list.\n\n  {}", "<div>\n    {}\n</div>", "> {}"])
def test_a_figure_has_its_picture_and_its_caption(shown, place: str) -> None:
    caption = '{% assign c = "It *sleeps* [here](/about/)" %}\n\n'
    page = shown(caption + "\n\nBetween.\n\n".join(place.format(figure) for figure in FIGURES))
    figures = page.css("figure")
    assert len(figures) == len(FIGURES)
    for figure in figures:
        picture = one(figure, "img")
        assert picture.attributes["src"] == "../assets/one.jpg"
        assert picture.attributes["alt"] == "A bee"
        assert one(figure, "figcaption em").text() == "sleeps"
        assert one(figure, "figcaption a").attributes["href"] == "../about/"
    assert not page.css("pre")


def test_an_external_picture_keeps_its_address(shown) -> None:
    page = shown('{% include figure image_path="https://elsewhere.example/a.jpg" %}')
    assert one(page, "figure img").attributes["src"] == "https://elsewhere.example/a.jpg"
    assert one(page, "figure img").attributes["alt"] == ""


def test_a_gallery_shows_the_list_of_the_front_matter(shown) -> None:
    page = shown('{% include gallery caption="Some **bees**" %}\n\n{% include gallery id="more" layout="half" %}')
    first, second = page.css("figure")
    assert [picture.attributes["src"] for picture in first.css("img")] == [
        "../assets/one.jpg", "https://elsewhere.example/two.jpg",
    ]  # fmt: skip
    assert one(first, "a[href]").attributes["href"] == "../assets/large.jpg"
    assert first.css("img")[0].attributes["alt"] == 'One "bee"'
    assert one(first, "figcaption strong").text() == "bees"
    assert len(second.css("img")) == 3


def test_a_feature_row_shows_its_boxes(shown) -> None:
    page = shown('{% include feature_row %}\n\n{% include feature_row id="second" type="center" %}')
    link = next(link for link in page.css("a") if link.text() == "Read more")
    assert link.attributes["href"] == "../about/"
    assert "They sleep." in " ".join((page.body.text() if page.body else "").split())
    assert page.css("em")[0].text() == "sleep"
    assert [title.text() for title in page.css("h2")][:2] == ["Bees", "Only text"]
    assert page.css_first('img[alt="Bee"]') is not None


def test_a_table_of_contents_lists_the_headings(shown) -> None:
    page = shown('{% include toc title="What there is" %}\n\n## Sleep\n\nText.\n\n## Honey\n\nText.')
    links = [(link.text(), link.attributes["href"]) for link in page.css("nav ul a")]
    assert ("Sleep", "#sleep") in links
    assert ("Honey", "#honey") in links


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ('{% include video id="XsxDH4HcOWA" provider="youtube" %}', "youtube-nocookie.com/embed/XsxDH4HcOWA"),
        ('{% include video id="XsxDH4HcOWA?start=9" provider="youtube" %}', "embed/XsxDH4HcOWA?start=9"),
        ('{% include video id=212731897 provider="vimeo" %}', "player.vimeo.com/video/212731897"),
        ('{% include video id="1u41l" provider="google-drive" %}', "drive.google.com/file/d/1u41l/preview"),
        ('{% include video id="BV1E7" provider="bilibili" danmaku="1" %}', "bvid=BV1E7"),
        ("{% include embed/youtube.html id='abc' %}", "youtube-nocookie.com/embed/abc"),
        ("{% include embed/bilibili.html id='abc' %}", "bvid=abc"),
        ("{% include embed/twitch.html id='1634779211' %}", "video=1634779211"),
        ("{% include embed/twitch.html id='1634779211' %}", "parent=garden.example"),
        ("{% include embed/spotify.html id='abc' compact=1 dark=1 %}", "open.spotify.com/embed/track/abc"),
        ('{% include video.liquid path="https://www.youtube.com/embed/abc" %}', "https://www.youtube.com/embed/abc"),
    ],
)
def test_a_player_is_loaded_late_and_has_a_title(shown, tag: str, address: str) -> None:
    frame = one(shown(tag), "iframe")
    assert address in (frame.attributes["src"] or "")
    assert frame.attributes["loading"] == "lazy"
    assert frame.attributes["title"]


def test_videos_and_sounds_of_the_site_are_found(shown) -> None:
    page = shown("""
{% include embed/video.html src='bee.mp4' types='webm' poster='/assets/one.jpg' title='A *bee*' muted=true %}

{% include embed/audio.html src='/assets/bee.ogg' title='Buzz' %}

{% include video.liquid path="assets/bee.mp4" controls=true %}

{% include audio.liquid path="assets/bee.ogg" %}
""")
    sources = [source.attributes["src"] for source in page.css("source")]
    names = ("day/bee.mp4", "day/bee.webm", "bee.ogg", "bee.mp4", "bee.ogg")
    assert sources == [f"../assets/{name}" for name in names]
    assert page.css_first("video[poster='../assets/one.jpg'][muted]") is not None
    assert page.css_first("figcaption em") is not None


def test_an_include_of_the_site_wins(build: Callable[..., Built]) -> None:
    files = {**post('{% include figure image_path="x" %}'), "_includes/figure": "mine: {{ include.image_path }}"}
    assert "mine: x" in build(files, {"jekyll": "."}).words("bees/index.html")


def test_a_fragment_of_the_site_wins_over_ours(build: Callable[..., Built]) -> None:
    fragment = "<p>mine: {{ include.image_path }} {{ include.caption }}</p>"
    files = {
        **post('{% include figure image_path="x" caption="<b>" %}'), "theirs/iroco_blog/include/figure.html": fragment,
    }  # fmt: skip
    result = build(files, {"jekyll": "."}, theme={"name": "mkdocs", "custom_dir": "theirs"})
    assert "mine: x <b>" in result.words("bees/index.html")


def test_a_page_that_is_no_post_shows_them_too(build: Callable[..., Built]) -> None:
    about = '---\ntitle: About\n---\n{% include figure image_path="/assets/one.jpg" %}\n'
    result = build({**post("Text."), "about.md": about}, {"jekyll": "."})
    assert one(result.page("about/index.html"), "figure img").attributes["src"] == "../assets/one.jpg"


@pytest.mark.parametrize(
    ("config", "name", "theme"),
    [
        ("", "documents-collection.html", "minimal-mistakes"),
        ("remote_theme: mmistakes/minimal-mistakes@4.26.2\n", "page__hero.html", "minimal-mistakes"),
        ("theme: jekyll-theme-chirpy\n", "media-url.html", "chirpy"),
        ("theme: minima\n", "social.html", "minima"),
        ("", "repository/repo.liquid", "al-folio"),
        ("theme: jekyll-theme-hydra\n", "notice.html", "hydra"),
    ],
)
def test_other_includes_of_a_theme_are_one_message(
    build: Callable[..., Built], config: str, name: str, theme: str
) -> None:
    files = post(f"{{% include {name} one=1 %}}\n\n{{% include {name} one=2 %}}")
    files |= {
        "_config.yml": CONFIG + config,
        "_posts/2024-10-05-more.md": f"---\ntitle: More\n---\n{{% include {name} two='x' %}}\n",
    }
    result = build(files, {"jekyll": "."})
    messages = [line for line in result.log.splitlines() if name in line]
    assert len(messages) == 1, result.log
    assert "_posts/2024-10-04-bees.md:" in messages[0]
    assert "_posts/2024-10-05-more.md:4" in messages[0]
    assert theme in messages[0]


@pytest.mark.parametrize(
    "tag", ['{% include figure alt="x" %}', '{% include gallery id="none" %}', "{% include embed/youtube.html %}"]
)
def test_a_missing_parameter_is_reported_with_its_line(build: Callable[..., Built], tag: str) -> None:
    result = build(post(f"First.\n\n{tag}"), {"jekyll": "."})
    assert f"bees.md:{FRONT.count(chr(10)) + 6}" in result.log
    assert "there is no file" not in result.log.lower()
    assert "First." in result.words("bees/index.html")
