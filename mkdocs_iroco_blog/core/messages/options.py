"""3xx: options in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, jekyll, options

UNKNOWN_PLACEHOLDER = Message(
    "IB301", Level.STOP,
    "There is no placeholder `{{{name}}}`.",
    "Use {names}.",
    example=options('post_url_format: "{date}/{title}"'),
    mended=options('post_url_format: "{date}/{slug}"'),
)  # fmt: skip
BROKEN_PATTERN = Message(
    "IB302", Level.STOP,
    "`{pattern}`: {error}.",
    "Close each brace, as in {names}.",
    example=options('tags_url_format: "tag/{slug"'),
    mended=options('tags_url_format: "tag/{slug}"'),
)  # fmt: skip
PATTERN_OUTSIDE = Message(
    "IB303", Level.STOP,
    "`{pattern}` is not an address below the blog.",
    "Write a path with {names}.",
    example=options('post_url_format: "../{slug}"'),
    mended=options('post_url_format: "{slug}"'),
)  # fmt: skip
PATTERN_WITHOUT_PLACEHOLDER = Message(
    "IB304", Level.STOP,
    "`{pattern}` gives all pages the same address.",
    "Use {names} in it.",
    example=options("categories_url_format: topic"),
    mended=options('categories_url_format: "topic/{slug}"'),
)  # fmt: skip
UNKNOWN_ZONE = Message(
    "IB305", Level.STOP,
    "`{zone}` is not a time zone.",
    "Write {meant}.",
    example=options("timezone: Europe/Pariss"),
    mended=options("timezone: Europe/Paris"),
)  # fmt: skip
NUMBER_TOO_SMALL = Message(
    "IB306", Level.STOP,
    "{number} is less than {least}.",
    "Write {least} or more.",
    example=options("pagination_per_page: 0"),
    mended=options("pagination_per_page: 1"),
)  # fmt: skip
SET_TWICE = Message(
    "IB307", Level.STOP,
    "`{kind}` is set here and by the option `{option}`.",
    "Delete `{kind}` here, or delete `{option}`.",
    example=options("pagination_per_page: {archive: 5}\narchive_pagination_per_page: 20"),
    mended=options("pagination_per_page: {archive: 5}"),
)  # fmt: skip
FOLDER_OUTSIDE = Message(
    "IB308", Level.STOP,
    "`{folder}` is not a folder below `docs_dir`.",
    "Write a path such as `blog`.",
    example=options("blog_dir: ../blog"),
    mended=options("blog_dir: blog"),
)  # fmt: skip
OVERVIEW_OUTSIDE = Message(
    "IB309", Level.STOP,
    "`{address}` is not an address below the blog.",
    "Write a path such as `{kind}`.",
    example=options("overviews: {tags: ../tags}"),
    mended=options("overviews: {tags: tags}"),
)  # fmt: skip
UNKNOWN_CODE = Message(
    "IB310", Level.WARNING,
    "The option `{option}` names `{code}`, but no message has this code.",
    "Write {meant}.",
    example=options("ignore: [IB30]"),
    mended=options("ignore: []"),
)  # fmt: skip
PROBLEM_IGNORED = Message(
    "IB311", Level.WARNING,
    "The option `ignore` names `{code}`, which is a warning or an error, so it is still reported.",
    "Correct what it reports, or take it out of `ignore`.",
    example=options("ignore: [IB310]"),
    mended=options("ignore: []"),
)  # fmt: skip
LEVEL_TOO_LOW = Message(
    "IB312", Level.WARNING,
    "`severity` gives `{code}` the level `{chosen}`, but it reports pages that are not built, so it stays a warning.",
    "Write `{code}: warning` or `{code}: error`.",
    example=options("severity: {IB101: info}"),
    mended=options("severity: {IB101: warning}"),
)  # fmt: skip
LEVEL_FIXED = Message(
    "IB313", Level.WARNING,
    "`severity` gives `{code}` a level, but this message always stops the build.",
    "Take `{code}` out of `severity`.",
    example=options("severity: {IB301: info}"),
    mended=options("severity: {}"),
)  # fmt: skip
SHARED_FOLDER = Message(
    "IB314", Level.STOP,
    "Two blogs have their posts in `{folder}`.",
    "Give one of them another `blog_dir` or `post_dir`.",
    example={"mkdocs.yml": "plugins:\n  - search\n  - iroco-blog:\n      blog_dir: blog\n  - iroco-blog:\n      blog_dir: blog\n"},
    mended={"mkdocs.yml": "plugins:\n  - search\n  - iroco-blog:\n      blog_dir: blog\n  - iroco-blog:\n      blog_dir: news\n"},
)  # fmt: skip
UNKNOWN_LANGUAGE = Message(
    "IB315", Level.STOP,
    "`{lang}` is not the code of a language.",
    "Write {meant}.",
    example=options("lang: german"),
    mended=options("lang: de"),
)  # fmt: skip
EMPTY_OPTION = Message(
    "IB316", Level.STOP,
    "The value is empty.",
    "Write a value, or delete the line.",
    example=options('post_excerpt_separator: ""'),
    mended=options('post_excerpt_separator: "<!-- more -->"'),
)  # fmt: skip
NO_POSTS_FOLDER = Message(
    "IB317", Level.WARNING,
    "The option `{option}` names the folder `{folder}`, which does not exist, so the blog has no posts.",
    "Write `{option}: {meant}`.",
    example={**options("blog_dir: docs/blog"), **front("date: 2026-10-04")},
    mended=options("blog_dir: blog"),
)  # fmt: skip
NO_SUCH_FILE = Message(
    "IB318", Level.WARNING,
    "The option `{option}` names `{path}`, but there is no such file, so {effect}.",
    "{hint}",
    example={**options("authors_file: blog/authors.yml"), "docs/blog/.authors.yml": "authors:\n  ines:\n    name: Inès\n"},
    mended=options("authors_file: blog/.authors.yml"),
)  # fmt: skip
EXTENSION_NOT_LISTED = Message(
    "IB319", Level.WARNING,
    "`cache_extensions` names `{name}`, but `markdown_extensions` does not list it.",
    "{hint}",
    example={"mkdocs.yml": "markdown_extensions: [attr_list]\nplugins:\n  - search\n  - iroco-blog:\n      cache_extensions: [atr_list]\n"},
    mended={"mkdocs.yml": "markdown_extensions: [attr_list]\nplugins:\n  - search\n  - iroco-blog:\n      cache_extensions: [attr_list]\n"},
)  # fmt: skip
NO_EFFECT_WITH_JEKYLL = Message(
    "IB320", Level.WARNING,
    "The option `{option}` has no effect with `jekyll`: {reason}.",
    "Delete it.",
    example={**jekyll({"_posts/2026-10-04-quiet.md": "---\n---\nNothing happened.\n"}), **options('jekyll: .\npost_url_format: "{slug}"')},
    mended=options("jekyll: ."),
)  # fmt: skip
POSTS_BESIDE_JEKYLL = Message(
    "IB321", Level.WARNING,
    "This looks like a post, but with `jekyll` it is an ordinary page: posts are in the Jekyll site's folders `_posts`{folder}.",
    "Move it {hint}.",
    example={
        **jekyll({"_posts/2026-10-04-quiet.md": "---\n---\nNothing happened.\n"}),
        "docs/news/posts/first.md": "---\ndate: 2026-10-05\n---\n\n# First\n\nNothing happened.\n",
    },
    mended=options("jekyll: .\npost_dir: news/posts"),
    together=(),
)  # fmt: skip
UNKNOWN_OPTION = Message(
    "IB322", Level.WARNING,
    "There is no such option.",
    "{hint}",
    example=options("posts_dir: blog/notes"),
    mended=options("post_dir: blog/posts"),
)  # fmt: skip
WRONG_TYPE = Message(
    "IB323", Level.STOP,
    "{item}{value} is not valid here.",
    "Write {types}.",
    example=options("thin_views: two"),
    mended=options("thin_views: 2"),
)  # fmt: skip
UNKNOWN_KIND = Message(
    "IB324", Level.STOP,
    "There is no kind {kind}.",
    "{hint}",
    example=options("pagination_per_page: {tag: 5}"),
    mended=options("pagination_per_page: {tags: 5}"),
)  # fmt: skip
NUMBER_TOO_LARGE = Message(
    "IB325", Level.STOP,
    "{number} is more than {most}.",
    "Write {most} or less.",
    example=options("nav_posts: 50"),
    mended=options("nav_posts: 10"),
)  # fmt: skip
BAD_DATE_PATTERN = Message(
    "IB330", Level.STOP,
    "`{pattern}` {fault}.",
    "Write `{meant}`, in the syntax of Babel's patterns.",
    example=options('post_date_format: "%d.%m.%Y"'),
    mended=options('post_date_format: "dd.MM.yyyy"'),
)  # fmt: skip
UNREADABLE_LICENSE = Message(
    "IB331", Level.WARNING,
    "`{option}` {fault}, so the posts have no licence.",
    "Write a name such as `CC BY-SA 4.0`, an address, or a mapping with `name` and `url`.",
    example=options("license: javascript:alert(1)"),
    mended=options("license: CC BY-SA 4.0"),
)  # fmt: skip
NO_PILLOW = Message(
    "IB340", Level.WARNING,
    "{fault}, so readers get the pictures as they are.",
    'Install it with `pip install "mkdocs-iroco-blog[images]"`, or delete the option.',
    example=options("images: true"),
    mended=options("images: false"),
)  # fmt: skip
NO_PAGE_TO_MOVE = Message(
    "IB341", Level.WARNING,
    "`page_urls` gives `{file}` the address `{address}`, {fault}, so it has no effect there.",
    "{hint}",
    example={**options("page_urls: {abuot.md: /about.html}"), "docs/about.md": "# About\n"},
    mended=options("page_urls: {about.md: /about.html}"),
)  # fmt: skip
