"""Which words does the way home use, and what are they called in FHIR R4 and the NHS Data Dictionary?"""

from collections.abc import Mapping
from typing import Literal

JOB = "way-home"  # what the way home acts as when it acts by itself

# Does somebody need to be in hospital? 'unknown' until a ward has said so.
Standing = Literal["unknown", "meets", "no_longer_meets"]
STANDINGS: Mapping[str, str] = {
    "unknown": "Not yet looked at",
    "meets": "Needs to be here",
    "no_longer_meets": "Ready to leave",
}

# Bands of days from ready to leaving, as the national discharge data publishes them: first and last day.
DELAY_BANDS: tuple[tuple[str, int, int | None], ...] = (
    ("0", 0, 0),
    ("1", 1, 1),
    ("2–3", 2, 3),
    ("4–6", 4, 6),
    ("7–13", 7, 13),
    ("14–20", 14, 20),
    ("21+", 21, None),
)

Kind = Literal["recommended", "agreed", "actual"]
KINDS: Mapping[str, str] = {"recommended": "Recommended", "agreed": "Agreed", "actual": "Actual"}

# FHIR R4 Encounter.status of a stay.
FHIR_OPEN, FHIR_CLOSED, FHIR_STRUCK = "in-progress", "finished", "entered-in-error"
INPATIENT_CLASSES = frozenset({"IMP", "ACUTE", "NONAC"})  # HL7 v3 ActCode; EMER becomes a stay only once admitted
