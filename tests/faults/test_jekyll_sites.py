"""What whole Jekyll sites have in common: one message a cause, and nothing that the site does not have."""

from __future__ import annotations

from collections.abc import Callable

from tests.faults.built import Built

CONFIG = "title: Garden\npermalink: /:title/\n"


def build_many(build: Callable[..., Built], text: str, config: str = "", front: str = "") -> Built:
    """Build twenty posts of a text, in which `{n}` is the post's number."""
    posts = {
        f"_posts/2024-01-{n + 1:02}-post{n}.md": f"---\ntitle: Post {n}\n{front.replace('{n}', str(n))}---\n"
        f"{text.replace('{n}', str(n))}\n" for n in range(20)
    }  # fmt: skip
    return build({"_config.yml": CONFIG + config, **posts}, {"jekyll": "."})


def test_an_unknown_tag_is_one_message_whatever_stands_in_it(build: Callable[..., Built]) -> None:
    result = build_many(build, '{% youtube "{n}" %}\n\nText {n}, {% youtube "other{n}" %}.')
    lines = [line for line in result.log.splitlines() if "youtube" in line]
    assert len(lines) == 1, result.log
    assert "_posts/2024-01-01-post0.md:4" in lines[0]
    assert "35 more" in lines[0]
    assert "Text 7" in result.words("post7/index.html")


def test_an_unknown_filter_is_one_message_wherever_it_stands(build: Callable[..., Built]) -> None:
    files = {"_includes/a.html": "{{ include.x | shorten }}", "about.md": "---\ntitle: About\n---\n{{ 1 | shorten }}\n"}
    posts = {
        f"_posts/2024-01-01-post{n}.md": f"---\ntitle: P\n---\nText {{% include a.html x='{n}' %}}\n" for n in range(5)
    }
    result = build({"_config.yml": CONFIG, **files, **posts}, {"jekyll": "."})
    assert len([line for line in result.log.splitlines() if "shorten" in line]) == 1, result.log
    assert "Text 3" in result.words("post3/index.html")


def test_unknown_plugins_are_one_message(build: Callable[..., Built]) -> None:
    names = ["jekyll-one", "jekyll/scholar", "somebodys-plugin", "jekyll-minifier"]
    result = build_many(build, "Text.", f"plugins: [{', '.join(names)}]\n")
    lines = [line for line in result.log.splitlines() if any(name in line for name in names)]
    assert len(lines) == 1, result.log
    assert all(name in lines[0] for name in names)


def test_redirects_that_lead_nowhere_are_one_message(build: Callable[..., Built]) -> None:
    result = build_many(build, "Text.", "plugins: [jekyll-redirect-from]\n", "redirect_to: /gone{n}/\n")
    assert len([line for line in result.log.splitlines() if "redirect_to" in line]) == 1, result.log


def test_pages_that_a_layout_fills_are_one_message(build: Callable[..., Built]) -> None:
    pages = {f"page{n}.md": f"---\ntitle: Page {n}\nlayout: layout{n}\n---\n" for n in range(5)}
    moved = {"old.md": "---\nredirect_to: https://elsewhere.example/\n---\n"}
    result = build({"_config.yml": CONFIG, **pages, **moved}, {"jekyll": "."})
    lines = [line for line in result.log.splitlines() if "page1.md" in line]
    assert len(lines) == 1, result.log
    assert "page0.md" in lines[0]
    assert "old.md" not in result.log
