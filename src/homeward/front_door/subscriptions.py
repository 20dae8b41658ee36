"""Which jobs of the front door act by themselves, what may they do, and which events do they hear of?"""

from homeward.access.api import declare_job
from homeward.foundation import events
from homeward.front_door.actions.screened import hear_of_answers
from homeward.front_door.vocabulary import CHECKING, COUNTING, SCREENING


def subscribe_all() -> None:
    """Hear of screening; looking up what came of it, and counting for the results page."""
    declare_job(CHECKING, words="looking up admissions and deaths after advice", permits=("outcome.*",))
    declare_job(COUNTING, words="counting what came of advice and of decisions at the door", pages=True)
    declare_job(SCREENING, words="showing the lists of a door that somebody was screened", permits=("front_door.screened",))
    events.subscribe("plan.answer", hear_of_answers)
