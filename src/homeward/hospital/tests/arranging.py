"""How do these tests get somebody into hospital? As the house does: through actions, in the declared place."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.hospital.api import admit
from homeward.referrals.tests.arranging import MORNING, person
from tests.plumbing.people_at_work import staff

HOSPITAL, WARD, OTHER_WARD, ELSEWHERE = "heartlands-hospital", "older-people-a", "stroke", "good-hope-hospital"
FLOW, HUB = "flow-heartlands", "transfer-of-care-hub"


def days(number: float) -> datetime:
    """So many days after that morning."""
    return MORNING + timedelta(days=number)


def ward(*, name: str = "Declan Walsh", team: str = FLOW) -> Actor:
    """Somebody who works on the wards."""
    return staff(role="ward-flow", teams=(team,), name=name)


def hub(*, name: str = "Asha Patel") -> Actor:
    """Somebody of the transfer-of-care hub."""
    return staff(role="hub-coordinator", teams=(HUB,), name=name)


def admitted(*, by: Actor | None = None, at: datetime = MORNING, **told: Any) -> tuple[UUID, UUID]:
    """A person admitted to an older people's ward: (person, stay)."""
    person_id = person(at=MORNING)
    given: dict[str, Any] = {"hospital": HOSPITAL, "ward": WARD, "admitted_at": at, "method": "emergency"} | told
    return person_id, admit(person_id=person_id, by=by or ward(), at=at, **given)
