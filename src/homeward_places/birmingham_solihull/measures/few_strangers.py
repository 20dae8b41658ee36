"""What is counted as 'visits by the same person'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

DAYS, FEWEST = 90, 3


def rows(tables: Any) -> Any:
    """One row for each need with visits made in the last 90 days, under the day of the last of them."""
    import ibis  # only where numbers are compiled

    since = tables.as_of - ibis.interval(days=DAYS)
    made = tables.visits.filter(
        tables.visits.state == "seen", tables.visits.way == "in_person", tables.visits.worker.notnull()
    )
    made = made.filter(made.contact_at >= since)
    by_worker = made.group_by("referral_id", "person_id", "team", "worker").aggregate(
        times=made.count(), last_at=made.contact_at.max()
    )
    needs = by_worker.group_by("referral_id", "person_id", "team").aggregate(
        visits=by_worker.times.sum(), most=by_worker.times.max(), last_at=by_worker.last_at.max()
    )
    enough = needs.visits >= FEWEST
    known = needs.mutate(share=enough.ifelse(needs.most * 100.0 / needs.visits, ibis.null("float64")))
    judged = told(
        known,
        (known.visits < FEWEST, "excluded", "Fewer than three visits", True),
        (known.most == known.visits, "met", "Always the same person", True),
        (None, "met", "More than one person came", True),
    )
    return shown(judged, tables, row_id="referral_id", started_at="last_at", own=("team",), value="share")


FEW_STRANGERS = Measure(
    code="few-strangers",
    title="Visits by the same person",
    kind="mean",
    question="'I want as few strangers as possible': how many of my visits are by the one who comes most?",
    definition="For each need with three visits or more, the share of its visits made by the member of staff who came most often (usual provider continuity); the mean of those shares.",
    numerator="Share of visits by whoever came most",
    denominator="Needs with at least three visits made",
    population="Everybody visited at home at least three times for one need",
    clock_rule="Visits made in the 90 days up to the latest count; counted on the day of the last of them",
    exclusions=("Needs with fewer than three visits",),
    unit="percent",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Usual provider of care index",
    local_proposal=True,
    cannot_tell=(
        "Whether the person liked who came",
        "Care by family and friends",
    ),
    beside=("new-faces",),
    row="referral",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
