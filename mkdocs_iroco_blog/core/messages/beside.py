"""43x: posts in the docs folder beside a Jekyll site."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, jekyll, options

_POST = "---\ntitle: Quiet\n---\n\nNothing happened.\n"
_NAME = "_posts/2026-10-04-quiet.md"

POSTS_JOIN = Message(
    "IB431", Level.INFO,
    "The posts in `{folder}`, below `docs_dir`, are part of the blog, together with those of the Jekyll site.",
    "To choose the folder yourself, write `post_dir: {folder}`.",
    example={**jekyll({_NAME: _POST}), "docs/posts/2026-10-05-loud.md": "# Loud\n\nThey hum.\n"},
    mended=options("jekyll: .\npost_dir: posts"),
)  # fmt: skip
MOVED_TWICE = Message(
    "IB432", Level.ERROR,
    "The post `{other}` in the docs folder has the address `{address}`, too, and is the one that is built.",
    "Delete this file if the post has moved. Otherwise, give one of them another `{key}`.",
    example={
        **jekyll({_NAME: _POST}), **options("jekyll: .\npost_dir: posts"),
        "docs/posts/2026-10-04-quiet.md": "# Quiet\n\nThey sleep.\n",
    },
    mended={_NAME: None, "_posts/2026-10-03-loud.md": _POST},
)  # fmt: skip
LIQUID_IN_DOCS = Message(
    "IB433", Level.WARNING,
    "Liquid is not run in the docs folder, so readers see {tags}.",
    "Write Markdown instead: the path of the file that a link leads to, or the text itself.",
    example={
        **jekyll({_NAME: _POST}), **options("jekyll: .\npost_dir: posts"),
        "docs/posts/2026-10-05-loud.md": "# Loud\n\n[Quiet]({% post_url 2026-10-04-quiet %})\n",
    },
    mended={"docs/posts/2026-10-05-loud.md": "# Loud\n\n[Quiet](../_posts/2026-10-04-quiet.md)\n"},
)  # fmt: skip
WORDS_OF_JEKYLL = Message(
    "IB434", Level.WARNING,
    "`{key}: {text}` is one name in the docs folder. In the Jekyll site, each word was a name.",
    "Write `{key}: [{words}]`, or `{key}: [{text}]` for one name.",
    example={
        **jekyll({"_posts/2026-10-04-quiet.md": "---\n---\nNothing happened.\n"}), **options("jekyll: .\npost_dir: posts"),
        "docs/posts/2026-10-05-loud.md": "---\ntags: bees autumn\n---\n\n# Loud\n\nThey hum.\n",
    },
    mended={"docs/posts/2026-10-05-loud.md": "---\ntags: [bees, autumn]\n---\n\n# Loud\n\nThey hum.\n"},
)  # fmt: skip
SAME_NAME = Message(
    "IB435", Level.WARNING,
    "`{other}` has the same name and another address, so both are built: this post at `{address}`, that one at `{theirs}`.",
    "If the post has moved, delete the other file, and write `redirect_from: {theirs}` into this one. Otherwise, rename one of them.",
    example={
        **jekyll({_NAME: _POST}, "permalink: /:title/\n"), **options("jekyll: .\npost_dir: posts"),
        "docs/posts/2026-10-04-quiet.md": "---\nslug: calm\n---\n\n# Calm\n\nThey sleep.\n",
    },
    mended={
        _NAME: None, "_posts/2026-10-03-loud.md": _POST,
        "docs/posts/2026-10-04-quiet.md": "---\nslug: calm\nredirect_from: /quiet/\n---\n\n# Calm\n\nThey sleep.\n",
    },
)  # fmt: skip
