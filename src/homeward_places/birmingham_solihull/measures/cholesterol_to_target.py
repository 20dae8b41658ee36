"""What is counted as 'cholesterol treated to target'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CHOLESTEROL_TO_TARGET = Measure(
    code="cholesterol-to-target",
    title="Cholesterol treated to target",
    number="M26",
    kind="share",
    question="Is the cholesterol of people with heart or vessel disease low enough?",
    definition="Adults with disease of heart or vessels, and whether their last cholesterol within 12 months was within the threshold.",
    numerator="Those whose last non-HDL cholesterol within 12 months was 2.6 mmol/l or less",
    denominator="Adults with disease of heart or vessels on record",
    population="People aged 18 and over with disease of heart or vessels, whose records partners share with us",
    clock_rule="Last result in the 365 days up to the latest count; non-HDL is total less HDL of the same day",
    exclusions=("People who have died",),
    target=65,
    target_words="65%",
    target_by="NHS England (from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="CVDPREVENT, national audit of primary care; indicator names as of 2024 (CVDP012CHOL); threshold from working knowledge",
    cannot_tell=(
        "Anything about people whose practice does not share its records",
        "Whether a reading was well taken",
        "Anything about people at risk who have no disease yet: that needs a risk score",
    ),
    waits_for="tables of shared records: diagnoses, measurements and vaccinations, and for those at risk a QRISK score, which nobody sends",
    owner=BOARD,
    review_by=SPRING,
)
