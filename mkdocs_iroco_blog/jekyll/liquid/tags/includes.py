"""`{% include %}` and its kin: other files of the site, with parameters.

https://jekyllrb.com/docs/includes/
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO, cast

from liquid import Node, Token
from liquid.expression import Expression

from mkdocs_iroco_blog.jekyll.liquid.context import JekyllContext, JekyllTemplate, entry
from mkdocs_iroco_blog.jekyll.liquid.error_recovery import Pieces
from mkdocs_iroco_blog.jekyll.liquid.expressions import value_of
from mkdocs_iroco_blog.jekyll.liquid.nodes import WrittenNode, WrittenTag, render_all
from mkdocs_iroco_blog.jekyll.liquid.printing import text
from mkdocs_iroco_blog.jekyll.liquid.values import AuthorError

_NAME = re.compile(r"(?:\{\{.*?\}\}|[^\s{]|\{(?!\{))++", re.DOTALL)
_PARAMETER = re.compile(
    r"""\s*+([\w-]+)\s*+=\s*+(?:"([^"\\]*+(?:\\.[^"\\]*+)*+)"|'([^'\\]*+(?:\\.[^'\\]*+)*+)'|([\w.-]+))(?=\s|\Z)\s*+""",
    re.ASCII | re.DOTALL,
)
_SIGNS = re.compile(r"[\w/.\-()+~#@]+", re.ASCII)
_CLIMBS = re.compile(r"[./]{2,}")
_EXAMPLE = 'Write it as `{% include file.html name="value" %}`.'


class IncludeNode(WrittenNode):
    """A file that is rendered in another's place."""

    __slots__ = ("file", "parameters", "tag")

    def __init__(
        self, token: Token, tag: IncludeTag, file: JekyllTemplate | str, parameters: Mapping[str, Expression] | None
    ) -> None:
        super().__init__(token)
        self.tag, self.file, self.parameters = tag, file, parameters
        self.blank = False

    def output(self, context: JekyllContext, buffer: TextIO) -> int:
        """Render the file with its parameters as `include`."""
        context.turn()
        name = self.file if isinstance(self.file, str) else context.rendered(self.file)
        if not name:
            raise AuthorError("The file's name comes out empty.", "Look at the values in it.")
        if _CLIMBS.search(name) or not _SIGNS.fullmatch(name):
            remedy = "Name a file by letters, digits, `-`, `_`, `.` and `/`, without `..`."
            raise AuthorError(f"`{name}` is not a name for a file to include.", remedy)
        template = self.tag.template(context, name.removeprefix("/"))
        names: dict[str, object] = {}
        if self.parameters is not None:
            names["include"] = {key: value.evaluate(context) for key, value in self.parameters.items()}
        start = buffer.tell()
        with context.extend(names, template=template):
            render_all(template.nodes, context, buffer, template)
        return buffer.tell() - start


class IncludeTag(WrittenTag):
    """`include`: a file of `_includes`."""

    name = "include"
    block = False

    def node(self, stream: Pieces, token: Token, markup: str) -> Node:  # noqa: ARG002  # a tag's signature
        """The file's name, which may hold outputs, and the parameters after it."""
        named = _NAME.match(markup)
        if not named:
            raise AuthorError(f"`{self.name}` names no file.", _EXAMPLE)
        rest = markup[named.end() :].strip()
        file = self.env.from_string(named[0]) if "{{" in named[0] else named[0]
        parameters = _parameters(rest, token) if rest or "{{" in named[0] else None
        return IncludeNode(token, self, cast("JekyllTemplate | str", file), parameters)

    def template(self, context: JekyllContext, name: str) -> JekyllTemplate:
        """The file's template; a `AuthorError` where there is no such file."""
        found = context.partial(f"_includes/{name}", lambda: context.site.includes(name))
        if found is None:
            raise AuthorError(f"There is no file `_includes/{name}`.", "Add it there, or mend the name.")
        return found


class IncludeCachedTag(IncludeTag):
    """`include_cached`, jekyll-include-cache's: as `include`, and a site's files are kept in any case."""

    name = "include_cached"


class IncludeRelativeTag(IncludeTag):
    """`include_relative`: a file of the page's own folder."""

    name = "include_relative"

    def template(self, context: JekyllContext, name: str) -> JekyllTemplate:
        """The file's template; a `AuthorError` where there is no such file."""
        page = text(entry(context.get(["page"], token=None), "path"))
        folder = page.rpartition("/")[0]
        path = f"{folder}/{name}" if folder else name
        found = context.partial(path, lambda: context.site.beside(page, name))
        if found is None:
            raise AuthorError(f"There is no file `{path}`.", "Files are looked for in the page's folder and below it.")
        return found


def _parameters(markup: str, token: Token) -> dict[str, Expression]:
    parameters: dict[str, Expression] = {}
    done = 0
    while done < len(markup):
        found = _PARAMETER.match(markup, done)
        if not found:
            raise AuthorError(f"`{markup[done:]}` is not a parameter.", _EXAMPLE)
        key, double, single, variable = found.groups()
        parameters[key] = value_of(_literal(double, single) if variable is None else variable, token)
        done = found.end()
    return parameters


def _literal(double: str | None, single: str | None) -> str:
    if double is not None:
        return '"' + double.replace('\\"', '"') + '"'
    return "'" + (single or "").replace("\\'", "'") + "'"
