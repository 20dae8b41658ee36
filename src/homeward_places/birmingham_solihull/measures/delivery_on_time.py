"""What is counted as 'delivered on time, with proof'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

DELIVERY_ON_TIME = Measure(
    code="delivery-on-time",
    title="Delivered on time, with proof",
    number="M36",
    kind="share",
    question="Is what the plan promised done, and can that be shown?",
    definition="Deliverables due in the period, and whether each was done by its day with its proof attached.",
    numerator="Deliverables done on time with proof",
    denominator="Deliverables due",
    population="Deliverables of the partnership's delivery plan",
    clock_rule="The day each was due; commissioning transfers also show their days, at least 183",
    exclusions=("Deliverables dropped by a recorded decision",),
    source=PLAN,
    definition_source="Local proposal",
    local_proposal=True,
    cannot_tell=("Whether it made any difference",),
    waits_for="delivery records with proof (programme management is not built yet)",
    owner=BOARD,
    review_by=SPRING,
)
