"""What is counted as 'flu vaccination at 65 and over'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

FLU_VACCINATION_65 = Measure(
    code="flu-vaccination-65",
    title="Flu vaccination at 65 and over",
    number="M27",
    kind="share",
    question="How many people of 65 and over have had this winter's flu vaccination?",
    definition="People of 65 and over, and whether a flu vaccination since 1 September is on record.",
    numerator="Those vaccinated from 1 September of the season on",
    denominator="People who are 65 or over by 31 March of the season",
    population="People aged 65 and over whose records partners share with us",
    clock_rule="The season runs from 1 September to 31 March; a vaccination on 31 August belongs to the last one",
    exclusions=("People who had died before 1 September",),
    target=75,
    target_words="75%",
    target_by="UK Health Security Agency (from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="Annual flu letter; national collection ImmForm",
    cannot_tell=(
        "Vaccinations given where nobody told the practice",
        "Who was asked and said no",
        "People under 65 at risk, and carers: the records do not say who they are",
    ),
    waits_for="tables of shared records: diagnoses, measurements and vaccinations",
    owner=BOARD,
    review_by=SPRING,
)
