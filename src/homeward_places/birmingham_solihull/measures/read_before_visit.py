"""What is counted as 'record read before the visit'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

READ_BEFORE_VISIT = Measure(
    code="read-before-visit",
    title="Record read before the visit",
    kind="share",
    question="'I want to tell my story only once': had those who came read my record?",
    definition="Visits in person, and whether somebody of the team had opened the record in the 24 hours before.",
    numerator="Visits before which the record was opened",
    denominator="Visits where the person was seen",
    population="Everybody visited by a team of the place",
    clock_rule="24 hours before the moment of contact",
    exclusions=("Visits not made",),
    target=90,
    target_words="At least 90%",
    target_by="Local proposal, not yet agreed",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    cannot_tell=("Whether it was read with care",),
    waits_for="the openings of records, which the access log keeps and the lake does not hold",
    beside=("asked-again",),
    owner=BOARD,
    review_by=SPRING,
)
