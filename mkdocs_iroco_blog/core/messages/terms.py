"""2xx: authors, categories, tags and series."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Files, Message, front, options

_AUTHORS = "docs/blog/.authors.yml"


def _authors(lines: str) -> Files:
    return {_AUTHORS: f"authors:\n{lines}", **front("date: 2026-10-04\nauthors: [ines]")}


UNKNOWN_AUTHOR = Message(
    "IB201", Level.WARNING,
    "{place} has no author `{name}`.",
    "{hint}",
    example={**_authors("  ines:\n    name: Inès Roux\n"), **front("date: 2026-10-04\nauthors: [innes]")},
    mended=front("date: 2026-10-04\nauthors: [ines]"),
)  # fmt: skip
INVALID_AUTHOR = Message(
    "IB202", Level.WARNING,
    "`{key}` {fault}.",
    "Write an id from the authors file, or a name.",
    example=front("date: 2026-10-04\nauthors: [[ines]]"),
    mended=front("date: 2026-10-04\nauthors: [Inès Roux]"),
)  # fmt: skip
AUTHORS_NOT_A_MAPPING = Message(
    "IB203", Level.WARNING,
    "`authors` is not a mapping of ids to fields.",
    "Write an id and, indented below it, `name: …`.",
    example={_AUTHORS: "authors:\n  - Inès Roux\n", **front("date: 2026-10-04")},
    mended={_AUTHORS: "authors:\n  ines:\n    name: Inès Roux\n"},
)  # fmt: skip
AUTHOR_WITHOUT_FIELDS = Message(
    "IB204", Level.WARNING,
    "The author `{key}` has no fields.",
    "Write `{key}:` and, indented below it, `name: {name}`.",
    example=_authors("  ines: Inès Roux\n"),
    mended=_authors("  ines:\n    name: Inès Roux\n"),
)  # fmt: skip
AUTHOR_WITHOUT_ADDRESS = Message(
    "IB205", Level.WARNING,
    "The author `{key}` cannot be part of an address.",
    "Give `{key}` a `slug`.",
    example=_authors("  ines:\n    name: Inès Roux\n  ../tomek:\n    name: Tomek\n"),
    mended=_authors("  ines:\n    name: Inès Roux\n  ../tomek:\n    name: Tomek\n    slug: tomek\n"),
)  # fmt: skip
UNSAFE_AUTHOR_LINK = Message(
    "IB206", Level.WARNING,
    "The `{field}` of `{name}` is `{link}`, which is not a safe address, so it is ignored.",
    "Write an address that starts with `https:`, or a path.",
    example=_authors("  ines:\n    name: Inès Roux\n    url: javascript:alert(1)\n"),
    mended=_authors("  ines:\n    name: Inès Roux\n    url: https://example.org/ines\n"),
)  # fmt: skip
INVALID_ACCOUNT = Message(
    "IB207", Level.WARNING,
    "The `fediverse` of `{name}` is `{account}`, which is not an account, so it is ignored.",
    "Write it as `@name@server.example`.",
    example=_authors("  ines:\n    name: Inès Roux\n    fediverse: ines\n"),
    mended=_authors('  ines:\n    name: Inès Roux\n    fediverse: "@ines@social.example"\n'),
)  # fmt: skip
AUTHOR_LINK_INSIDE = Message(
    "IB208", Level.WARNING,
    "The `links` of `{name}` contain `{link}`, which is not an address of another site, so it is ignored.",
    "Write an address that starts with `https:`.",
    example=_authors("  ines:\n    name: Inès Roux\n    links: [example.org/ines]\n"),
    mended=_authors("  ines:\n    name: Inès Roux\n    links: [https://example.org/ines]\n"),
)  # fmt: skip
CATEGORY_NOT_ALLOWED = Message(
    "IB209", Level.WARNING,
    "The option `categories_allowed` does not list the category `{name}`.",
    "Write {meant}.",
    example={**options("categories_allowed: [Garden, Kitchen]"), **front("date: 2026-10-04\ncategories: [Gardens]")},
    mended=front("date: 2026-10-04\ncategories: [Garden]"),
)  # fmt: skip
TERM_IN_TWO_SPELLINGS = Message(
    "IB210", Level.INFO,
    "{others} and `{main}` ({count}) are the same {kind}; its view is called `{main}`.",
    "Use one spelling.",
    example={**front("date: 2026-10-04\ntags: [bees]", "first"), **front("date: 2026-10-05\ntags: [Bees]", "second")},
    mended=front("date: 2026-10-05\ntags: [bees]", "second"),
    together=("kind",),
)  # fmt: skip
TERMS_WITH_ONE_SLUG = Message(
    "IB211", Level.INFO,
    "Several {kind} make the slug `{slug}`: `{main}` has it, {others}.",
    "To choose the slugs yourself, set the option `categories_slugify`, which applies to categories, tags and series.",
    example=front("date: 2026-10-04\ntags: [C, C#]"),
)  # fmt: skip
AUTHORS_SHARE_VIEW = Message(
    "IB212", Level.WARNING,
    "The authors {names} share the address `{slug}`, so they share a view.",
    "Use the same spelling, or give each a `slug` in the authors file.",
    example={**front("date: 2026-10-04\nauthor: Jean Paul"), **front("date: 2026-10-05\nauthor: Jean-Paul", "second")},
    mended=front("date: 2026-10-05\nauthor: Jean Paul", "second"),
)  # fmt: skip
UNKNOWN_AUTHOR_KEY = Message(
    "IB213", Level.WARNING,
    "The author `{name}` has the unknown key `{key}`.",
    "Write `{meant}`, or, if the key is yours, add `{key}` to the option `known_keys`.",
    example=_authors("  ines:\n    name: Inès Roux\n    desciption: Weighs pages.\n"),
    mended=_authors("  ines:\n    name: Inès Roux\n    description: Weighs pages.\n"),
)  # fmt: skip
UNUSED_AUTHOR_KEY = Message(
    "IB214", Level.INFO,
    "The author `{name}` has the key `{key}`, which the blog does not use.",
    "Delete it, or, if the key is yours, add `{key}` to the option `known_keys`.",
    example=_authors("  ines:\n    name: Inès Roux\n    shoe_size: 38\n"),
    mended=options("known_keys: [shoe_size]"),
)  # fmt: skip
MISSING_AVATAR = Message(
    "IB215", Level.WARNING,
    "The `avatar` of `{name}` is `{avatar}`, but the site has no such file, so the author has no picture.",
    "{hint}",
    example=_authors("  ines:\n    name: Inès Roux\n    avatar: ines.png\n"),
    mended={"docs/ines.png": "a picture"},
)  # fmt: skip
PARTS_WITH_ONE_NUMBER = Message(
    "IB216", Level.WARNING,
    "This post and {others} are part {number} of the series `{name}`, so their dates decide which comes first.",
    "Give each its own `part`.",
    example={
        **front("date: 2026-10-04\nseries: {name: Build a hive, part: 1}", "first"),
        **front("date: 2026-10-05\nseries: {name: Build a hive, part: 1}", "second"),
    },
    mended=front("date: 2026-10-05\nseries: {name: Build a hive, part: 2}", "second"),
)  # fmt: skip
INVALID_PART = Message(
    "IB217", Level.WARNING,
    "The `part` of the series `{name}` is `{part}`, which is not a whole number from 1 on, so the post's date decides.",
    "Write, for example, `part: 2`, or delete it.",
    example=front("date: 2026-10-04\nseries: {name: Build a hive, part: second}"),
    mended=front("date: 2026-10-04\nseries: {name: Build a hive, part: 2}"),
)  # fmt: skip
UNKNOWN_SERIES_KEY = Message(
    "IB218", Level.WARNING,
    "`series` has the unknown key `{key}`.",
    "Write {meant}.",
    example=front("date: 2026-10-04\nseries: {name: Build a hive, prt: 2}"),
    mended=front("date: 2026-10-04\nseries: {name: Build a hive, part: 2}"),
)  # fmt: skip
UNNAMED_SERIES = Message(
    "IB219", Level.WARNING,
    "`series` has no `name`, so it is ignored.",
    "Write, for example, `series: {{name: Build a hive, part: 2}}`.",
    example=front("date: 2026-10-04\nseries: {part: 2}"),
    mended=front("date: 2026-10-04\nseries: {name: Build a hive, part: 2}"),
)  # fmt: skip
INVALID_PLANNED = Message(
    "IB220", Level.WARNING,
    "`planned` {fault}, so no planned part is shown.",
    "Write, for example, `planned: [The roof, Paint]`.",
    example={
        **front("date: 2026-10-04\nseries: Build a hive"),
        "docs/blog/series/build-a-hive.md": "---\nplanned:\n  - Paint: the last coat\n---\n\n# Build a hive\n",
    },
    mended={"docs/blog/series/build-a-hive.md": '---\nplanned:\n  - "Paint: the last coat"\n---\n\n# Build a hive\n'},
)  # fmt: skip
