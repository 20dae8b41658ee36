"""What is counted as 'two-hour response'?"""

from datetime import date
from typing import Any

from homeward.grammar.api import Measure, TargetFrom
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown

CLOCK = "two-hour-response"


def rows(tables: Any) -> Any:
    """One row for each two-hour need in scope, with what became of it by the moment the rows were extracted.

    A need whose two hours have passed and whom nobody is recorded to have seen is not met, whether the visit is late or
    its record is missing. One that ended before its two hours had passed (withdrawn, advised, died) is not counted.
    """
    import ibis  # only where numbers are compiled

    clocks = tables.clocks.filter(tables.clocks.code == CLOCK).drop("person_id")
    in_scope = tables.needs.filter(tables.needs.two_hour)
    asked = tables.referrals.semi_join(in_scope, tables.referrals.need == in_scope.code)
    known = clocks.inner_join(
        asked.select("referral_id", "person_id", "need", "team", "source", "locality"), "referral_id"
    )
    seen = (known.phase == "stopped").fill_null(False)
    status, why = _counts_as(known, tables.as_of)
    judged = known.mutate(
        status=status, why=why, evidence=seen, minutes=seen.ifelse(known.counted_minutes.floor(), ibis.null("float64"))
    )
    return shown(
        judged, tables, row_id="referral_id", started_at="started_at", own=("need", "team", "source", "locality")
    )


def _counts_as(known: Any, as_of: Any) -> tuple[Any, Any]:
    """What each row counts as, and why; the first line that is true decides."""
    import ibis

    answered, abandoned = known.phase == "stopped", known.phase == "abandoned"
    over = (known.late_from <= as_of).fill_null(False)
    ended_late = (known.ended_at >= known.late_from).fill_null(False)
    lines = (
        (answered & known.met, "met", "Seen in time"),
        (answered, "not_met", "Seen late"),
        (abandoned & ended_late, "not_met", "Ended after the two hours with no visit recorded"),
        (abandoned, "excluded", "Ended before the two hours were up"),
        (over, "not_met", "The two hours have passed with no visit recorded"),
    )
    status = ibis.cases(*((when, status) for when, status, _ in lines), else_="too_early")
    why = ibis.cases(*((when, why) for when, _, why in lines), else_="The two hours are not up")
    return status, why


TWO_HOUR_RESPONSE = Measure(
    code="two-hour-response",
    title="Two-hour response",
    number="M19",
    question="When somebody needs help within two hours, does it come in time?",
    definition="Two-hour needs whose first visit in person came no later than 120 minutes after the referral was received.",
    numerator="Two-hour needs received in the period whose first attended visit in person was at or before 120 minutes",
    denominator="Two-hour needs in scope received in the period",
    population="Everybody with one of the nine two-hour needs, of any age, wherever they live",
    clock_rule="Starts when the referral is received and stops at the first attended visit in person; whole minutes, 120 included. Re-triage, hand-off and reopening never start it again.",
    exclusions=("Needs that ended (withdrawn, answered with advice, died) before the two hours were up",),
    target=70,
    target_words="At least 70%",
    target_by="NHS England, planning guidance for 2022/23: to be reached by December 2022",
    targets=(TargetFrom(starts_on=date(2022, 12, 1), value=70, words="At least 70%"),),
    source="NHS England two-hour standard; the same start and stop as the national community return",
    definition_source="NHS England, 2-hour urgent community response, national standard from 2022; about 80% reported nationally in 2024",
    definition_version="Standard of 2022/23; the technical guidance with its rules could not be retrieved, so the clock’s rule stands in its declaration",
    chart="p",
    cannot_tell=(
        "Whether the visit helped, or kept anybody out of hospital",
        "Needs that were never called two-hour needs: see how often urgency is lowered",
    ),
    clock="two-hour-response",
    beside=("safe-after-response",),
    row="referral",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
