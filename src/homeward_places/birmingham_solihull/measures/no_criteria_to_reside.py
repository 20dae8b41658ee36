"""What is counted as 'in hospital without needing to be'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

NO_CRITERIA_TO_RESIDE = Measure(
    code="no-criteria-to-reside",
    title="In hospital without needing to be",
    number="M4",
    kind="share",
    question="Of the people in hospital on a day, how many no longer needed to be there?",
    definition="People in a hospital bed at the daily snapshot, and whether every criterion to reside had been said to be over.",
    numerator="People in a bed at the snapshot who no longer met any criterion to reside",
    denominator="People in a bed at the snapshot",
    population="Inpatients of the place's hospitals, of any age",
    clock_rule="Snapshot at 8:00 in the morning, London time, each day. What a ward wrote later about an earlier moment counts at that moment.",
    exclusions=("Sayings that were taken back as made in error",),
    source="National discharge situation report",
    definition_source="NHS England, criteria to reside and discharge ready date guidance, in our words; the eleven criteria as published in 2020",
    direction="down",
    cannot_tell=(
        "Whether they waited for the hospital, for care outside or by their own wish: see the reasons for delay",
        "Anything about people whom no ward has looked at yet: they count as still needing the bed",
    ),
    waits_for="a table of when each stay met criteria to reside and when not",
    beside=("discharge-delay",),
    owner=HOSPITALS,
    review_by=SPRING,
)
