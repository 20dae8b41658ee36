"""How do tests get calls and arrivals? As the house gets them: through actions, in the declared place."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.front_door.api import AdviceDetails, ArrivalDetails, CallDetails, advise, arrive, take
from homeward.plans import api as plans
from tests.plumbing.people_at_work import staff

# A Tuesday evening in winter, so that London's clocks show the same.
FELL = datetime(2026, 3, 3, 19, 40, tzinfo=UTC)
TAKEN, ADVISED = FELL + timedelta(minutes=1), FELL + timedelta(minutes=8)
LINE, TEAM = "opal-plus", "opal-plus"


def after(minutes: float) -> datetime:
    """A moment so many minutes after the fall."""
    return FELL + timedelta(minutes=minutes)


def clinician(*, teams: tuple[str, ...] = (TEAM,), name: str = "Dr Amara Nwosu") -> Actor:
    """Somebody who answers the line."""
    return staff(role="front-door-clinician", teams=teams, name=name)


def a_call(person_id: UUID | None, **other: Any) -> CallDetails:
    """A crew at the side of somebody who fell and would be taken to hospital."""
    given: dict[str, Any] = {
        "line": LINE, "caller_kind": "crew", "caller_name": "Kate Hadley", "caller_phone": "07700 900123",
        "caller_organisation": "Ambulance service", "question": "Fell by the bed, no injury found. Must she go in?",
        "need_code": "fall", "intended": "convey", "answered_at": FELL, "person_id": person_id, "waited_seconds": 20,
    }  # fmt: skip
    return CallDetails(**{**given, **other})


def taken(
    person_id: UUID | None, *, by: Actor | None = None, at: datetime = TAKEN, key: str | None = None, **other: Any
) -> UUID:
    """A call that was taken a minute after it was answered."""
    return take(details=a_call(person_id, **other), by=by or clinician(), at=at, key=key)


def some_advice(outcome: str = "stay", *, at: datetime = ADVISED, **other: Any) -> AdviceDetails:
    """Advice with a ring back in the morning."""
    given: dict[str, Any] = {
        "outcome": outcome, "words": "Safe to stay with help tonight.", "safety_words": "Ring 999 if drowsy or in pain.",
        "safety_due_at": at + timedelta(hours=14), "told": "Kate Hadley", "decided_by": "Dr Amara Nwosu",
        "decided_role": "Consultant geriatrician",
    }  # fmt: skip
    return AdviceDetails(**{**given, **other})


def advised(
    person_id: UUID | None, outcome: str = "stay", *, by: Actor | None = None, at: datetime = ADVISED, **call: Any
) -> UUID:
    """A call with its advice; returns the call's id."""
    by = by or clinician()
    answered = {"answered_at": at - timedelta(minutes=8)}
    made = taken(person_id, by=by, at=at - timedelta(minutes=7), **{**answered, **call})
    advise(call_id=made, advice=some_advice(outcome, at=at), by=by, at=at)
    return made


def at_the_door(*, door: str = "heartlands", name: str = "Nell Ash") -> Actor:
    """Somebody who meets people at a hospital's front door."""
    return staff(role="front-door-clinician", teams=(f"opal-{door}",), name=name)


def came(
    person_id: UUID, *, by: Actor | None = None, at: datetime = FELL, key: str | None = None, way: str = "ambulance",
    door: str = "heartlands", signs: tuple[str, ...] = (),
) -> UUID:  # fmt: skip
    """Somebody who came to the door of Heartlands by ambulance."""
    details = ArrivalDetails(
        person_id=person_id, door=door, way=way, arrived_at=at, why_words="Fell at home", signs=signs
    )
    return arrive(details=details, by=by or at_the_door(door=door), at=at, key=key)


def screened(person_id: UUID, *, by: Actor, at: datetime, frailty: int) -> UUID:
    """The declared screening form, finished: a frailty number, and a clear 4AT."""
    answers: dict[str, float | str | bool] = {
        "frailty": float(frailty),
        "alertness": "normal",
        "amt4": "0",
        "months": "7-or-more",
        "acute": False,
    }
    typed = {link: plans.Typed(value=value) for link, value in answers.items()}
    kept = plans.save_progress(person_id=person_id, code="front-door-screening", seen=0, answers=typed, by=by, at=at)
    return plans.finish(response_id=kept.response_id, by=by, at=at)
