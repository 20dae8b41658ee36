"""What is counted as 'respiratory virtual ward in use'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.measures.ward_use import ward_use
from homeward_places.birmingham_solihull.services.virtual_ward_respiratory import VIRTUAL_WARD_RESPIRATORY


def rows(tables: Any) -> Any:
    """One row for each person on the ward at each morning's snapshot, and one for the places that were staffed then."""
    return ward_use(tables, VIRTUAL_WARD_RESPIRATORY)


RESPIRATORY_VIRTUAL_WARD_USE = Measure(
    code="respiratory-virtual-ward-use",
    title="Respiratory virtual ward in use",
    number="M30",
    kind="ratio",
    question="How full is the respiratory virtual ward?",
    definition="People on the ward at the daily snapshot, out of the places that were staffed.",
    numerator="People on the virtual ward at the snapshot, each day",
    denominator="Places staffed at the snapshot, each day",
    population="People in the care of the respiratory virtual ward, of any age; capacity is compared for each 100,000 people of 16 and over on practice lists",
    clock_rule="Snapshot at 8:00 in the morning, London time, each day. Staffed places are those of the latest report before it that had not gone stale.",
    exclusions=("Days without a report of places that was still fresh",),
    target=80,
    target_words="More than 80%",
    target_by="NHS England",
    source="NHS England, virtual wards operational framework",
    definition_source="NHS England, virtual wards operational framework: more than 80% of staffed places in use; 40 to 50 places for each 100,000 people",
    cannot_tell=(
        "Whether those on the ward would else have been in hospital",
        "Whether they were watched well: see the daily look",
    ),
    expression=rows,
    owner=COMMUNITY,
    review_by=SPRING,
)
