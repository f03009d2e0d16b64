"""A row of the table of messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Level

_PLAIN = (str, int, tuple)
"""Types of values that a finding keeps as they are: any process can read them."""
Files = Mapping[str, str | bytes | None]
"""Files of a site by path; None deletes one. `mkdocs.yml` may hold a part of the configuration."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message. Call it with a place and the values of its sentences to get a finding."""

    code: str
    """Never changes, and never gets another meaning: authors write it into `ignore` and `severity`."""
    level: Level
    what: str
    """The fault and its effect, with `{name}` for each value."""
    hint: str = ""
    """How to fix it; empty if nothing needs to change."""
    example: Files = field(default_factory=dict)
    """Files that cause the message; tests build them."""
    mended: Files | None = None
    """The files of `example` that change when the hint is followed. None if it asks for another kind of change."""
    together: tuple[str, ...] | None = None
    """Findings whose values of these names are equal have one cause, and are logged as one message.

    None if equal sentences mean one cause; an error always stands alone then, because each loses another page.
    """

    def __call__(self, source: str, line: int | None = None, /, **values: Any) -> Finding:
        """Make a finding about a line of a file, with the values of its sentences, and others for programs.

        `draft=True` is for a post that is not published yet, `level=…` for a site that asks for another than the row's,
        `cause=…` for a cause that the values do not tell.
        """
        draft, level = bool(values.pop("draft", False)), values.pop("level", None)
        cause = values.pop("cause", None)
        if self.together is not None:
            cause = tuple(str(values[name]) for name in self.together)
        return Finding(
            source=source, line=line, code=self.code, level=self.level if level is None else level,
            what=self.what.format(**values), hint=self.hint.format(**values), cause=cause, draft=draft,
            values={name: value if isinstance(value, _PLAIN) else str(value) for name, value in values.items()},
        )  # fmt: skip


def post(text: str, name: str = "first") -> Files:
    """Return a post as an example."""
    return {f"docs/blog/posts/{name}.md": text}


def front(lines: str, name: str = "first") -> Files:
    """Return a post with these lines in its front matter as an example."""
    return post(f"---\n{lines}\n---\n\n# A quiet morning\n\nNothing happened.\n", name)


def options(lines: str) -> Files:
    """Return options of the blog as an example."""
    indented = "".join(f"      {line}\n" for line in lines.splitlines())
    return {"mkdocs.yml": f"plugins:\n  - search\n  - iroco-blog:\n{indented}"}


def jekyll(files: Files, config: str = "") -> Files:
    """Return files of a Jekyll site, and its `_config.yml`, as an example."""
    return {**options("jekyll: ."), "_config.yml": f"title: Garden\n{config}", **files}
