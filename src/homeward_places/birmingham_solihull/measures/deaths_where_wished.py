"""What is counted as 'died where they wished'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

DEATHS_WHERE_WISHED = Measure(
    code="deaths-where-wished",
    title="Died where they wished",
    number="M22",
    kind="share",
    question="Do people die where they said they wished to?",
    definition="Deaths of people whose preferred place of death was recorded, and whether they died there and not in an acute hospital.",
    numerator="Deaths in the preferred place, outside an acute hospital",
    denominator="Deaths with a preferred place recorded",
    population="Residents of any age who died",
    clock_rule="Counted on the day of death",
    exclusions=(
        "Deaths from outside causes (V01–Y89, U50.9)",
        "Deaths of newborn children",
    ),
    source=PLAN,
    definition_source="Palliative care co-ordination record; deaths in usual residence as the Office for National Statistics counts them",
    definition_version="The record: palliative and end of life care standard 1.1 of the Professional Record Standards Body; that of the deaths is not known here",
    cannot_tell=(
        "Anything about people who were never asked: how many were asked is shown beside",
        "Whether it was a good death",
    ),
    waits_for="the place of death, and the place that was wished for (end-of-life records are not built yet)",
    owner=BOARD,
    review_by=SPRING,
)
