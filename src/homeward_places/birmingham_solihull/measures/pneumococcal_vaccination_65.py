"""What is counted as 'pneumococcal vaccination at 65 and over'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.clinical_codes import PNEUMOCOCCAL
from homeward_places.birmingham_solihull.measures.health_records import known_people, vaccinated
from homeward_places.birmingham_solihull.measures.rows import AS_THINGS_STAND, shown, told

YOUNGEST = 65


def rows(tables: Any) -> Any:
    """One row for each person of 65 and over with shared records."""
    people = known_people(tables, youngest=YOUNGEST)
    ever = vaccinated(tables, PNEUMOCOCCAL).select("of").distinct().mutate(given=True)
    known = people.left_join(ever, people.person_id == ever.of)
    judged = told(
        known,
        (known.given, "met", "Vaccinated", True),
        (None, "not_met", "No vaccination on record", False),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


PNEUMOCOCCAL_VACCINATION_65 = Measure(
    code="pneumococcal-vaccination-65",
    title="Pneumococcal vaccination at 65 and over",
    number="M28",
    kind="share",
    question="How many people of 65 and over have ever been vaccinated against pneumonia?",
    definition="People of 65 and over, and whether a pneumococcal vaccination is on record at any time.",
    numerator="Those with a pneumococcal vaccination on record",
    denominator="People who reach 65 this year, or are older, with anything in shared records",
    population="People aged 65 and over whose records partners share with us",
    clock_rule="Any vaccination up to the latest count",
    exclusions=("People who have died",),
    source=PLAN,
    definition_source="UK immunisation schedule (Green Book, chapter 25), from working knowledge",
    definition_version="Green Book, chapter 25, from working knowledge",
    cannot_tell=("Vaccinations given where nobody told the practice",),
    row="person",
    no_series=AS_THINGS_STAND,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
