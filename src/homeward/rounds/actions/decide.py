"""How is a visit put off safely, and what is done when nobody opens? Each step with who decided, never changed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.grammar.api import RoundPolicy
from homeward.rounds.models import Decision, Wish
from homeward.rounds.queries.asked import policy
from homeward.visits import api as visits


def defer(
    *, encounter_id: UUID, to: datetime, reason: str, risk: str, by: Actor, at: datetime, words: str = ""
) -> UUID:
    """Put a visit off to another moment, with the risk in words; returns the decision's id. The need's clocks go on. Raises Invalid."""
    with transaction.atomic():
        decision = _defer(encounter_id=encounter_id, to=to, reason=reason, risk=risk, words=words, by=by, at=at)
        visits.assign(
            encounter_id=encounter_id, planned_at=to, notice=f"Put off by {by.name}: {risk.strip()}", by=by, at=at
        )
    return decision


@action("round.defer", about=visits.person_of_encounter)
def _defer(
    *, encounter_id: UUID, to: datetime, reason: str, risk: str, words: str, by: Actor, at: datetime
) -> Happening[UUID]:
    how = _policy()
    chosen = next((each for each in how.deferral_reasons if each.code == reason), None)
    errors = {}
    if chosen is None:
        errors["reason"] = "Choose why the visit is put off."
    elif chosen.asks_for_words and not words.strip():
        errors["words"] = "Say the reason in your own words."
    if not risk.strip():
        errors["risk"] = "Say what the risk of waiting is, and why it may be taken."
    if to <= at:
        errors["to"] = "The new time must be in the future."
    if errors:
        raise Invalid(errors)
    was = visits.Encounter.objects.get(id=encounter_id)
    # the window the round knew was for the old time
    Wish.objects.filter(encounter_id=encounter_id).update(
        opens_at=to, closes_at=to, kept_by=[], said_by=by.name, said_at=at
    )
    return _kept(
        Decision(
            id=new_id(), person_id=was.person_id, encounter_id=encounter_id, kind="deferral", code=reason, words=words.strip(),
            risk=risk.strip(), moved_from=was.planned_at, moved_to=to, decided_by=by.name, decided_user=by.user_id, decided_at=at,
        ),
        was.team_code,
    )  # fmt: skip


@action("round.no_access", about=visits.person_of_encounter)
def no_access(*, encounter_id: UUID, step: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """One step of the protocol was taken, in the declared order; the last one says what was decided. Raises Invalid."""
    steps = _policy().no_access
    done = set(Decision.objects.filter(encounter_id=encounter_id, kind="no_access").values_list("code", flat=True))
    following = next((each for each in steps if each.code not in done), None)
    if following is None or following.code != step:
        said = f"Take this step first: {following.title}." if following else "Every step was taken already."
        raise Invalid({"step": said})
    if not words.strip():
        raise Invalid(
            {"words": "Say what you decided, and who will do it." if following.decides else "Say what you found."}
        )
    was = visits.Encounter.objects.get(id=encounter_id)
    return _kept(
        Decision(
            id=new_id(), person_id=was.person_id, encounter_id=encounter_id, kind="no_access", code=step, words=words.strip(),
            decided_by=by.name, decided_user=by.user_id, decided_at=at,
        ),
        was.team_code,
    )  # fmt: skip


def _kept(decision: Decision, team: str) -> Happening[UUID]:
    decision.save(force_insert=True)
    facts = {
        "kind": decision.kind, "code": decision.code, "team": team, "visit": str(decision.encounter_id),
        "to": decision.moved_to.isoformat() if decision.moved_to else None,
    }  # fmt: skip
    return Happening(
        result=decision.id, subject_kind="visit", subject_id=decision.encounter_id, person_id=decision.person_id, facts=facts,
        teams=(team,),
    )  # fmt: skip


def _policy() -> RoundPolicy:
    how = policy()
    if how is None:
        raise Invalid({"": "This place declares no policy of rounds, so visits are not put off here."})
    return how
