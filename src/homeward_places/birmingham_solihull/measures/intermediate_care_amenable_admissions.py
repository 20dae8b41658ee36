"""What is counted as 'admissions that care nearer home might have met'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

INTERMEDIATE_CARE_AMENABLE_ADMISSIONS = Measure(
    code="intermediate-care-amenable-admissions",
    title="Admissions that care nearer home might have met",
    number="M17",
    kind="rate",
    question="How often are older people admitted with conditions that intermediate care can often meet?",
    definition="Emergency admissions of people of 65 and over with one of a published list of main diagnoses, for each 1,000 people of that age registered, standardised for age.",
    numerator="Emergency admissions with a listed main diagnosis (falls without a fracture, N39.0, L03, J18, J22, I50, J44, E86, K59.0, F05, R54, R26, R29.6)",
    denominator="People of 65 and over on practice lists, in thousands",
    population="Registered, 65 and over",
    clock_rule="Counted on the day of admission",
    exclusions=(
        "Planned admissions",
        "Moves between hospitals",
    ),
    unit="rate",
    per=1000,
    standard="European standard population 2013, ages 65 and over",
    source=PLAN,
    definition_source="Local proposal: the list of diagnoses is ours until the partnership agrees it",
    local_proposal=True,
    direction="down",
    chart="u",
    cannot_tell=(
        "Whether any one admission could have been met at home",
        "Changes in how hospitals code",
    ),
    waits_for="the main diagnosis of each hospital stay (Secondary Uses Service)",
    owner=HOSPITALS,
    review_by=SPRING,
)
