"""A docs site with all that can go together, and a reader who walks through its blog, in a browser.

Navigation, two languages, macros, redirects, git dates, lightbox, minify, tags and search; twenty posts in both
languages. Strict builds, on Material and on the theme mkdocs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.shots import Watch, served
from tests.hosts.written import post, write

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
SUBJECTS = {  # each with what the two languages call it
    "Pages": ("Pages", "Lighter", "Pages", "Alléger"), "Images": ("Images", "Smaller", "Images", "Réduire"),
    "Fonts": ("Fonts", "Fewer", "Polices", "Choisir"), "Servers": ("Servers", "Quieter", "Serveurs", "Calmer"),
}  # fmt: skip
WORDS = ("morning", "winter", "repair", "measure", "habit")
MOTS = ("matin", "hiver", "réparer", "mesurer", "habitude")
BODY = "{}: {{{{ unit }}}}.\n\n![{}](drawing.png)\n\n<!-- more -->\n\n## {}\n\n[{}](post-00.md)\n"


def twenty_posts() -> dict[str, str | bytes]:
    """Twenty posts in English, each with its translation."""
    texts: dict[str, str | bytes] = {"docs/blog/posts/drawing.png": b"a picture"}
    for at in range(20):
        (noun, verb, nom, verbe), word, mot = list(SUBJECTS.values())[at % 4], WORDS[at // 4], MOTS[at // 4]
        day = f"2026-{at // 4 + 1:02}-{at % 4 + 10}"
        english = BODY.format("We counted in", "A drawing", "What follows", "The first post")
        french = BODY.format("Nous avons compté en", "Un dessin", "La suite", "Le premier article")
        texts[f"docs/blog/posts/post-{at:02}.md"] = post(
            day,
            title=f"{verb} {noun.lower()}, {word}",
            categories=[noun],
            tags=["web", word],
            authors=["ines"],
            body=english,
        )
        texts[f"docs/blog/posts/post-{at:02}.fr.md"] = post(
            day,
            title=f"{verbe} : {nom.lower()}, {mot}",
            categories=[nom],
            tags=["web", mot],
            authors=["ines"],
            body=french,
        )
    return texts


def write_site(root: Path, theme: str) -> None:
    """The site, as its authors would write it, in a repository."""
    write(root, {
        **twenty_posts(),
        "docs/index.md": "# Guide\n\nSee the [blog](blog/index.md).\n",
        "docs/index.fr.md": "# Guide\n\nVoir le [blog](blog/index.md).\n",
        "docs/install.md": "# Install\n\nMeasured in {{ unit }}.\n",
        "docs/install.fr.md": "# Installer\n\nMesuré en {{ unit }}.\n",
        "docs/blog/.authors.yml": "authors:\n  ines:\n    name: Inès Roux\n    description: Writes about pages\n",
        "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n" if theme == "material" else "# Tags\n",
        "docs/tags.fr.md": "# Étiquettes\n\n<!-- material/tags -->\n" if theme == "material" else "# Étiquettes\n",
    })  # fmt: skip
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}]
    plugins = [
        "search", "macros", "glightbox", {"minify": {"minify_html": True}}, *(["tags"] if theme == "material" else []),
        {"redirects": {"redirect_maps": {"old.md": "blog/posts/post-00.md"}}},
        {"i18n": {"docs_structure": "suffix", "languages": languages}},
        "git-revision-date-localized", {"iroco-blog": {"tags": True}},
    ]  # fmt: skip
    named = {"name": theme} if theme == "material" else {"name": theme, "highlightjs": False}
    config = {"site_name": "Guide", "site_url": "https://example.org/", "theme": named, "plugins": plugins,
              "nav": ["index.md", "install.md", {"Journal": "blog/index.md"}, "tags.md"], "extra": {"unit": "watts"},
              "markdown_extensions": ["attr_list", "md_in_html"]}  # fmt: skip
    write(root, {"mkdocs.yml": yaml.safe_dump(config, sort_keys=False, allow_unicode=True), ".gitignore": "/site/\n"})
    who = {"NAME": "Ada", "EMAIL": "ada@example.org", "DATE": "2026-06-01T12:00:00+00:00"}
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    env |= {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in who.items()}
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Site"]):
        subprocess.run(["git", *command], cwd=root, env=env, check=True)  # noqa: S607 - git is where the path has it


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The site, built strictly: its theme and its folder."""
    root = tmp_path_factory.mktemp(request.param)
    write_site(root, request.param)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return request.param, root / "site"


@pytest.fixture
def reader(browser: Browser, site) -> Iterator[tuple[str, str, Page]]:
    """A browser on the site's home page: the theme, the site's address, the page."""
    theme, folder = site
    with served(folder) as base:
        page = browser.new_page()
        watch = Watch(base, theme)
        watch.follow(page)
        page.goto(f"{base}/")
        yield theme, base, page
        page.close()
        # Material's script asks every language for a sitemap of its own, which static-i18n does not make.
        assert [
            one for one in watch.troubles if "sitemap.xml" not in one and "Failed to load resource" not in one
        ] == []


def test_from_home_to_a_post_its_author_a_term_and_the_other_language(reader) -> None:
    _, base, page = reader
    page.get_by_role("link", name="blog", exact=True).click()
    expect(page).to_have_url(f"{base}/blog/")
    expect(page.locator(".iroco-view .h-entry")).to_have_count(10)

    page.get_by_role("link", name="Quieter servers, habit").first.click()
    expect(page.locator("h1.p-name")).to_have_text(re.compile("Quieter servers, habit"))
    expect(page.locator(".e-content")).to_contain_text("We counted in: watts.")
    post = page.url

    page.locator(".iroco-header .p-author a").click()
    expect(page).to_have_url(f"{base}/blog/author/ines/")
    page.go_back()
    page.locator(".iroco-kicker").get_by_role("link", name="Servers").click()
    expect(page).to_have_url(f"{base}/blog/category/servers/")
    expect(page.locator(".iroco-view .h-entry")).to_have_count(5)

    page.goto(post)
    page.locator(".iroco-languages").get_by_role("link", name="Français").click()
    expect(page.locator("h1.p-name")).to_have_text(re.compile("Calmer : serveurs, habitude"))
    expect(page.locator(".e-content")).to_contain_text("Nous avons compté en: watts.")
    page.locator(".iroco-header .p-author a").click()
    expect(page).to_have_url(f"{base}/fr/blog/author/ines/")


def test_a_post_is_found_by_search(reader) -> None:
    theme, _, page = reader
    if theme == "material":
        page.locator("input.md-search__input").click()
        page.keyboard.type("quieter habit")
        found = page.locator(".md-search-result__link", has_text="Quieter servers, habit")
    else:
        page.get_by_role("link", name="Search").click()
        page.locator("#mkdocs-search-query").click()
        page.keyboard.type("quieter habit")
        found = page.locator("#mkdocs-search-results a", has_text="Quieter servers, habit")
    found.first.wait_for(timeout=20000)
    found.first.click()
    expect(page.locator("h1.p-name")).to_have_text(re.compile("Quieter servers, habit"))


def test_a_redirect_leads_to_the_post(reader) -> None:
    _, base, page = reader
    page.goto(f"{base}/old/")
    expect(page.locator("h1.p-name")).to_have_text(re.compile("Lighter pages, morning"))


def test_the_picture_of_an_excerpt_opens_in_the_lightbox(reader) -> None:
    _, base, page = reader
    page.goto(f"{base}/blog/")
    link = page.locator(".iroco-view a.glightbox").first
    assert page.request.get(link.evaluate("node => node.href")).ok
