"""What is counted as 'end of life seen in time'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

END_OF_LIFE_FOUND_EARLY = Measure(
    code="end-of-life-found-early",
    title="End of life seen in time",
    number="M23",
    kind="share",
    question="Are people known to be near the end of life early enough to plan?",
    definition="Deaths, and whether the person was on the palliative care register at least 90 days before.",
    numerator="Deaths of people on the register 90 days before or earlier",
    denominator="All deaths",
    population="Registered, adults",
    clock_rule="90 days before the day of death",
    exclusions=("Sudden deaths from outside causes",),
    source=PLAN,
    definition_source="Quality and Outcomes Framework register; 90 days is a local proposal",
    local_proposal=True,
    cannot_tell=(
        "Whether anybody talked with the person",
        "Deaths nobody could have foreseen",
    ),
    waits_for="the palliative care register with its dates (end-of-life records are not built yet)",
    owner=BOARD,
    review_by=SPRING,
)
