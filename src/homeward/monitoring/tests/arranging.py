"""How do tests get somebody on a virtual ward, and colleagues who look after them? As the house gets them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.access.api import gate, relationships, system
from homeward.capacity.api import report
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.monitoring.api import Observed, StayView, admit, observe, stay_page
from homeward.monitoring.models import Stay
from homeward.referrals.tests.arranging import MORNING, after, person, received
from tests.plumbing.people_at_work import staff

WARD, WARD_TEAM, NIGHT_TEAM = "virtual-ward-frailty", "vw-frailty", "single-point-of-access"
WELL: dict[str, Any] = {
    "respiratory_rate": 16.0, "spo2": 97.0, "supplemental_oxygen": "0", "systolic_bp": 128.0, "heart_rate": 72.0,
    "consciousness": "A", "temperature": 36.8,
}  # fmt: skip
__all__ = ["MORNING", "after", "person"]


def ward_nurse(name: str = "Bea Mullen", team: str = WARD_TEAM) -> Actor:
    """A nurse of the frailty virtual ward."""
    return staff(role="community-nurse", teams=(team,), name=name)


def consultant(name: str = "Dr Amara Nwosu") -> Actor:
    """The senior clinician of the ward."""
    return staff(role="ward-senior", teams=(WARD_TEAM,), name=name)


def night_clinician(name: str = "Grace Okafor") -> Actor:
    """Whoever holds the night at the single point of access."""
    return staff(role="hub-clinician", teams=(NIGHT_TEAM,), name=name)


def yes(service: str = WARD) -> dict[str, bool]:
    """Every check of joining is met."""
    policy = directory.place().monitoring_of(service)
    assert policy is not None
    return {check.code: True for check in policy.joining}


def places(free: int = 5, *, at: datetime = MORNING, service: str = WARD, team: str = WARD_TEAM) -> UUID:
    """The ward has said how many places are free."""
    return report(service_code=service, team_code=team, free=free, total=40, by=system("demo"), at=at)


def needing(*, at: datetime = MORNING, team: str = WARD_TEAM, **details: Any) -> tuple[UUID, UUID]:
    """(person, need): a need that this team looks after."""
    referral = received(at=at, **details)
    with gate.person(referral.person_id, by=system("demo"), at=at, why="arranging"):
        relationships.grant(referral.person_id, team, kind="episode", source_id=referral.id, at=at)
    return referral.person_id, referral.id


def on_the_ward(*, at: datetime = MORNING, by: Actor | None = None, **words: Any) -> UUID:
    """A stay that began at `at`."""
    places(at=at - timedelta(minutes=1))
    person_id, referral_id = needing(at=at)
    given: dict[str, Any] = {"checks": yes(), "senior_name": "Dr Amara Nwosu"} | words
    return admit(
        person_id=person_id, referral_id=referral_id, service_code=WARD, team_code=WARD_TEAM, by=by or ward_nurse(),
        at=at, **given,
    )  # fmt: skip


def seen(stay_id: UUID, *, at: datetime, by: Actor | None = None, **changed: Any) -> Observed:
    """A whole set of a well person, with these signs changed; None leaves one out."""
    more = {name: changed.pop(name) for name in ("worried", "words", "key", "source", "taken_at") if name in changed}
    told = {"taken_at": at, **more}
    return observe(stay_id=stay_id, signs={**WELL, **changed}, by=by or ward_nurse(), at=at, **told)


def now(stay_id: UUID) -> Stay:
    """The row as it stands."""
    with gate.job("demo", by=system("demo"), at=MORNING):
        return Stay.objects.get(id=stay_id)


def page(stay_id: UUID, *, at: datetime, by: Actor | None = None) -> StayView:
    """The stay as a colleague sees it."""
    return stay_page(stay_id, by=by or ward_nurse(), at=at)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)
