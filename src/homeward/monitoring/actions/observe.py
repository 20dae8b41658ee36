"""How is a set of observations kept? As told: what was not measured stays unmeasured, and a partial set is no score."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware
from homeward.monitoring.actions.consider import consider, measured_at
from homeward.monitoring.actions.held import happened, held, looked, policy_of
from homeward.monitoring.models import ObservationSet, Stay
from homeward.monitoring.queries.person_of import person_of_stay
from homeward.monitoring.rules.scoring import Value, checked, scored
from homeward.monitoring.vocabulary import Source
from homeward.plans.api import Scored

EARLIEST = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class Observed:
    """What came of a set: its id, its score, when the next is due, and the alert that it raised, if any."""

    set_id: UUID
    scored: Scored
    next_due_at: datetime | None
    alert_id: UUID | None
    again: bool = False


@action("monitoring.observe", about=person_of_stay)
def observe(
    *,
    stay_id: UUID,
    signs: Mapping[str, Value | None],
    taken_at: datetime,
    by: Actor,
    at: datetime,
    source: Source = "staff",
    worried: bool = False,
    words: str = "",
    key: str | None = None,
) -> Happening[Observed]:
    """Keep what was measured at `taken_at`. The same `key` twice is one set. Raises Invalid with a sentence for each sign."""
    stay = held(stay_id, by=by)
    _whose(stay, by)
    policy = policy_of(stay)
    moment = measured_at(stay, aware(taken_at))
    if key and (known := ObservationSet.objects.filter(key=key, stay=stay).first()):
        return _again(known, stay, policy.score)
    told = _told(signs, policy.score, moment, stay, at=at, said=worried or bool(words.strip()))
    found = scored(told, score=policy.score, scale=stay.spo2_scale)
    row = ObservationSet.objects.create(
        id=new_id(), stay=stay, person_id=stay.person_id, taken_at=moment, recorded_at=at, source=source,
        actor_name=by.name, spo2_scale=stay.spo2_scale, total=found.total, response=found.response,
        at_least=found.at_least, worried=worried, words=words.strip(), key=key, **told,
    )  # fmt: skip
    looked(stay, by=by, at=at)
    alert = consider(stay, policy, row, found, at=at)
    stay.save()
    result = Observed(set_id=row.id, scored=found, next_due_at=stay.next_due_at, alert_id=alert)
    facts = {
        "set": str(row.id), "source": source, "whole": found.total is not None, "total": found.total,
        "response": found.response, "missing": list(found.missing), "happened_at": moment.isoformat(),
    }  # fmt: skip
    return happened(stay, result, facts)


def _told(
    signs: Mapping[str, Value | None], score: str, moment: datetime, stay: Stay, *, at: datetime, said: bool
) -> dict[str, Value | None]:
    errors: dict[str, str] = {}
    if moment > at:
        errors["taken_at"] = "The time cannot be in the future. Enter when you measured."
    elif moment < stay.started_at - EARLIEST:
        errors["taken_at"] = "That is long before they joined the ward. Check the time."
    try:
        told = checked(signs, score=score)
    except Invalid as wrong:
        raise Invalid({**errors, **wrong.errors}) from None
    if not said and not any(value is not None for value in told.values()):
        errors[next(iter(told))] = "Enter at least one measurement, or say why they are not being measured."
    if errors:
        raise Invalid(errors)
    return told


def _whose(stay: Stay, by: Actor) -> None:
    if by.kind == "citizen" and by.person_id != stay.person_id:
        raise NotPermitted("These are somebody else's measurements.", next_step="Go back to your own page.")


def _again(row: ObservationSet, stay: Stay, score: str) -> Happening[Observed]:
    signs = {name: getattr(row, name) for name in checked({}, score=score)}
    found = scored(signs, score=score, scale=row.spo2_scale)
    told = Observed(set_id=row.id, scored=found, next_due_at=stay.next_due_at, alert_id=None, again=True)
    return happened(stay, told, {"set": str(row.id), "again": True})
