"""The package's tests on each host and theme: `make test-hosts`, or `nox -s properdocs -- -k search`.

Paths narrow a session to these tests: `nox -s properdocs -- tests/cli`.

`nox -- --update` also writes the rows of the manual's table of hosts. `make dist` runs the sessions `dist`, `wheel` and
`install`, which build the packages and try them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox
from packaging.requirements import Requirement

PROJECT = nox.project.load_toml("pyproject.toml")["project"]
EXTRAS = PROJECT["optional-dependencies"]
TOOLS = frozenset(
    {"extruct", "feedparser", "hypothesis", "lxml", "mf2py", "pytest", "pytest-golden", "pytest-xdist"},
)
PURE = ("tests/core", "tests/jekyll", "tests/layout", "tests/publish")
"""Tests of folders that do not know the host. Only versions of dependencies can change their results."""

THEME = ("tests/hosts", "-m", "theme")
"""Tests that another theme may fail; the others are run by `make test`, with the same versions."""

NEWEST = ("--upgrade", "--upgrade-strategy=eager")
"""Arguments for pip: the newest version of each dependency, in an environment that exists already, too."""

nox.options.reuse_venv = "yes"
nox.options.sessions = ["lowest", "material", "mkdocs", "materialx", "properdocs"]
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"


@nox.session
def lowest(session: nox.Session) -> None:
    """MkDocs with Material, and the lowest version of each dependency in `pyproject.toml`."""
    requirements = [*PROJECT["dependencies"], *EXTRAS["cli"], *EXTRAS["images"], *EXTRAS["material"]]
    session.install("-e", ".", *map(lowest_of, requirements), *tools())
    run(session, *PURE, "tests/cli", "tests/hosts", "--hypothesis-profile=thorough", packages="mkdocs mkdocs-material")


@nox.session
def material(session: nox.Session) -> None:
    """MkDocs with Material, and the newest version of each dependency."""
    session.install(*NEWEST, "-e", ".[cli,images,material]", *tools())
    run(session, *THEME, packages="mkdocs mkdocs-material", row="Material for MkDocs")


@nox.session
def mkdocs(session: nox.Session) -> None:
    """MkDocs with its own themes; no other theme is installed."""
    session.install("-e", ".", *tools())
    run(session, "tests/hosts", packages="mkdocs", row="MkDocs")


@nox.session
def materialx(session: nox.Session) -> None:
    """MaterialX on ProperDocs and on MkDocs. It installs both."""
    session.install("-e", ".", "mkdocs-materialx>=10.2", *tools())
    packages = "mkdocs properdocs mkdocs-materialx"
    run(session, *THEME, "-k", "material", host="properdocs", packages=packages)
    run(session, *THEME, packages=packages, row="MaterialX")


@nox.session
def properdocs(session: nox.Session) -> None:
    """ProperDocs with its own themes; MkDocs is not installed."""
    themes = ("properdocs-theme-mkdocs", "properdocs-theme-readthedocs")
    requirements = [text for text in PROJECT["dependencies"] if name_of(text) != "mkdocs"]
    session.install(*requirements, *themes, *tools())
    session.install("--no-deps", "-e", ".")
    run(session, "tests/cli", "tests/hosts", host="properdocs", packages="properdocs", row="ProperDocs")


@nox.session(reuse_venv=False)
def dist(session: nox.Session) -> None:
    """Build the sdist, and from it the wheel, into `dist`, and check both and the files for forges."""
    session.install("build>=1.2", "check-jsonschema>=0.34", "check-wheel-contents>=0.6", "twine>=6")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    packages = [str(path) for path in sorted(Path("dist").iterdir())]
    session.run("twine", "check", "--strict", *packages)
    session.run("check-wheel-contents", *(name for name in packages if name.endswith(".whl")))
    session.run("python", "-m", "tools.distribution", "dist")
    for schema, folder in (("workflows", ".*/workflows"), ("issue-forms", ".github/ISSUE_TEMPLATE")):
        files = sorted(map(str, Path().glob(f"{folder}/*.yml")))
        session.run("check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", *files)


@nox.session(reuse_venv=False)
@nox.parametrize("host", ["mkdocs", "properdocs"])
def wheel(session: nox.Session, host: str) -> None:
    """The example, built with the wheel in `dist`, on MkDocs and on ProperDocs."""
    [package] = Path("dist").glob("*.whl")
    session.install(f"{package}[material]", *({host} - {"mkdocs"}))
    build_example(session, host)


@nox.session(python=["3.11", "3.12", "3.13", "3.14"], reuse_venv=False)
def install(session: nox.Session) -> None:
    """The example, built after `pip install .`, on each version of Python that there is."""
    session.install(".[material]")
    build_example(session, "mkdocs")


def build_example(session: nox.Session, host: str) -> None:
    """Build a copy of the example, so that no earlier build helps, and check it with the command line."""
    site = Path(session.create_tmp()) / "example"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree("example-site", site, ignore=shutil.ignore_patterns(".cache", "site"))
    with session.chdir(site):
        session.run(host, "build", "--strict", env={"NO_MKDOCS_2_WARNING": "1"})
        session.run("iroco-blog", "check")


def run(session: nox.Session, *tests: str, host: str = "mkdocs", packages: str, row: str = "") -> None:
    """Run tests on a host. With `--update`, they also write the host's row in the manual's table.

    `packages` lists the hosts and themes to be installed, without themes that belong to a host. Any other fails a test.
    """
    arguments = [argument for argument in session.posargs if argument != "--update"]
    record = ("-p", "tests.hosts.record") if row and "--update" in session.posargs else ()
    env = {"BLOG_HOST": host, "BLOG_PACKAGES": packages, "BLOG_ROW": row, "NO_MKDOCS_2_WARNING": "1"}
    if any(Path(argument.partition("::")[0]).exists() for argument in arguments):
        tests = tuple(argument for argument in tests if not argument.startswith("tests/"))
    session.run(
        "python", "-m", "pytest", "-q", *record, *tests, *(arguments or ("-n", "auto", "--dist", "loadfile")), env=env
    )


def tools() -> list[str]:
    """Return the requirements of the tests, from the extra `dev`."""
    return [requirement for requirement in EXTRAS["dev"] if name_of(requirement) in TOOLS]


def lowest_of(requirement: str) -> str:
    """Pin a requirement to its lowest version. Return it unchanged if it has none."""
    parsed = Requirement(requirement)
    versions = [specifier.version for specifier in parsed.specifier if specifier.operator == ">="]
    return f"{parsed.name}=={versions[0]}" if versions else requirement


def name_of(requirement: str) -> str:
    """Return the name of a requirement's package."""
    return Requirement(requirement).name
