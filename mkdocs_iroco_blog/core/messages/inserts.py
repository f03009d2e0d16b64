"""72x and 73x: comments in whose place the blog puts a list."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Files, Message, front

_POST = front("date: 2026-10-04\ncategories: [Releases]\nseries: Build a hive")

_CUSTOM = "theme: {name: mkdocs, custom_dir: overrides}\nplugins:\n  - search\n  - iroco-blog\n"


def _template(call: str) -> str:
    return f"{{% extends 'base.html' %}}\n{{% block footer %}}{{{{ {call} }}}}{{% endblock %}}\n"


def _page(comment: str) -> Files:
    return {"docs/index.md": f"# Garden\n\n<!-- {comment} -->\n"}


UNKNOWN_INSERT = Message(
    "IB721", Level.WARNING,
    "There is no insert `iroco-blog/{name}`, so the page shows nothing in its place.",
    "Write `iroco-blog/{meant}`.",
    example={**_page("iroco-blog/post"), **_POST},
    mended=_page("iroco-blog/posts"),
)  # fmt: skip
UNREADABLE_INSERT = Message(
    "IB722", Level.WARNING,
    "The keys of `iroco-blog/{name}` are not a mapping in YAML, so the page shows nothing in its place.",
    "Write them in braces, with commas between them, as in `<!-- iroco-blog/posts {{ limit: 3, style: cards }} -->`.",
    example={**_page("iroco-blog/posts { limit: 3"), **_POST},
    mended=_page("iroco-blog/posts { limit: 3 }"),
)  # fmt: skip
UNKNOWN_INSERT_KEY = Message(
    "IB723", Level.WARNING,
    "`iroco-blog/{name}` has no key `{key}`, so it is ignored.",
    "{hint}",
    example={**_page("iroco-blog/posts { categories: Releases }"), **_POST},
    mended=_page("iroco-blog/posts { category: Releases }"),
)  # fmt: skip
INVALID_INSERT_VALUE = Message(
    "IB724", Level.WARNING,
    "`{key}` of `iroco-blog/{name}` {fault}, so it is ignored.",
    "Write {forms}.",
    example={**_page("iroco-blog/posts { limit: three }"), **_POST},
    mended=_page("iroco-blog/posts { limit: 3 }"),
)  # fmt: skip
UNKNOWN_BLOG_NAME = Message(
    "IB725", Level.WARNING,
    "There is no blog `{blog}`, so the page shows nothing in place of `iroco-blog/{name}`.",
    "{hint}",
    example={**_page("iroco-blog/posts { blog: blogs }"), **_POST},
    mended=_page("iroco-blog/posts { blog: blog }"),
)  # fmt: skip
MISSPELT_TERM = Message(
    "IB726", Level.WARNING,
    "`iroco-blog/{name}` asks for the {kind} `{term}`, which no post has.",
    "Write `{meant}`.",
    example={**_page("iroco-blog/posts { category: Relaeses }"), **_POST},
    mended=_page("iroco-blog/posts { category: Releases }"),
)  # fmt: skip
UNKNOWN_LISTED_TERM = Message(
    "IB727", Level.INFO,
    "`iroco-blog/{name}` asks for the {kind} `{term}`, which no post has.",
    example={**_page("iroco-blog/posts { category: Kitchen }"), **_POST},
)  # fmt: skip
NO_SERIES_NAME = Message(
    "IB728", Level.WARNING,
    "`iroco-blog/series` does not name a series, so the page shows nothing in its place.",
    "Write `{{ name: … }}`.",
    example={**_page("iroco-blog/series"), **_POST},
    mended=_page("iroco-blog/series { name: Build a hive }"),
)  # fmt: skip
INSERT_IN_LOCKED_POST = Message(
    "IB729", Level.WARNING,
    "Another plugin encrypts the text of this post before lists are ready, so the page shows nothing in place of `iroco-blog/{name}`.",
    "Delete the comment, or move it to another page.",
    example={
        "mkdocs.yml": "plugins:\n  - search\n  - encryptcontent\n  - iroco-blog\n",
        "docs/blog/posts/first.md": "---\ndate: 2026-10-04\npassword: honey\n---\n\n# A quiet morning\n\nNothing happened.\n\n<!-- iroco-blog/posts -->\n",
    },
    mended={"docs/blog/posts/first.md": "---\ndate: 2026-10-04\npassword: honey\n---\n\n# A quiet morning\n\nNothing happened.\n"},
)  # fmt: skip
SECOND_LIST = Message(
    "IB730", Level.WARNING,
    "The page's own list is already where the first `iroco-blog/posts` without keys is, so the page shows nothing in place of this one.",
    "Delete the comment, or give it keys, as in `<!-- iroco-blog/posts {{ limit: 3 }} -->`.",
    example={"docs/blog/index.md": "# Journal\n\n<!-- iroco-blog/posts -->\n\nBetween.\n\n<!-- iroco-blog/posts -->\n", **_POST},
    mended={"docs/blog/index.md": "# Journal\n\n<!-- iroco-blog/posts -->\n\nBetween.\n"},
)  # fmt: skip
VALUE_WITHOUT_KEY = Message(
    "IB735", Level.WARNING,
    "`blog.{name}` got a value without a key, so it shows nothing.",
    "Write the key before each value, as in `blog.posts(limit=3)`.",
    example={"mkdocs.yml": _CUSTOM, "overrides/main.html": _template("blog.posts(3)"), **_POST},
    mended={"overrides/main.html": _template("blog.posts(limit=3)")},
)  # fmt: skip
FOREIGN_VARIABLE = Message(
    "IB736", Level.INFO,
    "In {where}, `{name}` is a variable of your own, which hides the plugin's.",
    "{hint}",
    example={"mkdocs.yml": "extra: {blog: https://example.org/}\nplugins:\n  - search\n  - macros\n  - iroco-blog\n", **_POST},
    mended={"mkdocs.yml": "extra: {old_blog: https://example.org/}\nplugins:\n  - search\n  - macros\n  - iroco-blog\n"},
)  # fmt: skip
TOO_MANY_INSERTS = Message(
    "IB737", Level.WARNING,
    "The page has {number} comments that ask for a list. It shows nothing in place of those after the first {most}.",
    "Divide the page, or delete some of them.",
    example={
        "mkdocs.yml": "plugins:\n  - search\n  - macros\n  - iroco-blog\n",
        "docs/index.md": "# Home\n\n{% for number in range(101) %}\n{{ blog.posts(limit=1) }}\n{% endfor %}\n",
        **_POST,
    },
    mended={"docs/index.md": "# Home\n\n{% for number in range(100) %}\n{{ blog.posts(limit=1) }}\n{% endfor %}\n"},
)  # fmt: skip
