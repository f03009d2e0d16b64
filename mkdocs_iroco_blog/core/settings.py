"""The options of a build, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .options import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Options):
    """The options of a build: those in `mkdocs.yml`, and those that a Jekyll site sets."""

    posts_in_docs: bool = True
    """Whether `posts_folder` holds posts. Beside a Jekyll site, it may be a folder like any other."""

    @property
    def root(self) -> str:
        """`blog_dir` without slashes at its ends; empty at the site's root."""
        return "/".join(part for part in self.blog_dir.split("/") if part not in ("", "."))

    def below_root(self, path: str) -> str:
        """Return an address below the blog's."""
        return "/".join(part for part in (self.root, path.strip("/")) if part)

    @property
    def index_path(self) -> str:
        """The index's address, without slashes at its ends."""
        return self.below_root(self.index_url)

    @property
    def posts_folder(self) -> str:
        """`post_dir` with `{blog}` filled in, without slashes at its ends."""
        return self._fill(self.post_dir)

    @property
    def authors_path(self) -> str:
        """`authors_file` with `{blog}` filled in."""
        return self._fill(self.authors_file)

    def _fill(self, path: str) -> str:
        return "/".join(part for part in path.replace("{blog}", self.root).split("/") if part not in ("", "."))

    @property
    def excerpt_fallback(self) -> str | int:
        """The excerpt of a post without a separator."""
        default = "everything" if self.post_excerpt else "paragraph"
        return default if self.post_excerpt_fallback is None else self.post_excerpt_fallback

    @property
    def related_count(self) -> int:
        """The most related posts that a post shows."""
        return self.related.get("count", 3) if isinstance(self.related, Mapping) else 3 * self.related

    def by_kind(self, option: str, kind: str) -> Any:
        """Return an option's value for a kind of view; None if it is a mapping without that kind."""
        value = getattr(self, option)
        return value.get(kind) if isinstance(value, Mapping) else value

    def of_kind(self, kind: str, option: str) -> Any:
        """Return the value of one of Material's options for a kind, such as `archive_toc`; None if it is not set."""
        return getattr(self, f"{material_name(kind)}_{option}", None)

    def overview_path(self, kind: str) -> str | None:
        """Return the address of a kind's overview; None if it is turned off."""
        address = self.by_kind("overviews", kind)
        return None if address is False else self.below_root(kind if address in (None, True) else address)


def material_name(kind: str) -> str:
    """Return the prefix of a kind's options in Material's blog plugin."""
    return "authors_profiles" if kind == "authors" else kind
