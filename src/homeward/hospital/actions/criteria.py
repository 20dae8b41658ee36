"""How is it said that somebody does, or no longer does, need to be in hospital? By adding to the history, never by changing it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware, within_the_minute
from homeward.hospital.actions.held import held
from homeward.hospital.models import Criterion, Stay
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.rules.ready import ready_at, standing


@action("stay.criteria", about=person_of_stay)
def criteria(
    *,
    stay_id: UUID,
    meets: bool,
    from_at: datetime,
    by: Actor,
    at: datetime,
    reasons: Sequence[str] = (),
    words: str = "",
) -> Happening[Stay]:
    """From `from_at` on the person meets criteria to reside (`reasons` say which), or no longer does; returns the stay.

    The date they were ready to leave follows from the whole history by the rule, and is never typed. Raises Invalid.
    """
    stay = held(stay_id, "say whether they need to be in hospital", by=by)
    moment = within_the_minute(aware(from_at), began=stay.admitted_at)
    known = {each.code for each in policy().criteria}
    errors = {}
    if meets and not set(reasons) & known:
        errors["reasons"] = "Choose why they need to be in hospital."
    if set(reasons) - known:
        errors["reasons"] = "Choose from the list of criteria."
    if not meets and reasons:
        errors["reasons"] = "Somebody who meets a criterion is not yet ready to leave."
    if moment > at:
        errors["from_at"] = "This cannot be said of the future."
    if moment < stay.admitted_at:
        errors["from_at"] = "That is before they were admitted."
    if errors:
        raise Invalid(errors)
    return _said(stay, by, at, meets=meets, from_at=moment, reasons=list(reasons) if meets else [], words=words.strip())


@action("stay.criteria_void", about=person_of_stay)
def void_criteria(*, stay_id: UUID, number: int, words: str, by: Actor, at: datetime) -> Happening[Stay]:
    """The saying with this number was an error, because of `words`; both stay in the history. Raises Invalid."""
    stay = held(stay_id, "correct what was said", by=by)
    row = Criterion.objects.filter(stay=stay, number=number, voids=None).first()
    if row is None or Criterion.objects.filter(stay=stay, voids=number).exists():
        raise Invalid({"number": "There is nothing to correct under that number."})
    if not words.strip():
        raise Invalid({"words": "Say what was wrong with it."})
    return _said(stay, by, at, meets=row.meets, from_at=row.from_at, reasons=[], words=words.strip(), voids=number)


def _said(
    stay: Stay, by: Actor, at: datetime, *, meets: bool, from_at: datetime, reasons: list[str], words: str,
    voids: int | None = None,
) -> Happening[Stay]:  # fmt: skip
    history = list(Criterion.objects.filter(stay=stay).order_by("number"))
    row = Criterion.objects.create(
        id=new_id(), person_id=stay.person_id, stay=stay, number=len(history) + 1, meets=meets, reasons=reasons,
        words=words, from_at=from_at, voids=voids, said_at=at, said_by=by.name,
        said_team=next((team for team in by.teams if team in (stay.flow_team, stay.hub_team)), ""),
    )  # fmt: skip
    before = stay.ready_at
    stay.standing, stay.ready_at = standing([*history, row]), ready_at([*history, row])
    stay.version += 1
    stay.save(update_fields=["standing", "ready_at", "version"])
    facts = {
        "standing": stay.standing, "meets": meets, "reasons": reasons, "happened_at": from_at.isoformat(), "voids": voids,
        "ready_at": stay.ready_at.isoformat() if stay.ready_at else None,
        "ready_before": before.isoformat() if before else None,
    }  # fmt: skip
    return Happening(
        result=stay, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip
