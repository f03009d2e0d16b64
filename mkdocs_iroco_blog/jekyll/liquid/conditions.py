"""What `if`, `unless`, `case` and the `_exp` filters ask."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .context import Context
from .errors import AuthorError
from .expressions import FRAGMENT, Emptiness, Expression, Reader, parse_value
from .printing import inspect, text
from .values import compared, equal, is_list, truthy

_PART = re.compile(rf"\b\s?(?:and|or)\s?\b|(?:\s*(?!\b\s?(?:and|or)\s?\b)(?:{FRAGMENT}|\S+)\s*)+", re.ASCII)
_COMPARISON = re.compile(rf"({FRAGMENT})\s*([=!<>a-z_]+)?\s*({FRAGMENT})?", re.ASCII)
_WANTED = {"<": {-1}, ">": {1}, "<=": {-1, 0}, ">=": {0, 1}}


class Condition(Expression):
    """One comparison or value, and what follows it after `and` or `or`: read from right to left, as Liquid does."""

    def __init__(self, left: Expression, operator: str = "", right: Expression | None = None) -> None:
        self.left, self.operator, self.right = left, operator, right
        self.relation = ""
        self.next: Condition | None = None

    def evaluate(self, context: Context) -> bool:
        """Whether it holds."""
        condition: Condition = self
        while True:
            holds = truthy(condition._one(context))  # its own kind
            if condition.next is None or holds is (condition.relation == "or"):
                return holds
            condition = condition.next

    def _one(self, context: Context) -> object:
        left = self.left.evaluate(context)
        if not self.operator:
            return left
        return holds(left, self.operator, self.right.evaluate(context) if self.right else None)


def holds(left: object, operator: str, right: object) -> bool:
    """Whether two values compare so."""
    if operator in {"==", "!=", "<>"}:
        return _alike(left, right) is (operator == "==")
    if operator == "contains":
        return _contains(left, right)
    if operator not in _WANTED:
        raise AuthorError(f"`{operator}` is not a comparison.", "Use ==, !=, <, >, <=, >= or contains.")
    if not _sortable(left) or not _sortable(right):
        return False
    order = compared(left, right)
    if order is None:
        sides = f"{inspect(left)} and {inspect(right)}"
        raise AuthorError(f"{sides} have no order.", "Compare numbers with numbers, and text with text.")
    return order in _WANTED[operator]


def _alike(left: object, right: object) -> bool:
    if isinstance(left, Emptiness):
        return left.matches(right)
    return right.matches(left) if isinstance(right, Emptiness) else equal(left, right)


def _sortable(value: object) -> bool:
    return value is not None and not isinstance(value, bool | Mapping | range | Emptiness) and not is_list(value)


def _contains(left: object, right: object) -> bool:
    if not truthy(left) or not truthy(right):
        return False
    if isinstance(left, str):
        return text(right) in left
    if isinstance(left, Mapping):
        return right in left if isinstance(right, str | int | float) else False
    if isinstance(left, range):
        return isinstance(right, int | float) and not isinstance(right, bool) and left.start <= right < left.stop
    return is_list(left) and any(equal(item, right) for item in left)


def condition_of(markup: str) -> Condition:
    """A condition, read strictly or, where that fails, leniently."""
    try:
        return strict_condition(markup)
    except AuthorError:
        return _lenient(markup)


def strict_condition(markup: str) -> Condition:
    """A condition; a `AuthorError` where it is not one."""
    reader = Reader(markup)
    condition = first = _compared(reader)
    while relation := reader.take("id", "and", "or"):
        condition.relation, condition.next = relation, _compared(reader)
        condition = condition.next
    reader.need("end")
    return first


def _compared(reader: Reader) -> Condition:
    left = parse_value(reader.value())
    operator = reader.take("comparison")
    return Condition(left, operator, parse_value(reader.value())) if operator else Condition(left)


def _lenient(markup: str) -> Condition:
    parts = _PART.findall(markup)
    condition = _comparison(parts.pop() if parts else "")
    while parts:
        relation = parts.pop().strip()
        earlier = _comparison(parts.pop() if parts else "")
        if relation not in {"and", "or"}:
            raise _senseless(markup)
        earlier.relation, earlier.next = relation, condition
        condition = earlier
    return condition


def _comparison(markup: str) -> Condition:
    found = _COMPARISON.search(markup)
    if not found:
        raise _senseless(markup)
    return Condition(parse_value(found[1]), found[2] or "", parse_value(found[3] or ""))


def _senseless(markup: str) -> AuthorError:
    what = f"`{markup.strip()}` is not a condition." if markup.strip() else "A condition is missing."
    return AuthorError(what, 'Write one such as `page.title == "About"`.')
