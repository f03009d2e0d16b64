"""The conditions of `if`, `unless`, `case` and the `_exp` filters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .context import Context
from .errors import AuthorError
from .expressions import FRAGMENT, Emptiness, Expression, parse_value
from .markup_reader import MarkupReader
from .printing import inspect, to_text
from .values import are_equal, compare, is_list, is_truthy

_PART = re.compile(rf"\b\s?(?:and|or)\s?\b|(?:\s*(?!\b\s?(?:and|or)\s?\b)(?:{FRAGMENT}|\S+)\s*)+", re.ASCII)
_COMPARISON = re.compile(rf"({FRAGMENT})\s*([=!<>a-z_]+)?\s*({FRAGMENT})?", re.ASCII)
_ORDERS = {"<": {-1}, ">": {1}, "<=": {-1, 0}, ">=": {0, 1}}


class Condition(Expression):
    """A comparison or a value, and the condition after its `and` or `or`. Liquid evaluates from right to left."""

    def __init__(self, left: Expression, operator: str = "", right: Expression | None = None) -> None:
        self.left, self.operator, self.right = left, operator, right
        self.relation = ""
        self.next: Condition | None = None

    def evaluate(self, context: Context) -> bool:
        """Whether the condition holds."""
        condition: Condition = self
        while True:
            holds = is_truthy(condition._compare(context))
            if condition.next is None or holds is (condition.relation == "or"):
                return holds
            condition = condition.next

    def _compare(self, context: Context) -> object:
        left = self.left.evaluate(context)
        if not self.operator:
            return left
        return _holds(left, self.operator, self.right.evaluate(context) if self.right else None)


def _holds(left: object, operator: str, right: object) -> bool:
    if operator in {"==", "!=", "<>"}:
        return _match(left, right) is (operator == "==")
    if operator == "contains":
        return _contains(left, right)
    if operator not in _ORDERS:
        raise AuthorError(f"`{operator}` is not a comparison.", "Use ==, !=, <, >, <=, >= or contains.")
    if not _has_order(left) or not _has_order(right):
        return False
    order = compare(left, right)
    if order is None:
        sides = f"{inspect(left)} and {inspect(right)}"
        raise AuthorError(f"{sides} cannot be ordered.", "Compare numbers with numbers, and text with text.")
    return order in _ORDERS[operator]


def _match(left: object, right: object) -> bool:
    if isinstance(left, Emptiness):
        return left.matches(right)
    return right.matches(left) if isinstance(right, Emptiness) else are_equal(left, right)


def _has_order(value: object) -> bool:
    return value is not None and not isinstance(value, bool | Mapping | range | Emptiness) and not is_list(value)


def _contains(left: object, right: object) -> bool:
    if not is_truthy(left) or not is_truthy(right):
        return False
    if isinstance(left, str):
        return to_text(right) in left
    if isinstance(left, Mapping):
        return right in left if isinstance(right, str | int | float) else False
    if isinstance(left, range):
        return isinstance(right, int | float) and not isinstance(right, bool) and left.start <= right < left.stop
    return is_list(left) and any(are_equal(item, right) for item in left)


def parse_condition(markup: str) -> Condition:
    """Parse a condition strictly or, if that fails, leniently."""
    try:
        return parse_condition_strictly(markup)
    except AuthorError:
        return _parse_leniently(markup)


def parse_condition_strictly(markup: str) -> Condition:
    """Parse a condition; raises an `AuthorError` if it is not one."""
    reader = MarkupReader(markup)
    condition = first = _read_comparison(reader)
    while relation := reader.take("id", "and", "or"):
        condition.relation, condition.next = relation, _read_comparison(reader)
        condition = condition.next
    reader.require("end")
    return first


def _read_comparison(reader: MarkupReader) -> Condition:
    left = parse_value(reader.take_value())
    operator = reader.take("comparison")
    return Condition(left, operator, parse_value(reader.take_value())) if operator else Condition(left)


def _parse_leniently(markup: str) -> Condition:
    parts = _PART.findall(markup)
    condition = _parse_comparison(parts.pop() if parts else "")
    while parts:
        relation = parts.pop().strip()
        earlier = _parse_comparison(parts.pop() if parts else "")
        if relation not in {"and", "or"}:
            raise _syntax_error(markup)
        earlier.relation, earlier.next = relation, condition
        condition = earlier
    return condition


def _parse_comparison(markup: str) -> Condition:
    match = _COMPARISON.search(markup)
    if not match:
        raise _syntax_error(markup)
    return Condition(parse_value(match[1]), match[2] or "", parse_value(match[3] or ""))


def _syntax_error(markup: str) -> AuthorError:
    what = f"`{markup.strip()}` is not a condition." if markup.strip() else "A condition is missing."
    return AuthorError(what, 'Write one such as `page.title == "About"`.')
