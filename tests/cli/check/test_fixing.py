"""`iroco-blog check --fix`: each fix removes its message, and changes nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from mkdocs_iroco_blog.cli.check.fixing.apply import apply
from mkdocs_iroco_blog.cli.check.fixing.changes import FIXABLE, Change
from tests.cli.check.sites import check_site, codes
from tests.cli.site import make_site

TEXT = "\n# A quiet morning\n\nThe bees and the Bees of Nov 27, 2026: catgories, not categories.\n"
OTHER = {"docs/blog/posts/other.md": "---\ndate: 2025-10-05\ntags: [bees, thyme]\n---\n\n# Another\n"}
AUTHORS = (
    "# Who writes\nauthors:\n  ines:  # first\n    name: Inès\n    desciption: Weighs.\n  tomek:\n    name: Tomek\n"
)
A = "docs/blog/posts/a.md"


def front(lines: str, fence: str = "---") -> str:
    return f"{fence}\n{lines}\n{fence}\n{TEXT}"


@dataclass(frozen=True)
class Case:
    """A file with a fault, and what the fix makes of a part of it."""

    code: str
    text: str
    old: str
    new: str
    name: str = A


CASES = {
    "a key": Case("IB145", front('# Mine\ndate: 2025-10-04\n"catgories": [A]  # catgories'), '"catg', '"categ'),
    "a key in TOML": Case("IB145", front('date = 2025-10-04\ncatgories = ["A"]', "+++"), "catgories =", "categories ="),
    "a key in MultiMarkdown": Case("IB145", f"date: 2025-10-04\ncatgories: A\n{TEXT}", "catgories: A", "categories: A"),
    "a key below image": Case(
        "IB156", front("date: 2025-10-04\nimage:\n  path: https://p.example/a.png\n  captoin: captoin"),
        "captoin: captoin", "caption: captoin",
    ),
    "a key of series": Case("IB218", front("date: 2025-10-04\nseries: {name: prt, prt: 2}"), ", prt:", ", part:"),
    "a key of an author": Case("IB213", AUTHORS, "desciption", "description", "docs/blog/.authors.yml"),
    "a key of a folder": Case("IB145", "# All\ncatgories: [A]\n", "catg", "categ", "docs/blog/posts/.meta.yml"),
    "a date": Case("IB137", front("date: 2025-10-04\nupdated: 'Nov 27, 2026' #"), "'Nov 27, 2026' #", "'2026-11-27' #"),
    "a date among dates": Case(
        "IB137", front("date:\n  created: 2025-10-04\n  updated: 27.11.2026"), "27.11.2026", "2026-11-27"
    ),
    "the only date": Case("IB138", front("date: 27.10.2025"), "27.10.2025", "2025-10-27"),
    "the only date in TOML": Case("IB138", front('date = "27.10.2025"', "+++"), "27.10.2025", "2025-10-27"),
    "a spelling": Case("IB210", front("date: 2025-10-04\ntags:\n- 'Bees'  # Bees\n- thyme"), "- 'Bees'", "- 'bees'"),
    "a spelling in a row": Case("IB210", front("date: 2025-10-04\ntags: thyme, Bees"), "thyme, Bees", "thyme, bees"),
    "a spelling in TOML": Case(
        "IB210", front('title = "Bees"\ndate = 2025-10-04\ntags = [\n  "Bees",\n  "thyme",\n]', "+++"),
        '  "Bees"', '  "bees"',
    ),
}  # fmt: skip
ENDS = ("\n", "\r\n", "\r")
"""Each case has one of them."""


def write(folder: Path, name: str, data: bytes) -> Path:
    more = {} if name == A else {A: front("date: 2025-10-04\nauthors: [ines]\ntags: [bees, thyme]")}
    third = {"docs/blog/posts/third.md": "---\ndate: 2025-10-06\ntags: [bees, thyme]\n---\n\n# Third\n"}
    site = make_site(folder, {"docs/index.md": "# Home\n", **OTHER, **third, **more})
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(data)
    return site


@pytest.mark.parametrize("name", CASES)
def test_a_fix_removes_its_message_and_changes_nothing_else(name: str, tmp_path: Path) -> None:
    case, ends = CASES[name], ENDS[list(CASES).index(name) % 3]
    mark = "" if name == "a key in MultiMarkdown" else "\ufeff"
    before = f"{mark}{case.text}"
    assert before.count(case.old) == 1
    site = write(tmp_path / "site", case.name, before.replace("\n", ends).encode())
    file = site / case.name
    others = {path: path.read_bytes() for path in site.rglob("*") if path.is_file() and path != file}
    messages = codes(check_site(site).entries)
    assert case.code in messages
    result = check_site(site, "--fix", "--yes")
    assert file.read_bytes() == before.replace(case.old, case.new).replace("\n", ends).encode()
    assert codes(result.entries) == [code for code in messages if code != case.code]
    assert codes(check_site(site).entries) == codes(result.entries)
    assert {path: path.read_bytes() for path in others} == others


def test_several_fixes_change_one_file_together(tmp_path: Path) -> None:
    before = front(
        "date: 2025-10-04\ncatgories: [A]\nupdated: 27.11.2026\ntags: [Bees, thyme]\nimage: {src: a, captoin: b}"
    )
    site = write(tmp_path / "site", A, before.encode())
    assert {"IB145", "IB137", "IB210", "IB156"} <= set(codes(check_site(site).entries))
    result = check_site(site, "--fix", "--yes")
    after = before
    pairs = [("catgories:", "categories:"), ("27.11.2026", "2026-11-27"), ("[Bees,", "[bees,"), ("captoin", "caption")]
    for old, new in pairs:
        after = after.replace(old, new, 1)
    assert (site / A).read_text(encoding="utf-8") == after
    assert not {"IB145", "IB137", "IB210", "IB156"} & set(codes(result.entries))


@pytest.mark.parametrize(("tag", "is_fixed"), [("'Bees'", True), ('"B\\u0065es"', False)])
def test_a_spelling_is_fixed_in_all_posts_or_in_none(tag: str, tmp_path: Path, *, is_fixed: bool) -> None:
    before = front("date: 2025-10-04\ntags: [Bees, thyme]")
    site = write(tmp_path / "site", A, before.encode())
    other = site / "docs/blog/posts/fourth.md"
    other.write_text(f"---\ndate: 2025-10-07\ntags: [{tag}, thyme]\n---\n\n# Fourth\n", encoding="utf-8")
    third = site / "docs/blog/posts/fifth.md"
    third.write_text("---\ndate: 2025-10-08\ntags: [bees, thyme]\n---\n\n# Fifth\n", encoding="utf-8")
    result = check_site(site, "--fix", "--yes")
    assert ("IB210" not in codes(result.entries)) is is_fixed
    assert ("[bees, thyme]" in (site / A).read_text(encoding="utf-8")) is is_fixed
    assert ("['bees', thyme]" in other.read_text(encoding="utf-8")) is is_fixed


def test_every_message_that_may_have_a_fix_is_tried() -> None:
    assert {case.code for case in CASES.values()} == {*FIXABLE}


@pytest.mark.parametrize(
    "lines",
    ["date: 2025-10-04\nupdated: 4/10/2026", 'date: 2025-10-04\n"catg\\u006fries": [A]', "date: soon"],
    ids=["a date that may mean two", "a key that is escaped", "a date that means nothing"],
)
def test_what_is_not_certain_is_left_to_the_author(lines: str, tmp_path: Path) -> None:
    site = write(tmp_path / "site", A, front(lines).encode())
    result = check_site(site, "--fix", "--yes")
    assert (site / A).read_text(encoding="utf-8") == front(lines)
    assert result.errors == ""
    assert result.code == 1


def test_without_a_terminal_and_without_yes_nothing_is_written(tmp_path: Path) -> None:
    before = front("date: 2025-10-04\ncatgories: [A]")
    site = write(tmp_path / "site", A, before.encode())
    result = check_site(site, "--fix", form="text")
    assert (site / A).read_text(encoding="utf-8") == before
    assert result.code == 1
    assert "[IB145]" in result.output
    assert result.errors.endswith("there is no terminal to ask on. To write these changes, add --yes.\n")


@pytest.mark.parametrize("answer", ["y", "n"])
def test_on_a_terminal_a_diff_is_shown_and_the_answer_counts(
    answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = front("date: 2025-10-04\ncatgories: [A]")
    site = write(tmp_path / "site", A, before.encode())
    monkeypatch.chdir(site)
    monkeypatch.setattr("mkdocs_iroco_blog.cli.check.fixing.show.can_ask", lambda: True)
    result = check_site(site, "--fix", form="text", answer=answer)
    asked = result.errors.removesuffix(f" {answer}\n")  # which older versions of click's runner leave out
    assert asked == (
        f"--- {A}\n+++ {A}\n@@ -1,6 +1,6 @@\n ---\n date: 2025-10-04\n-catgories: [A]\n+categories: [A]\n ---\n \n"
        " # A quiet morning\nWrite these changes? [y/N]:"
    )
    assert result.code == (0 if answer == "y" else 1)
    assert ((site / A).read_text(encoding="utf-8") != before) is (answer == "y")


def test_a_file_that_changes_while_the_command_asks_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write(tmp_path / "site", A, front("date: 2025-10-04\ncatgories: [A]").encode())

    def edit() -> bool:
        (site / A).write_text("Edited.", encoding="utf-8")
        return True

    monkeypatch.setattr("mkdocs_iroco_blog.cli.check.fixing.show.can_ask", edit)
    result = check_site(site, "--fix", answer="y")
    assert (site / A).read_text(encoding="utf-8") == "Edited."
    assert result.code == 1
    assert result.errors.endswith(f"Error: {A} has changed meanwhile. Run the command again.\n")


def test_yes_without_fix_is_a_wrong_use(tmp_path: Path) -> None:
    assert check_site(write(tmp_path / "site", A, b""), "--yes").code == 2


def test_a_file_that_a_link_leads_to_outside_of_the_site_is_left_alone(tmp_path: Path) -> None:
    site = write(tmp_path / "site", A, front("date: 2025-10-04").encode())
    outside = tmp_path / "outside.md"
    outside.write_text(front("date: 2025-10-04\ncatgories: [A]"), encoding="utf-8")
    (site / "docs/blog/posts/link.md").symlink_to(outside)
    before = outside.read_bytes()
    check_site(site, "--fix", "--yes")
    assert outside.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (front("title: Bees\ntags: [bees]\ndate: 2025-10-04"), Change(Path(A), 4, "Bees", "bees")),
        (front("catgories: [A]\ncategories: [B]"), Change(Path(A), 2, "catgories", "categories", is_key=True)),
        (front("tags: [Bees]"), Change(Path(A), 0, "Bees", "bees")),
        ("no front matter", Change(Path(A), 1, "front", "back")),
    ],
    ids=["another key's value", "a key that is there already", "a line that is not known", "the text"],
)
def test_a_change_of_anything_else_is_none(text: str, change: Change) -> None:
    assert apply(text.encode(), change) is None
