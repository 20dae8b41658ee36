"""Which openings stand out?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.audit.names import families, full_names
from homeward.web.page import PageRequest, page, show

TITLES: tuple[tuple[access.Sign, str, str], ...] = (
    ("own_name", "Same family name", "Staff who opened the record of somebody with their own family name."),
    ("refused", "Refused", "Records that somebody tried to open and could not."),
    (
        "no_work",
        "No work with the person",
        "Records opened by an organisation that has recorded no work with the person.",
    ),
    (
        "many_records",
        "Many records in a day",
        "At least 30 people in one day, and three times what is usual for the role.",
    ),
    ("out_of_hours", "At night", "Records opened between 10pm and 6am by people who rarely work then."),
)


@page("audit.view", methods=("GET",))
def unusual(request: PageRequest) -> HttpResponse:
    """Signs of the last four weeks. They are reasons to ask, not findings."""

    def named(ids: list[UUID]) -> Mapping[UUID, str]:
        return families(ids, by=request.actor, at=request.at)

    signs = access.unusual_access(by=request.actor, at=request.at, families=named)
    people = {each.person_id for found in signs.values() for each in found}
    context = {
        "groups": [(title, words, _by_actor(signs[code])) for code, title, words in TITLES],
        "names": full_names(people, by=request.actor, at=request.at),
    }
    return show(request, "audit/unusual/page.html", context)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One row: what one actor did, with all the people it concerns."""

    who: str
    actor_id: UUID | None
    words: str
    at: datetime
    people: tuple[UUID, ...]


def _by_actor(signs: Iterable[access.Unusual]) -> list[Shown]:
    """One row an actor, the latest first."""
    grouped: dict[tuple[UUID | None, str, str], list[access.Unusual]] = {}
    for sign in signs:
        grouped.setdefault((sign.actor_id, sign.who, sign.words), []).append(sign)
    rows = [
        Shown(
            who=who,
            actor_id=actor_id,
            words=words,
            at=max(each.at for each in found),
            people=tuple(each.person_id for each in found if each.person_id),
        )
        for (actor_id, who, words), found in grouped.items()
    ]
    return sorted(rows, key=lambda row: row.at, reverse=True)
