"""What is counted as 'blood pressure treated to target'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

BLOOD_PRESSURE_TO_TARGET = Measure(
    code="blood-pressure-to-target",
    title="Blood pressure treated to target",
    number="M25",
    kind="share",
    question="Is the blood pressure of people with hypertension as low as it should be?",
    definition="Adults with hypertension, and whether their last reading within 12 months was within the threshold for their age and for where it was taken.",
    numerator="Those whose last reading within 12 months was at or below the threshold",
    denominator="Adults with a diagnosis of hypertension",
    population="People aged 18 and over with hypertension, whose records partners share with us",
    clock_rule="Last reading in the 365 days up to the latest count. Under 80: 140/90 in a clinic, 135/85 at home. 80 and over: 150/90 in a clinic, 145/85 at home. Both figures must be within; at the threshold is within.",
    exclusions=("People who have died",),
    target=80,
    target_words="80% by March 2025",
    target_by="NHS England (from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="CVDPREVENT, national audit of primary care; indicator names as of 2024 (CVDP007HYP); thresholds of NICE NG136, home readings 5 lower",
    cannot_tell=(
        "Anything about people whose practice does not share its records",
        "Whether a reading was well taken",
        "Whether treatment is right for a very frail person",
    ),
    waits_for="tables of shared records: diagnoses, measurements and vaccinations",
    beside=("hypertension-found",),
    owner=BOARD,
    review_by=SPRING,
)
