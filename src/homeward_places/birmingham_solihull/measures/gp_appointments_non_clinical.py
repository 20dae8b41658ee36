"""What is counted as 'GP appointments for what is not medical'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

GP_APPOINTMENTS_NON_CLINICAL = Measure(
    code="gp-appointments-non-clinical",
    title="GP appointments for what is not medical",
    number="M15",
    kind="share",
    question="How many practice appointments are about housing, money or loneliness?",
    definition="Practice appointments, and whether their reason was coded as social or lifestyle.",
    numerator="Appointments coded social or lifestyle",
    denominator="All appointments with a reason",
    population="People registered with a practice of the place",
    clock_rule="Counted on the day of the appointment",
    exclusions=("Appointments without a coded reason",),
    source=PLAN,
    definition_source="Local proposal; it needs a code list agreed by practices",
    local_proposal=True,
    direction="down",
    cannot_tell=(
        "Reasons that nobody coded, which are most",
        "Whether the appointment was wasted: a doctor may be who the person trusts",
    ),
    waits_for="General practice appointment data (no feed reaches Homeward yet), and a list of codes that practices agree on",
    owner=BOARD,
    review_by=SPRING,
)
