"""How does a stay end? When the person has left, and not when leaving was ordered."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import aware, within_the_minute
from homeward.grammar.api import Destination
from homeward.hospital.actions.beds import reserve
from homeward.hospital.actions.held import held
from homeward.hospital.actions.plan_follow_up import plan_follow_up
from homeward.hospital.models import Choice, Criterion, Stay, WardPeriod
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.queries.policy import policy
from homeward.hospital.rules.choosing import really_taken, why_fault
from homeward.hospital.rules.ready import days_ready, ready_at

NOT_TOLD = "not-told"  # a feed says where they went, never why


@action("stay.leave", about=person_of_stay)
def leave(
    *, stay_id: UUID, left_at: datetime, destination: str, by: Actor, at: datetime, pathway: str = "",
    why_code: str = "", why_words: str = "",
) -> Happening[UUID]:  # fmt: skip
    """They left at `left_at` for `destination`; returns the stay's id. Raises Invalid, Clash when they had left before.

    `pathway` is the one really taken; where none is told it follows from the destination. Another one than was
    recommended needs a reason. Nobody goes on looking after them because of the stay, but the hub where it must find out what became of them.
    """
    stay = held(stay_id, "record that they left", by=by)
    ends_at = policy().destination(destination)
    now = WardPeriod.objects.select_for_update().get(stay=stay, to_at=None)
    said = list(Criterion.objects.filter(stay=stay))
    moment = max(within_the_minute(aware(left_at), began=each) for each in (now.from_at, *(row.from_at for row in said)))
    errors = {}
    if ends_at is None:
        errors["destination"] = "Choose where they went."
    if moment > at:
        errors["left_at"] = "Record it once they have left."
    elif moment < now.from_at:
        errors["left_at"] = "They came to this ward later than that."
    if errors or ends_at is None:
        raise Invalid(errors)
    taken = _taken(stay, ends_at, pathway, why_code, why_words, by, at)
    now.to_at = moment
    now.save(update_fields=["to_at"])
    ready = ready_at(said, left_at=moment)
    stay.left_at, stay.destination_code, stay.version = moment, ends_at.code, stay.version + 1
    stay.ready_at, stay.actual = ready, taken
    stay.standing = "no_longer_meets" if ready else "meets" if stay.standing != "unknown" else "unknown"
    stay.save()
    asked_about = ends_at.kind != "died" and plan_follow_up(stay, taken, at)
    if ends_at.kind != "community_bed":  # a bed that they are on their way to stays theirs
        reserve.over(stay.id, by=by, at=at, why="stay.leave")
    relationships.end(stay.id, at=at)
    if asked_about:
        relationships.grant(stay.person_id, stay.hub_team, kind="stay", source_id=stay.id, at=at)
    facts = {
        "hospital": stay.hospital_code, "ward": stay.ward_code, "destination": ends_at.code, "kind": ends_at.kind,
        "happened_at": moment.isoformat(), "ready_at": ready.isoformat() if ready else None,
        "days_ready": days_ready(ready, moment), "pathway": taken, "recommended": stay.recommended,
    }  # fmt: skip
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip


def _taken(
    stay: Stay, ends_at: Destination, pathway: str, why_code: str, why_words: str, by: Actor, at: datetime
) -> str:
    """The pathway really taken, kept with its reason where it is not the one recommended."""
    if pathway and policy().pathway(pathway) is None:
        raise Invalid({"pathway": "Choose the way home they really took."})
    taken = really_taken(policy(), kind=ends_at.kind, agreed=stay.agreed, recommended=stay.recommended, told=pathway)
    if not taken:
        return ""
    differs = bool(stay.recommended) and taken != stay.recommended
    if differs and not why_code:
        agreed = (
            Choice.objects.filter(stay=stay, kind="agreed", pathway=taken, differs=True).order_by("chosen_at").last()
        )
        why_code, why_words = (agreed.why_code, agreed.why_words) if agreed else (why_code, why_words)
    if differs and not why_code and by.kind != "staff":
        why_code, why_words = NOT_TOLD, "The ward's system did not say why."
    elif differs:
        faults = why_fault(policy().why_otherwise, code=why_code, words=why_words)
        if faults:
            raise Invalid(faults)
    Choice.objects.create(
        id=new_id(), person_id=stay.person_id, stay=stay, kind="actual", pathway=taken, differs=differs,
        why_code=why_code if differs else "", why_words=why_words.strip(), chosen_at=at, chosen_by=by.name,
    )  # fmt: skip
    return taken
