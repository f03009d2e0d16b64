"""Parts of the site that Jekyll's layouts or the option `jekyll` bring, and that the new site has to name itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import resources

from mkdocs_iroco_blog.layout.includes import INCLUDE_CLASS, INCLUDE_STYLESHEET

from .feed_ids import TemplateFeed
from .new_site import NewSite
from .old_site import OldSite
from .text.extensions import Extensions

_STYLESHEET = "stylesheets/include.css"


def add_stylesheets(new: NewSite, texts: Sequence[str]) -> list[str]:
    """Add the style sheet of the includes that texts show, and return the entries of `extra_css`."""
    if not any(INCLUDE_CLASS in text for text in texts):
        return []
    file = resources.files("mkdocs_iroco_blog.layout") / "templates" / INCLUDE_STYLESHEET
    new.write(f"docs/{_STYLESHEET}", file.read_text(encoding="utf-8"))
    return [_STYLESHEET]


def write_robots(new: NewSite, old: OldSite, site_url: str) -> None:
    """Write the file that jekyll-sitemap makes beside its sitemap, if the site has none of its own."""
    path = "docs/robots.txt"
    if "jekyll-sitemap" in old.site.plugins and site_url and path not in new.paths():
        new.write(path, f"Sitemap: {site_url}sitemap.xml\n")


def report_extras(new: NewSite, old: OldSite, extensions: Extensions) -> None:
    """Note everything that a page showed and that no file of the site brings."""
    if "pymdownx.arithmatex" in extensions.names:
        new.lose("_layouts", "The script that shows maths. Add MathJax or KaTeX to `extra_javascript` in mkdocs.yml.")
    dates = Counter(page.post.published.instant for page in old.build.pages.posts)
    if same := sum(number for number in dates.values() if number > 1):
        what = f"The order of {same} posts with the date of another post: Jekyll sorts them by name, backwards."
        new.lose("_posts", f"{what} A time in `date` sets an order.")
    if old.jekyll.profiles:
        listed = ", ".join(old.jekyll.profiles)
        new.lose("_config.yml", f'The links with `rel="me"` in the head of pages: {listed}.')


def report_feeds(new: NewSite, old: OldSite, feeds: Sequence[TemplateFeed], ids: Mapping[str, str]) -> None:
    """Note everything that a reader of the feeds may miss. `ids` has the ids of entries, by the posts' paths."""
    for feed in feeds:
        others = [name for path, name in feed.ids.items() if ids.get(path, name) != name]
        if others:
            entries = "1 entry" if len(others) == 1 else f"{len(others)} entries"
            new.lose(feed.path, f"The ids of {entries}: a post has one id in all feeds, that of another feed.")
    author, has_feeds = old.jekyll.entry_author, bool(feeds or "feeds" in old.jekyll.options)
    if author and has_feeds and any(not page.post.authors for page in old.build.pages.posts):
        new.lose("_config.yml", f"`author` in feeds: {author.name} is the author of the whole feed, not of each entry.")
