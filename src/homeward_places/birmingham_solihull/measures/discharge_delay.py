"""What is counted as 'wait to leave hospital'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.leaving import left_alive
from homeward_places.birmingham_solihull.measures.rows import shown, told

# First day of each band that national publications use, and what it is called; the last one is open.
BANDS = (
    (21, "21 days or more"),
    (14, "14 to 20 days"),
    (7, "7 to 13 days"),
    (4, "4 to 6 days"),
    (2, "2 or 3 days"),
    (1, "1 day"),
)


def rows(tables: Any) -> Any:
    """One row for each person who left a hospital alive, with the days they waited; `why` is the published band."""
    import ibis  # only where numbers are compiled

    left = left_alive(tables)
    waited = left.mutate(waited=(left.days_waited < 0).ifelse(0, left.days_waited))
    bands = ((waited.waited >= days, "met", words, True) for days, words in BANDS)
    judged = told(
        waited,
        (waited.gone_on, "excluded", "Moved to another hospital", True),
        (waited.died, "excluded", "Died in hospital", True),
        (waited.waited.isnull(), "not_met", "No ward wrote down since when they could leave", False),
        *bands,
        (None, "met", "The same day", True),
    )
    valued = judged.mutate(value=(judged.status == "met").ifelse(judged.waited, ibis.null("int64")))
    return shown(valued, tables, row_id="stay_id", started_at="left_at", own=("team",), value="value")


DISCHARGE_DELAY = Measure(
    code="discharge-delay",
    title="Wait to leave hospital",
    number="M3",
    kind="mean",
    question="Once people are ready to leave hospital, how many days do they wait?",
    definition="Mean of the days from the discharge ready date to the day they left, with those who did not wait counted as nought.",
    numerator="Days from the discharge ready date to leaving",
    denominator="People who left alive in the period and had a discharge ready date",
    population="Everybody who left one of the place's hospitals alive, of any age",
    clock_rule="Whole London days between two dates. The discharge ready date is the start of the final unbroken time without criteria to reside; an earlier one that was broken does not count.",
    exclusions=(
        "People who died in hospital",
        "People moved to another hospital",
    ),
    unit="days",
    stated=(
        Stated(
            role="goal",
            words="From 12 days to 3",
            value=3.0,
            period="2020/21",
            definition="Mean days in hospital of 'complex' patients after they no longer needed it",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="baseline",
            words="3.4 days",
            value=3.4,
            period="Before October 2020",
            definition="Mean days of the acute discharge process; where it starts and ends is not said",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="result",
            words="3.1 days",
            value=3.1,
            period=RESULTS_YEAR,
            definition="Mean days of the acute discharge process; where it starts and ends is not said",
            source=ANNUAL_REPORT,
        ),
    ),
    not_comparable="The goal is about some patients and a whole stay; the result is about a process that began at 3.4 days. Neither is the discharge ready date, so neither belongs on this chart. The report itself says that the pandemic and the new discharge rules of 2020 skewed what the goals were set for.",
    source="NHS England, discharge ready date guidance",
    definition_source="NHS England, discharge ready date, as guidance stood in 2024; bands 0, 1, 2–3, 4–6, 7–13, 14–20, 21 and more",
    definition_version="Guidance as it stood in 2024",
    direction="down",
    cannot_tell=(
        "Who waited and has not left yet: they are counted on the day they leave",
        "Anything about people for whom no ward wrote down whether they needed to be there: see how many are missing",
    ),
    clock="discharge-ready-to-home",
    beside=(
        "left-on-ready-day",
        "no-criteria-to-reside",
    ),
    row="stay",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)
