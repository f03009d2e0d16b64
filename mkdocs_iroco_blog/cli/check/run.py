"""Runs a build without writing a site, and the rules that find what no build reports."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from mkdocs_iroco_blog.cli.build_progress import show_build_progress
from mkdocs_iroco_blog.cli.host_log import record_host_log
from mkdocs_iroco_blog.cli.site import blogs_of, find_config_file, load_site, refuse_no_blog
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.host.compat.i18n import i18n_plugin
from mkdocs_iroco_blog.host.output.render import Output

from .host_build import Site, convert
from .places import Places


@dataclass(slots=True)
class Run:
    """The result of a run."""

    places: Places
    """The site's folders; that of `mkdocs.yml` alone if it cannot be loaded."""
    records: list[logging.LogRecord]
    """The log of the host and its plugins."""
    sites: list[Site] = field(default_factory=list)
    """One for each language, the default language first; none if nothing can be built."""
    error: Exception | None = None
    """The error of a plugin or a template that ended the run."""


Rules = Callable[[Site], Iterable[Finding]]
"""Finds what a build does not report."""


def run(config_file: Path | None, rules: Rules) -> Run:
    """Load a site, convert its pages, and report what a build and the `rules` find.

    Raises `click.UsageError` if there is no site, or no blog in it.
    """
    file = find_config_file(config_file)
    with record_host_log(logging.INFO) as records, TemporaryDirectory(prefix="iroco-blog-") as folder:
        result = Run(Places(file.resolve(), (file.resolve().parent,)), records)
        try:
            config = load_site(file)
            refuse_no_blog(blogs_of(config), file.name)
            result.places = Places.of(config)
            config.site_dir = folder
            for plugin in blogs_of(config):
                plugin.speed.writes = False
            config.plugins.on_startup(command="build", dirty=False)
            try:
                for _ in _languages(config):
                    result.sites.append(_run_once(config, rules))
            finally:
                config.plugins.on_shutdown()
        except Abort as abort:
            _record_stop(result.records, abort)
        except click.UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - of any plugin
            result.error = error
    return result


def _run_once(config: MkDocsConfig, rules: Rules) -> Site:
    with show_build_progress(config, "Converting pages"):
        site = convert(config)
    blogs = [(it.output, it.reporter) for it in blogs_of(config) if isinstance(it.output, Output)]
    for output, reporter in blogs:
        output.report_late(reporter)
    findings = list(rules(site)) if site.outputs else []
    for output, reporter in blogs:
        pages = output.build.pages
        of_blog = [finding for finding in findings if _owner(finding, site.outputs) is output]
        reporter.report(of_blog, pages.settings, f"{pages.prefix}/check")
    return site


def _owner(finding: Finding, outputs: Sequence[Output]) -> Output:
    """Return the blog that a finding is about, whose options hold for it; the first for one about another page."""
    blogs = (output for output in outputs if output.build.pages.has(finding.source))
    return next(blogs, outputs[0])


def _languages(config: MkDocsConfig) -> Iterator[None]:
    """Yield once for each language that mkdocs-static-i18n builds, which is the current one then; else once."""
    yield
    plugin = i18n_plugin(config)
    if plugin:
        plugin.building, first = True, plugin.current_language  # else it begins with its first language again
        for locale in plugin.build_languages:
            if locale != first:
                plugin.current_language = locale
                yield
        plugin.building = False


def _record_stop(records: list[logging.LogRecord], abort: BaseException) -> None:
    """Add the findings of the error that stopped the host to its last line, which is the error's text."""
    findings = getattr(abort.__context__, "findings", ())
    if findings and records:
        records[-1].findings = findings
