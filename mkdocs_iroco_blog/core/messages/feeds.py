"""6xx: feeds."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, options

_POST = front("date: 2026-10-04\ntags: [bees]")

NO_SITE_ADDRESS = Message(
    "IB601", Level.INFO,
    "There are no feeds: they need whole addresses of posts, and `site_url` is not set.",
    "Add a line such as `site_url: https://example.org/`, or switch feeds off: `feeds: false` under `iroco-blog`.",
    example={"mkdocs.yml": "site_url: null\nplugins:\n  - search\n  - iroco-blog\n", **_POST},
    mended={"mkdocs.yml": "site_url: https://example.org/\nplugins:\n  - search\n  - iroco-blog\n"},
)  # fmt: skip
FEED_GIVES_WAY = Message(
    "IB602", Level.INFO,
    "This file has the address `{address}`, so the blog writes no feed there.",
    "To have both, give the feed another `path`.",
    example={"docs/blog/feed.xml": "<feed/>", **_POST},
    mended=options("feeds:\n  - kind: atom\n    path: atom.xml"),
)  # fmt: skip
UNKNOWN_TERM = Message(
    "IB603", Level.WARNING,
    "`terms` of a feed names `{name}`, but no post has it among its {kind}, so there is no feed for it.",
    "{hint}",
    example={**options("feeds:\n  - of: tags\n    terms: [bee]"), **_POST},
    mended=options("feeds:\n  - of: tags\n    terms: [bees]"),
)  # fmt: skip
FEEDS_SHARE_ADDRESS = Message(
    "IB604", Level.WARNING,
    "The feeds of {owners} have the same address `{address}`, so only the first is written.",
    "Give one of them another `path`.",
    example={**options("feeds:\n  - kind: atom\n  - of: tags\n    path: feed.xml\n    terms: [bees]"), **_POST},
    mended=options("feeds:\n  - kind: atom\n  - of: tags\n    path: bees.xml\n    terms: [bees]"),
)  # fmt: skip
NOT_A_FEED = Message(
    "IB605", Level.STOP,
    "`{value}` ({label}) is not a feed.",
    "Write keys with values, such as `kind: rss`.",
    example=options("feeds: [3]"),
    mended=options("feeds:\n  - kind: rss"),
)  # fmt: skip
UNKNOWN_FEED_KEY = Message(
    "IB606", Level.STOP,
    "`{key}` is an unknown key in {label}.",
    "{hint}",
    example=options("feeds:\n  - knid: rss"),
    mended=options("feeds:\n  - kind: rss"),
)  # fmt: skip
INVALID_FEED_VALUE = Message(
    "IB607", Level.STOP,
    "`{key}` of {label} is `{value}`{fault}.",
    "{hint}",
    example=options("feeds:\n  - kind: rrs"),
    mended=options("feeds:\n  - kind: rss"),
)  # fmt: skip
TERMS_OF_A_BLOG = Message(
    "IB608", Level.STOP,
    "{label} has `terms`, but is a feed of the whole blog.",
    "Add `of`, such as `of: tags`.",
    example=options("feeds:\n  - terms: [bees]"),
    mended=options("feeds:\n  - of: tags"),
)  # fmt: skip
UNKNOWN_FEED_PLACEHOLDER = Message(
    "IB609", Level.STOP,
    "`path` of {label} cannot contain `{name}`.",
    "{hint}",
    example=options('feeds:\n  - of: tags\n    path: "{tag}.xml"'),
    mended=options('feeds:\n  - of: tags\n    path: "{slug}.xml"'),
)  # fmt: skip
FEED_PATH_WITHOUT_PLACEHOLDER = Message(
    "IB610", Level.STOP,
    "`path` of {label} is the same for every term.",
    "Use {names} in it.",
    example=options("feeds:\n  - of: tags\n    path: tags.xml"),
    mended=options('feeds:\n  - of: tags\n    path: "{slug}.xml"'),
)  # fmt: skip
FEED_TWICE = Message(
    "IB611", Level.STOP,
    "Two feeds of `{of}` have the path `{path}`.",
    "Give one of them another `path`.",
    example=options("feeds: [atom, atom]"),
    mended=options("feeds: [atom, rss]"),
)  # fmt: skip
