"""What is counted as 'asked again what was known'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told
from homeward_places.birmingham_solihull.questionnaires.observations import OBSERVATIONS
from homeward_places.birmingham_solihull.questionnaires.shared_items import delirium_check

# Scores are worked out, never asked.
WORKED_OUT = sorted({item.concept for item in (*OBSERVATIONS.items, *delirium_check()) if item.score and item.concept})


def rows(tables: Any) -> Any:
    """One row for each answer on a finished form for which an earlier one was still in date."""
    said = tables.answers.filter(tables.answers.was_known, ~tables.answers.concept.isin(WORKED_OUT))
    judged = told(
        said,
        (said.kept, "not_met", "Kept: nobody had to say it again", True),
        (None, "met", "Typed again although it was known", True),
    )
    return shown(judged, tables, row_id="response_id", started_at="finished_at")


ASKED_AGAIN = Measure(
    code="asked-again",
    title="Asked again what was known",
    kind="share",
    question="'I want to tell my story only once': how often are people asked what we already knew?",
    definition="Answers on finished forms for which an earlier answer was still in date, and whether it was typed again instead of being kept.",
    numerator="Answers typed again although an earlier one was still in date",
    denominator="Answers on finished forms for which an earlier one was still in date",
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
    beside=("read-before-visit",),
    row="answer",
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
