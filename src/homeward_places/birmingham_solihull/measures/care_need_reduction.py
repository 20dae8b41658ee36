"""What is counted as 'less care needed'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

SERVICE = "early-intervention-community-team"
CONCEPT, AT_THE_END = "weekly-care-hours", "care-hours-at-end"
DAYS_TO_WRITE_IT_DOWN = 7


def rows(tables: Any) -> Any:
    """One row for each spell of home care, and each referral to the recovery team, that is over; with the hours it ended below its start."""
    import ibis  # only where numbers are compiled

    ended = ibis.union(_home_care(tables), _recovery(tables))
    both = ended.hours_start.notnull() & ended.hours_end.notnull()
    less = ended.mutate(less=both.ifelse(ended.hours_start - ended.hours_end, ibis.null("float64")))
    judged = told(
        less,
        (less.less > 0, "met", "Fewer hours at the end", True),
        (less.less == 0, "met", "As many hours at the end", True),
        (less.less < 0, "met", "More hours at the end", True),
        (None, "not_met", "Hours were not written down at both ends", False),
    )
    return shown(judged, tables, row_id="id", started_at="ended_at", own=("team",), value="less")


def _home_care(tables: Any) -> Any:
    care = tables.home_care.filter(tables.home_care.state == "ended", tables.home_care.started_at.notnull())
    return care.select("person_id", "team", "ended_at", "hours_start", "hours_end", id="home_care_id")


def _recovery(tables: Any) -> Any:
    """Hours told first between receipt and end, and those told last on the form that ends it, up to a week later."""
    import ibis  # only where numbers are compiled

    asked = tables.referrals.filter(
        tables.referrals.accepted_service == SERVICE,
        tables.referrals.state == "closed",
        tables.referrals.ended_at.notnull(),
    ).select("referral_id", "person_id", "received_at", "ended_at", team="accepted_team")
    hours = tables.numbers_told.filter(tables.numbers_told.concept == CONCEPT).select(
        "question", "number", "told_at", of="person_id"
    )
    until = asked.ended_at + ibis.interval(days=DAYS_TO_WRITE_IT_DOWN)
    said = asked.inner_join(
        hours, [asked.person_id == hours.of, hours.told_at >= asked.received_at, hours.told_at <= until]
    )
    last = said.question == AT_THE_END
    ends = said.group_by("referral_id").aggregate(
        hours_start=said.number.argmin(said.told_at, where=~last),
        hours_end=said.number.argmax(said.told_at, where=last),
    )
    return asked.left_join(ends, "referral_id").select(
        "person_id", "team", "ended_at", "hours_start", "hours_end", id="referral_id"
    )


CARE_NEED_REDUCTION = Measure(
    code="care-need-reduction",
    title="Less care needed",
    number="M5",
    kind="mean",
    question="After help to recover, how many hours of paid care a week fewer do people need?",
    definition="Mean of the weekly hours of paid care at the start less the hours at the end, for home care and recovery at home that have ended with both written down.",
    numerator="Weekly hours at the start less weekly hours at the end",
    denominator="Help at home that ended in the period with both recorded",
    population="People who had home care after hospital or help from the community recovery team, of any age",
    clock_rule="Counted on the London day on which the help ended; hours written down up to 7 days later count",
    exclusions=("Requests that never began",),
    unit="hours",
    stated=(
        Stated(
            role="goal",
            words="6 hours a week less",
            value=6.0,
            period="2020/21",
            definition="Hours of care a week fewer, on average; start and end points are not said",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="result",
            words="6.8 hours a week less",
            value=6.8,
            period=RESULTS_YEAR,
            definition="Ongoing care needs reduced, hours a week on average; for whom, and how many had both measured, is not said",
            source=ANNUAL_REPORT,
        ),
    ),
    not_comparable="Goal and result may count different people: neither says how many had their hours measured at both ends. The report itself says that the pandemic and the new discharge rules of 2020 skewed what the goals were set for.",
    source=ANNUAL_REPORT,
    definition_source="Redefined: both ends recorded, and the share captured shown beside",
    local_proposal=True,
    cannot_tell=(
        "Anything about people whose hours were not written down at the end: read the share captured first",
        "Whether the person got better, or less care was to be had",
    ),
    beside=("still-home-91-days",),
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
