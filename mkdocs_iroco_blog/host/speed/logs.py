"""What is logged while a post is converted: kept from being said, or kept to be said again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.structure import pages as host


def heard_from() -> int:
    """The level from which on somebody hears what is logged."""
    return max(logging.INFO, host.log.getEffectiveLevel())


def silence() -> None:
    """Have nothing printed by this process any more: another one says it."""
    for logger in (logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))):
        logger.handlers.clear()
    logging.lastResort = None


@contextmanager
def held_back(logger: logging.Logger) -> Iterator[list[logging.LogRecord]]:
    """Keep what a logger is told from being said."""
    records: list[logging.LogRecord] = []

    def keep(record: logging.LogRecord) -> bool:
        records.append(record)
        return False

    logger.addFilter(keep)
    try:
        yield records
    finally:
        logger.removeFilter(keep)


@contextmanager
def overheard() -> Iterator[list[list[Any]]]:
    """What is logged meanwhile, but for what the host says of links: that is found out anew every time."""
    said: list[list[Any]] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name != host.log.name and record.levelno >= logging.INFO:
                said.append([record.name, record.levelno, record.getMessage()])

    listener = Listener()
    hosts = logging.getLogger(host.log.name.partition(".")[0])
    loggers = [logging.getLogger(), *([] if hosts.propagate else [hosts])]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        yield said
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
