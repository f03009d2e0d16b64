"""`{% include %}` and its kin: other files of the site, with parameters.

https://jekyllrb.com/docs/includes/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mkdocs_iroco_blog.jekyll.liquid.context import Context, Node, Template
from mkdocs_iroco_blog.jekyll.liquid.errors import AuthorError
from mkdocs_iroco_blog.jekyll.liquid.expressions import Expression, parse_value
from mkdocs_iroco_blog.jekyll.liquid.lexer import Token
from mkdocs_iroco_blog.jekyll.liquid.nodes import TagNode
from mkdocs_iroco_blog.jekyll.liquid.output import Output
from mkdocs_iroco_blog.jekyll.liquid.parser import TokenStream
from mkdocs_iroco_blog.jekyll.liquid.printing import to_text
from mkdocs_iroco_blog.jekyll.liquid.values import get_entry

_NAME = re.compile(r"(?:\{\{.*?\}\}|[^\s{]|\{(?!\{))++", re.DOTALL)
_PARAMETER = re.compile(
    r"""\s*+([\w-]+)\s*+=\s*+(?:"([^"\\]*+(?:\\.[^"\\]*+)*+)"|'([^'\\]*+(?:\\.[^'\\]*+)*+)'|([\w.-]+))(?=\s|\Z)\s*+""",
    re.ASCII | re.DOTALL,
)
_SIGNS = re.compile(r"[\w/.\-()+~#@]+", re.ASCII)
_CLIMBS = re.compile(r"[./]{2,}")
_EXAMPLE = 'Write it as `{% include file.html name="value" %}`.'

FindTemplate = Callable[[Context, str], Template | None]
"""Finds the template of a file to include. None for an include of a theme; raises an `AuthorError` for no file."""


@dataclass(eq=False)
class IncludeNode(TagNode):
    """`include` or `include_relative`."""

    find: FindTemplate
    name: Template | str
    parameters: Mapping[str, Expression] | None
    blank = False

    def write(self, context: Context, output: Output) -> None:
        """Render the file, with its parameters as `include`."""
        context.count_turns()
        name = self.name if isinstance(self.name, str) else context.render_text(self.name)
        if not name:
            raise AuthorError("The file's name is empty.", "Check the values in it.")
        if _CLIMBS.search(name) or not _SIGNS.fullmatch(name):
            hint = "Use letters, digits, `-`, `_`, `.` and `/`, but not `..`."
            raise AuthorError(f"`{name}` is not a valid file name.", hint)
        name = name.removeprefix("/")
        template = self.find(context, name)
        parameters = {key: value.evaluate(context) for key, value in (self.parameters or {}).items()}
        if template is None:
            assert context.site.theme_include
            output.write(context.site.theme_include(context, name, parameters))
        else:
            names: dict[str, object] = {} if self.parameters is None else {"include": parameters}
            context.render_partial(template, names, output)


def parse_include(stream: TokenStream, tag: Token) -> Node:
    """Parse an include of a file of `_includes`."""
    return _parse_include(stream, tag, _find_include)


def parse_include_relative(stream: TokenStream, tag: Token) -> Node:
    """Parse an include of a file of the page's own folder."""
    return _parse_include(stream, tag, _find_beside)


def _parse_include(stream: TokenStream, tag: Token, find: FindTemplate) -> Node:
    """Parse the file's name, which may hold outputs, and the parameters after it."""
    name = _NAME.match(tag.markup)
    if not name:
        raise AuthorError(f"`{tag.name}` needs a file name.", _EXAMPLE)
    rest = tag.markup[name.end() :].strip()
    if "{{" in name[0]:
        return IncludeNode(find, stream.parse_markup(tag, name[0]), _parse_parameters(rest))
    return IncludeNode(find, name[0], _parse_parameters(rest) if rest else None)


def _find_include(context: Context, name: str) -> Template | None:
    template = context.partial(f"_includes/{name}", lambda: context.site.includes(name))
    if template is None and context.site.theme_include is None:
        raise AuthorError(f"There is no file `_includes/{name}`.", "Add it, or correct the name.")
    return template


def _find_beside(context: Context, name: str) -> Template:
    page = to_text(get_entry(context.get(["page"]), "path"))
    folder = page.rpartition("/")[0]
    path = f"{folder}/{name}" if folder else name
    template = context.partial(path, lambda: context.site.beside(page, name))
    if template is None:
        raise AuthorError(f"There is no file `{path}`.", "Name a file in the page's folder or below it.")
    return template


def _parse_parameters(markup: str) -> dict[str, Expression]:
    parameters: dict[str, Expression] = {}
    position = 0
    while position < len(markup):
        match = _PARAMETER.match(markup, position)
        if not match:
            raise AuthorError(f"`{markup[position:]}` is not a parameter.", _EXAMPLE)
        key, double, single, variable = match.groups()
        parameters[key] = parse_value(_unescape(double, single) if variable is None else variable)
        position = match.end()
    return parameters


def _unescape(double: str | None, single: str | None) -> str:
    if double is not None:
        return '"' + double.replace('\\"', '"') + '"'
    return "'" + (single or "").replace("\\'", "'") + "'"
