"""A post shows each tag once, as a link, whoever shows it."""

import pytest


@pytest.mark.parametrize("options", [{}, {"tags": True}])
@pytest.mark.parametrize("plugins", [["search"], ["search", "tags"]])
def test_a_post_shows_each_tag_once_as_a_link(build, plugins, options) -> None:
    files = {
        "docs/tags.md": "# All tags\n\n<!-- material/tags -->\n",
        "docs/blog/posts/a.md": "---\ndate: 2024-05-01\ntags: [orchard, meadow]\ncategories: [Home]\n---\n# A\n",
    }
    built = build(files, options, theme="material", plugins=plugins)
    page = built.page("blog/2024/05/01/a/index.html")
    for tag in ("orchard", "meadow"):
        nodes = [node for node in page.css("article a, article span, article li") if node.text(strip=True) == tag]
        links = [node for node in nodes if node.tag == "a"]
        assert len(links) == 1, tag
        assert len([node for node in nodes if node.tag != "li"]) == 1
    categories = {node.attributes.get("value") or node.text(strip=True) for node in page.css(".h-entry .p-category")}
    assert categories == {"Home", "orchard", "meadow"}


@pytest.mark.parametrize(("options", "place"), [({}, "/tags/"), ({"tags": True}, "/tag/orchard/")])
def test_the_tag_leads_to_the_page_that_lists_it(build, options, place) -> None:
    files = {
        "docs/tags.md": "# All tags\n\n<!-- material/tags -->\n",
        "docs/blog/posts/a.md": "---\ndate: 2024-05-01\ntags: [orchard]\n---\n# A\n",
    }
    built = build(files, options, theme="material", plugins=["search", "tags"])
    links = built.page("blog/2024/05/01/a/index.html").css("article a")
    [href] = [link.attributes["href"] for link in links if link.text(strip=True) == "orchard"]
    assert href.partition("#")[0].endswith(place)
