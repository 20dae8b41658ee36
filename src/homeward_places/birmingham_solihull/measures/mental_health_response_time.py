"""What is counted as 'time to mental health response'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

CLOCK = "mental-health-response"


def rows(tables: Any) -> Any:
    """One row for each request to older adult liaison, with the hours its clock counted."""
    import ibis  # only where numbers are compiled

    clocks = tables.clocks.filter(tables.clocks.code == CLOCK).drop("person_id")
    known = clocks.inner_join(
        tables.referrals.select("referral_id", "person_id", "need", "team", "source", "locality"), "referral_id"
    )
    answered = known.phase == "stopped"
    known = known.mutate(
        minutes=answered.ifelse(known.counted_minutes.floor(), ibis.null("float64")),
        hours=answered.ifelse(known.counted_minutes / 60, ibis.null("float64")),
    )
    judged = told(
        known,
        (known.hours.notnull(), "met", "Answered", True),
        (known.phase == "abandoned", "excluded", "Ended before it was answered", True),
        (None, "too_early", "Not yet answered", False),
    )
    return shown(
        judged,
        tables,
        row_id="referral_id",
        started_at="started_at",
        own=("need", "team", "source", "locality"),
        value="hours",
    )


MENTAL_HEALTH_RESPONSE_TIME = Measure(
    code="mental-health-response-time",
    title="Time to mental health response",
    number="M35",
    kind="median",
    question="How long do older people wait for mental health liaison?",
    definition="The middle time from the request to the first contact of older adult liaison.",
    numerator="Hours from request to first contact",
    denominator="Requests answered",
    population="People for whom older adult mental health liaison was asked",
    clock_rule="From the moment the request was received to the first contact, by the declared clock; the waits of those not yet seen are shown as still too early",
    exclusions=("Requests that ended before anybody could answer",),
    unit="hours",
    source=ANNUAL_REPORT,
    definition_source="Local proposal: the declared clock",
    local_proposal=True,
    direction="down",
    cannot_tell=("Those still waiting: a middle of the answered is better than the truth while some wait",),
    clock="mental-health-response",
    row="referral",
    expression=rows,
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)
