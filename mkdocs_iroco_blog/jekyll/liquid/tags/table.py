"""Every tag by name: Liquid's own and Jekyll's. An output is the tag without a name.

https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/tags/
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_iroco_blog.jekyll.liquid.parser import ParseTag

from .blocks import parse_case, parse_comment, parse_if, parse_stray_part
from .cycles import parse_cycle, parse_decrement, parse_increment, parse_tablerow
from .highlight import parse_highlight
from .includes import parse_include, parse_include_relative
from .loops import parse_break, parse_continue, parse_for
from .outputs import parse_assign, parse_capture, parse_if_changed, parse_output
from .site_links import parse_gist, parse_link, parse_nothing, parse_post_url, parse_static_href

TAGS: Mapping[str, ParseTag] = {
    "": parse_output,
    "I18n_Headers": parse_nothing,
    "#": parse_comment,
    "assign": parse_assign,
    "break": parse_break,
    "capture": parse_capture,
    "case": parse_case,
    "continue": parse_continue,
    "cycle": parse_cycle,
    "decrement": parse_decrement,
    "echo": parse_output,
    "else": parse_stray_part,
    "elsif": parse_stray_part,
    "feed_meta": parse_nothing,
    "for": parse_for,
    "gist": parse_gist,
    "highlight": parse_highlight,
    "if": parse_if,
    "ifchanged": parse_if_changed,
    "include": parse_include,
    "include_cached": parse_include,
    "include_relative": parse_include_relative,
    "increment": parse_increment,
    "link": parse_link,
    "post_url": parse_post_url,
    "seo": parse_nothing,
    "static_href": parse_static_href,
    "tablerow": parse_tablerow,
    "unless": parse_if,
    "when": parse_stray_part,
}
