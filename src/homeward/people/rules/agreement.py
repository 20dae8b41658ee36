"""Does what is told of the holder of an NHS number fit what is kept? If not, they may be two people."""

from collections.abc import Collection

from homeward.people.rules import days
from homeward.people.rules.likeness import Seen
from homeward.people.rules.names import alike, by_custom, full_name, key


def disagreement(told: Seen, kept: Seen, *, former: Collection[str] = frozenset(), what: str = "The NHS number") -> str:
    """Why they cannot be taken for one person, as a sentence; empty when they can.

    A swapped or mistyped birth date passes with the same name; a changed surname passes with the same birth date and
    given name. A different birth date, or a wholly different name, does not. `what` is the number by which they were found.
    """
    born = days.likeness(told.birth_date, kept.birth_date)
    family = _like(told.family, kept.family) or key(told.family) in former
    given = not told.given or not kept.given or _like(told.given, kept.given)
    crossed = _like(told.family, kept.given) and _like(told.given, kept.family)
    if born == "other" or (born in ("near", "swapped") and not (family and given)):
        return f"{what} belongs to somebody with another birth date."
    if crossed or (family and given):
        return ""
    if given and born == "same":
        return ""
    name = full_name(family=kept.family, given=kept.given)
    return f"{what} belongs to {name}, and the name told is different."


def _like(one: str, other: str) -> bool:
    first, second = key(one), key(other)
    if not first or not second:
        return not first and not second
    return (
        first == second
        or first.startswith(second)
        or second.startswith(first)
        or alike(first, second)
        or by_custom(one, other)
    )
