"""What is counted as 'wounds dressed in urgent treatment centres'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

WOUND_ATTENDANCES_TREATMENT_CENTRES = Measure(
    code="wound-attendances-treatment-centres",
    title="Wounds dressed in urgent treatment centres",
    number="M31",
    kind="rate",
    question="How many people go to an urgent treatment centre to have a wound dressed?",
    definition="Attendances at type 3 departments coded as wound care, for each 1,000 people registered.",
    numerator="Type 3 attendances coded as wound care",
    denominator="People on practice lists, in thousands",
    population="Registered, all ages",
    clock_rule="Counted on the day of the attendance",
    exclusions=("New injuries",),
    unit="rate",
    per=1000,
    source=PLAN,
    definition_source="Emergency Care Data Set; code list to be agreed",
    local_proposal=True,
    direction="down",
    chart="u",
    cannot_tell=("Why they did not go to their nurse",),
    waits_for="attendances of urgent treatment centres with their codes (Emergency Care Data Set)",
    owner=BOARD,
    review_by=SPRING,
)
