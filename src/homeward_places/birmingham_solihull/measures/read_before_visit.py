"""What is counted as 'record read before the visit'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each visit at which the person was seen, on the day of it."""
    made = tables.visits.filter(tables.visits.state == "seen", tables.visits.way == "in_person")
    judged = told(
        made,
        (made.read_before == "visitor", "met", "Whoever came had opened the record", True),
        (made.read_before == "team", "met", "A colleague of the team had opened the record", True),
        (made.read_before == "nobody", "not_met", "Nobody of the team had opened the record", True),
        (None, "excluded", "Recorded before openings were looked up", False),
    )
    return shown(judged, tables, row_id="visit_id", started_at="contact_at", own=("team",))


READ_BEFORE_VISIT = Measure(
    code="read-before-visit",
    title="Record read before the visit",
    kind="share",
    question="'I want to tell my story only once': had those who came read my record?",
    definition="Visits in person, and whether whoever came or a colleague of the team had opened the record in the 24 hours before, as the log of openings says.",
    numerator="Visits before which the record was opened to be read",
    denominator="Visits where the person was seen",
    population="Everybody visited by a team of the place",
    clock_rule="24 hours up to the moment of contact, that moment not included; counted on the day of the visit",
    exclusions=(
        "Visits not made, and contacts by telephone or video",
        "Openings by which something was written, such as setting out for the visit",
        "Visits recorded before openings were looked up",
    ),
    target=90,
    target_words="At least 90%",
    target_by="Local proposal, not yet agreed",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    version="2",
    cannot_tell=(
        "Whether it was read with care",
        "What was read the day before or earlier, or heard at a handover",
    ),
    beside=("asked-again",),
    row="visit",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
