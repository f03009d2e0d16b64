"""Files at a view's address that the author did not write as Markdown in the docs folder."""

from tests.hosts.built import words
from tests.hosts.written import post

TEXTS = {"docs/blog/posts/a.md": post("2026-01-01", title="Scales", tags=["css"])}
HOOK = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

@event_priority(200)
def on_files(files, config):
    files.append(File.generated(config, "blog/tag/css.md", content="# Style sheets\\n\\nWritten by a program.\\n"))
    return files
"""


def test_another_plugin_may_write_an_introduction(build) -> None:
    site = build({**TEXTS, "hook.py": HOOK}, config={"hooks": ["hook.py"]})
    page = site.page("blog/tag/css/")
    assert [words(heading) for heading in page.css("h1")] == ["Style sheets"]
    assert "Written by a program." in words(page.css_first(".h-feed"))
    assert site.listed("blog/tag/css/") == ["Scales"]


def test_a_view_does_not_take_the_place_of_a_file(build) -> None:
    site = build({**TEXTS, "docs/blog/tag/css/index.html": "<p>Mine</p>"})
    [problem] = site.problems
    assert "`blog/tag/css/index.html`" in problem
    assert site.text("blog/tag/css/") == "<p>Mine</p>"
