"""Which events does the hub hear of, and what does it do by itself, in the same transaction?"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward.access.api import declare_job, system
from homeward.directory.api import place
from homeward.episodes.api import set_hub_of
from homeward.foundation import events
from homeward.foundation.actions import all_or_nothing
from homeward.foundation.events import EventRow
from homeward.foundation.moments import clock_face, london
from homeward.referrals.actions.carry import carry
from homeward.referrals.actions.close import close, death_code
from homeward.referrals.actions.contact import contact
from homeward.referrals.actions.escalate import DUTY
from homeward.referrals.actions.moving import ENDS_OR_RETURNS
from homeward.referrals.actions.telling import tell
from homeward.referrals.actions.with_parts import keep_in_line, open_parts
from homeward.referrals.models import ServiceRequest
from homeward.referrals.queries.known_facts import known
from homeward.referrals.queries.referral import shown
from homeward.referrals.queries.whose import hub_of
from homeward.referrals.vocabulary import CARE_WITHDRAWN

JOB = "cascade"


def subscribe_all() -> None:
    """Hear of visits, episodes, deaths, moves, stays in hospital, wholes and parts that end or come back; say which hub answers for a need."""
    declare_job(DUTY, words="giving needs to the hub on duty", permits=("referral.hand_over",))
    set_hub_of(hub_of)
    events.subscribe("visit.record_contact", was_seen)
    events.subscribe("episode.close", care_ended)
    events.subscribe("person.die", person_died)
    events.subscribe("person.move", person_moved)
    events.subscribe("stay.admit", went_into_hospital)
    events.subscribe("stay.leave", left_hospital)
    events.subscribe("stay.strike", never_in_hospital)
    events.subscribe("access.glass_broken", opened_out_of_turn)
    for kind in ENDS_OR_RETURNS:
        events.subscribe(f"referral.{kind}", whole_or_part_changed)


def was_seen(event: EventRow) -> None:
    """The first contact moves an accepted referral on, in the name of whoever saw the person."""
    referral = _named_by(event)
    if referral is not None and referral.state == "accepted":
        visitor = replace(system(JOB), name=event.facts.get("written_by") or event.actor_name)
        with all_or_nothing():
            contact(referral_id=referral.id, evidence=event.id, by=visitor, at=event.at)


def care_ended(event: EventRow) -> None:
    """A team member who closes the episode closes the referral that it answered."""
    referral = _named_by(event)
    if referral is None or not referral.is_open or referral.episode_id != event.subject_id:
        return
    if event.facts["outcome"] == CARE_WITHDRAWN:  # the referral goes on, or is ended by whoever withdrew its care
        return
    if open_parts(referral):  # its owner keeps the whole until every part has ended
        return
    with all_or_nothing():
        close(
            referral_id=referral.id, outcome_code=event.facts["outcome"], expected_version=None, by=system(JOB), at=event.at
        )


def person_died(event: EventRow) -> None:
    """Everything open stops, and everyone who owned or waited for it is told."""
    for referral in _open_of(event):
        told = dict.fromkeys((referral.owner_team_id, referral.hub_team_id, referral.requester_team))
        tell(referral, told, kind="died", words="This person has died. The referral has ended.", at=event.at)
        close(referral_id=referral.id, outcome_code=death_code(), expected_version=None, by=system(JOB), at=event.at)


def person_moved(event: EventRow) -> None:
    """Open work goes where the person goes. A move that changes no area changes no work."""
    for referral in _open_of(event):
        if sorted(known(referral.person_id).areas(event.at).all) == referral.area_codes:
            continue
        carry(referral_id=referral.id, by=system(JOB), at=event.at)


def went_into_hospital(event: EventRow) -> None:
    """Nothing ends: the need waits with its owner, who is told so that nobody goes to an empty home."""
    _tell_of_hospital(event, "Admitted to {name} {when}.")


def left_hospital(event: EventRow) -> None:
    """Whoever owns an open need is told that they are out of hospital; a death is told of by the death."""
    if event.facts.get("kind") != "died":
        _tell_of_hospital(event, "Left {name} {when}.")


def never_in_hospital(event: EventRow) -> None:
    """Whoever was told of a stay that was entered in error is told so."""
    _tell_of_hospital(event, "Was not in {name}: the stay was entered in error, and was struck out {when}.")


def _tell_of_hospital(event: EventRow, words: str) -> None:
    told = event.facts.get("happened_at")
    moment = datetime.fromisoformat(told) if told else event.at
    hospital = place().hospitals.get(event.facts.get("hospital", ""))
    said = words.format(name=hospital.name if hospital else "hospital", when=f"on {london(moment):%-d %B} at {clock_face(moment)}")
    for referral in _open_of(event):
        owners = {referral.owner_team_id, referral.hub_team_id} - ({hospital.flow_team, hospital.hub} if hospital else set())
        tell(referral, sorted(each for each in owners if each), kind="hospital", words=said, at=event.at)


def opened_out_of_turn(event: EventRow) -> None:
    """Whoever owns what is open for the person is told that somebody else opened the record, and why."""
    told: set[str] = set()
    words = f"{event.actor_name} opened this record out of turn. Their reason: {event.facts['reason_words']}."
    for referral in _open_of(event):
        teams = [team for team in (referral.owner_team_id, referral.hub_team_id) if team not in told]
        tell(referral, teams, kind="glass", words=words, at=event.at)
        told |= set(teams)


def whole_or_part_changed(event: EventRow) -> None:
    """A whole waits when all its parts ended unanswered, and does not while one of them waits for it."""
    referral = ServiceRequest.objects.filter(id=event.subject_id).first()
    if referral is None:
        return
    if referral.based_on_id is not None:
        keep_in_line(referral.based_on_id, part=referral, at=event.at)
    keep_in_line(referral.id, part=None, at=event.at)


def _named_by(event: EventRow) -> ServiceRequest | None:
    named = event.facts.get("referral_id")
    return shown(UUID(named)) if named else None


def _open_of(event: EventRow) -> list[ServiceRequest]:
    if event.person_id is None:
        return []
    return list(ServiceRequest.objects.filter(person_id=event.person_id, ended_at=None).order_by("received_at", "id"))
