"""How do tests get people, staff and referrals? As the house gets them: through actions, in the declared place."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.people.api import PersonDetails, register
from homeward.referrals.api import ReferralDetails, Requester, ServiceRequest, accept, place, receive, triage
from tests.plumbing.people_at_work import staff

MORNING = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
EAST_WARD, EAST_PRACTICE = "E05011118", ""
HUB, TEAM, OTHER_TEAM = "hub-east", "ucr-east", "dn-east"
SERVICE, OTHER_SERVICE = "urgent-community-response", "district-nursing"
AT_HOME = {"where-now": "home"}


def after(minutes: float, *, since: datetime = MORNING) -> datetime:
    """A moment so many minutes later."""
    return since + timedelta(minutes=minutes)


def coordinator(*, team: str = HUB, name: str = "Asha Patel") -> Actor:
    """Somebody who works in a hub."""
    return staff(role="hub-coordinator", teams=(team,), name=name)


def clinician(*, team: str = HUB, name: str = "Ben Osei") -> Actor:
    """A clinician of a hub."""
    return staff(role="hub-clinician", teams=(team,), name=name)


def lead(*, team: str = TEAM, name: str = "Chloe Ward") -> Actor:
    """Somebody who leads a community team."""
    return staff(role="team-lead", teams=(team,), name=name)


def gp(*, name: str = "Dr Imran Shah") -> Actor:
    """A GP who refers."""
    return staff(role="gp", organisation="bsol-icb", teams=("place-office",), name=name)


def person(*, by: Actor | None = None, at: datetime = MORNING, **details: Any) -> UUID:
    """A new person of the east; returns their id."""
    given: dict[str, Any] = {
        "family": "Cole",
        "given": "Ivy",
        "birth_date": date(1941, 5, 6),
        "sex": "female",
        "ward_code": east_ward(),
        "usual_place": "home",
    } | details
    return register(details=PersonDetails(**given), by=by or coordinator(), at=at).id


def east_ward() -> str:
    """A ward of the locality that the hub of these tests serves."""
    from homeward.directory.api import place  # only once Django is ready

    areas = place().areas.values()
    return next(
        area.code
        for area in areas
        if area.kind == "ward" and any(link.code == "east" and link.valid_to is None for link in area.within)
    )


def received(
    *,
    by: Actor | None = None,
    at: datetime = MORNING,
    person_id: UUID | None = None,
    key: str | None = None,
    answers: Mapping[str, Any] = AT_HOME,
    **details: Any,
) -> ServiceRequest:
    """A referral for a fall, from a GP unless another sends it."""
    sender = by or gp()
    given: dict[str, Any] = {
        "person_id": person_id or person(at=at),
        "source": "web",
        "requester": Requester(name=sender.name, organisation="Elm Surgery", phone="0121 496 0000", kind="gp"),
        "need_code": "fall",
        "wants_words": "To stay at home",
        "answers": answers,
    } | details
    return receive(details=ReferralDetails(**given), by=sender, at=at, idempotency_key=key)


def anything() -> str:
    """A text nobody used before."""
    return str(new_id())


def triaged(
    referral: ServiceRequest | None = None, *, at: datetime = MORNING, urgency: str = "two-hours"
) -> ServiceRequest:
    """A referral whose urgency is decided."""
    referral = referral or received(at=at)
    return triage(
        referral_id=referral.id,
        answers={"alone-now": True},
        urgency=urgency,
        words="Rung and heard",
        by=clinician(),
        at=at,
        expected_version=referral.version,
    )


def placed(
    referral: ServiceRequest | None = None,
    *,
    at: datetime = MORNING,
    service: str = SERVICE,
    team: str = TEAM,
) -> ServiceRequest:
    """A referral that a team has been asked to take."""
    referral = referral or triaged(at=at)
    return place(
        referral_id=referral.id,
        service_code=service,
        team_code=team,
        why="Best placed",
        by=coordinator(),
        at=at,
        expected_version=referral.version,
    )


def accepted(
    referral: ServiceRequest | None = None, *, at: datetime = MORNING, by: Actor | None = None
) -> ServiceRequest:
    """A referral that a team has taken."""
    referral = referral or placed(at=at)
    return accept(referral_id=referral.id, by=by or lead(), at=at, expected_version=referral.version)


@action("visit.record_contact", about=lambda given: given["person_id"])
def seen(*, person_id: UUID, referral_id: UUID, by: Actor, at: datetime, in_person: bool = True) -> Happening[None]:
    """What the hub hears when a team member records a visit; the visit itself is the business of a higher package."""
    facts = {"referral_id": str(referral_id), "in_person": in_person}
    return Happening(result=None, subject_kind="encounter", subject_id=new_id(), person_id=person_id, facts=facts)


def now_is(referral: ServiceRequest) -> ServiceRequest:
    """The referral as it stands in the database."""
    with gate.job("demo", by=system("demo"), at=MORNING):
        return ServiceRequest.objects.get(id=referral.id)
