"""Messages in the preview: what was said at the last save is not said again, and new messages stand out."""

from __future__ import annotations

from tests.hosts.built import Site
from tests.hosts.written import post

TEXTS = {
    "docs/blog/posts/a.md": post(title="A", catgories="x"),
    "docs/blog/posts/b.md": post("2026-01-02", title="B"),
}
B = "docs/blog/posts/b.md"


def saved(site: Site, text: str) -> Site:
    """The preview's build after an edit."""
    (site.root / B).write_text(text, encoding="utf-8")
    return site.run(command="serve", fresh=False)


def test_what_was_said_at_the_last_save_is_not_said_again(build) -> None:
    site = build(TEXTS, command="serve")
    assert [problem for problem in site.problems if "catgories" in problem]
    site = saved(site, post("2026-01-02", title="B", tgas="y"))
    [problem] = site.problems
    assert problem.startswith("blog/posts/b.md:")
    assert "tgas" in problem
    assert not [note for note in site.notes if "catgories" in note]
    site = saved(site, post("2026-01-02", title="B"))
    assert site.problems == []


def test_what_was_mended_and_comes_back_is_said_again(build) -> None:
    site = build(TEXTS, command="serve")
    site = saved(site, post("2026-01-02", title="B", tgas="y"))
    site = saved(site, post("2026-01-02", title="B"))
    site = saved(site, post("2026-01-02", title="B", tgas="y"))
    assert [problem for problem in site.problems if "tgas" in problem]


def test_another_line_is_no_other_message(build) -> None:
    site = build({**TEXTS, B: post("2026-01-02", title="B", tgas="y")}, command="serve")
    text = (site.root / B).read_text(encoding="utf-8")
    site = saved(site, text.replace("---\n", "---\ndescription: Something\n", 1))
    assert site.problems == []
