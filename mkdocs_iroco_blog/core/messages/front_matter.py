"""1xx: front matter."""

from __future__ import annotations

from mkdocs_iroco_blog.core.findings import Level

from .message import Message, front, jekyll, options, post

_TEXT = "\n# A quiet morning\n\nNothing happened.\n"
_DATED = "title: A quiet morning\ndate: 2026-10-04"

NO_DATE = Message(
    "IB101", Level.ERROR,
    "The post has no date, so it gets no page.",
    "Add `{line}` to {place}.",
    example=front("title: A quiet morning"),
    mended=front("title: A quiet morning\ndate: 2026-10-04"),
)  # fmt: skip
DUPLICATE_KEY = Message(
    "IB111", Level.INFO,
    "`{key}` is already on line {line}; the last one is used.",
    "Delete one of them.",
    example=front("date: 2026-10-04\ntags: [bees]\ntags: [wasps]"),
    mended=front("date: 2026-10-04\ntags: [wasps]"),
)  # fmt: skip
UNCLOSED_FRONT_MATTER = Message(
    "IB112", Level.WARNING,
    "The front matter that starts here has no closing line.",
    "Write a line of three dashes, `---`, below its last key.",
    example=post("---\ntags: bees\n" + _TEXT, "2026-10-04-quiet"),
    mended=post("---\ntags: bees\n---\n" + _TEXT, "2026-10-04-quiet"),
)  # fmt: skip
UNCLOSED_QUOTE = Message(
    "IB113", Level.ERROR,
    "The quotation mark on this line is not closed.",
    "Close it, or remove it.",
    example=front('date: 2026-10-04\ntitle: "A quiet morning'),
    mended=front('date: 2026-10-04\ntitle: "A quiet morning"'),
)  # fmt: skip
TAB = Message(
    "IB114", Level.ERROR,
    "This line is indented with a tab, which YAML does not allow.",
    "Use spaces instead.",
    example=front("date: 2026-10-04\ntags:\n\t- bees"),
    mended=front("date: 2026-10-04\ntags:\n    - bees"),
)  # fmt: skip
NO_COLON = Message(
    "IB115", Level.ERROR,
    "`{key}` has no colon, so it is not a key.",
    "Write `{key}:`.",
    example=front("date: 2026-10-04\ntags\n- bees"),
    mended=front("date: 2026-10-04\ntags:\n- bees"),
)  # fmt: skip
COLON_IN_VALUE = Message(
    "IB116", Level.ERROR,
    "The value of `{key}` contains a colon.",
    'Put it in quotes: `{key}: "{value}"`.',
    example=front("date: 2026-10-04\ntitle: Bees: a beginning"),
    mended=front('date: 2026-10-04\ntitle: "Bees: a beginning"'),
)  # fmt: skip
NOT_YAML = Message(
    "IB117", Level.ERROR,
    "This is not YAML: {error}.",
    "Fix this line or the one before it.",
    example=front("date: 2026-10-04\ntags: [bees"),
    mended=front("date: 2026-10-04\ntags: [bees]"),
)  # fmt: skip
NOT_KEYS = Message(
    "IB118", Level.ERROR,
    "Expected keys with values, got {kind}.",
    "Write one `key: value` on each line.",
    example=front("- bees\n- wasps"),
    mended=front("date: 2026-10-04\ntags: [bees, wasps]"),
)  # fmt: skip
NOT_UTF8 = Message(
    "IB119", Level.ERROR,
    "The file is not UTF-8: it has the byte {byte} here.",
    "Save it as UTF-8.",
    example={"docs/blog/posts/first.md": "---\ndate: 2026-10-04\n---\n\n# Été\n".encode("latin-1")},
    mended={"docs/blog/posts/first.md": "---\ndate: 2026-10-04\n---\n\n# Été\n"},
)  # fmt: skip
INVALID_CHARACTER = Message(
    "IB120", Level.ERROR,
    "YAML does not allow the character {character}.",
    "Delete it. Your editor may not show it.",
    example=front("date: 2026-10-04\ntitle: Bees\x07"),
    mended=front("date: 2026-10-04\ntitle: Bees"),
)  # fmt: skip
TOO_DEEP = Message(
    "IB121", Level.ERROR,
    "The values are nested too deeply.",
    "Remove some levels.",
    example=front("date: 2026-10-04\ntags: " + "[" * 2000),
)  # fmt: skip
EMPTY_FILE = Message(
    "IB122", Level.ERROR,
    "The file is empty.",
    "Write a post in it, or delete it.",
    example=post(""),
    mended=front("date: 2026-10-04"),
)  # fmt: skip
NO_SEPARATOR = Message(
    "IB126", Level.WARNING,
    "The post has no excerpt separator, and `post_excerpt: required` needs one.",
    "Write `{separator}` on a line of its own where the excerpt ends.",
    example={**options("post_excerpt: required"), **front(_DATED)},
    mended=post(f"---\n{_DATED}\n---\n\nNothing happened.\n\n<!-- more -->\n\nNothing at all.\n"),
)  # fmt: skip
UNCLOSED_TOML = Message(
    "IB127", Level.ERROR,
    "The front matter that starts here has no closing line, so the post gets no page.",
    "Write a line of three plus signs, `+++`, below its last key.",
    example=post("+++\ndate = 2026-10-04\n" + _TEXT),
    mended=post("+++\ndate = 2026-10-04\n+++\n" + _TEXT),
)  # fmt: skip
YAML_IN_TOML = Message(
    "IB128", Level.ERROR,
    "This line is YAML, but the front matter is TOML, because it is between lines of `+++`.",
    'Write `{key} = "{value}"`, or put YAML between lines of `---`.',
    example=post("+++\ndate: 2026-10-04\n+++\n" + _TEXT),
    mended=post('+++\ndate = "2026-10-04"\n+++\n' + _TEXT),
)  # fmt: skip
UNQUOTED_TOML = Message(
    "IB129", Level.ERROR,
    "This is not valid TOML: {error}.",
    'Put a text in quotes: `{key} = "{value}"`.',
    example=post("+++\ndate = 2026-10-04\ntitle = Bees\n+++\n" + _TEXT),
    mended=post('+++\ndate = 2026-10-04\ntitle = "Bees"\n+++\n' + _TEXT),
)  # fmt: skip
NOT_TOML = Message(
    "IB130", Level.ERROR,
    "This is not valid TOML: {error}.",
    "Correct this line.",
    example=post('+++\ndate = 2026-10-04\ntags = ["bees"\n+++\n' + _TEXT),
    mended=post('+++\ndate = 2026-10-04\ntags = ["bees"]\n+++\n' + _TEXT),
)  # fmt: skip
TOML_IN_JEKYLL = Message(
    "IB131", Level.WARNING,
    "Jekyll does not read TOML, so the front matter is shown as text, and none of its keys counts.",
    "Write it in YAML, between two lines of `---`.",
    example=jekyll({"_posts/2026-10-04-quiet.md": '+++\ntitle = "Quiet"\n+++\n' + _TEXT}),
    mended=jekyll({"_posts/2026-10-04-quiet.md": '---\ntitle: "Quiet"\n---\n' + _TEXT}),
)  # fmt: skip
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
    example=front(f"{_DATED}\nexpiryDate: 2999-12-31"),
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
    "IB140", Level.WARNING,
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
    example=front("date: 2999-10-04"),
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
UNREADABLE_FILE = Message(
    "IB150", Level.ERROR,
    "The file cannot be read: {reason}.",
    "Put a file in its place that you may read, or delete it.",
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
    "`{key}` has no keys of its own, as other plugins expect, so it does not count.",
    "Write keys below it, such as `{inner}`, or delete the line.",
    example=front(f"{_DATED}\nsearch: false"),
    mended=front(f"{_DATED}\nsearch:\n  exclude: true"),
)  # fmt: skip
NO_TEMPLATE = Message(
    "IB153", Level.WARNING,
    "The theme has no template `{name}`, so the page has the usual one.",
    "Put it into the folder that `custom_dir` names, or delete the line.",
    example=front(f"{_DATED}\ntemplate: wide.html"),
    mended=front(_DATED),
)  # fmt: skip
