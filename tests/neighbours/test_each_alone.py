"""Each neighbour alone: a strict build, with the blog first and last in the list of plugins."""

import pytest

from tests.neighbours.known import KNOWN
from tests.neighbours.looked_at import docs_are_as_without_it, every_post_and_list_is_right

EACH = [pytest.param(name, marks=pytest.mark.checks(name), id=name) for name in KNOWN]
GATHERS = {
    "rss": ("feed_json_created.json", "feed_json_updated.json", "feed_rss_created.xml", "feed_rss_updated.xml"),
    "print-site": ("print_page/index.html",),
    "Material's tags": ("tags/index.html", "tags.json"),
}
"""Files that a neighbour makes of all pages; other tests look into them."""


@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize("name", EACH)
def test_every_post_and_list_is_right(beside, name, place) -> None:
    every_post_and_list_is_right(beside(name, place=place), makes_tags=KNOWN[name].makes_tags)


@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize("name", EACH)
def test_the_docs_are_as_without_a_blog(beside, name, place) -> None:
    without = beside(name, place="absent")
    docs_are_as_without_it(beside(name, place=place), without, but=GATHERS.get(name, ()))
