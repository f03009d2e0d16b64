"""7xx: the theme, the language, and other plugins."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, options, post

_POST = front("date: 2026-10-04\ntags: [bees]")
_MATERIAL = "theme: {name: material, custom_dir: overrides}\nplugins:\n  - search\n  - iroco-blog\n"
_CUSTOM = "theme: {name: mkdocs, custom_dir: overrides}\nplugins:\n  - search\n  - iroco-blog\n"

UNTRANSLATED = Message(
    "IB701", Level.INFO,
    "The interface is not translated into `{language}`: phrases are English, dates `{dates}`.",
    example={**options("lang: cy"), **_POST},
)  # fmt: skip
MORE_PAGES_THAN_MATERIAL = Message(
    "IB702", Level.INFO,
    "Material's own blog plugin would not make these pages: {pages}.",
    "The options in brackets turn them off.",
    example={"mkdocs.yml": "theme: material\nplugins:\n  - search\n  - iroco-blog:\n      archive_toc: true\n", **_POST},
    mended={"mkdocs.yml": "theme: material\nplugins:\n  - search\n  - iroco-blog:\n      archive_toc: true\n      tags: false\n      overviews: false\n"},
)  # fmt: skip
MATERIAL_TEMPLATE = Message(
    "IB703", Level.INFO,
    "This template belongs to Material's blog plugin, and is not used: `iroco_blog/{fragment}` is.",
    "Move your changes into a file `iroco_blog/{fragment}` next to it.",
    example={"mkdocs.yml": _MATERIAL.replace("  - iroco-blog\n", "  - iroco-blog:\n      tags: false\n      overviews: false\n"), "overrides/blog-post.html": '{% extends "main.html" %}', **_POST},
    mended={"overrides/blog-post.html": None, "overrides/iroco_blog/post.html": "{{ content }}"},
)  # fmt: skip
MATERIAL_TEMPLATE_OF_POST = Message(
    "IB704", Level.INFO,
    "The template `{template}` {relation} Material's blog plugin, and is not used.",
    "Move your changes into a file `iroco_blog/{fragment}` in your `custom_dir`.",
    example={"mkdocs.yml": _MATERIAL, "overrides/wide.html": '{% extends "blog-post.html" %}', **front("date: 2026-10-04\ntemplate: wide.html")},
    mended=front("date: 2026-10-04"),
    together=("template",),
)  # fmt: skip
MATERIAL_SYNTAX = Message(
    "IB705", Level.INFO,
    "The post is written for the theme Material. {sentences}",
    example=post("---\ndate: 2026-10-04\n---\n\n[Bees](https://example.org/){ .md-button }\n"),
    together=(),
)  # fmt: skip
VERSIONED_ADDRESSES = Message(
    "IB706", Level.WARNING,
    "The plugin mike puts this blog into version `{version}`, so each post has another canonical address in every version, and feed readers show it again.",
    "Write `canonical_version: latest` under `mike`, or give the blog a site of its own: see “A blog and versioned docs” in the manual.",
    example={"mkdocs.yml": "plugins:\n  - search\n  - mike\n  - iroco-blog\n", **_POST},
    mended={"mkdocs.yml": "plugins:\n  - search\n  - mike:\n      canonical_version: latest\n  - iroco-blog\n"},
)  # fmt: skip
UNREACHABLE_REDIRECT = Message(
    "IB707", Level.WARNING,
    "The plugin redirects cannot lead `{old}` to {obstacle}",
    "Write the whole address of that page, `https://…`.",
    example={
        "mkdocs.yml": 'plugins:\n  - search\n  - redirects:\n      redirect_maps: {old.md: blog/posts/first.md}\n  - iroco-blog:\n      post_url_format: "{slug}.html"\n',
        **front("date: 2026-10-04"),
    },
    mended={"mkdocs.yml": 'plugins:\n  - search\n  - redirects:\n      redirect_maps: {old.md: https://example.org/blog/a-quiet-morning.html}\n  - iroco-blog:\n      post_url_format: "{slug}.html"\n'},
)  # fmt: skip
BROKEN_FRAGMENT = Message(
    "IB711", Level.WARNING,
    "The blog uses the plugin's own fragment instead of this one: {reason}.",
    "{hint}",
    example={"mkdocs.yml": _CUSTOM, "overrides/iroco_blog/entry.html": "<h2>{{ post.titel }}</h2>\n", **_POST},
    mended={"overrides/iroco_blog/entry.html": "<h2>{{ post.title }}</h2>\n"},
)  # fmt: skip
UNKNOWN_FRAGMENT = Message(
    "IB712", Level.WARNING,
    "The blog has no fragment of this name, so nothing shows this file.",
    "{hint}",
    example={"mkdocs.yml": _CUSTOM, "overrides/iroco_blog/entri.html": "<h2>{{ post.title }}</h2>\n", **_POST},
    mended={"overrides/iroco_blog/entri.html": None, "overrides/iroco_blog/entry.html": "<h2>{{ post.title }}</h2>\n"},
)  # fmt: skip
CACHE_RENEWED = Message(
    "IB713", Level.INFO,
    "This part of the cache is broken or from another version, so it is made again.",
    example={".cache/iroco-blog/conversions": "broken", **_POST},
)  # fmt: skip
CACHE_UNUSABLE = Message(
    "IB714", Level.INFO,
    "The cache cannot be {verb}: {error}. So every build starts from scratch.",
    "Set the option `cache` to a folder that the build may write to, or write `cache: false`.",
    example={".cache": "a file", **_POST},
    mended=options("cache: false"),
)  # fmt: skip
MISNAMED_FOLDER = Message(
    "IB715", Level.WARNING,
    "This folder looks like one for fragments, but has another name, so nothing shows its files.",
    "Name it `{name}`.",
    example={"mkdocs.yml": _CUSTOM, "overrides/iroco-blog/entry.html": "<h2>{{ post.title }}</h2>\n", **_POST},
    mended={"overrides/iroco-blog/entry.html": None, "overrides/iroco_blog/entry.html": "<h2>{{ post.title }}</h2>\n"},
)  # fmt: skip
UNKNOWN_BLOCK = Message(
    "IB716", Level.WARNING,
    "The fragment `{fragment}` has no block `{block}`, so nothing shows this one.",
    "{hint}",
    example={"mkdocs.yml": _CUSTOM, "overrides/iroco_blog/post.html": '{% extends "original/iroco_blog/post.html" %}\n{% block foter %}<p>Bye.</p>{% endblock %}\n', **_POST},
    mended={"overrides/iroco_blog/post.html": '{% extends "original/iroco_blog/post.html" %}\n{% block footer %}<p>Bye.</p>{% endblock %}\n'},
)  # fmt: skip
