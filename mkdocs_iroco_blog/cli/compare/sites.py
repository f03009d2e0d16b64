"""Compares two built sites, address by address. The command `import` uses this, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_iroco_blog.cli.compare.reading.model import Page
from mkdocs_iroco_blog.cli.compare.reading.site import Progress, no_progress, read_site

from .built_site import BuiltSite
from .comparison import Aspect, Comparison, Difference, Entry, Kind, State
from .feeds import compare_feeds
from .pages import PageComparer
from .texts import join_blocks

_ONCE = {Aspect.ADDRESS: (1, 1)}
_GONE = {Aspect.ADDRESS: (0, 1)}


def compare_sites(old: Path, new: Path, progress: Progress = no_progress) -> Comparison:
    """Compare the folders of two built sites."""
    before = BuiltSite(read_site(old, progress))
    after = BuiltSite(read_site(new, progress), before.homes)
    addresses = [address for address in before.files if not before.is_of_theme(address)]
    comparer = _SiteComparer(before, after)
    entries = [entry for address in progress(addresses, "Comparing") if (entry := comparer.compare(address))]
    entries += comparer.new_entries()
    notes = [f"{folder}: {note}" for folder, site in ((old, before), (new, after)) for note in site.notes]
    return Comparison(sorted(entries, key=lambda entry: entry.address), len(before.files) - len(addresses), notes)


class _SiteComparer:
    def __init__(self, old: BuiltSite, new: BuiltSite) -> None:
        self._old, self._new = old, new
        self._pages = PageComparer(old, new)
        self._seen: set[str] = set()
        self._by_text = {join_blocks(page.texts): page.address for page in new.pages.values() if page.blocks}

    def compare(self, address: str) -> Entry | None:
        """Compare what is at an address of the old site. None for a redirect that was broken before."""
        page, public = self._old.pages.get(address), self._old.public_address(address)
        target = self._new.follow(public)
        path = self._new.split(target)[0]
        is_same = self._new.find(public) == path
        self._seen.add(path)
        if page and page.redirect is not None:
            return self._compare_redirect(public, page.redirect, target)
        if self._leads_nowhere(self._new, target):
            return Entry(public, self._kind(address), State.GONE, remark=self._explain(public, page), counts=_GONE)
        if address in self._old.feeds:
            return self._compare_feed(address, public, target)
        other = self._new.page(target)
        differences, counts = self._pages.compare(page, other) if page and other else ([], {})
        kind = Kind.LIST if page and other and other.listed is not None else self._kind(address)
        state, moved = (State.SAME, "") if is_same else (State.MOVED, target)
        return Entry(public, kind, state, moved, differences=differences, counts={**_ONCE, **counts})

    def new_entries(self) -> Iterator[Entry]:
        """Yield the addresses that only the new site has. Call this last."""
        for address in self._new.files:
            if address not in self._seen and self._old.find(address) is None and not self._new.is_of_theme(address):
                page = self._new.pages.get(address)
                kind = self._kind_of(self._new, address)
                yield Entry(address, kind, State.NEW, target=(page.redirect or "") if page else "")

    def _compare_redirect(self, public: str, link: str, target: str) -> Entry | None:
        before = self._old.follow(public)
        if self._leads_nowhere(self._old, before):
            return None
        if self._leads_nowhere(self._new, target):
            remark = self._explain(public, None)
            return Entry(public, Kind.REDIRECT, State.GONE, remark=remark, counts={**_GONE, Aspect.REDIRECT: (0, 1)})
        expected = self._pages.resolve_old(link)
        if self._new.find(public) == self._new.split(target)[0] or expected == target:
            return Entry(public, Kind.REDIRECT, State.SAME, counts={**_ONCE, Aspect.REDIRECT: (1, 1)})
        changed = [Difference(Aspect.REDIRECT, (expected,), (target,), is_loss=False)]
        return Entry(public, Kind.REDIRECT, State.SAME, differences=changed, counts={**_ONCE, Aspect.REDIRECT: (0, 1)})

    def _compare_feed(self, address: str, public: str, target: str) -> Entry:
        feed = self._new.feeds.get(self._new.split(target)[0])
        if feed is None:
            return Entry(public, Kind.FEED, State.GONE, remark="There is no feed here any more.", counts=_GONE)
        differences, counts = compare_feeds(self._old.feeds[address], feed, self._pages.resolve_old, self._new.follow)
        state, moved = (State.SAME, "") if self._new.find(public) == feed.address else (State.MOVED, feed.address)
        return Entry(public, Kind.FEED, state, moved, differences=differences, counts={**_ONCE, **counts})

    def _explain(self, public: str, page: Page | None) -> str:
        other = self._new.pages.get(self._new.find(public) or "")
        if other and other.redirect is not None:
            return f"It redirects to {other.redirect}, which leads nowhere."
        same = self._by_text.get(join_blocks(page.texts)) if page and page.blocks else None
        return f"Its text is at {same} now, without a redirect." if same else ""

    def _kind(self, address: str) -> Kind:
        return self._kind_of(self._old, address)

    @staticmethod
    def _kind_of(site: BuiltSite, address: str) -> Kind:
        if address in site.feeds:
            return Kind.FEED
        page = site.pages.get(address)
        if page is None:
            return Kind.FILE
        return Kind.REDIRECT if page.redirect is not None else Kind.LIST if page.listed is not None else Kind.PAGE

    @staticmethod
    def _leads_nowhere(site: BuiltSite, target: str) -> bool:
        address = site.find(site.split(target)[0]) if target.startswith("/") else target
        return address is None or (address in site.pages and site.pages[address].redirect is not None)
