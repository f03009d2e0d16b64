"""Posts by strangers: their values reach no place outside the site, and run nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.built import Built, Folder

CONFIG = "title: Garden\nurl: https://example.org\n"
GOOD = "---\ntitle: Good\n---\nText.\n"
OUT = (
    "/%2e%2e/%2e%2e/%2e%2e/evil.html", "/%2e%2e%2f%2e%2e%2fevil.html", "/x/%2e%2e/%2e%2e/evil/", "/..%5cevil/",
    '"/a\\0b/"', '"/a\\eb/"', "/aux.html", "/x/NUL/", f"/{'l' * 300}/", "/C:/evil/", "/end%2e/", "/%20/x/",
)  # fmt: skip
"""Addresses that no file may have."""


def outside(built: Built) -> list[str]:
    """Every file beside the site's folder that is no source of it."""
    sources = ("jekyll", "docs", "mkdocs.yml", "site", ".cache", "hook.py")
    return [
        str(path.relative_to(built.root.parent))
        for path in built.root.parent.rglob("*")
        if path.is_file() and path.relative_to(built.root).parts[0] not in sources
    ]


def reported(built: Built, place: str) -> bool:
    return any(line.startswith(f"{place}:") or f" {place}" in line for line in built.lines)


def test_no_permalink_leads_out_of_the_site(build: Callable[..., Built]) -> None:
    posts = {
        f"jekyll/_posts/2024-02-{number:02}-evil.md": f"---\ntitle: Evil\npermalink: {address}\n---\nText.\n"
        for number, address in enumerate(OUT, 1)
    }
    pages = {
        f"jekyll/evil{number}.md": f"---\ntitle: Evil\npermalink: {address}\n---\nText.\n"
        for number, address in enumerate(OUT, 1)
    }
    config = CONFIG + 'collections:\n  notes: {output: true, permalink: "/%2e%2e/%2e%2e/evil-:title/"}\n'
    built = build(
        {
            "jekyll/_config.yml": config, "jekyll/_notes/one.md": GOOD, "jekyll/_posts/2024-01-01-good.md": GOOD,
            **posts, **pages,
        },
        {"jekyll": "jekyll"},
    )  # fmt: skip
    assert built.code == 0
    assert outside(built) == []
    assert "2024/01/01/good.html" in built.paths
    assert [name for name in posts if not reported(built, f"{name.removeprefix('jekyll/')}:3")] == []
    assert [name for name in pages if not reported(built, f"{name.removeprefix('jekyll/')}:3")] == []
    assert "Traceback" not in built.log


@pytest.mark.parametrize("key", ["permalink", "defaults"])
def test_no_configuration_leads_out_of_the_site(build: Callable[..., Built], key: str) -> None:
    address = "/%2e%2e/%2e%2e/evil/:title/"
    lines = {
        "permalink": f"permalink: {address}\n",
        "defaults": f"defaults: [{{scope: {{path: ''}}, values: {{permalink: '{address}'}}}}]\n",
    }[key]
    files = {"jekyll/_config.yml": CONFIG + lines, "jekyll/_posts/2024-01-01-good.md": GOOD}
    built = build(files, {"jekyll": "jekyll"})
    assert outside(built) == []
    assert "ERROR" in built.log or "WARNING" in built.log


@pytest.mark.parametrize(
    "front",
    [
        'categories: "\\0"', f"categories: {'l' * 400}", "categories: ../../../evil", "tags: [aux, '..', 'a/../../b']",
        f"slug: {'l' * 300}", 'slug: "a\\0b"', "slug: con", "title: AUX", "series: ../../evil", "author: ../../evil",
        "aliases: /%2e%2e/%2e%2e/evil/", "aliases: '/..%5c..%5cevil/'", 'aliases: "/a\\0b"', "aliases: /nul/",
        f"aliases: /{'l' * 300}/", "aliases: C:/evil", "redirect_to: /%2e%2e/%2e%2e/evil", "slug: 'C:/evil'",
    ],
)  # fmt: skip
def test_no_value_leads_out_of_the_site_or_ends_the_build(build: Callable[..., Built], front: str) -> None:
    options = {
        "post_url_format": "{categories}/{slug}", "categories_url_format": "{slug}", "tags_url_format": "{slug}",
        "authors_profiles_url_format": "{name}",
    }  # fmt: skip
    built = build(
        {
            "docs/blog/posts/evil.md": f"---\ndate: 2024-01-01\n{front}\n---\n# Evil\n\nText.\n",
            "docs/blog/posts/good.md": "---\ndate: 2024-01-01\n---\n# Good\n\nText.\n",
        },
        options,
    )
    assert built.code == 0, built.log
    assert outside(built) == []
    assert "blog/good/index.html" in built.paths
    names = {part for path in built.paths for part in path.split("/")}
    assert {name.partition(".")[0].upper() for name in names}.isdisjoint({"CON", "AUX", "NUL"})


def test_a_link_in_the_site_s_folder_leads_nothing_out(folder: Folder) -> None:
    folder.configure()
    folder.write({
        "docs/index.md": "# Home\n",
        "docs/blog/posts/good.md": "---\ndate: 2024-01-01\naliases: /.old/x/\n---\n# Good\n\nText.\n",
    })  # fmt: skip
    target = folder.root.parent / "elsewhere"
    target.mkdir()
    (folder.root / "site").mkdir()
    for name in ("blog", ".old"):
        (folder.root / "site" / name).symlink_to(target, target_is_directory=True)
    built = folder.build()
    assert list(target.iterdir()) == []
    assert "Traceback" not in built.log
    assert any("posts/good.md" in line or "blog_dir" in line for line in built.log.splitlines())


def test_a_jekyll_site_reads_nothing_outside_of_it(folder: Folder) -> None:
    secret = folder.root / "secret.txt"
    secret.write_text("TOP SECRET")
    (folder.root / "jekyll" / "_posts").mkdir(parents=True)
    (folder.root / "jekyll" / "_posts" / "folder").symlink_to(folder.root, target_is_directory=True)
    includes = [
        "{% include_relative folder/secret.txt %}", "{% include_relative ../../secret.txt %}",
        "{% for page in site.data.pages %}{% include_relative secret.txt %}{% endfor %}",
        f"{{% include_relative {secret} %}}",
    ]  # fmt: skip
    posts = {f"jekyll/_posts/2024-01-0{n}-p.md": f"---\ntitle: P\n---\n{text}\n" for n, text in enumerate(includes, 1)}
    data = f"- path: {folder.root}/x.md\n- path: ../x.md\n"
    folder.configure({"jekyll": "jekyll"})
    folder.write({"docs/index.md": "# Home\n", "jekyll/_config.yml": CONFIG, "jekyll/_data/pages.yml": data, **posts})
    built = folder.build()
    assert built.code == 0, built.log
    assert built.holding("TOP SECRET") == []


def test_the_source_of_a_jekyll_site_lies_inside_it(build: Callable[..., Built]) -> None:
    files = {
        "jekyll/_config.yml": CONFIG + "source: ../private\n",
        "private/_posts/2024-01-01-a.md": "---\ntitle: A\n---\nTOP SECRET\n",
    }
    built = build(files, {"jekyll": "jekyll"})
    assert built.holding("TOP SECRET") == []
    assert "_config.yml:3" in built.log
