"""Tells whether the templates of pages may call the blog, as in `{{ blog.posts() }}`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError
from jinja2.nodes import Name
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.layout.environment import FOLDER

_NAMES = {"blog", "blogs"}
_VARIABLE = re.compile(r"""(?<![\w."'/#@])blogs?\b(?!["':/])""")
"""A name of ours that is no text and no path. A theme has hundreds of templates, and to parse them all takes long."""
_ADDED = re.compile(r"""["']blogs?["']|\bblogs? ?=""")
"""A name of ours as a program may name a template's variable."""
_LARGEST = 1_000_000
"""Bytes. A folder of templates may have films, too."""
_PACKAGE = str(resources.files("mkdocs_iroco_blog"))


def calls_blog(config: MkDocsConfig, env: Environment) -> bool:
    """Whether a page's template may call the blog, or has a variable of the user's with a name of ours."""
    return any(_calls(_text(file), env) for file in _templates(config)) or any(
        _ADDED.search(_text(file)) for file in _programs(config)
    )


def _calls(text: str, env: Environment) -> bool:
    if not _VARIABLE.search(text):
        return False
    try:
        return any(name.name in _NAMES for name in env.parse(text).find_all(Name))
    except TemplateSyntaxError:  # rendering it reports that
        return True


def _templates(config: MkDocsConfig) -> Iterator[Path]:
    """Yield every file that a page's template may be made of. Our fragments have other values with these names."""
    for folder in config.theme.dirs:
        if folder.startswith(_PACKAGE):
            continue
        skipped = {FOLDER} if folder == config.theme.custom_dir else {FOLDER, "assets"}
        for parent, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if name not in skipped and not name.startswith(".")]
            files = (Path(parent, name) for name in names)
            static = {Path(folder, name) for name in config.theme.static_templates}  # these are rendered anyway
            yield from (file for file in files if file not in static)


def _programs(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the files of hooks and other plugins that may add variables to a page."""
    handlers = (getattr(handler, "__code__", None) for handler in config.plugins.events["page_context"])
    files = {code.co_filename for code in handlers if code}
    yield from (Path(file) for file in sorted(files) if not file.startswith(_PACKAGE))


def _text(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):  # a picture is no text
        return file.read_text(encoding="utf-8") if file.stat().st_size < _LARGEST else ""
    return ""
