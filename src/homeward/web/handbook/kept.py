"""Who keeps a declaration right, when do they next look at it, and when was it last confirmed?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from homeward.directory import api as directory
from homeward.grammar.api import Declaration


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The foot of every entry. `kind` is empty when its listing cannot be confirmed."""

    owner: str
    review_by: date
    overdue: bool
    kind: str
    code: str
    confirmed_at: datetime | None


def kept(each: Declaration, *, today: date, kind: str = "", confirmed: dict[str, datetime] | None = None) -> Kept:
    """One entry's keeper; `confirmed` is asked of the directory unless given for a whole list."""
    organisations = directory.place().organisations
    if kind and confirmed is None:
        confirmed = directory.last_confirmed(kind)
    return Kept(
        owner=organisations[each.owner].name if each.owner in organisations else each.owner,
        review_by=each.review_by,
        overdue=each.review_by < today,
        kind=kind,
        code=each.code,
        confirmed_at=(confirmed or {}).get(each.code),
    )


def kept_all(each: Iterable[Declaration], *, today: date, kind: str = "") -> dict[str, Kept]:
    """The keepers of a whole list, by code."""
    confirmed = directory.last_confirmed(kind) if kind else {}
    return {one.code: kept(one, today=today, kind=kind, confirmed=confirmed) for one in each}
