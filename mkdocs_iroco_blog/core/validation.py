"""Options that are of the right type and still cannot be meant."""

from __future__ import annotations

from string import Formatter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .findings import Problem
from .permalinks import safe_path
from .settings import Settings

_PLACEHOLDERS = {
    "post_url_format": {"date", "slug", "categories", "file"},
    "archive_url_format": {"date"},
    "categories_url_format": {"slug"},
    "tags_url_format": {"slug"},
    "series_url_format": {"slug"},
    "authors_profiles_url_format": {"slug", "name"},
    "pagination_url_format": {"page"},
}
_POSITIVE = ("pagination_per_page", "post_readtime_words_per_minute", "thin_views")


def check_settings(settings: Settings) -> list[Problem]:
    """What has to be changed before a blog can be built."""
    faults = [_placeholders(settings, option) for option in _PLACEHOLDERS]
    faults += [_timezone(settings), _fallback(settings), _folder(settings)]
    for option in _POSITIVE:
        if getattr(settings, option) < 1:
            faults.append(Problem(option, None, f"{getattr(settings, option)} is less than 1.", "Write 1 or more."))
    return [fault for fault in faults if fault]


def _placeholders(settings: Settings, option: str) -> Problem | None:
    pattern, known = getattr(settings, option), _PLACEHOLDERS[option]
    offered = ", ".join(f"`{{{name}}}`" for name in sorted(known))
    try:
        used = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    except ValueError as error:
        return Problem(option, None, f"`{pattern}`: {error}.", f"It may hold {offered}.")
    if used - known:
        return Problem(option, None, f"`{{{min(used - known)}}}` means nothing here.", f"Use {offered}.")
    plain = pattern.strip("/")
    for name in used:
        plain = plain.replace(f"{{{name}}}", "x")
    if not safe_path(plain):
        return Problem(option, None, f"`{pattern}` is no address below the blog.", f"Use {offered}.")
    if option != "post_url_format" and not used:
        return Problem(option, None, f"`{pattern}` gives every page one address.", f"Use {offered} in it.")
    return None


def _timezone(settings: Settings) -> Problem | None:
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what = f"`{settings.timezone}` is no time zone."
        return Problem("timezone", None, what, "Write a name of the IANA database, such as `Europe/Paris`.")
    return None


def _fallback(settings: Settings) -> Problem | None:
    fallback = settings.post_excerpt_fallback
    if fallback in (None, "paragraph", "description", "everything") or (type(fallback) is int and fallback > 0):
        return None
    hint = "Write `paragraph`, `description`, `everything` or a number of words."
    return Problem("post_excerpt_fallback", None, f"`{fallback}` is none of the fallbacks.", hint)


def _folder(settings: Settings) -> Problem | None:
    for option, path in (("blog_dir", settings.root or "x"), ("post_dir", settings.posts_folder)):
        if not safe_path(path) or getattr(settings, option).startswith("/"):
            what = f"`{getattr(settings, option)}` is no folder under `docs_dir`."
            return Problem(option, None, what, "Write a path such as `blog`.")
    return None
