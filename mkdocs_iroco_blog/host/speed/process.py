"""Everything that concerns the whole process: a forked worker, and when Python searches for garbage.

Worker: converting posts in two processes saves 30 to 40 % of a cold build. Laying out pages in one, while the other
renders the theme around them, saves 20 % of a warm one (1,000 posts). Risk: a fork copies locks of other threads, so
there is none beside threads, and only on Linux. The build never depends on the worker: it does itself what the worker
did not, and kills one that hangs.
Garbage: not searching through thousands of pages in a build saves 9 % of a warm one, searching a thousand times less
often 4 %, for 15 % more memory, and leaving out the search at its end 4 %.
Searching between the builds of a preview saves 10 % of an edit.
Tests: tests/hosts/speed/test_worker.py.
"""

from __future__ import annotations

import atexit
import gc
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from threading import Timer
from typing import Any

from .logs import mute

_SIZE = 4
"""Bytes of a task's number."""
_MAX_TASKS = 60_000 // _SIZE
"""How many numbers fit into a pipe: Linux's holds 64 KiB."""
_PATIENCE = 10.0
"""Seconds to wait for a task that the worker has begun."""
_IDLE = 1.0
"""Seconds after a build of the preview, while someone reads the result."""


def can_fork(tasks: int) -> bool:
    """Whether a worker can be forked, and would have a processor for itself.

    On Linux only: macOS warns of forks, and Windows has none. A thread would be missing in the copy, and its locks
    stay locked. https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods
    """
    if sys.platform != "linux" or threading.active_count() > 1 or tasks > _MAX_TASKS:
        return False
    return len(os.sched_getaffinity(0)) > 1


class Worker:
    """A forked copy of this process that does `work(task)`, from the last task on, after `first()`.

    This process begins with the first task, and the two meet. That saves most where it has nothing else to do.
    Results come through a pipe, so they must be picklable.
    """

    def __init__(
        self, tasks: Sequence[Any], work: Callable[[Any], Any], *, first: Callable[[], Any] = lambda: None
    ) -> None:
        from multiprocessing import get_context  # noqa: PLC0415 - few builds need it

        # Both processes take an item from this pipe for every task that they begin, so each task is done once.
        self._remaining, writer = os.pipe()
        os.write(writer, self._items(len(tasks)))
        os.close(writer)
        self._tasks, self._work, self._first = tasks, work, first
        self._numbers = {id(task): number for number, task in enumerate(tasks)}
        self._begun = 0
        """How many tasks this process has begun. It never waits for an earlier one, which the worker will not begin."""
        self._results: dict[int, Any] = {}
        # A search for garbage writes to all objects, and so copies them. https://docs.python.org/3/library/gc.html#gc.freeze
        gc.freeze()
        forks = get_context("fork")
        self._reader, results = forks.Pipe(duplex=False)
        self._process = forks.Process(target=self._run, args=(results,), daemon=True)
        self._process.start()
        results.close()
        self._poll = select.poll()
        self._poll.register(self._reader, select.POLLIN)

    def result(self, task: Any) -> Any:
        """Return the worker's result for a task, or `None` if this process has to do it."""
        number = self._numbers.get(id(task), -1)
        self.receive()
        if number not in self._results and not self._begin(number):  # the worker is at it
            while number not in self._results and self._receive(wait=_PATIENCE):
                pass
        return self._results.pop(number, None)

    def receive(self) -> None:
        """Receive the results so far, so that the worker need not wait: a pipe holds about ten pages."""
        while self._receive(wait=0.0):
            pass

    def stop(self) -> None:
        """End the worker, by force if it hangs."""
        gc.unfreeze()
        self._process.terminate()
        self._process.join(1)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self._reader.close()
        os.close(self._remaining)

    def _items(self, count: int) -> bytes:
        return bytes(count)

    def _begin(self, number: int) -> bool:
        """Begin a task in this process, unless the worker has."""
        if number < self._begun:
            return True
        if not os.read(self._remaining, 1):
            return False
        self._begun += 1
        return True

    def _numbers_to_do(self) -> Iterator[int]:
        """Yield the tasks for the worker to do."""
        for number in reversed(range(len(self._tasks))):
            if not os.read(self._remaining, 1):
                return
            yield number

    def _receive(self, wait: float) -> bool:
        try:
            if not self._poll.poll(wait * 1000):
                return False
            number, self._results[number] = self._reader.recv()
        except (EOFError, OSError):  # the worker has ended
            return False
        return True

    def _run(self, results: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
        mute()
        gc.disable()
        self._reader.close()
        self._first()
        for number in self._numbers_to_do():
            try:
                results.send((number, self._work(self._tasks[number])))
            except Exception:  # noqa: BLE001 - the first process does this task again, and reports the error
                break


class RunAhead(Worker):
    """A worker that does the tasks in the order in which this process wants their results.

    This process does a task only if the worker has not come to it. That saves most where this process has more to do
    with a result than the worker with a task.
    """

    def __init__(self, tasks: Sequence[Any], work: Callable[[Any], Any]) -> None:
        self._begun_here: set[int] = set()
        super().__init__(tasks, work)

    def _items(self, count: int) -> bytes:
        return b"".join(number.to_bytes(_SIZE) for number in range(count))

    def _begin(self, number: int) -> bool:
        while number not in self._begun_here:
            item = os.read(self._remaining, _SIZE)
            if not item or (begun := int.from_bytes(item)) > number:
                self._begun_here |= {begun} if item else set()  # for later
                return False
            self._begun_here.add(begun)
        return True

    def _numbers_to_do(self) -> Iterator[int]:
        while item := os.read(self._remaining, _SIZE):
            yield int.from_bytes(item)


class RareCollection:
    """Has Python search for garbage rarely while a build runs: nearly all that a build creates lives until its end."""

    _NEW_OBJECTS = 1_000_000
    """How many objects may be new before a search. https://docs.python.org/3/library/gc.html#gc.set_threshold"""

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None

    def start(self) -> None:
        """Search rarely from now on."""
        if self._usual is None:
            self._usual = gc.get_threshold()
            gc.set_threshold(self._NEW_OBJECTS, *self._usual[1:])

    def stop(self) -> None:
        """Search as often as before, but not at once: the build's objects count as old ones."""
        if self._usual is not None:
            gc.freeze()
            gc.unfreeze()  # returns objects as old ones. https://docs.python.org/3/library/gc.html#gc.unfreeze
            gc.set_threshold(*self._usual)
        self._usual = None


def skip_last_collection() -> None:
    """Let the process end without a last search for garbage."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


class IdleCollector:
    """Searches for garbage between two builds of the preview, not in the middle of one."""

    def __init__(self) -> None:
        self._timer: Timer | None = None

    def start(self) -> None:
        """Collect garbage in a second."""
        self._timer = Timer(_IDLE, _collect)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Do not collect any more, and do not exempt objects from collection."""
        if self._timer:
            self._timer.cancel()
            self._timer.join()  # it may have begun
            gc.unfreeze()


def _collect() -> None:
    """Collect garbage, and exempt from the next collections what is still in use."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
