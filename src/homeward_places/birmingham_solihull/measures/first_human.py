"""What is counted as 'time to the first helper'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each referral that is not a part of another, with the hours to the first contact on it or its parts."""
    import ibis  # only where numbers are compiled

    wholes = tables.referrals.mutate(whole=ibis.coalesce(tables.referrals.part_of, tables.referrals.referral_id))
    seen = tables.visits.filter(tables.visits.state == "seen").select("referral_id", "contact_at")
    first = seen.inner_join(wholes.select("referral_id", "whole"), "referral_id").group_by("whole")
    reached = first.aggregate(reached_at=ibis._.contact_at.min())
    asked = tables.referrals.filter(tables.referrals.part_of.isnull())
    known = asked.left_join(reached, asked.referral_id == reached.whole)
    minutes = known.reached_at.delta(known.received_at, unit="microsecond").cast("float64") / 60_000_000.0
    known = known.mutate(minutes=minutes.floor(), hours=minutes / 60)
    judged = told(
        known,
        (known.hours.notnull(), "met", "Reached", True),
        (known.state.isin(("revoked", "advised")), "excluded", "Ended before anybody was needed", True),
        (known.ended_at.notnull(), "not_met", "Ended with no contact recorded", False),
        (None, "too_early", "Not yet reached", False),
    )
    return shown(
        judged,
        tables,
        row_id="referral_id",
        started_at="received_at",
        own=("need", "team", "source", "locality"),
        value="hours",
    )


FIRST_HUMAN = Measure(
    code="first-human",
    title="Time to the first helper",
    kind="median",
    question="'I want help, not barriers': how long until somebody sees me?",
    definition="The middle time from a referral to the first visit or call at which the person was reached, whoever made it.",
    numerator="Hours from referral to first contact",
    denominator="Referrals with a contact",
    population="Everybody referred to the place's hub",
    clock_rule="From the moment of receipt to the first contact; the median is of those reached, and those not yet reached are too early to say",
    exclusions=("Referrals that ended without anybody being needed",),
    unit="hours",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=("Those still waiting: the middle of the reached is better than the truth",),
    beside=("passed-on",),
    row="referral",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
