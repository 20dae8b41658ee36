"""How is it written down that nobody was seen? With a reason, and with what happens next, so that the need is not dropped."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.visits.actions.held import held
from homeward.visits.actions.plan import plan
from homeward.visits.actions.without_signal import Offline, made_by, recorded_offline
from homeward.visits.models import Encounter
from homeward.visits.queries.person_of import person_of_encounter
from homeward.visits.vocabulary import NOT_SEEN


def not_seen(
    *,
    encounter_id: UUID,
    reason: str,
    by: Actor,
    at: datetime,
    words: str = "",
    next_at: datetime | None = None,
    offline: Offline | None = None,
) -> UUID:
    """Nobody was seen; returns the visit's id. Another visit is planned for `next_at`, or a task to find the person is added.

    The need's clocks go on: an attempt is no answer. `offline`: written down without a signal. Raises Invalid, Clash.
    """
    with transaction.atomic():
        encounter = _not_seen(
            encounter_id=encounter_id, reason=reason, words=words, next_at=next_at, offline=offline, by=by, at=at
        )
        house = access.system("cascade")
        if next_at is not None:
            plan(
                person_id=encounter.person_id, referral_id=encounter.referral_id, episode_id=encounter.episode_id,
                team_code=encounter.team_code, planned_at=next_at, due_at=encounter.due_at, purpose="Try again",
                by=house, at=at,
            )  # fmt: skip
        else:
            episodes.add_task(
                person_id=encounter.person_id, subject_id=encounter.referral_id, subject_kind="referral", episode_id=encounter.episode_id,
                title=f"Find out what happened and plan the next visit: {NOT_SEEN[reason].title.lower()}",
                owner_team=encounter.team_code, due_at=encounter.due_at, done_on_kind="visit.plan", by=house, at=at,
            )  # fmt: skip
    return encounter_id


@action("visit.not_seen", about=person_of_encounter)
def _not_seen(
    *,
    encounter_id: UUID,
    reason: str,
    words: str,
    next_at: datetime | None,
    offline: Offline | None,
    by: Actor,
    at: datetime,
) -> Happening[Encounter]:
    errors = {}
    if reason not in NOT_SEEN:
        errors["reason"] = "Choose why the person was not seen."
    elif NOT_SEEN[reason].asks_for_words and not words.strip():
        errors["words"] = "Say what happened, so that the next visitor knows."
    if next_at is not None and next_at <= at:
        errors["next_at"] = "The next visit must be in the future."
    if errors:
        raise Invalid(errors)
    encounter = held(encounter_id, "record this visit", by=by)
    encounter.state, encounter.not_seen_code, encounter.words, encounter.recorded_at = (
        "not_seen",
        reason,
        words.strip(),
        at,
    )
    made_by(encounter, offline, by=by)
    encounter.save()
    facts = {
        "referral_id": str(encounter.referral_id), "team": encounter.team_code, "reason": reason,
        "attended": NOT_SEEN[reason].attended_code, "next_at": next_at.isoformat() if next_at else None,
        **recorded_offline(offline),
    }  # fmt: skip
    return Happening(
        result=encounter, subject_kind="visit", subject_id=encounter.id, person_id=encounter.person_id, facts=facts,
        teams=(encounter.team_code,),
    )  # fmt: skip
