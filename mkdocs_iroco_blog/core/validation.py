"""Check options whose values have the right type and still make no sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from .date_patterns import pattern_fault
from .findings import Finding, Level, nearest
from .languages import code_of_language, is_language
from .messages import options as messages
from .messages.summary import SEVERITIES
from .messages.table import MESSAGES
from .option_types import either
from .permalinks import safe_path
from .pictures.variants import read_images
from .settings import Settings, material_name

_PLACEHOLDERS = {
    "post_url_format": {"date", "slug", "categories", "file"}, "archive_url_format": {"date"},
    "categories_url_format": {"slug"}, "tags_url_format": {"slug"}, "series_url_format": {"slug"},
    "authors_profiles_url_format": {"slug", "name"}, "pagination_url_format": {"page"},
}  # fmt: skip
_LEAST = {
    "post_excerpt_fallback": 1, "pagination_per_page": 1, "post_readtime_words_per_minute": 1, "thin_views": 1,
    "archive_pagination_per_page": 1, "categories_pagination_per_page": 1, "authors_profiles_pagination_per_page": 1,
    "index_full_posts": 0, "post_url_max_categories": 0, "post_excerpt_max_authors": 0, "post_old_after": 0,
    "post_excerpt_max_categories": 0, "related": 1, "nav_posts": 0,
}  # fmt: skip
_MOST = {"nav_posts": 10}
_FILLED = ("post_excerpt_separator", "authors_file", "pagination_format", "cache")
"""Options that mean nothing if they are empty."""


def check_settings(settings: Settings) -> list[Finding]:
    """Return a finding for each option that has to be changed before the blog can be built."""
    findings = [messages.EMPTY_OPTION(option) for option in _FILLED if getattr(settings, option) == ""]
    findings += [fault for option in _PLACEHOLDERS if (fault := _pattern_fault(settings, option))]
    if settings.lang is not None and not is_language(settings.lang):
        code = code_of_language(settings.lang)
        meant = f"`{code}`" if code else "a code such as `en`, `fr` or `pt-BR`"
        findings.append(messages.UNKNOWN_LANGUAGE("lang", lang=settings.lang, meant=meant))
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        close = _nearest_zone(settings.timezone)
        meant = f"`{close}`" if close else "a name from the IANA database, such as `Europe/Paris`"
        findings.append(messages.UNKNOWN_ZONE("timezone", zone=settings.timezone, meant=meant))
    findings += read_images(settings.images)[1]
    return [*findings, *_date_patterns(settings), *_numbers(settings), *_folders(settings)]


def _nearest_zone(name: str) -> str | None:
    """Return the zone that a misspelt name means, or the city alone: `Europe/Paris` for `Paris`."""
    zones = sorted(available_timezones())
    cities = {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in zones}
    return cities.get(name.strip().replace("_", " ").casefold()) or nearest(name, zones)


def check_codes(settings: Settings) -> Iterator[Finding]:
    """Check the codes in the options `ignore` and `severity`. A wrong one does not stop the build."""
    severity = settings.severity or {}
    for option, codes in (("ignore", settings.ignore), ("severity", severity)):
        for code in codes:
            if code not in MESSAGES:
                close = nearest(code, MESSAGES)
                meant = f"`{close}`" if close else "a code from the manual's page “Messages”"
                yield messages.UNKNOWN_CODE("mkdocs.yml", option=option, code=code, meant=meant)
    for code in filter(MESSAGES.__contains__, settings.ignore):
        if SEVERITIES.get(severity.get(code, ""), MESSAGES[code].level) > Level.INFO:
            yield messages.PROBLEM_IGNORED("mkdocs.yml", code=code)
    for code in filter(MESSAGES.__contains__, severity):
        if MESSAGES[code].level is Level.STOP:
            yield messages.LEVEL_FIXED("mkdocs.yml", code=code)
        elif MESSAGES[code].level is Level.ERROR and severity[code] == "info":
            yield messages.LEVEL_TOO_LOW("mkdocs.yml", code=code, chosen=severity[code])


def _pattern_fault(settings: Settings, option: str) -> Finding | None:
    pattern, known = getattr(settings, option), _PLACEHOLDERS[option]
    names = either(f"`{{{name}}}`" for name in sorted(known))
    try:
        used = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    except ValueError as error:
        return messages.BROKEN_PATTERN(option, pattern=pattern, error=error, names=names)
    if used - known:
        return messages.UNKNOWN_PLACEHOLDER(option, name=min(used - known), names=names)
    plain = pattern.strip("/")
    for name in used:
        plain = plain.replace(f"{{{name}}}", "x")
    if not safe_path(plain):
        return messages.PATTERN_OUTSIDE(option, pattern=pattern, names=names)
    if option != "post_url_format" and not used:
        return messages.PATTERN_WITHOUT_PLACEHOLDER(option, pattern=pattern, names=names)
    return None


def _date_patterns(settings: Settings) -> Iterator[Finding]:
    for option in ("post_date_format", "post_url_date_format", "archive_date_format", "archive_url_date_format"):
        pattern = getattr(settings, option)
        if fault := pattern_fault(pattern):
            yield messages.BAD_DATE_PATTERN(option, pattern=pattern, fault=fault[0], meant=fault[1])


def _numbers(settings: Settings) -> Iterator[Finding]:
    for option, least in _LEAST.items():
        value = getattr(settings, option)
        for number in value.values() if isinstance(value, Mapping) else [value]:
            if type(number) is int and number < least:  # `False` is no number
                yield messages.NUMBER_TOO_SMALL(option, number=number, least=least)
    for option, most in _MOST.items():
        if (number := getattr(settings, option)) > most:
            yield messages.NUMBER_TOO_LARGE(option, number=number, most=most)
    per_page = settings.pagination_per_page
    for kind in per_page if isinstance(per_page, Mapping) else ():
        if settings.of_kind(kind, "pagination_per_page") is not None:
            option = f"{material_name(kind)}_pagination_per_page"
            yield messages.SET_TWICE("pagination_per_page", kind=kind, option=option)


def _folders(settings: Settings) -> Iterator[Finding]:
    for option, path in (("blog_dir", settings.root or "x"), ("post_dir", settings.posts_folder)):
        if not safe_path(path) or getattr(settings, option).startswith("/"):
            yield messages.FOLDER_OUTSIDE(option, folder=getattr(settings, option))
            break  # the default of `post_dir` follows `blog_dir`
    overviews = settings.overviews
    for kind, address in overviews.items() if isinstance(overviews, Mapping) else ():
        if isinstance(address, str) and not safe_path(address.strip("/") or "x"):
            yield messages.OVERVIEW_OUTSIDE("overviews", address=address, kind=kind)
