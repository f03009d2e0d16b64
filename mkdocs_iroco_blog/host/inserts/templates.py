"""Answers the calls in templates, such as `{{ blog.posts(limit=3) }}`, with the lists that inserts have."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template, normalize_url
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.inserts.choose import unknown_terms
from mkdocs_iroco_blog.core.inserts.marker import SIGN
from mkdocs_iroco_blog.core.inserts.read import read_insert
from mkdocs_iroco_blog.core.inserts.values import MentionsInsert
from mkdocs_iroco_blog.core.messages.inserts import VALUE_WITHOUT_KEY
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.layout.template_blog import CALLS, Call, CurrentCalls, TemplateCalls, add_variables
from mkdocs_iroco_blog.publish.metadata.head import insert_extra

from .blogs import Blogs
from .fill import Inserts
from .macros import macros_findings

_LEVEL = 2
"""The level of headings where a call names none. Nobody knows which heading the template has above."""


@dataclass(frozen=True, slots=True)
class TemplateInserts:
    """Gives `blog` and `blogs` to all templates of a site, for all of its blogs."""

    blogs: Blogs
    env: Environment
    config: MkDocsConfig
    current: CurrentCalls
    inserts: dict[str, Inserts] = field(default_factory=dict)
    """Those of each blog, by its name. All are here before the first page is rendered."""
    _ours: dict[str, Any] = field(default_factory=dict)
    """The variables, which are the same for all pages."""
    _findings: dict[Finding, None] = field(default_factory=dict)

    def add(self, inserts: Inserts) -> None:
        """Add a blog."""
        self.inserts[inserts.name] = inserts
        self._report(macros_findings(self.config, self.blogs))

    def add_to_page(self, context: TemplateContext, page: Page) -> None:
        """Add the variables to the context of a page."""
        self._add(context, TemplateCalls(partial(self._answer, page, "")))

    def add_to_template(self, context: TemplateContext, name: str) -> None:
        """Add the variables to the context of another template, such as `404.html`."""
        self._add(context, TemplateCalls(partial(self._answer, None, name)))

    def finish(self, output: str, name: str) -> str:
        """Insert the tags for the head of a rendered template, if it has a list."""
        if SIGN not in output:
            return output
        fragments = next(iter(self.inserts.values())).fragments
        base = self._root(name) or get_relative_url(".", name)
        styles = {form for path in self.config.extra_css for form in (normalize_url(path, base=base), f"{base}/{path}")}
        return insert_extra(output, fragments.insert_head(self._root(name) or name), styles)

    def take_findings(self) -> list[Finding]:
        """Return the findings since the last call."""
        findings = list(self._findings)
        self._findings.clear()
        return findings

    def _add(self, context: TemplateContext, calls: TemplateCalls) -> None:
        variables = cast("dict[str, Any]", context)
        if CALLS in variables:  # another blog has added them
            return
        variables[CALLS] = self.current.calls = calls
        foreign = []
        if not self._ours:  # the first page: every plugin has changed the globals
            foreign += add_variables(self._ours, self.current.ask, list(self.blogs.by_name), self.env.globals)
        foreign += [name for name, value in self._ours.items() if variables.setdefault(name, value) is not value]
        if foreign:
            self._report(self.blogs.foreign(foreign, "templates"))

    def _answer(self, page: Page | None, template: str, call: Call, number: int) -> str:
        """Return the HTML for a call, which is the page's with this number, and report what is wrong with it.

        `template` is the name of a template that makes another file of the site than a page.
        """
        source = _name(call.file, tuple(self.config.theme.dirs)) or template, call.line
        keys = json.loads(call.keys or "{}")
        if not isinstance(keys, dict):
            self._report([VALUE_WITHOUT_KEY(*source, name=call.name)])
            return ""
        insert, faults = read_insert(call.name, keys, *source)
        owner, html = self.blogs.owner(insert, page), ""
        if insert and owner:
            fragments, blog_page = self.inserts[owner].fragments, page and self.blogs.by_name[owner].find(page)
            post = blog_page.post if isinstance(blog_page, PostPage) else None
            url = page.url if page else self._root(template) or template
            html = fragments.insert(insert, url, level=_LEVEL, without=post, name=f"template{number}")
            faults += unknown_terms(fragments.site, insert, *source)
            self._report(fragments.take_findings())
        elif insert and not isinstance(insert, MentionsInsert):
            faults.append(self.blogs.unknown(insert.blog, call.name, *source))
        self._report(map(_of_call, faults))
        return html

    def _report(self, findings: Iterable[Finding]) -> None:
        self._findings.update(dict.fromkeys(findings))

    def _root(self, name: str) -> str:
        """Return the path of the site's root for a template that is shown at any address; else an empty text."""
        address = split_url(self.config.site_url or "/")
        return f"{(address.path if address else '').rstrip('/')}/" if is_error_template(name) else ""


def join_templates(
    inserts: Inserts, others: Sequence[TemplateInserts], env: Environment, config: MkDocsConfig
) -> TemplateInserts:
    """Return the site's calls in templates, with the inserts of one more blog. The first blog makes them."""
    current = cast("CurrentCalls", env.globals[CALLS])
    templates = others[0] if others else TemplateInserts(inserts.blogs, env, config, current)
    templates.add(inserts)
    return templates


@lru_cache
def _name(file: str, folders: tuple[str, ...]) -> str:
    """Name a template as its author would: by the folder that it lies in, which is one of the theme's."""
    folder = next((Path(folder) for folder in folders if Path(file).is_relative_to(folder)), None)
    return Path(folder.name, Path(file).relative_to(folder)).as_posix() if folder else file


def _of_call(finding: Finding) -> Finding:
    """Name inserts in a message as templates do."""
    what, hint = (text.replace("iroco-blog/", "blog.") for text in (finding.what, finding.hint))
    return replace(finding, what=what, hint=hint)
