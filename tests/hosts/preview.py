"""A running preview, and what tests ask of it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.hosts.host import COMMAND
from tests.hosts.written import write

PATIENCE = 20.0


class Preview:
    """A running `mkdocs serve`, or its like on the host of these tests."""

    def __init__(self, root: Path, port: int, *more: str, patience: float = PATIENCE) -> None:
        self.root, self.port, self.patience = root, port, patience
        self.log = root / "serve.log"
        command = [*COMMAND, "serve", "--livereload", "-a", f"127.0.0.1:{port}", *more]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        with self.log.open("wb") as out:
            self.server = subprocess.Popen(
                command, cwd=root, env=environment, stdout=out, stderr=subprocess.STDOUT
            )  # fmt: skip

    def read(self, url: str) -> tuple[int, str]:
        """A page and its status; 0 where nobody answers yet."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            connection.request("GET", url)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def wait(self, what: Callable[[], bool]) -> None:
        """Wait until something is so, or fail with what the server said."""
        until = time.monotonic() + self.patience
        while not what():
            assert self.server.poll() is None, f"The server ended:\n{self.said()}"
            assert time.monotonic() < until, f"It never was so:\n{self.said()[-3000:]}"
            time.sleep(0.1)

    def shows(self, url: str, text: str) -> None:
        """Wait until a page shows a text."""
        self.wait(lambda: text in self.read(url)[1])

    def lacks(self, url: str, text: str) -> None:
        """Wait until a page is there without a text."""
        self.wait(lambda: (page := self.read(url))[0] == 200 and text not in page[1])

    def gone(self, url: str) -> None:
        """Wait until there is no such page."""
        self.wait(lambda: self.read(url)[0] == 404)

    def said(self) -> str:
        """What the server printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file of the site."""
        write(self.root, {path: text})

    def stop(self) -> None:
        """End the server."""
        self.server.terminate()
        try:
            self.server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
