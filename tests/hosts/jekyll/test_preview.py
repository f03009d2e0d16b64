"""The preview of a Jekyll site: drafts where they are asked for, what is watched, and nothing converted twice."""

import time
from collections.abc import Iterator

import pytest

from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.rendering import Conversion, Rendering
from tests.hosts.built import contents, words
from tests.hosts.jekyll_site import POSTS, built, changed, place
from tests.hosts.preview import Preview, free_port
from tests.hosts.written import epoch, write

POST = "_posts/2023-03-05-peser-une-page.md"
URL = "/2023/03/peser-une-page/"
NOW = "2026-11-23"
DRAFTS = ["2026/01/un-an-apres/", "2026/11/la-video/"]


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(NOW))


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what is taken through Liquid and kramdown, as it is."""
    seen: list[str] = []
    convert = Rendering._convert

    def counted(self: Rendering, document: Document, body: str) -> Conversion:
        seen.append(document.path)
        return convert(self, document, body)

    monkeypatch.setattr(Rendering, "_convert", counted)
    return seen


@pytest.mark.parametrize("asked", ["mkdocs.yml", "_config.yml"])
def test_drafts_where_they_are_asked_for(tmp_path, asked) -> None:
    texts = changed("_config.yml", "lang: fr", "lang: fr\nshow_drafts: true") if asked == "_config.yml" else {}
    options = {"draft_on_serve": True} if asked == "mkdocs.yml" else {}
    site = built(tmp_path / "site", command="serve", texts=texts, options=options)
    assert set(DRAFTS) <= site.urls
    assert site.entry(DRAFTS[1])["published"][0].startswith("2026-11-23")
    assert words(site.page(DRAFTS[1]).css_first(".iroco-badge"))
    built_only = site.run()
    assert not set(DRAFTS) & built_only.urls


def test_no_drafts_where_nobody_asks(tmp_path) -> None:
    site = built(tmp_path / "site", command="serve")
    assert not set(DRAFTS) & site.urls


def test_what_has_not_changed_is_not_converted_again(tmp_path, converted) -> None:
    site = built(tmp_path / "site", command="serve")
    assert {post["source"] for post in POSTS} <= set(converted)
    assert len(converted) == len(set(converted))
    whole = contents(site.out)
    converted.clear()
    site.run(command="serve", fresh=False)
    assert converted == []
    assert contents(site.out) == whole


def test_what_has_changed_is(tmp_path, converted) -> None:
    """A post with Liquid may show any other, so it is converted as well."""
    site = built(tmp_path / "site", command="serve")
    converted.clear()
    write(site.root, changed(POST, "Il faut:", "Il vous faut:"))
    site.run(command="serve", fresh=False)
    assert POST in converted
    assert "_posts/2023-11-02-les-petits-signes.md" not in converted
    assert "_posts/2025-10-10-du-html-dans-la-page.md" not in converted
    assert "Il vous faut:" in site.text(URL.lstrip("/"))


def test_a_link_finds_a_post_that_has_moved(tmp_path) -> None:
    """The post that links is not changed itself."""
    site = built(tmp_path / "site", command="serve")
    path = "_posts/2023-05-14-petit-lexique.markdown"
    (site.root / path).rename(site.root / "_posts/2023-06-14-petit-lexique.markdown")
    site.run(command="serve", fresh=False)
    before = site.text(URL.lstrip("/"))
    (site.root / "_posts/2023-06-14-petit-lexique.markdown").rename(site.root / path)
    site.run(command="serve", fresh=False)
    after = site.text(URL.lstrip("/"))
    link = 'href="../../05/petit-lexique/"'
    assert (before.count(link), after.count(link)) == (
        0,
        4,
    )  # of them, one among related posts and one to the newer post


def test_a_second_build_has_nothing_of_the_first(tmp_path) -> None:
    site = built(tmp_path / "site", command="serve")
    (site.root / "_posts/2024-06-21-midsummer-notes.md").unlink()
    write(site.root, {"new.txt": "---\n---\n{{ site.posts | size }}\n"})
    site.run(command="serve", fresh=False)
    assert "2024/06/midsummer-notes/" not in site.urls
    assert site.text("new.txt").strip() == "10"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A running preview: to start it takes long."""
    # The server's log lies in the site's folder, where it would be one more file to copy.
    texts = changed("_config.yml", "  - README.md", "  - README.md\n  - serve.log")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        preview = Preview(place(tmp_path_factory.mktemp("jekyll") / "site", texts=texts).root, free_port())
        try:
            preview.wait(lambda: preview.read(URL)[0] == 200)
            yield preview
        finally:
            preview.stop()


def test_what_is_written_shows(preview) -> None:
    preview.write(POST, changed(POST, "Il faut:", "Il vous faut:")[POST])
    preview.shows(URL, "Il vous faut:")
    preview.write("_data/places.yml", "- {name: Brénac, pages: 3}\n")
    preview.shows("/2025/04/comptes/", "Nous avons pesé 3 pages dans 1 villages.")
    preview.write("_posts/2026-02-02-nouveau.md", "---\ntitle: Nouveau\n---\nTout neuf.\n")
    preview.shows("/2026/02/nouveau/", "Tout neuf.")
    preview.shows("/", "Tout neuf.")
    preview.write("about.md", "---\ntitle: Nous\n---\nC’est nous.\n")
    preview.shows("/about/", "C’est nous.")
    written = (preview.root / "_config.yml").read_text(encoding="utf-8")
    preview.write("_config.yml", written.replace("editor: L’atelier de Brénac", "editor: La gare"))
    preview.write("about.md", "---\ntitle: Nous\n---\nC’est {{ site.editor }}.\n")
    preview.shows("/about/", "C’est La gare.")


def test_a_slip_in_the_configuration_keeps_the_last_good_one(preview) -> None:
    good = (preview.root / "_config.yml").read_text(encoding="utf-8")
    preview.write("_config.yml", f"{good}permalink: [\n")
    preview.wait(lambda: "the preview shows the site with the configuration that it had before" in preview.said())
    preview.write(POST, changed(POST, "Il faut:", "Il te faut:")[POST])
    preview.shows(URL, "Il te faut:")
    preview.write("_config.yml", good.replace("title:", "titel:", 1) + "title: Le journal\n")
    preview.write("about.md", "---\ntitle: Nous\n---\nC’est {{ site.title }}.\n")
    preview.shows("/about/", "C’est Le journal.")
    assert "Traceback" not in preview.said()
    preview.write("_config.yml", good)
    preview.lacks("/about/", "Le journal")


def test_what_is_built_does_not_start_a_build(preview) -> None:
    """`site_dir` and other files of the root lie beside what is watched."""
    before = preview.said().count("Building documentation...")
    preview.write("site/left.html", "left")
    preview.write("notes.txt~", "left")
    preview.write(POST, changed(POST, "Il faut:", "Il nous faut:")[POST])
    preview.shows(URL, "Il nous faut:")
    time.sleep(1.5)  # a build that watches what it writes would have begun again by now
    assert preview.said().count("Building documentation...") == before + 1
