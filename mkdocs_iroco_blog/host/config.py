"""The plugin's options for the host, made from the core's `Options`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, fields
from typing import Any, get_origin, get_type_hints

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.options import SHARED_FOLDER, UNKNOWN_OPTION
from mkdocs_iroco_blog.core.option_types import suggest, type_error
from mkdocs_iroco_blog.core.options import Options
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.validation import check_settings
from mkdocs_iroco_blog.publish.feeds.options import read_feeds

_HINTS = get_type_hints(Options)


class StoppedBuildError(PluginError):
    """Problems because of which nothing is built. The host logs the text; programs read the findings."""

    def __init__(self, findings: Iterable[Finding], place: Callable[[Finding], str] = lambda _: ", option ") -> None:
        """`place` returns the words before a finding."""
        self.findings = tuple(findings)
        super().__init__("\n".join(f"iroco-blog{place(finding)}{finding.with_code}" for finding in self.findings))


class _Option(BaseConfigOption[Any]):
    """An option of the host for a field of `Options`."""

    def __init__(self, field: Field[Any]) -> None:
        super().__init__()
        self.default = field.default
        self._name, self._hint = field.name, _HINTS[field.name]

    def run_validation(self, value: Any) -> Any:
        if value is None:
            return self.default
        if error := type_error(self._name, self._hint, value):
            raise ValidationError(error.sentences)
        return tuple(map(str, value)) if get_origin(self._hint) is tuple else value


class BlogConfig(Config):
    """The options in `mkdocs.yml`, one for each field of `Options`."""

    # The host collects options from the class's body, so they have to be defined there.
    vars().update({field.name: _Option(field) for field in fields(Options)})

    named: frozenset[str] = frozenset()
    """The options that `mkdocs.yml` sets."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Load the options, and remember their names: the others may be set by a Jekyll site."""
        # Material's plugin still takes the former name of an option.
        patch = {"pagination_format" if name == "pagination_template" else name: patch[name] for name in patch}
        self.named |= frozenset(patch)
        super().load_dict(patch)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check the options. The warning for an unknown name suggests the nearest known one."""
        errors, warnings = super().validate()
        unknown = [name for name in self if name not in _HINTS]
        warnings = [(name, text) for name, text in warnings if name in _HINTS]
        return errors, warnings + [(name, _unknown_option(name).sentences) for name in unknown]


def _unknown_option(name: str) -> Finding:
    hint = suggest(name, _HINTS).lstrip() or "The manual's page “Options” lists all of them."
    return UNKNOWN_OPTION("mkdocs.yml", hint=hint)


def settings_from(config: BlogConfig, decided: Mapping[str, Any] | None = None, origin: str = "") -> Settings:
    """Make the core's settings; raise `StoppedBuildError` for values that make no sense.

    `decided` has options that a Jekyll site (`origin`, its configuration) or another plugin sets. Those in `mkdocs.yml`
    override them, and so does each item of a mapping.
    """
    values: dict[str, Any] = {name: config[name] for name in _HINTS}
    for name, value in (decided or {}).items():
        if name not in config.named:
            values[name] = value
        elif isinstance(value, dict) and isinstance(values[name], dict):
            values[name] = value | values[name]
    settings = Settings(**values)
    problems = [*check_settings(settings), *read_feeds(settings.feeds)[1]]
    if problems:
        by_origin = (decided or {}).keys() - config.named if origin else ()
        raise StoppedBuildError(problems, lambda it: f", {origin}: " if it.source in by_origin else ", option ")
    return settings


def refuse_shared_folders(plugins: Mapping[str, object], settings: Settings) -> None:
    """Raise `StoppedBuildError` if two blogs have the same posts. `plugins` are the host's, including hooks."""
    configs = [plugin.config for plugin in plugins.values() if isinstance(plugin, BasePlugin)]
    blogs = [blog for blog in configs if isinstance(blog, BlogConfig) and blog["enabled"]]
    blogs = [blog for blog in blogs if not blog["jekyll"] or "post_dir" in blog.named]
    folders = [settings_from(blog, {"blog_dir": "."} if blog["jekyll"] else None).posts_folder for blog in blogs]
    if folders.count(settings.posts_folder) > 1:
        raise StoppedBuildError([SHARED_FOLDER("post_dir", folder=settings.posts_folder)])
