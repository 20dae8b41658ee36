"""What is counted as 'in hospital without needing to be'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each person in a bed at each morning's snapshot, by what stood about them at that moment."""
    days, stays = tables.days, tables.stays.select("stay_id", "person_id", "team", "admitted_at", "left_at")
    here = stays.inner_join(
        days,
        [stays.admitted_at <= days.snapshot_at, (stays.left_at > days.snapshot_at) | stays.left_at.isnull()],
    )
    words = tables.criteria.select("meets", "from_at", "until", of_stay="stay_id")
    known = here.left_join(
        words,
        [
            here.stay_id == words.of_stay,
            words.from_at <= here.snapshot_at,
            (words.until > here.snapshot_at) | words.until.isnull(),
        ],
    )
    judged = told(
        known,
        (known.meets, "not_met", "Met criteria to reside", True),
        (~known.meets, "met", "No longer met any criterion", True),
        (None, "not_met", "No ward had looked yet", False),
    )
    return shown(judged, tables, row_id="stay_id", started_at="snapshot_at", own=("team",))


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
    definition_version="Criteria as published in 2020",
    direction="down",
    cannot_tell=(
        "Whether they waited for the hospital, for care outside or by their own wish: see the reasons for delay",
        "Anything about people whom no ward has looked at yet: they count as still needing the bed",
    ),
    beside=("discharge-delay",),
    row="stay",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)
