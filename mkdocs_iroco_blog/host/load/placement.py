"""The blog's files among the host's: placed early, and placed again if other plugins have changed the list.

Plugins such as redirects take the list of files in `on_files`, and have to see the blog's addresses there. Others
change it there: exclude removes files, gen-files adds some, jupyter replaces some. So the blog is built before them,
and again after them if something that it is made of has changed. A file that another plugin may hold stays the same
object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.messages.options import NO_PAGE_TO_MOVE
from mkdocs_iroco_blog.core.permalinks import safe_path
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.files import (
    BlogFile,
    adopt,
    destination,
    is_built,
    move,
    path_of,
    stand_in_path,
    virtual_file,
    with_destination,
)

from .changes import Snapshot, concerns_blog
from .origin import OriginBuild


class Placement:
    """The files of one blog among the host's."""

    def __init__(
        self,
        files: Files,
        config: MkDocsConfig,
        settings: Settings,
        last: Placement | None = None,
        origin: OriginBuild | None = None,
    ) -> None:
        """Begin to place files. `last` is the placement that this one replaces; its files are used again."""
        self._files, self._config, self._settings = files, config, settings
        self._without_ending: Collection[str] = origin.without_ending if origin else ()
        self.stand_in: str = last.stand_in if last else stand_in_path(files, config, settings.posts_folder)
        self.posts: dict[str, File] = {}
        """The file of every post with a page, by the post's source."""
        self._rejected: list[tuple[File, InclusionLevel]] = []
        """Files of posts without a page."""
        self._virtual: dict[str, File] = {}
        """Files of lists without a source, by the lists' addresses."""
        self._introductions: dict[str, File] = {}
        """Files of lists with a source."""
        self.removed: frozenset[str] = frozenset()
        """Addresses of lists that another plugin has removed."""
        self.removed_posts: frozenset[str] = frozenset()
        """The sources of posts that another plugin has removed."""
        self._last_posts = last.posts if last else {}
        self._last_lists: dict[str, File] = {}
        self._is_first = last is None
        self.snapshot = Snapshot(files)
        if last:
            set_exclusions(last.snapshot.added(files), config)  # as the host does next
            self.removed = last.removed | last.withdraw(files)
            self.removed_posts = frozenset(source for source, file in last.posts.items() if not is_built(file, files))
            self._last_lists = {file.src_uri: file for file in last.lists()}

    def add_post(self, source: str, original: File, dest_uri: str) -> File:
        """Place the file of a post."""
        is_draft = original.inclusion is InclusionLevel.DRAFT
        inclusion = InclusionLevel.DRAFT if is_draft else InclusionLevel.NOT_IN_NAV
        last = self._last_posts.get(source)
        if last is not None:
            move(last, dest_uri, self._config)  # even if it was replaced: a plugin may hold it
        file = original if last is original else self._own(original, dest_uri, inclusion)
        self._place(file)
        self.posts[source] = file
        return file

    def _place(self, file: File) -> None:
        if isinstance(file, BlogFile):
            file.lacks_ending = file.dest_uri in self._without_ending
        self._files.append(file)

    def reject(self, original: File) -> None:
        """Make the file of a post without a page a draft. It is removed when other plugins have seen the list."""
        self._rejected.append((original, original.inclusion))
        original.inclusion = InclusionLevel.DRAFT  # another plugin may still exclude it
        self._files.append(original)

    def add_list(self, path: str, uri: str, dest_uri: str, inclusion: InclusionLevel) -> File:
        """Place a list without a source."""
        file = self._last_lists.get(uri)
        if file is None:
            file = virtual_file(uri, dest_uri, self._config, inclusion, stand_in=self.stand_in)
        else:
            move(file, dest_uri, self._config)
        self._place(file)
        self._virtual[path] = file
        return file

    def add_introduction(self, path: str, original: File, inclusion: InclusionLevel) -> File:
        """Place a list in the place of its introduction."""
        self._files.remove(original)
        is_placed = self._last_lists.get(original.src_uri) is original
        file = original if is_placed else self._own(original, original.dest_uri, inclusion)
        self._files.append(file)
        self._introductions[path] = file
        return file

    def end(self) -> None:
        """Note the list of files as the blog leaves it to other plugins."""
        self.snapshot = Snapshot(self._files)

    def settle(self, files: Files) -> None:
        """Remove the files of posts without a page, when other plugins have seen them."""
        for file, _ in self._rejected:
            if files.get_file_from_path(file.src_uri) is file:
                files.remove(file)
        self._rejected = []
        self.snapshot = Snapshot(files)

    def remove(self, files: Files) -> None:
        """Remove everything that was placed."""
        self.withdraw(files)
        self.settle(files)

    def is_current(self, files: Files, findings: Iterable[Finding]) -> bool:
        """Whether the list still has everything that the blog is made of, and nothing else.

        `findings` are the blog's: they name pages of the site that have an address of the blog's.
        """
        ours = {*map(id, self.posts.values()), *map(id, self.lists()), *(id(file) for file, _ in self._rejected)}
        addresses = {path_of(file, self._config) for file in (*self.posts.values(), *self.lists())}
        added, altered = self.snapshot.added(files), list(self.snapshot.altered(files))
        if any(concerns_blog(file, addresses, self._settings, self._config) for file in added):
            return False
        names = " ".join(f"{finding.source} {finding.what}" for finding in findings) if altered else ""
        return not any(
            id(file) in ours or concerns_blog(file, (), self._settings, self._config) or file.src_uri in names
            for file in altered
        )

    def _own(self, original: File, dest_uri: str, inclusion: InclusionLevel) -> File:
        """Make a file one of the blog's: a new object only if no other plugin has had the time to hold the old one."""
        if self._is_first:
            return with_destination(original, dest_uri, self._config, inclusion)
        return adopt(original, dest_uri, self._config, inclusion, stand_in=self.stand_in)

    def lists(self) -> list[File]:
        """Return the files of all lists."""
        return [*self._virtual.values(), *self._introductions.values()]

    def withdraw(self, files: Files) -> frozenset[str]:
        """Take the lists from the host, and give back rejected files. Return addresses of lists that are gone."""
        for file, inclusion in self._rejected:
            if file.inclusion is InclusionLevel.DRAFT:
                file.inclusion = inclusion
        removed = []
        for path, file in self._virtual.items():
            if not is_built(file, files):
                removed.append(path)
            if files.get_file_from_path(file.src_uri) is file:
                files.remove(file)
        return frozenset(removed)


def move_pages(files: Files, config: MkDocsConfig, addresses: Mapping[str, object]) -> Iterator[Finding]:
    """Give pages their addresses. Yield a Problem for each page that cannot have one."""
    for source, address in addresses.items():
        file, path = files.get_file_from_path(source), str(address).strip("/")
        target = destination(path, config, index=True)
        if file is None or not file.is_documentation_page():
            close = nearest(source, [page.src_uri for page in files.documentation_pages()])
            fault = "but there is no such page"
            hint = f"Write `{close}`." if close else "Write the path of a Markdown file below `docs_dir`."
        elif path and not safe_path(path):
            fault, hint = "which cannot be the address of a page", "Write one such as `/about.html`."
        elif any(
            other.dest_uri == target and other is not file for other in files if not other.inclusion.is_excluded()
        ):
            fault, hint = "which another file of the site has", "Write another address."
        else:
            move(file, target, config)
            continue
        yield NO_PAGE_TO_MOVE("mkdocs.yml", file=source, address=address, fault=fault, hint=hint)
