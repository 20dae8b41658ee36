"""What is counted as 'still at home 91 days later'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.discharge.endings import FOLLOW_UP_ANSWERS
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def _codes(*kinds: str) -> list[str]:
    return [each.code for each in FOLLOW_UP_ANSWERS if each.kind in kinds]


def rows(tables: Any) -> Any:
    """One row for each person about whom somebody was to find out on the 91st day, under the day on which they left."""
    import ibis  # only where numbers are compiled

    asked = tables.follow_ups.mutate(began=ibis.coalesce(tables.follow_ups.left_at, tables.follow_ups.due_at))
    judged = told(
        asked,
        (asked.answer.isin(_codes("home")), "met", "At home", True),
        (asked.answer.isin(_codes("care_home")), "not_met", "In a care home", True),
        (asked.answer.isin(_codes("hospital", "community_bed")), "not_met", "In hospital or a recovery bed", True),
        (asked.answer.isin(_codes("died")), "not_met", "Has died", True),
        (asked.answer.notnull(), "not_met", "Could not be found out", True),
        (asked.due_at > tables.as_of, "too_early", "The 91st day has not come", False),
        (None, "not_met", "Nobody has found out yet", False),
    )
    return shown(judged, tables, row_id="follow_up_id", started_at="began", own=("team",))


STILL_HOME_91_DAYS = Measure(
    code="still-home-91-days",
    title="Still at home 91 days later",
    number="M2",
    kind="share",
    question="Are people who left hospital for recovery still at home three months later?",
    definition="People whom the hub was to find out about 91 days after they left, and where they were.",
    numerator="Those found at home",
    denominator="All whose 91st day has come, those who could not be found out and those who died among them",
    population="People who left hospital or a recovery bed with help to recover",
    clock_rule="The 91st day after the London day on which they left",
    exclusions=("Nobody: a person who has died or could not be found was not found at home",),
    source=ANNUAL_REPORT,
    definition_source="As the former adult social care indicator on reablement after discharge (ASCOF 2B), which counted those of 65 and over; here any age. From working knowledge, to be confirmed by the owner",
    definition_version="ASCOF 2B, an indicator that has ended, from working knowledge",
    chart="p",
    cannot_tell=(
        "How well they live at home",
        "Where those are whom nobody could find",
    ),
    beside=("home-not-long-term-care",),
    row="follow_up",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
