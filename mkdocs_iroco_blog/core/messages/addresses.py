"""5xx: addresses, links, and files of the site."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, options, post

_PAGE = "# Bees\n\nThey hum.\n"
_DATED = "date: 2026-10-04"
_JEKYLL = "plugins:\n  - search\n  - iroco-blog:\n      jekyll: jekyll\n"


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
    "The view `{view}` has the address `{address}`, too, so that page of the view is not built.",
    "Give the post another `{key}`.",
    example={**options('post_url_format: "{slug}"'), **front(f"{_DATED}\nslug: tag/bees\ntags: [bees]")},
    mended=front(f"{_DATED}\nslug: bees\ntags: [bees]"),
)  # fmt: skip
VIEW_OVERWRITES_FILE = Message(
    "IB507", Level.WARNING,
    "This file has the address `{address}`, so the blog's page `{name}` overwrites it.",
    "Move it, or write the page's introduction in a Markdown file of that name.",
    example={"docs/blog/index.html": "<p>Bees", **front(_DATED)},
    mended={"docs/blog/index.html": None, "docs/blog/index.md": "<p>Bees"},
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
    "The option `image` names `{image}`, but there is no such file, so links to posts without a picture show none.",
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
    "`{alias}` cannot redirect here: the address `{address}` {fault}.",
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
    together=(),
)  # fmt: skip
NOTHING_AT_ROOT_LINK = Message(
    "IB516", Level.INFO,
    "`{link}` is a link from the site's root, and the site has nothing there.",
    "Write the path of a file instead, relative to this one.",
    example={"docs/guide.md": _PAGE, **post(f"---\n{_DATED}\n---\n\n[Bees](/giude/)\n")},
    mended=post(f"---\n{_DATED}\n---\n\n[Bees](../../guide.md)\n"),
    together=(),
)  # fmt: skip
MALFORMED_LINK = Message(
    "IB517", Level.WARNING,
    "`{address}` is not an address, so the link or picture leads nowhere.",
    "Correct it, or write it as text.",
    example=post(f"---\n{_DATED}\n---\n\n[Bees](http://[bees.example)\n"),
    mended=post(f"---\n{_DATED}\n---\n\n[Bees](http://bees.example)\n"),
)  # fmt: skip
NO_PICTURE = Message(
    "IB518", Level.WARNING,
    "The picture `{target}` is {fault}, so readers do not see it.",
    "Save the picture again. `git lfs pull` turns a pointer into a picture.",
    example={"docs/bees.png": b"", **front(f"{_DATED}\nimage: bees.png")},
    mended={"docs/bees.png": "a picture"},
)  # fmt: skip
SUPERSEDED_IN_CIRCLE = Message(
    "IB519", Level.WARNING,
    "`superseded_by` leads back to this post, through {way}, so it is ignored.",
    "Delete the line in the post that readers should read.",
    example={**front(f"{_DATED}\nsuperseded_by: second.md", "first"), **front(f"{_DATED}\nslug: second\nsuperseded_by: first.md", "second")},
    mended=front(f"{_DATED}\nslug: second", "second"),
)  # fmt: skip
POST_REFUSED = Message(
    "IB531", Level.ERROR,
    "The address `{address}` {fault}, so the post gets no page.",
    "Give the post another `{key}`.",
    example=front("date: 2026-11-01\nslug: aux"),
    mended=front("date: 2026-11-01\nslug: auxiliary"),
)  # fmt: skip
LIST_REFUSED = Message(
    "IB532", Level.WARNING,
    "The list `{name}` would have the address `{address}`, which {fault}, so it is not built.",
    "Choose another address with the option `{option}`, or another name.",
    example=front("date: 2026-11-01\ncategories: Con"),
    mended=front("date: 2026-11-01\ncategories: Contra"),
)  # fmt: skip
PAGE_REFUSED = Message(
    "IB533", Level.ERROR,
    "The address `{address}` {fault}, so the file is not built.",
    "Give one of them another address: move it, or write another `permalink`.",
    example={
        "mkdocs.yml": _JEKYLL, "jekyll/_config.yml": "title: Garden\n",
        "jekyll/about.md": "---\npermalink: /aux/\n---\nAbout.\n",
    },
    mended={"jekyll/about.md": "---\npermalink: /about/\n---\nAbout.\n"},
)  # fmt: skip
FEED_REFUSED = Message(
    "IB534", Level.WARNING,
    "A feed would have the address `{address}`, which {fault}, so it is not written.",
    "Give it another `path`.",
    example=options("feeds: [{path: /404.html}]"),
    mended=options("feeds: [{path: /feed.xml}]"),
)  # fmt: skip
INDEX_REFUSED = Message(
    "IB535", Level.STOP,
    "The blog would have the address `{address}`, which {fault}.",
    "Write another `blog_dir`.",
    example=options("blog_dir: sitemap.xml"),
    mended=options("blog_dir: blog"),
)  # fmt: skip
FILE_EXISTS = Message(
    "IB536", Level.WARNING,
    "The file `/{path}` {fault}, so the one that comes from here is not written.",
    "Give one of them another address.",
    example={
        "mkdocs.yml": "plugins:\n  - search\n  - iroco-blog\nhooks: [hook.py]\n",
        "hook.py": "import pathlib\n\n\ndef on_env(env, config, files):\n"
        "    target = pathlib.Path(config.site_dir, 'old', 'index.html')\n"
        "    target.parent.mkdir(parents=True)\n    target.write_text('Old')\n",
        "docs/blog/posts/first.md": "---\ndate: 2026-11-01\naliases: /old/\n---\n\n# A quiet morning\n\nNothing.\n",
    },
    mended={"docs/blog/posts/first.md": "---\ndate: 2026-11-01\naliases: /older/\n---\n\n# A quiet morning\n\nNothing.\n"},
)  # fmt: skip
SOURCE_OUTSIDE = Message(
    "IB537", Level.STOP,
    "`source` is `{source}`, which is not below the folder of the Jekyll site.",
    "Move the files into the site's folder, or name their folder in the option `jekyll`.",
    example={"mkdocs.yml": _JEKYLL, "jekyll/_config.yml": "source: ../private\n", "private/about.md": "About.\n"},
    mended={"jekyll/_config.yml": "source: public\n", "jekyll/public/about.md": "About.\n"},
)  # fmt: skip
NO_LIGHTER_PICTURE = Message(
    "IB540", Level.WARNING,
    "This file {fault}, so readers get it as it is.",
    "Replace it with a picture that is whole and smaller, or delete it.",
    example={
        "mkdocs.yml": "plugins:\n  - search\n  - iroco-blog:\n      images: true\n",
        "docs/bees.jpg": "A picture of bees, to come.\n",
        **front(f"{_DATED}\nimage: bees.jpg"),
    },
    mended={"docs/bees.jpg": None, **front(_DATED)},
)  # fmt: skip
INDEX_REMOVED = Message(
    "IB560", Level.INFO,
    "Another plugin has removed the blog's index, `{file}`, which is built all the same, because the blog has posts.",
    "Make that plugin leave the file alone.",
    example={"mkdocs.yml": "plugins:\n  - exclude: {glob: [blog/index.md]}\n  - iroco-blog\n", **front(_DATED)},
    mended={"mkdocs.yml": "plugins:\n  - iroco-blog\n"},
)  # fmt: skip
