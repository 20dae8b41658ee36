"""What is counted as 'visits by somebody new'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

FEWEST = 3


def rows(tables: Any) -> Any:
    """One row for each visit made, of needs with at least three."""
    import ibis  # only where numbers are compiled

    made = tables.visits.filter(
        tables.visits.state == "seen", tables.visits.way == "in_person", tables.visits.worker.notnull()
    )
    of_worker = ibis.window(group_by=[made.referral_id, made.worker], order_by=[made.contact_at, made.visit_id])
    of_need = ibis.window(group_by=made.referral_id)
    known = made.mutate(earlier=ibis.row_number().over(of_worker), visits=made.visit_id.count().over(of_need))
    judged = told(
        known,
        (known.visits < FEWEST, "excluded", "The need has fewer than three visits", True),
        (known.earlier == 0, "met", "Came for the first time", True),
        (None, "not_met", "Had come before", True),
    )
    return shown(judged, tables, row_id="visit_id", started_at="contact_at", own=("team",))


NEW_FACES = Measure(
    code="new-faces",
    title="Visits by somebody new",
    kind="share",
    question="'I want as few strangers as possible': how often does somebody come whom I have not met?",
    definition="Visits made at home, and whether that member of staff had not visited the person for this need before.",
    numerator="Visits by somebody who had not come before",
    denominator="Visits made, for needs with at least three",
    population="Everybody visited at home at least three times for one need",
    clock_rule="Counted on the day of the visit",
    exclusions=("Needs with fewer than three visits",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal: first-time workers over visits",
    local_proposal=True,
    direction="down",
    cannot_tell=("Whether the new face was needed, for a skill",),
    beside=("few-strangers",),
    row="visit",
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
