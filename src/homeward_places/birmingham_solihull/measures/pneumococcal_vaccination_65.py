"""What is counted as 'pneumococcal vaccination at 65 and over'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PNEUMOCOCCAL_VACCINATION_65 = Measure(
    code="pneumococcal-vaccination-65",
    title="Pneumococcal vaccination at 65 and over",
    number="M28",
    kind="share",
    question="How many people of 65 and over have ever been vaccinated against pneumonia?",
    definition="People of 65 and over, and whether a pneumococcal vaccination is on record at any time.",
    numerator="Those with a pneumococcal vaccination on record",
    denominator="People of 65 and over",
    population="People aged 65 and over whose records partners share with us",
    clock_rule="Any vaccination up to the latest count",
    exclusions=("People who have died",),
    source=PLAN,
    definition_source="UK immunisation schedule (Green Book, chapter 25), from working knowledge",
    cannot_tell=("Vaccinations given where nobody told the practice",),
    waits_for="tables of shared records: diagnoses, measurements and vaccinations",
    owner=BOARD,
    review_by=SPRING,
)
