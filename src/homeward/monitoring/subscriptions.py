"""What does monitoring hear of, and what may it do by itself?"""

from homeward.access.api import declare_job, system
from homeward.foundation import events
from homeward.foundation.events import EventRow
from homeward.monitoring.actions.ending import end_stays
from homeward.monitoring.actions.take_in import measured_since, stay_now
from homeward.monitoring.vocabulary import JOB


def subscribe_all() -> None:
    """Hear of deaths and of care that ends, so that nobody is watched, or rung, who is no longer there."""
    declare_job(
        JOB,
        words="watching over people on virtual wards",
        permits=("monitoring.*", "capacity.*", "episode.*", "task.*"),
    )
    events.subscribe("person.die", person_died)
    events.subscribe("episode.close", episode_closed)
    events.subscribe("record.keep", measured)
    events.subscribe("app.send", measured)


def measured(event: EventRow) -> None:
    """Partners' devices, and apps that patients let in, send measurements as FHIR Observations; those about somebody on a ward become sets at once."""
    if event.person_id is None or not event.facts.get("kinds", {}).get("Observation"):
        return
    stay_id = stay_now(event.person_id)
    if stay_id is not None:
        measured_since(stay_id, person_id=event.person_id, by=system(JOB), at=event.at)


def person_died(event: EventRow) -> None:
    """Every alert stops; nobody rings the family about late observations."""
    end_stays(words="They have died.", person_id=event.person_id, at=event.at)


def episode_closed(event: EventRow) -> None:
    """The episode that the stay hangs on has ended, wherever that was done."""
    end_stays(words="Their care by this ward has ended.", episode_id=event.subject_id, at=event.at)
