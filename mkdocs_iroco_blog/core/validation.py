"""Check options whose values have the right type and still make no sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .findings import Problem
from .permalinks import safe_path
from .settings import Settings, material_name

_PLACEHOLDERS = {
    "post_url_format": {"date", "slug", "categories", "file"}, "archive_url_format": {"date"},
    "categories_url_format": {"slug"}, "tags_url_format": {"slug"}, "series_url_format": {"slug"},
    "authors_profiles_url_format": {"slug", "name"}, "pagination_url_format": {"page"},
}  # fmt: skip
_POSITIVE = ("post_excerpt_fallback", "pagination_per_page", "post_readtime_words_per_minute", "thin_views")


def check_settings(settings: Settings) -> list[Problem]:
    """Return a Problem for each option that has to be changed before the blog can be built."""
    faults = ((option, _pattern_fault(settings, option)) for option in _PLACEHOLDERS)
    problems = [Problem(option, None, *fault) for option, fault in faults if fault]
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what = f"`{settings.timezone}` is not a time zone."
        hint = "Write a name from the IANA database, such as `Europe/Paris`."
        problems.append(Problem("timezone", None, what, hint))
    return [*problems, *_numbers(settings), *_folders(settings)]


def _pattern_fault(settings: Settings, option: str) -> tuple[str, str] | None:
    pattern, known = getattr(settings, option), _PLACEHOLDERS[option]
    names = ", ".join(f"`{{{name}}}`" for name in sorted(known))
    try:
        used = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    except ValueError as error:
        return f"`{pattern}`: {error}.", f"The placeholders are {names}."
    if used - known:
        return f"There is no placeholder `{{{min(used - known)}}}`.", f"Use {names}."
    plain = pattern.strip("/")
    for name in used:
        plain = plain.replace(f"{{{name}}}", "x")
    if not safe_path(plain):
        return f"`{pattern}` is not an address below the blog.", f"Use {names}."
    if option != "post_url_format" and not used:
        return f"`{pattern}` gives all pages the same address.", f"Use {names} in it."
    return None


def _numbers(settings: Settings) -> Iterator[Problem]:
    for option in _POSITIVE:
        value = getattr(settings, option)
        for number in value.values() if isinstance(value, Mapping) else [value]:
            if isinstance(number, int) and number < 1:
                yield Problem(option, None, f"{number} is less than 1.", "Write 1 or more.")
    per_page = settings.pagination_per_page
    for kind in per_page if isinstance(per_page, Mapping) else ():
        if settings.of_kind(kind, "pagination_per_page") is not None:
            option = f"{material_name(kind)}_pagination_per_page"
            what = f"`{kind}` is set here and by the option `{option}`."
            yield Problem("pagination_per_page", None, what, f"Remove `{kind}` here, or `{option}`.")


def _folders(settings: Settings) -> Iterator[Problem]:
    for option, path in (("blog_dir", settings.root or "x"), ("post_dir", settings.posts_folder)):
        if not safe_path(path) or getattr(settings, option).startswith("/"):
            what = f"`{getattr(settings, option)}` is not a folder below `docs_dir`."
            yield Problem(option, None, what, "Write a path such as `blog`.")
            break  # the default of `post_dir` follows `blog_dir`
    overviews = settings.overviews
    for kind, address in overviews.items() if isinstance(overviews, Mapping) else ():
        if isinstance(address, str) and not safe_path(address.strip("/") or "x"):
            what = f"`{address}` is not an address below the blog."
            yield Problem("overviews", None, what, f"Write a path such as `{kind}`.")
