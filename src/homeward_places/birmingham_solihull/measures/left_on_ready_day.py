"""What is counted as 'left on the day they were ready'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

LEFT_ON_READY_DAY = Measure(
    code="left-on-ready-day",
    title="Left on the day they were ready",
    number="M3",
    kind="share",
    question="How many people leave hospital on the very day they are ready?",
    definition="People who left alive, and whether that was on their discharge ready date.",
    numerator="People who left on their discharge ready date",
    denominator="People who left alive in the period and had a discharge ready date",
    population="Everybody who left one of the place's hospitals alive, of any age",
    clock_rule="Whole London days between two dates",
    exclusions=(
        "People who died in hospital",
        "People moved to another hospital",
    ),
    source="NHS England, discharge ready date guidance",
    definition_source="NHS England, discharge ready date, as guidance stood in 2024",
    chart="p",
    cannot_tell=("Whether they left well prepared, or came back: a discharge can be too quick",),
    waits_for="the way each stay ended, beside the days waited",
    beside=("discharge-delay",),
    owner=HOSPITALS,
    review_by=SPRING,
)
