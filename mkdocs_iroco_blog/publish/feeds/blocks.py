"""Turn markup of Markdown's extensions, Material and Jekyll that needs a script or a style into plain HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.html.excerpt import addresses_in, parse, rename

from .addresses import resolve_link

Change = Callable[[LexborNode, str], None]
"""Changes an element of the page at an absolute URL."""

_ANNOTATION_MARK = re.compile(r"\((\d{1,3})\)!")
_LANGUAGE = re.compile(r"(?:language|lang)-[\w+#.-]+")
_GUTTERS = ".linenos, .lineno, .gutter"
_MARKED_UP = ":not(span, code, a, pre, table, thead, tbody, tr, td)"
_CONTROLS = (
    "script", "style", "template", "link", "meta", "base", "title", "button", "select", "textarea", "input", "datalist",
    "canvas", "param", "plaintext",
)  # fmt: skip
_BLOCKS = frozenset({"body", "div", "section", "article", "figure", "li", "td", "blockquote", "details"})


def language_of(classes: str | None) -> str:
    """Return the class that names a programming language, in the form that HTML suggests; empty if there is none.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element
    """
    match = _LANGUAGE.search(classes or "")
    return match[0] if match else ""


def _load_now(node: LexborNode, _base: str) -> None:
    """Load a file that waits for a script, and drop its copy in `noscript`."""
    address = node.attributes.get("data-src") or next(addresses_in(node.attributes.get("data-srcset") or ""), "")
    if address:
        node.attrs["src"] = address
    copy = node.next
    if copy is not None and copy.tag == "noscript":
        copy.decompose()


def _choose_source(picture: LexborNode, _base: str) -> None:
    """Keep the picture that every reader shows, of all that a browser chooses from."""
    image = picture.css_first("img")
    if image is not None:
        picture.replace_with(image)


def _drop(node: LexborNode, _base: str) -> None:
    node.decompose()


def _drop_dark(node: LexborNode, _base: str) -> None:
    """Drop the picture for dark screens: a reader would show it beside the one for light screens."""
    parent = node.parent
    node.decompose()
    if parent is not None and parent.tag == "a" and parent.child is None:
        parent.decompose()


def _drop_heading_link(link: LexborNode, _base: str) -> None:
    """Drop a heading's link to itself: one with that class, or one without a word."""
    if "headerlink" in (link.attributes.get("class") or "").split() or not any(map(str.isalnum, link.text())):
        link.decompose()


def _spell_emoji(emoji: LexborNode, _base: str) -> None:
    _replace(emoji, emoji.attributes.get("alt") or "")


def _name_drawing(svg: LexborNode, _base: str) -> None:
    """Replace a drawing by its name, or by nothing: readers do not show SVG inside the text."""
    title = svg.css_first("title")
    name = svg.attributes.get("aria-label") or (title.text() if title is not None else "")
    _replace(svg, " ".join(name.split()))


def _replace(node: LexborNode, text: str) -> None:
    if text:
        node.replace_with(text)
    else:
        node.decompose()


def _spell_checkbox(box: LexborNode, _base: str) -> None:
    box.replace_with("☑" if "checked" in box.attributes else "☐")


def _show_script(script: LexborNode, _base: str) -> None:
    """Show MathJax 2's scripts. Arithmatex escapes their text, though no script needs it.

    https://docs.mathjax.org/en/v2.7-latest/advanced/model.html
    """
    _show_tex(script, unescape(script.text()), display="display" in (script.attributes.get("type") or ""))


def _show_annotation(math: LexborNode, _base: str) -> None:
    """Show the TeX that KaTeX keeps inside its MathML: not every reader shows MathML."""
    annotation = math.css_first('annotation[encoding="application/x-tex"]')
    if annotation is not None:
        _show_tex(math, annotation.text(), display=math.attributes.get("display") == "block")


def _show_tex(node: LexborNode, tex: str, *, display: bool) -> None:
    node.replace_with(rf"\[{tex.strip()}\]" if display else rf"\({tex.strip()}\)")


def _link_frame(frame: LexborNode, base: str) -> None:
    """Replace an embedded page by a link to it: readers do not show pages inside an entry."""
    attributes = frame.attributes
    address = resolve_link(attributes.get("src") or attributes.get("data") or "", base)
    if address is None or address == base:
        frame.decompose()
        return
    link = f'<a href="{escape(address)}">{escape(attributes.get("title") or address)}</a>'
    parent = frame.parent
    if parent is not None and parent.tag in _BLOCKS:
        link = f"<p>{link}</p>"
    frame.replace_with(_element(link))


def _name_tabs(tabs: LexborNode, _base: str) -> None:
    """Put every tab below its label. https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/."""
    labels: list[str] = []
    blocks: list[str] = []
    for child in tabs.iter():
        classes = (child.attributes.get("class") or "").split()
        if child.tag == "label":
            labels.append(child.inner_html or "")
        elif "tabbed-labels" in classes:
            labels += [label.inner_html or "" for label in child.iter()]
        elif "tabbed-content" in classes:  # one for all blocks, or in the older style one for each tab
            inner = [block for block in child.iter() if "tabbed-block" in (block.attributes.get("class") or "")]
            blocks += [block.inner_html or "" for block in inner or [child]]
    labels += [""] * (len(blocks) - len(labels))
    named = zip(labels, blocks, strict=False)
    tabs.inner_html = "".join(f"<p><strong>{label}</strong></p>\n{block.strip()}\n" for label, block in named)


def _quote(admonition: LexborNode, _base: str) -> None:
    rename(admonition, "blockquote")


def _embolden(title: LexborNode, _base: str) -> None:
    title.inner_html = f"<strong>{title.inner_html or ''}</strong>"


def _keep_lines(drawing: LexborNode, _base: str) -> None:
    rename(drawing, "pre")


def _name_file(name: LexborNode, _base: str) -> None:
    """Move a code block's title in front of the block."""
    block: LexborNode | None = name
    while block is not None and "highlight" not in (block.attributes.get("class") or "").split():
        block = block.parent
    if block is not None:
        block.insert_before(_element(f"<p><strong>{name.inner_html or ''}</strong></p>"))
        name.decompose()


def _drop_line_numbers(table: LexborNode, _base: str) -> None:
    """Keep the code. https://facelessuser.github.io/pymdown-extensions/extensions/highlight/#line-number-styles."""
    code = table.css_first(".code pre")
    if code is not None:
        table.replace_with(code)


def _drop_annotation_mark(comment: LexborNode, _base: str) -> None:
    """Turn `(1)!` in a code comment into `(1)`: the mark is for a script, and a numbered list follows."""
    text = comment.text()
    if _ANNOTATION_MARK.search(text):
        comment.inner_html = str(escape(_ANNOTATION_MARK.sub(r"(\1)", text)))


def _simplify_code(pre: LexborNode, _base: str) -> None:
    """Drop the colours of code, unless it has other markup."""
    for gutter in pre.css(_GUTTERS)[::-1]:
        gutter.decompose()
    code = pre.css_first("code")
    if code is None or pre.css_first(_MARKED_UP) is not None:
        return
    language = language_of(code.attributes.get("class"))
    holder: LexborNode | None = pre
    while not language and holder is not None and holder.tag in ("pre", "div", "figure"):
        language = language_of(holder.attributes.get("class"))
        holder = holder.parent
    attribute = f' class="{escape(language)}"' if language else ""
    pre.inner_html = f"<code{attribute}>{escape(pre.text())}</code>"


def _unwrap(wrapper: LexborNode, _base: str) -> None:
    wrapper.unwrap()


def _element(html: str) -> LexborNode:
    [element] = parse(html).iter()
    return element


RULES: tuple[tuple[str, str, str, Change], ...] = (
    ("", "data-src", "[data-src], [data-srcset]", _load_now),
    ("picture", "", "picture", _choose_source),
    ("img", "-dark", 'img[src$="#only-dark"], img[src$="#gh-dark-mode-only"]', _drop_dark),
    ("iframe", "", "iframe", _link_frame),
    ("object", "", "object", _link_frame),
    ("embed", "", "embed", _link_frame),
    ("a", 'href="#', "a.headerlink, :is(h1, h2, h3, h4, h5, h6) > a[href^='#']", _drop_heading_link),
    ("img", "emoji", "img.twemoji, img.emojione, img.gemoji, img.emoji", _spell_emoji),
    ("svg", "", "svg", _name_drawing),
    ("script", "", ".MathJax_Preview", _drop),
    ("script", "", 'script[type^="math/tex"]', _show_script),
    ("math", "", "math", _show_annotation),
    ("div", "mermaid", "div.mermaid", _keep_lines),
    ("div", "tabbed-set", "div.tabbed-set", _name_tabs),
    ("input", "", "input[type=checkbox]", _spell_checkbox),
    ("p", "admonition-title", ".admonition-title", _embolden),
    ("div", "admonition", "div.admonition", _quote),
    ("pre", "filename", "span.filename", _name_file),
    ("pre", ")!", "pre span[class^=c]", _drop_annotation_mark),
    ("pre", "highlighttable", "table.highlighttable", _drop_line_numbers),
    ("pre", "codehilitetable", "table.codehilitetable", _drop_line_numbers),
    ("pre", "", "pre", _simplify_code),
    ("pre", "highlight", "div.highlight, div.highlighter-rouge, figure.highlight", _unwrap),
    ("pre", "codehilite", "div.codehilite", _unwrap),
    *((tag, "", tag, _drop) for tag in _CONTROLS),
    ("dialog", "", "dialog:not([open])", _drop),
    ("", "hidden", "[hidden]:not([hidden=until-found]), [aria-hidden=true]", _drop),
    ("", "md-", ".md-annotation, .md-clipboard", _drop),
)
"""Rules in the order that they apply: tag, hint, selector, change.

A rule is skipped if the page has no element with that tag or does not contain the hint.
"""
