"""The schemas that feeds are held against refuse what the specifications do, and take what they allow."""

from __future__ import annotations

import pytest

from tests.publish.feeds.samples import schema_errors

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>T</title><updated>2024-01-01T00:00:00Z</updated>
<author><name>A</name></author>{feed}<entry><id>urn:y</id><title type="text">E</title>
<updated>2024-01-01T00:00:00+01:00</updated>{entry}</entry></feed>"""
RSS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://e.org/</link>
<description>D</description>{feed}<item><title>E</title>{entry}</item></channel></rss>"""


@pytest.mark.parametrize(
    ("feed", "entry"),
    [
        ("", ""),
        ("", '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a">x</p></div></content>'),
        ('<x:y xmlns:x="urn:x" z="1"><x:z/>text</x:y>', '<summary type="html">&lt;p&gt;</summary>'),
    ],
)
def test_atom_takes(feed: str, entry: str) -> None:
    assert schema_errors("atom", ATOM.format(feed=feed, entry=entry).encode()) == []


@pytest.mark.parametrize(
    ("feed", "entry"),
    [
        ("<title>Again</title>", ""),
        ("<unknown/>", ""),
        ("<icon>two words</icon>", ""),
        ("<author/>", ""),
        ("<author><name> </name></author>", ""),
        ("<author><name>A</name><email>none</email></author>", ""),
        ("<link/>", ""),
        ('<link href="https://e.org/" length="long"/>', ""),
        ('<link href="https://e.org/" type="html"/>', ""),
        ("", "<published>2024-01-01</published>"),
        ("", "<published>2024-01-01T00:00:00</published>"),
        ("", "<published>2024-01-01T00:00:00+01:00:30</published>"),
        ("", '<summary type="text/html">x</summary>'),
        ("", "<summary>x</summary><summary>y</summary>"),
        ("", "<category/>"),
        ("", '<content type="html"><p>x</p></content>'),
    ],
)
def test_atom_refuses(feed: str, entry: str) -> None:
    assert schema_errors("atom", ATOM.format(feed=feed, entry=entry).encode())


@pytest.mark.parametrize(
    ("feed", "entry"),
    [
        ("", ""),
        ("<language>pt-BR</language><ttl>60</ttl>", '<guid isPermaLink="false">12</guid><dc:creator>A</dc:creator>'),
        ("<lastBuildDate>Fri, 04 Oct 2024 10:30:00 +0200</lastBuildDate>", "<guid>https://e.org/1/</guid>"),
    ],
)
def test_rss_takes(feed: str, entry: str) -> None:
    assert schema_errors("rss", RSS.format(feed=feed, entry=entry).encode()) == []


@pytest.mark.parametrize(
    ("feed", "entry"),
    [
        ("<title>Again</title>", ""),
        ("<unknown/>", ""),
        ("<lastBuildDate>2024-01-01</lastBuildDate>", ""),
        ("<language>français (France)</language>", ""),
        ("", "<guid>12</guid>"),
        ("", '<guid isPermaLink="yes">https://e.org/1/</guid>'),
        ("", "<author>Ada</author>"),
        ("", "<link>/1/</link>"),
        ("", '<enclosure url="https://e.org/a.png" type="image/png"/>'),
        ("", '<enclosure url="https://e.org/a.png" length="" type="image/png"/>'),
        ("", "<pubDate>ven., 04 oct. 2024 10:30:00 +0200</pubDate>"),
    ],
)
def test_rss_refuses(feed: str, entry: str) -> None:
    assert schema_errors("rss", RSS.format(feed=feed, entry=entry).encode())
