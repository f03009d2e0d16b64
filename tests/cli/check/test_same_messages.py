"""`check` gives the messages of a build: of every row of the table, and on whole sites."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from mkdocs_iroco_blog.core.findings import Level
from mkdocs_iroco_blog.core.messages.message import Message
from tests.cli.check.sites import assert_same, check_once, texts_of
from tests.cli.site import make_site
from tests.hosts.built import Site, contents
from tests.hosts.jekyll_site import place
from tests.hosts.test_messages import OF_A_BUILD, messages, prepare, write

FAULTS = Path(__file__).parents[2] / "faults" / "sites"
LANGUAGES = {
    "docs_structure": "folder",
    "languages": [{"locale": "en", "name": "English", "default": True}, {"locale": "fr", "name": "Français"}],
}
BROKEN = "---\ndate: 2025-03-01\ncatgories: [{term}]\n---\n\n# {term}\n\n[x](nowhere.md) [y](#nowhere)\n"
HOOK = """\
import logging

log = logging.getLogger("mkdocs.plugins.mine")


def on_page_markdown(markdown, page, **_):
    if "Frost" in markdown:
        log.warning("The page '%s' has frost.", page.file.src_uri)
"""


@pytest.mark.parametrize("row", OF_A_BUILD, ids=lambda row: row.code)
def test_a_check_finds_what_a_build_reports(row: Message, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tests/hosts/test_messages.py` holds that a build gives this message, and no other."""
    monkeypatch.setenv("MIKE_DOCS_VERSION", "1.0")
    if row.code == "IB540":
        pytest.importorskip("PIL.AvifImagePlugin")
    if row.code == "IB340":
        monkeypatch.setattr("mkdocs_iroco_blog.host.pictures.variants.pillow_version", str)
    root = tmp_path / "site"
    prepare(root, row.code)
    site = write(root, row.example)
    before = contents(root)
    site.records = check_once(root).records
    stops = row.level is Level.STOP
    assert messages(site) == {row.code: Level.ERROR if stops else row.level}, [r.getMessage() for r in site.records]
    cached = {name for name in contents(root) if name.startswith(".cache/")}
    assert {name: data for name, data in contents(root).items() if name not in cached} == {
        name: data for name, data in before.items() if name not in cached
    }, "A check writes nothing but the cache."


@pytest.mark.parametrize("name", ["hugo", "pelican"])
def test_a_blog_of_another_tool_has_the_messages_of_a_build(name: str, tmp_path: Path) -> None:
    site = make_site(tmp_path / name, {"docs/index.md": "# Home\n"})
    shutil.copytree(FAULTS / name, site / "docs" / "blog" / "posts")
    assert_same(Site(site))


def test_a_jekyll_site_has_the_messages_of_a_build(tmp_path: Path) -> None:
    texts = {"_posts/2024-05-05-broken.md": "---\nlayout: nothing\n---\n\n{% nothing %}\n\n[x](/nowhere/)\n"}
    assert_same(place(tmp_path / "jekyll", texts=texts))


def test_each_language_has_the_messages_of_a_build(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs_static_i18n")
    files = {f"docs/{lang}/blog/posts/a.md": BROKEN.format(term=term) for lang, term in (("en", "Soil"), ("fr", "Sol"))}
    homes = {f"docs/{lang}/index.md": "# Home\n\n[x](none.md)\n" for lang in ("en", "fr")}
    plugins = ["search", {"i18n": LANGUAGES}, "iroco-blog"]
    site = Site(make_site(tmp_path / "site", {**files, **homes}, plugins=plugins))
    assert_same(site)
    sources = {getattr(finding, "source", "") for record in site.records for finding in getattr(record, "findings", ())}
    assert {"en/blog/posts/a.md", "fr/blog/posts/a.md"} <= sources


def test_several_blogs_hooks_and_fragments_have_the_messages_of_a_build(tmp_path: Path) -> None:
    files = {
        "hook.py": HOOK,
        "docs/index.md": "# Home\n",
        "docs/blog/posts/a.md": BROKEN.format(term="Frost"),
        "docs/news/posts/b.md": BROKEN.format(term="Thaw") + "\n![](none.png)\n",
        "overrides/iroco_blog/entry.html": "<h2>{{ post.titel }}</h2>\n",
    }
    plugins = ["iroco-blog", {"iroco-blog": {"blog_dir": "news"}}]
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    site = Site(make_site(tmp_path / "site", files, plugins=plugins, theme=theme, hooks=["hook.py"]))
    assert_same(site)
    assert {"IB145", "IB711"} <= set(messages(site))


@pytest.mark.parametrize(
    ("option", "text"),
    [({"enabled": "maybe"}, "`maybe`"), ({"post_url_format": "{slgu}"}, "slgu"), ({"nonsense": 1}, "nonsense")],
)
def test_wrong_options_have_the_messages_of_a_build(option: dict[str, object], text: str, tmp_path: Path) -> None:
    site = Site(make_site(tmp_path / "site", {"docs/index.md": "# Home\n"}, plugins=[{"iroco-blog": option}]))
    with suppress(Abort):
        site.run()
    built = texts_of(check_once(site.root).records)
    assert text in str(built)
    with suppress(Abort):
        site.run()
    assert built == texts_of(site.records)
