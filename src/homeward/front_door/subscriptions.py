"""Which jobs of the front door act by themselves, what may they do, and which events do they hear of?"""

from homeward.access.api import declare_job
from homeward.foundation import events
from homeward.front_door.actions.follow_stays import end_on_death, hear_of_hospital, hear_of_ledger
from homeward.front_door.actions.look_again import look_again
from homeward.front_door.actions.screened import hear_of_answers
from homeward.front_door.vocabulary import BEDS, CHECKING, COUNTING, SCREENING

ON_THE_LEDGER = (
    "front_door.leave_bed", "front_door.end_wait", "front_door.move_bed", "capacity.occupy", "capacity.leave", "capacity.release", "capacity.set_state",
)  # fmt: skip


def subscribe_all() -> None:
    """Hear of screening and of what frees a bed; looking up what came of it, and counting for the results page."""
    declare_job(CHECKING, words="looking up admissions and deaths after advice", permits=("outcome.*",))
    declare_job(COUNTING, words="counting what came of advice and of decisions at the door", pages=True)
    declare_job(SCREENING, words="showing the lists of a door that somebody was screened", permits=("front_door.screened",))
    declare_job(BEDS, words="keeping the beds beside a front door right", permits=ON_THE_LEDGER)
    events.subscribe("person.die", end_on_death)
    for kind in ("stay.admit", "stay.move", "stay.leave"):
        events.subscribe(kind, hear_of_hospital)
    events.subscribe("stay.strike", look_again)
    events.subscribe("capacity.leave", hear_of_ledger)
    events.subscribe("plan.answer", hear_of_answers)
