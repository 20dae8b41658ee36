"""Which jobs of the front door act by themselves, and what may they do?"""

from homeward.access.api import declare_job
from homeward.front_door.vocabulary import CHECKING, COUNTING


def subscribe_all() -> None:
    """Looking up what came of it, and counting for the results page."""
    declare_job(CHECKING, words="looking up admissions and deaths after advice", permits=("outcome.*",))
    declare_job(COUNTING, words="counting what came of advice and of decisions at the door", pages=True)
