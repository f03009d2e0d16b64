"""8xx: messages about the site as a whole. No build reports these, only `iroco-blog check`."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, post

_OPENING = "---\ndate: 2026-10-04\n---\n\n# A quiet morning\n\n"

BROKEN_LINK = Message(
    "IB801", Level.WARNING,
    "`{link}` leads to no page and no file of the site.",
    "Write the path of a file instead, relative to this one.",
    example=post(f"{_OPENING}See [the hives](hives.md).\n"),
    mended=post(f"{_OPENING}See [the start](../../index.md).\n"),
)  # fmt: skip
BROKEN_ANCHOR = Message(
    "IB802", Level.WARNING,
    "`{link}` leads nowhere: nothing on that page has the id `{anchor}`.",
    "{hint}",
    example=post(f"{_OPENING}See [below](#the-hive).\n\n## The hives\n\nThere are two.\n"),
    mended=post(f"{_OPENING}See [below](#the-hives).\n\n## The hives\n\nThere are two.\n"),
)  # fmt: skip
NO_ALT_TEXT = Message(
    "IB803", Level.WARNING,
    "The picture `{picture}` has no alternative text, so those who can't see it miss what it shows.",
    'Write the text into the brackets, or, in HTML, as `alt`. If the picture is only decoration, write `<img src="…" alt="">`.',
    example=post(f"{_OPENING}![](https://pictures.example/bee.jpg)\n"),
    mended=post(f"{_OPENING}![A bee on thyme](https://pictures.example/bee.jpg)\n"),
)  # fmt: skip
HEAVY_PICTURE = Message(
    "IB804", Level.INFO,
    "The picture `{picture}` is {size}, more than {budget}.",
    "Make it smaller, or set the option `images`, which makes lighter variants.",
    example={"docs/bee.svg": f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- {"bee " * 150_000}--></svg>', **post(f"{_OPENING}![A bee](../../bee.svg)\n")},
    mended={"docs/bee.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'},
    together=("picture",),
)  # fmt: skip
HEAVY_PAGE = Message(
    "IB805", Level.INFO,
    "The page is {size} with its pictures, more than {budget}.",
    "{hint}",
    example=post(f"{_OPENING}{'A long story. ' * 160_000}\n"),
    mended=post(f"{_OPENING}A short story.\n"),
)  # fmt: skip
UNLINKED_POST = Message(
    "IB806", Level.INFO,
    "Nothing links to the post: no list, no page, no other post.",
    "Link to it, or let lists show it.",
    example=front("date: 2026-10-04\nunlisted: true"),
    mended={"docs/index.md": "# Home\n\n[A quiet morning](blog/posts/first.md)\n"},
    together=(),
)  # fmt: skip
TERM_USED_ONCE = Message(
    "IB807", Level.INFO,
    "No other post has the {kind} {names}.",
    "Give {them} to more posts, or delete {them}.",
    example={**front("date: 2026-10-04\ntags: [bees, thyme]"), **front("date: 2026-10-05\ntags: [bees]", "second")},
    mended=front("date: 2026-10-04\ntags: [bees]"),
)  # fmt: skip
TERMS_NEARLY_SAME = Message(
    "IB808", Level.INFO,
    "The {kind} `{name}` ({count}) is nearly the same as `{main}` ({more}).",
    "If both mean the same, use one of them.",
    example={**front("date: 2026-10-04\ntags: [beehive]"), **front("date: 2026-10-05\ntags: [beehives]", "second")},
    mended=front("date: 2026-10-05\ntags: [beehive]", "second"),
)  # fmt: skip
OLD_DRAFT = Message(
    "IB809", Level.INFO,
    "The draft's date is {day}, {days} days ago.",
    "Publish it, or delete it.",
    example=front("date: 2020-10-04\ndraft: true"),
    mended=front("date: 2020-10-04"),
)  # fmt: skip
