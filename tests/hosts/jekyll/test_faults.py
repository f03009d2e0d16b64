"""What is wrong in a Jekyll site is told with its file and line, and everything else is built."""

import re

import pytest
from mkdocs.exceptions import Abort

from tests.hosts.jekyll_site import SOURCE, URLS, built, changed, place

POST = "_posts/2025-04-01-comptes.md"
URL = "2025/04/comptes/"


def line_of(path: str, text: str) -> int:
    lines = (SOURCE / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("{{ page.title | shout }}", "shout"),
        ("{% sparkline 1 2 3 %}", "sparkline"),
        ("{% post_url 2001-01-01-nothing %}", "2001-01-01-nothing"),
        ("{% link nothing.md %}", "nothing.md"),
        ("{% include nothing.html %}", "nothing.html"),
        ("{% if page.title %}", "if"),
    ],
)
def test_liquid(tmp_path, wrong, told) -> None:
    """A Problem with the line; what fails stands as it is written, and all else is there."""
    old = "Précédent :"
    site = built(tmp_path / "site", texts=changed(POST, old, f"{wrong}\n{old}"))
    assert len(site.problems) == 1
    assert site.problems[0].startswith(f"{POST}:{line_of(POST, old)}: ")
    assert told in site.problems[0]
    [content] = site.page(URL).css(".e-content")
    page = content.text()
    assert (wrong in page) == (told != "shout")  # a value goes on without a filter that nobody knows, as in Jekyll
    assert "Nous avons pesé 48 pages" in page
    assert "Du givre sur l’antenne" in page
    assert {url for url in URLS if url != "/flux.xml"} <= {f"/{url}" for url in [*site.urls, "404.html", "sitemap.xml"]}


def test_liquid_in_a_file_that_is_included(tmp_path) -> None:
    site = built(tmp_path / "site", texts=changed("_includes/contact.md", "place", "{{ 1 | shout }} place"))
    assert len(site.problems) == 1
    assert re.match(r"(_includes/contact\.md:1|about\.md:\d+): ", site.problems[0])
    assert "de la Gare" in site.text("about/")


def test_a_template(tmp_path) -> None:
    site = built(tmp_path / "site", texts=changed("robots.txt", "Disallow", "{{ 1 | shout }}\nDisallow"))
    assert [problem.partition(": ")[0] for problem in site.problems] == ["robots.txt:4"]
    assert "Disallow: /outils/" in site.text("robots.txt")


def test_one_address_in_both_places(tmp_path) -> None:
    site = built(tmp_path / "site", texts={"docs/about.md": "# Who we are\n"})
    [problem] = site.problems
    assert "about.md" in problem
    assert "/about/" in problem
    assert "docs/about.md" in problem or "`about.md`" in problem
    assert "Who we are" in site.text("about/")


@pytest.mark.parametrize(("source", "address"), [("index.md", "/"), ("categories.html", "/categories/")])
def test_a_listing_and_a_page_of_the_docs_folder(tmp_path, source, address) -> None:
    name = source.partition(".")[0]
    site = built(tmp_path / "site", texts={f"docs/{name}.md": "# Ours\n"})
    [problem] = site.problems
    assert problem.startswith(f"{source}: `{name}.md` in the docs folder has the address `{address}`, too.")
    assert "Ours" in site.text(address.lstrip("/"))


def test_a_post_and_a_page_of_the_docs_folder(tmp_path) -> None:
    site = built(tmp_path / "site", texts={"docs/2025/04/comptes.md": "# Comptes\n"})
    [problem] = site.problems
    assert POST in problem
    assert "2025/04/comptes.md" in problem


def test_front_matter(tmp_path) -> None:
    """A post whose front matter cannot be read has no page; a page neither; the rest has."""
    texts = {
        **changed(POST, "tags: [données]", "tags: [données"),
        **changed("about.md", "layout: default", "\tlayout: x"),
    }
    site = built(tmp_path / "site", texts=texts)
    assert sorted(problem.split(":")[0] for problem in site.problems) == [POST, "about.md"]
    assert "2025/10/du-html-dans-la-page/" in site.urls


def test_the_configuration(tmp_path) -> None:
    """Told with the line of the key at the margin. Jekyll takes a time zone that it does not know for UTC, too."""
    old = "timezone: Europe/Paris"
    site = built(tmp_path / "site", texts=changed("_config.yml", old, "timezone: Europe/Brenac"))
    [problem] = site.problems
    assert problem.startswith(f"_config.yml:{line_of('_config.yml', old)}: ")
    assert "Brenac" in problem
    assert site.listed("")


def test_no_site_there(tmp_path) -> None:
    site = place(tmp_path / "site", options={"jekyll": "elsewhere"})
    with pytest.raises(Abort):
        site.run()
    [error] = site.errors
    assert "There is no `_config.yml` in `elsewhere`" in error


def test_a_template_does_not_leave_the_site(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    site = place(tmp_path / "site", texts=changed(POST, "Précédent :", "{% include_relative ../../secret.txt %}"))
    (site.root / "_includes" / "leak.md").symlink_to(secret)
    (site.root / "images" / "leak.txt").symlink_to(secret)
    site.run()
    assert len(site.problems) >= 1
    assert not [path for path in site.out.rglob("*") if path.is_file() and b"SECRET" in path.read_bytes()]
