"""What is counted as 'often in hospital in the last three months of life'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import HOSPICE, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

OFTEN, LAST_DAYS = 3, 90
EMERGENCY = "emergency"


def rows(tables: Any) -> Any:
    """One row for each person who died, under the month of the death."""
    import ibis  # only where numbers are compiled

    died = tables.people.filter(tables.people.died_on.notnull()).select("person_id", "died_on")
    died = died.mutate(month=died.died_on.cast("timestamp('UTC', 6)"))
    late = tables.stays.filter(tables.stays.in_last_90_days, tables.stays.method == EMERGENCY)
    late = late.group_by(of="person_id").aggregate(times=late.stay_id.count())
    heard = tables.stays.aggregate(heard=tables.stays.admitted_at.min())
    known = died.left_join(late, died.person_id == late.of).cross_join(heard)
    whole = known.heard <= known.month - ibis.interval(days=LAST_DAYS)
    judged = told(
        known,
        (known.times >= OFTEN, "met", "Three or more emergency admissions in the last 90 days", True),
        (~whole.fill_null(False), "excluded", "No hospital told of its stays for all of the 90 days", False),
        (known.times > 0, "not_met", "One or two emergency admissions in the last 90 days", True),
        (None, "not_met", "No emergency admission in the last 90 days on record", True),
    )
    return shown(judged, tables, row_id="person_id", started_at="month")


LATE_EMERGENCY_ADMISSIONS = Measure(
    code="late-emergency-admissions",
    title="Often in hospital in the last three months of life",
    number="M29",
    kind="share",
    question="How many people are taken to hospital again and again in the last three months of their life?",
    definition="Deaths, and whether the person had three or more emergency admissions in the 90 days before.",
    numerator="Deaths of people with three or more emergency admissions in the 90 days before",
    denominator="All deaths since hospitals have told of their stays for 90 days",
    population="Everybody the house knows who died, of any age",
    clock_rule="90 days of 24 hours before the death; counted in the month of the death, whose day no number is given",
    exclusions=("Deaths before hospitals had told of their stays for all of the 90 days",),
    source=PLAN,
    definition_source="Local proposal: three or more in the last 90 days of life, from working knowledge",
    local_proposal=True,
    direction="down",
    no_series="Of a death only its month is given to the numbers, never its day, so points a week would be made up. "
    "Choose other days to see one month by itself.",
    cannot_tell=(
        "Whether an admission was wished for, or could have been met at home",
        "Anything about deaths that nobody told the house of",
        "Admissions to hospitals that do not tell of their stays",
    ),
    beside=("plan-in-own-words", "end-of-life-found-early"),
    row="person",
    expression=rows,
    owner=HOSPICE,
    review_by=SPRING,
)
