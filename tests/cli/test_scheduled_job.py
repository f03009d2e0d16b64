"""The jobs of the manual that publish a scheduled post when it is due."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.cli.running import ROOT

PAGE = (ROOT / "docs/cli/list.md").read_text(encoding="utf-8")
JOBS = re.findall(r"```(yaml|sh) title=\"[^\"]*\"\n(.*?)```", PAGE, re.DOTALL)
NOON = 1_764_331_200


def stubs(folder: Path, due: str) -> None:
    """Programs that know the time, and that say when the next post is due for anyone who asks before then."""
    cases = f'"-d 2 hours ago") echo {NOON - 7200};; "+%s "*) echo {NOON};; *) exec /bin/date "$@";;'
    date = f'#!/bin/sh\ncase "$1 $2" in {cases} esac\n'
    listed = f'#!/bin/sh\n[ "$SOURCE_DATE_EPOCH" = {NOON - 7200} ] && echo "{due}"\n'
    build = "#!/bin/sh\necho build\n"
    for name, text in {"date": date, "iroco-blog": listed, "mkdocs": build, "pip": "#!/bin/sh\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)


def script(kind: str, text: str) -> str:
    """The shell commands of a job, as its program runs them."""
    if kind == "sh":
        return text.partition("&& ")[2].replace("\\%", "%")
    job = yaml.safe_load(text)
    if "jobs" in job:
        steps = job["jobs"]["publish"]["steps"]
        return "\n".join([*(it["run"] for it in steps if it.get("id")), "cat $GITHUB_OUTPUT"])
    if "steps" in job:
        return "\n".join(job["steps"][0]["commands"])
    return "\n".join(job["scheduled"]["script"])


def run_job(kind: str, text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a job's commands with the stubs in a folder."""
    (folder / "output").touch()
    env = {"PATH": f"{folder}:/usr/bin:/bin", "GITHUB_OUTPUT": str(folder / "output")}
    return subprocess.run(["/bin/bash", "-c", script(kind, text)], env=env, capture_output=True, text=True, check=False)


def test_there_is_a_job_for_each_of_four_programs() -> None:
    assert len(JOBS) == 4


@pytest.mark.parametrize(("kind", "text"), JOBS)
@pytest.mark.parametrize(
    ("due", "builds"),
    [
        ("2025-11-28T10:30:00+00:00", True),
        ("2025-11-28T13:00:00+01:00", True),
        ("2025-11-28T12:30:00+00:00", False),
        ("", False),
    ],
)
def test_a_job_builds_if_a_post_was_due_lately(kind: str, text: str, due: str, builds: bool, tmp_path: Path) -> None:
    stubs(tmp_path, due)
    done = run_job(kind, text, tmp_path)
    assert ("build" in done.stdout) is builds, done.stderr


@pytest.mark.parametrize("text", [text for kind, text in JOBS if kind == "yaml"])
def test_a_job_without_anything_to_publish_is_no_failure(text: str, tmp_path: Path) -> None:
    stubs(tmp_path, "")
    job = yaml.safe_load(text).get("scheduled", {})
    assert run_job("yaml", text, tmp_path).returncode == job.get("allow_failure", {}).get("exit_codes", 0)
