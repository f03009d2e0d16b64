"""Exceptions that end the rendering of a tag."""

from __future__ import annotations


class LiquidError(Exception):
    """A tag cannot be parsed or rendered."""


class AuthorError(LiquidError):
    """An author's mistake, in two sentences: what is wrong, and what to write instead.

    Errors with the same `cause` are one message, which does not quote the tag.
    """

    def __init__(self, what: str, hint: str = "", *, cause: tuple[str, ...] | None = None) -> None:
        super().__init__(what)
        self.what, self.hint, self.cause = what, hint, cause


class LimitError(LiquidError):
    """A template makes more than any page needs. `what` names what there is too much of."""

    def __init__(self, what: str, hint: str = "Reduce its size.") -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


class Interrupt(Exception):  # noqa: N818  # not an error inside a loop
    """A `break` or `continue` on its way to its loop."""


class BreakLoop(Interrupt):
    """`break`."""


class ContinueLoop(Interrupt):
    """`continue`."""


FAILURES = (LiquidError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""The exceptions that a tag may raise on values that it was not made for."""
