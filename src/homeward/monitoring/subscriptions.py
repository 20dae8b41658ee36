"""What does monitoring hear of, and what may it do by itself?"""

from datetime import datetime

from homeward.access.api import declare_job, system
from homeward.foundation import events
from homeward.foundation.events import EventRow
from homeward.monitoring.actions.at_visit import measured_at_visit
from homeward.monitoring.actions.ending import end_stays
from homeward.monitoring.actions.follow_hospital import NEVER, in_hospital, out_of_hospital
from homeward.monitoring.actions.take_in import measured_since, minded, stay_now
from homeward.monitoring.vocabulary import JOB


def subscribe_all() -> None:
    """Hear of deaths, of care that ends, of hospital and of visits, so that nobody is watched, or rung, who is no longer there."""
    declare_job(
        JOB,
        words="watching over people on virtual wards",
        permits=("monitoring.*", "capacity.*", "episode.*", "task.*"),
    )
    events.subscribe("person.die", person_died)
    events.subscribe("episode.close", episode_closed)
    events.subscribe("stay.admit", went_into_hospital)
    events.subscribe("stay.leave", left_hospital)
    events.subscribe("stay.strike", never_in_hospital)
    events.subscribe("record.keep", measured, minding=minded)
    events.subscribe("app.send", measured)
    events.subscribe("visit.record_contact", measured_at_visit)


def measured(event: EventRow) -> None:
    """Partners' devices, and apps that patients let in, send measurements as FHIR Observations; those about somebody on a ward become sets at once."""
    if event.person_id is None or not event.facts.get("kinds", {}).get("Observation"):
        return
    stay_id = stay_now(event.person_id)
    if stay_id is not None:
        measured_since(stay_id, person_id=event.person_id, by=system(JOB), at=event.at)


def went_into_hospital(event: EventRow) -> None:
    """Nothing is due at home, their place is kept, and the ward is asked to look: a ward system may be wrong."""
    if event.person_id is not None:
        in_hospital(event.person_id, hospital=event.facts.get("hospital", ""), happened_at=happened(event), at=event.at)


def left_hospital(event: EventRow) -> None:
    """The ward decides whether they come back to it; nobody is watched again by itself."""
    if event.person_id is not None and event.facts.get("kind") != "died":
        out_of_hospital(event.person_id, hospital=event.facts.get("hospital", ""), at=event.at)


def never_in_hospital(event: EventRow) -> None:
    """The stay that took them from the ward at home was entered in error: it is asked to look at them again."""
    if event.person_id is not None and event.facts.get("was_open"):
        out_of_hospital(event.person_id, hospital=event.facts.get("hospital", ""), at=event.at, said=NEVER)


def happened(event: EventRow) -> datetime:
    """When it truly was."""
    told = event.facts.get("happened_at")
    return datetime.fromisoformat(told) if told else event.at


def person_died(event: EventRow) -> None:
    """Every alert stops; nobody rings the family about late observations."""
    end_stays(words="They have died.", person_id=event.person_id, at=event.at)


def episode_closed(event: EventRow) -> None:
    """The episode that the stay hangs on has ended, wherever that was done."""
    end_stays(words="Their care by this ward has ended.", episode_id=event.subject_id, at=event.at)
