"""1xx, up to 131: the syntax of front matter."""

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
NEEDS_QUOTES = Message(
    "IB102", Level.ERROR,
    "The value of `{key}` begins with `{sign}`, which has a meaning in YAML.",
    "Put it in quotes: `{line}`.",
    example=front("date: 2026-10-04\ntitle: *Important* news"),
    mended=front('date: 2026-10-04\ntitle: "*Important* news"'),
)  # fmt: skip
BAD_ESCAPE = Message(
    "IB103", Level.ERROR,
    "YAML does not have the escape sequence `{escape}`.",
    "Write `{line}`.",
    example=front('date: 2026-10-04\ntitle: "A party \\ud83c\\udf89"'),
    mended=front('date: 2026-10-04\ntitle: "A party 🎉"'),
)  # fmt: skip
UNCLOSED_BRACKET = Message(
    "IB104", Level.ERROR,
    "The `{opening}` on this line is not closed.",
    "Write `{closing}` at its end.",
    example=front("date: 2026-10-04\ntags: [bees"),
    mended=front("date: 2026-10-04\ntags: [bees]"),
)  # fmt: skip
NO_SPACE = Message(
    "IB105", Level.ERROR,
    "There is no space after `{key}:`.",
    "Write `{line}`.",
    example=front("title:Bees\ndate: 2026-10-04"),
    mended=front("title: Bees\ndate: 2026-10-04"),
)  # fmt: skip
INDENTED_KEY = Message(
    "IB106", Level.ERROR,
    "`{key}` is indented more than `{above}` above it, which already has a value.",
    "Delete the spaces before it.",
    example=front("date: 2026-10-04\n  title: Bees"),
    mended=front("date: 2026-10-04\ntitle: Bees"),
)  # fmt: skip
EARLY_QUOTE = Message(
    "IB107", Level.ERROR,
    "The value of `{key}` goes on after the quotation mark that ends it.",
    "Write `{line}`.",
    example=front("date: 2026-10-04\ntitle: 'It's quiet'"),
    mended=front('date: 2026-10-04\ntitle: "It\'s quiet"'),
)  # fmt: skip
INVALID_VALUE = Message(
    "IB108", Level.WARNING,
    "`{key}` {fault}. Expected {forms}.",
    "{hint}",
    example=front(f"{_DATED}\npin: perhaps"),
    mended=front(f"{_DATED}\npin: true"),
)  # fmt: skip
EMPTY_TITLE = Message(
    "IB109", Level.WARNING,
    "`title` is empty.",
    "Write `{line}`, or delete the line.",
    example=front("date: 2026-10-04\ntitle:"),
    mended=front("date: 2026-10-04\ntitle: A quiet morning"),
)  # fmt: skip
LAYOUT = Message(
    "IB110", Level.INFO,
    "The blog does not use the layout `{layout}`; the post gets the standard layout.",
    example=front(f"{_DATED}\nlayout: wide"),
    together=("layout",),
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
    "Close it, or delete it.",
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
    "Correct this line, or the one before it.",
    example=front("- date: 2026-10-04\ntags: bees"),
    mended=front("date: 2026-10-04\ntags: bees"),
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
    "Delete some levels.",
    example=front("date: 2026-10-04\ntags: " + "[" * 2000 + "]" * 2000),
)  # fmt: skip
EMPTY_FILE = Message(
    "IB122", Level.ERROR,
    "The file is empty.",
    "Write a post in it, or delete it.",
    example=post(""),
    mended=front("date: 2026-10-04"),
)  # fmt: skip
NO_REPOSITORY = Message(
    "IB123", Level.ERROR,
    "The post has no date, and git knows nothing about this folder, so it gets no page.",
    "Write a `date`, or set `date_from_git: false`.",
    example={**options("date_from_git: true"), **front("title: A quiet morning")},
    mended=front(_DATED),
)  # fmt: skip
SHALLOW_CLONE = Message(
    "IB124", Level.ERROR,
    "The post has no date, and in a shallow clone git cannot say when it was added, so it gets no page.",
    "Fetch the whole history: `fetch-depth: 0` in the checkout step.",
    example={**options("date_from_git: true"), **front("title: A quiet morning")},
    mended=front(_DATED),
)  # fmt: skip
NOT_COMMITTED = Message(
    "IB125", Level.ERROR,
    "The post has no date, and git has none for it, because it is not committed yet, so it gets no page.",
    "Write a `date`, or commit it.",
    example={**options("date_from_git: true"), **front("title: A quiet morning")},
    mended=front(_DATED),
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
    "Jekyll does not read TOML, so the front matter is shown as text, and its keys are ignored.",
    "Write it in YAML, between two lines of `---`.",
    example=jekyll({"_posts/2026-10-04-quiet.md": '+++\ntitle = "Quiet"\n+++\n' + _TEXT}),
    mended=jekyll({"_posts/2026-10-04-quiet.md": '---\ntitle: "Quiet"\n---\n' + _TEXT}),
)  # fmt: skip
