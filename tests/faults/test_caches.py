"""Whatever lies in the folder of caches, the site is the one that a build without a cache makes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from tests.faults.built import HOME, Built, Folder

POST = "---\ndate: 2024-01-0{n}\ntitle: Post {n}\ntags: [a]\n---\n## Heading {n}\n\nText {n}, [home](../../index.md).\n"
SITE = {"docs/index.md": HOME, **{f"docs/blog/posts/{n}.md": POST.format(n=n) for n in (1, 2, 3)}}
SHAPES = [
    b"{}", b"[]", b"null", b"true", b"[[]]", b"[{}]", b'{"content":5}', b"[" * 20_000, b"{", b"\xff",
    b'[{"title":"a","text":"b","location":"evil/"}]', b'{"body":{"excerpt":[["a"],["b"],true]},"links":[]}',
]  # fmt: skip


def contents(built: Built) -> dict[str, bytes]:
    return {path: (built.site / path).read_bytes() for path in sorted(built.paths)}


def cache_files(folder: Folder) -> list[Path]:
    return [path for path in (folder.root / ".cache").rglob("*") if path.is_file() and path.name != ".gitignore"]


def with_values(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change the value of each line, and give it the checksum of what it is now."""
    head, *lines = data.split(b"\n")
    parts = (line.split(b" ", 2) for line in lines if line)
    changed = (b"%s %08x %s" % (key, crc32(change(value)), change(value)) for key, _, value in parts)
    return b"\n".join([head, *changed, b""])


def keys_in(file: Path) -> set[bytes]:
    return {line.split(b" ")[0] for line in file.read_bytes().split(b"\n")[1:] if line}


@pytest.fixture
def built_once(folder: Folder) -> tuple[Folder, dict[str, bytes]]:
    """A site with a full cache, and its files."""
    folder.write(SITE)
    folder.configure()
    return folder, contents(folder.build())


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: repr(shape[:40]))
def test_a_value_of_another_shape_counts_as_missing(built_once, shape: bytes) -> None:
    folder, site = built_once
    files = cache_files(folder)
    assert len(files) > 1
    for file in files:
        file.write_bytes(with_values(file.read_bytes(), lambda _: shape))
    built = folder.build()
    assert "Traceback" not in built.log
    assert built.code == 0
    assert contents(built) == site


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.replace(b'"', b"["), lambda value: value.replace(b"[", b"{").replace(b"]", b"}"),
        lambda value: value.replace(b'":"', b'":["').replace(b'","', b'"],"'),
        lambda value: value.replace(b"true", b"1"), lambda value: value.replace(b"null", b"[]"),
        lambda value: value.replace(b'":', b'x":', 1),
        lambda value: value.replace(b"[]", b"[[[]]]"), lambda value: value.replace(b'"location":"', b'"location":"x'),
    ],
    ids=["lists", "mappings", "items", "numbers", "nothing", "keys", "deeper", "places"],
)  # fmt: skip
def test_a_value_of_nearly_its_shape_counts_as_missing(built_once, change: Callable[[bytes], bytes]) -> None:
    folder, site = built_once
    for file in cache_files(folder):
        file.write_bytes(with_values(file.read_bytes(), change))
    built = folder.build()
    assert "Traceback" not in built.log
    assert built.code == 0
    assert contents(built) == site


def test_search_is_made_anew_for_another_version_of_python_or_of_the_plugin(built_once) -> None:
    """A later version may index otherwise: here the version of a package is another one for a moment."""
    folder, _ = built_once
    before = {file.name: keys_in(file) for file in cache_files(folder)}
    for name, code in {
        "plugin": "import importlib.metadata as m\nreal = m.version\n"
        "m.version = lambda name: '99' if name == 'mkdocs-iroco-blog' else real(name)\n",
        "python": "import sys\nsys.version = sys.version.replace('.', '.9', 1)\n",
    }.items():
        folder.write({f"{name}/sitecustomize.py": code})
        package = os.environ.get("PYTHONPATH", "")
        paths = os.pathsep.join(filter(None, [str(folder.root / name), str(folder.package), package]))
        assert folder.build(environment={"PYTHONPATH": paths}).code == 0
        for file in cache_files(folder):
            keys = keys_in(file)
            assert keys - before[file.name], f"{file.name}, {name}"
            before[file.name] |= keys


FREEZE = """
import multiprocessing, os, signal
from mkdocs.plugins import event_priority

@event_priority(1000)
def on_env(env, **_):
    for process in multiprocessing.active_children():
        os.kill(process.pid, signal.SIGSTOP)
"""


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only Linux has a second process")
def test_a_second_process_that_is_frozen_does_not_hold_the_first(folder: Folder) -> None:
    posts = {f"docs/blog/posts/{n}.md": f"---\ndate: 2024-01-01\ntitle: Post {n}\n---\nText {n}.\n" for n in range(90)}
    folder.write({"docs/index.md": HOME, **posts, "hook.py": FREEZE})
    folder.configure(hooks=["hook.py"])
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(folder.package)}
    with subprocess.Popen(command, cwd=folder.root, env=environment, start_new_session=True) as build:
        try:
            code: int | None = build.wait(timeout=45)
        except subprocess.TimeoutExpired:
            code = None
            os.killpg(build.pid, signal.SIGKILL)
    assert code == 0


def test_what_a_killed_build_was_writing_goes_with_the_next_one_even_if_its_number_is_in_use(built_once) -> None:
    folder, _ = built_once
    names = {file.name for file in cache_files(folder)}
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as other:
        for file in cache_files(folder):
            new = file.with_name(f"{file.name}.{other.pid}.new")
            new.write_bytes(b"half")
            os.utime(new, (1_600_000_000, 1_600_000_000))
        folder.build()
        other.send_signal(signal.SIGKILL)
    assert {file.name for file in cache_files(folder)} == names


@pytest.mark.parametrize("signal_name", ["TERM", "KILL"])
def test_a_killed_build_leaves_nothing_in_the_system_s_folder_for_temporary_files(
    folder: Folder, tmp_path: Path, signal_name: str
) -> None:
    hook = f"import os, signal\ndef on_page_context(*_, **__):\n    os.kill(os.getpid(), signal.SIG{signal_name})\n"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    folder.write({**SITE, "hook.py": hook})
    folder.configure(hooks=["hook.py"])
    assert folder.build(environment={"TMPDIR": str(temporary)}).code < 0
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("signal_name", ["TERM", "KILL"])
def test_a_killed_build_leaves_pages_their_time_of_change(built_once, signal_name: str) -> None:
    folder, _ = built_once
    hook = f"import os, signal\ndef on_page_context(*_, **__):\n    os.kill(os.getpid(), signal.SIG{signal_name})\n"
    folder.write({"hook.py": hook})
    folder.configure(hooks=["hook.py"])
    assert folder.build().code < 0
    pages = list((folder.root / "site").rglob("*.html"))
    assert pages
    assert min(page.stat().st_mtime for page in pages) > 1_600_000_000
