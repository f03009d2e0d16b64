"""5xx: addresses, links, and files of the site."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, options

_PAGE = "# Bees\n\nThey hum.\n"
_DATED = "date: 2026-10-04"


def _jekyll_post(lines: str) -> str:
    return f"---\n{lines}\n---\n\nNothing happened.\n"


ADDRESS_CHANGED = Message(
    "IB501", Level.INFO,
    "`{other}` has the address `{address}` already, so this post gets `{new}`.",
    "To choose the address, give the post a `slug`.",
    example={**front(_DATED, "first"), **front(_DATED, "second")},
    mended=front(f"{_DATED}\nslug: another-morning", "second"),
)  # fmt: skip
ADDRESS_TAKEN = Message(
    "IB502", Level.ERROR,
    "`{other}` has the address `{address}` already, so this post gets no page.",
    "Give one of them another `{key}`.",
    example={**options('post_url_format: "{slug}"'), "docs/blog/bees.md": _PAGE, **front(f"{_DATED}\nslug: bees")},
    mended=front(f"{_DATED}\nslug: more-bees"),
)  # fmt: skip
OVERVIEW_GIVES_WAY = Message(
    "IB503", Level.INFO,
    "This page has the address `{address}`, so the overview of {kind} is not built.",
    "Write `overviews: {{{kind}: all-{kind}}}` to have both.",
    example={"docs/blog/tags.md": "# Tags of ours\n", **front(f"{_DATED}\ntags: [bees]")},
    mended=options("overviews: {tags: all-tags}"),
)  # fmt: skip
OVERVIEW_SHARES_ADDRESS = Message(
    "IB504", Level.WARNING,
    "Another list has the address `{address}`, so the overview of {kind} is not built.",
    "Give it another address: `overviews: {{{kind}: all-{kind}}}`.",
    example={**options("overviews: {tags: archive}"), **front(f"{_DATED}\ntags: [bees]")},
    mended=options("overviews: {tags: all-tags}"),
)  # fmt: skip
VIEWS_SHARE_ADDRESS = Message(
    "IB505", Level.WARNING,
    "{names} share the address `{address}`, so only the first has a page.",
    "Give one kind another address.",
    example={**options('tags_url_format: "category/{slug}"'), **front(f"{_DATED}\ntags: [bees]\ncategories: [bees]")},
    mended=options('tags_url_format: "tag/{slug}"'),
)  # fmt: skip
POST_HIDES_VIEW = Message(
    "IB506", Level.WARNING,
    "The view `{view}` has the same address, `{address}`, so that page of it is not built.",
    "Give the post another `{key}`.",
    example={**options('post_url_format: "{slug}"'), **front(f"{_DATED}\nslug: tag/bees\ntags: [bees]")},
    mended=front(f"{_DATED}\nslug: bees\ntags: [bees]"),
)  # fmt: skip
VIEW_OVERWRITES_FILE = Message(
    "IB507", Level.WARNING,
    "This file has the address `{address}`, so the blog's page `{name}` overwrites it.",
    "Move it, or write the page's introduction in a Markdown file of that name.",
    example={"docs/blog/tag/bees/index.html": "<p>Bees", **front(f"{_DATED}\ntags: [bees]")},
    mended={"docs/blog/tag/bees/index.html": None, "docs/blog/tag/bees.md": "<p>Bees"},
)  # fmt: skip
MISSING_FILE = Message(
    "IB508", Level.WARNING,
    "`{key}` names `{target}`, but the site has no such file.",
    "{hint}",
    example={"docs/guide.md": _PAGE, **front(f"{_DATED}\nlinks: [giude.md]")},
    mended=front(f"{_DATED}\nlinks: [guide.md]"),
    together=("key",),
)  # fmt: skip
MISSING_HEADING = Message(
    "IB509", Level.INFO,
    "`links` names `{target}`: the file exists, but has no such heading.",
    "After `#`, write the id that the heading's own link has.",
    example={"docs/guide.md": _PAGE, **front(f"{_DATED}\nlinks: [guide.md#wasps]")},
    mended=front(f"{_DATED}\nlinks: [guide.md#bees]"),
    together=(),
)  # fmt: skip
NO_DEFAULT_IMAGE = Message(
    "IB510", Level.WARNING,
    "The option `image` names `{image}`, but there is no such file, so posts without a picture have none where others link to them.",
    "{hint}",
    example={**options("image: bees.png"), **front(_DATED)},
    mended={"docs/bees.png": "a picture"},
)  # fmt: skip
ALIAS_OF_ITSELF = Message(
    "IB511", Level.INFO,
    "`{alias}` is the address of the page itself, so there is no redirect.",
    "Delete it.",
    example=front(f"{_DATED}\nslug: bees\naliases: [/blog/2026/10/04/bees/]"),
    mended=front(f"{_DATED}\nslug: bees"),
)  # fmt: skip
ALIAS_TAKEN = Message(
    "IB512", Level.WARNING,
    "`{alias}` cannot redirect here: the address `{address}` {verb} {owner}.",
    "Delete the address here, or give the other page another one.",
    example={"docs/guide.md": _PAGE, **front(f"{_DATED}\naliases: [/guide/]")},
    mended=front(f"{_DATED}\naliases: [/old-guide/]"),
)  # fmt: skip
ALIAS_INVALID = Message(
    "IB513", Level.WARNING,
    "`{alias}` {fault}.",
    "Write an address from the site's root, such as `/old/`.",
    example=front(f"{_DATED}\naliases: [https://another.example/bees/]"),
    mended=front(f"{_DATED}\naliases: [/bees/]"),
)  # fmt: skip
ALIAS_WITH_QUERY = Message(
    "IB514", Level.WARNING,
    "`{alias}` contains `{suffix}`, which servers ignore when they look for a file.",
    "Write the address without it, or delete it.",
    example=front(f'{_DATED}\naliases: ["/?p=42"]'),
    mended=front(f"{_DATED}\naliases: [/42/]"),
)  # fmt: skip
REDIRECT_INVALID = Message(
    "IB515", Level.WARNING,
    "`redirect_to` is `{target}`, {fault}.",
    "Write the address of another page, or delete `redirect_to`.",
    example=front(f"{_DATED}\nredirect_to: /nowhere/"),
    mended={"docs/nowhere.md": _PAGE},
)  # fmt: skip
