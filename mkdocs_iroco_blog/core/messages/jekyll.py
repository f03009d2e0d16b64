"""4xx: a Jekyll site. Rows whose values hold a whole sentence are of readers that have many: Liquid, `_config.yml`."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Files, Message, jekyll, options

_POST = "---\ntitle: Quiet\n---\n\nNothing happened.\n"
_NAME = "_posts/2026-10-04-quiet.md"


def _config(lines: str) -> Files:
    return jekyll({_NAME: _POST}, lines)


def _text(text: str) -> Files:
    return jekyll({_NAME: f"---\ntitle: Quiet\n---\n\n{text}\n"})


NO_JEKYLL_SITE = Message(
    "IB401", Level.STOP,
    "There is no `_config.yml` in `{path}`, so this is not a Jekyll site.",
    "Write the path of its folder, relative to `mkdocs.yml`.",
    example=options("jekyll: ../nowhere"),
    mended={**options("jekyll: ."), "_config.yml": "title: Garden\n"},
)  # fmt: skip
SETTING_TYPE = Message(
    "IB402", Level.WARNING,
    "`{key}` {verb} {expected}.",
    "Write `{example}`.",
    example=_config("description: [Garden]\n"),
    mended=_config(""),
)  # fmt: skip
SETTING_VALUE = Message(
    "IB403", Level.WARNING,
    "`{key}` is `{value}`, {fault}.",
    "{hint}",
    example=_config("url: garden.example\n"),
    mended=_config("url: https://garden.example\n"),
)  # fmt: skip
DEFAULTS_ENTRY = Message(
    "IB404", Level.WARNING,
    "Entry {number} of `defaults` {fault}.",
    "{hint}",
    example=_config("defaults:\n  - scope: {path: ''}\n"),
    mended=_config("defaults:\n  - scope: {path: ''}\n    values: {layout: post}\n"),
)  # fmt: skip
SETTING_WITHOUT_EFFECT = Message(
    "IB405", Level.INFO,
    "`{key}` {effect}.",
    example=_config("markdown: redcarpet\n"),
)  # fmt: skip
PLUGIN_NOT_RUN = Message(
    "IB406", Level.INFO,
    "The Jekyll {plugins}{outcome}",
    "{hint}",
    example=_config("plugins: [jekyll-unheard-of]\n"),
    mended=_config(""),
)  # fmt: skip
FEED_COLLECTIONS = Message(
    "IB407", Level.INFO,
    "`feed` asks for feeds of {collections}: only posts have feeds here.",
    example=_config("plugins: [jekyll-feed]\nfeed:\n  collections: [notes]\n"),
)  # fmt: skip
ONE_LANGUAGE = Message(
    "IB408", Level.WARNING,
    "Only the default language of `{plugin}`, `{default}`, is built, without {files}.",
    "If you don't need the others, write `languages: [{default}]`. To build another one instead, make it `default_lang`.",
    example=jekyll(
        {_NAME: _POST, "_posts/fr/2026-10-04-quiet.md": "---\ntitle: Calme\nlang: fr\n---\n\nRien.\n"},
        "plugins: [jekyll-polyglot]\nlanguages: [en, fr]\ndefault_lang: en\n",
    ),
)  # fmt: skip
UNNAMED_LANGUAGE = Message(
    "IB409", Level.INFO,
    "`languages` does not name the language of {files}, so no page is built from it.",
    example=jekyll(
        {_NAME: _POST, "_posts/2026-10-05-calme.md": "---\ntitle: Calme\nlang: fr\n---\n\nRien.\n"},
        "plugins: [jekyll-polyglot]\nlanguages: [en]\ndefault_lang: en\n",
    ),
)  # fmt: skip
LISTS_REPLACED = Message(
    "IB410", Level.INFO,
    "The blog's own lists replace pages that show nothing but posts: {pages}.",
    example=jekyll({
        _NAME: _POST, "archive.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
    }),
)  # fmt: skip
NO_AUTHORS = Message(
    "IB411", Level.WARNING,
    "The file has no authors: it is neither a mapping of ids nor a list.",
    "Write an id and, indented below it, `name: …`.",
    example=jekyll({_NAME: _POST, "_data/authors.yml": "Inès\n"}),
    mended={"_data/authors.yml": "ines:\n  name: Inès\n"},
)  # fmt: skip
NESTED_TEXT = Message(
    "IB412", Level.WARNING,
    "Lists, quotations or HTML elements are nested more than {levels} levels deep, so they became plain text.",
    "Close open elements, or nest them less deeply.",
    example=_text("> " * 50 + "Deep."),
    mended={_NAME: _POST},
)  # fmt: skip
UNUSED_FOOTNOTE = Message(
    "IB413", Level.INFO,
    "The footnote `[^{name}]` is not shown, because nothing refers to it.",
    "Add `[^{name}]` to the text, or delete the footnote.",
    example=_text("Bees hum.\n\n[^1]: They do."),
    mended={_NAME: "---\ntitle: Quiet\n---\n\nBees hum.[^1]\n\n[^1]: They do.\n"},
)  # fmt: skip
NOT_COMPILED = Message(
    "IB414", Level.INFO,
    "`{extension}` files are not compiled: they style Jekyll's layouts, which are not run.",
    "The theme has its own styles; add to them with `extra_css`.",
    example=jekyll({_NAME: _POST, "css/main.scss": "---\n---\nbody { margin: 0 }\n"}),
    together=("extension",),
)  # fmt: skip
FILE_REPLACED = Message(
    "IB415", Level.ERROR,
    "`{other}` has the address `{address}`, too, and Jekyll writes it later, so this file gets no page.",
    "Give one of them another `permalink`.",
    example=jekyll({
        "_posts/2026-10-04-quiet.md": "---\npermalink: /bees/\n---\nQuiet.\n", "_posts/2026-10-05-loud.md": "---\npermalink: /bees/\n---\nLoud.\n",
    }),
    mended={"_posts/2026-10-05-loud.md": "---\npermalink: /wasps/\n---\nLoud.\n"},
)  # fmt: skip
OUTSIDE_COLLECTIONS = Message(
    "IB416", Level.INFO,
    "The file is outside `collections_dir` (`{folder}`), so it is not a post, as in Jekyll.",
    "To make it one, move it to `{folder}/_posts`.",
    example=jekyll({_NAME: _POST}, "collections_dir: collections\n"),
    mended={_NAME: None, f"collections/{_NAME}": _POST},
)  # fmt: skip
NAME_OF_NO_POST = Message(
    "IB417", Level.INFO,
    "The file's name lacks a date or a title, so it is not a post, as in Jekyll.",
    "To make it one, rename it to `YEAR-MONTH-DAY-title.md`.",
    example=jekyll({_NAME: _POST, "_posts/loud.md": _POST}),
    mended={"_posts/loud.md": None, "_posts/2026-10-05-loud.md": _POST},
)  # fmt: skip
INVALID_DATA = Message(
    "IB418", Level.WARNING,
    "The file is not valid {kind}: {error}.",
    "Correct the file. Until then templates find nothing under its name.",
    example=jekyll({_NAME: _POST, "_data/bees.json": "{"}),
    mended={"_data/bees.json": "{}"},
)  # fmt: skip
INVALID_JEKYLL_DATE = Message(
    "IB419", Level.WARNING,
    "`date` is `{value}`, which {error}.",
    "Write it as {meant}.",
    example=jekyll({_NAME: "---\ndate: yesterday\n---\nQuiet.\n"}),
    mended={_NAME: "---\ndate: 2026-10-04\n---\nQuiet.\n"},
)  # fmt: skip
INVALID_JEKYLL_NAME = Message(
    "IB420", Level.WARNING,
    "The date in the file's name, {date}, {error}.",
    "Rename the file.",
    example=jekyll({_NAME: _POST, "_notes/2026-13-04-loud.md": _POST}, "collections: {notes: {output: true}}\n"),
    mended={"_notes/2026-13-04-loud.md": None, "_notes/2026-12-04-loud.md": _POST},
)  # fmt: skip
INVALID_PERMALINK = Message(
    "IB421", Level.WARNING,
    "{fault}",
    "{hint}",
    example=jekyll({_NAME: "---\npermalink: []\n---\nQuiet.\n"}),
    mended={_NAME: _POST},
)  # fmt: skip
EMPTY_PAGE = Message(
    "IB422", Level.INFO,
    "The page is empty{reason}.",
    "Write the content into the page.",
    example=jekyll({_NAME: _POST, "about.html": "---\nlayout: about\n---\n"}),
    mended={"about.html": "---\nlayout: about\n---\nAbout bees.\n"},
    together=(),
)  # fmt: skip
ADDRESS_IN_DOCS = Message(
    "IB423", Level.ERROR,
    "`{other}`{where} has the address `{address}`, too, and is the one that is built.",
    "Delete or move one of them.",
    example=jekyll({_NAME: _POST, "guide.md": "---\n---\nOld.\n", "docs/guide.md": "# New\n"}, "permalink: pretty\n"),
    mended={"guide.md": None},
)  # fmt: skip
LISTING_IN_DOCS = Message(
    "IB424", Level.WARNING,
    "`{other}` in the docs folder has the address `{address}`, too.",
    "Delete or move one of them.",
    example=jekyll({
        _NAME: _POST, "index.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
        **options("jekyll: .\nignore: [IB410]"), "docs/index.md": "# Home\n",
    }),
)  # fmt: skip
DOCS_OF_JEKYLL = Message(
    "IB425", Level.WARNING,
    "`{name}` is a folder of the Jekyll site: {reason}. MkDocs takes it for its own, and builds it at `/`.",
    "{hint}",
    example=jekyll({_NAME: _POST, "docs/guide.md": "---\nlayout: page\n---\n\n# Guide\n"}),
)  # fmt: skip
MATHS_WITHOUT_SCRIPT = Message(
    "IB426", Level.INFO,
    "Maths on {pages} appears as it is written, because no script shows it.",
    "{hint}",
    example=_text("$$ a^2 $$"),
)  # fmt: skip
LIQUID_TAG = Message(
    "IB427", Level.WARNING,
    "{fault}",
    "{hint}",
    example=_text("{% bees %}"),
    mended={_NAME: "---\ntitle: Quiet\n---\n\n{% raw %}{% bees %}{% endraw %}\n"},
)  # fmt: skip
LIQUID_TAG_SKIPPED = Message(
    "IB428", Level.WARNING,
    "{fault}",
    "{hint}",
    example=_text("{{ page.title | upcas }}"),
    mended={_NAME: "---\ntitle: Quiet\n---\n\n{{ page.title | upcase }}\n"},
)  # fmt: skip
LIQUID_FILE = Message(
    "IB429", Level.ERROR,
    "{fault} {effect}",
    "{hint}",
    example=jekyll({_NAME: _POST, "robots.txt": "---\n---\n{% bees %}\n"}),
    mended={"robots.txt": "---\n---\nUser-agent: *\n"},
)  # fmt: skip
JEKYLL_IN_DOCS = Message(
    "IB430", Level.STOP,
    "The Jekyll site is in `docs_dir`, so MkDocs would build its files a second time, drafts too.",
    "{hint}",
    example={**options("jekyll: docs/old"), "docs/old/_config.yml": "title: Garden\n", "docs/old/about.md": "---\n---\nBees.\n"},
    mended={**options("jekyll: old"), "docs/old/_config.yml": None, "docs/old/about.md": None, "old/_config.yml": "title: Garden\n"},
)  # fmt: skip
