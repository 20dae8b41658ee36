"""What is counted as 'emergency admissions for COPD, asthma, heart and vessel disease'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

LONG_TERM_CONDITIONS_ADMISSIONS = Measure(
    code="long-term-conditions-admissions",
    title="Emergency admissions for COPD, asthma, heart and vessel disease",
    number="M29",
    kind="rate",
    question="How often do people with long-term conditions end up in hospital?",
    definition="Emergency admissions with a main diagnosis of COPD, asthma or disease of heart and vessels, for each 100,000 people registered, standardised for age.",
    numerator="Emergency admissions with such a main diagnosis",
    denominator="People on practice lists, in hundred thousands",
    population="Registered, all ages",
    clock_rule="Counted on the day of admission; mean length of stay beside",
    exclusions=("Planned admissions",),
    unit="rate",
    per=100000,
    standard="European standard population 2013",
    source=PLAN,
    definition_source="Local proposal; directly standardised, standard named; at the end of life: three or more emergency admissions in the last 90 days, out of deaths",
    local_proposal=True,
    direction="down",
    chart="u",
    cannot_tell=(
        "Whether care outside hospital failed",
        "Changes in how hospitals code",
    ),
    waits_for="the main diagnosis of each hospital stay (Secondary Uses Service)",
    owner=HOSPITALS,
    review_by=SPRING,
)
