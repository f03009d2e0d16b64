"""Where every redirect of a site leads in the end, and what is wrong with those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.permalinks import is_outside

from .addresses import address_of, below_root, file_at, file_of, folders_of

_KEYS = {"aliases": ("aliases", "redirect_from"), "redirect_to": ("redirect_to",)}


@dataclass(frozen=True, slots=True)
class Moved:
    """A page with old addresses, or one that leads elsewhere."""

    source: str
    address: str
    """Under the site's root, as the host has it."""
    title: str
    aliases: tuple[str, ...] = ()
    redirect_to: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key of its front matter."""
    draft: bool = False

    @property
    def file(self) -> str:
        """Where it is written, under the site's folder."""
        return file_of(self.address)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a redirect leads: to a file of the site, or to a whole address."""

    file: str = ""
    url: str = ""
    after: str = ""
    """A query and a fragment of its own."""


class Routes:
    """The redirects of one site while they are gathered."""

    def __init__(self, taken: Mapping[str, str], site_url: str) -> None:
        self.aliases: dict[str, Moved] = {}
        """Pages to be made, by the file, each with the page that it leads to."""
        self.findings: list[Finding] = []
        self._taken, self._site_url = taken, site_url
        self._by_source = {source: file for file, source in taken.items()}
        self._folders = {folder for file in taken for folder in folders_of(file)}
        self._targets: dict[str, Stop] = {}

    def add_alias(self, page: Moved, written: str) -> None:
        """An old address of a page."""
        file = self._file(page, written)
        if file is None or self.aliases.get(file) is page:
            return
        address = f"/{address_of(file)}"
        if file == page.file:
            what = f"`{written}` is the page's own address, so no redirect is made."
            self.findings.append(Note(page.source, _line(page, "aliases"), what, "Delete it."))
            return
        other = self._at(file)
        if other is not None:
            what = f"`{written}` cannot lead here: the address `{address}` is that of `{other}`."
            if file in self.aliases:
                what = f"`{written}` cannot lead here: `{address}` leads to `{other}` already."
            self._tell(page, "aliases", what, "Delete the address here, or give the other page another.")
            return
        self.aliases[file] = page
        self._folders.update(folders_of(file))

    def add_target(self, page: Moved) -> None:
        """Where a page leads instead of showing its text, if it does; its old addresses lead there, too."""
        if not page.redirect_to:
            return
        try:
            found = below_root(page.redirect_to, self._site_url)
        except ValueError:
            self._tell(page, "redirect_to", f"`redirect_to` leads to `{page.redirect_to}`, which is no address.", _TO)
            return
        if found is None:
            self._targets[page.file] = Stop(url=page.redirect_to.replace(" ", "%20"))
            return
        path, after = found
        file = self._by_source.get(path) or self._page_at(path)
        if file is None and is_outside(page.redirect_to):  # of the site, and made by something else
            self._targets[page.file] = Stop(url=page.redirect_to.replace(" ", "%20"))
            return
        if file is None:
            what = f"`redirect_to` leads to `{page.redirect_to}`, where the site has no page."
            self._tell(page, "redirect_to", what, _TO)
        self._targets[page.file] = Stop(file or file_at(path), after=after)

    def break_loops(self, pages: Iterable[Moved]) -> None:
        """Tell of pages that lead to themselves, at once or by way of others: each of them shows its own text."""
        looped = [page for page in pages if page.file in self._targets and self._returns(page.file)]
        for page in looped:
            what = (
                f"`redirect_to` leads to `{page.redirect_to}`, and from there back here: the page shows its own text."
            )
            self._tell(page, "redirect_to", what, _TO)
        for page in looped:
            del self._targets[page.file]

    def final(self, file: str) -> Stop:
        """Where a way from a file ends, once there are no loops; at the file itself, where it leads nowhere."""
        stop = Stop(file)
        while (following := self._next(stop.file)) is not None:
            stop = Stop(following.file, following.url, following.after or stop.after)
        return stop

    def _next(self, file: str) -> Stop | None:
        page = self.aliases.get(file)
        return Stop(page.file) if page else self._targets.get(file)

    def _returns(self, file: str) -> bool:
        seen: set[str] = set()
        stop = self._next(file)
        while stop is not None and stop.file not in seen:
            if stop.file == file:
                return True
            seen.add(stop.file)
            stop = self._next(stop.file)
        return False

    def _file(self, page: Moved, written: str) -> str | None:
        """The file that makes an old address, or none, told, where no file can."""
        hint = "Write an address from the site's root, such as `/old/`."
        try:
            found = below_root(written, self._site_url)
        except ValueError:
            self._tell(page, "aliases", f"`{written}` is no address that a page can have.", hint)
            return None
        if found is None:
            self._tell(page, "aliases", f"`{written}` is no address below the site's own (`site_url`).", hint)
            return None
        path, after = found
        if after:
            what = f"`{written}` holds `{after}`, which no server of files tells one page from another by."
            self._tell(page, "aliases", what, "Write the address without it, or delete it.")
            return None
        return file_at(path)

    def _at(self, file: str) -> str | None:
        """What has a file's place, or stands in the way of its folders."""
        for place in (file, *folders_of(file)):
            if place in self._taken:
                return self._taken[place]
            if place in self.aliases:
                return self.aliases[place].source
        return "a folder" if file in self._folders else None

    def _page_at(self, path: str) -> str | None:
        bare = path.rstrip("/")
        names = (bare, file_at(bare), f"{bare}/index.html".lstrip("/"), f"{bare}.html")
        return next((name for name in names if name in self._taken or name in self.aliases), None)

    def _tell(self, page: Moved, field: str, what: str, hint: str) -> None:
        self.findings.append(Problem(page.source, _line(page, field), what, hint, draft=page.draft))


_TO = "Write the address of another page, or delete `redirect_to`."


def _line(page: Moved, field: str) -> int | None:
    return next((page.lines[key] for key in _KEYS[field] if key in page.lines), None)
