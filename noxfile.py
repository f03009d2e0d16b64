"""The package's tests on each host and theme: `make test-hosts`, or `nox -s properdocs -- -k search`.

`nox -- --update` also writes the rows of the manual's table of hosts.
"""

from __future__ import annotations

import nox
from packaging.requirements import Requirement

PROJECT = nox.project.load_toml("pyproject.toml")["project"]
EXTRAS = PROJECT["optional-dependencies"]
TOOLS = frozenset(
    {"extruct", "feedparser", "hypothesis", "lxml", "mf2py", "pytest", "pytest-golden", "pytest-xdist"},
)
PURE = ("tests/core", "tests/jekyll", "tests/layout", "tests/publish")
"""Tests of what knows no host: another one tells nothing new of them, another version of a dependency may."""

nox.options.reuse_venv = "yes"


@nox.session
def lowest(session: nox.Session) -> None:
    """MkDocs with Material, and of everything that `pyproject.toml` names the lowest version."""
    named = [*PROJECT["dependencies"], *EXTRAS["material"]]
    session.install("-e", ".", *(lowest_of(one) for one in named), *tools())
    run(session, *PURE, "tests/hosts", packages="mkdocs mkdocs-material")


@nox.session
def material(session: nox.Session) -> None:
    """MkDocs with Material."""
    session.install("-e", ".[material]", *tools())
    run(session, "tests/hosts", packages="mkdocs mkdocs-material", row="Material for MkDocs")


@nox.session
def mkdocs(session: nox.Session) -> None:
    """MkDocs with its own themes, where no other theme is installed."""
    session.install("-e", ".", *tools())
    run(session, "tests/hosts", packages="mkdocs", row="MkDocs")


@nox.session
def materialx(session: nox.Session) -> None:
    """MaterialX on ProperDocs and on MkDocs: it brings both along."""
    session.install("-e", ".", "mkdocs-materialx>=10.2", *tools())
    packages = "mkdocs properdocs mkdocs-materialx"
    run(session, "tests/hosts", "-k", "material", host="properdocs", packages=packages)
    run(session, "tests/hosts", packages=packages, row="MaterialX")


@nox.session
def properdocs(session: nox.Session) -> None:
    """ProperDocs with its own themes, where MkDocs is not installed."""
    themes = ("properdocs-theme-mkdocs", "properdocs-theme-readthedocs")
    session.install(*(one for one in PROJECT["dependencies"] if name_of(one) != "mkdocs"), *themes, *tools())
    session.install("--no-deps", "-e", ".")
    run(session, "tests/hosts", host="properdocs", packages="properdocs", row="ProperDocs")


def run(session: nox.Session, *tests: str, host: str = "mkdocs", packages: str, row: str = "") -> None:
    """Run tests on a host, and have them write a row of the manual's table, where that is asked for.

    `packages` lists which hosts, and themes beside those of hosts, have to be installed; any other fails a test.
    """
    given = [one for one in session.posargs if one != "--update"]
    record = ("-p", "tests.hosts.record") if row and "--update" in session.posargs else ()
    env = {"BLOG_HOST": host, "BLOG_PACKAGES": packages, "BLOG_ROW": row, "NO_MKDOCS_2_WARNING": "1"}
    session.run("python", "-m", "pytest", "-q", *record, *tests, *(given or ("-n", "auto")), env=env)


def tools() -> list[str]:
    """What the tests need, in the versions of the extra `dev`."""
    return [one for one in EXTRAS["dev"] if name_of(one) in TOOLS]


def lowest_of(requirement: str) -> str:
    """A requirement of its lowest version; as it is, where it has none."""
    wanted = Requirement(requirement)
    versions = [one.version for one in wanted.specifier if one.operator == ">="]
    return f"{wanted.name}=={versions[0]}" if versions else requirement


def name_of(requirement: str) -> str:
    """The name of a requirement's package."""
    return Requirement(requirement).name
