"""A progress bar for a build of the host. Imports the host: import it inside a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from .output import PATIENCE, ProgressBar


@contextmanager
def show_build_progress(
    config: MkDocsConfig, label: str, *, renders: bool = False, patience: float = PATIENCE
) -> Iterator[None]:
    """Show how many pages a build has converted, and also how many it has rendered if it `renders`.

    A site in several languages has a bar for each.
    """
    events, bars = config.plugins.events, list[ProgressBar]()
    steps = ("page_content", "post_page") if renders else ("page_content",)

    def start(_nav: Any, /, *, files: Files, **_: Any) -> None:
        finish()
        bars.append(ProgressBar(len(steps) * len(files.documentation_pages()), label, patience))

    def advance(_html: str, /, **_: Any) -> None:
        bars[-1].advance()

    def finish() -> None:
        if bars:
            bars.pop().close()

    events["nav"].append(start)
    for name in steps:
        events[name].append(advance)
    try:
        yield
    finally:
        finish()
        events["nav"].remove(start)
        for name in steps:
            events[name].remove(advance)
