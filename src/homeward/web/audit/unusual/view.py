"""Which openings stand out?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.audit.names import full_names, known_people
from homeward.web.page import PageRequest, page, show

TITLES: tuple[tuple[access.Sign, str, str], ...] = (
    ("own_record", "Perhaps their own record", "Staff who opened the record of somebody with their own full name."),
    ("own_name", "Same family name", "Staff who opened the record of somebody with their own family name."),
    (
        "same_street",
        "Neighbours",
        "Staff who opened the record of somebody at the postcode where they seem to live themselves.",
    ),
    (
        "colleague",
        "Colleagues",
        "Staff who opened the record of somebody with the name of a colleague in their organisation.",
    ),
    (
        "ended",
        "No longer looked after",
        "Records opened by a team more than a week after it stopped looking after the person.",
    ),
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
    ("many_in_an_hour", "Many records in an hour", "At least 20 people within one hour."),
    ("out_of_hours", "At night", "Records opened between 10pm and 6am by people who rarely work then."),
)


@page("audit.view", methods=("GET",))
def unusual(request: PageRequest) -> HttpResponse:
    """Signs of the last four weeks. They are reasons to ask, not findings."""

    def told(ids: list[UUID]) -> Mapping[UUID, access.Known]:
        return known_people(ids, by=request.actor, at=request.at)

    signs = access.unusual_access(by=request.actor, at=request.at, people=told)
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
