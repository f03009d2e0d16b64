"""The manual's sites are built in this process, without doing again what every build repeats."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hosts.once import build_faster


@pytest.fixture(scope="session", autouse=True)
def faster_builds() -> Iterator[None]:
    """Work that every build repeats is done once."""
    with pytest.MonkeyPatch.context() as patched:
        build_faster(patched)
        yield
