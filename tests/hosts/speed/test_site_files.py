"""A blog's files are kept from build to build; what lies in the site is what a first build would have written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from mkdocs.exceptions import Abort

from tests.hosts.built import Site, contents, shut_down
from tests.hosts.host import COMMAND
from tests.hosts.written import post, write, write_config

TEXTS = {
    f"docs/blog/posts/{n}.md": post(f"2026-0{n}-01", f"Text {n}.", title=f"Post {n}", tags=["t"]) for n in range(1, 5)
}
HOOK = """
import pathlib
from mkdocs.plugins import event_priority

def asked(config, what):
    return (pathlib.Path(config.config_file_path).parent / what).exists()

@event_priority(999)
def on_files(files, config, **_):
    if asked(config, "stop on_files"):
        raise KeyboardInterrupt

def on_env(env, config, **_):
    if asked(config, "stop on_env"):
        raise KeyboardInterrupt

def on_post_page(output, page, config, **_):
    if asked(config, "stop on_post_page"):
        raise KeyboardInterrupt
    return "" if asked(config, "empty") and "post-2" in page.url else output
"""
HOOKED = {**TEXTS, "hook.py": HOOK}


def folders(site: Site) -> set[str]:
    return {path.relative_to(site.out).as_posix() for path in site.out.rglob("*") if path.is_dir()}


def as_built_first(site: Site) -> bool:
    """Whether the site holds what a build without anything left from another one makes, folders too."""
    whole = contents(site.out), folders(site)
    for left in (site.out, site.root / ".cache"):
        shutil.rmtree(left)
    site.run()
    return whole == (contents(site.out), folders(site))


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_second_build_leaves_alone_what_has_not_changed(build, command) -> None:
    site = build(TEXTS, command=command)
    same, other = (site.out / site.post(name) / "index.html" for name in ("post-1", "post-3"))
    before, text = same.stat(), other.read_bytes()
    folder, changed = other.parent.stat().st_ino, other.stat()
    write(site.root, {"docs/blog/posts/3.md": post("2026-03-01", "Other words.", title="Post 3", tags=["t"])})
    site.run(command=command, fresh=command == "build")
    assert (same.stat().st_ino, same.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (other.parent.stat().st_ino, other.stat().st_ino) == (folder, changed.st_ino)
    assert other.stat().st_mtime_ns > changed.st_mtime_ns
    assert other.read_bytes() != text
    assert {path.name for path in site.out.iterdir() if path.name.startswith(".")} == set()
    assert {page.file.abs_dest_path for page in site.config.plugins["iroco-blog"]._build.pages.all()} <= {
        str(path) for path in site.out.rglob("*.html")
    }


def test_what_another_plugin_makes_of_a_page_counts(build) -> None:
    """Whenever it does so."""
    hook = (
        "import pathlib\nfrom mkdocs.plugins import event_priority\n@event_priority(-500)\n"
        "def on_post_page(output, config, **_):\n"
        "    return output + (pathlib.Path(config.config_file_path).parent / 'more').read_text()\n"
    )
    site = build({**TEXTS, "hook.py": hook, "more": "<!-- one -->"}, config={"hooks": ["hook.py"]})
    write(site.root, {"more": "<!-- é two \U0001f98a -->"})
    site.run()
    assert site.text(site.post("post-1")).endswith("<!-- é two \U0001f98a -->")
    assert as_built_first(site)


@pytest.mark.parametrize("blog_dir", ["blog", "texts/blog", "."])
def test_nothing_of_the_build_before_is_left(build, blog_dir) -> None:
    at = "docs" if blog_dir == "." else f"docs/{blog_dir}"
    texts = {path.replace("docs/blog", at): text for path, text in TEXTS.items()}
    site = build({**texts, f"{at}/posts/x.svg": "<svg/>"}, options={"blog_dir": blog_dir})
    blog = site.out / blog_dir
    write(site.out, {"old/page.html": "Old", f"{blog_dir}/old/page.html": "Old", f"{blog_dir}/2026/old.html": "Old"})
    (site.root / at / "posts/2.md").unlink()
    (site.root / at / "posts/x.svg").unlink()
    write(site.root, {f"{at}/posts/9.md": post("2027-01-01", title="Post 9")})
    site.run()
    assert not (blog / "2026/02").exists()
    assert not (blog / "x.svg").exists()
    assert as_built_first(site)


def test_a_page_that_comes_out_empty_is_not_the_old_one(build) -> None:
    site = build(HOOKED, config={"hooks": ["hook.py"]})
    write(site.root, {"empty": ""})
    site.run()
    assert "blog/2026/02/01/post-2/" not in site.urls
    assert "blog/2026/03/01/post-3/" in site.urls


def test_what_a_link_leads_to_is_left_alone(build, tmp_path) -> None:
    write(tmp_path, {"elsewhere/own.txt": "Mine", "elsewhere/01/index.html": "Mine"})
    site = build(TEXTS)
    for place in ("2026/09", "2026/01/02", "here"):
        (site.out / "blog" / place).symlink_to(tmp_path / "elsewhere")
    site.run()
    assert contents(tmp_path / "elsewhere") == {"own.txt": b"Mine", "01/index.html": b"Mine"}
    assert as_built_first(site)


def test_a_blog_in_the_place_of_a_link_is_not_written_through_it(build, tmp_path) -> None:
    site = build(TEXTS)
    shutil.rmtree(site.out / "blog")
    write(tmp_path, {"elsewhere/own.txt": "Mine"})
    (site.out / "blog").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Abort):
        site.run()
    shut_down()
    assert contents(tmp_path / "elsewhere") == {"own.txt": b"Mine"}
    assert (site.out / "blog").is_symlink()


def test_two_blogs_keep_theirs(build) -> None:
    texts = {**TEXTS, "docs/news/posts/b.md": post(title="B")}
    site = build(texts, plugins=["search", {"iroco-blog": {}}, {"iroco-blog": {"blog_dir": "news"}}])
    before = [(site.out / name).stat().st_ino for name in ("blog", "news")]
    site.run()
    assert [(site.out / name).stat().st_ino for name in ("blog", "news")] == before
    assert as_built_first(site)


@pytest.mark.parametrize("event", ["on_files", "on_env", "on_post_page"])
def test_a_build_that_is_stopped_leaves_nothing_of_the_build_before(build, event) -> None:
    site = build(HOOKED, config={"hooks": ["hook.py"]})
    write(site.root, {f"stop {event}": ""})
    with pytest.raises(KeyboardInterrupt):
        site.run()
    shut_down()
    assert hidden(site.out) == []
    assert list((site.out / "blog").rglob("*.html")) == []


def test_what_a_killed_build_has_hidden_goes_with_the_next(build) -> None:
    site = build(TEXTS)
    write(site.out, {".iroco-blog-blog/blog/old/index.html": "Old"})
    site.run()
    assert hidden(site.out) == []
    assert as_built_first(site)


def test_a_blog_that_is_switched_off_leaves_nothing(build) -> None:
    site = build(TEXTS, command="serve")
    write_config(site.root, "mkdocs", {"enabled": False}, {}, None)
    site.run(command="serve", fresh=False)
    assert hidden(site.out) == []
    assert "blog/2026/01/01/post-1/" not in site.urls


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_a_host_that_replaces_files_replaces_none_outside_the_site_and_the_cache(build, monkeypatch) -> None:
    site = build(TEXTS)
    written: list[Path] = []

    def replace(content: bytes, path: str) -> None:
        target = Path(path)
        written.append(target)
        assert target.is_relative_to(site.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_name(f"{target.name}.part")
        new.write_bytes(content)
        new.replace(target)

    before = contents(site.out)
    monkeypatch.setattr("mkdocs.utils.write_file", replace)
    site.run()
    assert contents(site.out) == before
    assert sum(not path.is_relative_to(site.out) for path in written) > 1
    assert Path(os.devnull).is_char_device()


def test_pages_come_back_if_a_hook_fails_before_the_site_is_cleared(build) -> None:
    site = build(TEXTS)
    before = contents(site.out)
    hook = "from mkdocs.plugins import event_priority\n@event_priority(-2_000_000)\ndef on_pre_build(**_):\n    1 / 0\n"
    write(site.root, {"hook.py": hook})
    config = yaml.safe_load((site.root / "mkdocs.yml").read_text(encoding="utf-8"))
    (site.root / "mkdocs.yml").write_text(yaml.safe_dump(config | {"hooks": ["hook.py"]}), encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        site.run()
    shut_down()
    assert contents(site.out) == before


def test_a_build_that_was_killed_leaves_pages_their_time_of_change_and_the_next_removes_the_rest(build) -> None:
    """It is killed while the host writes pages: the last one of all."""
    site = build(TEXTS)
    page = site.out / site.post("post-1") / "index.html"
    before, pages = page.stat().st_mtime_ns, contents(site.out)
    hook = (
        "import os, signal\nfrom mkdocs.plugins import event_priority\n@event_priority(-2_000_000)\n"
        "def on_post_page(output, page, **_):\n"
        "    if page.url.endswith('archive/'):\n        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    write(site.root, {"hook.py": hook})
    file = site.root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(yaml.safe_dump(yaml.safe_load(text) | {"hooks": ["hook.py"]}), encoding="utf-8")
    killed = subprocess.run([*COMMAND, "build", "-q"], cwd=site.root, check=False)
    assert killed.returncode < 0
    assert page.stat().st_mtime_ns == before
    file.write_text(text, encoding="utf-8")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    cache = site.root / ".cache/iroco-blog"
    (cache / f"bodies.{dead.pid}.new").write_bytes(b"half")
    site.run(fresh=True)
    assert contents(site.out) == pages
    assert [
        path.name for path in cache.iterdir() if path.name not in {"bodies", "conversions", "related", "search"}
    ] == [".gitignore"]
