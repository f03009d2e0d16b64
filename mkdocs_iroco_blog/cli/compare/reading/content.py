"""Finds a page's content on any theme, and takes out of it what is not the author's.

The first of `PLACES` with exactly one element on the page is the content: from a post's text to the whole page. A page
with several articles is a list, and a place further down contains them all.
"""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NO_HEADING = ":not(h1, h2, h3, h4, h5, h6)"
"""A heading may have an id from its words: `## Comments`."""
EXACT = (
    ".h-entry .e-content", "[itemprop=articleBody]", ".post-content", ".entry-content", ".post-body", ".article-body",
    ".md-content .md-content__inner",
)  # fmt: skip
"""Places that hold a text and nothing else."""
BROAD = (
    ".md-content", ".rst-content [role=main]", ".wy-nav-content", "article", "main", "[role=main]", ".page-content",
    ".main-content", f"#main{_NO_HEADING}", f"#content{_NO_HEADING}", ".content",
)  # fmt: skip
"""Places that may also hold a theme's parts: dates, links to share, comments."""
_NOISE = (
    "script", "style", "template", "noscript", "svg", "button", ".headerlink", ".header-link", ".permalink",
    ".anchorjs-link", ".heading-anchor", ".md-clipboard", ".md-content__button", ".copy-button", ".btn-clipboard",
    ".linenos", ".lineno", ".linenodiv", ".gutter", ".footnote-backref", ".reversefootnote", "[role=doc-backlink]",
    ".edit-link", "[rel~=edit]", ".sr-only", ".visually-hidden", ".toc", f"#toc{_NO_HEADING}", "#markdown-toc",
    ".md-post__header", ".md-post__meta", ".md-source-file", ".md-feedback", ".md-tags", ".md-pagination",
    ".post-meta", ".post-info", ".post-tags", ".entry-meta", ".page-meta", ".page__meta", ".byline", ".dateline",
    ".reading-time", ".read-time", ".readtime",
)  # fmt: skip
"""Parts of a content that are not its author's: permalinks, copy buttons, line numbers, tables of contents, which
repeat headings, links to edit the page, and bylines, which some layouts put beside the text."""
_THEME_PARTS = (
    "header", "footer", "nav", "aside", "form", "[role=navigation]", "[role=search]", ".post-header",
    ".post-navigation", ".post-nav", ".pagination", ".pager", ".breadcrumb", ".breadcrumbs", ".wy-breadcrumbs",
    ".share", ".sharing", ".social-share", ".page__share", ".page__related", ".related", ".related-posts", ".comments",
    f"#comments{_NO_HEADING}", "#disqus_thread", ".giscus", ".utterances", ".author", ".author-box", ".author-bio",
    ".prev", ".next", "[rel~=prev]", "[rel~=next]",
)  # fmt: skip
"""Parts of a broad place that are the theme's."""


def find_content(tree: LexborHTMLParser) -> tuple[LexborNode, bool] | None:
    """Return the element with a page's content, and whether it is exact. None if the page has no body."""
    for places, is_exact in ((EXACT, True), (BROAD, False)):
        for place in places:
            nodes = [node for node in outermost(tree.css(place)) if node.child]  # a link to skip to may be empty
            if len(nodes) == 1 and not (place == "article" and (_is_entry(nodes[0]) or _is_aside(nodes[0]))):
                return nodes[0], is_exact
    return (tree.body, False) if tree.body else None


def remove_noise(content: LexborNode, *, is_exact: bool) -> None:
    """Remove everything that is not the author's."""
    remove(content.css(",".join(_NOISE if is_exact else (*_NOISE, *_THEME_PARTS))), but=content)


def _is_entry(article: LexborNode) -> bool:
    """Whether an article is the only entry of a list: its heading is a link."""
    heading = article.css_first("h1,h2,h3,h4")
    link = heading.css_first("a[href]") if heading else None
    return bool(link and not (link.attributes["href"] or "").startswith("#"))


def _is_aside(article: LexborNode) -> bool:
    """Whether an article is a small part of the page's main text, such as a teaser or an example."""
    main = article.parent
    while main is not None and main.tag != "main" and main.attributes.get("role") != "main":
        main = main.parent
    return main is not None and 2 * len(article.text(strip=True)) < len(main.text(strip=True))


def outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Leave out elements inside of other ones. The nodes have to be in the order of the page."""
    result: list[LexborNode] = []
    seen: set[int] = set()
    for node in nodes:
        above = node.parent
        while above is not None and above.mem_id not in seen:
            above = above.parent
        if above is None and node.mem_id not in seen:
            result.append(node)
        seen.add(node.mem_id)
    return result


def remove(nodes: Iterable[LexborNode], *, but: LexborNode | None = None) -> None:
    """Remove elements with all that is in them. An element may be named twice, or be inside of another one."""
    for node in outermost(nodes):
        if but is None or node.mem_id != but.mem_id:
            node.decompose()
