"""A copy of this process, which works through tasks from the last one on while this one begins with the first.

Python computes on one processor, and a first build is half of it Markdown. A copy has all that is needed in its memory
already, and what it makes comes back through a pipe. Nothing depends on it: what it did not make is made here.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from .logs import silence

_MOST = 60_000
"""Tasks that a pipe has room for: every system's holds 64 KiB."""
_PATIENCE = 30.0
"""Seconds to wait for the last task, which the other process is at."""


def is_possible(tasks: int) -> bool:
    """Whether a copy can be made, and would have a processor for itself.

    Linux only: macOS warns of copies, and Windows has none. A thread would be missing in a copy, with what it locks.
    https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods
    """
    if sys.platform != "linux" or threading.active_count() > 1 or tasks > _MOST:
        return False
    return len(os.sched_getaffinity(0)) > 1


class SecondProcess:
    """Does `work` on tasks, after what it does `first`; what comes of a task has to be a value that `pickle` knows."""

    def __init__(
        self, tasks: Sequence[Any], work: Callable[[Any], Any], *, first: Callable[[], Any] = lambda: None
    ) -> None:
        from multiprocessing import get_context  # noqa: PLC0415 - few builds need it

        # Both processes take a byte from this pipe for every task they begin: together they take each task once.
        self._left, give = os.pipe()
        os.write(give, bytes(len(tasks)))
        os.close(give)
        self._tasks, self._work, self._first = tasks, work, first
        self._places = {id(task): at for at, task in enumerate(tasks)}
        self._made: dict[int, Any] = {}
        # What garbage is searched for in is written to, and so copied. https://docs.python.org/3/library/gc.html#gc.freeze
        gc.freeze()
        copies = get_context("fork")
        self._reader, writer = copies.Pipe(duplex=False)
        self._process = copies.Process(target=self._run, args=(writer,), daemon=True)
        self._process.start()
        writer.close()
        self._news = select.poll()
        self._news.register(self._reader, select.POLLIN)

    def result(self, task: Any) -> Any:
        """What the other process made of a task; none where it is left to this one. To be asked for in their order."""
        at = self._places.get(id(task))
        if at is None:
            return None
        self.drain()
        if at not in self._made and not os.read(self._left, 1):
            while at not in self._made and self._receive(wait=_PATIENCE):  # the other one is at it
                pass
        return self._made.pop(at, None)

    def drain(self) -> None:
        """Take what is made, so that the other process need not wait: a pipe holds some ten pages."""
        while self._receive(wait=0.0):
            pass

    def stop(self) -> None:
        """End it."""
        gc.unfreeze()
        self._process.terminate()
        self._process.join()
        self._process.close()
        self._reader.close()
        os.close(self._left)

    def _receive(self, wait: float) -> bool:
        try:
            if not self._news.poll(wait * 1000):
                return False
            at, self._made[at] = self._reader.recv()
        except (EOFError, OSError):  # it has ended
            return False
        return True

    def _run(self, writer: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ended by the first one
        silence()
        gc.disable()
        self._reader.close()
        self._first()
        for at in reversed(range(len(self._tasks))):
            if not os.read(self._left, 1):
                break
            try:
                writer.send((at, self._work(self._tasks[at])))
            except Exception:  # noqa: BLE001 - the first process meets it, too, and tells it
                break
