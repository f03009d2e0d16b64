"""Golden cases: what Liquid makes of a text, one file a rule in `tests/cases/liquid/`.

A case is a YAML file:

    site:              # what templates see as `site`; may be left out
      title: On weight
    page:              # what they see as `page`; may be left out
      title: NEC
    includes:          # files of `_includes`, by name; may be left out
      a.html: ...
    beside:            # files of the page's folder, by name; may be left out
      a.txt: ...
    template: |        # as an author of a Jekyll site writes it
      ...
    output: |          # what stands in the page
      ...
    findings:          # messages for the author; left out if there are none
      - ...

The blog's `url` is `https://example.org` and its `baseurl` `/sub`. It has the posts and files below, and lies in Paris.
After a change that is meant, `pytest tests/jekyll/liquid/test_cases.py --update-goldens` writes the cases anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mkdocs_iroco_blog.jekyll.liquid import Liquid, LiquidSite

PARIS = ZoneInfo("Europe/Paris")
POSTS = {"2024-10-04-nec-2024": "/nec-2024/", "2024-10-05-second": "/second/", "cats/2023-01-02-third": "/third/"}
FILES = {"about.md": "/about/", "images/a.png": "/images/a.png", "_posts/2024-10-05-second.md": "/second/"}


def path_of(post: str) -> str:
    folder, _, name = post.rpartition("/")
    return f"{folder}/_posts/{name}.md".removeprefix("/")


def a_site(case: Callable[[str], Any]) -> LiquidSite:
    files = [{"relative_path": path} for path in FILES]
    known = {"posts": [{"relative_path": path_of(post)} for post in POSTS], "static_files": files}
    beside = case("beside") or {}
    return LiquidSite(
        values={**known, **(case("site") or {})},
        includes=(case("includes") or {}).get,
        beside=lambda page, name: beside.get(f"{page.rpartition('/')[0]}/{name}"),
        post_url=POSTS.get,
        link=FILES.get,
        baseurl="/sub",
        url="https://example.org",
        zone=PARIS,
        now=datetime(2026, 3, 1, 12, tzinfo=PARIS),
        markdownify=lambda text: f"<p>{text}</p>\n",
    )


@pytest.mark.golden_test("../../cases/liquid/*.yml")
def test_liquid(golden: Any) -> None:
    page = {"path": "_posts/2024-10-04-nec-2024.md", "url": "/nec-2024/", **(golden.get("page") or {})}
    output, findings = Liquid(a_site(golden.get)).render(golden["template"], page, source="_posts/a.md", first_line=4)
    assert golden.out["output"] == output
    assert golden.out.get("findings") == ([str(finding) for finding in findings] or None)
