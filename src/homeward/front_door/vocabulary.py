"""Which words do the line and the door use?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

CHECKING = "outcomes"  # the job that looks up admissions and deaths
COUNTING = "front_door_results"
SCREENING = "front_door_lists"  # tells the open lists of a door that somebody there was screened
BEDS = "door_beds"  # keeps the beds beside the door right
CALLED, CAME, IN_BED = "call", "arrival", "door_bed"  # why a team may open the record

Found = Literal["admitted", "died", "not_admitted", "not_known"]
FOUND: Mapping[str, str] = {
    "admitted": "Admitted to hospital",
    "died": "Died, not admitted",
    "not_admitted": "Not admitted",
    "not_known": "Not known",
}
# How often, and how long, an outcome that the data did not cover is looked up again.
TRY_AGAIN = timedelta(hours=6)
GIVE_UP = timedelta(days=28)

# How long after a call or an arrival its team may still open the record, to learn from what came of it.
LET_GO_AFTER = timedelta(days=60)

# How long before an arrival a crew's call counts as the call made about it.
CALLED_BEFORE = timedelta(hours=12)
# How long after an arrival an answer counts as its screening.
SCREENED_AFTER = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was found when the caller or person was rung again. `again`: another time must be set."""

    title: str
    again: bool = False


HEARD_BACK: Mapping[str, Heard] = {
    "as-hoped": Heard(title="As hoped: still where they were, no worse"),
    "worse": Heard(title="Worse: more help has been asked for"),
    "in-hospital": Heard(title="In hospital"),
    "died": Heard(title="Has died"),
    "not-reached": Heard(title="Nobody answered: ring again", again=True),
}
LONGEST = 4000

# Where somebody went from a bed beside the door, besides where the place declares that people go when they leave hospital.
TO_WARD, NOT_SAID, MOVED = "ward", "not-said", "moved"
LEFT_FOR: Mapping[str, str] = {
    TO_WARD: "A ward of the hospital",
    NOT_SAID: "Not said: the bed was freed on the ledger",
    MOVED: "Another bed here",
}
ANYWHERE: Mapping[str, str] = {"home": "Home", "died": "Died", "elsewhere": "Somewhere else"}  # where a place declares nothing
