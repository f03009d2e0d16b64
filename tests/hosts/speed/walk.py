"""A site that is edited at random: what an author does in a day, and some of what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import yaml

Edit = Callable[["Walk"], None]
POSTS = "docs/blog/posts"
NAMES = ("fern", "moss", "oak", "pine", "reed", "sage", "yew", "elm")
TAGS = ("Seeds", "C", "C++", "Über", "tools")
OPTIONS: dict[str, tuple[object, ...]] = {
    "pagination_per_page": (2, 5, {"archive": 1}), "view_style": ("titles", "excerpts", "cards", {"tags": "cards"}),
    "archive_date_format": ("yyyy", "MMMM yyyy"), "draft": (True, False), "feeds": (["rss"], ["atom", "json"], False),
    "blog_toc": (True, False), "lang": ("fr", "en"), "post_url_format": ("{slug}", "{date}/{slug}"),
    "post_excerpt_image": (True, False),
    "post_readtime": (True, False), "authors_profiles": (True, False), "index_full_posts": (True, False),
    "related": (False, {"count": 1}), "post_old_after": (1, 3), "mentions": (True,), "nav_posts": (1, 3),
    "post_excerpt_fallback": ("everything", "paragraph", "description"), "overviews": (False, {"tags": "all-tags"}),
}  # fmt: skip
FRONT = (
    "pin: true", "draft: true", "unlisted: true", 'description: Of ferns & "moss"', "links: [../../guide.md]",
    "links: [elm.md#part]", "links: [nope.md]", "image: pic.svg", "image: {path: pic.svg, dark: pic.svg}",
    "series: Trees", "readtime: 9", "search: true",
    "authors: [ada]", "authors: [bo]", "authors: [nobody]", "aliases: [/old/]", "redirect_to: /guide/", "hide: [toc]",
    "catgories: [x]", "date: yesterday", "updated: 2026-09-09", "template: nope.html", "categories: [Wood, C#]",
    "series: {name: Trees, part: 2}", "related: false", "superseded_by: elm.md", "superseded_by: ../../guide.md#part",
    "superseded_by: nope.md", "applies_to: '>=2'", "review_by: 2026-01-01", "hide: mentions",
    "title: [a", "excerpt: A short one", "comments: true", "lang: de", "slug: same", "slug: a/b", "canonical_url: x",
)  # fmt: skip
LIST = "<!-- iroco-blog/posts { limit: 3, style: excerpts } -->"
TEXTS = (
    LIST, "<!-- iroco-blog/posts { tag: tools, style: cards, all: true } -->", "<!-- iroco-blog/terms { limt: 3 } -->",
    "- <!-- iroco-blog/series { name: Trees } -->",
    "A **word**, and [a link](../../guide.md#part).", "[Next](oak.md#part), [lost](lost.md), [up](#nowhere).",
    "## Part\n\nBelow.\n\n## Part\n\nAgain.", "<!-- more -->\n\nThe rest.", "Text[^1].\n\n[^1]: A note.",
    "![pic](pic.svg)", "# Heading of its own\n\nText.", "| a | b |\n|---|---|\n| 1 | 2 |", "`code`\n\n```py\n1\n```",
    "Resin, and resin again. Bark and bark.", "Resin upon resin, sap in the sap.", "<div>\n" * 60, "", "[bad](http://[::1)",
)  # fmt: skip


def drawing(width: int) -> str:
    """Return a picture, as wide as this; all have the same number of bytes."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='10'/>"


class Walk:
    """The files of a site, which each step changes."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - the same in every run
        self.options: dict[str, object] = {}
        self.settings: dict[str, object] = {"site_name": "Garden", "use_directory_urls": True}
        self.files: dict[str, str] = {
            "docs/index.md": f"# Home\n\n[Guide](guide.md).\n\n{LIST}\n",
            "docs/guide.md": "# Guide\n\n## Part\n\nAll of it.\n",
            "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada, avatar: ada.svg}\n",
            f"{POSTS}/pic.svg": drawing(10),
            "docs/ada.svg": drawing(20),
        }
        for name in NAMES[:5]:
            self._write_post(name)
        self._configure()

    def step(self) -> str:
        """Edit the site once, and return what was done."""
        name = self.random.choice(list(EDITS))
        EDITS[name](self)
        self._configure()
        return name

    def sync(self, root: Path) -> None:
        """Write what has changed into a folder, and delete what is gone."""
        for path in [path for path in root.rglob("*") if path.is_file()]:
            name = path.relative_to(root).as_posix()
            if name not in self.files and not name.startswith(("site/", ".cache/")):
                path.unlink()
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")

    @property
    def posts(self) -> list[str]:
        return sorted(path for path in self.files if path.startswith(POSTS) and path.endswith(".md"))

    def a_post(self) -> str:
        """Return the path of some post; of a new one if there is none."""
        if not self.posts:
            self._write_post(self.random.choice(NAMES))
        return self.random.choice(self.posts)

    def _write_post(self, name: str) -> None:
        choose = self.random.choice
        day = f"202{choose('3456')}-{choose(('02', '07', '12'))}-1{choose('0123456789')}"
        tags = ", ".join(self.random.sample(TAGS, 2))
        text = "\n\n".join(["Opening.", *self.random.sample(TEXTS, 2)])
        self.files[f"{POSTS}/{name}.md"] = f"---\ndate: {day}\ntitle: The {name}\ntags: [{tags}]\n---\n\n{text}\n"

    def _configure(self) -> None:
        plugins: list[object] = ["search", {"iroco-blog": self.options}]
        config = {
            "site_url": "https://example.org/",
            "plugins": plugins,
            "theme": {"name": "mkdocs", "custom_dir": "own"},
        }
        self.files["own/keep.txt"] = ""
        self.files["mkdocs.yml"] = yaml.safe_dump(self.settings | config, sort_keys=False)

    def edit_front(self) -> None:
        path, line = self.a_post(), self.random.choice(FRONT)
        key = line.partition(":")[0]
        lines = [old for old in self.files[path].split("\n") if not old.startswith(f"{key}:")]
        self.files[path] = "\n".join([lines[0], line, *lines[1:]])

    def edit_text(self) -> None:
        path = self.a_post()
        self.files[path] += f"\n\n{self.random.choice(TEXTS)}\n"

    def edit_title(self) -> None:
        path = self.a_post()
        self.files[path] = self.files[path].replace("title: The", f"title: {self.random.choice(('A', '<b>', 'Ö'))} The")

    def mend(self) -> None:
        """Write a post anew, in place of whatever is there."""
        self._write_post(Path(self.a_post()).stem)

    def add(self) -> None:
        self._write_post(self.random.choice(NAMES))

    def remove(self) -> None:
        del self.files[self.a_post()]

    def rename(self) -> None:
        path = self.a_post()
        self.files[f"{POSTS}/{self.random.choice(('', 'sub/'))}{self.random.choice(NAMES)}.md"] = self.files.pop(path)

    def edit_option(self) -> None:
        name = self.random.choice(list(OPTIONS))
        if self.options.pop(name, None) is None:
            self.options[name] = self.random.choice(OPTIONS[name])

    def edit_setting(self) -> None:
        name, values = self.random.choice(
            [("site_name", ("Garden", "Wood")), ("use_directory_urls", (True, False)), ("copyright", ("Ada", "Bo"))]
        )
        self.settings[name] = self.random.choice(values)

    def edit_picture(self) -> None:
        """Replace a picture by one of another size."""
        path = self.random.choice([path for path in AROUND if path.endswith(".svg")])
        self.files[path] = drawing(self.random.randint(10, 99))

    def edit_file(self) -> None:
        """Write one of the files around the posts, or delete it."""
        path, texts = self.random.choice(list(AROUND.items()))
        text = self.random.choice(texts)
        self.files.pop(path, None)
        if text:
            self.files[path] = text


AROUND: dict[str, tuple[str, ...]] = {
    "docs/blog/.authors.yml": (
        "authors:\n  ada: {name: Ada L., avatar: ada.svg}\n  bo: {name: Bo}\n",
        "authors:\n  ada: {nme: A}\n",
        "a: [",
    ),
    f"{POSTS}/.meta.yml": ("tags: [Meta]\n", "authors: [ada]\nhide: [toc]\n", "", "x: ["),
    "docs/guide.md": (f"# Guide\n\n## Part\n\nAnew.\n\n{LIST}\n", "# Handbook\n\n## Section\n", ""),
    "docs/more.md": ("# More\n\n[Oak](blog/posts/oak.md).\n", ""),
    "docs/blog/series/trees.md": ("---\nplanned: [Bark]\n---\n# Trees\n", "---\nplanned: The oak\n---\n", ""),
    "docs/blog/index.md": (
        "# Diary\n\nHello.\n",
        f"# Diary\n\n{LIST}\n\nHello.\n",
        "# Diary\n\n<!-- iroco-blog/posts -->\n\nBye.\n",
        "---\ndescription: All\n---\n# Diary\n",
        "",
    ),
    f"{POSTS}/pic.svg": (*map(drawing, (10, 30)), "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>", ""),
    "docs/ada.svg": (drawing(20), drawing(50), "<svg", ""),
    "own/iroco_blog/author.html": ("<p>By {{ author.name }}</p>", "<b>{{ author.name }}</b>", ""),
    "own/iroco_blog/entry.html": ("<p class=h-entry>{{ post.title }}</p>", ""),
    "own/main.html": ("{% extends 'base.html' %}{% block footer %}Mine{% endblock %}", ""),
}
EDITS: dict[str, Edit] = {
    "front matter": Walk.edit_front, "front matter again": Walk.edit_front, "text": Walk.edit_text,
    "title": Walk.edit_title,
    "new post": Walk.add, "post mended": Walk.mend, "post gone": Walk.remove, "post renamed": Walk.rename,
    "option": Walk.edit_option, "setting": Walk.edit_setting, "another file": Walk.edit_file,
    "picture": Walk.edit_picture,
}  # fmt: skip
