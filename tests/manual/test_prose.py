"""The check of the manual's English: what it finds in a text, where, and what it says where Harper is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.manual.reading import ROOT
from tools.prose.grammar import is_installed
from tools.prose.style import read_style, style_findings

STILTED = (
    "There are none that fit.",
    "The posts lie in a folder.",
    "The date stands above\nthe text.",
    "The reader is told so.",
    "It works beside other plugins.",
    "Else it stays.",
    "It renders pages that it else leaves alone.",
    "Each is made anew.",
    "You need not list them.",
    "Thus it is safe.",
    "What another plugin adds is removed, too.",
    "Those of a theme are left out. Whoever writes them can change that.",
    "Its time is another.",
    "It has some 20 pages.",
    "A draft is no post.",
    "This is to be read first.",
    "A file wants to be saved.",
)
"""A sentence for each pattern of the style."""
NEEDS_HARPER = pytest.mark.skipif(not is_installed() and not os.environ.get("CI"), reason="no Harper")


def check(page: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | variables
    command = [sys.executable, "-m", "tools.prose", str(page)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def write(folder: Path, text: str) -> Path:
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return page


@pytest.mark.parametrize("sentence", STILTED)
def test_a_stilted_sentence_is_found(sentence: str) -> None:
    assert list(style_findings(sentence, read_style().avoid))


def test_each_pattern_of_the_style_finds_a_sentence() -> None:
    idle = {
        pattern
        for pattern, advice in read_style().avoid.items()
        if not any(list(style_findings(sentence, {pattern: advice})) for sentence in STILTED)
    }
    assert idle == set()


def test_a_finding_names_the_line_and_what_to_write(tmp_path: Path) -> None:
    page = write(tmp_path, "---\ntitle: A\n---\n\n# Bees\n\nThey sleep.\nThe hives lie\nin the garden.\n")
    done = check(page, HARPER_JS="/nowhere")
    assert done.returncode == 1
    assert re.fullmatch(r'.*page\.md:8: lie in: say "is" or "are"\n', done.stdout)


def test_code_comments_and_front_matter_are_left_alone(tmp_path: Path) -> None:
    text = "beside, anew"
    page = write(
        tmp_path, f"---\ntitle: {text}\n---\n\n<!-- {text} -->\n\n`{text}` [a](b.md '{text}')\n\n```\n{text}\n```\n"
    )
    done = check(page, HARPER_JS="/nowhere")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(("variables", "code"), [({}, 0), ({"CI": "true"}, 1)])
def test_without_harper_it_says_how_to_install_it_and_fails_in_ci_only(
    tmp_path: Path, variables: dict[str, str], code: int
) -> None:
    done = check(write(tmp_path, "They sleep.\n"), HARPER_JS="/nowhere", **variables)
    assert done.returncode == code
    assert "    npm install --prefix build/harper harper.js@" in done.stderr


@pytest.mark.parametrize("name", [".ci/run", "CONTRIBUTING.md"])
def test_the_version_of_harper_is_the_same_everywhere(tmp_path: Path, name: str) -> None:
    [version] = re.findall(r"harper\.js@[\d.]+\d", check(write(tmp_path, ""), HARPER_JS="/nowhere").stderr)
    assert set(re.findall(r"harper\.js@[\d.]+\d", (ROOT / name).read_text(encoding="utf-8"))) == {version}


@NEEDS_HARPER
def test_a_misspelt_word_and_a_wrong_form_are_found_by_line(tmp_path: Path) -> None:
    done = check(write(tmp_path, "# Bees 🐝\n\nThe hives are clossed.\n\nEach is a old box.\n"))
    found = [(int(line), text) for line, text in re.findall(r"page\.md:(\d+): (.+?): ", done.stdout)]
    assert done.returncode == 1
    assert (3, "clossed") in found
    assert {line for line, _ in found} == {3, 5}


@NEEDS_HARPER
def test_words_of_the_vocabulary_and_codes_of_messages_are_known(tmp_path: Path) -> None:
    done = check(write(tmp_path, "If kramdown reads the permalinks, you get IB101.\n"))
    assert (done.returncode, done.stdout) == (0, "")
