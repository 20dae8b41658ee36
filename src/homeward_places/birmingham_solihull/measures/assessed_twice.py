"""What is counted as 'assessed twice'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

ASSESSED_TWICE = Measure(
    code="assessed-twice",
    title="Assessed twice",
    kind="share",
    question="'I want to be assessed only once': how often is an assessment done again while one still holds?",
    definition="Finished assessments, and whether another of the same kind, by another organisation, still held for that person.",
    numerator="Assessments finished while one of the same kind by another organisation was still valid",
    denominator="Assessments finished",
    population="Everybody who was assessed",
    clock_rule="Counted on the day the assessment was finished; valid until its own last day",
    exclusions=("Assessments without a time for which they hold good",),
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=("Whether it was needed because the person had changed",),
    waits_for="a table of finished assessments",
    beside=("trusted-assessments-used",),
    owner=BOARD,
    review_by=SPRING,
)
