"""What is counted as 'safe after help at home'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

WEEK_HOURS = 168
PLANNED = "planned"


def rows(tables: Any) -> Any:
    """One row for each two-hour need with a contact in person, from the first of them on."""
    import ibis  # only where numbers are compiled

    seen = tables.visits.filter(tables.visits.state == "seen", tables.visits.way == "in_person")
    first = seen.group_by("referral_id").aggregate(seen_at=seen.contact_at.min(), died=seen.died_in_7_days.max())
    asked = tables.referrals.semi_join(
        tables.needs.filter(tables.needs.two_hour), tables.referrals.need == tables.needs.code
    ).select("referral_id", "person_id", "need", "locality", "team", "source")
    helped = asked.inner_join(first, "referral_id")
    helped = helped.mutate(until=helped.seen_at + ibis.interval(hours=WEEK_HOURS))
    unplanned = tables.stays.filter(tables.stays.method != PLANNED).select(of="person_id", admitted_at="admitted_at")
    admitted = (
        helped.inner_join(
            unplanned,
            [
                helped.person_id == unplanned.of,
                unplanned.admitted_at >= helped.seen_at,
                unplanned.admitted_at < helped.until,
            ],
        )
        .select("referral_id")
        .distinct()
        .mutate(admitted=True)
    )
    heard = tables.stays.aggregate(heard=ibis.greatest(tables.stays.admitted_at.max(), tables.stays.left_at.max()))
    known = helped.left_join(admitted, "referral_id").cross_join(heard)
    judged = told(
        known,
        (known.died, "not_met", "Died within 7 days", True),
        (known.admitted, "not_met", "Admitted to hospital within 7 days", True),
        (known.until > tables.as_of, "too_early", "The 7 days are not over", False),
        (known.heard >= known.until, "met", "Neither admitted nor died within 7 days", True),
        (None, "too_early", "No hospital has told of anything so late yet", False),
    )
    return shown(judged, tables, row_id="referral_id", started_at="seen_at", own=("need", "team", "source", "locality"))


SAFE_AFTER_RESPONSE = Measure(
    code="safe-after-response",
    title="Safe after help at home",
    kind="share",
    question="Are people who were helped at home safe a week later?",
    definition="People seen at home for a two-hour need, and whether they were admitted to hospital or died within 7 days.",
    numerator="Those who were neither admitted nor died within 7 days",
    denominator="People seen in person for a two-hour need",
    population="Everybody seen for a two-hour need, of any age",
    clock_rule="7 days of 24 hours from the first contact in person. Too early to say until they are over and a hospital has told of something later.",
    exclusions=("Needs that nobody saw in person",),
    source="Local proposal: the safety figure shown beside every avoided admission",
    definition_source="Local proposal",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "Whether a death was expected: every death counts against it",
        "Whether the admission was for the same thing",
        "Planned admissions that nobody marked as planned",
    ),
    beside=("admissions-avoided",),
    row="referral",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
