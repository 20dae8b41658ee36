"""What is counted as 'asked again what was known'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

ASKED_AGAIN = Measure(
    code="asked-again",
    title="Asked again what was known",
    kind="share",
    question="'I want to tell my story only once': how often are people asked what we already knew?",
    definition="Answers on finished forms for which a fact still in date was known, and whether it was typed again instead of being kept.",
    numerator="Answers typed again although a fact still in date said the same thing",
    denominator="Answers given on finished forms where a fact in date was known",
    population="Everybody for whom a form was finished",
    clock_rule="Counted on the day the form was finished",
    exclusions=("Answers that have no time for which they hold good",),
    target=5,
    target_words="At most 5%",
    target_by="Local proposal, not yet agreed",
    source="The six 'I' statements agreed in citizens' forums; annual report 2021",
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=(
        "What was asked aloud and not typed",
        "Whether asking again was right: people's answers change",
    ),
    waits_for="a table of answers and what was known when they were given",
    beside=("read-before-visit",),
    owner=BOARD,
    review_by=SPRING,
)
