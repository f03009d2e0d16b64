"""1xx, from 132 on: the values of front matter, dates, and the text of posts."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, options, post

_TEXT = "\n# A quiet morning\n\nNothing happened.\n"
_DATED = "title: A quiet morning\ndate: 2026-10-04"

OTHER_TOOLS_WORD = Message(
    "IB132", Level.INFO,
    "`{key}` {fault}, so it does not count as `{field}`.",
    "If the key is yours, add `{key}` to the option `known_keys`.",
    example=front(f"{_DATED}\npinned: perhaps"),
    mended={**options("known_keys: [pinned]"), **front(f"{_DATED}\npinned: perhaps")},
    together=("key",),
)  # fmt: skip
EXPIRED = Message(
    "IB133", Level.INFO,
    "The post expired on {day}, so it gets no page.",
    "To publish it again, delete `{key}`.",
    example=front(f"{_DATED}\nexpiryDate: 2026-10-10"),
    mended=front(_DATED),
)  # fmt: skip
EXPIRES = Message(
    "IB134", Level.INFO,
    "The post expires on {day}: the first build after that leaves it out.",
    example=front(f"{_DATED}\nexpiryDate: 2101-12-31"),
)  # fmt: skip
SHORTCODES = Message(
    "IB135", Level.WARNING,
    "Hugo's shortcodes are shown as text: {names}.",
    "Write Markdown or HTML instead.",
    example=post(f'---\n{_DATED}\n---\n\n{{{{< figure src="bee.png" >}}}}\n'),
    mended=post(f"---\n{_DATED}\n---\n\nA bee.\n"),
)  # fmt: skip
PELICAN_LINKS = Message(
    "IB136", Level.WARNING,
    "Pelican's links lead nowhere: {names}.",
    "Write the path of the file from this post's folder instead.",
    example=post(f"---\n{_DATED}\n---\n\n[Start]({{filename}}/index.md)\n"),
    mended=post(f"---\n{_DATED}\n---\n\n[Start](../../index.md)\n"),
)  # fmt: skip
BAD_DATE = Message(
    "IB137", Level.WARNING,
    "`{key}` {fault}.",
    "Write {meant}.",
    example=front(f"{_DATED}\nupdated: Nov 27, 2026"),
    mended=front(f"{_DATED}\nupdated: 2026-11-27"),
)  # fmt: skip
BAD_ONLY_DATE = Message(
    "IB138", Level.ERROR,
    "`{key}` {fault}. The post has no other date, so it gets no page.",
    "Write {meant}.",
    example=front("date: 27.10.2026"),
    mended=front("date: 2026-10-27"),
)  # fmt: skip
NO_CREATED = Message(
    "IB139", Level.ERROR,
    "The post's `date` has no `created`, so it gets no page.",
    "Write `{line}` below `date:`.",
    example=front("date:\n  updated: 2026-10-04"),
    mended=front("date:\n  created: 2026-10-04\n  updated: 2026-10-04"),
)  # fmt: skip
BAD_FILE_NAME_DATE = Message(
    "IB140", Level.INFO,
    "The date in the file's name, {date}, {fault}.",
    "Rename the file.",
    example={**post("---\ndraft: true\n---\n" + _TEXT, "2026-02-30-quiet"), **options("draft: true")},
    mended={"docs/blog/posts/2026-02-30-quiet.md": None, **post("---\ndraft: true\n---\n" + _TEXT, "2026-02-28-quiet")},
)  # fmt: skip
BAD_FILE_NAME_ONLY_DATE = Message(
    "IB141", Level.ERROR,
    "The date in the file's name, {date}, {fault}, and the post has no other date, so it gets no page.",
    "Rename the file, or add `{line}` to {place}.",
    example=post(_TEXT, "2026-02-30-quiet"),
    mended=post(f"---\ndate: 2026-02-28\n---\n{_TEXT}", "2026-02-30-quiet"),
)  # fmt: skip
FAR_AHEAD = Message(
    "IB142", Level.INFO,
    "The post is dated {day}, more than a year ahead, and published all the same.",
    "Correct the date, or set `draft_if_future_date: true` to publish such posts later.",
    example=front("date: 2101-10-04"),
    mended=front("date: 2026-10-04"),
)  # fmt: skip
NOT_A_POST = Message(
    "IB143", Level.INFO,
    "`{name}` has no date, so it is not a post, and gets no page.",
    "If it is one, add `{line}` to {place}. If not, move it, or list it under `exclude_docs`.",
    example={"docs/blog/posts/README.md": "# How to write a post\n"},
    mended={"docs/blog/posts/README.md": None, "docs/README-posts.md": "# How to write a post\n"},
)  # fmt: skip
SECTION_PAGE = Message(
    "IB144", Level.INFO,
    "`_index.md` is the page of a section in Hugo, so it is not a post, and gets no page.",
    "To introduce the blog, write `{index}` instead.",
    example={"docs/blog/posts/_index.md": "---\ntitle: Blog\ndate: 2026-10-04\n---\n"},
    mended={"docs/blog/posts/_index.md": None, "docs/blog/index.md": "# Blog\n"},
)  # fmt: skip
UNKNOWN_KEY = Message(
    "IB145", Level.WARNING,
    "Unknown key `{key}`.",
    "Write `{meant}`, or, if the key is yours, add `{key}` to the option `known_keys`.",
    example=front("date: 2026-10-04\ncatgories: [Garden]"),
    mended=front("date: 2026-10-04\ncategories: [Garden]"),
)  # fmt: skip
RESEMBLING_KEY = Message(
    "IB146", Level.INFO,
    "Unknown key `{key}`; {why}.",
    "If the key is yours, add `{key}` to the option `known_keys`.",
    example=front("date: 2026-10-04\nlinks: [index.md]\nlinsk: [index.md]"),
    mended=options("known_keys: [linsk]"),
)  # fmt: skip
UNREADABLE_FILE = Message(
    "IB150", Level.ERROR,
    "The file cannot be read: {reason}.",
    "Replace it with a file that you may read, or delete it.",
    example={"docs/blog/.authors.yml/bea.yml": "name: Bea\n"},
)  # fmt: skip
NESTED_TOO_DEEPLY = Message(
    "IB151", Level.WARNING,
    "Lists or quotations are nested too deeply to be converted, so the text is shown as it was written.",
    "Nest them less deeply.",
    example=post(f"---\n{_DATED}\n---\n\n{'- ' * 900}deep\n"),
    mended=post(f"---\n{_DATED}\n---\n\n- flat\n"),
)  # fmt: skip
NO_MAPPING = Message(
    "IB152", Level.WARNING,
    "`{key}` has no keys below it, which other plugins expect, so it is ignored.",
    "Write keys below it, such as `{inner}`, or delete the line.",
    example=front(f"{_DATED}\nsearch: false"),
    mended=front(f"{_DATED}\nsearch:\n  exclude: true"),
)  # fmt: skip
NO_TEMPLATE = Message(
    "IB153", Level.WARNING,
    "The theme has no template `{name}`, so the page uses the usual one.",
    "Put it into the folder that `custom_dir` names, or delete the line.",
    example=front(f"{_DATED}\ntemplate: wide.html"),
    mended=front(_DATED),
)  # fmt: skip
NOT_A_NOTEBOOK = Message(
    "IB154", Level.ERROR,
    "The file is not a notebook: {error}.",
    "Save it again in Jupyter, or delete it.",
    example={
        "mkdocs.yml": "plugins:\n  - mkdocs-jupyter\n  - iroco-blog\n",
        "docs/blog/posts/2026-10-04-bees.ipynb": "{}",
    },
    mended={"docs/blog/posts/2026-10-04-bees.ipynb": None},
)  # fmt: skip
IMAGE_PART = Message(
    "IB155", Level.WARNING,
    "The `{part}` of `image` {fault}, so it is ignored. Expected {forms}.",
    "Correct it, or delete it.",
    example=front(f"{_DATED}\nimage: {{path: https://pictures.example/bee.jpg, position: 20 percent}}"),
    mended=front(f"{_DATED}\nimage: {{path: https://pictures.example/bee.jpg, position: 20%}}"),
)  # fmt: skip
IMAGE_KEY = Message(
    "IB156", Level.WARNING,
    "`image` has the unknown key `{key}`.",
    "Write `{meant}`, or, if the key is yours, add `{key}` to the option `known_keys`.",
    example=front(f"{_DATED}\nimage: {{path: https://pictures.example/bee.jpg, captoin: A bee}}"),
    mended=front(f"{_DATED}\nimage: {{path: https://pictures.example/bee.jpg, caption: A bee}}"),
)  # fmt: skip
REVIEW_DUE = Message(
    "IB157", Level.INFO,
    "You wanted to read the post again by {day}.",
    "Once it is up to date, write a later day, such as `{line}`, or delete the line.",
    example=front(f"{_DATED}\nreview_by: 2026-10-10"),
    mended=front(f"{_DATED}\nreview_by: 2101-10-10"),
)  # fmt: skip
HIDDEN = Message(
    "IB198", Level.INFO,
    "`hidden` leaves the post out of the index, and nothing else: its page, its feed entry and other lists stay.",
    "To leave it out of every list, write `unlisted: true`; to publish nothing of it, `draft: true`.",
    example=front("date: 2026-10-04\nhidden: true"),
    mended=front("date: 2026-10-04\nunlisted: true"),
    together=(),
)  # fmt: skip
UNLOCKED = Message(
    "IB199", Level.ERROR,
    "The post has a `password`, but no plugin has locked its page, so the page is not written.",
    "Add a plugin that locks pages, such as `encryptcontent`, or delete the line `password`.",
    example=front("date: 2026-10-04\npassword: open sesame"),
    mended=front("date: 2026-10-04"),
)  # fmt: skip
