"""What Markdown's extensions, Material and Jekyll write for a script or a style, put into plain HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from markupsafe import escape
from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse, rename

from .addresses import whole_address

Change = Callable[[LexborNode, str], None]
"""Changes an element of the page at a whole address."""

_MARK = re.compile(r"\((\d{1,3})\)!")
_LANGUAGE = re.compile(r"(?:language|lang)-[\w+#.-]+")
_GUTTERS = ".linenos, .lineno, .gutter"
_MARKED_UP = ":not(span, code, a, pre, table, thead, tbody, tr, td)"
_CONTROLS = (
    "script", "style", "template", "link", "meta", "base", "title", "button", "select", "textarea", "input", "datalist",
    "canvas", "param",
)  # fmt: skip
_BLOCKS = frozenset({"body", "div", "section", "article", "figure", "li", "td", "blockquote", "details"})


def language_of(classes: str | None) -> str:
    """The class that names a programming language, as HTML suggests it, or nothing.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-code-element
    """
    found = _LANGUAGE.search(classes or "")
    return found[0] if found else ""


def _load(node: LexborNode, _base: str) -> None:
    """What a script would load later, and again in `noscript`."""
    for lazy, name in (("data-src", "src"), ("data-srcset", "srcset")):
        address = node.attributes.get(lazy)
        if address:
            node.attrs[name] = address
    spare = node.next
    if spare is not None and spare.tag == "noscript":
        spare.decompose()


def _drop(node: LexborNode, _base: str) -> None:
    node.decompose()


def _drop_dark(node: LexborNode, _base: str) -> None:
    """Of a picture for light and one for dark, a reader would show both."""
    around = node.parent
    node.decompose()
    if around is not None and around.tag == "a" and around.child is None:
        around.decompose()


def _drop_mark(link: LexborNode, _base: str) -> None:
    """A heading's link to itself: one that is called so, or says no word."""
    if "headerlink" in (link.attributes.get("class") or "").split() or not any(map(str.isalnum, link.text())):
        link.decompose()


def _write_out(emoji: LexborNode, _base: str) -> None:
    _say(emoji, emoji.attributes.get("alt") or "")


def _name_drawing(svg: LexborNode, _base: str) -> None:
    """Readers show no drawing that lies in the text: its name stands for it, and nothing for one without."""
    title = svg.css_first("title")
    name = svg.attributes.get("aria-label") or (title.text() if title is not None else "")
    _say(svg, " ".join(name.split()))


def _say(node: LexborNode, text: str) -> None:
    if text:
        node.replace_with(text)
    else:
        node.decompose()


def _check_off(box: LexborNode, _base: str) -> None:
    box.replace_with("☑" if "checked" in box.attributes else "☐")


def _show_script(script: LexborNode, _base: str) -> None:
    """MathJax 2's form, in which Arithmatex escapes what no script has to escape.

    https://docs.mathjax.org/en/v2.7-latest/advanced/model.html
    """
    _show_tex(script, unescape(script.text()), display="display" in (script.attributes.get("type") or ""))


def _show_annotation(math: LexborNode, _base: str) -> None:
    """MathML that brings the TeX it was made of, as KaTeX's does: that can be read where no MathML is shown."""
    annotation = math.css_first('annotation[encoding="application/x-tex"]')
    if annotation is not None:
        _show_tex(math, annotation.text(), display=math.attributes.get("display") == "block")


def _show_tex(node: LexborNode, tex: str, *, display: bool) -> None:
    node.replace_with(rf"\[{tex.strip()}\]" if display else rf"\({tex.strip()}\)")


def _link_out(frame: LexborNode, base: str) -> None:
    """Readers show no other page inside an entry, so a link leads there."""
    attributes = frame.attributes
    address = whole_address(attributes.get("src") or attributes.get("data") or "", base)
    if address is None or address == base:
        frame.decompose()
        return
    link = f'<a href="{escape(address)}">{escape(attributes.get("title") or address)}</a>'
    around = frame.parent
    if around is not None and around.tag in _BLOCKS:
        link = f"<p>{link}</p>"
    frame.replace_with(_element(link))


def _name_tabs(tabs: LexborNode, _base: str) -> None:
    """Every tab below its label. https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/."""
    labels: list[str] = []
    blocks: list[str] = []
    for child in tabs.iter():
        classes = (child.attributes.get("class") or "").split()
        if child.tag == "label":
            labels.append(child.inner_html or "")
        elif "tabbed-labels" in classes:
            labels += [label.inner_html or "" for label in child.iter()]
        elif "tabbed-content" in classes:  # one holds all blocks, or in the older style there is one a tab
            inner = [block for block in child.iter() if "tabbed-block" in (block.attributes.get("class") or "")]
            blocks += [block.inner_html or "" for block in inner or [child]]
    labels += [""] * (len(blocks) - len(labels))
    named = zip(labels, blocks, strict=False)
    tabs.inner_html = "".join(f"<p><strong>{label}</strong></p>\n{block.strip()}\n" for label, block in named)


def _set_off(admonition: LexborNode, _base: str) -> None:
    rename(admonition, "blockquote")


def _embolden(title: LexborNode, _base: str) -> None:
    title.inner_html = f"<strong>{title.inner_html or ''}</strong>"


def _keep_lines(drawing: LexborNode, _base: str) -> None:
    rename(drawing, "pre")


def _name_file(name: LexborNode, _base: str) -> None:
    """The title of a code block, out of the block."""
    block: LexborNode | None = name
    while block is not None and "highlight" not in (block.attributes.get("class") or "").split():
        block = block.parent
    if block is not None:
        block.insert_before(_element(f"<p><strong>{name.inner_html or ''}</strong></p>"))
        name.decompose()


def _drop_numbers(table: LexborNode, _base: str) -> None:
    """https://facelessuser.github.io/pymdown-extensions/extensions/highlight/#line-number-styles."""
    code = table.css_first(".code pre")
    if code is not None:
        table.replace_with(code)


def _unmark(comment: LexborNode, _base: str) -> None:
    """`(1)!` in a comment of code is a mark for a script; the list that it means follows, numbered."""
    text = comment.text()
    if _MARK.search(text):
        comment.inner_html = str(escape(_MARK.sub(r"(\1)", text)))


def _plain_code(pre: LexborNode, _base: str) -> None:
    """Code without its colours, unless it holds more than these."""
    for gutter in pre.css(_GUTTERS)[::-1]:
        gutter.decompose()
    code = pre.css_first("code")
    if code is None or pre.css_first(_MARKED_UP) is not None:
        return
    language = language_of(code.attributes.get("class"))
    around: LexborNode | None = pre
    while not language and around is not None and around.tag in ("pre", "div", "figure"):
        language = language_of(around.attributes.get("class"))
        around = around.parent
    named = f' class="{escape(language)}"' if language else ""
    pre.inner_html = f"<code{named}>{escape(pre.text())}</code>"


def _unwrap(wrapper: LexborNode, _base: str) -> None:
    wrapper.unwrap()


def _element(html: str) -> LexborNode:
    [element] = parse(html).iter()
    return element


RULES: tuple[tuple[str, str, str, Change], ...] = (
    ("", "data-src", "[data-src], [data-srcset]", _load),
    ("img", "-dark", 'img[src$="#only-dark"], img[src$="#gh-dark-mode-only"]', _drop_dark),
    ("iframe", "", "iframe", _link_out),
    ("object", "", "object", _link_out),
    ("embed", "", "embed", _link_out),
    ("a", 'href="#', "a.headerlink, :is(h1, h2, h3, h4, h5, h6) > a[href^='#']", _drop_mark),
    ("img", "emoji", "img.twemoji, img.emojione, img.gemoji, img.emoji", _write_out),
    ("svg", "", "svg", _name_drawing),
    ("script", "", ".MathJax_Preview", _drop),
    ("script", "", 'script[type^="math/tex"]', _show_script),
    ("math", "", "math", _show_annotation),
    ("div", "mermaid", "div.mermaid", _keep_lines),
    ("div", "tabbed-set", "div.tabbed-set", _name_tabs),
    ("input", "", "input[type=checkbox]", _check_off),
    ("p", "admonition-title", ".admonition-title", _embolden),
    ("div", "admonition", "div.admonition", _set_off),
    ("pre", "filename", "span.filename", _name_file),
    ("pre", ")!", "pre span[class^=c]", _unmark),
    ("pre", "highlighttable", "table.highlighttable", _drop_numbers),
    ("pre", "codehilitetable", "table.codehilitetable", _drop_numbers),
    ("pre", "", "pre", _plain_code),
    ("pre", "highlight", "div.highlight, div.highlighter-rouge, figure.highlight", _unwrap),
    ("pre", "codehilite", "div.codehilite", _unwrap),
    *((tag, "", tag, _drop) for tag in _CONTROLS),
    ("dialog", "", "dialog:not([open])", _drop),
    ("", "hidden", "[hidden]:not([hidden=until-found]), [aria-hidden=true]", _drop),
    ("", "md-", ".md-annotation, .md-clipboard", _drop),
)
"""In this order: the tag and the text without which a rule need not be tried, the elements, what becomes of each."""
