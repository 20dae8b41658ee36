"""How is a contact written down? Once, however often the button was pressed, with the moment the person was seen."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action, all_or_nothing
from homeward.foundation.moments import aware
from homeward.referrals import api as referrals
from homeward.visits.actions.check_contact import Answers, checked, moment_meant
from homeward.visits.actions.held import held
from homeward.visits.actions.keep_answers import keep_answers
from homeward.visits.actions.without_signal import Offline, made_by, recorded_offline
from homeward.visits.models import Encounter
from homeward.visits.queries.person_of import encounter_with_key, person_of_encounter
from homeward.visits.vocabulary import SEEN_CODE, Way


class _Recorded(Exception):
    """The same page has recorded this contact already."""


def record_contact(
    *,
    encounter_id: UUID,
    contact_at: datetime,
    by: Actor,
    at: datetime,
    way: Way = "in_person",
    words: str = "",
    outcome: str = "",
    answers: Answers | None = None,
    key: str | None = None,
    offline: Offline | None = None,
) -> UUID:
    """The person was seen or spoken to at `contact_at`; returns the visit's id. The same `key` twice makes one contact.

    `offline`: it was written down without a signal, and arrives only now. `answers` are by form and link id.
    `outcome`, one of the service's, ends the episode as well. Raises Invalid, Clash.
    """
    if key and encounter_with_key(key) == encounter_id:
        return encounter_id
    try:
        with transaction.atomic(), all_or_nothing():
            episode_id = _record(
                encounter_id=encounter_id, contact_at=contact_at, way=way, words=words, outcome=outcome,
                answers=answers or {}, key=key, offline=offline, by=by, at=at,
            )  # fmt: skip
            if outcome and episode_id:
                episodes.close_episode(episode_id=episode_id, outcome=outcome, words=words, by=by, at=at)
    except _Recorded:
        pass
    return encounter_id


@action("visit.record_contact", about=person_of_encounter)
def _record(
    *, encounter_id: UUID, contact_at: datetime, way: Way, words: str, outcome: str, answers: Answers,
    key: str | None, offline: Offline | None, by: Actor, at: datetime,
) -> Happening[UUID | None]:  # fmt: skip
    encounter = _held(encounter_id, key, by)
    moment = moment_meant(encounter, aware(contact_at))
    forms = checked(encounter, moment, way=way, outcome=outcome, answers=answers, at=at)
    encounter.state, encounter.way, encounter.contact_at, encounter.recorded_at = "seen", way, moment, at
    made_by(encounter, offline, by=by)
    encounter.read_before = access.read_before(
        encounter.person_id, team=encounter.team_code, who=encounter.practitioner_user, moment=moment
    )  # fmt: skip
    encounter.words, encounter.outcome_code, encounter.contact_key = words.strip(), outcome, key
    encounter.save()
    keep_answers(encounter, forms, by=by, at=at)
    facts = {
        "referral_id": str(encounter.referral_id), "team": encounter.team_code, "way": way,
        "in_person": way == "in_person", "happened_at": moment.isoformat(), "outcome": outcome, "attended": SEEN_CODE,
        "forms": sorted(forms), **recorded_offline(offline),
    }  # fmt: skip
    return Happening(
        result=encounter.episode_id, subject_kind="visit", subject_id=encounter.id, person_id=encounter.person_id,
        facts=facts, teams=(encounter.team_code,),
    )  # fmt: skip


def _held(encounter_id: UUID, key: str | None, by: Actor) -> Encounter:
    """The visit, locked. Whoever held the lock before may have been this same press of the button."""
    referral_id = Encounter.objects.filter(id=encounter_id).values_list("referral_id", flat=True).first()
    if referral_id is not None:
        referrals.locked(referral_id)
    if key and Encounter.objects.filter(id=encounter_id, contact_key=key).exists():
        raise _Recorded
    return held(encounter_id, "record this visit", by=by)
