"""Which words does monitoring use?"""

from collections.abc import Mapping
from typing import Literal

Source = Literal["staff", "carer", "device"]
Kind = Literal["score", "rising", "worried", "late", "review"]
JOB = "monitoring"

SOURCES: Mapping[str, str] = {
    "staff": "A colleague",
    "carer": "The person or their carer",
    "device": "A device",
}
CAME_FROM: Mapping[str, str] = {
    "home": "From home, so as not to go to hospital",
    "hospital": "From hospital, to come home sooner",
    "team": "From another team that looks after them",
}
KEY_OF_A_VISIT = "visit "  # how the key of a set begins that was taken on a visit's form
AT_A_VISIT = "visit"  # where a stay came from that is no ward's: what a visitor measured
STATES: Mapping[str, str] = {
    "on": "On the ward", "in_hospital": "In hospital, place kept", "visited": "Measured at a visit, not on a ward", "ended": "Has left",
}  # fmt: skip
KIND_WORDS: Mapping[str, str] = {
    "score": "Score", "rising": "Score is rising", "worried": "Somebody is worried", "late": "Observations are late", "review": "No senior review",
}  # fmt: skip
LEVEL_WORDS: Mapping[str, str] = {"amber": "Look soon", "red": "Look now"}
# Which of a set's findings each sign is. An id that was given away follows from it, so a number stays whatever becomes of the sign.
PLACES: Mapping[str, int] = {
    "respiratory_rate": 1, "spo2": 2, "supplemental_oxygen": 3, "systolic_bp": 4, "heart_rate": 5, "consciousness": 6, "temperature": 7,
}  # fmt: skip
