"""Everything that the blog adds to the site once every page is converted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.related import subjects
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.build import Build
from mkdocs_iroco_blog.host.compat.htmlproofer import register_paths
from mkdocs_iroco_blog.host.compat.i18n import drop_from_sitemap
from mkdocs_iroco_blog.host.compat.material import drop_tags
from mkdocs_iroco_blog.host.compat.rss import unescape_titles
from mkdocs_iroco_blog.host.compat.search import clean_index
from mkdocs_iroco_blog.host.compat.shadcn import correct_copies
from mkdocs_iroco_blog.host.inserts.blogs import Blogs
from mkdocs_iroco_blog.host.inserts.collect import collect_inserts
from mkdocs_iroco_blog.host.inserts.fill import inserted
from mkdocs_iroco_blog.host.inserts.templates import TemplateInserts, join_templates
from mkdocs_iroco_blog.host.load.pictures import Pictures
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPage, BlogPages
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.host.pages.mermaid import script_tag
from mkdocs_iroco_blog.host.pages.nav import reclaim_pages
from mkdocs_iroco_blog.host.pages.page import set_content
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.speed import Speed
from mkdocs_iroco_blog.host.pictures.variants import make_variants
from mkdocs_iroco_blog.host.report import Reporter
from mkdocs_iroco_blog.layout.fragments import Fragments
from mkdocs_iroco_blog.publish.metadata.head import insert_extra

from .bodies import make_bodies, read_introductions
from .checks import late_findings, page_findings, revealed_text, unknown_fragments
from .extra_files import ExtraFiles, plan_extra_files
from .layout import LaidOutPage, PageLayout, include_styles, page_inputs
from .layout_state import OutputState
from .metadata import HeadMaker, HeadTags, site_styles
from .related import all_related_links
from .site import make_site
from .theme_parts import theme_parts


@dataclass(frozen=True, slots=True)
class Output:
    """A blog's output in one build, from `on_env` on."""

    build: Build
    layout: PageLayout
    layout_for: Callable[[BlogPage], LaidOutPage]
    extra_files: ExtraFiles
    findings: list[Finding]
    speed: Speed
    locked: Mapping[str, Sequence[str]]
    """The pieces of text that the pages of locked posts must not show, by the posts' sources."""
    templates: TemplateInserts
    late: list[Finding] = field(default_factory=list)
    """Findings made after `on_env`, while pages and files are written."""
    _heads: dict[str, HeadTags] = field(default_factory=dict)
    """Head tags of pages that are laid out and not written yet, by their paths."""

    def lay_out(self, page: Page) -> None:
        """Put header and footer around a post, the list into a view, and lists in the place of inserts on any page."""
        blog_page = self.build.pages.find(page)
        if blog_page:
            layout = self.layout_for(blog_page)
            is_mentioned_later = self.layout.fragments.mentions.are_later(str(page.url))
            if is_mentioned_later or layout.inputs != page_inputs(blog_page):  # a plugin has changed the page since
                layout = self.layout.lay_out(blog_page)
            self._heads[blog_page.path] = layout.head
            self.late.extend(layout.findings)
            set_content(page, layout.html)
        elif (html := self.layout.with_lists(page)) is not None:
            set_content(page, html)
            self.late.extend(self.layout.fragments.take_findings())

    def choose_template(self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Choose the template of a page, which may print the last output, and give it our variables."""
        self.templates.add_to_page(context, page)
        blog_page = self.build.pages.find(page)
        if blog_page:
            if isinstance(blog_page, PostPage) and self.build.pages.settings.tags:
                drop_tags(context, config)
            self.speed.choose_template(context, blog_page, config, nav)

    def keep(self, page: Page, output: str) -> None:
        """Keep a rendered page for the next build, before other plugins change it."""
        blog_page = self.build.pages.find(page)
        if blog_page:
            self.speed.after_template(blog_page, output)

    def finish(self, page: Page, output: str) -> str:
        """Insert the head tags into a rendered page, or replace it if it redirects."""
        blog_page = self.build.pages.find(page)
        if blog_page:
            return self.extra_files.redirect_at(page.file.dest_uri) or self._insert_head(blog_page, output)
        if self.build.jekyll and self.build.jekyll.owns(page):
            html = page.content or ""
            head = script_tag(self.build.pages.settings.mermaid, html, page.url) + include_styles(html, page.url)
            head += self.layout.inserts.head(page, output)
            redirect = self.extra_files.redirect_at(page.file.dest_uri)
            return redirect or insert_extra(output, head, site_styles(page, self.layout.config))
        head = self.layout.inserts.head(page, output)
        head += self.layout.extra_html(page.url, inserted(output)) if head else ""
        return insert_extra(output, head, site_styles(page, self.layout.config)) if head else output

    def release(self, page: Page, output: str) -> str:
        """Free the page's HTML, and skip writing it if the file on disk is identical.

        A post keeps its text, which other plugins may read later. A page that shows a locked text is empty: the host
        does not write it.
        """
        blog_page = self.build.pages.find(page)
        if blog_page is None:
            return output
        if isinstance(blog_page, PostPage):
            post = blog_page.post
            set_content(page, self.extra_files.site.bodies[post.source].html)
            if problems := revealed_text(post, self.locked, output):
                self.late.extend(problems)
                return ""
        else:
            set_content(page, "")
        self.speed.after_page(blog_page, output)
        return output

    def prepare_template(self, context: TemplateContext, name: str, config: MkDocsConfig) -> None:
        """Change the variables of a template that is no page's: drop pages that the sitemap excludes."""
        self.templates.add_to_template(context, name)
        if name != "sitemap.xml":
            return
        hidden = {page.file.src_uri for page in self.build.pages.hidden()} | set(self.extra_files.hidden())
        context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
        if self.build.pages.edition:
            drop_from_sitemap(self.build.pages.edition, hidden, config)

    def finish_template(self, output: str, name: str) -> str:
        """Insert the stylesheet where a template that is no page's shows posts."""
        return self.templates.finish(output, name)

    def begin(self, reporter: Reporter, config: MkDocsConfig, env: Environment) -> None:
        """Report the findings of reading and converting, and prepare search and templates."""
        reporter.report(self.findings, self.build.pages.settings, self.build.pages.prefix)
        self.speed.end_conversions(self.build.pages, config, env)

    def write(self, config: MkDocsConfig, reporter: Reporter, *, cleared: bool) -> None:
        """Write feeds and redirects, correct what other plugins are about to write, and end the build.

        `cleared` tells whether the host has cleared the site's folder before this build.
        """
        pages = self.build.pages
        unescape_titles(config)
        findings = list(self.extra_files.write(Path(config.site_dir), cleared=cleared))
        locked = [page for page in pages.posts if page.locked]
        sources = {page.file.abs_src_path or "" for page in locked} | {self.build.placement.stand_in}
        correct_copies(config, (page.file for page in pages.all()), without=sources)
        lists = (page for page in pages.lists if not page.spec.introduced)
        hidden = {url for page in (*pages.hidden(), *lists, *locked) for url in (page.url, str(page.url))}
        clean_index(config, hidden=hidden, posts={url for page in pages.posts for url in (page.url, str(page.url))})
        self.late.extend(findings)
        self.report_late(reporter)
        self.speed.end_build()

    def foresee(self, config: MkDocsConfig, files: Files) -> None:
        """Find what comes up while pages and files are written, before the host renders a page."""
        self.late.extend(self.extra_files.obstacles(Path(config.site_dir)))
        self.late.extend(late_findings(self.layout, self.locked, files))

    def report_late(self, reporter: Reporter) -> None:
        """Report the findings made after `on_env`, and keep results for the next build."""
        pages = self.build.pages
        called = self.templates.take_findings()  # each template is rendered again for each language
        findings = self.late if pages.prefix else [*self.late, *called]
        reporter.report(findings, pages.settings, f"{pages.prefix}/late")
        self.speed.save()

    def _insert_head(self, page: BlogPage, output: str) -> str:
        head = self._heads.pop(page.path)
        rewritten = self.speed.rewrite_head(page, head, output, head.insert)
        return rewritten.after + output[len(rewritten.before) :] if rewritten else output


def render(
    build: Build, files: Files, nav: Navigation, config: MkDocsConfig, env: Environment, speed: Speed,
    blogs: Sequence[tuple[Build, object]],
) -> Output:  # fmt: skip
    """Take the converted posts apart, and prepare to lay out every page. `blogs` are those of the site."""
    reclaim_pages(nav, build.pages, files, config)
    others = [output for _, output in blogs if isinstance(output, Output)]
    pages, jekyll = build.pages, build.jekyll
    index = jekyll.index if jekyll else FileIndex(files)
    pictures = Pictures(index, speed.picture)
    bodies = make_bodies(pages, pictures, config, speed)
    if jekyll:
        jekyll.finish()
    links, problems = all_related_links(pages.posts, files, config)
    findings = [*bodies.findings, *problems, *page_findings(build, pictures, config, env)]
    introductions = read_introductions(pages, index, jekyll.title if jekyll else "")
    site, lost = make_site(build, config, files, index, bodies, pictures)
    site, unusable = _with_variants(site, pages, index, files, config, speed, others)
    extra_files = plan_extra_files(build, files, config, index, site, [other.extra_files for other in others])
    register_paths(config, extra_files.origins)
    sites = _join_sites(extra_files.site, others)
    fragments = Fragments(extra_files.site, config.theme.dirs, config, compiled=speed.bytecode_cache, sites=sites)
    heads = HeadMaker(extra_files.site, extra_files.metadata, config)
    env.bytecode_cache = speed.bytecode_cache or env.bytecode_cache
    starts, browse = theme_parts(pages, files=files, nav=nav, config=config, env=env, asks=speed.writes)
    related = speed.related(subjects(site), pages.settings.related_count)
    inserts = collect_inserts(fragments, pages, Blogs.of(build for build, _ in blogs), files, bodies.locked)
    layout = PageLayout(
        pages, fragments, heads, introductions, links, related, starts, browse, bodies.locked, inserts, config
    )
    layout.set_tocs()
    layout_for = speed.layouts(pages, config, layout.lay_out, OutputState(layout, index))
    findings += [*lost, *unusable, *extra_files.findings, *inserts.findings, *unknown_fragments(config, env)]
    templates = join_templates(inserts, [other.templates for other in others], env, config)
    return Output(build, layout, layout_for, extra_files, findings, speed, bodies.locked_pieces(), templates)


def _join_sites(site: Site, others: Iterable[Output]) -> list[Site]:
    """Return the list of all blogs that the outputs of this build share, with this one at its end."""
    sites = next((other.layout.fragments.mentions.sites for other in others), [])
    sites.append(site)
    return sites


def _with_variants(
    site: Site, pages: BlogPages, index: FileIndex, files: Files, config: MkDocsConfig, speed: Speed,
    others: Iterable[Output],
) -> tuple[Site, Sequence[Finding]]:  # fmt: skip
    """Return the site with the lighter variants of its pictures, and a finding for each that has none."""
    earlier = [other.extra_files.site.variants for other in others]
    variants = make_variants(pages, site.bodies, index, files, config, speed, earlier)
    return replace(site, variants=variants.by_url), variants.findings
