"""Is somebody like this here already? Asked while the details are being typed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.people.queries.candidates import Candidate, candidates
from homeward.people.queries.may_look import require
from homeward.people.queries.search import LOOKED_AT, row_of
from homeward.people.rules.details import PersonDetails, tidy
from homeward.people.rules.likeness import WORTH_SHOWING, Judged, Seen, judge

VERY_LIKE = 9.0  # birth date and family name, and the given name where it is told


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """Somebody who may be the person being typed. `caution` warns of a twin; `why` holds all of it as one sentence."""

    person_id: UUID
    name: str
    age: str
    birth_date: date | None
    postcode: str
    nhs_number: str
    why: str
    caution: str
    weight: float


def likenesses(*, details: PersonDetails, by: Actor, at: datetime, limit: int = 5) -> list[Likeness]:
    """The people here most like these details, likeliest first; none until there is enough to go by."""
    seen = seen_in(tidy(details))
    if not seen.nhs_number and not (seen.family and (seen.birth_date or seen.postcode or seen.given)):
        return []
    require(by, "person.search", "person.register", "referral.make", "referral.call", "referral.receive")
    with gate.search(by=by, at=at, what="looking for doubles"):
        return alike(seen, today=london_day(at))[:limit]


def doubtful(*, details: PersonDetails, by: Actor, at: datetime) -> list[Likeness]:
    """The people here of whom a row of a file may well tell, when its NHS number does not say; a human chooses.

    Fewer than `likenesses` shows beside a form: the birth date agrees, but for a slip of one part, and so do the names
    that were told. Among a million people somebody always shares a birthday and a family name.
    """
    seen = seen_in(tidy(details))
    require(by, "stay.admit")
    with gate.search(by=by, at=at, what="looking for doubles"):
        found = alike(seen, today=london_day(at))
    if seen.nhs_number and any(each.nhs_number == seen.nhs_number for each in found):
        return []
    return [each for each in found if each.weight >= VERY_LIKE and not each.caution][:5]


def seen_in(details: PersonDetails) -> Seen:
    """The parts of tidy details that tell people apart."""
    return Seen(
        family=details.family,
        given=details.given,
        birth_date=details.birth_date,
        sex=details.sex,
        postcode=details.postcode,
        nhs_number=details.nhs_number,
    )


def alike(seen: Seen, *, today: date) -> list[Likeness]:
    """The likenesses themselves. The gate must be open for a search."""
    best: dict[UUID, Likeness] = {}
    for each in candidates(seen, most=LOOKED_AT):
        judged = judge(seen, each.seen, sounds_alike=each.family_sounds, former=each.former)
        worth = judged.weight >= WORTH_SHOWING or judged.caution
        if worth and (each.person_id not in best or best[each.person_id].weight < judged.weight):
            best[each.person_id] = _likeness(each, judged, today=today)
    return sorted(best.values(), key=lambda found: (-found.weight, found.name, str(found.person_id)))


def _likeness(each: Candidate, judged: Judged, *, today: date) -> Likeness:
    row = row_of(each, judged, today=today)
    return Likeness(
        person_id=row.person_id,
        name=row.name,
        age=row.age,
        birth_date=row.birth_date,
        postcode=row.postcode,
        nhs_number=row.nhs_number,
        why=row.why,
        caution=judged.caution,
        weight=row.weight,
    )
