"""Captures messages that are logged while a post is converted, and holds them back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.structure import pages as host


def effective_level() -> int:
    """Return the lowest level that is shown."""
    return max(logging.INFO, host.log.getEffectiveLevel())


def mute() -> None:
    """Print nothing from this process any more."""
    for logger in (logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))):
        logger.handlers.clear()
    logging.lastResort = None


@contextmanager
def hold_logs(logger: logging.Logger) -> Iterator[list[logging.LogRecord]]:
    """Hold back a logger's messages, and collect them."""
    records: list[logging.LogRecord] = []

    def hold(record: logging.LogRecord) -> bool:
        records.append(record)
        return False

    logger.addFilter(hold)
    try:
        yield records
    finally:
        logger.removeFilter(hold)


@contextmanager
def capture_logs() -> Iterator[list[list[Any]]]:
    """Collect messages as logger, level and text; not the host's about links, which are checked in every build."""
    messages: list[list[Any]] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name != host.log.name and record.levelno >= logging.INFO:
                messages.append([record.name, record.levelno, record.getMessage()])

    listener = Listener()
    host_logger = logging.getLogger(host.log.name.partition(".")[0])
    loggers = [logging.getLogger(), *([] if host_logger.propagate else [host_logger])]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        yield messages
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
