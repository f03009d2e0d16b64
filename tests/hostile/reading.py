"""Looks for harm in a built site, with parsers that are not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "xlink:href",
    "srcset",
    "background",
    "ping",
    "cite",
)
ELEMENTS = "[onpwn], pwn, base, script[src*='pwn'], iframe[src*='pwn'], meta[http-equiv='refresh'][content*='//pwn']"
RUNS = re.compile(r"(javascript|vbscript|data:text/html|view-source|blob|file):", re.IGNORECASE)
STRIPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
"""Characters that browsers take out of an address: https://url.spec.whatwg.org/#concept-basic-url-parser"""
RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that change a terminal, or the order of what it shows."""


def harm_in_page(html: str) -> Iterator[str]:
    """Yield everything in a page that runs, redirects, or is an element by a hostile value's will."""
    tree = LexborHTMLParser(html)
    for node in tree.css(
        "[onpwn], pwn, script[src*='pwn'], iframe[src*='pwn'], base, meta[http-equiv='refresh'][content*='//pwn']"
    ):
        yield f"element: {(node.html or '')[:120]}"
    for script in tree.css("script"):
        text = script.text() or ""
        if script.attributes.get("type") == "application/ld+json":
            yield from (f"JSON-LD: {fault}" for fault in _faults_of_json(text))
        elif "pwn(" in text:
            yield f"script: {text[:120]}"
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name in ADDRESSES and RUNS.match(STRIPPED.sub("", value or "")):
                yield f"{name}: {value!r:.90}"
    if "1337pwn" in html:
        yield "a template in a value was run"
    if len(tree.css("title")) != 1 + len(tree.css("svg title")) or len(tree.css("body")) != 1:
        yield "the page has another structure"


def harm_in_site(site: Path) -> Iterator[str]:
    """Yield everything harmful in a site's files, each with the file."""
    for path in sorted(site.rglob("*")):
        if path.is_symlink():
            yield f"{path.name}: a symbolic link"
        elif path.is_file():
            yield from (f"{path.relative_to(site)}: {harm}" for harm in _harm_in_file(path))


def _harm_in_file(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if path.suffix == ".html" and not data.startswith(b"<?xml"):  # `template: sitemap.xml` makes such a page
        yield from harm_in_page(data.decode())
    elif path.suffix == ".json":
        yield from _faults_of_json(data.decode())
    elif path.suffix == ".xml":
        try:
            etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError as error:
            yield str(error)
        else:
            yield from _harm_in_feed(feedparser.parse(data, sanitize_html=False))


def _harm_in_feed(feed: Any) -> Iterator[str]:
    if feed.bozo and feed.entries:
        yield f"feed: {feed.bozo_exception}"
    for entry in feed.entries:
        if RUNS.match(STRIPPED.sub("", entry.get("link", ""))):
            yield f"feed: link {entry.link}"
        for content in [*entry.get("content", []), entry.get("summary_detail", {})]:
            if "html" in content.get("type", ""):
                yield from (f"feed: {harm}" for harm in _harm_in_fragment(content.value))


def _harm_in_fragment(html: str) -> Iterator[str]:
    yield from harm_in_page(f"<!doctype html><title>x</title><body>{html}")


def _faults_of_json(text: str) -> Iterator[str]:
    try:
        json.loads(text)
    except ValueError as error:
        yield str(error)


def harm_in_log(log: str) -> list[str]:
    """Return the lines of a log that hold a traceback, or a character that changes the terminal."""
    return [line for line in log.split("\n") if line.startswith("Traceback") or RAW.search(line)]
