"""Insert metadata into pages that real themes render, and read it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import extruct
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.publish.metadata.structured import structured_data
from mkdocs_iroco_blog.publish.metadata.values import Crumb, PageMetadata, Person, Picture
from tests.hosts.written import SITE_URL, write, write_config
from tests.publish.metadata.test_head import check
from tests.publish.metadata_blog import blog_of, site_of, with_metadata

URL = f"{SITE_URL}scales/"
FACTS = {
    "og:type": "article", "og:title": "Scales", "og:description": "What a hive weighs.", "og:url": URL,
    "og:site_name": "Plume", "og:locale": "en_US", "og:image": f"{SITE_URL}scales.png", "og:image:alt": "A hive",
    "article:published_time": "2026-01-02T10:00:00+01:00", "article:modified_time": "2026-02-01T00:00:00+00:00",
    "article:author": f"{SITE_URL}ines/", "article:section": "Bees", "article:tag": "honey",
}  # fmt: skip
PAGE = PageMetadata(
    kind="post", title="Scales", description="What a hive weighs.", url=URL, site_name="Plume",
    site_description="It weighs pages.", lang="en", published=FACTS["article:published_time"],
    modified=FACTS["article:modified_time"], authors=(Person("Inès", f"{SITE_URL}ines/"),), sections=("Bees",),
    tags=("honey",), image=Picture(f"{SITE_URL}scales.png", "A hive", large=True),
    feeds=(FeedLink("Blog", f"{SITE_URL}feed.xml", "application/atom+xml"),),
    trail=(Crumb("Plume", SITE_URL), Crumb("Scales", URL)),
)  # fmt: skip


@pytest.fixture(params=["material", "mkdocs", "readthedocs", "bare"])
def pages(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a site of a home page and two others, one of them with a description."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    described = "---\ndescription: What a hive weighs.\n---\n# Scales\n"
    write(tmp_path, {"docs/index.md": "# Home\n", "docs/scales.md": "# Scales\n", "docs/told.md": described})
    said = {"site_description": "It weighs pages.", "site_author": "Plume's"}
    write_config(tmp_path, request.param, {}, said, [])
    build(load_config(str(tmp_path / "mkdocs.yml")))
    return tmp_path / "site"


@pytest.mark.parametrize("name", ["scales", "told", "."])
def test_every_theme_says_everything_once(pages: Path, name: str) -> None:
    html = (pages / name / "index.html").read_text(encoding="utf-8")
    out = with_metadata(html, PAGE, structured=structured_data(PAGE, site_of(blog_of({}))))
    check(out, PAGE)
    read: dict[str, Any] = extruct.extract(out, base_url=URL, syntaxes=["json-ld", "opengraph", "rdfa"])
    properties = read["opengraph"][0]["properties"]
    assert {key: value for key, value in properties if key in FACTS} == FACTS
    assert len(properties) == len(FACTS)
    assert [node["@type"] for node in read["json-ld"][0]["@graph"]] == ["BlogPosting", "BreadcrumbList"]
    assert out.count("It weighs pages.") == 0
    assert out.partition("<body")[2] == html.partition("<body")[2]
