"""The log of the host and its plugins, kept off the terminal. Imports the host: import it inside a command."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.plugins import get_plugin_logger

HOST = get_plugin_logger.__module__.partition(".")[0]
"""`mkdocs`, or `properdocs` in its place: the name of the logger above all those of the host and its plugins."""


@contextmanager
def record_host_log(level: int) -> Iterator[list[logging.LogRecord]]:
    """Collect what the host and its plugins log, from a level on, and print none of it."""
    records: list[logging.LogRecord] = []
    handler = logging.Handler(level)
    handler.emit = records.append  # type: ignore[assignment]
    logger = logging.getLogger(HOST)
    before, propagates = logger.level, logger.propagate
    logger.setLevel(level)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
        logger.propagate = propagates
