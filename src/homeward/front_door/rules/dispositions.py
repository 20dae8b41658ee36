"""Which of the declared places to go, or kinds of caller, is meant by a code?"""

from collections.abc import Iterable
from typing import TypeVar

from homeward.grammar.api import CallerKind, Disposition

T = TypeVar("T", Disposition, CallerKind)


def chosen(declared: Iterable[T], code: str) -> T | None:
    """The declared one of that code, or None."""
    return next((each for each in declared if each.code == code), None)
