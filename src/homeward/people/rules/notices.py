"""What must everyone who opens this record be told at once? That the person has died, moved, or may be somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from homeward.people.rules.days import said

MOVE_IS_NEWS_FOR = timedelta(days=90)
NoticeKind = Literal["died", "moved", "changed_practice", "review", "restricted", "number"]


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One notice, the weightiest first. `words` is a finished sentence."""

    kind: NoticeKind
    words: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """A home or practice that began on a day, as it is named on a screen."""

    named: str
    since: date


def notices(
    *,
    died_on: date | None,
    death_source: str,
    homes: Sequence[Change],
    practices: Sequence[Change],
    review_reason: str,
    restricted: bool,
    number_status: str,
    today: date,
) -> tuple[Notice, ...]:
    """`homes` and `practices` oldest first; only a change, never the first one, is news, and for 90 days."""
    found: list[Notice] = []
    if died_on is not None:
        source = f" (source: {death_source})" if death_source else ""
        found.append(Notice(kind="died", words=f"Died on {said(died_on)}{source}."))
    if review_reason:
        found.append(Notice(kind="review", words=f"Check who this is. {review_reason}"))
    if number_status == "disputed":
        found.append(Notice(kind="number", words="The NHS number given for this person belongs to somebody else here."))
    if restricted:
        words = "Restricted by the national service: the address and contact details are hidden."
        found.append(Notice(kind="restricted", words=words))
    if _news(homes, today):
        found.append(Notice(kind="moved", words=f"Moved to {homes[-1].named} on {said(homes[-1].since)}."))
    if _news(practices, today):
        words = f"Changed practice to {practices[-1].named} on {said(practices[-1].since)}."
        found.append(Notice(kind="changed_practice", words=words))
    return tuple(found)


def _news(changes: Sequence[Change], today: date) -> bool:
    return len(changes) > 1 and today - changes[-1].since <= MOVE_IS_NEWS_FOR
