"""What is counted as 'GP appointments of people who come very often'?"""

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

GP_APPOINTMENTS_HIGH_INTENSITY = Measure(
    code="gp-appointments-high-intensity",
    title="GP appointments of people who come very often",
    number="M14",
    kind="rate",
    question="Do people who use urgent care very often need their practice less after somebody works with them?",
    definition="Practice appointments for each person-month of the group that was worked with, set against people alike who were not.",
    numerator="Appointments with general practice",
    denominator="Person-months",
    population="Adults in the high-intensity use group, by both thresholds, and matched controls",
    clock_rule="The 12 months before and after the first contact",
    exclusions=("Months in which the person was not registered",),
    unit="rate",
    per=1,
    comparator="People matched on age, sex, deprivation and earlier use. People chosen for a very bad year have a better one next whatever is done (regression to the mean); before and after alone proves nothing.",
    stated=(
        Stated(
            role="result",
            words="General practice down by 32%",
            value=-32.0,
            period="Pilot, before 2024",
            definition="Change in one pilot, before against after, without controls",
            source="Consultants' case study of the neighbourhood pilot",
        ),
    ),
    source=PLAN,
    definition_source="Local proposal",
    local_proposal=True,
    direction="down",
    cannot_tell=(
        "Whether fewer appointments is better: some need more, at the right door",
        "What would have happened anyway, unless the matched people are shown",
    ),
    waits_for="General practice appointment data (no feed reaches Homeward yet)",
    owner=BOARD,
    review_by=SPRING,
)
